"""A support case, from the program that meets a fault to the engineer who opens the zip."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
from haralyzer import HarParser
from jobs import support

from felkod.simulator import Marketo

LEADS = [{"email": f"anna{at}@example.com", "firstName": "Anna"} for at in range(3)]
SECRET = "hunter2-Kalle"


def run(marketo: Marketo, folder: Path, lang: str = "en") -> Path | None:
    marketo.fast_forward()
    return support.run(marketo.url, "nightly", SECRET, LEADS, folder, lang)


@pytest.mark.parametrize(
    ("lang", "words"),
    [("en", ("Access denied", "Stop")), ("sv", ("Åtkomst nekad", "Avbryt"))],
)
def test_support_finds_in_the_zip_what_it_asks_for_and_no_secret(
    felkod_marketo: Marketo, tmp_path: Path, lang: str, words: tuple[str, ...]
) -> None:
    # A rate limit at first, and then what somebody has to set up.
    felkod_marketo.answer(606, path="/rest/v1/leads.json")
    felkod_marketo.answer(603, path="/rest/v1/lists/*", times=None)
    case = run(felkod_marketo, tmp_path, lang)
    assert case is not None and case.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(case) as archive:
        assert archive.testzip() is None
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert list(parts) == ["exchanges.har", "text-1.txt", "summary.txt"]
    for name, text in parts.items():
        found = re.findall(rf"anna\d|{SECRET}|Bearer (?!REDACTED)\S+|Anna", text)
        assert not found, (name, found)

    # What happened: the token, the rate limit and its repetition, and the call that nobody can repeat.
    entries = HarParser(json.loads(parts["exchanges.har"])).har_data["entries"]
    told = [
        (entry["request"]["url"].rpartition("/")[2], *[entry["_felkod"][key] for key in ("codes", "attempt")])
        for entry in entries
    ]
    assert told == [("token", [], 1), ("leads.json", [606], 1), ("leads.json", [], 2), ("leads.json", [603], 1)]
    decisions = [entry["_felkod"]["decision"] for entry in entries]
    assert [decision["action"] for decision in decisions] == ["done", "retry", "done", "give_up"]
    assert decisions[-1]["reason"] == "fix_setup"

    # The summary names the code, the request id, what was tried and what was decided; the log is the job's own.
    summary, request_id = parts["summary.txt"], entries[-1]["_felkod"]["request_id"]
    assert request_id and request_id in summary and "603" in summary and "606" in summary, summary
    assert all(word in summary for word in words), summary
    assert "POST" in summary and "/rest/v1/lists/1001/leads.json" in summary
    log = parts["text-1.txt"]
    assert "3 of 3 leads were sent" in log and "the job stopped" in log and "REDACTED-" in log


def test_a_job_that_goes_well_makes_no_case(felkod_marketo: Marketo, tmp_path: Path) -> None:
    felkod_marketo.answer(606, path="/rest/v1/leads.json")
    assert run(felkod_marketo, tmp_path) is None
    # A rate limit is no trouble for a person.
    assert not (tmp_path / "trouble.jsonl").exists() and "3 of 3 leads" in (tmp_path / "nightly.log").read_text()


def test_a_record_that_was_rejected_is_logged_without_its_address(felkod_marketo: Marketo, tmp_path: Path) -> None:
    felkod_marketo.answer("1006@record", path="/rest/v1/leads.json")
    assert run(felkod_marketo, tmp_path) is None
    log = (tmp_path / "nightly.log").read_text()
    assert "REDACTED-email-" in log and "was rejected" in log and "anna" not in log
