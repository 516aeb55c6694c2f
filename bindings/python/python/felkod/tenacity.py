"""felkod for tenacity: whether to try again, and when, by the advice of a MarketoError.

@felkod.tenacity.retry(idempotent=True)
def get_lead(): ...

How often, and how long, is the advice's own: Advice.attempts and Advice.longest_wait_seconds.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
import random
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import tenacity
from tenacity import AsyncRetrying, RetryCallState, wait_fixed, wait_random, wait_random_exponential
from tenacity.asyncio.retry import async_retry_base
from tenacity.retry import retry_base
from tenacity.wait import wait_base

from felkod import Advice, MarketoError
from felkod.logging import extra

__all__ = ["before_sleep_log", "retry", "retry_by_advice", "wait_by_advice"]

P = ParamSpec("P")
R = TypeVar("R")
Reauthenticate = Callable[[MarketoError], object]

_LONGEST = 15 * 60
# The errors of a connection, by the library that raises them. None of these is imported here.
_CONNECTION_ERRORS = {
    "requests.exceptions": ("ConnectionError", "Timeout", "ChunkedEncodingError"),
    "httpx": ("TransportError",),
    "aiohttp": ("ClientConnectionError", "ClientPayloadError"),
}


def retry(
    *,
    idempotent: bool = False,
    reauthenticate: Reauthenticate | None = None,
    connection_errors: bool = False,
    longest: float = _LONGEST,
    logger: logging.Logger | None = None,
    lang: str = "en",
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorates a function or a coroutine function, so that it is called again as the advice of its errors says.

    It is tenacity.retry() with retry_by_advice(), wait_by_advice() and before_sleep_log(), and raises the last error.

    Args:
        idempotent: Whether the call does no harm when it is carried out twice.
        reauthenticate: Forgets the access token or fetches another; see retry_by_advice().
        connection_errors: Whether to try again after an error of the connection, if the call is idempotent.
        longest: The longest wait in seconds.
        logger: Where to log each error that is followed by another try; nowhere by default.
        lang: The language of the log lines.
    """
    return tenacity.retry(
        retry=retry_by_advice(
            idempotent=idempotent, reauthenticate=reauthenticate, connection_errors=connection_errors
        ),
        wait=wait_by_advice(longest=longest),
        before_sleep=None if logger is None else before_sleep_log(logger, lang=lang),
        reraise=True,
    )


def _exception(retry_state: RetryCallState) -> BaseException | None:
    outcome = retry_state.outcome
    return outcome.exception() if outcome is not None and outcome.failed else None


class _Call:
    """What is known of one call: when its latest attempt began, and how often each advice was given."""

    def __init__(self, retry_state: RetryCallState) -> None:
        self.began = retry_state.start_time
        self.ended: float | None = None
        self.attempts: dict[Advice, int] = {}
        self.since: dict[Advice, tuple[float, float]] = {}

    def attempt_ended(self, retry_state: RetryCallState) -> None:
        if self.ended is not None:
            self.began = self.ended + retry_state.upcoming_sleep
        self.ended = retry_state.outcome_timestamp or time.monotonic()

    def may_go_on(self, advice: Advice, retry_state: RetryCallState) -> bool:
        """Counts an attempt that ended with an advice, and tells whether the advice allows another."""
        self.attempts[advice] = self.attempts.get(advice, 0) + 1
        if advice.attempts is not None:
            return self.attempts[advice] < advice.attempts
        now, slept = retry_state.outcome_timestamp or time.monotonic(), retry_state.idle_for
        first_at, first_slept = self.since.setdefault(advice, (now, slept))
        waited = max(now - first_at, slept - first_slept)
        return advice.longest_wait_seconds is not None and waited < advice.longest_wait_seconds


class retry_by_advice(retry_base):
    """Tries again where a MarketoError says that the same request can succeed, as often as its advice says.

    A batch of which only some records failed is never sent again as a whole, and an exhausted daily quota is not waited
    for. Unless asked, an exception that is not a MarketoError is not repeated.

    Args:
        idempotent: Whether the call does no harm when it is carried out twice. If so, it is repeated after failures of
            which nobody knows whether they took effect.
        reauthenticate: Called with the error before the next try where the advice is to reauthenticate: it forgets the
            access token or fetches another. It may be a coroutine function, for a decorated coroutine function. Of
            several threads or tasks whose calls failed with the same token, only the first calls it. A second
            rejection ends the call; without this argument, the first does.
        connection_errors: Whether to repeat a call after an error of the connection too (of requests, httpx, aiohttp
            and Python's own), if it is idempotent.

    Raises:
        TypeError: reauthenticate is a coroutine function, and the decorated function is not.
    """

    def __new__(cls, *, reauthenticate: Reauthenticate | None = None, **_: bool) -> retry_by_advice:
        is_async = inspect.iscoroutinefunction(reauthenticate) or inspect.iscoroutinefunction(
            getattr(reauthenticate, "__call__", None)  # noqa: B004
        )
        kind: type[retry_by_advice] = _AsyncRetryByAdvice if is_async and cls is retry_by_advice else cls
        return object.__new__(kind)

    def __init__(
        self,
        *,
        idempotent: bool = False,
        reauthenticate: Reauthenticate | None = None,
        connection_errors: bool = False,
    ) -> None:
        self.idempotent = idempotent
        self.reauthenticate = reauthenticate
        self.connection_errors = connection_errors
        self._lock = threading.Lock()
        self._renewed = float("-inf")

    def __call__(self, retry_state: RetryCallState) -> bool:
        """Tells whether to try again; tenacity calls it."""
        goes_on, began = self._decision(retry_state)
        error = _exception(retry_state)
        if goes_on and isinstance(error, MarketoError) and error.advice is Advice.REAUTHENTICATE:
            assert self.reauthenticate is not None
            with self._lock:
                if self._renewed < began:
                    result = self.reauthenticate(error)
                    if inspect.isawaitable(result):
                        getattr(result, "close", lambda: None)()
                        raise TypeError("reauthenticate must be a coroutine function to be awaited")
                    self._renewed = time.monotonic()
        return goes_on

    def _decision(self, retry_state: RetryCallState) -> tuple[bool, float]:
        """Returns whether to try again, and when the attempt began that has ended."""
        calls: dict[retry_by_advice, _Call] = vars(retry_state).setdefault("_felkod_calls", {})
        call = calls.setdefault(self, _Call(retry_state))
        call.attempt_ended(retry_state)
        error = _exception(retry_state)
        if isinstance(error, MarketoError):
            # Of a body that is not recognized there is no advice; it is repeated as after a failure that passes.
            advice = error.advice or Advice.BACKOFF
            may_repeat = error.can_retry(idempotent=self.idempotent)
            if advice is Advice.REAUTHENTICATE and self.reauthenticate is None:
                may_repeat = False
        else:
            advice = Advice.BACKOFF
            may_repeat = self.connection_errors and self.idempotent and _is_of_connection(error)
        return may_repeat and call.may_go_on(advice, retry_state), call.began


class _AsyncRetryByAdvice(retry_by_advice, async_retry_base):
    """retry_by_advice with a reauthenticate that is awaited."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._renewing: asyncio.Future[None] | None = None
        # tenacity looks here whether to await what the call returns.
        self.__call__ = self._decide  # type: ignore[method-assign]

    def __call__(self, retry_state: RetryCallState) -> Any:
        """Tells whether to try again; tenacity awaits it."""
        if not isinstance(retry_state.retry_object, AsyncRetrying):
            raise TypeError("reauthenticate is a coroutine function, but what is retried is not")
        return self._decide(retry_state)

    async def _decide(self, retry_state: RetryCallState) -> bool:
        goes_on, began = self._decision(retry_state)
        error = _exception(retry_state)
        if goes_on and isinstance(error, MarketoError) and error.advice is Advice.REAUTHENTICATE:
            while self._renewing is not None:
                await asyncio.wait([self._renewing])
            if self._renewed < began:
                self._renewing = asyncio.ensure_future(self._renew(error))
                try:
                    await self._renewing
                finally:
                    self._renewing = None
        return goes_on

    async def _renew(self, error: MarketoError) -> None:
        assert self.reauthenticate is not None
        result = self.reauthenticate(error)
        if inspect.isawaitable(result):
            await result
        self._renewed = time.monotonic()


def _is_of_connection(error: BaseException | None) -> bool:
    kinds: list[type[BaseException]] = [ConnectionError, TimeoutError]
    for module, names in _CONNECTION_ERRORS.items():
        if module in sys.modules:
            kinds += [getattr(sys.modules[module], name) for name in names]
    return isinstance(error, tuple(kinds))


class wait_by_advice(wait_base):
    """Waits as the advice of a MarketoError says: not at all for a new token, else at least its retry_after.

    Args:
        slot: How long to wait for a running call to return, where the concurrency limit is reached.
        queue: How long to wait for a job to end, where a queue is full.
        backoff: How long to wait in every other case.
        longest: The longest wait in seconds, whatever the server asks for; 15 minutes. It does not hold for a daily
            quota, which retry_by_advice does not wait for.
        jitter: Up to so many seconds are added at random to what the server or the catalog says, so that threads that
            were rejected together do not come back together.
    """

    def __init__(
        self,
        *,
        slot: wait_base = wait_random(1, 5),
        queue: wait_base = wait_fixed(60),
        backoff: wait_base = wait_random_exponential(multiplier=1, max=60),
        longest: float = _LONGEST,
        jitter: float = 1,
    ) -> None:
        self.slot = slot
        self.queue = queue
        self.backoff = backoff
        self.longest = longest
        self.jitter = jitter

    def __call__(self, retry_state: RetryCallState) -> float:
        """Returns how long to wait, in seconds; tenacity calls it."""
        error = _exception(retry_state)
        advice = error.advice if isinstance(error, MarketoError) else None
        if isinstance(error, MarketoError) and error.retry_after is not None:
            seconds = error.retry_after + random.uniform(0, self.jitter)
            return seconds if advice is Advice.WAIT_FOR_QUOTA_RESET else min(seconds, self.longest)
        if advice is Advice.REAUTHENTICATE:
            return 0
        if advice is Advice.WAIT_FOR_SLOT:
            return min(self.slot(retry_state), self.longest)
        if advice is Advice.WAIT_FOR_QUEUE:
            return min(self.queue(retry_state), self.longest)
        return min(self.backoff(retry_state), self.longest)


def before_sleep_log(
    logger: logging.Logger, level: int = logging.WARNING, *, lang: str = "en"
) -> Callable[[RetryCallState], None]:
    """Returns a before_sleep for tenacity that logs the error and the wait, with the fields of felkod.logging.

    Of an exception that is not a MarketoError, only the class is logged: its text can hold the access token.

    Args:
        logger: Where to log.
        level: The level of the lines.
        lang: The language of the titles of errors.
    """

    def log(retry_state: RetryCallState) -> None:
        error = _exception(retry_state)
        is_ours = isinstance(error, MarketoError)
        title = error.report.title(lang) if isinstance(error, MarketoError) else type(error).__name__
        fields = extra(error) if is_ours and isinstance(error, MarketoError) else None
        logger.log(level, "%s; next try in %.1f s", title, retry_state.upcoming_sleep, extra=fields)

    return log
