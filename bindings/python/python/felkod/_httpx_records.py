"""The recording of exchanges for felkod.httpx."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import httpx

import felkod
from felkod._evidence import LARGEST, Watch, failed, keep
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
        watch = Watch()
        if is_read(response.status_code, response.headers.raw, False):
            try:
                response.read()
            except Exception as error:
                record_failure(recorder, response.request, error, watch, 1)
                raise
        keep_response(recorder, response, response.request, **times_of(response, watch))

    return hook


def recording_async(recorder: felkod.Recorder) -> Callable[[httpx.Response], Awaitable[None]]:
    """Returns a hook that records each exchange; recording() for httpx.AsyncClient.

    Args:
        recorder: The recorder.
    """

    async def hook(response: httpx.Response) -> None:
        watch = Watch()
        if is_read(response.status_code, response.headers.raw, False):
            try:
                await response.aread()
            except Exception as error:
                record_failure(recorder, response.request, error, watch, 1)
                raise
        keep_response(recorder, response, response.request, **times_of(response, watch))

    return hook


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
        watch = Watch()
        try:
            response = self.transport.handle_request(request)
        except Exception as error:
            failed(self.recorder, request.method, request.url, error, **sent_of(request), **watch.times())
            raise
        watch.answered()
        response.stream = _Stream(_Coming(self.recorder, watch, request, response), response.stream)
        return response

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
        watch = Watch()
        try:
            response = await self.transport.handle_async_request(request)
        except Exception as error:
            failed(self.recorder, request.method, request.url, error, **sent_of(request), **watch.times())
            raise
        watch.answered()
        response.stream = _AsyncStream(_Coming(self.recorder, watch, request, response), response.stream)
        return response

    async def aclose(self) -> None:
        """Closes the transport that sends."""
        await self.transport.aclose()


class _Coming:
    """A response whose body is coming."""

    def __init__(self, recorder: felkod.Recorder, watch: Watch, request: httpx.Request, response: httpx.Response) -> None:
        self._recorder = recorder
        self._watch = watch
        self._request = request
        self._response = response
        self._chunks: list[bytes] = []
        self._room = LARGEST
        self._is_open = True

    def take(self, chunk: bytes) -> None:
        """Takes a piece of the body."""
        self._room -= len(chunk)
        if self._room >= 0:
            self._chunks.append(chunk)

    def end(self, error: BaseException | None = None) -> None:
        """Records the exchange, once."""
        if not self._is_open:
            return
        self._is_open = False
        if error is not None and felkod.failure_of(error) is not None:
            told = {**sent_of(self._request), **self._watch.times()}
            failed(self._recorder, self._request.method, self._request.url, error, **told)
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


class _Stream(httpx.SyncByteStream):
    """A body that is recorded while it is read."""

    def __init__(self, coming: _Coming, stream: Any) -> None:
        self._coming = coming
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        try:
            for chunk in self._stream:
                self._coming.take(chunk)
                yield chunk
        except Exception as error:
            self._coming.end(error)
            raise

    def close(self) -> None:
        self._stream.close()
        self._coming.end()


class _AsyncStream(httpx.AsyncByteStream):
    """A body that is recorded while it is read."""

    def __init__(self, coming: _Coming, stream: Any) -> None:
        self._coming = coming
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._stream:
                self._coming.take(chunk)
                yield chunk
        except Exception as error:
            self._coming.end(error)
            raise

    async def aclose(self) -> None:
        await self._stream.aclose()
        self._coming.end()


def record_failure(
    recorder: felkod.Recorder | None, request: httpx.Request, error: Exception, watch: Watch, attempt: int
) -> None:
    """Records an attempt of a client that got no response."""
    if recorder is not None:
        told = {**sent_of(request), **watch.times()}
        failed(recorder, request.method, request.url, error, attempt=attempt, **told)


def record_responses(
    recorder: felkod.Recorder | None, response: httpx.Response, watch: Watch, attempt: int
) -> None:
    """Records an attempt of a client, with the redirects before its response."""
    if recorder is not None:
        for came in (*response.history, response):
            keep_response(recorder, came, came.request, attempt=attempt, **times_of(came, watch))


def keep_response(recorder: felkod.Recorder, response: httpx.Response, request: httpx.Request, **told: Any) -> None:
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
