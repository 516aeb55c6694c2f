"""The command: `python -m felkod` and the console script."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from conftest import PAYLOADS, ROOT, rest

import felkod
from felkod import Code

SCRIPT = Path(sysconfig.get_path("scripts")) / "felkod"
COMMANDS = [[sys.executable, "-m", "felkod"], [str(SCRIPT)]]


def felkod_command(
    command: list[str], *arguments: str, stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "error"}
    return subprocess.run(
        [*command, *arguments], capture_output=True, encoding="utf-8", env=environment, input=stdin
    )


def documents(text: str) -> list[dict[str, object]]:
    """Returns the JSON documents of a text, one after another."""
    found: list[dict[str, object]] = []
    while text := text.lstrip():
        document, end = json.JSONDecoder().raw_decode(text)
        found.append(document)
        text = text[end:]
    return found


every_command = pytest.mark.parametrize("command", COMMANDS, ids=["module", "script"])


@every_command
def test_the_json_of_read_is_to_dict_but_for_the_decision(command: list[str]) -> None:
    for path in sorted(path for path in PAYLOADS.iterdir() if path.is_file()):
        done = felkod_command(command, "read", str(path), "--format", "json", "--lang", "sv")
        report = felkod.read(path.read_bytes())
        told = documents(done.stdout)
        for response in told:
            # What to do next depends on the time and on what was tried before; the command takes it for a first try.
            response.pop("decision", None)
        if len(told) > 1:
            # Where a file has several responses, the command tells the place of each as well.
            answers = [answer.report.to_dict("sv") for answer in felkod.find(path.read_bytes())]
            assert [{key: response[key] for key in answers[0]} for response in told] == answers, path.name
            continue
        assert told == [report.to_dict("sv")], path.name
        assert list(told[0]) == list(report.to_dict("sv"))
        assert done.returncode == {"success": 0, "partial": 1, "error": 1, "unrecognized": 3}[report.outcome]


@every_command
def test_the_json_of_list_is_to_dict_of_every_code(command: list[str]) -> None:
    done = felkod_command(command, "list", "--format", "json", "--lang", "sv")
    assert json.loads(done.stdout) == [code.to_dict("sv") for code in Code]


@every_command
def test_it_reads_the_standard_input_and_tells_its_version(command: list[str]) -> None:
    done = felkod_command(command, "read", "--lang", "sv", stdin=rest((606, "")).decode())
    assert (done.returncode, done.stderr) == (1, "")
    assert "REST 606 · Anropsgränsen har överskridits" in done.stdout
    assert felkod_command(command, "--version").stdout.startswith(f"felkod {felkod.__version__} ")


@every_command
def test_wrong_usage_ends_with_2_and_names_the_command(command: list[str]) -> None:
    done = felkod_command(command, "explain")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: felkod explain" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX has them")
@every_command
def test_an_interrupt_ends_it_while_it_waits_for_input(command: list[str]) -> None:
    with subprocess.Popen(
        [*command, "read", "-", "no-such-file"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            # It is in Rust, waiting, when it has taken the one byte out of the pipe.
            assert process.stdin is not None
            process.stdin.write(b"{")
            process.stdin.flush()
            wait_until_read(process)
            process.send_signal(signal.SIGINT)
            process.wait(30)
        finally:
            process.kill()
    assert process.returncode == -signal.SIGINT


def wait_until_read(process: subprocess.Popen[bytes]) -> None:
    """Waits until a process has read what was written to its standard input, or has ended."""
    import fcntl
    import termios

    assert process.stdin is not None
    unread = bytearray(4)
    while process.poll() is None:
        fcntl.ioctl(process.stdin.fileno(), termios.FIONREAD, unread)
        if not any(unread):
            break


def test_a_closed_pipe_ends_it_quietly() -> None:
    with subprocess.Popen(
        [*COMMANDS[0], "list", "--format", "json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) == 0


def test_pre_commit_stops_what_is_not_redacted_by_the_hook_of_the_docs(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
    hook = page.partition("```yaml\n")[2].partition("```")[0]
    (tmp_path / ".pre-commit-config.yaml").write_text(hook, encoding="utf-8")
    (tmp_path / "app.log").write_text("a line\nno lead anna@example.com\n", encoding="utf-8")
    (tmp_path / "notes.md").write_text("anna@example.com", encoding="utf-8")
    environment = {**os.environ, "PATH": f"{SCRIPT.parent}{os.pathsep}{os.environ['PATH']}"}
    environment = {key: value for key, value in environment.items() if not key.startswith("GIT_")}

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8")

    assert run("git", "init", "--quiet").returncode == run("git", "add", ".").returncode == 0
    stopped = run(sys.executable, "-m", "pre_commit", "run")
    assert stopped.returncode == 1 and "app.log:2: email" in stopped.stdout, stopped
    assert "anna" not in stopped.stdout + stopped.stderr and "notes.md" not in stopped.stdout
    (tmp_path / "app.log").write_bytes(felkod.redact((tmp_path / "app.log").read_bytes()))
    run("git", "add", ".")
    passed = run(sys.executable, "-m", "pre_commit", "run")
    assert passed.returncode == 0 and "Passed" in passed.stdout, passed
