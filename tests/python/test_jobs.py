"""A whole job, to its end."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from jobs import job, marketo

from felkod import Code


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
