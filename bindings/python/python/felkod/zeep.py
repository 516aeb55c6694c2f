"""felkod for zeep: what a fault says.

try:
    service.getLead(...)
except zeep.exceptions.Fault as fault:
    felkod.zeep.raise_for_error(fault)
"""

from __future__ import annotations

import re
from typing import NoReturn

from lxml import etree
from zeep.exceptions import Fault

import felkod

__all__ = ["raise_for_error", "read"]

_ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read(fault: Fault) -> felkod.Report:
    """Reads a fault that zeep raised. The code is in its detail, or else in its message.

    Args:
        fault: The fault.

    Raises:
        TypeError: It is no zeep.exceptions.Fault.
    """
    if not isinstance(fault, Fault):
        raise TypeError(f"fault must be zeep.exceptions.Fault, not {type(fault).__qualname__}")
    if isinstance(fault.detail, (bytes, str)):
        # An answer in which zeep found no fault, as it came.
        return felkod.read(fault.detail)
    envelope = etree.Element(f"{{{_ENVELOPE}}}Envelope", nsmap={"soap": _ENVELOPE})
    element = etree.SubElement(etree.SubElement(envelope, f"{{{_ENVELOPE}}}Body"), f"{{{_ENVELOPE}}}Fault")
    etree.SubElement(element, "faultcode").text = _text(fault.code)
    etree.SubElement(element, "faultstring").text = _text(fault.message)
    start, end = etree.tostring(envelope).split(b"</faultstring>")
    detail = b"" if fault.detail is None else etree.tostring(fault.detail, with_tail=False)
    return felkod.read(start + b"</faultstring>" + detail + end, api="soap")


def raise_for_error(fault: Fault, *, lang: str = "en") -> NoReturn:
    """Raises the felkod error of a fault, from the fault.

    Args:
        fault: The fault.
        lang: The language of the error's text, as a tag; one felkod lacks gives English.

    Raises:
        felkod.MarketoError: Always, by the category of the fault's code.
    """
    report = read(fault)
    raise (felkod.error_of(report, lang=lang) or felkod.MarketoError(report, lang=lang)) from fault


def _text(text: object) -> str:
    """Returns a text that XML can hold."""
    return "" if text is None else _NOT_XML.sub("\ufffd", str(text))
