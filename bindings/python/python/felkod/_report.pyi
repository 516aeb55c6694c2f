# A part of the stub of _felkod: what comes out of a body. At run time it is not a module of its own.

from datetime import datetime
from typing import Any, final

from felkod._codes import Case, Code
from felkod._felkod import Attempts
from felkod._policy import RetryPolicy
from felkod._words import Advice, Api, Applied, Category, EscalateTo, Level, Outcome, Remark, Retry

__all__ = ["Count", "Finding", "Report"]

@final
class Report:
    """What a response said.

    It is made by `read()`, cannot be changed, compares by what it holds and can be pickled. It holds the server's texts
    as they came, which can contain personal data; `repr()` shows none of them.
    """

    @property
    def ok(self) -> bool:
        """Whether nothing went wrong: the outcome is success."""
    @property
    def api(self) -> Api | None:
        """The API that answered, where the body or the caller tells."""
    @property
    def outcome(self) -> Outcome:
        """How the call went: success, partial, error or unrecognized."""
    @property
    def advice(self) -> Advice | None:
        """The advice for the call as a whole; None for a partial outcome, see by_record()."""
    @property
    def retry(self) -> Retry | None:
        """Whether to send the same request as a whole again; None for a partial outcome and for an unknown code."""
    def can_retry(self, *, idempotent: bool = False) -> bool:
        """Tells whether to send the same request as a whole again, today and after following the advice.

        Args:
            idempotent: Whether the request does no harm when it is carried out twice.
        """
    @property
    def status(self) -> int | None:
        """The HTTP status that the caller gave; else None."""
    @property
    def request_id(self) -> str | None:
        """The id under which support finds the call."""
    @property
    def harmless_request_id(self) -> str | None:
        """The request id where it has one of the forms that Marketo's have, and so is safe in a log."""
    @property
    def request_time(self) -> datetime | None:
        """The time Marketo writes into the request id of a REST response, as a datetime in UTC."""
    @property
    def findings(self) -> tuple[Finding, ...]:
        """The errors, in the order of the body."""
    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The warnings, in the order of the body; they make no outcome an error."""
    @property
    def strictest(self) -> Finding | None:
        """The finding that decides: the one with the strictest advice.

        Where the call failed as a whole, only findings without a record count, and none whose advice is to accept. An
        unknown code decides unless another finding stops the call, since it could forbid what the others advise.
        Without a finding it is None.
        """
    def by_record(self) -> dict[int, Finding]:
        """Returns the strictest finding of each record that has one, by the index of the record in result, from 0.

        A record can have several findings; send it again only where this one allows that.

        Example:
            >>> import felkod
            >>> report = felkod.read('''{"success": true, "result": [{"status": "skipped", "reasons": [
            ...     {"code": "713", "message": "busy"}, {"code": "1006", "message": "Field 'x' not found"}]}]}''')
            >>> {record: finding.number for record, finding in report.by_record().items()}
            {0: 1006}
        """
    def retry_after(self, now: float | None = None) -> float | None:
        """Returns the seconds to wait before the same request can succeed; None where nobody says, and where it never can.

        It is the server's Retry-After, else the window of the rate limit, else the time until a daily quota is reset.

        Args:
            now: The time from which to count, in seconds since 1970-01-01 UTC; time.time() unless given.
        """
    @property
    def counts(self) -> tuple[Count, ...]:
        """How often each code came up, from a response that is a statistic of errors; no errors of this call."""
    @property
    def counts_left_out(self) -> int:
        """How many counts were left out, because there were too many."""
    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is to be known of the reading itself, such as a body that ends in the middle."""
    @property
    def left_out(self) -> int:
        """How many findings and warnings were left out, because there were too many."""
    @property
    def unchanged(self) -> int:
        """How many records were rejected with advice to accept: they make no outcome partial, but were not written."""
    def to_dict(
        self,
        lang: str = "en",
        *,
        policy: RetryPolicy | None = None,
        attempts: Attempts | None = None,
        now: float | None = None,
    ) -> dict[str, Any]:
        """Returns the object that `felkod read --format json` prints; its key decision is there where a policy decides.

        Args:
            lang: The language of the texts, as a tag; one felkod lacks gives English.
            policy: The RetryPolicy that decides. Its retry budget is left alone.
            attempts: The Attempts of the call, in which the decision counts; by default those of a first attempt.
            now: The time of the decision, in seconds since 1970-01-01 UTC; time.time() unless given.

        Raises:
            TypeError: policy is not a felkod.RetryPolicy, or there are attempts and no policy.
        """
    def title(self, lang: str = "en") -> str:
        """Returns one line on what went wrong, free of personal data: it repeats nothing of the server's text.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
    @classmethod
    def from_state(cls, state: str) -> Report:
        """Makes a report of what a pickle holds.

        Args:
            state: The text that a pickle holds.

        Raises:
            ValueError: It is none.
        """
    def _failure(self, partial: bool) -> tuple[Category | None, bool | None] | None:
        """Returns what error to raise: its category and whether the same request can succeed; None for no error."""
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Finding:
    """One error of a response.

    It stands in the findings of a Report, cannot be changed, compares by what it holds and can be pickled. The server's
    text and the values in it can contain personal data; `repr()` shows none of them.
    """

    @property
    def code(self) -> Code | None:
        """The code, where felkod knows the number."""
    @property
    def number(self) -> int | None:
        """The number the server gave, known or not; the HTTP status of a response that gave none."""
    @property
    def server_code(self) -> str | None:
        """What the server gave for a code, where it is no number."""
    @property
    def level(self) -> Level:
        """Where it stood: fault, http, response, record."""
    @property
    def record(self) -> int | None:
        """The index in result, from 0, of the record it is about."""
    @property
    def server_text(self) -> str | None:
        """What the server said. It can contain personal data."""
    @property
    def values(self) -> dict[str, int | str]:
        """The values taken out of the server's text, by name, as a new dict. They can be personal data."""
    @property
    def case(self) -> Case | None:
        """The case, where the code has several meanings and level or text tells which."""
    @property
    def status_class(self) -> str | None:
        """The class of an HTTP status that is no code: unauthorized, client_error or server_error; else None."""
    @property
    def category(self) -> Category | None:
        """What kind of thing went wrong; None for an unknown code."""
    @property
    def advice(self) -> Advice | None:
        """What the program does next; None for an unknown code."""
    @property
    def applied(self) -> Applied | None:
        """Whether the rejected unit, a record or the request, may have taken effect; None for an unknown code."""
    @property
    def retry(self) -> Retry | None:
        """Whether to send the same record or request again; None for an unknown code."""
    def can_retry(self, *, idempotent: bool = False) -> bool:
        """Tells whether to send the same record or request again, today and after following the advice.

        Args:
            idempotent: Whether it does no harm when it is carried out twice.
        """
    @property
    def escalate_to(self) -> EscalateTo | None:
        """Whom to turn to when the advice does not help; None for an unknown code."""
    @property
    def http_equivalent(self) -> int | None:
        """The HTTP status that says the same; None for an unknown code."""
    def message(self, lang: str = "en") -> str | None:
        """Returns the title with the values of the server's text, which can be personal data; None for an unknown code.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
    def note(self, lang: str = "en") -> str | None:
        """Returns what happened, with the figures of the server's text; None for an unknown code.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
    def remedy(self, lang: str = "en") -> str | None:
        """Returns what to do, with the figures of the server's text; None for an unknown code.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
    def steps(self, lang: str = "en") -> list[str]:
        """Returns the steps of the remedy, one to three; none for an unknown code.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
    def title(self, lang: str = "en") -> str:
        """Returns one line on what went wrong, free of personal data: it repeats nothing of the server's text.

        Args:
            lang: The language, as a tag; one felkod lacks gives English.
        """
    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """Returns the object of the finding in what `felkod read --format json` prints.

        Args:
            lang: The language of the texts, as a tag; one felkod lacks gives English.
        """
    @classmethod
    def from_state(cls, state: str) -> Finding:
        """Makes a finding of what a pickle holds.

        Args:
            state: The text that a pickle holds.

        Raises:
            ValueError: It is none.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Count:
    """How often a code came up, from a response that is a statistic of errors.

    It stands in the counts of a Report, cannot be changed, compares by what it holds and can be pickled.
    """

    @property
    def number(self) -> int:
        """The number, known or not."""
    @property
    def code(self) -> Code | None:
        """The code, where felkod knows the number."""
    @property
    def count(self) -> int:
        """How many calls ended with it."""
    @classmethod
    def from_state(cls, state: str) -> Count:
        """Makes a count of what a pickle holds.

        Args:
            state: The text that a pickle holds.

        Raises:
            ValueError: It is none.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
