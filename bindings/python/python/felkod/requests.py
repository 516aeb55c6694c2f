"""felkod for requests: a hook that raises what Marketo answers.

session = requests.Session()
session.hooks["response"].append(felkod.requests.raise_for_error)
"""

from __future__ import annotations

import requests
import requests.auth

import felkod
from felkod._felkod import is_read, read_response
from felkod._http import error_of_response

__all__ = ["BearerAuth", "raise_for_error", "read"]

_REPORT = "_felkod_report"


def read(response: requests.Response) -> felkod.Report:
    """Returns the report of a response: the one that the hook has made, else from body, status and headers.

    Args:
        response: The response; of a streamed one, the whole body is fetched.
    """
    report: felkod.Report | None = vars(response).get(_REPORT)
    if report is None:
        report = read_response(response.content, response.status_code, response.headers)
        vars(response)[_REPORT] = report
    return report


def raise_for_error(
    response: requests.Response, *, lang: str = "en", partial: bool = False, strict: bool = False, **_: object
) -> requests.Response:
    """Raises an error where a response says that the call failed; a hook for the event "response".

    It reads JSON, XML, HTML and whatever has an error status. A redirect and an exported file are left alone, and the
    file is still streamed. felkod.requests.read() returns the report without reading again.

    Args:
        response: The response.
        lang: The language of the error's text; functools.partial(raise_for_error, lang="sv") makes a hook of it.
        partial: Whether an outcome in which only some records failed is an error too.
        strict: Whether a body with a good status that is empty, cut or not a response of Marketo's is an error too.

    Returns:
        The response.

    Raises:
        felkod.MarketoError: The call failed; its response is the response.
    """
    status = response.status_code
    if is_read(status, response.headers, strict):
        error = error_of_response(read(response), status, response, lang, partial, strict)
        if error is not None:
            raise error
    return response


class BearerAuth(requests.auth.AuthBase):
    """Sends the token of a felkod.TokenCache in the header Authorization: session.auth = BearerAuth(tokens).

    Args:
        tokens: The cache.
    """

    def __init__(self, tokens: felkod.TokenCache) -> None:
        self.tokens = tokens

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self.tokens.get()}"
        return request
