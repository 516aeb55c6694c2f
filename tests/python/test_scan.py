"""Scanning: that Python counts what the command counts, and lets Ctrl-C and other threads through."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import threading
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from conftest import ROOT

import felkod
from felkod import Advice, Code, Level

LOGS = ROOT / "tests" / "scan" / "logs"
LINE = "2026-08-17T09:00:02Z WARN API Error Code 606: Max rate limit '100' exceeded with in '20' secs\n"


def of_command(*arguments: str) -> object:
    command = [sys.executable, "-m", "felkod", "scan", "--format", "json", *arguments]
    return json.loads(subprocess.run(command, capture_output=True, encoding="utf-8").stdout)


@pytest.mark.parametrize("by", ["hour", "day", "file"])
def test_a_summary_is_the_json_of_the_command(by: str) -> None:
    missing = str(LOGS / "missing.log")
    arguments = ["--by", by, "--timezone", "Europe/Stockholm", "--since", "2026-08-17T09:00:03Z"]
    summary = felkod.scan(
        [LOGS, missing],
        by=by,  # type: ignore[arg-type]
        timezone="Europe/Stockholm",
        since=datetime(2026, 8, 17, 9, 0, 3, tzinfo=timezone.utc),
        jobs=2,
    )
    told = of_command(str(LOGS), missing, *arguments)
    assert isinstance(told, dict) and summary.to_dict() == told
    assert list(summary.to_dict()) == list(told)
    assert summary.answers > 1 and [file.path for file in summary.unreadable] == [missing]
    assert {(period.start is None, period.path is None) for period in summary.periods} == {
        (by == "file", by != "file")
    }


def test_a_summary_has_types_of_pythons_own() -> None:
    summary = felkod.scan(str(LOGS))
    limited = summary.codes[0]
    assert (limited.number, limited.code, limited.count) == (606, Code.REST_RATE_LIMIT_EXCEEDED, 3)
    assert (limited.level, limited.advice) == (Level.RESPONSE, Advice.WAIT_FOR_RATE_WINDOW)
    assert limited.first_seen == datetime(2026, 8, 17, 9, 0, 2, tzinfo=timezone.utc) == summary.first_seen
    assert (Path(limited.path), limited.line) == (LOGS / "app.log", 2)
    assert sum(period.calls for period in summary.periods) == summary.calls == 4
    assert pickle.loads(pickle.dumps(summary)) == summary == felkod.scan(LOGS)


def test_an_unknown_number_stays_a_number(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text('{"requestId":"e42b#14272d07d78","success":false,"errors":[{"code":"99999"}]}')
    (count,) = felkod.scan(tmp_path).codes
    assert (count.number, count.code, count.advice) == (99999, None, None)


def test_times_are_datetimes_dates_and_text() -> None:
    zone = timezone(timedelta(hours=2))
    for since, until, answers in [
        (date(2026, 8, 17), date(2026, 8, 18), 6),
        (date(2026, 8, 18), None, 0),
        (datetime(2026, 8, 17, 12, 0, tzinfo=zone), None, 1),
        (datetime(2026, 8, 17, 10, 0), None, 1),
        (None, "2026-08-17T10:00:00Z", 5),
    ]:
        assert felkod.scan(LOGS, since=since, until=until).answers == answers, (since, until)


def test_wrong_arguments_are_named() -> None:
    for arguments, error, named in [
        ({"timezone": "Europe/Atlantis"}, ValueError, "`Europe/Atlantis`"),
        ({"since": "yesterday"}, ValueError, "`yesterday`"),
        ({"until": 17}, TypeError, "until"),
        ({"by": "week"}, ValueError, "`week`"),
        ({"jobs": 0}, ValueError, "jobs"),
    ]:
        with pytest.raises(error, match=named):
            felkod.scan(LOGS, **arguments)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        felkod.scan([17])  # type: ignore[list-item]


@pytest.mark.skipif(sys.platform == "win32", reason="it has no named pipes in folders")
def test_other_threads_run_while_a_scan_waits_for_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.log"
    os.mkfifo(pipe)

    def write() -> None:
        # It opens when the scan does; were the GIL held, this thread could not write.
        pipe.write_text(LINE * 2)

    writer = threading.Thread(target=write)
    writer.start()
    assert felkod.scan(pipe).calls == 2
    writer.join()


@pytest.mark.skipif(sys.platform == "win32", reason="it has no named pipes in folders")
def test_ctrl_c_ends_a_scan_that_waits_for_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.log"
    os.mkfifo(pipe)
    program = f"""
import felkod
try:
    felkod.scan({str(pipe)!r})
except KeyboardInterrupt:
    print("interrupted")
"""
    child = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, encoding="utf-8")
    with pipe.open("w") as log:  # It opens when the scan has.
        log.write(LINE)
        log.flush()
        child.send_signal(signal.SIGINT)
        out, _ = child.communicate(timeout=60)
    assert (out, child.returncode) == ("interrupted\n", 0)
