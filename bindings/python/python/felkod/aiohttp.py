"""felkod for aiohttp: a function that raises what Marketo answers.

session = aiohttp.ClientSession(raise_for_status=felkod.aiohttp.raise_for_error)
"""

from __future__ import annotations

import aiohttp

import felkod
from felkod._felkod import is_read, read_response
from felkod._http import error_of_response

__all__ = ["raise_for_error", "read"]

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
