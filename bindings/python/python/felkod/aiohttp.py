"""felkod for aiohttp: a function that raises what Marketo answers, and the recording of exchanges.

session = aiohttp.ClientSession(raise_for_status=felkod.aiohttp.raise_for_error)

session = aiohttp.ClientSession(trace_configs=[felkod.aiohttp.recording(felkod.Recorder("trouble.jsonl"))])
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import aiohttp

import felkod
from felkod._evidence import LARGEST, Watch, failed, keep
from felkod._felkod import is_read, read_response
from felkod._http import error_of_response

__all__ = ["raise_for_error", "read", "recording"]

_REPORT = "_felkod_report"


async def read(response: aiohttp.ClientResponse) -> felkod.Report:
    """Returns the report of a response: the one that raise_for_error() has made, else from body, status and headers.

    Args:
        response: The response, whose body is fetched.
    """
    report: felkod.Report | None = vars(response).get(_REPORT)
    if report is None:
        report = read_response(await response.read(), response.status, response.headers)
        vars(response)[_REPORT] = report
    return report


async def raise_for_error(
    response: aiohttp.ClientResponse, *, lang: str = "en", partial: bool = False, strict: bool = False
) -> None:
    """Raises an error where a response says that the call failed; for the argument raise_for_status of a session.

    It reads JSON, XML, HTML and whatever has an error status. A redirect and an exported file are left alone, and the
    file is still streamed. felkod.aiohttp.read() returns the report without reading again.

    Args:
        response: The response.
        lang: The language of the error's text; functools.partial(raise_for_error, lang="sv") makes a function of it.
        partial: Whether an outcome in which only some records failed is an error too.
        strict: Whether a body with a good status that is empty, cut or not a response of Marketo's is an error too.

    Raises:
        felkod.MarketoError: The call failed; its response is the response.
    """
    if is_read(response.status, response.headers, strict):
        error = error_of_response(await read(response), response.status, response, lang, partial, strict)
        if error is not None:
            raise error


def recording(recorder: felkod.Recorder) -> aiohttp.TraceConfig:
    """Returns a TraceConfig that records each exchange, redacted; for the argument trace_configs of a session.

    It reads the bodies that raise_for_error() reads; an exported file is still streamed, without its body in the record.
    Requests without a response and redirects are recorded too.

    Args:
        recorder: The recorder.
    """

    async def start(_: Any, context: SimpleNamespace, params: aiohttp.TraceRequestStartParams) -> None:
        context.felkod_watch, context.felkod_body = Watch(), bytearray()

    async def sent(_: Any, context: SimpleNamespace, params: aiohttp.TraceRequestChunkSentParams) -> None:
        if len(context.felkod_body) + len(params.chunk) <= LARGEST:
            context.felkod_body += params.chunk

    async def redirected(_: Any, context: SimpleNamespace, params: aiohttp.TraceRequestRedirectParams) -> None:
        _keep(recorder, context, params.response)
        context.felkod_watch, context.felkod_body = Watch(), bytearray()

    async def end(_: Any, context: SimpleNamespace, params: aiohttp.TraceRequestEndParams) -> None:
        response = params.response
        context.felkod_watch.answered()
        if is_read(response.status, response.headers, False):
            try:
                await response.read()
            except Exception as error:
                # The program gets it when it reads the response.
                _failed(recorder, context, response.request_info, error)
                return
        _keep(recorder, context, response)

    async def ended(_: Any, context: SimpleNamespace, params: aiohttp.TraceRequestExceptionParams) -> None:
        response = getattr(params.exception, "response", None)
        if isinstance(response, aiohttp.ClientResponse):
            _keep(recorder, context, response)
        else:
            told: Any = SimpleNamespace(method=params.method, url=params.url, headers=params.headers)
            _failed(recorder, context, told, params.exception)

    config = aiohttp.TraceConfig()
    config.on_request_start.append(start)
    config.on_request_chunk_sent.append(sent)
    config.on_request_redirect.append(redirected)
    config.on_request_end.append(end)
    config.on_request_exception.append(ended)
    return config


def _keep(recorder: felkod.Recorder, context: SimpleNamespace, response: aiohttp.ClientResponse) -> None:
    version = response.version
    keep(
        recorder,
        response.method,
        response.request_info.real_url,
        status=response.status,
        reason=response.reason,
        headers=response.headers,
        body=vars(response).get("_body"),
        http_version=f"HTTP/{version.major}.{version.minor}" if version else None,
        **_sent(context, response.request_info),
    )


def _failed(recorder: felkod.Recorder, context: SimpleNamespace, request: Any, error: BaseException) -> None:
    failed(recorder, request.method, request.url, error, **_sent(context, request))


def _sent(context: SimpleNamespace, request: Any) -> dict[str, Any]:
    body = bytes(context.felkod_body) if context.felkod_body else None
    return {"request_headers": request.headers, "request_body": body, **context.felkod_watch.times()}
