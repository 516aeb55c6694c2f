"""The time of felkod: all of its waits and times come from here, so that a test can move them."""

from __future__ import annotations

import time as _time
from collections.abc import Callable

# Where the time comes from while a test moves it: the time in seconds since 1970-01-01 UTC, and what waits.
_moved: tuple[Callable[[], float], Callable[[float], object]] | None = None


def move(now: Callable[[], float] | None, sleep: Callable[[float], object] | None) -> None:
    """Takes the time from elsewhere, or, with None, from the computer again."""
    global _moved
    _moved = None if now is None or sleep is None else (now, sleep)


def now() -> float:
    """Returns the time in seconds since 1970-01-01 UTC."""
    return _time.time() if _moved is None else _moved[0]()


def monotonic() -> float:
    """Returns a time in seconds that no change of the computer's clock moves."""
    return _time.monotonic() if _moved is None else _moved[0]()


def sleep(seconds: float) -> None:
    """Waits."""
    if _moved is None:
        _time.sleep(seconds)
    else:
        _moved[1](seconds)


async def sleep_async(seconds: float) -> None:
    """Lets other tasks run while it waits."""
    # It takes longer to import than all of felkod, and a program without tasks needs no part of it.
    import asyncio

    if _moved is None:
        await asyncio.sleep(seconds)
    else:
        _moved[1](seconds)
        await asyncio.sleep(0)
