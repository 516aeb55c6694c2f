"""What the hooks that record exchanges have in common."""

from __future__ import annotations

import time
from typing import Any, TypeAlias

from felkod import _clock
from felkod._decisions import Decision
from felkod._failures import failure_of
from felkod._felkod import Recorder

LARGEST = 16 << 20
"""The largest body that a hook holds while it comes, in bytes."""
_said = False


class Draft:
    """Takes the exchanges of one attempt, and records them once it is decided what to do next.

    Args:
        recorder: The recorder.
        number: The number of the attempt, from 1.
    """

    def __init__(self, recorder: Recorder, number: int) -> None:
        self._recorder = recorder
        self._number = number
        self._taken: list[tuple[str, str, dict[str, Any]]] = []

    def record(self, method: str, url: str, /, **told: Any) -> None:
        """Takes an exchange."""
        self._taken.append((method, url, told))

    def decided(self, decision: Decision | None) -> None:
        """Records what was taken. What was decided belongs to the last exchange: before it are redirects."""
        while self._taken:
            method, url, told = self._taken.pop(0)
            decided = None if self._taken else decision
            keep(self._recorder, method, url, **{**told, "attempt": self._number, "decision": decided})


Records: TypeAlias = Recorder | Draft
"""What takes exchanges."""


class Watch:
    """When an exchange began, and how long it takes."""

    def __init__(self, before: float = 0) -> None:
        self._started = _clock.now() - before
        self._began = time.perf_counter() - before
        self.first_byte: float | None = None

    def answered(self) -> None:
        """Says that the first byte of the response has come."""
        self.first_byte = time.perf_counter() - self._began

    def times(self) -> dict[str, float | None]:
        """Returns the times until now, as Recorder.record() takes them."""
        took = max(0.0, time.perf_counter() - self._began)
        return {"started": max(0.0, self._started), "took": took, "first_byte": self.first_byte}


def keep(recorder: Records, method: object, url: object, **told: Any) -> None:
    """Records an exchange. Whatever goes wrong there does not reach the call; it is said once."""
    global _said
    try:
        recorder.record(str(method), str(url), **told)
    except Exception as error:
        if not _said:
            import logging  # It takes longer to import than all of felkod.

            _said = True
            logging.getLogger("felkod").warning("an exchange was not recorded: %s", type(error).__name__)


def failed(recorder: Records, method: object, url: object, error: BaseException, **told: Any) -> None:
    """Records a request without a response, where the exception is one of a connection."""
    failure = failure_of(error)
    if failure is not None:
        keep(recorder, method, url, failure=failure, **told)


def sendable(body: object) -> str | bytes | None:
    """Returns the body of a request, unless it is a file or an iterator, which is read but once."""
    return body if isinstance(body, (str, bytes)) else None
