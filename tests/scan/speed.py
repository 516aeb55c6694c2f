"""Measures `felkod scan` on a mixed log of which one line in a hundred has a response, beside rg and wc.

    speed.py FELKOD FOLDER MEGABYTES

Time is that of the processor, user and system together, the best of three: what else runs on the machine counts less.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

# How many files the log has, so that several jobs can share it.
FILES = 4

# What two jobs may take of one's time of the processor.
MOST_OF_ONE_JOB = 1.5

# How often both are run again where two jobs took more: another machine on the same processor can slow one of its cores for
# seconds, and what hinders two jobs hinders them each time.
TRIES = 30

# What a scan may take of memory, in kB.
MOST_MEMORY = 64_000

LIMITED = "Max rate limit '100' exceeded with in '20' secs"


def line(at: int, numbers: random.Random) -> tuple[str, bool]:
    """Returns a line of the log, and whether it has a response."""
    minute, second, milli = at // 60 % 60, at % 60, at % 1_000
    if at % 100 == 0:
        body = f'{{"requestId":"{at % 65_536:x}#18c0a4f{at % 4_096:03x}","success":false,'
        body += f'"errors":[{{"code":"606","message":"{LIMITED}"}}]}}'
        return f"2026-11-24 12:{minute:02}:{second:02},{milli:03} ERROR POST /rest/v1/leads.json -> {body}\n", True
    kind = numbers.random()
    if kind < 0.5:
        text = f"INFO  [worker-{at % 8}] com.example.Sync lead {at} updated in {at % 900} ms, list={at % 3_000}"
        return f"2026-11-24 12:{minute:02}:{second:02},{milli:03} {text}\n", False
    if kind < 0.8:
        trace = f"{numbers.getrandbits(128):032x}"
        text = f'"level":"info","msg":"GET /rest/v1/lead/{at}.json","status":200,"took":{at % 900},"trace":"{trace}"'
        return f'{{"time":"2026-11-24T12:{minute:02}:{second:02}Z",{text}}}\n', False
    path = f"/assets/app.{numbers.getrandbits(32):08x}.js"
    stamp = f"[24/Nov/2026:12:{minute:02}:{second:02} +0000]"
    return f'10.0.0.{at % 250} - - {stamp} "GET {path} HTTP/1.1" 200 {at % 90_000} "-" "Mozilla/5.0"\n', False


def write_log(folder: Path, megabytes: int) -> int:
    """Writes the log in several files, and returns how many responses it has."""
    numbers = random.Random(1)
    # A part that repeats: to make a gigabyte of random lines takes longer than all the rest.
    lines = [line(at, numbers) for at in range(50_000)]
    part = "".join(text for text, _ in lines).encode()
    in_part = sum(has for _, has in lines)
    parts = max(1, megabytes * 1_000_000 // FILES // len(part))
    for number in range(FILES):
        with (folder / f"{number}.log").open("wb") as log:
            for _ in range(parts):
                log.write(part)
    return in_part * parts * FILES


def run(command: list[str]) -> tuple[float, float, int, str]:
    """Runs a command, and returns its time of the processor, the time that passed, its memory in kB and its output."""
    started = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert child.stdout is not None
    out = child.stdout.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode in (0, 1), f"{command}: {child.returncode}"
    return usage.ru_utime + usage.ru_stime, time.monotonic() - started, usage.ru_maxrss, out


def best(name: str, command: list[str], megabytes: float) -> tuple[float, float, int, str]:
    """Runs a command three times and reports the best."""
    runs = [run(command) for _ in range(3)]
    processor, passed = min(run[0] for run in runs), min(run[1] for run in runs)
    memory = max(run[2] for run in runs)
    speed = megabytes / processor
    print(f"{name:28} {processor:7.2f} s of the processor, {passed:7.2f} s passed, {speed:6.0f} MB/s, {memory // 1_000} MB")
    return processor, passed, memory, runs[0][3]


def scan_of(felkod: str, path: str) -> list[str]:
    """Returns the command that scans a path, up to the number of jobs."""
    return [felkod, "scan", path, "--format", "json", "--jobs"]


def main() -> None:
    felkod, folder, megabytes = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "log").mkdir(parents=True)
    root = Path(__file__).resolve().parents[2]
    listed = (root / "crates/felkod-wire/src/find/signs.txt").read_text(encoding="utf-8").splitlines()
    signs = folder / "signs"
    signs.write_text("".join(f"{sign}\n" for sign in listed if not sign.startswith("# ")))
    responses = write_log(folder / "log", megabytes)
    log = str(folder / "log")
    files = sorted(str(path) for path in (folder / "log").iterdir())

    scan = scan_of(felkod, log)
    one, one_passed, memory, out = best("felkod scan, one job", [*scan, "1"], megabytes)
    two, two_passed, memory_of_two, _ = best("felkod scan, two jobs", [*scan, "2"], megabytes)
    for _ in range(TRIES):
        if two < one * MOST_OF_ONE_JOB:
            break
        one, two = min(one, run([*scan, "1"])[0]), min(two, run([*scan, "2"])[0])
    _, file_passed, _, out_of_file = best("one file of it, one job", [*scan_of(felkod, files[0]), "1"], megabytes / FILES)
    _, file_of_two_passed, _, shared = best("one file of it, two jobs", [*scan_of(felkod, files[0]), "2"], megabytes / FILES)
    assert shared == out_of_file, "two jobs count something else in one file"
    rg, _, _, counts = best("rg -c, the lines with a sign", ["rg", "-j1", "-c", "-i", "-F", "-f", str(signs), *files], megabytes)
    with_sign = sum(int(count.rpartition(":")[2]) for count in counts.split())
    assert with_sign >= responses, "a response without a sign"
    best("wc -l", ["wc", "-l", *files], megabytes)
    told = json.loads(out)
    assert told["answers"] == told["codes"][0]["count"] == responses, (told["answers"], responses)
    subprocess.run(["gzip", "-1", "-k", *files], check=True)
    for path in files:
        os.remove(path)
    _, _, memory_of_gzip, out = best("felkod scan, gzip, one job", [*scan, "1"], megabytes)
    assert json.loads(out)["answers"] == responses
    shutil.rmtree(folder)

    times, times_of_file = one_passed / two_passed, file_passed / file_of_two_passed
    print(f"scan takes {one / rg:.2f} of rg -c; two jobs are {times:.2f} times as fast, {times_of_file:.2f} times in one file")
    assert one <= rg, "the scan takes longer than rg, which finds the lines with a sign"
    assert two < one * MOST_OF_ONE_JOB, "two jobs hinder each other"
    peak = max(memory, memory_of_two, memory_of_gzip)
    assert peak < MOST_MEMORY, f"{peak} kB"


if __name__ == "__main__":
    main()
