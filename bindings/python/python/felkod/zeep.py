"""felkod for zeep: what a fault, or a response that zeep cannot read, says, and a plugin that records exchanges.

with felkod.zeep.errors():
    service.getLead(...)

client = zeep.Client(wsdl, plugins=[felkod.zeep.RecordingPlugin(felkod.Recorder("trouble.jsonl"))])
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NoReturn

import zeep
from lxml import etree
from zeep.exceptions import Fault, TransportError, XMLSyntaxError

import felkod
from felkod._evidence import Watch, keep

__all__ = ["RecordingPlugin", "errors", "raise_for_error", "read"]

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


class RecordingPlugin(zeep.Plugin):
    """Records each exchange, redacted: zeep.Client(wsdl, plugins=[RecordingPlugin(recorder)]).

    zeep gives a plugin the envelopes and the headers. The status is the one that SOAP prescribes: 500 for a fault, else 200.
    A response that is not XML, and a request without a response, do not reach a plugin; to record these too, give
    zeep.Transport a session with a felkod.requests.RecordingAdapter in place of this.

    Args:
        recorder: The recorder.
    """

    def __init__(self, recorder: felkod.Recorder) -> None:
        self.recorder = recorder
        self._sent: ContextVar[dict[str, Any] | None] = ContextVar("felkod_sent", default=None)

    def egress(self, envelope: Any, http_headers: Any, operation: Any, binding_options: Any) -> tuple[Any, Any]:
        """Takes what is sent; zeep calls it."""
        self._sent.set(
            {
                "url": str(binding_options.get("address", "")),
                "headers": http_headers,
                "body": etree.tostring(envelope),
                "action": getattr(operation, "name", None),
                "watch": Watch(),
            }
        )
        return envelope, http_headers

    def ingress(self, envelope: Any, http_headers: Any, operation: Any) -> tuple[Any, Any]:
        """Takes what came; zeep calls it."""
        sent = self._sent.get()
        self._sent.set(None)
        if sent is not None:
            is_fault = any(True for _ in envelope.iter("{*}Fault"))
            keep(
                self.recorder,
                "POST",
                sent["url"],
                status=500 if is_fault else 200,
                headers=http_headers,
                body=etree.tostring(envelope),
                request_headers=sent["headers"],
                request_body=sent["body"],
                action=sent["action"],
                **sent["watch"].times(),
            )
        return envelope, http_headers


def _status(error: Exception) -> int | None:
    """Returns the HTTP status that zeep keeps, if HTTP has it."""
    status = getattr(error, "status_code", None)
    return status if isinstance(status, int) and 100 <= status < 600 else None


def _text(text: object) -> str:
    """Returns a text that XML can hold."""
    return "" if text is None else _NOT_XML.sub("\ufffd", str(text))
