"""felkod for zeep: what a fault, or a response that zeep cannot read, says.

with felkod.zeep.errors():
    service.getLead(...)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from lxml import etree
from zeep.exceptions import Fault, TransportError, XMLSyntaxError

import felkod

__all__ = ["errors", "raise_for_error", "read"]

_ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read(error: Exception) -> felkod.Report:
    """Reads what zeep raised: a fault, whose code is in its detail or its message, or a response it cannot read.

    Args:
        error: The fault, TransportError or XMLSyntaxError.

    Raises:
        TypeError: It is none of them.
    """
    if isinstance(error, (TransportError, XMLSyntaxError)):
        return felkod.read(error.content or b"", status=_status(error), api="soap")
    if not isinstance(error, Fault):
        wanted = "zeep.exceptions.Fault, TransportError or XMLSyntaxError"
        raise TypeError(f"error must be {wanted}, not {type(error).__qualname__}")
    if isinstance(error.detail, (bytes, str)):
        # A response in which zeep found no fault, as it came.
        return felkod.read(error.detail)
    envelope = etree.Element(f"{{{_ENVELOPE}}}Envelope", nsmap={"soap": _ENVELOPE})
    element = etree.SubElement(etree.SubElement(envelope, f"{{{_ENVELOPE}}}Body"), f"{{{_ENVELOPE}}}Fault")
    etree.SubElement(element, "faultcode").text = _text(error.code)
    etree.SubElement(element, "faultstring").text = _text(error.message)
    start, end = etree.tostring(envelope).split(b"</faultstring>")
    detail = b"" if error.detail is None else etree.tostring(error.detail, with_tail=False)
    return felkod.read(start + b"</faultstring>" + detail + end, api="soap")


def raise_for_error(error: Exception, *, lang: str = "en") -> NoReturn:
    """Raises the felkod error of what zeep raised.

    The traceback does not show zeep's error, whose text is the server's; it is the cause of felkod's.

    Args:
        error: The fault, TransportError or XMLSyntaxError.
        lang: The language of the error's text, as a tag; one felkod lacks gives English.

    Raises:
        felkod.MarketoError: Always, by the category of the code.
    """
    report = read(error)
    raised = felkod.error_of(report, lang=lang, cause=error)
    raise (raised or felkod.MarketoError(report, lang=lang, cause=error)) from None


@contextmanager
def errors(*, lang: str = "en") -> Iterator[None]:
    """Raises the felkod error in place of a fault and of a response that zeep cannot read.

    Args:
        lang: The language of the error's text, as a tag; one felkod lacks gives English.

    Raises:
        felkod.MarketoError: The call failed.
    """
    try:
        yield
    except (Fault, TransportError, XMLSyntaxError) as error:
        raise_for_error(error, lang=lang)


def _status(error: Exception) -> int | None:
    """Returns the HTTP status that zeep keeps, if HTTP has it."""
    status = getattr(error, "status_code", None)
    return status if isinstance(status, int) and 100 <= status < 600 else None


def _text(text: object) -> str:
    """Returns a text that XML can hold."""
    return "" if text is None else _NOT_XML.sub("\ufffd", str(text))
