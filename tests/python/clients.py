"""The clients, each called in the same way."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator
from typing import Any

import pytest

import felkod.httpx
import felkod.requests

SECRET = "the-client-secret"
Connect = Any


class Blocking:
    """An AsyncClient that is called as the others are."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self.loop = asyncio.new_event_loop()
        self.client = felkod.httpx.AsyncClient(*arguments, **options)

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.client, name)
        if not inspect.iscoroutinefunction(method):
            return method
        return lambda *arguments, **options: self.loop.run_until_complete(method(*arguments, **options))

    def close(self) -> None:
        self.loop.run_until_complete(self.client.aclose())
        self.loop.close()


@pytest.fixture(params=[felkod.requests.Session, felkod.httpx.Client, Blocking], ids=["requests", "httpx", "asyncio"])
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    """Makes clients of one kind, and closes them at the end."""
    made: list[Any] = []

    def connect(url: str, **options: Any) -> Any:
        made.append(request.param(url, "the client id", SECRET, **options))
        return made[-1]

    yield connect
    for client in made:
        client.close()
