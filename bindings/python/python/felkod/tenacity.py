"""felkod for tenacity: whether to try again, and when, as a felkod.RetryPolicy decides.

@felkod.tenacity.retry(request=felkod.Idempotency.READ)
def get_lead(): ...

It is for programs that use tenacity already; RetryPolicy.run() and RetryPolicy.retrying() do the same without it.
"""

from __future__ import annotations

import inspect
import logging
import time
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import tenacity
from tenacity import AsyncRetrying, RetryCallState
from tenacity.asyncio.retry import async_retry_base
from tenacity.retry import retry_base
from tenacity.wait import wait_base

from felkod import Action, Attempts, Decision, Idempotency, MarketoError, RetryPolicy, failure_of
from felkod._course import AsyncRenewals, Reauthenticate, Renewals, log, repeats

__all__ = ["before_sleep_log", "retry", "retry_by_policy", "wait_by_policy"]

P = ParamSpec("P")
R = TypeVar("R")


def retry(
    policy: RetryPolicy | None = None,
    *,
    request: Idempotency | str = Idempotency.CREATES,
    insists: bool = False,
    reauthenticate: Reauthenticate | None = None,
    logger: logging.Logger | None = None,
    lang: str = "en",
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorates a function or a coroutine function, so that it is called again as the policy decides.

    It is tenacity.retry() with retry_by_policy(), wait_by_policy() and before_sleep_log(), and raises the last error.

    Args:
        policy: The policy; one with the defaults unless given.
        request: What a second execution of the request does; see Idempotency.of().
        insists: Whether to send the request again even where that can do harm.
        reauthenticate: Forgets the access token or fetches another; see retry_by_policy().
        logger: Where to log each error that is followed by another try; nowhere by default.
        lang: The language of the log lines.
    """
    return tenacity.retry(
        retry=retry_by_policy(policy, request=request, insists=insists, reauthenticate=reauthenticate),
        wait=wait_by_policy(),
        before_sleep=None if logger is None else before_sleep_log(logger, lang=lang),
        reraise=True,
    )


class _Call:
    """What is known of one call: its attempts, when the latest began, and what was decided after it."""

    def __init__(self, retry_state: RetryCallState, attempts: Attempts) -> None:
        self.attempts = attempts
        self.began = retry_state.start_time
        self.ended: float | None = None

    def attempt_ended(self, retry_state: RetryCallState) -> None:
        if self.ended is not None:
            self.began = self.ended + retry_state.upcoming_sleep
        self.ended = retry_state.outcome_timestamp or time.monotonic()


def _exception(retry_state: RetryCallState) -> BaseException | None:
    outcome = retry_state.outcome
    return outcome.exception() if outcome is not None and outcome.failed else None


def _decision(retry_state: RetryCallState) -> Decision | None:
    decision: Decision | None = vars(retry_state).get("_felkod_decision")
    return decision


class retry_by_policy(retry_base):
    """Tries again where a RetryPolicy decides so: after a MarketoError and after an error of the connection.

    A batch of which only some records failed is never sent again as a whole. The error's attribute decision tells what
    was decided. Any other exception is not repeated.

    Args:
        policy: The policy; one with the defaults unless given.
        request: What a second execution of the request does; see Idempotency.of().
        insists: Whether to send the request again even where that can do harm.
        reauthenticate: Called with the error before the next try where the decision is to renew: it forgets the access
            token or fetches another. It may be a coroutine function, for a decorated coroutine function. Of several
            threads or tasks whose calls failed with the same token, only the first calls it. Without this argument, an
            expired token ends the call.

    Raises:
        TypeError: reauthenticate is a coroutine function, and the decorated function is not.
    """

    def __new__(
        cls, policy: RetryPolicy | None = None, *, reauthenticate: Reauthenticate | None = None, **_: Any
    ) -> retry_by_policy:
        is_async = inspect.iscoroutinefunction(reauthenticate) or inspect.iscoroutinefunction(
            getattr(reauthenticate, "__call__", None)  # noqa: B004
        )
        kind: type[retry_by_policy] = _AsyncRetryByPolicy if is_async and cls is retry_by_policy else cls
        return object.__new__(kind)

    def __init__(
        self,
        policy: RetryPolicy | None = None,
        *,
        request: Idempotency | str = Idempotency.CREATES,
        insists: bool = False,
        reauthenticate: Reauthenticate | None = None,
    ) -> None:
        self.policy: RetryPolicy = policy or RetryPolicy()
        self.request = request
        self.insists = insists
        self.reauthenticate = reauthenticate
        self._renewals = Renewals(reauthenticate)

    def __call__(self, retry_state: RetryCallState) -> bool:
        """Tells whether to try again; tenacity calls it."""
        decision, began = self._decided(retry_state)
        error = _exception(retry_state)
        if decision is not None and decision.action is Action.RENEW and isinstance(error, MarketoError):
            self._renewals.renew(error, began)
        return decision is not None

    def _decided(self, retry_state: RetryCallState) -> tuple[Decision | None, float]:
        """Returns the decision to try again, and when the attempt began that has ended."""
        calls: dict[retry_by_policy, _Call] = vars(retry_state).setdefault("_felkod_calls", {})
        if self not in calls:
            calls[self] = _Call(retry_state, Attempts(self.request, insists=self.insists))
        call = calls[self]
        call.attempt_ended(retry_state)
        vars(retry_state)["_felkod_decision"] = None
        error = _exception(retry_state)
        if error is None or not (isinstance(error, MarketoError) or failure_of(error)):
            return None, call.began
        decision = self.policy.decide(call.attempts, error)
        if isinstance(error, MarketoError):
            error.decision = decision
        vars(retry_state)["_felkod_decision"] = decision
        goes_on = repeats(decision) and (decision.action is not Action.RENEW or self.reauthenticate is not None)
        return decision if goes_on else None, call.began


class _AsyncRetryByPolicy(retry_by_policy, async_retry_base):
    """retry_by_policy with a reauthenticate that is awaited."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._tasks = AsyncRenewals(self.reauthenticate)
        # tenacity looks here whether to await what the call returns.
        self.__call__ = self._decide  # type: ignore[method-assign]

    def __call__(self, retry_state: RetryCallState) -> Any:
        """Tells whether to try again; tenacity awaits it."""
        if not isinstance(retry_state.retry_object, AsyncRetrying):
            raise TypeError("reauthenticate is a coroutine function, but what is retried is not")
        return self._decide(retry_state)

    async def _decide(self, retry_state: RetryCallState) -> bool:
        decision, began = self._decided(retry_state)
        error = _exception(retry_state)
        if decision is not None and decision.action is Action.RENEW and isinstance(error, MarketoError):
            await self._tasks.renew(error, began)
        return decision is not None


class wait_by_policy(wait_base):
    """Waits as retry_by_policy decided.

    Args:
        otherwise: How long to wait where the policy has not decided to try again, but another condition has; not at all
            by default.
    """

    def __init__(self, *, otherwise: wait_base = tenacity.wait_none()) -> None:
        self.otherwise = otherwise

    def __call__(self, retry_state: RetryCallState) -> float:
        """Returns how long to wait, in seconds; tenacity calls it."""
        decision = _decision(retry_state)
        if decision is not None and repeats(decision) and decision.after is not None:
            return decision.after
        return self.otherwise(retry_state)


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

    def before_sleep(retry_state: RetryCallState) -> None:
        error = _exception(retry_state)
        log(logger, _decision(retry_state), error, retry_state.upcoming_sleep, level=level, lang=lang)

    return before_sleep
