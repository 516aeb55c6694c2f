"""What a policy decides, and when quotas are reset."""

from dataclasses import dataclass
from datetime import datetime, timezone

from felkod import _felkod
from felkod._terms import Action, Reason
from felkod._words import EscalateTo


@dataclass(frozen=True)
class Piece:
    """The largest piece of a request that was too large.

    Attributes:
        figure: So many.
        unit: Of what: records, days or bytes.
    """

    figure: int
    unit: str


@dataclass(frozen=True)
class Decision:
    """What to do next.

    Attributes:
        action: What to do.
        after: How many seconds to wait before the next request; None where none is sent.
        reason: Why to give up; else None.
        who: Whom to turn to, when giving up; else None.
        records: The records to send again, by index in the request, where the action is to resend. Their indexes in
            the next request are those of this tuple.
        set_aside: The records, by index in the request, that were rejected and would be rejected again.
        absent: Whether the response says that something does not exist, where the action is done.
        limit: The largest piece, where the action is to reduce and somebody says.
    """

    action: Action
    after: float | None = None
    reason: Reason | None = None
    who: EscalateTo | None = None
    records: tuple[int, ...] = ()
    set_aside: tuple[int, ...] = ()
    absent: bool = False
    limit: Piece | None = None


@dataclass(frozen=True)
class QuotaReset:
    """When a daily quota is reset.

    Marketo resets quotas at 00:00 CST. Its documentation does not say whether US daylight saving time counts, so there
    are two instants for one reset.

    Attributes:
        earliest: The instant if it counts; it can have passed by up to an hour.
        latest: The instant if it does not count. By then the quota is reset under both readings.
    """

    earliest: datetime
    latest: datetime

    @classmethod
    def after(cls, now: float | None = None) -> "QuotaReset":
        """Returns the next reset, in UTC.

        Args:
            now: The time from which to count, in seconds since 1970-01-01 UTC; time.time() unless given.

        Raises:
            ValueError: The reset is after the year 9999.

        Example:
            >>> print(QuotaReset.after(1_782_907_200).latest)
            2026-07-02 06:00:00+00:00
        """
        earliest, latest = _felkod.quota_reset(now)
        return cls(datetime.fromtimestamp(earliest, timezone.utc), datetime.fromtimestamp(latest, timezone.utc))


for _class in (Piece, Decision, QuotaReset):
    _class.__module__ = "felkod"
