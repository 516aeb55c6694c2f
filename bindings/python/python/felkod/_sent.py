"""What became of records that a client posted."""

from dataclasses import dataclass, field
from typing import Any

from felkod._felkod import Finding


@dataclass
class Sent:
    """What became of records that were sent in batches.

    Attributes:
        results: What Marketo returned for each record, by its index, such as `{"id": 1, "status": "updated"}`; None for
            a record of which there is no result.
        failed: The records that were rejected, by index, with the finding that decides. Those that another attempt
            could help were sent again, until the policy gave up.
    """

    results: list[dict[str, Any] | None]
    failed: dict[int, Finding] = field(default_factory=dict)


Sent.__module__ = "felkod"
