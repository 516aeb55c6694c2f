"""Whole jobs, to their end."""

from __future__ import annotations

import asyncio
import logging
import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from jobs import job, marketo, sync

import felkod
from felkod import Code
from felkod.simulator import Call, Marketo


def test_a_job_gets_through_a_bad_day(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    caplog.set_level(logging.WARNING, "job")
    count = marketo.BATCHES * marketo.PER_BATCH
    with marketo.Marketo() as server:
        told = job.Job(server.url, count, marketo.PER_BATCH)
        result = told.run()
    assert result["leads"] == list(range(marketo.PAGES * marketo.PER_PAGE)) and result["same"]
    assert result["exported"] == [marketo.EXPORTED] * 4
    assert result["stopped"] is Code.REST_DAILY_QUOTA_EXCEEDED
    # Every lead is updated but those whose field does not exist, also where they were busy as well at first.
    assert set(server.updated) == {lead for lead in range(count) if lead % 7}
    assert told.set_aside == {lead: 1006 for lead in range(0, count, 7)}
    # A new token for each that expired, however many threads saw it, and one to begin with.
    assert server.calls > max(marketo.EXPIRIES) and server.tokens == 1 + len(marketo.EXPIRIES)
    assert waits and max(waits) <= 900
    titles = {record.getMessage().split(";")[0] for record in caplog.records}
    for code in (602, 606, 615, 502, 429, 604):
        assert any(title.startswith(f"REST {code} ") for title in titles), code
    assert any(title.startswith("HTTP 520 ") for title in titles)
    assert "anna@example.com" not in caplog.text and ":sj" not in caplog.text


def test_the_lines_of_the_job_that_are_about_retry_token_and_log_are_few() -> None:
    lines = Path(job.__file__).read_text(encoding="utf-8").splitlines()
    marked = [line for line in lines if re.search(r"# (retry, token, log: )?\d+$", line)]
    assert len(marked) <= 12, "the count of the closing note"


LEADS = 3_000
TOKEN_AGE = 4
OPTIONS = ("--token-age", str(TOKEN_AGE), "--rate", "30", "--window", "3", "--latency", "15", "--job-seconds", "2")
SHORT = Path(__file__).parent / "jobs" / "short.yaml"
# The rules of that file after which a call is made again, by number.
AGAIN = {1, 2, 3, 4, 5, 6, 7, 12, 13}


def run_both() -> list[tuple[str, sync.Result, list[Call]]]:
    """Runs the job in threads and in tasks, at the same time, each against a server of its own."""
    policy = felkod.RetryPolicy(endpoint_timeout=1, figures=felkod.Figures(calls=28, window_seconds=3))

    def run(name: str) -> tuple[str, sync.Result, list[Call]]:
        with Marketo("--scenario", str(SHORT), *OPTIONS) as server:
            if name == "threads":
                return name, sync.run_in_threads(server.url, LEADS, policy), server.calls
            return name, asyncio.run(sync.run_in_tasks(server.url, LEADS, policy)), server.calls

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(run, ("threads", "tasks")))


@pytest.mark.slow
def test_threads_and_tasks_get_through_in_real_time_and_the_server_bears_witness() -> None:
    for name, result, calls in run_both():
        told = Counter(code for call in calls for code in call.codes if code in ("1004", "1078"))
        assert Counter(result.refused.values())[1004] == told["1004"] and set(result.refused.values()) <= {1004, 1078}, told
        emails = {lead["email"] for batch in sync.batches(LEADS) for lead in batch}
        assert result.ids.keys() | result.refused.keys() == emails and not result.ids.keys() & result.refused.keys()
        assert result.activities == result.lines == len(result.ids) and result.found <= set(result.ids.values())
        asked = [at for at, call in enumerate(calls) if call.path == "/identity/oauth/token"]
        for before, at in zip(asked, asked[1:], strict=False):
            expired = any({"601", "602"} & set(call.codes) for call in calls[before:at])
            assert expired or calls[at].at - calls[before].at >= 1_000 * TOKEN_AGE, f"{name}: call {at} for a token"
        troubled = [call for call in calls if call.rule in AGAIN or {"601", "602", "606", "615"} & set(call.codes)]
        assert AGAIN - {call.rule for call in calls} == set(), "all kinds of trouble were met"
        through = Counter(
            (call.method, call.path, call.fingerprint)
            for call in calls
            if call not in troubled and not call.path.endswith(("/status.json", "/token"))
        )
        assert set(through.values()) == {1}, f"{name}: what went through is not sent again"
        applied = Counter((call.path, call.fingerprint) for call in calls if call.applied)
        twice = {path for (path, _), count in applied.items() if count > 1}
        assert twice <= {sync.LEADS}, f"{name}: only an upsert may be carried out twice"
        lost = [call for call in calls if call.rule == 11]
        assert len(lost) == len(result.unknown) == 2, f"{name}: what may have been carried out is told, not repeated"
        assert len(calls) <= 2 * (len(through) + len(asked)), f"{name}: {len(calls)} calls"
