"""The recording of exchanges for felkod.httpx."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx

import felkod
from felkod._evidence import LARGEST, Records, Watch, failed, keep
from felkod._felkod import is_read


def recording(recorder: felkod.Recorder) -> Callable[[httpx.Response], None]:
    """Returns a hook for the event "response" that records each exchange, redacted.

    It must come before a hook that raises. It reads the bodies that raise_for_error() reads; an exported file is still
    streamed, without its body in the record. A request without a response has no event; a RecordingTransport records that
    too, and every body that the program reads.

    Args:
        recorder: The recorder.
    """

    def hook(response: httpx.Response) -> None:
        with _recorded(recorder, response) as is_read:
            if is_read:
                response.read()

    return hook


def recording_async(recorder: felkod.Recorder) -> Callable[[httpx.Response], Awaitable[None]]:
    """Returns a hook that records each exchange; recording() for httpx.AsyncClient.

    Args:
        recorder: The recorder.
    """

    async def hook(response: httpx.Response) -> None:
        with _recorded(recorder, response) as is_read:
            if is_read:
                await response.aread()

    return hook


@contextmanager
def _recorded(recorder: Records, response: httpx.Response) -> Iterator[bool]:
    """Records a response after its body was read, and tells whether to read it."""
    watch = Watch()
    try:
        yield is_read(response.status_code, response.headers.raw, False)
    except Exception as error:
        record_failure(recorder, response.request, error, watch)
        raise
    keep_response(recorder, response, response.request, **times_of(response, watch))


class RecordingTransport(httpx.BaseTransport):
    """Records each exchange, redacted: httpx.Client(transport=RecordingTransport(recorder)).

    It sees requests without a response too, and each one of a chain of redirects. An exchange is recorded when the response
    is closed, with what was read of its body.

    Args:
        recorder: The recorder.
        transport: The transport that sends; httpx.HTTPTransport() unless given.
    """

    def __init__(self, recorder: felkod.Recorder, transport: httpx.BaseTransport | None = None) -> None:
        self.recorder = recorder
        self.transport: httpx.BaseTransport = transport or httpx.HTTPTransport()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Sends a request; httpx calls it."""
        with _Coming.of(self.recorder, request) as coming:
            return coming.begun(self.transport.handle_request(request))

    def close(self) -> None:
        """Closes the transport that sends."""
        self.transport.close()


class AsyncRecordingTransport(httpx.AsyncBaseTransport):
    """RecordingTransport for httpx.AsyncClient.

    Args:
        recorder: The recorder.
        transport: The transport that sends; httpx.AsyncHTTPTransport() unless given.
    """

    def __init__(self, recorder: felkod.Recorder, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self.recorder = recorder
        self.transport: httpx.AsyncBaseTransport = transport or httpx.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Sends a request; httpx calls it."""
        with _Coming.of(self.recorder, request) as coming:
            return coming.begun(await self.transport.handle_async_request(request))

    async def aclose(self) -> None:
        """Closes the transport that sends."""
        await self.transport.aclose()


class _Coming:
    """A response that is coming."""

    def __init__(self, recorder: Records, request: httpx.Request) -> None:
        self._recorder = recorder
        self._request = request
        self._watch = Watch()
        self._response = httpx.Response(200)
        self._chunks: list[bytes] = []
        self._room = LARGEST
        self._is_open = True

    @classmethod
    @contextmanager
    def of(cls, recorder: Records, request: httpx.Request) -> Iterator[_Coming]:
        """Surrounds the sending of a request; one without a response is recorded."""
        coming = cls(recorder, request)
        try:
            yield coming
        except Exception as error:
            record_failure(recorder, request, error, coming._watch)
            raise

    def begun(self, response: httpx.Response) -> httpx.Response:
        """Returns the response, whose body is recorded while it is read."""
        self._watch.answered()
        self._response = response
        response.stream = _Stream(self, response.stream)
        return response

    def take(self, chunk: bytes) -> None:
        """Takes a piece of the body."""
        self._room -= len(chunk)
        if self._room >= 0:
            self._chunks.append(chunk)

    @contextmanager
    def failing(self) -> Iterator[None]:
        """Surrounds the reading of the body."""
        try:
            yield
        except Exception as error:
            self.end(error)
            raise

    def end(self, error: Exception | None = None) -> None:
        """Records the exchange, once."""
        if not self._is_open:
            return
        self._is_open = False
        if error is not None and felkod.failure_of(error) is not None:
            record_failure(self._recorder, self._request, error, self._watch)
            return
        shown = httpx.Response(self._response.status_code, extensions=self._response.extensions)
        try:
            # Decoded, where the program's response would be.
            whole = b"".join(self._chunks) if self._room >= 0 else b""
            shown = httpx.Response(
                self._response.status_code,
                headers=self._response.headers,
                content=whole,
                extensions=self._response.extensions,
            )
        except Exception:
            shown.headers = self._response.headers
        keep_response(self._recorder, shown, self._request, **self._watch.times())


class _Stream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that is recorded while it is read, whichever way."""

    def __init__(self, coming: _Coming, stream: Any) -> None:
        self._coming = coming
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        with self._coming.failing():
            for chunk in self._stream:
                self._coming.take(chunk)
                yield chunk

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with self._coming.failing():
            async for chunk in self._stream:
                self._coming.take(chunk)
                yield chunk

    def close(self) -> None:
        self._stream.close()
        self._coming.end()

    async def aclose(self) -> None:
        await self._stream.aclose()
        self._coming.end()


def record_failure(recorder: Records | None, request: httpx.Request, error: Exception, watch: Watch) -> None:
    """Records a request that got no response, or only a part of one."""
    if recorder is not None:
        failed(recorder, request.method, request.url, error, **sent_of(request), **watch.times())


def record_responses(recorder: Records | None, response: httpx.Response, watch: Watch) -> None:
    """Records a response, with the redirects before it."""
    if recorder is not None:
        for came in (*response.history, response):
            keep_response(recorder, came, came.request, **times_of(came, watch))


def keep_response(recorder: Records, response: httpx.Response, request: httpx.Request, **told: Any) -> None:
    """Records a response with as much of its body as was read."""
    try:
        body = response.content
    except httpx.ResponseNotRead:
        body = None
    keep(
        recorder,
        request.method,
        request.url,
        status=response.status_code,
        reason=response.reason_phrase,
        headers=response.headers.multi_items(),
        body=body,
        http_version=response.http_version,
        **sent_of(request),
        **told,
    )


def sent_of(request: httpx.Request) -> dict[str, Any]:
    try:
        body = request.content
    except httpx.RequestNotRead:
        body = None  # A file or an iterator, which is read but once.
    return {"request_headers": request.headers.multi_items(), "request_body": body}


def times_of(response: httpx.Response, watch: Watch) -> dict[str, Any]:
    """Returns how long a response took, which httpx knows once it was read."""
    times = watch.times()
    try:
        took = response.elapsed.total_seconds()
    except RuntimeError:
        return times
    return {"started": max(0.0, (times["started"] or 0) + (times["took"] or 0) - took), "took": took}


for _public in (recording, recording_async, RecordingTransport, AsyncRecordingTransport):
    _public.__module__ = "felkod.httpx"
