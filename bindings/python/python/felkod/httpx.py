"""felkod for httpx: event hooks that raise what Marketo answers.

client = httpx.Client(event_hooks={"response": [felkod.httpx.raise_for_error]})
client = httpx.AsyncClient(event_hooks={"response": [felkod.httpx.raise_for_error_async]})
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator

import httpx

import felkod
from felkod._felkod import is_read, read_response
from felkod._http import error_of_response

__all__ = ["AuthFirst", "BearerAuth", "raise_for_error", "raise_for_error_async", "read"]

_REPORT = "felkod_report"
_AUTH_FIRST = "felkod_auth_first"
_LEFT = "felkod_error"


def read(response: httpx.Response) -> felkod.Report:
    """Returns the report of a response: the one that the hook has made, else from body, status and headers.

    Args:
        response: The response, whose body has been fetched: by read(), aread() or a call that does not stream.
    """
    report: felkod.Report | None = response.extensions.get(_REPORT)
    if report is None:
        report = read_response(response.content, response.status_code, response.headers)
        response.extensions[_REPORT] = report
    return report


def raise_for_error(
    response: httpx.Response, *, lang: str = "en", partial: bool = False, strict: bool = False
) -> None:
    """Raises an error where a response says that the call failed; a hook for the event "response".

    It reads JSON, XML, HTML and whatever has an error status. A redirect and an exported file are left alone, and the
    file is still streamed. felkod.httpx.read() returns the report without reading again.

    Args:
        response: The response.
        lang: The language of the error's text; functools.partial(raise_for_error, lang="sv") makes a hook of it.
        partial: Whether an outcome in which only some records failed is an error too.
        strict: Whether a body with a good status that is empty, cut or not a response of Marketo's is an error too.

    Raises:
        felkod.MarketoError: The call failed; its response is the response.
    """
    if is_read(response.status_code, response.headers.raw, strict):
        response.read()
        _raise(response, lang, partial, strict)


async def raise_for_error_async(
    response: httpx.Response, *, lang: str = "en", partial: bool = False, strict: bool = False
) -> None:
    """Raises an error where a response says that the call failed; raise_for_error() for httpx.AsyncClient."""
    if is_read(response.status_code, response.headers.raw, strict):
        await response.aread()
        _raise(response, lang, partial, strict)


def _raise(response: httpx.Response, lang: str, partial: bool, strict: bool) -> None:
    error = error_of_response(read(response), response.status_code, response, lang, partial, strict)
    if error is None:
        return
    if error.advice is felkod.Advice.REAUTHENTICATE and _AUTH_FIRST in response.request.extensions:
        response.extensions[_LEFT] = error
        return
    raise error


class AuthFirst(httpx.Auth):
    """Lets another httpx.Auth see a response before the hook raises its error.

    httpx runs the hooks first, so that a flow that renews its token after seeing the response never would. With
    httpx.Client(auth=AuthFirst(auth), …), the hook leaves to it the errors whose advice is to reauthenticate; they are
    raised if the flow ends without sending the request again.

    Args:
        auth: The other one.
    """

    def __init__(self, auth: httpx.Auth) -> None:
        self.auth = auth

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Runs the flow of the other one; httpx calls it."""
        flow = self.auth.sync_auth_flow(request)
        request = next(flow)
        while True:
            request.extensions = {**request.extensions, _AUTH_FIRST: True}
            response = yield request
            try:
                request = flow.send(response)
            except StopIteration:
                break
        _raise_left(response)

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Runs the flow of the other one; httpx calls it."""
        flow = self.auth.async_auth_flow(request)
        request = await flow.__anext__()
        while True:
            request.extensions = {**request.extensions, _AUTH_FIRST: True}
            response = yield request
            try:
                request = await flow.asend(response)
            except StopAsyncIteration:
                break
        _raise_left(response)


def _raise_left(response: httpx.Response) -> None:
    error: felkod.MarketoError | None = response.extensions.get(_LEFT)
    if error is not None:
        raise error


class BearerAuth(httpx.Auth):
    """Sends the token of a cache in the header Authorization: httpx.Client(auth=BearerAuth(tokens)).

    Args:
        tokens: A felkod.TokenCache for httpx.Client, a felkod.AsyncTokenCache for httpx.AsyncClient.
    """

    def __init__(self, tokens: felkod.TokenCache | felkod.AsyncTokenCache) -> None:
        self.tokens = tokens

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Adds the header; httpx calls it."""
        if not isinstance(self.tokens, felkod.TokenCache):
            raise TypeError("httpx.Client needs a felkod.TokenCache")
        request.headers["Authorization"] = f"Bearer {self.tokens.get()}"
        yield request

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Adds the header; httpx calls it."""
        if not isinstance(self.tokens, felkod.AsyncTokenCache):
            raise TypeError("httpx.AsyncClient needs a felkod.AsyncTokenCache")
        request.headers["Authorization"] = f"Bearer {await self.tokens.get()}"
        yield request
