"""Access tokens, fetched once and shared by threads or tasks."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from felkod import _clock
from felkod._http import token_of


class _Kept:
    """A token and the time it expires."""

    def __init__(self, margin: float) -> None:
        self.margin = margin
        self._token: str | None = None
        self._expires = 0.0

    def _valid(self) -> str | None:
        return self._token if _clock.monotonic() < self._expires - self.margin else None

    def _keep(self, response: Mapping[str, Any]) -> str:
        token: str = response["access_token"]
        self._token, self._expires = token, _clock.monotonic() + float(response["expires_in"])
        return token

    def _forget(self, error: BaseException | None) -> None:
        self.forget_used(None if error is None else token_of(error))

    def forget_used(self, used: str | None) -> None:
        """Forgets the token if it is still the one that a call used; None stands for any."""
        if used is None or used == self._token:
            self._token = None

    def __reduce__(self) -> str | tuple[Any, ...]:
        raise TypeError("a cache of tokens cannot be pickled, since it holds an access token")


class TokenCache(_Kept):
    """Keeps an access token until shortly before it expires, for any number of threads.

    It sends nothing itself: fetch does, and only one thread at a time.

    Args:
        fetch: Asks the Identity endpoint and returns the object of its response, with access_token and expires_in.
        margin: How many seconds before its end a token is no longer given out. Marketo gives the same token out until
            it expires, so that a long margin asks often.

    Example:
        >>> tokens = TokenCache(lambda: {"access_token": "abc:sj", "expires_in": 3599})
        >>> tokens.get()
        'abc:sj'
    """

    def __init__(self, fetch: Callable[[], Mapping[str, Any]], *, margin: float = 30) -> None:
        super().__init__(margin)
        self.fetch = fetch
        self._lock = threading.Lock()

    def get(self) -> str:
        """Returns the token, and fetches one where there is none or it expires soon."""
        token = self._valid()
        if token is None:
            with self._lock:
                token = self._valid() or self._keep(self.fetch())
        return token

    def forget(self, error: BaseException | None = None) -> None:
        """Forgets the token, so that the next call fetches one; for reauthenticate of RetryPolicy.run().

        Args:
            error: The error that the token led to. If its request had another token than the one that is kept, that
                one is newer, and it stays.
        """
        with self._lock:
            self._forget(error)


class AsyncTokenCache(_Kept):
    """TokenCache for asyncio: fetch is a coroutine function, and only one task at a time runs it.

    Args:
        fetch: Asks the Identity endpoint and returns the object of its response, with access_token and expires_in.
        margin: How many seconds before its end a token is no longer given out.
    """

    def __init__(self, fetch: Callable[[], Awaitable[Mapping[str, Any]]], *, margin: float = 30) -> None:
        super().__init__(margin)
        # It takes longer to import than all of felkod, and a program without tasks needs no part of it.
        import asyncio

        self.fetch = fetch
        self._lock = asyncio.Lock()

    async def get(self) -> str:
        """Returns the token, and fetches one where there is none or it expires soon."""
        token = self._valid()
        if token is None:
            async with self._lock:
                token = self._valid() or self._keep(await self.fetch())
        return token

    async def forget(self, error: BaseException | None = None) -> None:
        """Forgets the token that an error was the response to; see TokenCache.forget()."""
        self._forget(error)
