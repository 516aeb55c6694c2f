"""Measures felkod against what one would use instead, in one run, and prints the ratios.

    python bindings/python/bench.py [--quick] [WHEEL]

It needs felkod and what its comparisons are with; see tests/python/requirements.txt. --quick measures each thing once and
briefly, to see that it runs. It prints the size of a wheel too.
"""

from __future__ import annotations

import importlib.metadata
import json
import logging
import re
import subprocess
import sys
import time
import timeit
from functools import partial
from http import HTTPStatus
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import orjson
import requests
import zeep.exceptions
from fluent.runtime import FluentBundle, FluentResource
from lxml import etree
from zeep.wsdl.bindings.soap import Soap11Binding

import felkod
import felkod.logging
import felkod.requests
from felkod import Code

QUICK = "--quick" in sys.argv[1:]
ROOT = Path(__file__).resolve().parents[2]
FAULT = (ROOT / "tests" / "payloads" / "soap-20016.xml").read_bytes()


def nanoseconds(statement: str, names: dict[str, object]) -> float:
    """Returns what a statement takes of the processor's time: the best of several rounds."""
    timer = timeit.Timer(statement, timer=time.process_time, globals=names)
    if QUICK:
        return timer.timeit(100) / 100 * 1e9
    calls, _ = timer.autorange()
    return min(timer.repeat(7, calls)) / calls * 1e9


def compare(title: str, ours: str, theirs: dict[str, str], names: dict[str, object]) -> None:
    """Prints what felkod takes, and of each other how many times as long it takes."""
    took = nanoseconds(ours, names)
    print(f"\n{title}\n  {took:10.0f} ns         felkod: {ours}")
    for name, statement in theirs.items():
        other = nanoseconds(statement, names)
        print(f"  {other:10.0f} ns  {other / took:5.2f}x  {name}: {statement}")


def message() -> None:
    bundles = {}
    for lang in ("en", "sv"):
        path = ROOT / "locales" / lang / "rest.ftl"
        bundles[lang] = FluentBundle([lang], use_isolating=False)
        bundles[lang].add_resource(FluentResource(path.read_text(encoding="utf-8")))

    def fluent(lang: str) -> Any:
        bundle = bundles[lang]
        pattern = bundle.get_message("rest-606").value
        assert pattern is not None
        return bundle.format_pattern(pattern)[0]

    assert fluent("sv") == Code.REST_RATE_LIMIT_EXCEEDED.message("sv")
    compare(
        "the text of a code",
        'Code.REST_RATE_LIMIT_EXCEEDED.message("sv")',
        {"http": "HTTPStatus(404).phrase", "fluent.runtime": 'fluent("sv")'},
        {"Code": Code, "HTTPStatus": HTTPStatus, "fluent": fluent},
    )


def reading() -> None:
    def with_lxml() -> list[str | None]:
        root = etree.fromstring(FAULT)
        assert root is not None
        return [root.findtext(f".//{name}") for name in ("faultstring", "message", "code")]

    # zeep's own handling of a response, from the bytes to the exception; it needs no WSDL to see a fault.
    binding = Soap11Binding(wsdl=None, name=None, port_name=None, transport=None, default_style=None)
    client = SimpleNamespace(settings=zeep.Settings(), wsse=None, plugins=[])
    headers = {"Content-Type": "text/xml"}
    response = SimpleNamespace(status_code=500, headers=headers, encoding="utf-8", content=FAULT)

    def with_zeep() -> str:
        try:
            binding.process_reply(client, None, response)
        except zeep.exceptions.Fault as fault:
            assert fault.detail is not None
            return str(fault.detail.findtext(".//code"))
        raise AssertionError("no fault")

    report = felkod.read(FAULT)
    assert (report.findings[0].number, with_lxml()[2], with_zeep()) == (20016, "20016", "20016")
    compare(
        f"reading a SOAP fault of {len(FAULT)} bytes",
        "read(FAULT)",
        {"fromstring and three finds": "with_lxml()", "the handling of a fault": "with_zeep()"},
        {"read": felkod.read, "FAULT": FAULT, "with_lxml": with_lxml, "with_zeep": with_zeep},
    )


def errors() -> None:
    body = (ROOT / "tests" / "payloads" / "rest-606.json").read_bytes()
    hand = """
try:
    told = json.loads(body)
    if not told["success"]:
        raise ValueError(told["errors"][0]["code"])
except ValueError:
    pass"""
    ours = """
try:
    felkod.raise_for_error(body)
except felkod.MarketoError:
    pass"""
    names: dict[str, object] = {"felkod": felkod, "body": body, "json": json, "orjson": orjson}
    title = f"reading a REST error of {len(body)} bytes"
    parsers = {"json": "json.loads(body)", "orjson": "orjson.loads(body)"}
    compare(title, "felkod.read(body)", parsers, names)
    look_ups = {"json": 'json.loads(body)["errors"][0]["code"]'}
    compare("its code", "felkod.read(body).findings[0].code", look_ups, names)
    compare("raising and catching it", ours, {"json by hand": hand}, names)


def hooks() -> None:
    body = b'{"requestId":"e42b#14272d07d78","success":true,"result":[{"id":1}]}'
    headers = {"Server": "nginx", "Date": "x", "Content-Type": "application/json", "Content-Length": "67"}
    response = requests.Response()
    response.status_code, response._content, response.encoding = 200, body, "utf-8"
    response.headers.update(headers)

    def hook() -> None:
        # As if the response had just come.
        vars(response).pop("_felkod_report", None)
        felkod.requests.raise_for_error(response)

    names: dict[str, object] = {"hook": hook, "response": response}
    compare("the hook of requests on a small success", "hook()", {"its JSON": "response.json()"}, names)


def filtering() -> None:
    names = "access_token|client_secret|password|token|secret|apiKey|Email|firstName|lastName|phone"
    named = re.compile(rf"(?i)({names})([\"']?\s*[=:]\s*[\"']?)[^\"'&\s,}}]+")
    address = re.compile(r"[\w.%+-]+@[\w.-]+\.[A-Za-z]+")

    class ByExpressions(logging.Filter):
        """What one would write in place of it."""

        def filter(self, record: logging.LogRecord) -> bool:
            message = address.sub("***", named.sub(r"\1\2***", record.getMessage()))
            record.msg, record.args = message, ()
            return True

    def record(msg: str, args: tuple[object, ...]) -> logging.LogRecord:
        return logging.LogRecord("app", logging.INFO, __file__, 1, msg, args, None)

    theirs: dict[str, str] = {"no filter, but made": "make()", "made and formatted": "format(make())"}
    ours, other = felkod.logging.RedactingFilter(), ByExpressions()
    told: list[tuple[str, str, tuple[object, ...]]] = [
        ("nothing to hide", "batch %d imported, %d records in %d ms", (3, 250, 17)),
        ("an address to hide", "no lead with the address %s", ("anna@example.com",)),
    ]
    for title, msg, args in told:
        handed: dict[str, object] = {
            "make": partial(record, msg, args),
            "ours": ours.filter,
            "other": other.filter,
            "format": logging.Formatter("%(asctime)s %(levelname)s %(message)s").format,
        }
        compare(f"a log record with {title}", "ours(make())", {"two regular expressions": "other(make())", **theirs}, handed)


def importing() -> None:
    def seconds(statement: str) -> float:
        code = f"import time; start = time.perf_counter(); {statement}; print(time.perf_counter() - start)"
        command = [sys.executable, "-I", "-c", code]
        return min(float(subprocess.check_output(command)) for _ in range(1 if QUICK else 9))

    ours = seconds("import felkod")
    print(f"\nimport\n  {ours * 1e3:10.1f} ms         felkod")
    for name in ("json", "http", "requests", "zeep"):
        other = seconds(f"import {name}")
        print(f"  {other * 1e3:10.1f} ms  {other / ours:5.2f}x  {name}")


def size() -> None:
    files = importlib.metadata.files("felkod") or []
    total = sum(file.size or 0 for file in files)
    print(f"\nsize\n  {total / 1e6:10.2f} MB         felkod, installed")
    for wheel in map(Path, sys.argv[1:]):
        if wheel.suffix == ".whl":
            print(f"  {wheel.stat().st_size / 1e6:10.2f} MB         {wheel.name}")


if __name__ == "__main__":
    print(f"felkod {felkod.__version__}, Python {sys.version.split()[0]}")
    message()
    reading()
    errors()
    hooks()
    filtering()
    importing()
    size()
