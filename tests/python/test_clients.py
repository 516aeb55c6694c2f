"""The clients that need no code around them, against the simulator and a plain server."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import pickle
import socket
import traceback
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import clients
import httpx
import pytest
import requests
import requests.adapters
from clients import SECRET, Blocking, Connect, connect
from conftest import Answer, Server, rest

import felkod
import felkod.httpx
import felkod.requests
from felkod import Code, Reason
from felkod.simulator import Call, Marketo

__all__ = ["connect"]

IDENTITY = "/identity/oauth/token"
LEADS = "/rest/v1/leads.json"
TYPES = "/rest/v1/activities/types.json"
NAMED = {"filterType": "email", "filterValues": "anna@example.com"}
TOKEN = b'{"access_token": "5f2c-the-token:sj", "token_type": "bearer", "expires_in": 3599}'
SUCCESS = b'{"requestId":"e42b#14272d07d78","success":true,"result":[]}'


def leads(count: int) -> list[dict[str, str]]:
    return [{"email": f"lead{at}@example.com"} for at in range(count)]


def asked(marketo: Marketo) -> int:
    """Returns how often a token was asked for."""
    return sum(call.path == IDENTITY for call in marketo.calls)


def sent(marketo: Marketo) -> list[Call]:
    """Returns the calls other than those for a token."""
    return [call for call in marketo.calls if call.path != IDENTITY]


def codes(marketo: Marketo) -> list[list[str]]:
    return [call.codes for call in sent(marketo)]


def test_a_call_needs_an_address_an_id_and_a_secret(felkod_marketo: Marketo, connect: Connect) -> None:
    client = connect(felkod_marketo.url + "/rest/")
    for _ in range(3):
        assert client.get(LEADS, params=NAMED).json()["result"] == []
    assert client.get(felkod_marketo.url + TYPES).json()["success"]
    assert asked(felkod_marketo) == 1 and len(sent(felkod_marketo)) == 4


def test_an_expired_token_is_renewed_once_for_sixteen_threads(felkod_marketo: Marketo) -> None:
    for kind in (felkod.requests.Session, felkod.httpx.Client):
        felkod_marketo.reset()
        with kind(felkod_marketo.url, "id", SECRET) as client, ThreadPoolExecutor(16) as pool:
            client.get(TYPES)
            felkod_marketo.advance(3_600)
            done = list(pool.map(lambda _: client.get(TYPES).status_code, range(48)))
        assert done == [200] * 48 and asked(felkod_marketo) == 2
        assert ["602"] in codes(felkod_marketo)


def test_an_expired_token_is_renewed_once_for_sixteen_tasks(felkod_marketo: Marketo) -> None:
    async def get() -> list[int]:
        async with felkod.httpx.AsyncClient(felkod_marketo.url, "id", SECRET) as client:
            await client.get(TYPES)
            felkod_marketo.advance(3_600)
            return [got.status_code for got in await asyncio.gather(*(client.get(TYPES) for _ in range(48)))]

    assert asyncio.run(get()) == [200] * 48
    assert asked(felkod_marketo) == 2 and ["602"] in codes(felkod_marketo)


def test_a_token_is_asked_for_once_in_its_life_and_renewed_before_a_call_where_its_end_is_known(
    felkod_marketo: Marketo, connect: Connect
) -> None:
    felkod_marketo.fast_forward()
    client = connect(felkod_marketo.url)
    for life in range(1, 4):
        for _ in range(3):
            client.get(TYPES)
        assert asked(felkod_marketo) == life
        felkod_marketo.advance(3_700)
    assert set(map(tuple, codes(felkod_marketo))) == {()}, "no call met an expired token"


@pytest.mark.felkod_marketo("--rate", "10")
def test_a_client_keeps_below_the_limits(felkod_marketo: Marketo, connect: Connect) -> None:
    felkod_marketo.fast_forward()
    client = connect(felkod_marketo.url, policy=felkod.RetryPolicy(figures=felkod.Figures(calls=9)))
    for _ in range(40):
        client.get(TYPES)
    assert len(sent(felkod_marketo)) == 40 and set(map(tuple, codes(felkod_marketo))) == {()}
    assert client.pacer.calls == 9, "it had nothing to learn"


def test_failures_that_pass_are_met_as_the_policy_says(felkod_marketo: Marketo, connect: Connect) -> None:
    felkod_marketo.fast_forward()
    felkod_marketo.answer(606)
    felkod_marketo.answer(615)
    felkod_marketo.answer(502)
    felkod_marketo.answer(cut_after=20)
    felkod_marketo.answer(break_after=20)
    felkod_marketo.answer(close=True)
    told: list[tuple[str, float]] = []
    client = connect(
        felkod_marketo.url,
        policy=felkod.RetryPolicy(backoff=felkod.Schedule(1, 60, attempts=9)),
        on_decision=lambda decision, error: told.append((type(error).__name__, decision.after or 0)),
    )
    assert client.get(LEADS, params=NAMED).json()["success"]
    assert [name for name, _ in told[:4]] == ["ThrottlingError", "ThrottlingError", "UnavailableError", "UnrecognizedError"]
    assert len(told) == 6 and 20 <= told[0][1] <= 30 and 300 <= told[2][1]
    assert [call.rule is None for call in sent(felkod_marketo)] == [False] * 6 + [True]


@pytest.mark.parametrize("trouble", [{"answer": 604, "applied": True}, {"close": True, "applied": True}])
def test_what_may_have_been_carried_out_is_repeated_only_where_that_does_no_harm(
    felkod_marketo: Marketo, connect: Connect, trouble: dict[str, Any]
) -> None:
    felkod_marketo.fast_forward()
    decisions: list[felkod.Decision] = []
    client = connect(felkod_marketo.url, on_decision=lambda decision, error: decisions.append(decision))
    for action, options, count in (
        ("createOnly", {}, 1),
        ("createOnly", {"insists": True}, 2),
        ("createOnly", {"idempotency": "idempotent"}, 2),
        ("createOrUpdate", {}, 2),
        ("updateOnly", {}, 2),
    ):
        felkod_marketo.answer(**trouble, path=LEADS)
        before = felkod_marketo.total
        body = {"action": action, "input": leads(2)}
        if count == 1:
            with pytest.raises((felkod.MarketoError, requests.ConnectionError, httpx.NetworkError, httpx.RemoteProtocolError)):
                client.request("POST", LEADS, json=body, **options)
            assert decisions[-1].reason is Reason.MAY_HAVE_BEEN_APPLIED
        else:
            assert client.request("POST", LEADS, json=body, **options).json()["success"]
        calls = [call for call in felkod_marketo.calls if call.number > before and call.path == LEADS]
        assert len(calls) == count, action


def test_an_error_that_lasts_is_raised_with_its_decision(felkod_marketo: Marketo, connect: Connect) -> None:
    client = connect(felkod_marketo.url, lang="sv")
    with pytest.raises(felkod.InvalidRequestError) as caught:
        client.get(LEADS, params={"filterType": "shoeSize", "filterValues": "47"})
    assert caught.value.decision is not None and caught.value.decision.reason is Reason.FIX_REQUEST
    assert str(caught.value) == f"REST 1003 · {Code(1003).message('sv')}"
    assert len(sent(felkod_marketo)) == 1


def test_of_a_partial_outcome_the_response_is_returned(felkod_marketo: Marketo, connect: Connect) -> None:
    felkod_marketo.answer("713@record", records=[1], path=LEADS)
    got: Any = connect(felkod_marketo.url).post(LEADS, json={"input": leads(3)})
    read: Any = felkod.requests.read if isinstance(got, requests.Response) else felkod.httpx.read
    assert list(read(got).by_record()) == [1] and len(sent(felkod_marketo)) == 1


def test_records_are_posted_in_batches_of_which_only_those_that_can_succeed_are_sent_again(
    felkod_marketo: Marketo, connect: Connect
) -> None:
    felkod_marketo.fast_forward()
    felkod_marketo.answer("713@record", records=[0, 7], path=LEADS)
    felkod_marketo.answer("1006@record", records=[1], path=LEADS)
    posted = connect(felkod_marketo.url).post_records(LEADS, leads(700), json={"action": "createOrUpdate"})
    # The two that were busy went again by themselves, and the second of them was then refused for good.
    assert {record: finding.number for record, finding in posted.failed.items()} == {7: 1006}
    assert len(posted.results) == 700
    assert [result["status"] for result in posted.results] == ["skipped" if at == 7 else "created" for at in range(700)]
    assert [call.method for call in sent(felkod_marketo)] == ["POST"] * 4
    prints = [call.fingerprint for call in sent(felkod_marketo)]
    assert len(set(prints)) == 4, "no batch was sent twice"


def test_records_that_stay_busy_are_told_in_the_end(felkod_marketo: Marketo, connect: Connect) -> None:
    felkod_marketo.fast_forward()
    felkod_marketo.answer("713@record", records=[0], times=None, path=LEADS)
    posted = connect(felkod_marketo.url).post_records(LEADS, leads(5), size=5)
    assert {record: finding.number for record, finding in posted.failed.items()} == {0: 713}
    assert len(sent(felkod_marketo)) == Code(713).advice.attempts


@pytest.mark.felkod_marketo("--body", "4000")
def test_a_batch_that_is_too_large_is_split(felkod_marketo: Marketo, connect: Connect) -> None:
    posted = connect(felkod_marketo.url).post_records(LEADS, leads(300))
    assert [result["id"] for result in posted.results] == list(range(1, 301)) and posted.failed == {}
    assert {call.status for call in sent(felkod_marketo)} == {200, 413}
    assert connect(felkod_marketo.url).post_records(LEADS, []).results == []


def test_an_error_of_a_whole_batch_tells_what_became_of_the_ones_before(
    felkod_marketo: Marketo, connect: Connect
) -> None:
    felkod_marketo.answer(610, path=LEADS, after=1)
    client = connect(felkod_marketo.url)
    with pytest.raises(felkod.MarketoError) as caught:
        client.post_records(LEADS, leads(9), size=3)
    assert caught.value.sent is not None
    assert [result is not None for result in caught.value.sent.results] == [True] * 3 + [False] * 6
    assert pickle.loads(pickle.dumps(caught.value)).sent == caught.value.sent
    felkod_marketo.reset()
    felkod_marketo.fast_forward()
    felkod_marketo.answer("713@record", records=[0], path=LEADS)
    felkod_marketo.answer(610, path=LEADS)
    with pytest.raises(felkod.MarketoError) as caught:
        client.post_records(LEADS, leads(3))
    assert caught.value.sent is not None and caught.value.sent.failed == {}
    assert [result is None for result in caught.value.sent.results] == [True, False, False], "it was to be sent again"
    with pytest.raises(ValueError, match="size must be at least 1"):
        client.post_records(LEADS, leads(9), size=0)


def exported(client: Any, marketo: Marketo) -> str:
    """Exports all leads; returns the path of the file."""
    marketo.fast_forward()
    now = marketo.time()
    times = {"startAt": "2026-01-01T00:00:00Z", "endAt": "2026-01-20T00:00:00Z"}
    assert now
    told = client.post("/bulk/v1/leads/export/create.json", json={"fields": ["email"], "filter": {"createdAt": times}})
    job = f"/bulk/v1/leads/export/{told.json()['result'][0]['exportId']}"
    client.post(f"{job}/enqueue.json")
    while client.get(f"{job}/status.json").json()["result"][0]["status"] != "Completed":
        marketo.advance(10)
    return f"{job}/file.json"


def test_an_exported_file_is_read_whole_or_as_a_stream(felkod_marketo: Marketo, connect: Connect) -> None:
    client = connect(felkod_marketo.url)
    path = exported(client, felkod_marketo)
    felkod_marketo.answer(602, path=path)
    assert client.get(path).text.startswith("email\n")
    if isinstance(client, requests.Session):
        felkod_marketo.answer(606, path=path)
        with client.get(path, stream=True) as response:
            assert b"".join(response.iter_content(4)).startswith(b"email\n")
    elif isinstance(client, httpx.Client):
        felkod_marketo.answer(606, path=path)
        with client.stream("GET", path) as response:
            assert not response.is_stream_consumed
            assert b"".join(response.iter_bytes()).startswith(b"email\n")


def rows_of_the_import(marketo: Marketo, told: Any, client: Any) -> int:
    marketo.advance(120)
    path = f"/bulk/v1/leads/batch/{told.json()['result'][0]['batchId']}.json"
    rows: int = client.get(path).json()["result"][0]["numOfLeadsProcessed"]
    return rows


def test_a_file_is_imported_and_sent_again_from_its_start(felkod_marketo: Marketo, connect: Connect) -> None:
    client = connect(felkod_marketo.url)
    file = b"email\na@example.com\nb@example.com\n"
    felkod_marketo.answer(602, path="/bulk/v1/leads.json")
    told = client.post("/bulk/v1/leads.json", params={"format": "csv"}, files={"file": ("leads.csv", io.BytesIO(file))})
    assert rows_of_the_import(felkod_marketo, told, client) == 2


@pytest.mark.parametrize("kind", ["file", "iterator"])
def test_a_body_from_a_file_or_an_iterator_is_sent_again_whole(
    felkod_marketo: Marketo, connect: Connect, kind: str
) -> None:
    body = json.dumps({"input": leads(2)}).encode()
    client = connect(felkod_marketo.url)
    stream: Any = io.BytesIO(body) if kind == "file" else iter([body[:10], body[10:]])
    if isinstance(client, Blocking):

        async def chunks() -> Any:
            yield body[:10]
            yield body[10:]

        stream = chunks()
    name = "data" if isinstance(client, requests.Session) else "content"
    felkod_marketo.answer(602, path=LEADS)
    told = client.post(LEADS, **{name: stream}, headers={"Content-Type": "application/json"}).json()
    assert [record["status"] for record in told["result"]] == ["created"] * 2
    assert len({call.fingerprint for call in sent(felkod_marketo)}) == 1


def test_a_wrong_secret_is_told_after_one_call(felkod_marketo: Marketo, connect: Connect) -> None:
    felkod_marketo.answer(401, path=IDENTITY, times=None)
    with pytest.raises(felkod.AuthenticationError):
        connect(felkod_marketo.url).get(TYPES)
    assert asked(felkod_marketo) == 1 and sent(felkod_marketo) == []


def test_an_identity_endpoint_that_fails_is_asked_as_often_as_the_policy_says(
    felkod_marketo: Marketo, connect: Connect
) -> None:
    felkod_marketo.fast_forward()
    felkod_marketo.answer(502, path=IDENTITY, times=None)
    with pytest.raises(felkod.UnavailableError) as caught:
        connect(felkod_marketo.url).get(TYPES)
    assert caught.value.decision is not None and caught.value.decision.reason is Reason.ATTEMPTS_USED_UP
    assert asked(felkod_marketo) == Code.REST_BAD_GATEWAY.advice.attempts, "and not once more for each attempt at the call"
    felkod_marketo.reset()
    felkod_marketo.fast_forward()
    felkod_marketo.answer(502, path=IDENTITY)
    assert connect(felkod_marketo.url).get(TYPES).json()["success"]


@pytest.mark.parametrize(
    "body", [b'{"expires_in": 3599}', b'{"access_token": 5}', b'{"access_token": "two\\nlines"}', b'[]', SUCCESS]
)
def test_a_response_without_a_token_is_an_error(server: Server, connect: Connect, body: bytes) -> None:
    server.answers.append(Answer(body))
    with pytest.raises(felkod.UnrecognizedError) as caught:
        connect(server.url, policy=felkod.RetryPolicy(attempts=1)).get(TYPES)
    assert "two" not in str(caught.value)


@pytest.fixture
def elsewhere() -> Any:
    server = Server()
    yield server
    server.close()


def test_the_token_goes_to_the_configured_server_only_after_redirects_too(
    server: Server, elsewhere: Server, connect: Any
) -> None:
    away, back = Answer(b"", 302, "text/html", {"Location": elsewhere.url}), Answer(b"", 302, "text/html", {"Location": "/x"})
    server.answers += [Answer(TOKEN), back, away]
    elsewhere.answers.append(Answer(SUCCESS))
    client = connect(server.url)
    follow = "allow_redirects" if isinstance(client, requests.Session) else "follow_redirects"
    options: dict[str, Any] = {follow: True}
    got: Any = client.request("GET", LEADS, **options)
    assert got.json()["success"] and len(got.history) == 2
    assert [headers.get("Authorization", headers.get("authorization")) for headers in server.seen] == [
        None,
        "Bearer 5f2c-the-token:sj",
        "Bearer 5f2c-the-token:sj",
    ]
    assert [{name.lower() for name in headers} & {"authorization"} for headers in elsewhere.seen] == [set()]
    for response in (*got.history, got):
        assert "Authorization" not in response.request.headers
    server.answers.append(back)
    options[follow] = False
    got = client.request("GET", LEADS, **options)
    following = got.next if follow == "allow_redirects" else got.next_request
    assert "Authorization" not in following.headers


def test_the_address_of_another_server_is_an_error_before_anything_is_sent(
    server: Server, elsewhere: Server, connect: Connect
) -> None:
    client = connect(server.url)
    for url in (elsewhere.url, server.url.replace("http:", "https:"), server.url.replace("127.0.0.1", "localhost")):
        with pytest.raises(ValueError, match="is not the server of this client"):
            client.get(url + "rest/v1/leads.json?secret=x")
    assert server.seen == elsewhere.seen == []


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("123-ABC-456.mktorest.com", "the address must be like https://123-ABC-456.mktorest.com"),
        ("ftp://x.example.com", "the address must be like"),
        ("https://", "the address must be like"),
        ("https://user:word@x.example.com", "must have no user, query or fragment"),
        ("https://x.example.com?access_token=1", "must have no user, query or fragment"),
    ],
)
def test_an_address_that_is_none_is_a_value_error(url: str, says: str) -> None:
    for kind in (felkod.requests.Session, felkod.httpx.Client, felkod.httpx.AsyncClient):
        with pytest.raises(ValueError, match=says) as caught:
            kind(url, "id", SECRET)
        assert "word" not in str(caught.value)
        assert SECRET not in shown(caught.value)


def shown(error: BaseException) -> str:
    """Returns all that an error shows, with the variables of each frame that is not of the tests."""
    variables = [
        value
        for frame, _ in traceback.walk_tb(error.__traceback__)
        if frame.f_code.co_filename not in (__file__, clients.__file__)
        for value in frame.f_locals.values()
    ]
    return f"{error!r} {error} {vars(error)} {variables}"


def requests_of(error: Any) -> list[Any]:
    """Returns the requests that an error holds."""
    found = [getattr(error.response, "request", None)] if getattr(error, "response", None) is not None else []
    try:
        found.append(error.request)
    except (AttributeError, RuntimeError):
        pass
    return [request for request in found if request is not None]


@pytest.mark.parametrize("trouble", ["error", "refused", "lost", "identity", "identity lost", "header"])
def test_no_error_shows_the_token_or_the_secret(
    connect: Connect, server: Server, trouble: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    url = server.url
    cut = Answer(b"{", length=100)
    if trouble == "refused":
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
    elif trouble == "identity":
        server.answers.append(Answer(b'{"error":"invalid_client","error_description":"Bad"}', 401))
    elif trouble == "identity lost":
        server.answers.append(cut)
    else:
        server.answers.append(Answer(TOKEN))
        server.answers += {"error": [Answer(rest((1003, "")))], "lost": [cut], "header": []}[trouble]
    client = connect(url, policy=felkod.RetryPolicy(attempts=1))
    secrets = ("the-token", SECRET)
    headers = {"X-Wrong": "two\nlines"} if trouble == "header" else {}
    with pytest.raises(Exception) as caught:
        client.get(LEADS, headers=headers)
    errors: list[BaseException | None] = [caught.value, caught.value.__cause__, caught.value.__context__]
    for error in filter(None, errors):
        for secret in secrets:
            assert secret not in shown(error)
        for request in requests_of(error):
            assert not [secret for secret in secrets if secret in f"{dict(request.headers)} {getattr(request, 'body', '')}"]
    for secret in secrets:
        assert secret not in caplog.text
    if trouble == "header":
        server.answers.clear()  # requests finds it before it asks for a token


def test_a_client_cannot_be_pickled_and_its_responses_and_errors_do_not_hold_the_token(
    server: Server, connect: Connect
) -> None:
    server.answers += [Answer(TOKEN), Answer(SUCCESS), Answer(rest((1003, "")))]
    client = connect(server.url)
    got = client.get(TYPES)
    with pytest.raises(felkod.MarketoError) as caught:
        client.get(TYPES)
    for thing in (got, caught.value.response, caught.value):
        assert b"the-token" not in pickle.dumps(thing)
    assert server.seen[-1].get("Authorization") or server.seen[-1].get("authorization")
    inner = client.client if isinstance(client, Blocking) else client
    for thing in (inner, inner._tokens, inner._access, inner._access.client_secret):
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(thing)
        assert SECRET not in repr(thing) and SECRET not in repr(vars(inner._access))
    assert repr(inner) == f"<{type(inner).__module__}.{type(inner).__qualname__} {server.url.rstrip('/')}>"


def test_a_call_ends_when_the_time_limit_of_the_endpoint_has_passed() -> None:
    class Adapter(requests.adapters.BaseAdapter):
        def send(self, request: requests.PreparedRequest, *_: Any, **options: Any) -> requests.Response:
            seen.append(options["timeout"])
            raise requests.ConnectionError

        def close(self) -> None: ...

    seen: list[object] = []
    policy = felkod.RetryPolicy(attempts=1, endpoint_timeout=60)
    with felkod.requests.Session("https://x.example.com", "id", SECRET, policy=policy) as session:
        session.mount("https://", Adapter())
        with pytest.raises(requests.ConnectionError):
            session.get(TYPES, timeout=5)
    with felkod.httpx.Client("https://x.example.com", "id", SECRET, policy=policy) as client:
        assert client.timeout == httpx.Timeout(60, connect=30)
    assert seen == [(30, 60)], "the call for the token"


def test_hooks_of_the_caller_see_each_response(felkod_marketo: Marketo) -> None:
    seen: list[int] = []
    felkod_marketo.answer(602)
    with felkod.requests.Session(felkod_marketo.url, "id", SECRET) as session:
        session.hooks["response"].append(lambda response, **_: seen.append(response.status_code))
        session.get(TYPES)
    hooks = {"response": [lambda response: seen.append(response.status_code)]}
    with felkod.httpx.Client(felkod_marketo.url, "id", SECRET, event_hooks=hooks) as client:
        client.get(TYPES)
    assert seen == [200] * 3, "requests has one response; httpx has that with the token too"


def test_attempts_that_were_stored_go_on_and_each_wait_is_logged(
    felkod_marketo: Marketo, connect: Connect, caplog: pytest.LogCaptureFixture
) -> None:
    felkod_marketo.fast_forward()
    felkod_marketo.answer(608, times=None)
    attempts = felkod.Attempts("read")
    client = connect(felkod_marketo.url, logger=logging.getLogger("etl"))
    with pytest.raises(felkod.UnavailableError):
        client.request("GET", TYPES, attempts=attempts)
    assert attempts.calls == 4 == len(sent(felkod_marketo))
    with pytest.raises(felkod.UnavailableError):
        client.request("GET", TYPES, attempts=felkod.Attempts.from_json(attempts.to_json()))
    assert len(sent(felkod_marketo)) == 5
    lines = [record for record in caplog.records if record.name == "etl"]
    assert [vars(line)["marketo.action"] for line in lines] == ["retry"] * 3
    assert all(vars(line)["error.type"] == "rest_temporarily_unavailable" for line in lines)
