"""felkod for tenacity: what is repeated, how often, after how long, and what is done about a token."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import aiohttp
import httpx
import pytest
import requests
import tenacity
from conftest import Answer, Server, records, rest

import felkod
import felkod.httpx
import felkod.requests
import felkod.tenacity
from felkod import Advice, Code, MarketoError, TokenCache

LIMITED = rest((606, "Max rate limit '50' exceeded with in '20' secs"))
EXPIRED = rest((602, "Access token expired"))
EXACT = felkod.RetryPolicy(jitter=False)
READ = felkod.Idempotency.READ


class Calls:
    """A function that raises one error after the other, then returns; and how long was waited between."""

    def __init__(self, *bodies: bytes | Exception, **options: Any) -> None:
        self.bodies = list(bodies)
        self.options = options
        self.waits: list[float] = []

    def __call__(self) -> str:
        if not self.bodies:
            return "done"
        body = self.bodies.pop(0)
        if isinstance(body, Exception):
            raise body
        felkod.raise_for_error(body, **self.options)
        raise AssertionError("no error in the body")

    def run(self, policy: felkod.RetryPolicy = EXACT, *, stop: int = 100, **options: Any) -> str:
        retrying = tenacity.Retrying(
            retry=felkod.tenacity.retry_by_policy(policy, **options),
            wait=felkod.tenacity.wait_by_policy(),
            stop=tenacity.stop_after_attempt(stop),
            sleep=self.waits.append,
            reraise=True,
        )
        return retrying(self)


def test_it_repeats_what_the_policy_repeats_and_waits_as_long() -> None:
    for code in Code:
        if code.api is not felkod.Api.REST or code.advice in (Advice.ACCEPT, Advice.REAUTHENTICATE):
            continue
        report = felkod.read(rest((code, "")))
        for request in felkod.Idempotency:
            decision = EXACT.decide(felkod.Attempts(request), report, now=1_767_225_600)
            calls = Calls(rest((code, "")))
            if decision.action == "retry":
                assert calls.run(request=request) == "done", code
                is_quota = code.advice is Advice.WAIT_FOR_QUOTA_RESET
                assert is_quota or calls.waits == [decision.after], code
            else:
                with pytest.raises(MarketoError) as caught:
                    calls.run(request=request)
                assert caught.value.decision == decision and calls.waits == [], f"{code} was repeated"


def test_the_settings_of_the_policy_count() -> None:
    policy = felkod.RetryPolicy(jitter=False, slot=felkod.Schedule(2, 8, attempts=4))
    calls = Calls(*[rest((615, ""))] * 50)
    with pytest.raises(felkod.ThrottlingError) as caught:
        calls.run(policy)
    assert calls.waits == [2, 4, 8]
    assert caught.value.decision is not None
    assert caught.value.decision.reason is felkod.Reason.ATTEMPTS_USED_UP


def test_a_partial_outcome_never_repeats_the_whole_batch() -> None:
    for number, text in [(1016, ""), (1019, ""), (1029, "too many jobs"), (1029, "")]:
        calls = Calls(*[records((number, text))] * 2, partial=True)
        with pytest.raises(MarketoError) as caught:
            calls.run(request=READ, reauthenticate=lambda error: None)
        assert len(calls.bodies) == 1, number
        assert caught.value.decision is not None and caught.value.decision.action in ("resend", "done")


def test_a_body_that_is_cut_or_empty_is_repeated_where_that_does_no_harm() -> None:
    for body in (b"", b'{"success":true,"result":[{"id":1'):
        assert Calls(body, body).run(request=READ) == "done"
        calls = Calls(body, body)
        with pytest.raises(felkod.UnrecognizedError):
            calls.run()
        assert len(calls.bodies) == 1


def test_a_token_is_renewed_once_and_the_error_is_passed() -> None:
    errors: list[MarketoError] = []
    calls = Calls(EXPIRED, LIMITED)
    assert calls.run(reauthenticate=errors.append) == "done"
    assert ([error.code for error in errors], calls.waits) == ([Code.REST_ACCESS_TOKEN_EXPIRED], [0, 20])
    for reauthenticate in (None, errors.append):
        with pytest.raises(felkod.AuthenticationError):
            Calls(EXPIRED, EXPIRED).run(reauthenticate=reauthenticate)
    assert len(errors) == 2
    retry = felkod.tenacity.retry_by_policy(reauthenticate=errors.append)
    for _ in range(2):
        retrying = tenacity.Retrying(retry=retry, stop=tenacity.stop_after_attempt(3), sleep=lambda _: None)
        assert retrying(Calls(EXPIRED)) == "done", "each call may renew the token once"
    assert len(errors) == 4


class Door:
    """A lock that lets its holder wait until so many threads have come to it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._came = threading.Semaphore(0)

    def __enter__(self) -> None:
        self._came.release()
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def wait_for(self, threads: int) -> None:
        assert all([self._came.acquire(timeout=30) for _ in range(threads)])


def test_one_expired_token_is_renewed_once_for_sixteen_threads() -> None:
    token, renewals = ["old"], list[MarketoError]()
    together, used, door = threading.Barrier(16), list[str](), Door()

    def renew(error: MarketoError) -> None:
        door.wait_for(16)
        renewals.append(error)
        token[0] = f"new {len(renewals)}"

    @felkod.tenacity.retry(reauthenticate=renew)
    def call() -> str:
        mine = token[0]
        used.append(mine)
        if mine == "old":
            together.wait()
            felkod.raise_for_error(EXPIRED)
        return mine

    decorated: Any = call
    decorated.retry.retry._renewals._lock = door
    with ThreadPoolExecutor(16) as pool:
        assert set(pool.map(lambda _: call(), range(16))) == {"new 1"}
    assert len(renewals) == 1 and used.count("old") == 16


def test_a_coroutine_function_that_renews_a_token_is_awaited() -> None:
    renewals: list[Advice | None] = []
    token = ["old"]

    async def renew(error: MarketoError) -> None:
        await asyncio.sleep(0)
        renewals.append(error.advice)
        token[0] = "new"

    @felkod.tenacity.retry(reauthenticate=renew)
    async def call() -> str:
        mine = token[0]
        await asyncio.sleep(0)
        if mine == "old":
            felkod.raise_for_error(EXPIRED)
        return mine

    async def all_of_them() -> list[str]:
        return await asyncio.gather(*(call() for _ in range(16)))

    assert set(asyncio.run(all_of_them())) == {"new"}
    assert renewals == [Advice.REAUTHENTICATE], "once for sixteen tasks"

    class Renewer:
        async def __call__(self, error: MarketoError) -> None:
            await renew(error)

    async def once() -> None:
        with pytest.raises(felkod.AuthenticationError):
            await tenacity.AsyncRetrying(
                retry=felkod.tenacity.retry_by_policy(reauthenticate=Renewer()), reraise=True
            )(failing)

    async def failing() -> None:
        felkod.raise_for_error(EXPIRED)

    asyncio.run(once())
    assert len(renewals) == 2


def test_a_coroutine_function_combines_with_other_conditions() -> None:
    token = ["old"]

    async def renew(error: MarketoError) -> None:
        token[0] = "new"

    ours = felkod.tenacity.retry_by_policy(reauthenticate=renew)
    for both in (ours | tenacity.retry_if_exception_type(OSError), tenacity.retry_if_exception_type(OSError) | ours):
        token[0], seen = "old", list[str]()

        async def call(seen: list[str] = seen) -> str:
            seen.append(token[0])
            if len(seen) == 1:
                raise OSError
            if token[0] == "old":
                felkod.raise_for_error(EXPIRED)
            return token[0]

        assert asyncio.run(tenacity.AsyncRetrying(retry=both)(call)) == "new"
        assert seen == ["old", "old", "new"]


def test_a_coroutine_that_nobody_can_await_is_a_type_error() -> None:
    async def renew(error: MarketoError) -> None: ...

    with pytest.raises(TypeError, match="reauthenticate is a coroutine function, but what is retried is not"):
        Calls(EXPIRED).run(reauthenticate=renew)
    with pytest.raises(TypeError, match="reauthenticate is a coroutine function, but what is repeated"):
        Calls(EXPIRED).run(reauthenticate=lambda error: renew(error))


def test_a_renewal_that_fails_is_raised_and_tried_again_by_the_next_call() -> None:
    outcomes: list[Exception | None] = [RuntimeError("no network"), None]

    def renew(error: MarketoError) -> None:
        outcome = outcomes.pop(0)
        if outcome is not None:
            raise outcome

    retry = felkod.tenacity.retry_by_policy(reauthenticate=renew)
    with pytest.raises(RuntimeError, match="no network"):
        tenacity.Retrying(retry=retry)(Calls(EXPIRED))
    assert tenacity.Retrying(retry=retry)(Calls(EXPIRED)) == "done" and outcomes == []


def test_other_exceptions_and_the_stop_are_left_to_the_caller() -> None:
    calls = Calls(OSError("reset by peer"))
    with pytest.raises(OSError, match="reset by peer"):
        calls.run(request=READ)
    calls = Calls(*[LIMITED] * 5)
    with pytest.raises(felkod.ThrottlingError):
        calls.run(stop=3)
    assert calls.waits == [20, 40]
    both = felkod.tenacity.retry_by_policy() | tenacity.retry_if_exception_type(OSError)
    retrying = tenacity.Retrying(
        retry=both,
        wait=felkod.tenacity.wait_by_policy(),
        stop=tenacity.stop_after_attempt(5),
        sleep=lambda _: None,
    )
    assert retrying(Calls(OSError(), LIMITED)) == "done"


@pytest.mark.parametrize(
    "error",
    [
        ConnectionResetError(),
        TimeoutError(),
        requests.ConnectionError(),
        requests.ReadTimeout(),
        requests.exceptions.ChunkedEncodingError(),
        httpx.ConnectError("x"),
        httpx.ReadTimeout("x"),
        aiohttp.ServerDisconnectedError(),
        aiohttp.ClientPayloadError(),
    ],
    ids=lambda error: f"{type(error).__module__}.{type(error).__name__}",
)
def test_errors_of_the_connection_are_repeated_where_that_does_no_harm(error: Exception) -> None:
    calls = Calls(*[error] * 50)
    with pytest.raises(type(error)):
        calls.run(felkod.RetryPolicy(endpoint_timeout=30), request=READ)
    assert 50 - len(calls.bodies) == Advice.BACKOFF.attempts
    with pytest.raises(requests.exceptions.InvalidURL):
        Calls(requests.exceptions.InvalidURL()).run(request=READ)


def test_coroutines_are_repeated(server: Server) -> None:
    server.answers += [Answer(LIMITED), Answer(b'{"success":true}')]
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    @tenacity.retry(
        retry=felkod.tenacity.retry_by_policy(EXACT), wait=felkod.tenacity.wait_by_policy(), sleep=sleep
    )
    async def get() -> Any:
        hooks: Any = {"response": [felkod.httpx.raise_for_error_async]}
        async with httpx.AsyncClient(event_hooks=hooks) as client:
            return (await client.get(server.url)).json()

    assert asyncio.run(get()) == {"success": True}
    assert waits == [20]


def test_the_log_line_before_a_wait_has_the_title_and_nothing_of_the_servers(
    caplog: pytest.LogCaptureFixture,
) -> None:
    secret = "anna@example.com"
    calls = Calls(rest((608, secret)), requests.ConnectionError(f"https://x.example.com?access_token={secret}"))
    logger = logging.getLogger("etl")
    retrying = tenacity.Retrying(
        retry=felkod.tenacity.retry_by_policy(felkod.RetryPolicy(jitter=False), request=READ),
        wait=felkod.tenacity.wait_by_policy(),
        sleep=lambda _: None,
        before_sleep=felkod.tenacity.before_sleep_log(logger, lang="sv"),
    )
    assert retrying(calls) == "done"
    first, second = caplog.records
    assert first.getMessage() == f"REST 608 · {Code(608).message('sv')}; next try in 1.0 s"
    assert vars(first)["error.type"] == "rest_temporarily_unavailable" and first.levelno == logging.WARNING
    assert second.getMessage() == "ConnectionError; next try in 2.0 s"
    assert secret not in caplog.text


def test_the_decorator_keeps_the_signature_and_raises_the_last_error() -> None:
    @felkod.tenacity.retry()
    def double(number: int) -> int:
        "Doubles."
        if number < 0:
            felkod.raise_for_error(rest((1003, "")))
        return 2 * number

    assert double(3) == 6 and double.__doc__ == "Doubles."
    with pytest.raises(felkod.InvalidRequestError):
        double(-1)


def test_a_token_cache_fetches_once_for_all_threads_and_again_before_the_end() -> None:
    lifetimes, fetched, door = [3_600.0, 20.0, 3_600.0], list[str](), Door()

    def fetch() -> dict[str, object]:
        if not fetched:
            door.wait_for(16)
        fetched.append(f"token {len(fetched)}")
        return {"access_token": fetched[-1], "expires_in": lifetimes[len(fetched) - 1], "scope": "x"}

    tokens: Any = TokenCache(fetch)
    tokens._lock = door
    with ThreadPoolExecutor(16) as pool:
        assert set(pool.map(lambda _: tokens.get(), range(64))) == {"token 0"}
    tokens.forget()
    assert tokens.get() == "token 1", "it lives for 20 seconds more, less than the margin"
    assert tokens.get() == "token 2" == tokens.get()


def request_with(token: str) -> requests.Response:
    response = requests.Response()
    response.request = requests.Request("GET", "https://x.example.com", {"Authorization": f"Bearer {token}"}).prepare()
    return response


def test_a_token_cache_forgets_only_the_token_that_failed() -> None:
    fetched: list[str] = []

    def fetch() -> dict[str, object]:
        fetched.append(f"token {len(fetched)}")
        return {"access_token": fetched[-1], "expires_in": 3_600}

    tokens, report = TokenCache(fetch), felkod.read(EXPIRED)
    old = MarketoError(report, response=request_with(tokens.get()))
    tokens.forget(old)
    assert tokens.get() == "token 1"
    tokens.forget(old)
    assert tokens.get() == "token 1", "another thread's error was of the old token"
    in_url = requests.Response()
    in_url.request = requests.Request("GET", "https://x.example.com/?access_token=token%201").prepare()
    tokens.forget(MarketoError(report, response=in_url))
    assert tokens.get() == "token 2"
    tokens.forget(MarketoError(report))
    assert tokens.get() == "token 3", "an error without a request may be of any token"


def test_the_token_cache_of_asyncio_fetches_once_for_all_tasks() -> None:
    fetched: list[str] = []

    async def fetch() -> dict[str, object]:
        await asyncio.sleep(0)
        fetched.append(f"token {len(fetched)}")
        return {"access_token": fetched[-1], "expires_in": 3_600}

    async def get() -> set[str]:
        tokens = felkod.AsyncTokenCache(fetch)
        first = set(await asyncio.gather(*(tokens.get() for _ in range(16))))
        await tokens.forget()
        return first | {await tokens.get()}

    assert asyncio.run(get()) == {"token 0", "token 1"}


def bearer(server: Server) -> Callable[[str], None]:
    def sent(token: str) -> None:
        assert server.seen[-1]["Authorization"] == f"Bearer {token}"

    return sent


def test_the_clients_send_the_token_of_a_cache(server: Server) -> None:
    server.answers += [Answer(b'{"success":true}')] * 3
    tokens = TokenCache(lambda: {"access_token": "a:sj", "expires_in": 3_600})
    sent = bearer(server)
    with requests.Session() as session:
        session.auth = felkod.requests.BearerAuth(tokens)
        session.get(server.url)
    sent("a:sj")
    with httpx.Client(auth=felkod.httpx.BearerAuth(tokens)) as client:
        client.get(server.url)
    sent("a:sj")

    async def get() -> None:
        async def fetch() -> dict[str, object]:
            return {"access_token": "b:sj", "expires_in": 3_600}

        auth = felkod.httpx.BearerAuth(felkod.AsyncTokenCache(fetch))
        async with httpx.AsyncClient(auth=auth) as client:
            await client.get(server.url)
        with pytest.raises(TypeError, match=r"httpx.AsyncClient needs a felkod.AsyncTokenCache"):
            async with httpx.AsyncClient(auth=felkod.httpx.BearerAuth(tokens)) as client:
                await client.get(server.url)

    asyncio.run(get())
    sent("b:sj")
