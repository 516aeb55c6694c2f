"""The hooks for HTTP clients, against the real clients and a local server."""

from __future__ import annotations

import asyncio
import copy
import pickle
from collections.abc import Callable, Generator
from functools import partial
from typing import Any

import aiohttp
import httpx
import pytest
import requests
from conftest import Answer, Server, records, rest

import felkod
import felkod.aiohttp
import felkod.httpx
import felkod.requests
from felkod import Advice, Code, Outcome, Remark

Get = Callable[..., Any]
LIMITED = rest((606, "Max rate limit '50' exceeded with in '20' secs"))
EXPORT = b"id,email\n1,anna@example.com\n" * 10_000


def with_requests(url: str, **options: Any) -> tuple[int, bytes]:
    with requests.Session() as session:
        session.hooks["response"].append(partial(felkod.requests.raise_for_error, **options))
        response = session.get(url)
        return response.status_code, response.content


def with_httpx(url: str, **options: Any) -> tuple[int, bytes]:
    hook = partial(felkod.httpx.raise_for_error, **options)
    with httpx.Client(event_hooks={"response": [hook]}, follow_redirects=True) as client:
        response = client.get(url)
        return response.status_code, response.content


def with_httpx_async(url: str, **options: Any) -> tuple[int, bytes]:
    async def get() -> tuple[int, bytes]:
        hook = partial(felkod.httpx.raise_for_error_async, **options)
        async with httpx.AsyncClient(event_hooks={"response": [hook]}, follow_redirects=True) as client:
            response = await client.get(url)
            return response.status_code, response.content

    return asyncio.run(get())


def with_aiohttp(url: str, **options: Any) -> tuple[int, bytes]:
    async def get() -> tuple[int, bytes]:
        check = partial(felkod.aiohttp.raise_for_error, **options)
        async with aiohttp.ClientSession(raise_for_status=check) as session, session.get(url) as response:
            return response.status, await response.read()

    return asyncio.run(get())


every_client = pytest.mark.parametrize("get", [with_requests, with_httpx, with_httpx_async, with_aiohttp])


@every_client
def test_a_hook_raises_what_the_response_says(server: Server, get: Get) -> None:
    server.answers.append(Answer(LIMITED, headers={"Retry-After": "7"}))
    with pytest.raises(felkod.ThrottlingError) as caught:
        get(server.url, lang="sv")
    assert str(caught.value) == "REST 606 · Anropsgränsen har överskridits"
    assert caught.value.retry_after == 7
    assert caught.value.report == felkod.read(LIMITED, status=200, headers={"Retry-After": "7"})
    assert caught.value.status == 200 and type(caught.value.response).__name__ in ("Response", "ClientResponse")


@every_client
def test_a_hook_lets_a_success_through(server: Server, get: Get) -> None:
    body = b'{"requestId":"e42b#14272d07d78","success":true,"result":[]}'
    server.answers.append(Answer(body))
    assert get(server.url) == (200, body)


@every_client
def test_a_hook_reads_the_page_of_a_gateway_and_its_header(server: Server, get: Get) -> None:
    page = Answer(b"<html>upstream failed</html>", 502, "text/html", {"X-Request-Id": "a1-b2"})
    server.answers.append(page)
    with pytest.raises(felkod.UnavailableError) as caught:
        get(server.url)
    assert caught.value.report.request_id == "a1-b2"
    assert caught.value.finding is not None and caught.value.finding.code is Code.REST_BAD_GATEWAY


@every_client
def test_a_hook_raises_for_records_only_when_asked(server: Server, get: Get) -> None:
    body = records((1006, "Field 'x' not found"))
    server.answers += [Answer(body), Answer(body)]
    assert get(server.url) == (200, body)
    with pytest.raises(felkod.InvalidRequestError):
        get(server.url, partial=True)


@every_client
def test_a_hook_leaves_alone_what_is_not_a_response_of_the_apis(server: Server, get: Get) -> None:
    redirect = Answer(
        b"<html><title>502 Bad Gateway</title></html>", 302, "text/html", {"Location": server.url}
    )
    for answers in [
        [Answer(EXPORT, content_type="text/csv")],
        [Answer(LIMITED, content_type="text/csv")],
        [Answer(b'[{"id":1}]')],
        [redirect, Answer(b"{}")],
    ]:
        body = answers[-1].body
        server.answers += answers
        assert get(server.url) == (200, body)


def test_an_exported_file_is_still_streamed_by_requests(server: Server) -> None:
    server.answers += [Answer(EXPORT, content_type="text/csv"), Answer(LIMITED)]
    with requests.Session() as session:
        session.hooks["response"].append(felkod.requests.raise_for_error)
        with session.get(server.url, stream=True) as response:
            assert not response.raw.closed, "nothing has been fetched"
            assert b"".join(response.iter_content(4096)) == EXPORT
        with pytest.raises(felkod.ThrottlingError):
            session.get(server.url, stream=True)


def test_an_exported_file_is_still_streamed_by_httpx(server: Server) -> None:
    server.answers += [Answer(EXPORT, content_type="text/csv"), Answer(LIMITED)]
    with httpx.Client(event_hooks={"response": [felkod.httpx.raise_for_error]}) as client:
        with client.stream("GET", server.url) as response:
            assert not response.is_stream_consumed
            assert b"".join(response.iter_bytes()) == EXPORT
        with pytest.raises(felkod.ThrottlingError), client.stream("GET", server.url):
            pytest.fail("the hook comes first")


def test_an_exported_file_is_still_streamed_by_aiohttp(server: Server) -> None:
    server.answers += [Answer(EXPORT, content_type="text/csv"), Answer(LIMITED)]

    async def get() -> bytes:
        async with aiohttp.ClientSession(raise_for_status=felkod.aiohttp.raise_for_error) as session:
            async with session.get(server.url) as response:
                assert "_felkod_report" not in vars(response)
                body = b"".join([chunk async for chunk in response.content.iter_chunked(4096)])
            with pytest.raises(felkod.ThrottlingError):
                await session.get(server.url)
            return body

    assert asyncio.run(get()) == EXPORT


def test_a_response_can_be_read_without_a_hook(server: Server) -> None:
    server.answers += [Answer(LIMITED)] * 3
    assert felkod.requests.read(requests.get(server.url)) == felkod.read(LIMITED, status=200)
    assert felkod.httpx.read(httpx.get(server.url)) == felkod.read(LIMITED, status=200)

    async def read() -> felkod.Report:
        async with aiohttp.ClientSession() as session, session.get(server.url) as response:
            return await felkod.aiohttp.read(response)

    assert asyncio.run(read()) == felkod.read(LIMITED, status=200)


def test_the_report_of_a_hook_is_kept_on_the_response(server: Server) -> None:
    server.answers += [Answer(records((1006, "Field 'x' not found")))] * 3
    with requests.Session() as session:
        session.hooks["response"].append(felkod.requests.raise_for_error)
        got = session.get(server.url)
        assert felkod.requests.read(got) is felkod.requests.read(got)
        assert felkod.requests.read(got).outcome is Outcome.PARTIAL
        again = pickle.loads(pickle.dumps(got))
        assert felkod.requests.read(again) == felkod.requests.read(got)
    with httpx.Client(event_hooks={"response": [felkod.httpx.raise_for_error]}) as client:
        answer = client.get(server.url)
        assert felkod.httpx.read(answer) is felkod.httpx.read(answer)

    async def twice() -> bool:
        async with aiohttp.ClientSession(raise_for_status=felkod.aiohttp.raise_for_error) as session:
            response = await session.get(server.url)
            return await felkod.aiohttp.read(response) is await felkod.aiohttp.read(response)

    assert asyncio.run(twice())


@pytest.mark.parametrize(
    ("status", "error", "advice", "can_retry"),
    [
        (400, felkod.InvalidRequestError, Advice.FIX_REQUEST, False),
        (401, felkod.AuthenticationError, Advice.REAUTHENTICATE, True),
        (403, felkod.PermissionDeniedError, None, False),
        (404, felkod.NotFoundError, None, False),
        (405, felkod.UnsupportedError, None, False),
        (408, felkod.TimedOutError, Advice.BACKOFF, True),
        (415, felkod.MarketoError, None, False),
        (418, felkod.InvalidRequestError, Advice.FIX_REQUEST, False),
        (429, felkod.ThrottlingError, None, True),
        (520, felkod.UnavailableError, Advice.BACKOFF, True),
        (524, felkod.TransientError, Advice.BACKOFF, True),
    ],
)
@every_client
def test_an_http_status_without_a_code_of_marketos_has_category_and_advice(
    server: Server, get: Get, status: int, error: type[felkod.MarketoError], advice: Advice | None, can_retry: bool
) -> None:
    server.answers.append(Answer(b"<html>no</html>", status, "text/html", {"Retry-After": "1"}))
    with pytest.raises(error) as caught:
        get(server.url)
    assert caught.value.number == caught.value.status == status
    assert caught.value.advice is not None and caught.value.advice is (advice or caught.value.advice)
    assert caught.value.can_retry(idempotent=True) is can_retry
    assert isinstance(caught.value, felkod.TransientError if can_retry else felkod.PermanentError)
    assert caught.value.retry_after == (1 if can_retry else None)


CUT = b'{"requestId":"e42b#14272d07d78","success":true,"result":[{"id":1'


@pytest.mark.parametrize(
    ("body", "content_type"),
    [(b"", "application/json"), (CUT, "application/json"), (b"<html>log in</html>", "text/html")],
)
@every_client
def test_a_strict_hook_raises_for_a_good_status_without_a_readable_response(
    server: Server, get: Get, body: bytes, content_type: str
) -> None:
    server.answers += [Answer(body, content_type=content_type)] * 2
    assert get(server.url) == (200, body), "not unless asked"
    with pytest.raises(felkod.UnrecognizedError) as caught:
        get(server.url, strict=True)
    assert isinstance(caught.value, felkod.TransientError)
    assert caught.value.can_retry(idempotent=True) and not caught.value.can_retry()
    assert (Remark.CUT in caught.value.report.remarks) is (body == CUT)


@every_client
def test_a_strict_hook_leaves_a_file_and_a_response_without_a_body_alone(server: Server, get: Get) -> None:
    success = b'{"requestId":"e42b#14272d07d78","success":true,"result":[]}'
    server.answers += [Answer(EXPORT, content_type="text/csv"), Answer(b"", 204), Answer(success)]
    for status, body in [(200, EXPORT), (204, b""), (200, success)]:
        assert get(server.url, strict=True) == (status, body)


@every_client
def test_an_error_status_with_a_cut_body_is_what_the_status_says(server: Server, get: Get) -> None:
    for status, error in [(503, felkod.UnavailableError), (400, felkod.InvalidRequestError)]:
        server.answers.append(Answer(CUT, status))
        with pytest.raises(error) as caught:
            get(server.url)
        assert caught.value.number == status and caught.value.retry is not None


@every_client
def test_an_error_status_beside_a_success_is_remarked_and_not_raised(server: Server, get: Get) -> None:
    body = b'{"requestId":"e42b#14272d07d78","success":true,"result":[]}'
    server.answers.append(Answer(body, 500))
    assert get(server.url) == (500, body)
    assert felkod.read(body, status=500).remarks == (Remark.STATUS_DISAGREES,)


def test_a_foreign_401_asks_for_a_new_token_and_that_of_the_identity_endpoint_for_a_setup() -> None:
    foreign = felkod.read(b"<html>who are you</html>", status=401)
    assert foreign.advice is Advice.REAUTHENTICATE and foreign.findings[0].status_class == "unauthorized"
    body = b'{"error":"invalid_client","error_description":"Bad client credentials"}'
    assert felkod.read(body, status=401).advice is Advice.FIX_SETUP


TOKEN = "5f2c-the-token:sj"


def raised_by(get: Callable[[], object]) -> felkod.MarketoError:
    with pytest.raises(felkod.MarketoError) as caught:
        get()
    return caught.value


def test_no_pickle_and_no_copy_of_an_error_holds_a_request(server: Server) -> None:
    server.answers += [Answer(LIMITED)] * 2
    url, headers = f"{server.url}?access_token={TOKEN}", {"Authorization": f"Bearer {TOKEN}"}
    with requests.Session() as session:
        session.hooks["response"].append(felkod.requests.raise_for_error)
        by_requests = raised_by(lambda: session.get(url, headers=headers))
    with httpx.Client(event_hooks={"response": [felkod.httpx.raise_for_error]}) as client:
        by_httpx = raised_by(lambda: client.get(url, headers=headers))
    for error in (by_requests, by_httpx):
        assert error.response.request.headers["Authorization"] == f"Bearer {TOKEN}"
        error.add_note("while the leads were fetched") if hasattr(error, "add_note") else None
        error.previous = error.response  # type: ignore[attr-defined]
        error.history = [{"first": error.response}, "kept"]  # type: ignore[attr-defined]
        error.failed = requests.ConnectionError(request=error.response.request)  # type: ignore[attr-defined]
        error.attempt = 3  # type: ignore[attr-defined]
        pickles = [pickle.dumps(error, protocol) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]
        assert not [pickled for pickled in pickles if TOKEN.encode() in pickled]
        again: Any
        for again in (*map(pickle.loads, pickles), copy.copy(error), copy.deepcopy(error)):
            assert again.response is again.previous is again.failed is None
            assert again.history == [{"first": None}, "kept"] and again.attempt == 3
            assert getattr(again, "__notes__", None) == getattr(error, "__notes__", None)
        assert error.response is not None, "the original keeps it"


class Renewing(httpx.Auth):
    """A flow that renews its token after it has seen the response."""

    requires_response_body = True

    def __init__(self) -> None:
        self.token, self.renewed = "old", 0

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self.token}"
        response = yield request
        if felkod.httpx.read(response).advice is Advice.REAUTHENTICATE:
            self.renewed += 1
            self.token = "new"
            request.headers["Authorization"] = f"Bearer {self.token}"
            yield request


EXPIRED = rest((602, "Access token expired"))


def test_an_auth_flow_of_httpx_that_renews_after_the_response_works_with_the_hook(server: Server) -> None:
    body = b'{"requestId":"e42b#14272d07d78","success":true,"result":[]}'
    for answers, renewed in ([EXPIRED, body], 1), ([body], 0):
        server.answers += [Answer(answer) for answer in answers]
        auth, hooks = Renewing(), {"response": [felkod.httpx.raise_for_error]}
        with httpx.Client(auth=felkod.httpx.AuthFirst(auth), event_hooks=hooks) as client:
            assert client.get(server.url).content == body
        assert auth.renewed == renewed


def test_an_auth_flow_of_httpx_that_renews_works_with_the_hook_in_asyncio_too(server: Server) -> None:
    body = b'{"requestId":"e42b#14272d07d78","success":true,"result":[]}'
    server.answers += [Answer(EXPIRED), Answer(body)]

    async def get() -> bytes:
        hooks: Any = {"response": [felkod.httpx.raise_for_error_async]}
        async with httpx.AsyncClient(auth=felkod.httpx.AuthFirst(Renewing()), event_hooks=hooks) as client:
            return (await client.get(server.url)).content

    assert asyncio.run(get()) == body


def test_a_second_rejection_of_a_renewed_token_is_raised(server: Server) -> None:
    server.answers += [Answer(EXPIRED), Answer(EXPIRED), Answer(LIMITED)]
    auth, hooks = Renewing(), {"response": [felkod.httpx.raise_for_error]}
    with httpx.Client(auth=felkod.httpx.AuthFirst(auth), event_hooks=hooks) as client:
        assert isinstance(raised_by(lambda: client.get(server.url)), felkod.AuthenticationError)
        assert isinstance(raised_by(lambda: client.get(server.url)), felkod.ThrottlingError)
    assert auth.renewed == 1
