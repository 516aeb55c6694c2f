"""The recorder, and the hooks that give it what goes over the wire: whole jobs, read back as HAR by another library."""

from __future__ import annotations

import asyncio
import errno
import io
import json
import logging
import sys
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import httpx
import pytest
import requests
import zeep
from conftest import ROOT, Answer, Server, rest, soap
from haralyzer import HarEntry, HarParser
from test_zeep import WSDL

import felkod
import felkod.aiohttp
import felkod.httpx
import felkod.requests
import felkod.zeep
from felkod import Recorder
from felkod.simulator import Marketo

KEY = bytes(16)
SECRETS = ("hunter2-Kalle", "anna@example.com", "kallekula1999")
FATAL = rest((603, "Access denied"))
SUCCESS = b'{"requestId":"e42b#14272d07d78","success":true,"result":[{"id":318581,"email":"anna@example.com"}]}'


def lines(path: Path) -> list[dict[str, Any]]:
    """Returns the entries of a file, once another library has read them as HAR, and no secret is in it."""
    text = path.read_text(encoding="utf-8")
    assert not [secret for secret in SECRETS if secret in text]
    entries = [json.loads(line) for line in text.splitlines()]
    opens({"log": {"version": "1.2", "creator": {"name": "x", "version": "1"}, "entries": entries}})
    return entries


def opens(har: dict[str, Any]) -> None:
    """Checks that a reader of HAR that is not ours reads a file's entries as they are."""
    entries = har["log"]["entries"]
    assert len(HarParser(har).har_data["entries"]) == len(entries)
    for entry in entries:
        read: Any = HarEntry(entry)
        assert (read.request.url, read.request.method) == (entry["request"]["url"], entry["request"]["method"])
        assert (read.response.status, read.time) == (entry["response"]["status"], entry["time"])
        assert read.startTime is not None and read.startTime.tzinfo is not None


def told(entry: dict[str, Any]) -> tuple[Any, ...]:
    """Returns what matters in an entry."""
    made = entry["_felkod"]
    return entry["request"]["method"], entry["response"]["status"], made["codes"], made["attempt"], made["failure"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "calls.jsonl"


def record(recorder: Recorder, body: bytes = FATAL, **told: Any) -> None:
    recorder.record("GET", "https://example.com/rest/v1/leads.json?access_token=hunter2-Kalle", status=200, body=body, **told)


def test_the_last_exchanges_are_written_when_a_person_must_look(path: Path) -> None:
    recorder = Recorder(path, keep=3)
    for _ in range(5):
        record(recorder, SUCCESS)
    assert not path.exists() and recorder.written == 0
    record(recorder, rest((606, "Max rate limit '100' exceeded with in '20' secs")))
    record(recorder)
    assert [entry["_felkod"]["codes"] for entry in lines(path)] == [[], [606], [603]]
    assert (recorder.written, recorder.lost) == (3, 0) and path.stat().st_mode & 0o777 == 0o600
    record(recorder, SUCCESS)
    recorder.write()
    assert len(lines(path)) == 4


def test_an_exchange_has_all_that_was_told(path: Path) -> None:
    recorder = Recorder(path, everything=True, rotate_age=None, key=KEY)
    recorder.record(
        "POST",
        "https://example.com/rest/v1/leads.json",
        status=500,
        reason="Internal Server Error",
        headers=[("Content-Type", b"application/json"), ("Content-Length", 7)],
        body=bytearray(b'{"success":false,"errors":[{"code":"611","message":"System error"}]}'),
        request_headers={"Authorization": "Bearer hunter2-Kalle", "Content-Type": "application/json"},
        request_body='{"action":"createOnly","input":[{"email":"anna@example.com"}]}',
        started=1_767_225_600.5,
        took=timedelta(milliseconds=250),
        first_byte=0.1,
        attempt=2,
        http_version="HTTP/1.1",
    )
    recorder.record("GET", "https://example.com/", failure=felkod.Failure.REFUSED, took=1)
    entry, failed = lines(path)
    assert entry["startedDateTime"] == "2026-01-01T00:00:00.500Z" and entry["time"] == 250
    assert entry["timings"] == {"send": 0, "wait": 100, "receive": 150}
    assert entry["response"]["statusText"] == "Internal Server Error"
    assert told(entry) == ("POST", 500, [611], 2, None) and told(failed) == ("GET", 0, [], 1, "refused")
    # What sending it twice does follows from the action in its body.
    assert entry["_felkod"]["decision"]["reason"] == "may_have_been_applied"


def test_what_was_decided_stands_in_the_record(path: Path) -> None:
    recorder = Recorder(path, everything=True)
    decisions = [
        felkod.Decision(felkod.Action.DONE, absent=True, set_aside=(1,)),
        felkod.Decision(felkod.Action.RETRY, after=1.5),
        felkod.Decision(felkod.Action.RENEW, after=0),
        felkod.Decision(felkod.Action.REDUCE, after=0, limit=felkod.Piece(150, "records")),
        felkod.Decision(felkod.Action.REDUCE, after=0),
        felkod.Decision(felkod.Action.RESEND, after=2, records=(0, 2), set_aside=(1,)),
        felkod.Decision(felkod.Action.GIVE_UP, reason=felkod.Reason.DEADLINE, who=felkod.EscalateTo.DEVELOPER),
    ]
    for decision in decisions:
        record(recorder, decision=decision)
    common = {"after_seconds": None, "reason": None, "who": None}
    assert [entry["_felkod"]["decision"] for entry in lines(path)] == [
        {**common, "action": "done", "reason": "treat_as_absent", "set_aside": [1]},
        {**common, "action": "retry", "after_seconds": 2},
        {**common, "action": "renew", "after_seconds": 0},
        {**common, "action": "reduce", "after_seconds": 0, "limit": {"unit": "records", "figure": 150}},
        {**common, "action": "reduce", "after_seconds": 0},
        {**common, "action": "resend", "after_seconds": 2, "records": [0, 2], "set_aside": [1]},
        {**common, "action": "give_up", "reason": "deadline", "who": "developer"},
    ]
    with pytest.raises(TypeError, match="decision must be a felkod.Decision, not str"):
        record(recorder, decision="retry")
    with pytest.raises(ValueError, match="cannot wait -1 seconds"):
        record(recorder, decision=felkod.Decision(felkod.Action.RETRY, after=-1))


def test_another_reader_opens_what_the_recorder_of_rust_writes() -> None:
    har = json.loads((ROOT / "tests" / "evidence" / "har" / "recorder.har").read_text())
    assert len(har["log"]["entries"]) > 10
    opens(har)


def test_a_strict_recorder_writes_no_value(path: Path) -> None:
    for strict in (False, True):
        recorder = Recorder(path, everything=True, strict=strict)
        record(recorder, SUCCESS)
    kept, hidden = lines(path)
    texts = [entry["response"]["content"]["text"] for entry in (kept, hidden)]
    assert "318581" in texts[0] and "318581" not in texts[1]
    assert all("e42b#14272d07d78" in text for text in texts) and hidden["_felkod"] == kept["_felkod"]


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("br", b"\x8b\x12\x80anna@example.com access_token=cdf01657\x03"),
        ("zstd", b"(\xb5/\xfd &1\x01\x00anna@example.com access_token=cdf01657"),
    ],
)
def test_a_body_that_was_not_decompressed_is_hidden(path: Path, encoding: str, body: bytes) -> None:
    recorder = Recorder(path, everything=True)
    record(recorder, body, headers={"Content-Encoding": encoding})
    record(recorder, FATAL, headers={"Content-Encoding": encoding})
    hidden, read = lines(path)
    assert "text" not in hidden["response"]["content"] and hidden["response"]["content"]["size"] == len(body)
    assert hidden["_felkod"]["outcome"] is None and "cdf01657" not in path.read_text(encoding="utf-8")
    assert read["_felkod"]["codes"] == [603]


def test_memory_is_a_har_and_bounded() -> None:
    recorder = Recorder(keep=2, keep_bytes=10_000, key="0" * 32)
    for number in range(5):
        recorder.record("GET", f"https://example.com/{number}", status=200, body="x" * (20_000 if number == 4 else 5))
    entries = json.loads(recorder.har())["log"]["entries"]
    assert [entry["request"]["url"][-1] for entry in entries] == ["3", "4"]
    assert entries[1]["response"]["content"]["size"] == 20_000 and "text" not in entries[1]["response"]["content"]


def test_a_file_gives_way_by_size_and_by_age(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "calls.jsonl", everything=True, rotate_bytes=1, rotate_files=2, fsync=True)
    for at in range(5):
        record(recorder, started=1_767_225_600 + at)
    assert len(list(tmp_path.iterdir())) == 3
    recorder = Recorder(tmp_path / "old.jsonl", everything=True, rotate_age=timedelta(seconds=60))
    for at in (0, 59, 60):
        record(recorder, started=1_767_225_600 + at)
    assert len(list(tmp_path.glob("old*"))) == 2
    recorder = Recorder(tmp_path / "ever.jsonl", everything=True, rotate_age=None)
    for at in (0, 9_000_000):
        record(recorder, started=1_767_225_600 + at)
    assert len(list(tmp_path.glob("ever*"))) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_a_full_disk_is_said_once_and_stops_nothing(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.symlink_to("/dev/full")
    said: list[OSError] = []
    for on_error in (None, said.append):
        recorder = Recorder(path, on_error=on_error)
        for _ in range(3):
            record(recorder)
        assert (recorder.written, recorder.lost) == (0, 0)
    assert [message.startswith(f"cannot write `{path}`: ") for message in caplog.messages] == [True]
    (error,) = said
    assert (error.errno, error.filename, error.strerror) == (errno.ENOSPC, str(path), "No space left on device")
    asked = Recorder(path)
    record(asked, SUCCESS)
    with pytest.raises(OSError, match="No space left") as caught:
        asked.write()
    assert caught.value.errno == errno.ENOSPC
    path.unlink()
    record(recorder)
    assert recorder.written == 4 and len(lines(path)) == 4


def test_what_goes_wrong_when_it_is_said_reaches_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, sys.unraisablehook = sys.unraisablehook, lambda told: print(told.exc_type.__name__)
    try:
        recorder = Recorder(tmp_path / "none" / "calls.jsonl", on_error=lambda error: 1 / 0)
        record(recorder)
    finally:
        sys.unraisablehook = before
    assert capsys.readouterr().out == "ZeroDivisionError\n"


@pytest.mark.parametrize(
    ("options", "error"),
    [({"rotate_age": -1}, ValueError), ({"rotate_age": "a day"}, TypeError), ({"key": b"x"}, ValueError)],
)
def test_a_wrong_setting_is_told(options: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        Recorder(**options)
    with pytest.raises(ValueError, match="late"):
        Recorder().record("GET", "x", failure="late")
    with pytest.raises(TypeError, match="headers must be a mapping or an iterable of pairs, not int"):
        Recorder().record("GET", "x", headers=7)  # type: ignore[arg-type]


def test_threads_share_a_recorder_and_every_line_is_whole(path: Path) -> None:
    recorder = Recorder(path, everything=True)

    def work() -> None:
        for _ in range(50):
            record(recorder)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(lines(path)) == 400


# Hooks. Each job gets a token, gets leads, sends one, follows a redirect, and meets an error and a broken connection.


def job_of_requests(url: str, recorder: Recorder, how: str) -> None:
    with requests.Session() as session:
        if how == "adapter":
            session.mount("http://", felkod.requests.RecordingAdapter(recorder))
        else:
            session.hooks["response"] += [felkod.requests.recording(recorder), felkod.requests.raise_for_error]
        run_job(url, session.get, session.post, requests.RequestException)


def job_of_httpx(url: str, recorder: Recorder, how: str) -> None:
    hooks: dict[str, Any] = {"event_hooks": {"response": [felkod.httpx.recording(recorder), felkod.httpx.raise_for_error]}}
    if how == "transport":
        hooks = {"transport": felkod.httpx.RecordingTransport(recorder)}
    with httpx.Client(follow_redirects=True, **hooks) as client:
        run_job(url, client.get, client.post, httpx.RequestError)


def run_job(url: str, get: Callable[..., Any], post: Callable[..., Any], failure: type[Exception]) -> None:
    headers = {"Authorization": "Bearer hunter2-Kalle"}
    assert get(url, params={"access_token": "hunter2-Kalle"}).json()["success"]
    assert post(url, headers=headers, json={"input": [{"email": "anna@example.com"}]}).json()["success"]
    get(url + "moved", headers=headers)
    with pytest.raises(felkod.MarketoError) as caught:
        felkod.raise_for_error(get(url, headers=headers).content)
    assert caught.value.number == 603
    with pytest.raises(failure):
        get(url)


async def job_of_httpx_async(url: str, recorder: Recorder, how: str) -> None:
    raising = felkod.httpx.raise_for_error_async
    hooks: dict[str, Any] = {"event_hooks": {"response": [felkod.httpx.recording_async(recorder), raising]}}
    if how == "transport":
        hooks = {"transport": felkod.httpx.AsyncRecordingTransport(recorder)}
    async with httpx.AsyncClient(follow_redirects=True, **hooks) as client:
        await run_async_job(url, client.get, client.post, httpx.RequestError)


async def run_async_job(url: str, get: Callable[..., Any], post: Callable[..., Any], failure: type[Exception]) -> None:
    headers = {"Authorization": "Bearer hunter2-Kalle"}
    await get(url, params={"access_token": "hunter2-Kalle"})
    await post(url, headers=headers, json={"input": [{"email": "anna@example.com"}]})
    await get(url + "moved", headers=headers)
    with pytest.raises(felkod.MarketoError):
        felkod.raise_for_error((await get(url, headers=headers)).content)
    with pytest.raises(failure):
        await get(url)


async def job_of_aiohttp(url: str, recorder: Recorder, how: str) -> None:
    options: dict[str, Any] = {"raise_for_status": felkod.aiohttp.raise_for_error} if how == "raising" else {}
    async with aiohttp.ClientSession(trace_configs=[felkod.aiohttp.recording(recorder)], **options) as session:

        async def call(method: str, url: str, **told: Any) -> httpx.Response:
            async with session.request(method, url, **told) as response:
                return httpx.Response(response.status, content=await response.read())

        async def get(url: str, **told: Any) -> httpx.Response:
            return await call("GET", url, **told)

        async def post(url: str, **told: Any) -> httpx.Response:
            return await call("POST", url, **told)

        await run_async_job(url, get, post, aiohttp.ClientError)


JOBS: list[tuple[str, Callable[..., Any], str, bool]] = [
    ("requests", job_of_requests, "hook", False),
    ("requests", job_of_requests, "adapter", True),
    ("httpx", job_of_httpx, "hook", False),
    ("httpx", job_of_httpx, "transport", True),
    ("httpx async", job_of_httpx_async, "hook", False),
    ("httpx async", job_of_httpx_async, "transport", True),
    ("aiohttp", job_of_aiohttp, "raising", True),
    ("aiohttp", job_of_aiohttp, "plain", True),
]


@pytest.mark.parametrize(("name", "job", "how", "sees_failures"), JOBS, ids=[f"{job[0]} {job[2]}" for job in JOBS])
def test_a_hook_records_a_whole_job_without_its_secrets(
    server: Server, path: Path, name: str, job: Callable[..., Any], how: str, sees_failures: bool
) -> None:
    server.answers += [
        Answer(SUCCESS, headers={"Set-Cookie": "session=kallekula1999; Path=/"}),
        Answer(SUCCESS),
        Answer(b"", 302, headers={"Location": "/?token=hunter2-Kalle"}),
        Answer(SUCCESS),
        Answer(FATAL),
        Answer(SUCCESS, length=9_999),
    ]
    done = job(server.url, Recorder(path, everything=True), how)
    if done is not None:
        asyncio.run(done)
    entries = lines(path)
    wanted: list[tuple[Any, ...]] = [
        ("GET", 200, [], 1, None),
        ("POST", 200, [], 1, None),
        ("GET", 302, [], 1, None),
        ("GET", 200, [], 1, None),
        ("GET", 200, [603], 1, None),
        # The body ends too early.
        ("GET", 0, [], 1, "connection_lost"),
    ]
    assert [told(entry) for entry in entries] == wanted
    first, posted, moved, _, failed, _ = entries
    assert [pair["name"] for pair in first["request"]["queryString"]] == ["access_token"]
    assert json.loads(first["response"]["content"]["text"])["result"][0]["id"] == 318581
    assert json.loads(posted["request"]["postData"]["text"])["input"][0]["email"].startswith("REDACTED-email-")
    authorization = {pair["name"].lower(): pair["value"] for pair in posted["request"]["headers"]}["authorization"]
    assert authorization.startswith("Bearer REDACTED-")
    assert moved["response"]["redirectURL"].startswith("/?token=REDACTED-")
    assert failed["_felkod"]["request_id"] == "e42b#14272d07d78" and failed["request"]["httpVersion"] == "HTTP/1.1"
    assert all(entry["time"] > 0 for entry in entries)


@pytest.mark.parametrize("how", ["adapter", "transport", "async", "aiohttp"])
def test_a_request_without_a_response_is_recorded(path: Path, how: str) -> None:
    recorder, url = Recorder(path, everything=True), "http://127.0.0.1:1/rest/v1/leads.json?access_token=hunter2-Kalle"

    async def with_httpx() -> None:
        async with httpx.AsyncClient(transport=felkod.httpx.AsyncRecordingTransport(recorder)) as client:
            await client.get(url)

    async def with_aiohttp() -> None:
        async with aiohttp.ClientSession(trace_configs=[felkod.aiohttp.recording(recorder)]) as session:
            await session.get(url)

    with pytest.raises((requests.ConnectionError, httpx.ConnectError, aiohttp.ClientConnectionError)):
        if how == "adapter":
            with requests.Session() as session:
                session.mount("http://", felkod.requests.RecordingAdapter(recorder))
                session.get(url)
        elif how == "transport":
            with httpx.Client(transport=felkod.httpx.RecordingTransport(recorder)) as client:
                client.get(url)
        else:
            asyncio.run(with_httpx() if how == "async" else with_aiohttp())
    assert [told(entry) for entry in lines(path)] == [("GET", 0, [], 1, "refused")]


def test_the_clients_of_felkod_record_each_attempt(felkod_marketo: Marketo, tmp_path: Path) -> None:
    felkod_marketo.fast_forward()

    def job(get: Callable[[str], Any]) -> None:
        assert get("/rest/v1/leads.json?filterType=email&filterValues=anna@example.com").status_code == 200

    async def asynchronous(recorder: Recorder) -> None:
        async with felkod.httpx.AsyncClient(felkod_marketo.url, "job", "hunter2-Kalle", recorder=recorder) as client:
            await client.get("/rest/v1/leads.json?filterType=email&filterValues=anna@example.com")

    for name in ("requests", "httpx", "async"):
        path = tmp_path / f"{name}.jsonl"
        recorder = Recorder(path, everything=True)
        felkod_marketo.answer(606)
        felkod_marketo.answer(602)
        if name == "requests":
            with felkod.requests.Session(felkod_marketo.url, "job", "hunter2-Kalle", recorder=recorder) as session:
                job(session.get)
        elif name == "httpx":
            with felkod.httpx.Client(felkod_marketo.url, "job", "hunter2-Kalle", recorder=recorder) as client:
                job(client.get)
        else:
            asyncio.run(asynchronous(recorder))
        entries = lines(path)
        assert [told(entry) for entry in entries] == [
            ("POST", 200, [], 1, None),
            ("GET", 200, [606], 1, None),
            ("GET", 200, [602], 2, None),
            ("POST", 200, [], 1, None),
            ("GET", 200, [], 3, None),
        ]
        assert [entry["_felkod"]["decision"]["action"] for entry in entries] == ["done", "retry", "renew", "done", "done"]
        # In the order of the clock of the simulator.
        assert [entry["startedDateTime"] for entry in entries] == sorted(entry["startedDateTime"] for entry in entries)
        text = path.read_text(encoding="utf-8")
        assert "REDACTED-" in entries[0]["request"]["postData"]["text"] and "Bearer REDACTED-" in text


def test_a_client_of_felkod_records_what_has_no_response(path: Path) -> None:
    policy = felkod.RetryPolicy(backoff=felkod.Schedule(first=0, longest=0, attempts=2))
    recorder = Recorder(path, everything=True)
    with (
        felkod.requests.Session("http://127.0.0.1:1", "job", "hunter2-Kalle", policy=policy, recorder=recorder) as session,
        pytest.raises(requests.ConnectionError),
    ):
        session.get("/rest/v1/leads.json")
    entries = lines(path)
    assert [told(entry)[3:] for entry in entries] == [(1, "refused"), (2, "refused")]
    decided = [entry["_felkod"]["decision"] for entry in entries]
    # Its own policy, which waits for nothing and gives up after two attempts.
    assert decided[0]["action"] == "retry" and decided[0]["after_seconds"] == 0
    assert (decided[1]["action"], decided[1]["reason"]) == ("give_up", "attempts_used_up")


@pytest.mark.parametrize("kind", ["requests", "httpx", "async"])
def test_a_client_of_felkod_goes_on_counting_where_records_are_sent_again(
    felkod_marketo: Marketo, path: Path, kind: str
) -> None:
    recorder = Recorder(path, everything=True)
    felkod_marketo.fast_forward()
    leads = [{"email": f"lead{at}@example.com"} for at in range(3)]

    async def in_tasks() -> felkod.Sent:
        async with felkod.httpx.AsyncClient(felkod_marketo.url, "job", "hunter2-Kalle", recorder=recorder) as client:
            return await client.post_records("/rest/v1/leads.json", leads)

    felkod_marketo.answer("713@record")
    if kind == "requests":
        with felkod.requests.Session(felkod_marketo.url, "job", "hunter2-Kalle", recorder=recorder) as session:
            sent = session.post_records("/rest/v1/leads.json", leads)
    elif kind == "httpx":
        with felkod.httpx.Client(felkod_marketo.url, "job", "hunter2-Kalle", recorder=recorder) as client:
            sent = client.post_records("/rest/v1/leads.json", leads)
    else:
        sent = asyncio.run(in_tasks())
    assert not sent.failed
    posts = [entry for entry in lines(path) if entry["request"]["url"].endswith("/leads.json")]
    assert [told(entry)[2:4] for entry in posts] == [([713], 1), ([], 2)]
    first, second = (entry["_felkod"]["decision"] for entry in posts)
    assert first["action"] == "resend" and first["records"] and second["action"] == "done"


def test_a_streamed_file_is_left_alone_and_a_transport_records_it_when_it_was_read(server: Server, path: Path) -> None:
    csv = b"id,email\n1,anna@example.com\n" * 1_000
    server.answers += [Answer(csv, content_type="text/csv")] * 3
    recorder = Recorder(path, everything=True)
    with requests.Session() as session:
        session.hooks["response"].append(felkod.requests.recording(recorder))
        with session.get(server.url, stream=True) as response:
            assert not response._content_consumed and response.content == csv
    with httpx.Client(event_hooks={"response": [felkod.httpx.recording(recorder)]}) as client:
        with client.stream("GET", server.url) as response:
            assert not response.is_stream_consumed and response.read() == csv
    with httpx.Client(transport=felkod.httpx.RecordingTransport(recorder)) as client:
        with client.stream("GET", server.url) as response:
            assert len(lines(path)) == 2 and b"".join(response.iter_raw()) == csv
    sizes = [entry["response"]["content"]["size"] for entry in lines(path)]
    assert sizes == [0, 0, len(csv)]


def call(server: Server, tmp_path: Path, recorder: Recorder, answer: Answer) -> Any:
    """Calls the server with zeep."""
    wsdl = tmp_path / "marketo.wsdl"
    wsdl.write_text(WSDL.replace("ADDRESS", server.url), encoding="utf-8")
    server.answers.append(answer)
    with requests.Session() as session:
        plugin = felkod.zeep.RecordingPlugin(recorder)
        client = zeep.Client(str(wsdl), transport=zeep.Transport(session=session), plugins=[plugin])
        return client.service.getLead(leadKey="anna@example.com")


def test_a_plugin_of_zeep_records_responses_and_faults(server: Server, tmp_path: Path, path: Path) -> None:
    recorder = Recorder(path, everything=True)
    body = soap(20103, "No lead found with EMAIL = anna@example.com")
    with pytest.raises(felkod.NotFoundError), felkod.zeep.errors():
        call(server, tmp_path, recorder, Answer(body, 500, "text/xml; charset=utf-8"))
    head = b'<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>'
    success = head + b'<t:successGetLead xmlns:t="http://www.marketo.com/mktows/"><count>1</count></t:successGetLead>'
    success += b"</S:Body></S:Envelope>"
    call(server, tmp_path, recorder, Answer(success, 200, "text/xml; charset=utf-8"))
    fault, went_through = lines(path)
    assert told(fault) == ("POST", 500, [20103], 1, None) and told(went_through)[1:3] == (200, [])
    assert "REDACTED-email-" in fault["request"]["postData"]["text"]
    assert fault["_felkod"]["advice"] == "treat_as_absent" and fault["request"]["url"] == server.url


@pytest.mark.parametrize("kind", [requests, httpx])
def test_a_hook_that_cannot_record_breaks_no_call(
    server: Server, kind: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken:
        def record(self, *_: object, **__: object) -> None:
            raise MemoryError

    monkeypatch.setattr("felkod._evidence._said", False)
    server.answers += [Answer(SUCCESS)] * 2
    broken: Any = Broken()
    if kind is requests:
        with requests.Session() as session:
            session.hooks["response"].append(felkod.requests.recording(broken))
            bodies = [session.get(server.url).content for _ in range(2)]
    else:
        with httpx.Client(transport=felkod.httpx.RecordingTransport(broken)) as client:
            bodies = [client.get(server.url).content for _ in range(2)]
    assert bodies == [SUCCESS] * 2
    assert caplog.messages == ["an exchange was not recorded: MemoryError"]


def test_a_body_from_a_file_is_still_sent_whole(server: Server, path: Path) -> None:
    recorder = Recorder(path, everything=True)
    server.answers += [Answer(SUCCESS)] * 2
    with requests.Session() as session:
        session.mount("http://", felkod.requests.RecordingAdapter(recorder))
        session.post(server.url, data=io.BytesIO(b"token=hunter2-Kalle"))
    with httpx.Client(transport=felkod.httpx.RecordingTransport(recorder)) as client:
        client.post(server.url, content=iter([b"token=hunter2-Kalle"]))
    assert [entry["request"].get("postData") for entry in lines(path)] == [None, None]


def test_the_log_of_a_recorder_is_quiet_without_trouble(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        record(Recorder(path, everything=True))
    assert caplog.messages == []
