"""What find() returns."""

from __future__ import annotations

from dataclasses import dataclass

from felkod._felkod import Report
from felkod._terms import Wrapping


@dataclass(frozen=True)
class Answer:
    """A response that find() found in a text.

    Attributes:
        start: Where it starts: in code points of a str, in bytes of anything else. What is written with escapes has the
            range of its written form.
        end: Where it ends, behind its last character.
        line: The line in which it starts, from 1.
        wrapped_in: What it is wrapped in; None where it stands in the text as it is.
        report: What it says.
    """

    start: int
    end: int
    line: int
    wrapped_in: Wrapping | None
    report: Report


Answer.__module__ = "felkod"
