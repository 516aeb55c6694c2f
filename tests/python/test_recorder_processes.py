"""The recorder where processes are forked or killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from test_recorder import lines


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked")
def test_a_process_that_was_forked_while_others_record_goes_on_with_nothing_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "calls.jsonl"
    program = f"""
import os, sys, threading, felkod
recorder = felkod.Recorder({str(path)!r})
stop = threading.Event()
def work():
    while not stop.is_set():
        recorder.record("GET", "https://example.com/parent", status=200, body='{{"success":true}}' + " " * 200_000)
threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads: thread.start()
for number in range(10):
    child = os.fork()
    if child == 0:
        recorder.record("GET", f"https://example.com/child{{number}}", status=200, body='{{"success":false}}')
        os._exit(0 if recorder.written == 1 else 1)
    assert os.waitpid(child, 0)[1] == 0
stop.set()
"""
    subprocess.run([sys.executable, "-W", "ignore", "-c", program], check=True, timeout=60)
    assert [entry["request"]["url"][-6:-1] for entry in lines(path)] == ["child"] * 10


def test_a_process_that_is_killed_loses_at_most_the_line_that_it_is_writing(tmp_path: Path) -> None:
    path = tmp_path / "calls.jsonl"
    program = f"""
import felkod
recorder = felkod.Recorder({str(path)!r}, everything=True, rotate_bytes=300_000, rotate_files=1_000)
for number in range(1_000_000):
    recorder.record("GET", f"https://example.com/{{number}}", status=200, body="a line\\n" * (number * 37 % 3_000))
    print(number, flush=True)
"""
    for wait in range(0, 20, 4):
        with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for _ in range(wait + 1):
                process.stdout.readline()
            process.send_signal(signal.SIGKILL)
            numbers = [int(line) for line in process.stdout if line.endswith("\n") and line.strip().isdigit()]
        whole, broken = [], 0
        for file in tmp_path.iterdir():
            for line in file.read_text(encoding="utf-8").splitlines():
                try:
                    whole.append(int(json.loads(line)["request"]["url"].rpartition("/")[2]))
                except ValueError:
                    broken += 1
        last = numbers[-1] if numbers else wait
        assert sorted(whole)[: last + 1] == list(range(last + 1)) and broken <= 1
        for file in tmp_path.iterdir():
            file.unlink()
