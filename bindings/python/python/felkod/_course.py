"""The course of a call that is made again and again as a policy decides."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Protocol, TypeVar

from felkod import _clock, _felkod
from felkod._decisions import Decision
from felkod._errors import MarketoError, error_of
from felkod._evidence import Draft
from felkod._failures import failure_of
from felkod._felkod import Attempts, Recorder, Report
from felkod._types import Logger

R = TypeVar("R")
Reauthenticate = Callable[[MarketoError], object]
OnDecision = Callable[[Decision, Exception], object]


class Policy(Protocol):
    """What a course needs of a RetryPolicy."""

    def decide(self, attempts: Attempts, event: Any, now: float | None = None, /) -> Decision:
        """Decides what to do after a call."""
        ...


class Turns(Protocol):
    """What a course needs of a Pacer."""

    def acquire(self, now: float | None = None, /) -> float:
        """Asks to make a call."""
        ...

    def release(self) -> None:
        """Says that a call is over."""

    def learn(self, report: Report, *, policy: Any = None, now: float | None = None) -> None:
        """Learns from a response."""


class Attempt:
    """One call: when it began, what came of it, and what goes into the record of it."""

    def __init__(self, draft: Draft | None = None) -> None:
        self.began = time.monotonic()
        self.result: Any = None
        self.error: Exception | None = None
        self.decision: Decision | None = None
        self.draft = draft

    def close(self) -> None:
        """Records what was sent and what came, with what was decided."""
        if self.draft is not None:
            self.draft.decided(self.decision)


class Course:
    """All calls that are made for one logical call: what comes before each one, and what after it.

    It makes no call and does not wait, so that functions and coroutine functions have the same rules.

    Args:
        policy: Decides.
        attempts: Counts.
        can_renew: Whether there is somebody to renew the proof of identity.
        pacer: Gives turns.
        on_decision: Is told each decision.
        logger: Gets a line before each wait.
        lang: The language of the lines and of errors.
        recorder: Records each attempt with what was decided.
    """

    def __init__(
        self,
        policy: Policy,
        attempts: Attempts,
        *,
        can_renew: bool = False,
        pacer: Turns | None = None,
        on_decision: OnDecision | None = None,
        logger: Logger | None = None,
        lang: str = "en",
        recorder: Recorder | None = None,
    ) -> None:
        self.policy = policy
        self.attempts = attempts
        self.can_renew = can_renew
        self.pacer = pacer
        self.on_decision = on_decision
        self.logger = logger
        self.lang = lang
        self.recorder = recorder
        self.attempt = Attempt()
        self._last: BaseException | None = None

    def turn(self) -> float:
        """Returns how many seconds to wait before asking again; 0 where the call can be made."""
        return 0 if self.pacer is None else self.pacer.acquire(_clock.now())

    def __enter__(self) -> Attempt:
        """Begins a call, after turn() was 0."""
        draft = None if self.recorder is None else Draft(self.recorder, self.attempts.calls + 1)
        self.attempt = Attempt(draft)
        return self.attempt

    def __exit__(self, kind: object, error: BaseException | None, traceback: TracebackType | None) -> bool:
        """Ends the call; an exception, other than one that ends the program, is kept for after()."""
        if self.pacer is not None:
            self.pacer.release()
        if isinstance(error, Exception):
            self.attempt.error = error
            return True
        if error is not None:
            self.attempt.close()  # There is no after().
        return False

    @contextmanager
    def preparing(self) -> Iterator[None]:
        """Surrounds what comes before a call: after an error of it there is no other call, whatever the policy says."""
        try:
            yield
        except Exception as error:
            self._last = error
            raise

    def after(self) -> Decision | None:
        """Returns the decision to repeat the call, or None where its result is to be returned.

        Raises:
            Exception: The error of the call, where it is not repeated.
        """
        try:
            return self._after(self.attempt)
        finally:
            self.attempt.close()

    def _after(self, attempt: Attempt) -> Decision | None:
        result, error = attempt.result, attempt.error
        if error is None:
            report = result if isinstance(result, Report) else _felkod.read(b'{"success":true}')
            if report.ok:
                attempt.decision = self.policy.decide(self.attempts, report, _clock.now())
                return None
            error = error_of(report, lang=self.lang, partial=True)
            if error is None:
                return None
        if error is self._last or (not isinstance(error, MarketoError) and failure_of(error) is None):
            raise error
        if self.pacer is not None and isinstance(error, MarketoError):
            self.pacer.learn(error.report, policy=self.policy, now=_clock.now())
        decision = attempt.decision = self.policy.decide(self.attempts, error, _clock.now())
        if isinstance(error, MarketoError):
            error.decision = decision
        if self.on_decision is not None:
            self.on_decision(decision, error)
        if decision.action == "done" and attempt.error is None:
            return None
        if not repeats(decision) or (decision.action == "renew" and not self.can_renew):
            raise error
        attempt.error = error
        if self.logger is not None:
            log(self.logger, decision, error, decision.after or 0, lang=self.lang)
        return decision


def run(
    course: Course,
    call: Callable[[], R],
    renew: Callable[[MarketoError, float], object],
    pause: Callable[[float], object] = _clock.sleep,
) -> R:
    """Makes a call as often as the policy decides, and returns its result."""
    while True:
        while (wait := course.turn()) > 0:
            pause(wait)
        with course as attempt:
            attempt.result = call()
        decision = course.after()
        if decision is None:
            result: R = attempt.result
            return result
        if decision.action == "renew" and isinstance(attempt.error, MarketoError):
            renew(attempt.error, attempt.began)
        if decision.after:
            pause(decision.after)


async def run_async(
    course: Course,
    call: Callable[[], Awaitable[R]],
    renew: Callable[[MarketoError, float], Awaitable[object]],
    pause: Callable[[float], Awaitable[object]] = _clock.sleep_async,
) -> R:
    """run() for a coroutine function."""
    while True:
        while (wait := course.turn()) > 0:
            await pause(wait)
        with course as attempt:
            attempt.result = await call()
        decision = course.after()
        if decision is None:
            result: R = attempt.result
            return result
        if decision.action == "renew" and isinstance(attempt.error, MarketoError):
            await renew(attempt.error, attempt.began)
        if decision.after:
            await pause(decision.after)


def repeats(decision: Decision) -> bool:
    """Tells whether a decision is to send the same request again."""
    return decision.action in ("retry", "renew")


def log(
    logger: Logger,
    decision: Decision | None,
    error: BaseException | None,
    wait: float,
    *,
    level: int = 30,
    lang: str = "en",
) -> None:
    """Logs an error that is followed by another call. The text of another exception can hold the access token."""
    from felkod.logging import extra

    told: dict[str, str | int | float] = {} if decision is None else extra(decision)
    if isinstance(error, MarketoError):
        title, told = error.report.title(lang), {**extra(error.report), **told}
    else:
        title = type(error).__name__
    logger.log(level, "%s; next try in %.1f s", title, wait, extra=told)


class Renewals:
    """Calls reauthenticate once for one expired token, however many threads saw it."""

    def __init__(self, reauthenticate: Reauthenticate | None) -> None:
        import threading

        self.reauthenticate = reauthenticate
        self._lock = threading.Lock()
        self._renewed = float("-inf")

    def renew(self, error: MarketoError, began: float) -> None:
        """Renews, unless that was done since the call that failed began, at a time of time.monotonic()."""
        assert self.reauthenticate is not None
        with self._lock:
            if self._renewed < began:
                result = self.reauthenticate(error)
                if hasattr(result, "__await__"):
                    getattr(result, "close", lambda: None)()
                    raise TypeError("reauthenticate is a coroutine function, but what is repeated is not")
                self._renewed = time.monotonic()


class AsyncRenewals:
    """Renewals for asyncio."""

    def __init__(self, reauthenticate: Reauthenticate | None) -> None:
        self.reauthenticate = reauthenticate
        self._renewing: Any = None
        self._renewed = float("-inf")

    async def renew(self, error: MarketoError, began: float) -> None:
        """Renews, unless that was done since the call that failed began, at a time of time.monotonic()."""
        import asyncio

        while self._renewing is not None:
            await asyncio.wait([self._renewing])
        if self._renewed < began:
            self._renewing = asyncio.ensure_future(self._renew(error))
            try:
                await self._renewing
            finally:
                self._renewing = None

    async def _renew(self, error: MarketoError) -> None:
        assert self.reauthenticate is not None
        result = self.reauthenticate(error)
        if isinstance(result, Awaitable):
            await result
        self._renewed = time.monotonic()
