"""felkod for zeep, against the real library and a local server."""

from __future__ import annotations

import copy
import logging
import pickle
import traceback
from pathlib import Path

import pytest
import requests
import zeep
import zeep.exceptions
from conftest import Answer, Server, soap

import felkod
import felkod.zeep
from felkod import Advice, Code, MarketoError

WSDL = """<?xml version="1.0"?>
<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="http://www.marketo.com/mktows/"
    targetNamespace="http://www.marketo.com/mktows/">
  <types><xs:schema targetNamespace="http://www.marketo.com/mktows/">
    <xs:element name="paramsGetLead"><xs:complexType><xs:sequence>
      <xs:element name="leadKey" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="successGetLead"><xs:complexType><xs:sequence>
      <xs:element name="count" type="xs:int"/></xs:sequence></xs:complexType></xs:element>
  </xs:schema></types>
  <message name="request"><part name="params" element="t:paramsGetLead"/></message>
  <message name="response"><part name="success" element="t:successGetLead"/></message>
  <portType name="port"><operation name="getLead">
    <input message="t:request"/><output message="t:response"/></operation></portType>
  <binding name="binding" type="t:port">
    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
    <operation name="getLead"><soap:operation soapAction="getLead"/>
      <input><soap:body use="literal"/></input><output><soap:body use="literal"/></output></operation></binding>
  <service name="service"><port name="port" binding="t:binding"><soap:address location="ADDRESS"/></port></service>
</definitions>"""


def call(server: Server, tmp_path: Path, answer: Answer) -> None:
    """Calls the server with zeep."""
    wsdl = tmp_path / "marketo.wsdl"
    wsdl.write_text(WSDL.replace("ADDRESS", server.url), encoding="utf-8")
    server.answers.append(answer)
    with requests.Session() as session:
        client = zeep.Client(str(wsdl), transport=zeep.Transport(session=session))
        client.service.getLead(leadKey="anna@example.com")


def fault_of(server: Server, tmp_path: Path, body: bytes) -> zeep.exceptions.Fault:
    """Calls the server with zeep and returns the fault it raises."""
    with pytest.raises(zeep.exceptions.Fault) as caught:
        call(server, tmp_path, Answer(body, 500, "text/xml; charset=utf-8"))
    return caught.value


def test_a_fault_of_zeep_gives_the_report_of_its_body(server: Server, tmp_path: Path) -> None:
    for code in Code:
        if code.api is felkod.Api.SOAP:
            body = soap(code, "Åsa &amp; anna@example.com")
            assert felkod.zeep.read(fault_of(server, tmp_path, body)) == felkod.read(body), code


def test_a_fault_of_zeep_without_detail_is_known_by_its_message(server: Server, tmp_path: Path) -> None:
    head, _, tail = soap(20103, "x").partition(b"<detail>")
    body = head + tail.partition(b"</detail>")[2]
    fault = fault_of(server, tmp_path, body)
    assert fault.detail is None
    with pytest.raises(felkod.NotFoundError, match="Leadet hittades inte") as caught:
        felkod.zeep.raise_for_error(fault, lang="sv")
    assert caught.value.cause is fault and caught.value.__cause__ is None
    assert caught.value.advice is Advice.TREAT_AS_ABSENT


def test_a_page_that_zeep_takes_for_a_fault_is_read_as_a_page(server: Server, tmp_path: Path) -> None:
    fault = fault_of(server, tmp_path, b"<html><head><title>502 Bad Gateway</title></head></html>")
    with pytest.raises(felkod.UnavailableError):
        felkod.zeep.raise_for_error(fault)


def test_odd_faults_of_zeep_are_read_too() -> None:
    for fault in [
        zeep.exceptions.Fault(""),
        zeep.exceptions.Fault(None),
        zeep.exceptions.Fault("</faultstring><&\x00\ud800", code="\x01"),
        zeep.exceptions.Fault("20123 - Stream at end"),
        zeep.exceptions.Fault("20123 - Stream at end", detail=""),
    ]:
        felkod.zeep.read(fault)
        with pytest.raises(MarketoError):
            felkod.zeep.raise_for_error(fault)
    with pytest.raises(TypeError, match="error must be zeep.exceptions.Fault, .*, not ValueError"):
        felkod.zeep.read(ValueError("20103"))


@pytest.mark.parametrize(
    ("answer", "error", "number"),
    [
        (Answer(b"", 500, "text/xml"), felkod.InternalError, 500),
        (Answer(b"no healthy upstream", 503, "text/plain"), felkod.UnavailableError, 503),
        (Answer(b"<html><body><p>Bad Gateway</body>", 502, "text/html"), felkod.UnavailableError, 502),
    ],
)
def test_a_response_that_zeep_cannot_read_is_what_its_status_says(
    server: Server, tmp_path: Path, answer: Answer, error: type, number: int
) -> None:
    with pytest.raises(error) as caught, felkod.zeep.errors():
        call(server, tmp_path, answer)
    assert isinstance(caught.value, felkod.TransientError)
    assert (caught.value.number, caught.value.status) == (number, number)
    assert isinstance(caught.value.cause, zeep.exceptions.TransportError)


def test_a_cut_response_with_a_good_status_is_unrecognized(server: Server, tmp_path: Path) -> None:
    body = soap(20103, "anna@example.com")[:60]
    with pytest.raises(felkod.UnrecognizedError) as caught, felkod.zeep.errors(lang="sv"):
        call(server, tmp_path, Answer(body, 200, "text/xml"))
    assert caught.value.lang == "sv" and caught.value.can_retry(idempotent=True)


def test_the_traceback_of_a_fault_repeats_nothing_of_the_servers(
    server: Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    body = soap(20103, "x").replace(b"20103 - Error", b"20103 - No lead found with EMAIL = x@example.org")
    shown = ""
    try:
        with felkod.zeep.errors():
            call(server, tmp_path, Answer(body, 500, "text/xml"))
    except MarketoError as error:
        logging.getLogger("etl").exception("no lead")
        shown = "".join(traceback.format_exception(type(error), error, error.__traceback__)) + caplog.text
        assert isinstance(error.cause, zeep.exceptions.Fault), "it is there for those who ask"
    assert "x@example.org" not in shown and "felkod.NotFoundError: SOAP 20103" in shown


def test_no_pickle_and_no_copy_of_an_error_holds_zeeps() -> None:
    fault = zeep.exceptions.Fault("20103 - No lead found with EMAIL = x@example.org")
    with pytest.raises(felkod.NotFoundError) as caught:
        felkod.zeep.raise_for_error(fault)
    assert caught.value.cause is fault
    for again in (pickle.loads(pickle.dumps(caught.value)), copy.copy(caught.value)):
        assert again.cause is None and again.code is Code.SOAP_LEAD_NOT_FOUND
