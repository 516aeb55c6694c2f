"""The modules for other libraries, against the real libraries and a local HTTP server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
import requests
import tenacity
import zeep
import zeep.exceptions
from conftest import Answer, Server, records, rest, soap

import felkod
import felkod.httpx
import felkod.requests
import felkod.tenacity
import felkod.zeep
from felkod import Advice, Code, MarketoError

Get = Callable[..., Any]
LIMITED = rest((606, "Max rate limit '50' exceeded with in '20' secs"))
EXPORT = b"id,email\n1,anna@example.com\n" * 10_000


def with_requests(url: str, **options: Any) -> tuple[int, bytes]:
    with requests.Session() as session:
        session.hooks["response"].append(partial(felkod.requests.raise_for_error, **options))
        response = session.get(url)
        return response.status_code, response.content


def with_httpx(url: str, **options: Any) -> tuple[int, bytes]:
    hook = partial(felkod.httpx.raise_for_error, **options)
    with httpx.Client(event_hooks={"response": [hook]}, follow_redirects=True) as client:
        response = client.get(url)
        return response.status_code, response.content


def with_httpx_async(url: str, **options: Any) -> tuple[int, bytes]:
    async def get() -> tuple[int, bytes]:
        hook = partial(felkod.httpx.raise_for_error_async, **options)
        async with httpx.AsyncClient(event_hooks={"response": [hook]}, follow_redirects=True) as client:
            response = await client.get(url)
            return response.status_code, response.content

    return asyncio.run(get())


every_client = pytest.mark.parametrize("get", [with_requests, with_httpx, with_httpx_async])


@every_client
def test_a_hook_raises_what_the_answer_says(server: Server, get: Get) -> None:
    server.answers.append(Answer(LIMITED, headers={"Retry-After": "7"}))
    with pytest.raises(felkod.ThrottlingError) as caught:
        get(server.url, lang="sv")
    assert str(caught.value) == "REST 606 · Anropsgränsen har överskridits"
    assert (caught.value.retry_after, caught.value.report) == (7, felkod.read(LIMITED))


@every_client
def test_a_hook_lets_a_success_through(server: Server, get: Get) -> None:
    body = b'{"requestId":"e42b#14272d07d78","success":true,"result":[]}'
    server.answers.append(Answer(body))
    assert get(server.url) == (200, body)


@every_client
def test_a_hook_reads_the_page_of_a_gateway_and_its_header(server: Server, get: Get) -> None:
    page = Answer(b"<html>upstream failed</html>", 502, "text/html", {"X-Request-Id": "a1-b2"})
    server.answers.append(page)
    with pytest.raises(felkod.UnavailableError) as caught:
        get(server.url)
    assert caught.value.report.request_id == "a1-b2"
    assert caught.value.finding is not None and caught.value.finding.code is Code.REST_BAD_GATEWAY


@every_client
def test_a_hook_raises_for_records_only_when_asked(server: Server, get: Get) -> None:
    body = records((1006, "Field 'x' not found"))
    server.answers += [Answer(body), Answer(body)]
    assert get(server.url) == (200, body)
    with pytest.raises(felkod.InvalidRequestError):
        get(server.url, partial=True)


@every_client
def test_a_hook_leaves_alone_what_is_no_answer_of_the_apis(server: Server, get: Get) -> None:
    redirect = Answer(
        b"<html><title>502 Bad Gateway</title></html>", 302, "text/html", {"Location": server.url}
    )
    for answers in [
        [Answer(EXPORT, content_type="text/csv")],
        [Answer(LIMITED, content_type="text/csv")],
        [Answer(b'[{"id":1}]')],
        [redirect, Answer(b"{}")],
    ]:
        body = answers[-1].body
        server.answers += answers
        assert get(server.url) == (200, body)


def test_an_exported_file_is_still_streamed_by_requests(server: Server) -> None:
    server.answers += [Answer(EXPORT, content_type="text/csv"), Answer(LIMITED)]
    with requests.Session() as session:
        session.hooks["response"].append(felkod.requests.raise_for_error)
        with session.get(server.url, stream=True) as response:
            assert not response.raw.closed, "nothing has been fetched"
            assert b"".join(response.iter_content(4096)) == EXPORT
        with pytest.raises(felkod.ThrottlingError):
            session.get(server.url, stream=True)


def test_an_exported_file_is_still_streamed_by_httpx(server: Server) -> None:
    server.answers += [Answer(EXPORT, content_type="text/csv"), Answer(LIMITED)]
    with httpx.Client(event_hooks={"response": [felkod.httpx.raise_for_error]}) as client:
        with client.stream("GET", server.url) as response:
            assert not response.is_stream_consumed
            assert b"".join(response.iter_bytes()) == EXPORT
        with pytest.raises(felkod.ThrottlingError), client.stream("GET", server.url):
            pytest.fail("the hook comes first")


def test_an_answer_can_be_read_without_a_hook(server: Server) -> None:
    server.answers += [Answer(LIMITED), Answer(LIMITED)]
    assert felkod.requests.read(requests.get(server.url)) == felkod.read(LIMITED)
    assert felkod.httpx.read(httpx.get(server.url)) == felkod.read(LIMITED)


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


def fault_of(server: Server, tmp_path: Path, body: bytes) -> zeep.exceptions.Fault:
    """Calls the server with zeep and returns the fault it raises."""
    wsdl = tmp_path / "marketo.wsdl"
    wsdl.write_text(WSDL.replace("ADDRESS", server.url), encoding="utf-8")
    server.answers.append(Answer(body, 500, "text/xml; charset=utf-8"))
    with requests.Session() as session:
        client = zeep.Client(str(wsdl), transport=zeep.Transport(session=session))
        with pytest.raises(zeep.exceptions.Fault) as caught:
            client.service.getLead(leadKey="anna@example.com")
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
    assert caught.value.__cause__ is fault
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
    with pytest.raises(TypeError, match="fault must be zeep.exceptions.Fault, not ValueError"):
        felkod.zeep.read(ValueError("20103"))  # type: ignore[arg-type]


class Calls:
    """A function that raises one error after the other, then returns; and how long was waited between."""

    def __init__(self, *bodies: bytes | Exception) -> None:
        self.bodies = list(bodies)
        self.waits: list[float] = []

    def __call__(self) -> str:
        if not self.bodies:
            return "done"
        body = self.bodies.pop(0)
        if isinstance(body, Exception):
            raise body
        felkod.raise_for_error(body)
        raise AssertionError("no error in the body")

    def run(self, *, stop: int = 10, wait: Any = None, **options: Any) -> str:
        retrying = tenacity.Retrying(
            retry=felkod.tenacity.retry_by_advice(**options),
            wait=wait or felkod.tenacity.wait_by_advice(),
            stop=tenacity.stop_after_attempt(stop),
            sleep=self.waits.append,
            reraise=True,
        )
        return retrying(self)


def test_tenacity_repeats_what_felkod_says_can_be_repeated() -> None:
    for code in Code:
        if code.api is not felkod.Api.REST or code.advice in (Advice.ACCEPT, Advice.REAUTHENTICATE):
            continue
        body = rest((code, ""))
        finding = felkod.read(body).findings[0]
        for idempotent in (False, True):
            calls = Calls(body, body)
            if finding.retry == "yes" or (idempotent and finding.retry == "if_idempotent"):
                assert calls.run(idempotent=idempotent) == "done", code
                assert len(calls.waits) == 2, code
            else:
                with pytest.raises(MarketoError):
                    calls.run(idempotent=idempotent)
                assert len(calls.bodies) == 1, f"{code} was repeated"


def test_tenacity_waits_as_the_advice_says() -> None:
    fixed = {"slot": 2.0, "queue": 3.0, "backoff": 4.0}
    wait = felkod.tenacity.wait_by_advice(**{name: tenacity.wait_fixed(s) for name, s in fixed.items()})
    calls = Calls(LIMITED, rest((615, "")), rest((1029, "too many jobs")), rest((608, "")))
    assert calls.run(wait=wait) == "done"
    assert calls.waits == [20, 2, 3, 4]


def test_the_waits_that_come_with_felkod_are_bounded() -> None:
    calls = Calls(*[rest((615, ""))] * 9)
    assert calls.run() == "done" and all(1 <= wait <= 5 for wait in calls.waits)
    calls = Calls(*[rest((1029, "too many jobs"))] * 9)
    assert calls.run() == "done" and set(calls.waits) == {60}
    calls = Calls(*[rest((608, ""))] * 9)
    assert calls.run() == "done" and all(0 <= wait <= 60 for wait in calls.waits)


def test_tenacity_reauthenticates_once() -> None:
    tokens: list[int] = []
    expired = rest((602, ""))
    calls = Calls(expired, LIMITED)
    assert calls.run(reauthenticate=lambda: tokens.append(1)) == "done"
    assert (tokens, calls.waits) == ([1], [0, 20])
    for reauthenticate in (None, lambda: tokens.append(2)):
        with pytest.raises(felkod.AuthenticationError):
            Calls(expired, expired).run(reauthenticate=reauthenticate)
    assert tokens == [1, 2]
    retry = felkod.tenacity.retry_by_advice(reauthenticate=lambda: tokens.append(3))
    for _ in range(2):
        retrying = tenacity.Retrying(retry=retry, stop=tenacity.stop_after_attempt(3), sleep=lambda _: None)
        assert retrying(Calls(expired)) == "done", "each call may renew the token once"
    assert tokens == [1, 2, 3, 3]


def test_tenacity_leaves_other_exceptions_and_the_stop_to_the_caller() -> None:
    calls = Calls(OSError("reset by peer"))
    with pytest.raises(OSError, match="reset by peer"):
        calls.run()
    calls = Calls(*[LIMITED] * 5)
    with pytest.raises(felkod.ThrottlingError):
        calls.run(stop=3)
    assert calls.waits == [20, 20]
    both = felkod.tenacity.retry_by_advice() | tenacity.retry_if_exception_type(OSError)
    retrying = tenacity.Retrying(
        retry=both,
        wait=felkod.tenacity.wait_by_advice(),
        stop=tenacity.stop_after_attempt(5),
        sleep=lambda _: None,
    )
    assert retrying(Calls(OSError(), LIMITED)) == "done"


def test_tenacity_repeats_coroutines(server: Server) -> None:
    server.answers += [Answer(LIMITED), Answer(b'{"success":true}')]
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    @tenacity.retry(
        retry=felkod.tenacity.retry_by_advice(),
        wait=felkod.tenacity.wait_by_advice(),
        stop=tenacity.stop_after_attempt(3),
        sleep=sleep,
    )
    async def get() -> Any:
        hooks: Any = {"response": [felkod.httpx.raise_for_error_async]}
        async with httpx.AsyncClient(event_hooks=hooks) as client:
            return (await client.get(server.url)).json()

    assert asyncio.run(get()) == {"success": True}
    assert waits == [20]
