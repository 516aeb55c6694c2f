"""What the modules for HTTP clients have in common."""

from __future__ import annotations

from typing import Any

from felkod._errors import MarketoError, error_of
from felkod._felkod import Report
from felkod._words import Outcome


def error_of_response(
    report: Report, status: int, response: Any, lang: str, partial: bool, strict: bool
) -> MarketoError | None:
    """Returns the error to raise for a response.

    Unless strict, a good status is believed where the body is not recognized.
    """
    if report.ok or (not strict and status < 400 and report.outcome is Outcome.UNRECOGNIZED):
        return None
    return error_of(report, lang=lang, partial=partial, response=response)


def token_of(error: BaseException) -> str | None:
    """Returns the access token of the request that an error is the response to, where the error has the request."""
    response = getattr(error, "response", None)
    request = getattr(response, "request_info", None) or getattr(response, "request", None)
    if request is None:
        return None
    scheme, _, token = str(request.headers.get("Authorization") or "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()
    from urllib.parse import parse_qs, urlsplit

    return parse_qs(urlsplit(str(request.url)).query).get("access_token", [None])[0]
