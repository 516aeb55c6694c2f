"""A local Marketo to test against, inside this package: it enforces Marketo's limits and fails on demand.

with Marketo() as marketo:
    marketo.answer(606)
    session = felkod.requests.Session(marketo.url, "any id", "any secret")

With pytest, the fixture felkod_marketo is one of these.
"""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from typing import Any

from felkod import Case, Code, _clock, _felkod

__all__ = ["Call", "Marketo"]


@dataclass(frozen=True)
class Call:
    """A call that came.

    Attributes:
        number: Its number, from 1.
        at: When it came, in milliseconds since 1970-01-01 UTC by the clock of the simulator.
        method: The HTTP method.
        path: The path, without the query.
        status: The HTTP status of the response.
        codes: The codes and cases in the response, such as `606` or `1029:queue_full`.
        applied: Whether the call changed something.
        counted: Whether it counts against the limits.
        rule: The rule of the scenario that decided, from 1; 0 for the header X-Felkod-Answer, else None.
        fingerprint: The same for two calls with the same method, path, parameters and body.
    """

    number: int
    at: int
    method: str
    path: str
    status: int
    codes: list[str]
    applied: bool
    counted: bool
    rule: int | None
    fingerprint: str


class Marketo:
    """A server on a free port of this computer that behaves as Marketo; a context manager.

    Any client id and secret get a token. `felkod simulate` is the same server.

    Args:
        *options: The options of `felkod simulate`, such as "--rate", "5".

    Raises:
        ValueError: An option is wrong.
        OSError: A scenario cannot be read, or no port can be opened.

    Example:
        >>> with Marketo() as marketo:
        ...     marketo.url.startswith("http://127.0.0.1:")
        True
    """

    def __init__(self, *options: str) -> None:
        self._core = _felkod.SimulatorCore(list(options))
        self._options = options
        self._rules: list[dict[str, Any]] = []
        self._played_at = 0
        self._lock = threading.Lock()
        self._ticking: tuple[threading.Event, threading.Thread] | None = None

    def __enter__(self) -> Marketo:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def url(self) -> str:
        """The address, such as http://127.0.0.1:40123."""
        return self._core.address

    def stop(self) -> None:
        """Stops the server."""
        self._stop_ticking()
        self._core.stop()

    def reset(self) -> None:
        """Forgets leads, tokens, jobs, calls and the rules of answer(); the clock goes with the computer's again."""
        self._stop_ticking()
        if self._rules:
            self._rules = []
            self._core.play("{}")
        self._core.reset()
        self._core.freeze(False)
        self._played_at = 0

    def answer(
        self,
        answer: Code | Case | int | str | None = None,
        *,
        times: int | None = 1,
        path: str = "*.json",
        method: str | None = None,
        **rule: Any,
    ) -> None:
        """Decides the response to the next calls; several of these hold one after the other.

        Args:
            answer: The code, the case or the HTTP status, or these as X-Felkod-Answer has them, such as
                "1004@record"; None where another key of the rule says what goes wrong.
            times: How many calls; None for all from now on.
            path: The path of the calls; * stands for anything. By default all of REST, without those for a token.
            method: The HTTP method of the calls; any unless given.
            **rule: Further keys of a rule in a scenario: after, every, rate, for_seconds, records, applied,
                delay_seconds, cut_after, break_after, close, refuse, page.

        Raises:
            ValueError: The rule is wrong.
        """
        if isinstance(answer, Case):
            answer = f"{int(answer.code)}:{answer}"
        elif isinstance(answer, int):
            answer = str(int(answer))
        told = {"answer": answer, "times": times, "path": path, "method": method, **rule}
        rules = [*self._left(), {key: value for key, value in told.items() if value is not None}]
        self._core.play(json.dumps({"rules": rules}))
        self._rules, self._played_at = rules, self.total

    def _left(self) -> list[dict[str, Any]]:
        """Returns the rules without what has been used of them."""
        left = []
        for number, rule in enumerate(self._rules, 1):
            used = sum(call.rule == number for call in self._calls(self._played_at))
            if used and "times" in rule:
                rule = {**rule, "times": rule["times"] - used}
            if used:
                rule = {key: value for key, value in rule.items() if key != "after"}
            if rule.get("times", 1) > 0:
                left.append(rule)
        return left

    def play(self, scenario: str) -> None:
        """Plays a scenario.

        Args:
            scenario: The text of a scenario in YAML.

        Raises:
            ValueError: It is not one.
        """
        self._core.play(scenario)
        self._rules, self._played_at = [{}], self.total

    @property
    def calls(self) -> list[Call]:
        """The calls that came, at most the last 10,000."""
        return self._calls(0)

    def _calls(self, after: int) -> list[Call]:
        return [Call(**call) for call in self._core.calls(after)["calls"]]

    @property
    def total(self) -> int:
        """How many calls came."""
        total: int = self._core.calls(2**63)["total"]
        return total

    def time(self) -> float:
        """Returns the time of its clock, in seconds since 1970-01-01 UTC."""
        return self._core.now() / 1_000

    def advance(self, seconds: float) -> None:
        """Moves its clock forward: tokens expire, jobs end, quotas are reset.

        Args:
            seconds: How far.
        """
        self._core.advance(round(seconds * 1_000))

    def fast_forward(self) -> None:
        """Lets all waits of felkod in this process pass at once: each one moves the clock instead.

        Policies, pacers and tokens follow the clock of the simulator then, which goes 100 times as fast as the
        computer's besides, so that slow responses and bulk jobs end soon. It lasts until reset() or stop().
        """
        if self._ticking is None:
            self._core.freeze(True)
            stop = threading.Event()
            thread = threading.Thread(target=self._tick, args=(stop,), name="felkod-clock", daemon=True)
            self._ticking = stop, thread
            _clock.move(self.time, self._sleep)
            thread.start()

    def _tick(self, stop: threading.Event) -> None:
        while not stop.wait(0.01):
            self._core.advance(1_000)

    def _sleep(self, seconds: float) -> None:
        due = self.time() + seconds
        with self._lock:
            # Another thread that waited for the same time has moved the clock already.
            self.advance(max(0, due - self.time()))

    def _stop_ticking(self) -> None:
        if self._ticking is not None:
            stop, thread = self._ticking
            self._ticking = None
            _clock.move(None, None)
            stop.set()
            thread.join()
