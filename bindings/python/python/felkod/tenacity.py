"""felkod for tenacity: whether to try again, and when, by the advice of a MarketoError.

    @tenacity.retry(
        retry=felkod.tenacity.retry_by_advice(idempotent=True),
        wait=felkod.tenacity.wait_by_advice(),
        stop=tenacity.stop_after_attempt(5),
        reraise=True,
    )
    def get_lead(): ...

A stop is needed: without one, tenacity never gives up.
"""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakSet

from tenacity import RetryCallState, wait_fixed, wait_random, wait_random_exponential
from tenacity.retry import retry_base
from tenacity.wait import wait_base

from felkod import Advice, MarketoError, Retry

__all__ = ["retry_by_advice", "wait_by_advice"]


def _error(retry_state: RetryCallState) -> MarketoError | None:
    outcome = retry_state.outcome
    error = outcome.exception() if outcome is not None and outcome.failed else None
    return error if isinstance(error, MarketoError) else None


class retry_by_advice(retry_base):
    """Tries again where a MarketoError says that the same request can succeed.

    An exhausted daily quota is not waited for, and an exception that is no MarketoError is not repeated: add
    tenacity.retry_if_exception_type() for those of the connection.

    Args:
        idempotent: Whether the call does no harm when it is carried out twice. If so, it is repeated after failures of
            which nobody knows whether they took effect.
        reauthenticate: Called before the next try where the advice is to reauthenticate: it forgets the access token or
            fetches another. A second refusal ends the call; without this argument, the first does.
    """

    def __init__(
        self, *, idempotent: bool = False, reauthenticate: Callable[[], object] | None = None
    ) -> None:
        self.idempotent = idempotent
        self.reauthenticate = reauthenticate
        self._reauthenticated: WeakSet[RetryCallState] = WeakSet()

    def __call__(self, retry_state: RetryCallState) -> bool:
        error = _error(retry_state)
        if error is None:
            return False
        if error.advice is Advice.REAUTHENTICATE:
            if self.reauthenticate is None or retry_state in self._reauthenticated:
                return False
            self._reauthenticated.add(retry_state)
            self.reauthenticate()
            return True
        return error.retry is Retry.YES or (error.retry is Retry.IF_IDEMPOTENT and self.idempotent)


class wait_by_advice(wait_base):
    """Waits as the advice of a MarketoError says: not at all for a new token, else at least its retry_after.

    Args:
        slot: How long to wait for a running call to return, where the concurrency limit is reached.
        queue: How long to wait for a job to end, where a queue is full.
        backoff: How long to wait in every other case.
    """

    def __init__(
        self,
        *,
        slot: wait_base = wait_random(1, 5),
        queue: wait_base = wait_fixed(60),
        backoff: wait_base = wait_random_exponential(multiplier=1, max=60),
    ) -> None:
        self.slot = slot
        self.queue = queue
        self.backoff = backoff

    def __call__(self, retry_state: RetryCallState) -> float:
        error = _error(retry_state)
        if error is not None and error.retry_after is not None:
            return error.retry_after
        advice = None if error is None else error.advice
        if advice is Advice.REAUTHENTICATE:
            return 0
        if advice is Advice.WAIT_FOR_SLOT:
            return self.slot(retry_state)
        if advice is Advice.WAIT_FOR_QUEUE:
            return self.queue(retry_state)
        return self.backoff(retry_state)
