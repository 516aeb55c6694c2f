"""felkod for httpx: event hooks that raise what Marketo answers.

client = httpx.Client(event_hooks={"response": [felkod.httpx.raise_for_error]})
client = httpx.AsyncClient(event_hooks={"response": [felkod.httpx.raise_for_error_async]})
"""

from __future__ import annotations

import httpx

import felkod
from felkod._http import error_of_answer, is_read

__all__ = ["raise_for_error", "raise_for_error_async", "read"]


def read(response: httpx.Response) -> felkod.Report:
    """Reads an answer: its body, its status and its headers.

    Args:
        response: The answer, whose body has been fetched: by read(), aread() or a call that does not stream.
    """
    return felkod.read(response.content, status=response.status_code, headers=response.headers)


def raise_for_error(response: httpx.Response, *, lang: str = "en", partial: bool = False) -> None:
    """Raises an error where an answer says that the call failed; a hook for the event "response".

    An exported file and a redirect are left alone, and the file is still streamed; so is a body with a good status that
    is not recognized.

    Args:
        response: The answer.
        lang: The language of the error's text; functools.partial(raise_for_error, lang="sv") makes a hook of it.
        partial: Whether an outcome in which only some records failed is an error too.

    Raises:
        felkod.MarketoError: The call failed.
    """
    if is_read(response.status_code, response.headers.get("Content-Type", "")):
        response.read()
        _raise(response, lang, partial)


async def raise_for_error_async(response: httpx.Response, *, lang: str = "en", partial: bool = False) -> None:
    """Raises an error where an answer says that the call failed; raise_for_error() for httpx.AsyncClient."""
    if is_read(response.status_code, response.headers.get("Content-Type", "")):
        await response.aread()
        _raise(response, lang, partial)


def _raise(response: httpx.Response, lang: str, partial: bool) -> None:
    error = error_of_answer(read(response), response.status_code, response.headers, lang, partial)
    if error is not None:
        raise error
