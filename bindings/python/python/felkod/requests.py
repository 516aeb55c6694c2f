"""felkod for requests: a hook that raises what Marketo answers.

session = requests.Session()
session.hooks["response"].append(felkod.requests.raise_for_error)
"""

from __future__ import annotations

import requests

import felkod
from felkod._http import error_of_answer, is_read

__all__ = ["raise_for_error", "read"]


def read(response: requests.Response) -> felkod.Report:
    """Reads an answer: its body, its status and its headers.

    Args:
        response: The answer; of a streamed one, the whole body is fetched.
    """
    return felkod.read(response.content, status=response.status_code, headers=response.headers)


def raise_for_error(
    response: requests.Response, *, lang: str = "en", partial: bool = False, **_: object
) -> requests.Response:
    """Raises an error where an answer says that the call failed; a hook for the event "response".

    An exported file and a redirect are left alone, and the file is still streamed; so is a body with a good status that
    is not recognized.

    Args:
        response: The answer.
        lang: The language of the error's text; functools.partial(raise_for_error, lang="sv") makes a hook of it.
        partial: Whether an outcome in which only some records failed is an error too.

    Returns:
        The answer.

    Raises:
        felkod.MarketoError: The call failed.
    """
    if is_read(response.status_code, response.headers.get("Content-Type", "")):
        error = error_of_answer(read(response), response.status_code, response.headers, lang, partial)
        if error is not None:
            raise error
    return response
