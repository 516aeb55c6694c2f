"""How to try again. The rules are felkod's own, in Rust: here values are carried, calls made, and waits slept."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any, ParamSpec, TypeVar

from felkod import _clock, _felkod
from felkod._codes import Case
from felkod._course import AsyncRenewals, Course, OnDecision, Reauthenticate, Renewals, run, run_async
from felkod._decisions import Decision
from felkod._errors import MarketoError
from felkod._failures import failure_of
from felkod._felkod import Attempts, Report
from felkod._terms import Failure, Idempotency
from felkod._types import Logger
from felkod._words import Advice, Category

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Schedule:
    """Waits that double from attempt to attempt.

    Attributes:
        first: The wait before the second attempt, in seconds.
        longest: The wait that doubling stops at, in seconds.
        attempts: The most attempts, the first one included; None where only the time is bounded.
        in_all: The most time in waits together, in seconds; None where only the attempts are bounded.
    """

    first: float
    longest: float
    attempts: int | None = None
    in_all: float | None = None


@dataclass(frozen=True)
class Figures:
    """The figures of a subscription, where they differ from those of the vendor's documentation.

    Attributes:
        quota: The calls a day.
        calls: The calls in one time window of the rate limit.
        window_seconds: The length of that window in seconds.
        concurrent_calls: The calls in progress at the same time.
    """

    quota: int = 50_000
    calls: int = 100
    window_seconds: int = 20
    concurrent_calls: int = 10


@dataclass(frozen=True, kw_only=True)
class RetryPolicy:
    """Whether, when and how to try a call again.

    It cannot be changed, compares by its settings and can be pickled; durations are in seconds. The retry budget belongs
    to the object: make one policy and share it, also between threads.

    Attributes:
        attempts: The most calls in all, the first one included, whatever their errors.
        longest_wait: The longest single wait, other than for a quota. A longer one is refused where the server asks for
            it, and shortened where the policy itself grew it.
        longest_quota_wait: The longest wait until a quota is reset; a longer one is refused.
        deadline: How long to go on in all, from the first call. A wait that would end later is refused at once.
        endpoint_timeout: How long the endpoint may work on a request, 30 to 300. It is the shortest wait where an
            earlier request may still be running.
        jitter: Whether waits have a random part, so that several callers do not come back at the same moment.
        backoff: Attempts after a failure that passes; the wait is anything up to the one given here.
        rate_window: Attempts after a rate limit. The first wait is used where neither the server nor the catalog gives
            a figure.
        slot: Attempts while too many calls are in progress.
        queue: Attempts while a queue of jobs is full.
        reauthenticate: Attempts in all with one proof of identity that is not accepted, the first one included.
        quota: Attempts in all around the reset of a quota, the first one included.
        budget: The size of the retry budget in tokens; 0 switches it off. An attempt after an outage takes five, a
            response that shows the service at work puts one back.
        overrides: Advice in place of the catalog's, by Case, Code or number, Category, and None for unknown codes; the
            first of these that fits.
        figures: Figures of the subscription in place of the catalog's.

    Raises:
        TypeError: A key of overrides is of another type.
        ValueError: A setting is out of range or of another type.

    Example:
        >>> import felkod
        >>> policy = felkod.RetryPolicy(deadline=900, overrides={felkod.Category.QUOTA: felkod.Advice.FIX_SETUP})
        >>> report = felkod.read('{"success": false, "errors": [{"code": "607"}]}')
        >>> policy.decide(felkod.Attempts(), report).reason
        <Reason.FIX_SETUP: 'fix_setup'>
    """

    attempts: int = 25
    longest_wait: float = 900
    longest_quota_wait: float = 90_000
    deadline: float | None = None
    endpoint_timeout: float = 300
    jitter: bool = True
    backoff: Schedule = Schedule(1, 60, attempts=4)
    rate_window: Schedule = Schedule(20, 600, attempts=6)
    slot: Schedule = Schedule(1, 1, attempts=11)
    queue: Schedule = Schedule(60, 240, in_all=3_600)
    reauthenticate: int = 2
    quota: int = 2
    budget: int = 500
    overrides: Mapping[Case | Category | int | None, Advice | str] = field(default_factory=dict, hash=False)
    figures: Figures = Figures()

    def __post_init__(self) -> None:
        object.__setattr__(self, "overrides", dict(self.overrides))
        object.__setattr__(self, "_core", _felkod.PolicyCore(self.to_json()))

    def to_json(self) -> str:
        """Returns the settings as JSON, in the form that felkod has in every language."""
        import json

        settings = {setting.name: getattr(self, setting.name) for setting in fields(self)}
        for name, value in settings.items():
            if isinstance(value, (Schedule, Figures)):
                settings[name] = asdict(value)
        return json.dumps({**settings, "overrides": _stored(self.overrides)})

    def __reduce__(self) -> tuple[Any, ...]:
        return _policy, ({setting.name: getattr(self, setting.name) for setting in fields(self)},)

    @property
    def budget_left(self) -> int | None:
        """The tokens that are left of the retry budget; None where it is switched off."""
        return self._native.tokens()

    @property
    def _native(self) -> _felkod.PolicyCore:
        core: _felkod.PolicyCore = vars(self)["_core"]
        return core

    def decide(
        self, attempts: Attempts, event: Report | BaseException | Failure | str, now: float | None = None
    ) -> Decision:
        """Decides what to do after a call, and counts it in the attempts.

        Pass the report of every response, successes too: that is how the attempts get to know that a new access token
        was accepted.

        Args:
            attempts: What the call has been through; it is changed.
            event: What came of the call: a report, a MarketoError, how it failed without a response, or an exception of
                the HTTP client that says so.
            now: The time in seconds since 1970-01-01 UTC; time.time() unless given.

        Raises:
            TypeError: The event is none of these, or an exception that says nothing about the connection.
            ValueError: The event is a str that is not a word of Failure.
        """
        if isinstance(event, MarketoError):
            event = event.report
        elif isinstance(event, BaseException):
            event = failure_of(event) or event
        return self._native.decide(attempts, event, _clock.now() if now is None else now)

    def run(
        self,
        call: Callable[[], R],
        *,
        request: Idempotency | str = Idempotency.CREATES,
        insists: bool = False,
        attempts: Attempts | None = None,
        reauthenticate: Reauthenticate | None = None,
        pacer: "Pacer | None" = None,
        on_decision: OnDecision | None = None,
        logger: Logger | None = None,
        lang: str = "en",
        sleep: Callable[[float], object] | None = None,
    ) -> R:
        """Makes a call, again and again as the policy decides, and returns what it returns.

        The call is repeated where the decision is retry or renew. Everything else ends it: the error is raised, and its
        attribute decision says why, also which pieces or records to send next.

        Args:
            call: Makes the request and raises a MarketoError if it failed, as felkod.raise_for_error() and the hooks
                do. A Report that it returns is decided on too. Errors of the connection, of Python itself, requests,
                httpx and aiohttp, count as failures without a response; any other exception is raised at once.
            request: What a second execution of the request does; see Idempotency.of().
            insists: Whether to send the request again even where that can do harm.
            attempts: Attempts in place of new ones, such as those that were stored.
            reauthenticate: Called with the error where the decision is to renew: it forgets the access token or fetches
                another. Without it, an expired token ends the call.
            pacer: Waits for its turn before each call, and learns from the responses.
            on_decision: Called with the decision and the error before each wait, and before the error is raised.
            logger: Where to log each error that is followed by another call, with the fields of felkod.logging; nowhere
                by default.
            lang: The language of the log lines.
            sleep: What waits; time.sleep by default.

        Raises:
            MarketoError: The last error, with its decision.
        """
        course = Course(
            self,
            attempts or Attempts(request, insists=insists),
            can_renew=reauthenticate is not None,
            pacer=pacer,
            on_decision=on_decision,
            logger=logger,
            lang=lang,
        )
        return run(course, call, Renewals(reauthenticate).renew, sleep or _clock.sleep)

    async def arun(
        self,
        call: Callable[[], Awaitable[R]],
        *,
        request: Idempotency | str = Idempotency.CREATES,
        insists: bool = False,
        attempts: Attempts | None = None,
        reauthenticate: Reauthenticate | None = None,
        pacer: "Pacer | None" = None,
        on_decision: OnDecision | None = None,
        logger: Logger | None = None,
        lang: str = "en",
        sleep: Callable[[float], Awaitable[object]] | None = None,
    ) -> R:
        """Makes the call of a coroutine function as run() does; reauthenticate may be a coroutine function too.

        Args:
            call: A coroutine function, see run().
            request: What a second execution of the request does; see Idempotency.of().
            insists: Whether to send the request again even where that can do harm.
            attempts: Attempts in place of new ones, such as those that were stored.
            reauthenticate: Called with the error where the decision is to renew, and awaited if it can be.
            pacer: Waits for its turn before each call, and learns from the responses.
            on_decision: Called with the decision and the error before each wait, and before the error is raised.
            logger: Where to log each error that is followed by another call.
            lang: The language of the log lines.
            sleep: What waits; asyncio.sleep by default.

        Raises:
            MarketoError: The last error, with its decision.
        """
        course = Course(
            self,
            attempts or Attempts(request, insists=insists),
            can_renew=reauthenticate is not None,
            pacer=pacer,
            on_decision=on_decision,
            logger=logger,
            lang=lang,
        )
        return await run_async(course, call, AsyncRenewals(reauthenticate).renew, sleep or _clock.sleep_async)

    def retrying(
        self,
        *,
        request: Idempotency | str = Idempotency.CREATES,
        insists: bool = False,
        reauthenticate: Reauthenticate | None = None,
        pacer: "Pacer | None" = None,
        on_decision: OnDecision | None = None,
        logger: Logger | None = None,
        lang: str = "en",
    ) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Decorates a function or a coroutine function, so that each call of it is made as run() makes it.

        Of several threads or tasks whose calls failed with the same token, only the first calls reauthenticate.

        Args:
            request: What a second execution of the request does; see Idempotency.of().
            insists: Whether to send the request again even where that can do harm.
            reauthenticate: Called with the error where the decision is to renew. It may be a coroutine function, for a
                decorated coroutine function.
            pacer: Waits for its turn before each call, and learns from the responses.
            on_decision: Called with the decision and the error before each wait, and before the error is raised.
            logger: Where to log each error that is followed by another call.
            lang: The language of the log lines.

        Example:
            >>> @RetryPolicy().retrying(request=Idempotency.READ)
            ... def double(number: int) -> int:
            ...     return 2 * number
            >>> double(3)
            6
        """

        def course() -> Course:
            return Course(
                self,
                Attempts(request, insists=insists),
                can_renew=reauthenticate is not None,
                pacer=pacer,
                on_decision=on_decision,
                logger=logger,
                lang=lang,
            )

        def decorate(function: Callable[P, R]) -> Callable[P, R]:
            import inspect
            from functools import wraps

            if inspect.iscoroutinefunction(function):
                tasks = AsyncRenewals(reauthenticate).renew

                @wraps(function)
                async def repeated(*args: P.args, **kwargs: P.kwargs) -> Any:
                    return await run_async(course(), lambda: function(*args, **kwargs), tasks)

                return repeated  # type: ignore[return-value]
            threads = Renewals(reauthenticate).renew

            @wraps(function)
            def again(*args: P.args, **kwargs: P.kwargs) -> R:
                return run(course(), lambda: function(*args, **kwargs), threads)

            return again

        return decorate


def _policy(settings: dict[str, Any]) -> RetryPolicy:
    return RetryPolicy(**settings)


def _stored(overrides: Mapping[Case | Category | int | None, Advice | str]) -> dict[str, Any]:
    """Returns overrides in the form of felkod's JSON."""
    stored: dict[str, Any] = {"cases": {}, "codes": {}, "categories": {}}
    for key, advice in overrides.items():
        if key is None:
            stored["unknown"] = str(advice)
        elif isinstance(key, Case):
            stored["cases"][f"{int(key.code)}/{key}"] = str(advice)
        elif isinstance(key, int):
            stored["codes"][str(int(key))] = str(advice)
        elif isinstance(key, Category):
            stored["categories"][str(key)] = str(advice)
        else:
            wanted = "felkod.Case, felkod.Code, int, felkod.Category or None"
            raise TypeError(f"a key of overrides must be {wanted}, not {type(key).__qualname__}")
    return stored


class Pacer:
    """Keeps one process below the rate and concurrency limits of an instance, for any number of threads and tasks.

    The limits hold for the whole instance. Where others use it too, a rejection with 606 or 615 tells: the pacer then
    halves its own share and raises it again step by step. Several processes need a store that they share.

    Args:
        figures: The figures of the instance, or a smaller share of them: Marketo advises at most 50 calls in 20 seconds
            and 5 at the same time for one integration.

    Example:
        >>> import felkod
        >>> pacer = felkod.Pacer(felkod.Figures(calls=1))
        >>> pacer.acquire(1_767_225_600), pacer.acquire(1_767_225_605)
        (0.0, 15.0)
    """

    def __init__(self, figures: Figures = Figures()) -> None:
        import json

        self._pacer = _felkod.PacerCore(json.dumps(asdict(figures)))

    def acquire(self, now: float | None = None) -> float:
        """Asks to make a call.

        Args:
            now: The time in seconds since 1970-01-01 UTC; time.time() unless given.

        Returns:
            0 for yes: the call counts from now on, and release() has to follow when it is over. Else the seconds after
            which to ask again.
        """
        return self._pacer.acquire(_clock.now() if now is None else now)

    def release(self) -> None:
        """Says that a call is over, whatever came of it."""
        self._pacer.release()

    def learn(self, report: Report, *, policy: RetryPolicy | None = None, now: float | None = None) -> None:
        """Learns from a response.

        Args:
            report: What the response said.
            policy: The policy that tells what counts as a rejection for a limit.
            now: The time in seconds since 1970-01-01 UTC; time.time() unless given.
        """
        self._pacer.learn((policy or RetryPolicy())._native, report, _clock.now() if now is None else now)

    @property
    def calls(self) -> int:
        """How many calls this process may make in a time window at present."""
        return self._pacer.calls()

    @property
    def concurrent_calls(self) -> int:
        """How many calls this process may have in progress at present."""
        return self._pacer.concurrent_calls()


for _class in (Schedule, Figures, RetryPolicy, Pacer):
    _class.__module__ = "felkod"
