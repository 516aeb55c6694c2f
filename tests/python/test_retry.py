"""The policy: that Python decides as the shared table says, and that calls are made, repeated and logged by it."""

from __future__ import annotations

import asyncio
import copy
import json
import logging
import pickle
import socket
import ssl
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone
from typing import Any

import aiohttp
import httpx
import pytest
import requests
from conftest import ROOT, records, rest

import felkod
from felkod import Action, Advice, Attempts, Failure, Figures, Idempotency, MarketoError, Reason, RetryPolicy, _felkod
from felkod._policy import _stored
from felkod._terms import Term
from felkod.logging import extra

NOW = 1_767_225_600.0
EXACT = RetryPolicy(jitter=False)
LIMITED = rest((606, "Max rate limit '50' exceeded with in '20' secs"))
EXPIRED = rest((602, "Access token expired"))
PASSING = rest((608, ""))


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yields the rows of a shared table by the names of their columns."""
    lines = (ROOT / "tests" / "cases" / name).read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    for line in lines[1:]:
        if not line.startswith("#"):
            yield dict(zip(columns, line.split("\t"), strict=True))


def policy_of(settings: str) -> RetryPolicy:
    """Makes a policy of its JSON, as a Python program would write it."""
    given = json.loads(settings)
    for name in ("backoff", "rate_window", "slot", "queue"):
        if name in given:
            given[name] = felkod.Schedule(**given[name])
    if "figures" in given:
        given["figures"] = Figures(**given["figures"])
    stored = given.pop("overrides", {})
    overrides: dict[Any, str] = {int(code): advice for code, advice in stored.get("codes", {}).items()}
    overrides |= {felkod.Category(name): advice for name, advice in stored.get("categories", {}).items()}
    overrides |= {felkod.Case(name.partition("/")[2]): advice for name, advice in stored.get("cases", {}).items()}
    if "unknown" in stored:
        overrides[None] = stored["unknown"]
    return RetryPolicy(**given, overrides=overrides)


def indexes(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers)) or "-"


@pytest.mark.parametrize("seed", [0, 606, 2**32 - 1])
def test_every_case_of_the_shared_table_is_decided_as_it_says(seed: int) -> None:
    wrong, count = [], 0
    for row in rows("decisions.tsv"):
        count += 1
        policy, now = policy_of(row["policy"]), int(row["now"]) / 1_000
        event: felkod.Report | str = row["failure"]
        if event == "-":
            headers = [] if row["retry_after"] == "-" else [("Retry-After", row["retry_after"])]
            status = None if row["status"] == "-" else int(row["status"])
            event = felkod.read(row["body"].encode(), status=status, headers=headers)
        attempts = Attempts(
            row["request"],
            insists=row["insists"] != "-",
            records=None if row["records"] == "-" else int(row["records"]),
            started=now - int(row["elapsed"]),
            seed=seed,
        )
        for _ in range(int(row["before"])):
            assert policy.decide(attempts, event, now).after is not None, row["name"]
            attempts = Attempts.from_json(attempts.to_json())
        decision = policy.decide(pickle.loads(pickle.dumps(attempts)), event, now)
        reason = "treat_as_absent" if decision.absent else decision.reason or "-"
        limit = f"{decision.limit.unit}:{decision.limit.figure}" if decision.limit else "-"
        again, aside = indexes(decision.records), indexes(decision.set_aside)
        found = [decision.action, reason, decision.who or "-", again, aside, limit]
        wanted = [row[column] for column in ("action", "reason", "who", "again", "set_aside", "limit")]
        if found != wanted:
            wrong.append(f"{row['name']}: {wanted} wanted, {found} decided")
        least, most = row["least"], row["most"]
        if least == "-":
            is_right = decision.after is None
        else:
            is_right = decision.after is not None and float(least) <= decision.after <= float(most)
        if not is_right:
            wrong.append(f"{row['name']}: waits {decision.after}, {least} to {most} wanted")
    assert wrong == [] and count > 250


def test_every_request_of_the_shared_table_is_as_safe_as_it_says() -> None:
    table = list(rows("idempotency.tsv"))
    for row in table:
        action = None if row["action"] == "-" else row["action"]
        assert Idempotency.of(row["method"], row["path"], action) is Idempotency(row["request"]), row
    assert len(table) > 300


def test_the_defaults_are_those_of_every_language() -> None:
    def without_none(settings: Any) -> Any:
        if not isinstance(settings, dict):
            return settings
        return {key: without_none(value) for key, value in settings.items() if value is not None}

    native = json.loads(_felkod.PolicyCore("{}").to_json())
    assert without_none(json.loads(RetryPolicy().to_json())) == without_none(native)


def test_the_terms_are_those_of_every_language() -> None:
    for name, words in _felkod.terms():
        assert [term.value for term in getattr(felkod, name)] == words
    assert {kind.__name__ for kind in Term.__subclasses__()} == {name for name, _ in _felkod.terms()}
    assert {row["action"] for row in rows("decisions.tsv")} == set(Action)
    for kind in Term.__subclasses__():
        for term in kind:
            assert term == str(term) == f"{term}" and hash(term) == hash(term.value)
            assert pickle.loads(pickle.dumps(term)) is term and json.loads(json.dumps(term)) == term


def test_a_policy_is_a_value() -> None:
    policy = RetryPolicy(deadline=60, overrides={felkod.Code(606): Advice.FIX_SETUP, None: "backoff"})
    for other in (pickle.loads(pickle.dumps(policy)), copy.deepcopy(policy)):
        assert other == policy and hash(other) == hash(policy) and other != RetryPolicy()
        assert other.decide(Attempts(), felkod.read(LIMITED)).reason is Reason.FIX_SETUP


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"attempts": -1}, "invalid value: integer `-1`"),
        ({"attempts": "2"}, "invalid type: string"),
        ({"deadline": -1}, "a number of seconds from 0"),
        ({"overrides": {606: "no such advice"}}, "unknown advice `no such advice`"),
    ],
)
def test_a_wrong_setting_is_a_value_error_that_says_what_is_wrong(settings: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says) as caught:
        RetryPolicy(**settings)
    assert "line 1" not in str(caught.value)


def test_wrong_arguments_are_errors_that_name_the_type() -> None:
    with pytest.raises(TypeError, match="a key of overrides must be .*, not str"):
        RetryPolicy(overrides={"606": "backoff"})  # type: ignore[dict-item]
    with pytest.raises(TypeError, match="event must be felkod.Report, .*, not KeyError"):
        EXACT.decide(Attempts(), KeyError())
    with pytest.raises(ValueError, match="unknown failure `no such`"):
        EXACT.decide(Attempts(), "no such")
    with pytest.raises(ValueError, match="unknown idempotency `no such`"):
        Attempts("no such")
    with pytest.raises(TypeError, match="policy must be felkod.RetryPolicy, not int"):
        felkod.read(LIMITED).to_dict(policy=3)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="attempts need a policy"):
        felkod.read(LIMITED).to_dict(attempts=Attempts())


def test_attempts_are_kept_between_processes() -> None:
    attempts = Attempts(Idempotency.UPSERT, records=3, insists=True, seed=7)
    assert attempts.started is None and attempts.by_advice == {}
    EXACT.decide(attempts, felkod.read(LIMITED), NOW)
    for other in (pickle.loads(pickle.dumps(attempts)), Attempts.from_json(attempts.to_json())):
        assert other == attempts and other is not attempts
        assert (other.request, other.records, other.insists, other.seed) == (Idempotency.UPSERT, 3, True, 7)
        assert (other.calls, other.started, other.renewed) == (1, NOW, False)
        assert other.by_advice == {Advice.WAIT_FOR_RATE_WINDOW: 1}
    assert attempts != Attempts(Idempotency.UPSERT, seed=7)
    with pytest.raises(TypeError, match="unhashable"):
        hash(attempts)
    with pytest.raises(ValueError, match="not a state"):
        Attempts.from_json('{"calls": "many"}')


def test_a_report_tells_the_decision_where_a_policy_is_given() -> None:
    report = felkod.read(LIMITED)
    attempts = Attempts(Idempotency.READ)
    told = report.to_dict("sv", policy=EXACT, attempts=attempts, now=NOW)
    assert told.pop("decision") == {"action": "retry", "after_seconds": 20, "reason": None, "who": None, "attempts": 6}
    assert told == report.to_dict("sv") and attempts.calls == 1


def test_the_quota_clock_has_both_readings() -> None:
    summer = felkod.QuotaReset.after(datetime(2026, 7, 1, 12, tzinfo=timezone.utc).timestamp())
    assert summer.latest == datetime(2026, 7, 2, 6, tzinfo=timezone.utc)
    assert summer.earliest == datetime(2026, 7, 2, 5, tzinfo=timezone.utc)
    winter = felkod.QuotaReset.after(NOW)
    assert winter.earliest == winter.latest == datetime(2026, 1, 1, 6, tzinfo=timezone.utc)
    assert felkod.QuotaReset.after().latest > datetime.now(timezone.utc)


class Calls:
    """A call that meets one outcome after the other; and how long was waited between."""

    def __init__(self, *outcomes: bytes | Exception | felkod.Report, **options: Any) -> None:
        self.outcomes = list(outcomes)
        self.waits: list[float] = []
        self.options = {"sleep": self.waits.append, **options}

    def __call__(self) -> Any:
        outcome = self.outcomes.pop(0) if self.outcomes else b'{"success":true}'
        if isinstance(outcome, Exception):
            raise outcome
        return outcome if isinstance(outcome, felkod.Report) else felkod.raise_for_error(outcome, partial=True)

    def run(self, policy: RetryPolicy = EXACT) -> Any:
        return policy.run(self, **self.options)


def test_a_call_is_repeated_until_it_goes_through() -> None:
    calls = Calls(LIMITED, PASSING, ConnectionRefusedError(), request=Idempotency.READ)
    assert calls.run().ok and calls.waits == [20, 1, 2]


def test_what_is_not_repeated_is_raised_with_its_decision() -> None:
    calls = Calls(rest((1003, "")))
    with pytest.raises(felkod.InvalidRequestError) as caught:
        calls.run()
    assert caught.value.decision == felkod.Decision(
        Action.GIVE_UP, reason=Reason.FIX_REQUEST, who=felkod.EscalateTo.DEVELOPER
    )
    assert pickle.loads(pickle.dumps(caught.value)).decision == caught.value.decision
    with pytest.raises(MarketoError) as partial:
        Calls(records((1019, ""), (1006, ""))).run()
    assert partial.value.decision is not None
    assert (partial.value.decision.records, partial.value.decision.set_aside) == ((1,), (2,))
    with pytest.raises(KeyError):
        Calls(KeyError("not of the connection")).run()
    with pytest.raises(ConnectionResetError):
        Calls(ConnectionResetError(), request="creates").run()
    assert Calls(ConnectionResetError(), request="creates", insists=True).run().ok


def test_a_report_that_the_call_returns_is_decided_on() -> None:
    calls = Calls(felkod.read(LIMITED))
    assert calls.run().ok and calls.waits == [20]
    aside = felkod.read(records((1006, "")))
    assert Calls(aside).run() is aside, "there is nothing more to send"
    with pytest.raises(felkod.InvalidRequestError):
        Calls(felkod.read(rest((1003, "")))).run()


def test_an_expired_token_is_renewed_without_a_wait_and_once() -> None:
    errors: list[MarketoError] = []
    calls = Calls(EXPIRED, LIMITED, EXPIRED, reauthenticate=errors.append)
    assert calls.run().ok and calls.waits == [20] and len(errors) == 2
    for options in ({}, {"reauthenticate": errors.append}):
        with pytest.raises(felkod.AuthenticationError):
            Calls(EXPIRED, EXPIRED, **options).run()
    assert len(errors) == 3

    async def renew(error: MarketoError) -> None: ...

    with pytest.raises(TypeError, match="reauthenticate is a coroutine function"):
        Calls(EXPIRED, reauthenticate=renew).run()


def test_each_decision_is_told_and_logged_without_personal_data(caplog: pytest.LogCaptureFixture) -> None:
    told: list[tuple[felkod.Decision, Exception]] = []
    secret = "anna@example.com"
    calls = Calls(
        rest((606, f"Max rate limit '50' exceeded with in '20' secs {secret}")),
        ConnectionRefusedError(secret),
        rest((1003, secret)),
        on_decision=lambda decision, error: told.append((decision, error)),
        logger=logging.getLogger("etl"),
        lang="sv",
    )
    with pytest.raises(felkod.InvalidRequestError):
        calls.run()
    assert [decision.action for decision, _ in told] == ["retry", "retry", "give_up"]
    first, second = caplog.records
    assert first.getMessage() == "REST 606 · Anropsgränsen har överskridits; next try in 20.0 s"
    fields = vars(first)
    assert (fields["error.type"], fields["marketo.action"]) == ("rest_rate_limit_exceeded", "retry")
    assert fields["marketo.after_seconds"] == 20 and "marketo.reason" not in fields
    assert second.getMessage() == "ConnectionRefusedError; next try in 1.0 s"
    assert secret not in caplog.text
    last = told[-1][1]
    assert isinstance(last, MarketoError) and extra(last)["marketo.reason"] == "fix_request"


def test_a_wait_beyond_the_deadline_is_refused_at_once() -> None:
    calls = Calls(PASSING, LIMITED, request="read")
    with pytest.raises(felkod.ThrottlingError) as caught:
        calls.run(RetryPolicy(deadline=15, jitter=False))
    assert calls.waits == [1]
    assert caught.value.decision is not None and caught.value.decision.reason is Reason.DEADLINE


def test_attempts_that_were_stored_go_on() -> None:
    attempts = Attempts(Idempotency.READ)
    for _ in range(3):
        EXACT.decide(attempts, felkod.read(PASSING))
    with pytest.raises(felkod.UnavailableError) as caught:
        Calls(PASSING, attempts=attempts).run()
    assert caught.value.decision is not None and caught.value.decision.reason is Reason.ATTEMPTS_USED_UP


def test_an_outage_uses_the_retry_budget_up_and_successes_fill_it() -> None:
    policy = RetryPolicy(budget=5, jitter=False)
    assert Calls(PASSING, request="read").run(policy).ok
    assert policy.budget_left == 1, "one attempt took five, and the success gave one back"
    with pytest.raises(felkod.UnavailableError) as caught:
        Calls(PASSING, request="read").run(policy)
    assert caught.value.decision is not None and caught.value.decision.reason is Reason.RETRY_BUDGET
    for _ in range(4):
        policy.run(lambda: "anything")
    assert policy.budget_left == 5 and RetryPolicy(budget=0).budget_left is None


def test_the_decorator_repeats_functions_and_coroutine_functions() -> None:
    bodies = [PASSING] * 2
    quick = RetryPolicy(backoff=felkod.Schedule(0.001, 0.001, attempts=4))

    @quick.retrying(request=Idempotency.READ)
    def double(number: int) -> int:
        "Doubles."
        felkod.raise_for_error(bodies.pop() if bodies else b'{"success":true}')
        return 2 * number

    assert double(3) == 6 and double.__doc__ == "Doubles." and bodies == []
    renewals: list[MarketoError] = []
    token = ["old"]

    async def renew(error: MarketoError) -> None:
        await asyncio.sleep(0)
        renewals.append(error)
        token[0] = "new"

    @quick.retrying(request=Idempotency.READ, reauthenticate=renew)
    async def call() -> str:
        mine = token[0]
        await asyncio.sleep(0)
        if mine == "old":
            felkod.raise_for_error(EXPIRED)
        return mine

    async def all_of_them() -> list[str]:
        return await asyncio.gather(*(call() for _ in range(16)))

    assert asyncio.run(all_of_them()) == ["new"] * 16
    assert len(renewals) == 1, "once for sixteen tasks"


def test_one_expired_token_is_renewed_once_for_sixteen_threads() -> None:
    token, renewals = ["old"], list[MarketoError]()
    together = threading.Barrier(16)

    def renew(error: MarketoError) -> None:
        renewals.append(error)
        token[0] = "new"

    @EXACT.retrying(reauthenticate=renew)
    def call() -> str:
        mine = token[0]
        if mine == "old":
            together.wait()
            felkod.raise_for_error(EXPIRED)
        return mine

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(lambda _: call(), range(16))) == ["new"] * 16
    assert len(renewals) == 1


def test_a_coroutine_is_run_as_a_function_is() -> None:
    calls = Calls(LIMITED, httpx.ConnectError("x"), EXPIRED)
    renewals: list[MarketoError] = []

    async def call() -> Any:
        return calls()

    async def sleep(seconds: float) -> None:
        calls.waits.append(seconds)

    report = asyncio.run(EXACT.arun(call, request="read", reauthenticate=renewals.append, sleep=sleep))
    assert report.ok and calls.waits == [20, 1] and len(renewals) == 1
    with pytest.raises(KeyError):
        calls.outcomes.append(KeyError())
        asyncio.run(EXACT.arun(call))


def test_a_pacer_keeps_below_the_limits_and_learns_from_rejections() -> None:
    pacer = felkod.Pacer(Figures(calls=2, concurrent_calls=5))
    assert [pacer.acquire(NOW + second) for second in (0, 1, 5)] == [0, 0, 15]
    pacer.release()
    pacer.learn(felkod.read(LIMITED), now=NOW + 6)
    assert pacer.calls == 1 and pacer.concurrent_calls == 5
    with pytest.raises(ValueError, match="invalid value"):
        felkod.Pacer(Figures(calls=-1))


class Enough(Exception):
    """Ends a call that would wait for the pacer."""


def stop(seconds: float) -> None:
    raise Enough(seconds)


async def stop_async(seconds: float) -> None:
    raise Enough(seconds)


def test_a_run_learns_for_the_pacer_and_gives_its_slot_back() -> None:
    pacer = felkod.Pacer(Figures(concurrent_calls=4))
    with pytest.raises(Enough, match="1.0"):
        Calls(rest((615, "")), pacer=pacer, sleep=stop).run()
    assert pacer.concurrent_calls == 2, "half of it"
    with pytest.raises(KeyError):
        Calls(KeyError(), pacer=pacer, sleep=stop).run()
    assert [pacer.acquire(), pacer.acquire()] == [0, 0] and pacer.acquire() > 0


def test_a_run_waits_for_its_turn() -> None:
    pacer = felkod.Pacer(Figures(calls=2))
    calls = Calls()

    async def call() -> Any:
        return calls()

    assert EXACT.run(calls, pacer=pacer, sleep=stop).ok
    assert asyncio.run(EXACT.arun(call, pacer=pacer, sleep=stop_async)).ok
    with pytest.raises(Enough) as caught:
        EXACT.run(calls, pacer=pacer, sleep=stop)
    assert 0 < caught.value.args[0] <= 20
    with pytest.raises(Enough):
        asyncio.run(EXACT.arun(call, pacer=pacer, sleep=stop_async))


def caused(error: Exception, cause: BaseException) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (ConnectionRefusedError(), Failure.REFUSED),
        (socket.gaierror(), Failure.REFUSED),
        (ConnectionResetError(), Failure.CONNECTION_LOST),
        (TimeoutError(), Failure.TIMED_OUT_AFTER_SENDING),
        (ssl.SSLCertVerificationError(), Failure.TLS),
        (ssl.SSLEOFError(), Failure.CONNECTION_LOST),
        (requests.ConnectTimeout(), Failure.TIMED_OUT_BEFORE_SENDING),
        (requests.ReadTimeout(), Failure.TIMED_OUT_AFTER_SENDING),
        (requests.exceptions.SSLError(), Failure.TLS),
        (requests.exceptions.ChunkedEncodingError(), Failure.CONNECTION_LOST),
        (requests.ConnectionError(), Failure.CONNECTION_LOST),
        (requests.exceptions.InvalidURL(), None),
        (httpx.ConnectError("x"), Failure.REFUSED),
        (caused(httpx.ConnectError("x"), ssl.SSLCertVerificationError()), Failure.TLS),
        (httpx.ConnectTimeout("x"), Failure.TIMED_OUT_BEFORE_SENDING),
        (httpx.PoolTimeout("x"), Failure.TIMED_OUT_BEFORE_SENDING),
        (httpx.ReadTimeout("x"), Failure.TIMED_OUT_AFTER_SENDING),
        (httpx.ReadError("x"), Failure.CONNECTION_LOST),
        (httpx.RemoteProtocolError("x"), Failure.CONNECTION_LOST),
        (httpx.UnsupportedProtocol("x"), None),
        (aiohttp.ServerDisconnectedError(), Failure.CONNECTION_LOST),
        (aiohttp.ClientPayloadError(), Failure.CONNECTION_LOST),
        (aiohttp.ServerTimeoutError(), Failure.TIMED_OUT_AFTER_SENDING),
        (aiohttp.ConnectionTimeoutError(), Failure.TIMED_OUT_BEFORE_SENDING),
        (FileNotFoundError(), None),
        (KeyError(), None),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else str(value),
)
def test_an_exception_of_a_client_says_how_the_call_failed(error: Exception, failure: Failure | None) -> None:
    assert felkod.failure_of(error) is failure


def test_a_refused_connection_is_told_from_a_lost_one_whatever_the_client() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"

        async def get() -> None:
            async with aiohttp.ClientSession() as session:
                await session.get(url)

        for call in (lambda: requests.get(url), lambda: httpx.get(url), lambda: asyncio.run(get())):
            with pytest.raises(Exception) as caught:
                call()
            assert felkod.failure_of(caught.value) is Failure.REFUSED


def test_overrides_are_written_as_every_language_has_them() -> None:
    overrides: dict[Any, Any] = {
        felkod.Case.REST_EXPORT_QUEUE_FULL: Advice.BACKOFF,
        9_999: "accept",
        felkod.Category.QUOTA: Advice.FIX_SETUP,
        None: "backoff",
    }
    assert _stored(overrides) == {
        "cases": {"1029/queue_full": "backoff"},
        "codes": {"9999": "accept"},
        "categories": {"quota": "fix_setup"},
        "unknown": "backoff",
    }


def test_no_wait_is_longer_than_fifteen_minutes_unless_asked_but_for_a_quota() -> None:
    safe = Idempotency.IDEMPOTENT
    asked = felkod.read(b"", status=503, headers={"Retry-After": "901"})
    decision = RetryPolicy().decide(Attempts(safe), asked)
    assert (decision.action, decision.reason) == (Action.GIVE_UP, Reason.WAIT_TOO_LONG)
    decision = RetryPolicy(longest_wait=3_600).decide(Attempts(safe), asked)
    assert decision.action is Action.RETRY
    assert decision.after is not None and 901 <= decision.after <= 3_600
    quota = felkod.read('{"success": false, "errors": [{"code": "607"}]}')
    decision = RetryPolicy().decide(Attempts(safe), quota, now=1_767_225_600)
    assert decision.action is Action.RETRY
    assert decision.after is not None and decision.after >= 6 * 3_600
