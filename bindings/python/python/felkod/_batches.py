"""Records that are sent in batches, of which only those that the findings name are sent again."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from felkod import _felkod
from felkod._course import log
from felkod._errors import MarketoError
from felkod._felkod import Attempts, Report
from felkod._sent import Sent
from felkod._terms import Action, Idempotency
from felkod._types import Logger


@dataclass
class Batch:
    """One request: the records in it, by index, and what it has been through."""

    records: Sequence[int]
    attempts: Attempts


class Batches:
    """The batches that are still to be sent. It sends nothing itself."""

    # The bytes that a body of a write can have: 1 MB, by the vendor's documentation of 413.
    BYTES = 1_000_000

    def __init__(
        self,
        records: Iterable[Mapping[str, Any]],
        fields: Mapping[str, Any] | None,
        size: int,
        request: Idempotency,
        logger: Logger,
        lang: str,
    ) -> None:
        if size < 1:
            raise ValueError(f"size must be at least 1, but is {size}")
        self.request, self.logger, self.lang = request, logger, lang
        self.texts = [json.dumps(record, separators=(",", ":")) for record in records]
        self.start = json.dumps({**(fields or {}), "input": []}, separators=(",", ":"))[:-2]
        self.sent = Sent([None] * len(self.texts))
        self.waiting: deque[Batch] = deque()
        self._wait_in_front(range(len(self.texts)), size, self.BYTES)

    def _wait_in_front(self, records: Sequence[int], size: int, most: int) -> None:
        # The default encoder of JSON writes ASCII only, so that a character is a byte.
        sizes = [len(self.texts[record]) for record in records]
        parts = _felkod.batches(sizes, size, most, len(self.start) + 2)
        self.waiting.extendleft(
            Batch(records[first:end], Attempts(self.request, records=end - first)) for first, end in reversed(parts)
        )

    def body(self, batch: Batch) -> bytes:
        """Returns the body of a batch."""
        return f"{self.start}{','.join(self.texts[record] for record in batch.records)}]}}".encode()

    def done(self, batch: Batch, report: Report, response: Any) -> None:
        """Takes in a response whose records are not sent again."""
        self._take(batch, report, response, again=())
        self.waiting.popleft()

    def failed(self, batch: Batch, error: Exception) -> float:
        """Takes in an error; returns how long to wait before the next batch.

        Raises:
            Exception: The error, where the next batch would fail the same way.
        """
        decision = error.decision if isinstance(error, MarketoError) else None
        if not isinstance(error, MarketoError) or decision is None:
            self._stop(error)
        elif error.report.outcome == "partial":
            again = decision.records if decision.action is Action.RESEND else ()
            self._take(batch, error.report, error.response, again)
            self.waiting.popleft()
            if again:
                self.waiting.appendleft(Batch([batch.records[record] for record in again], batch.attempts))
        elif decision.action is Action.REDUCE and len(batch.records) > 1:
            size, most = (len(batch.records) + 1) // 2, self.BYTES
            if decision.limit is not None and decision.limit.unit == "records":
                size = min(size, decision.limit.figure)
            elif decision.limit is not None and decision.limit.unit == "bytes":
                most = min(most, decision.limit.figure)
            self.waiting.popleft()
            self._wait_in_front(batch.records, size, most)
        else:
            self._stop(error)
        if decision is not None and decision.action in (Action.RESEND, Action.REDUCE):
            log(self.logger, decision, error, decision.after or 0, lang=self.lang)
        return 0 if decision is None else decision.after or 0

    def _stop(self, error: Exception) -> NoReturn:
        vars(error)["sent"] = self.sent
        raise error

    def _take(self, batch: Batch, report: Report, response: Any, again: Iterable[int]) -> None:
        told = response.json()
        results = told.get("result") if isinstance(told, dict) else None
        later = set(again)
        for at, result in enumerate(results[: len(batch.records)] if isinstance(results, list) else ()):
            if at not in later:
                self.sent.results[batch.records[at]] = result
        for at, finding in report.by_record().items():
            if at not in later and at < len(batch.records):
                self.sent.failed[batch.records[at]] = finding
