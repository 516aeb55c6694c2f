"""Scanning: which errors are in files, and how often."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, TypeAlias

from felkod._codes import Code
from felkod._felkod import scan_json
from felkod._words import Advice, Level

Path: TypeAlias = str | os.PathLike[str]


@dataclass(frozen=True)
class CodeCount:
    """How often an error came up in files.

    Attributes:
        number: The number that the server sent; None where it sent none.
        code: The code of this number; None for one that felkod does not know.
        case: The name of the meaning, of a code that has several; None where it is not known which.
        level: Where the error stood.
        count: How often it came up; an error of several records once for each.
        advice: What the program should do next; None for an unknown code.
        first_seen: When it came up first; None where no time is known.
        last_seen: When it came up last.
        path: The file in which it stands first.
        line: The line in this file, from 1, after decompression.
    """

    number: int | None
    code: Code | None
    case: str | None
    level: Level
    count: int
    advice: Advice | None
    first_seen: datetime | None
    last_seen: datetime | None
    path: str
    line: int


@dataclass(frozen=True)
class Period:
    """What came up in an hour, a day or a file.

    Attributes:
        start: When the hour or the day starts; None for a file.
        path: The file; None for a time.
        answers: How many responses were found.
        calls: How many of them say that the call failed.
        records: How many records failed in calls that went through.
    """

    start: datetime | None
    path: str | None
    answers: int
    calls: int
    records: int


@dataclass(frozen=True)
class Unreadable:
    """What could not be read, or not to its end.

    Attributes:
        path: Its path.
        error: Why, in the words of the system.
    """

    path: str
    error: str


@dataclass(frozen=True)
class Summary:
    """The errors in files. It has nothing of what the server said, so that it can be shown to anyone.

    Attributes:
        files: How many files were opened.
        answers: How many responses were found, successes included.
        calls: How many of them say that the call failed.
        records: How many records failed in calls that went through.
        first_seen: The time of the first response; None where no time is known.
        last_seen: The time of the last response.
        timezone: The time zone of stamps that name none, and of the hours and days.
        codes: The errors, the most frequent first.
        periods: The hours, days or files with responses.
        unreadable: What could not be read, or not to its end.
    """

    files: int
    answers: int
    calls: int
    records: int
    first_seen: datetime | None
    last_seen: datetime | None
    timezone: str
    codes: tuple[CodeCount, ...]
    periods: tuple[Period, ...]
    unreadable: tuple[Unreadable, ...]
    _json: str = field(repr=False)

    def to_dict(self) -> dict[str, Any]:
        """Returns the summary as the command prints it as JSON; docs/schema/scan.schema.json describes it.

        Example:
            >>> import felkod
            >>> list(felkod.scan([]).to_dict())[:4]
            ['files', 'answers', 'calls', 'records']
        """
        return _parsed(self._json)


def scan(
    paths: Path | Iterable[Path],
    *,
    since: datetime | date | str | None = None,
    until: datetime | date | str | None = None,
    timezone: str = "UTC",
    by: Literal["hour", "day", "file"] = "hour",
    jobs: int | None = None,
) -> Summary:
    """Counts the errors of the Marketo APIs in files, folders and logs of any size.

    Files are read as they are or decompressed (gzip, Zstandard), in less than 64 MB of memory, and other threads of
    Python run meanwhile. What cannot be read is named in the summary and stops nothing. Ctrl-C ends the scan.

    Args:
        paths: Files and folders; of a folder, all files; "-" is the standard input.
        since: The first time that counts: a datetime, a date or text such as 2026-08-17T09:00:00Z. Without a zone of
            its own it is in timezone. Responses without a time do not count then.
        until: The first time that no longer counts.
        timezone: The time zone of stamps that name none, and of the hours and days: a name such as Europe/Stockholm,
            an offset such as +02:00, UTC or local.
        by: What the counts are broken down by: hour, day or file.
        jobs: How many threads read, a file each or parts of a large one; one for each processor unless said otherwise.

    Returns:
        A Summary.

    Raises:
        TypeError: An argument has the wrong type.
        ValueError: The time zone, a time or the breakdown is none felkod knows, or jobs is less than 1.

    Example:
        >>> import felkod, pathlib, tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     log = pathlib.Path(folder, "app.log")
        ...     _ = log.write_text("12:02 API Error Code 606: Max rate limit '100' exceeded with in '20' secs\\n")
        ...     summary = felkod.scan(folder)
        >>> [(count.code, count.count) for count in summary.codes]
        [(<Code.REST_RATE_LIMIT_EXCEEDED: 606>, 1)]
    """
    listed = [paths] if isinstance(paths, (str, os.PathLike)) else list(paths)
    if jobs is not None and jobs < 1:
        raise ValueError(f"jobs must be at least 1, but is {jobs}")
    names = [os.fspath(path) for path in listed]
    written = scan_json(names, _time_of(since, "since"), _time_of(until, "until"), timezone, by, jobs)
    return _summary(written)


def _time_of(time: datetime | date | str | None, name: str) -> str | None:
    if time is None or isinstance(time, str):
        return time
    if isinstance(time, date):
        return time.isoformat()
    raise TypeError(f"{name} must be datetime, date or str, not {type(time).__qualname__}")


def _parsed(written: str) -> dict[str, Any]:
    # Only a scan needs it: importing felkod stays fast.
    import json

    told: dict[str, Any] = json.loads(written)
    return told


def _summary(written: str) -> Summary:
    told = _parsed(written)
    return Summary(
        files=told["files"],
        answers=told["answers"],
        calls=told["calls"],
        records=told["records"],
        first_seen=_datetime(told["first_seen"]),
        last_seen=_datetime(told["last_seen"]),
        timezone=told["timezone"],
        codes=tuple(_code_count(code) for code in told["codes"]),
        periods=tuple(
            Period(
                start=_datetime(period.get("start")),
                path=period.get("path"),
                answers=period["answers"],
                calls=period["calls"],
                records=period["records"],
            )
            for key in ("per_hour", "per_day", "per_file")
            for period in told.get(key, ())
        ),
        unreadable=tuple(Unreadable(file["path"], file["error"]) for file in told["unreadable"]),
        _json=written,
    )


def _code_count(told: dict[str, Any]) -> CodeCount:
    number = told["code"]
    known = number in Code._value2member_map_
    return CodeCount(
        number=number,
        code=Code(number) if known else None,
        case=told["case"],
        level=Level(told["level"]),
        count=told["count"],
        advice=None if told["advice"] is None else Advice(told["advice"]),
        first_seen=_datetime(told["first_seen"]),
        last_seen=_datetime(told["last_seen"]),
        path=told["example"]["path"],
        line=told["example"]["line"],
    )


def _datetime(text: str | None) -> datetime | None:
    # Before Python 3.11 datetime does not read Z.
    return None if text is None else datetime.fromisoformat(text.replace("Z", "+00:00"))


for _class in (CodeCount, Period, Unreadable, Summary):
    _class.__module__ = "felkod"
scan.__module__ = "felkod"
