"""Reading: bodies in, reports out."""

from __future__ import annotations

import array
import copy
import json
import mmap
import multiprocessing
import pickle
import random
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import asdict
from datetime import datetime, timezone
from http import HTTPStatus
from pathlib import Path
from typing import Any

import numpy
import pytest
from conftest import PAYLOADS, ROOT, records, rest, soap

import felkod
import felkod.logging
from felkod import Advice, Api, Code, Level, Outcome, Remark, _felkod

BODIES = sorted(path for path in PAYLOADS.iterdir() if path.is_file())
STATISTIC = (
    b'{"success":true,"result":[{"errors":[{"errorCode":"606","count":3},{"errorCode":"99","count":1}]}]}'
)


def every_report() -> list[felkod.Report]:
    """Returns reports of every payload and of every code, each with its cases and values."""
    reports = [felkod.read(path.read_bytes()) for path in BODIES]
    for code in Code:
        if code.api is Api.SOAP:
            reports.append(felkod.read(soap(code, "No lead found with EMAIL = anna@example.com")))
        for body in (rest((code, "")), rest((code, "'x' not found")), records((code, "too many jobs"))):
            reports.append(felkod.read(body))
    texts = ["Max rate limit '50' exceeded with in '20' secs", "Export daily quota 250MB exceeded."]
    reports += [felkod.read(rest((606, texts[0]), (1029, texts[1]), ("x", "y"))), felkod.read(STATISTIC)]
    return reports


@pytest.mark.parametrize("path", BODIES, ids=lambda path: path.name)
def test_every_kind_of_body_gives_the_same_report(path: Path) -> None:
    body = path.read_bytes()
    report = felkod.read(body)
    padded = b"xx" + body + b"xx"
    every_second = memoryview(bytes(byte for pair in zip(body, body, strict=True) for byte in pair))[::2]
    for given in (bytearray(body), memoryview(body), memoryview(padded)[2:-2], every_second, body.decode()):
        assert felkod.read(given) == report, type(given)


def test_a_finding_has_what_stood_in_the_body() -> None:
    report = felkod.read(rest((606, "Max rate limit '50' exceeded with in '20' secs")))
    assert (report.ok, report.outcome, report.api) == (False, Outcome.ERROR, Api.REST)
    assert report.advice is Advice.WAIT_FOR_RATE_WINDOW
    assert report.request_id == report.harmless_request_id == "e42b#14272d07d78"
    assert report.request_time == datetime(2013, 11, 20, 0, 2, 15, 544000, timezone.utc)
    (finding,) = report.findings
    assert finding is report.strictest is report.findings[0]
    assert (finding.code, finding.number, finding.level) == (
        Code.REST_RATE_LIMIT_EXCEEDED,
        606,
        Level.RESPONSE,
    )
    assert (finding.record, finding.case, finding.server_code) == (None, None, None)
    assert finding.server_text == "Max rate limit '50' exceeded with in '20' secs"
    assert finding.values == {"calls": 50, "seconds": 20}
    assert finding.message() == "Rate limit exceeded: at most 50 calls in 20 seconds"
    assert finding.title() == report.title() == "REST 606 · Rate limit exceeded"
    for column in ("category", "advice", "applied", "retry", "escalate_to", "http_equivalent"):
        assert getattr(finding, column) == getattr(finding.code, column), column


def test_a_finding_of_a_case_has_the_columns_of_the_case() -> None:
    (finding,) = felkod.read(rest((1029, "Export daily quota 250MB exceeded."))).findings
    assert finding.case == "export_quota_used_up"
    assert finding.case is not None and finding.code is not None and finding.case in finding.code.cases
    for column in ("category", "advice", "applied", "retry", "escalate_to", "http_equivalent"):
        assert getattr(finding, column) == getattr(finding.case, column), column
    assert finding.advice is not finding.code.advice
    assert finding.values == {"export_megabytes": 250}


def test_an_unknown_code_keeps_its_number() -> None:
    (finding,) = felkod.read(rest((9999, "A code of tomorrow"))).findings
    assert (finding.number, finding.code, finding.advice, finding.message()) == (9999, None, None, None)
    (finding,) = felkod.read(rest(("teapot", "A code of never"))).findings
    assert (finding.number, finding.server_code) == (None, "teapot")


def test_a_partial_outcome_has_no_advice_of_its_own() -> None:
    report = felkod.read(records((1004, "Lead not found"), (1006, "Field 'x' not found")))
    assert (report.outcome, report.ok, report.advice) == (Outcome.PARTIAL, False, None)
    assert [finding.record for finding in report.findings] == [1, 2]
    assert report.strictest is report.findings[1], "fix_request is stricter than treat_as_absent"


def test_warnings_remarks_and_counts_come_along() -> None:
    report = felkod.read(
        b'{"requestId":"a#1","success":true,"result":[],"warnings":["The limit was lowered"]}'
    )
    assert report.ok and [warning.server_text for warning in report.warnings] == ["The limit was lowered"]
    assert felkod.read(rest((606, ""))[:-1]).remarks == (Remark.CUT,)
    counts = felkod.read(STATISTIC).counts
    assert [(count.number, count.code, count.count) for count in counts] == [
        (606, Code.REST_RATE_LIMIT_EXCEEDED, 3),
        (99, None, 1),
    ]


def test_status_headers_and_api_tell_what_the_body_does_not() -> None:
    page = b"<html><body>upstream failed</body></html>"
    assert felkod.read(page).outcome is Outcome.UNRECOGNIZED
    for status in (502, HTTPStatus.BAD_GATEWAY):
        assert felkod.read(page, status=status).findings[0].code is Code.REST_BAD_GATEWAY
    for api in ("soap", Api.SOAP):
        assert felkod.read(b"", api=api).api is Api.SOAP
    pair = [("Content-Type", "text/html"), ("x-request-ID", " a1b2 ")]
    raw = [(name.encode(), value.encode()) for name, value in pair]
    for headers in (pair, tuple(pair), iter(pair), dict(pair), raw, dict(raw)):
        assert felkod.read(page, status=502, headers=headers).request_id == "a1b2"


WRONG_TYPES = [
    ("body", {"body": 5}, "body must be str or a buffer of bytes, .*, not int"),
    ("body", {"body": None}, "body must be str or a buffer of bytes, .*, not NoneType"),
    ("status", {"status": "502"}, "status must be int, not str"),
    ("status", {"status": 502.0}, "status must be int, not float"),
    ("api", {"api": 5}, "api must be str, not int"),
    ("headers", {"headers": 5}, "headers must be a mapping or an iterable of pairs, not int"),
    ("headers", {"headers": ["name"]}, "headers must be a mapping or an iterable of pairs"),
    ("headers", {"headers": ["ab", b"ab"]}, "headers must be a mapping or an iterable of pairs"),
    ("headers", {"headers": {None: "x"}}, "the name of a header must be str or bytes, not NoneType"),
    ("headers", {"headers": {"Retry-After": None}}, "the header Retry-After must be str or bytes, not NoneType"),
    ("limits", {"limits": 5}, "limits must be felkod.Limits, not int"),
    ("lang", {"lang": 5}, "lang must be str, not int"),
]


@pytest.mark.parametrize(("argument", "given", "complaint"), WRONG_TYPES)
def test_a_wrong_type_is_a_type_error_that_names_it(
    argument: str, given: dict[str, Any], complaint: str
) -> None:
    for read in (felkod.read, felkod.raise_for_error):
        if argument != "lang" or read is felkod.raise_for_error:
            with pytest.raises(TypeError, match=complaint):
                read(**{"body": b"", **given})


@pytest.mark.parametrize("status", [-1, 0, 99, 600, 999, 70_000, 2**80])
def test_a_status_out_of_range_is_a_value_error(status: int) -> None:
    with pytest.raises(ValueError, match=f"status must be from 100 to 599, not {status}"):
        felkod.read(b"", status=status)


def test_an_unknown_api_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="unknown api `graphql`"):
        felkod.read(b"", api="graphql")


def test_no_bytes_make_read_raise() -> None:
    rng = random.Random(606)
    seeds = [path.read_bytes() for path in BODIES] + [rest((606, "ä" * 50)), soap(20103, "å"), STATISTIC]
    for _ in range(3000):
        body = bytearray(rng.choice(seeds))
        for _ in range(rng.randrange(8)):
            at = rng.randrange(len(body) + 1)
            body[at : at + rng.randrange(4)] = rng.randbytes(rng.randrange(4))
        del body[rng.randrange(len(body) + 1) :]
        for given in (bytes(body), body.decode("utf-8", "surrogateescape"), body.decode("utf-16", "replace")):
            report = felkod.read(given)
            assert repr(report) and report.to_dict() and report.title("sv"), given
            assert report.strictest is None or report.strictest in report.findings, given
            assert pickle.loads(pickle.dumps(report)) == report, given
    for hostile in (b"", b"\0", b"{" * 100_000, b"<a>" * 100_000, b"[" * 1_000_000, "\ud800", "\ufeff{"):
        assert felkod.read(hostile).outcome is Outcome.UNRECOGNIZED


def test_a_str_is_text_whatever_its_xml_declaration_says() -> None:
    text = soap(20103, "Åsa").decode().replace("UTF-8", "ISO-8859-1")
    assert felkod.read(text).findings[0].server_text == "Åsa (20103)"
    assert felkod.read(text.encode("latin-1")).findings[0].server_text == "Åsa (20103)"


def test_to_dict_is_json_and_the_same_as_what_a_finding_gives() -> None:
    for report in every_report():
        for lang in ("en", "sv"):
            told = report.to_dict(lang)
            assert json.loads(json.dumps(told)) == told
            assert told["findings"] == [finding.to_dict(lang) for finding in report.findings]
            assert told["warnings"] == [warning.to_dict(lang) for warning in report.warnings]
            assert told["outcome"] == report.outcome and told["request_id"] == report.request_id
            assert told["advice"] == report.advice and told["left_out"] == report.left_out
            assert told["unchanged"] == report.unchanged and told["counts_left_out"] == report.counts_left_out
            assert told["remarks"] == list(report.remarks)
            for finding, row in zip(report.findings, told["findings"], strict=True):
                columns = "category advice applied retry escalate_to http_equivalent level record server_text"
                for column in (*columns.split(), "values", "case"):
                    assert getattr(finding, column) == row[column], column
                for part in ("message", "note", "remedy"):
                    assert getattr(finding, part)(lang) == row[part], part


def test_reports_findings_and_counts_compare_hash_and_pickle_by_what_they_hold() -> None:
    reports = every_report()
    for report, same in zip(reports, every_report(), strict=True):
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(report, protocol))
            assert again == report and again.to_dict("sv") == report.to_dict("sv")
        assert copy.copy(report) == copy.deepcopy(report) == report
        parts = [report, *report.findings, *report.warnings, *report.counts]
        others = [same, *same.findings, *same.warnings, *same.counts]
        for part, other in zip(parts, others, strict=True):
            assert part == other and hash(part) == hash(other)
            assert pickle.loads(pickle.dumps(part)) == part
            assert part != "another type"
    assert len(set(reports)) > len(Code), "different reports differ"
    assert felkod.read(rest((606, "a"))) != felkod.read(rest((606, "b")))
    assert felkod.read(rest((606, "a"))).findings[0] != felkod.read(rest((606, "b"))).findings[0]


def test_a_pickle_that_holds_nonsense_is_an_error_and_no_crash() -> None:
    rng = random.Random(606)
    for part in (felkod.read(rest((606, "Max rate limit '50' exceeded with in '20' secs"))), felkod.read(STATISTIC)):
        for thing in (part, *part.findings, *part.counts):
            reduced: Any = thing.__reduce__()
            restore, (state,) = reduced
            assert restore(state) == thing
            for _ in range(300):
                at = rng.randrange(len(state))
                broken = state[:at] + rng.choice(["", "x", "9", '"', "{", "null"]) + state[at + rng.randrange(4) :]
                try:
                    assert type(restore(broken)) is type(thing)
                except ValueError as error:
                    assert "not a state of felkod" in str(error)
            for nonsense in (None, 5, b"{}"):
                with pytest.raises(TypeError):
                    restore(nonsense)


def test_a_pickle_names_only_what_is_public_and_knows_its_parts_by_name() -> None:
    report = felkod.read(rest((606, "Max rate limit '50' exceeded with in '20' secs")), status=200)
    for thing in (report, report.findings[0], felkod.read(STATISTIC).counts[0], felkod.error_of(report)):
        assert b"_felkod" not in pickle.dumps(thing) and b"_errors" not in pickle.dumps(thing)
        assert b"_felkod" not in pickle.dumps(thing, 0) and b"_errors" not in pickle.dumps(thing, 0)
    assert '"values":{"calls":50,"seconds":20}' in pickle.dumps(report, 0).decode()


def test_a_code_of_a_later_felkod_is_an_unknown_number_here() -> None:
    later = pickle.dumps(felkod.read(rest((606, "x"))), 0).replace(b"606", b"699")
    (finding,) = pickle.loads(later).findings
    assert (finding.number, finding.code, finding.advice) == (699, None, None)


def test_a_pickle_of_a_later_felkod_is_read_without_the_words_that_only_it_knows() -> None:
    cut = felkod.read(rest((606, "x"))[:-1])
    assert cut.remarks == (Remark.CUT,)
    reduced: Any = cut.__reduce__()
    restore, (state,) = reduced
    later = restore(state.replace('"cut"', '"of_tomorrow","cut"').replace("{", '{"of_tomorrow":1,', 1))
    assert later == cut


def test_the_bounds_of_a_reading_can_be_set() -> None:
    body = records((1004, ""), (1006, ""), (1029, ""))
    assert felkod.read(body, limits=felkod.Limits()) == felkod.read(body)
    bounded = felkod.read(body, limits=felkod.Limits(findings=1))
    assert len(bounded.findings) == 1 and bounded.left_out == 2
    assert Remark.TOO_LARGE in felkod.read(body, limits=felkod.Limits(bytes=20)).remarks
    assert Remark.TOO_DEEP in felkod.read(soap(20103, "x"), limits=felkod.Limits(depth=2)).remarks
    limits = felkod.Limits(1, 2, depth=3)
    assert (limits.bytes, limits.findings, limits.depth) == (1, 2, 3)
    assert repr(limits) == "Limits(bytes=1, findings=2, depth=3)"
    for again in (pickle.loads(pickle.dumps(limits, 0)), copy.deepcopy(limits)):
        assert again == limits and hash(again) == hash(limits) and again != felkod.Limits()
    assert asdict(felkod.Limits()) == dict(zip(("bytes", "findings", "depth"), _felkod.limits(), strict=True))
    assert felkod.read(body, limits=felkod.Limits(2**63, 2**64 - 1)) == felkod.read(body)
    with pytest.raises(ValueError, match="bytes must not be negative"):
        felkod.Limits(bytes=-1)
    with pytest.raises(TypeError, match="depth must be int, not str"):
        felkod.Limits(depth="64")  # type: ignore[arg-type]
    with pytest.raises(felkod.UnrecognizedError):
        felkod.raise_for_error(body, limits=felkod.Limits(bytes=20))


def test_any_buffer_is_a_body() -> None:
    body = rest((606, "Max rate limit '50' exceeded with in '20' secs"))
    wanted = felkod.read(body)
    with mmap.mmap(-1, len(body)) as mapped:
        mapped[:] = body
        numbers = numpy.frombuffer(body, numpy.uint8)
        padded = body + b" " * (-len(body) % 4)
        given: Any
        for given in (mapped, array.array("B", body), numbers, numbers.reshape(1, -1), array.array("I", padded)):
            assert felkod.read(given) == wanted, type(given)


def test_what_stands_in_other_headers_does_not_matter() -> None:
    headers = {"Content-Length": 133, "X-Empty": None, "X-Request-Id": "a1-b2", "Retry-After": 7}
    report = felkod.read(b"", status=502, headers=headers)
    assert (report.request_id, report.retry_after()) == ("a1-b2", 7)
    pairs: list[list[Any]] = [["Date", None], ["retry-after", b"8"]]
    assert felkod.read(b"", status=502, headers=pairs).retry_after() == 8


def test_by_record_has_the_strictest_finding_of_each_record() -> None:
    reasons = [{"code": "713", "message": "busy"}, {"code": "1006", "message": "Field 'x' not found"}]
    result = [{"status": "skipped", "reasons": reasons}, {"id": 1, "status": "updated"}]
    report = felkod.read(json.dumps({"success": True, "result": result}))
    assert [finding.number for finding in report.findings] == [713, 1006]
    assert report.by_record() == {0: report.findings[1]} and report.by_record()[0] is report.findings[1]
    assert report.by_record()[0].retry is felkod.Retry.NO


def test_an_own_field_of_a_custom_object_makes_no_outcome_partial() -> None:
    for word in ("Skipped", "skipped", "SKIPPED"):
        body = {"success": True, "result": [{"seq": 0, "marketoGUID": "x", "status": word, "idField": "vin"}]}
        assert felkod.read(json.dumps(body)).outcome is Outcome.SUCCESS, word


def test_a_personal_number_as_a_request_id_is_not_harmless() -> None:
    for id_ in ("19850101-1234", "198501011234", "850101-1234", "0701234567"):
        report = felkod.read(b'{"success":true}', headers={"X-Request-Id": id_})
        assert report.request_id == id_ and report.harmless_request_id is None
        assert id_ not in repr(report) and id_ not in str(felkod.logging.extra(report))


def table(name: str) -> list[dict[str, str]]:
    """Returns the rows of a table that every language's tests read."""
    lines = (ROOT / "tests" / "cases" / name).read_text(encoding="utf-8").splitlines()
    head, *rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.mark.parametrize("row", table("strictest.tsv"), ids=lambda row: row["name"])
def test_the_strictest_finding_is_the_one_every_language_names(row: dict[str, str]) -> None:
    report = felkod.read(row["body"])
    strictest = report.strictest
    told = {
        "outcome": str(report.outcome),
        "strictest": "-" if strictest is None or strictest.number is None else str(strictest.number),
        "advice": str(report.advice or "-"),
        "by_record": ",".join(f"{at}:{f.number}" for at, f in report.by_record().items()) or "-",
        "title_en": report.title(),
    }
    assert told == {column: row[column] for column in told}
    error = felkod.error_of(report, partial=True)
    if error is not None:
        assert error.finding == strictest and error.advice == report.advice and str(error) == row["title_en"]


def test_reports_and_errors_cross_the_border_of_a_process() -> None:
    body = rest((606, "Max rate limit '50' exceeded with in '20' secs"))
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert pool.submit(felkod.read, body).result() == felkod.read(body)
        with pytest.raises(felkod.ThrottlingError, match="Anropsgränsen") as caught:
            pool.submit(felkod.raise_for_error, body, lang="sv").result()
    assert caught.value.report == felkod.read(body)
    assert (caught.value.lang, caught.value.retry_after) == ("sv", 20)


def test_reports_and_findings_cannot_be_changed_or_made() -> None:
    report = felkod.read(STATISTIC)
    finding = felkod.read(rest((606, "Max rate limit '50' exceeded with in '20' secs"))).findings[0]
    for part in (report, finding, report.counts[0]):
        for attribute in (next(name for name in dir(part) if not name.startswith("_")), "anything"):
            with pytest.raises(AttributeError):
                setattr(part, attribute, 5)
        with pytest.raises(TypeError):
            type(part)()
    finding.values.clear()
    assert finding.values == {"calls": 50, "seconds": 20}


def test_a_repr_helps_and_shows_no_personal_data() -> None:
    report = felkod.read((PAYLOADS / "rest-records.json").read_bytes())
    assert repr(report) == (
        "<felkod.Report partial, api=rest, request_id=10f2b#17c2b0ac1d2, findings=[1004, 1006, 1099]>"
    )
    assert repr(report.findings[1]) == (
        "<felkod.Finding 1006 rest_field_not_found, level=record, record=3, advice=fix_request>"
    )
    assert "… 5 more" in repr(felkod.read(rest(*[(606, "")] * 15)))
    secret = "anna@example.com"
    texts = [
        secret,
        f"Field '{secret}' not found",
        f"No lead found with EMAIL = {secret}",
        f"{secret} cannot be blank",
    ]
    for code in [*Code, 9999, secret]:
        for text in texts:
            for body in (rest((code, text)), soap(code, text), records((code, text))):
                body = body.replace(b"e42b#14272d07d78", secret.encode())
                report = felkod.read(body, headers={"X-Request-Id": secret})
                shown = [repr(report), report.title(), report.title("sv")]
                for finding in report.findings:
                    shown += [repr(finding), finding.title(), finding.title("sv")]
                assert report.findings and secret not in " ".join(shown), (code, text)


def test_a_time_that_no_calendar_has_is_none() -> None:
    assert felkod.read(b'{"requestId":"a#ffffffffffffffff","success":true}').request_time is None
    assert felkod.read(b'{"requestId":"a#e677d21fdc00","success":true}').request_time is None
    assert felkod.read(b'{"requestId":"a#0","success":true}').request_time == datetime(
        1970, 1, 1, tzinfo=timezone.utc
    )
    assert felkod.read(b'{"requestId":"a","success":true}').request_time is None


@pytest.mark.skipif(not getattr(sys, "_is_gil_enabled", lambda: True)(), reason="there is no lock to release")
@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview, bytes.decode])
def test_other_threads_run_while_a_large_body_is_read(kind: Callable[[bytes], Any]) -> None:
    body = kind(records(*[(1004, "Lead not found")] * 100_000))
    interval = sys.getswitchinterval()
    # So long that no thread runs before another gives up the lock of itself.
    sys.setswitchinterval(1_000)
    try:
        progress = max(progress_while_reading(body) for _ in range(5))
    finally:
        sys.setswitchinterval(interval)
    assert progress > 0


def progress_while_reading(body: Any) -> int:
    """Returns how many steps this thread makes while another reads a body."""
    steps, seen = 0, list[int]()

    def read() -> None:
        seen.append(steps)
        felkod.read(body)
        seen.append(steps)

    reader = threading.Thread(target=read)
    reader.start()
    while reader.is_alive():
        steps += 1
        time.sleep(0)  # gives up the lock, if another thread wants it
    reader.join()
    return seen[1] - seen[0]


def test_many_threads_can_share_everything() -> None:
    report = felkod.read(records((1006, "Field 'x' not found"), (1029, "too many jobs")))
    gate = threading.Barrier(8)

    def use(number: int) -> list[object]:
        gate.wait()
        shared: list[object] = [
            report.findings[0].message("sv"),
            report.strictest,
            report.findings,
            hash(report),
        ]
        texts = [code.note(("en", "sv")[number % 2]) for code in Code]
        assert texts and [felkod.lookup(code.name) for code in Code] == list(Code)
        return shared

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(use, range(8)))
    assert all(result == results[0] for result in results)
    assert all(result[2] is report.findings for result in results)
