"""Finding: that Python finds what the shared table says, with ranges that fit what it was given."""

from __future__ import annotations

import codecs
import pickle
from collections.abc import Iterator
from itertools import groupby

import pytest
from conftest import PAYLOADS, ROOT, rest

import felkod

FOUND = PAYLOADS / "found"
LIMITED = rest((606, "Max rate limit '50' exceeded with in '20' secs"))


def rows() -> Iterator[list[str]]:
    lines = (ROOT / "tests" / "cases" / "found.tsv").read_text(encoding="utf-8").splitlines()
    yield from (line.split("\t") for line in lines[1:] if not line.startswith("#"))


FILES = {name: list(table) for name, table in groupby(rows(), key=lambda row: row[0])}


def row_of(name: str, index: int, answer: felkod.Answer) -> list[str]:
    strictest, report = answer.report.strictest, answer.report
    number = "-" if strictest is None or strictest.number is None else str(strictest.number)
    places = [str(index), str(answer.start), str(answer.end), str(answer.line), answer.wrapped_in or "-"]
    return [name, *places, report.outcome, number, report.request_id or "-"]


@pytest.mark.parametrize("name", FILES)
def test_every_response_of_the_shared_table_is_found(name: str) -> None:
    table = FILES[name] if FILES[name][0][1] != "-" else []
    data = (FOUND / name).read_bytes()
    answers = felkod.find(data)
    assert [row_of(name, index, answer) for index, answer in enumerate(answers)] == table
    assert felkod.find(bytearray(data)) == felkod.find(memoryview(data)) == answers
    # Of a str the same is found, at the places of the same characters.
    marks = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
    encoding = marks.get(data[:2], "utf-8")
    text = data.decode(encoding)
    for of_text, of_bytes in zip(felkod.find(text), answers, strict=True):
        assert text[: of_text.start].encode(encoding) == data[: of_bytes.start]
        assert text[: of_text.end].encode(encoding) == data[: of_bytes.end]
        assert (of_text.line, of_text.wrapped_in) == (of_bytes.line, of_bytes.wrapped_in)
        assert of_text.report == of_bytes.report


def test_the_table_is_about_every_file() -> None:
    assert {path.name for path in FOUND.iterdir() if path.name != "README.md"} == set(FILES)


def test_the_range_is_in_code_points_of_a_str() -> None:
    body = LIMITED.decode()
    for before in ("plain ", "Åsa 🎉 skrev: ", "lone \ud800 surrogate "):
        text = f"{before}{body} och så {body}\n"
        first, second = felkod.find(text)
        assert text[first.start : first.end] == text[second.start : second.end] == body
        assert first.start == len(before) and second.start > first.end


def test_an_encoding_that_a_str_declares_does_not_count() -> None:
    text = f"""\n<?xml version="1.0" encoding="ISO-8859-1"?>
<Envelope><Body><Fault><faultstring>20103 - Lead Åsa hittades inte</faultstring></Fault></Body></Envelope>"""
    (answer,) = felkod.find(text)
    assert (answer.start, answer.end, answer.line) == (1, len(text), 2)
    assert answer.report.findings[0].server_text == "20103 - Lead Åsa hittades inte"


def test_what_is_known_of_a_response_counts_where_the_text_is_one() -> None:
    (answer,) = felkod.find(b'{"success":true}', status=502)
    assert answer.report == felkod.read(b'{"success":true}', status=502) != felkod.read(b'{"success":true}')
    (answer,) = felkod.find(LIMITED, headers={"Retry-After": "7"}, api="rest")
    assert answer.report.retry_after() == 7
    assert felkod.find(b"lead 606 updated\n", status=200) == felkod.find("") == []


def test_an_answer_is_a_value() -> None:
    (answer,) = felkod.find(LIMITED)
    assert pickle.loads(pickle.dumps(answer)) == answer
    assert repr(answer).startswith("Answer(start=0, ")


def test_a_text_of_another_type_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="text must be str or a buffer of bytes, .*, not int"):
        felkod.find(5)  # type: ignore[arg-type]
