"""HTTP answers: which are read, and which are errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from felkod._errors import MarketoError, error_of
from felkod._words import Outcome

if TYPE_CHECKING:
    from felkod._felkod import Report
    from felkod._types import Headers


def is_read(status: int, content_type: str) -> bool:
    """Tells whether the body of an answer is to be read.

    An answer with an error status always is; another one where it is JSON, XML or HTML. A redirect and an exported file
    are left alone, so that a file is still streamed.
    """
    if status >= 400:
        return True
    kind = content_type.partition(";")[0].strip().lower()
    return status < 300 and kind.endswith(("json", "xml", "html"))


def error_of_answer(
    report: Report, status: int, headers: Headers, lang: str, partial: bool
) -> MarketoError | None:
    """Returns the error to raise for an answer. A good status goes for a body that is not recognized."""
    if status < 400 and report.outcome is Outcome.UNRECOGNIZED:
        return None
    return error_of(report, headers=headers, lang=lang, partial=partial)
