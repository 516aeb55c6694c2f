"""The codes: the list, the columns and the texts."""

from __future__ import annotations

import copy
import json
import pickle
import re
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest
from conftest import ROOT

import felkod
from felkod import Case, Code, _felkod


def member_lines(codes: list[tuple[str, int]]) -> str:
    return "\n".join(f"    {name} = {number}" for name, number in codes)


def test_the_members_are_those_of_the_catalog_in_its_order() -> None:
    members = [(code.name, code.value) for code in Code]
    wanted = _felkod.codes()
    assert members == wanted, f"the members of Code in _codes.py must be:\n{member_lines(wanted)}"


def test_names_and_numbers_are_those_of_the_c_header() -> None:
    header = ROOT / "bindings" / "c" / "include" / "felkod.h"
    if not header.exists():
        pytest.skip("the header is not built")
    found = re.findall(r"FELKOD_CODE_(\w+)\s*=\s*(\d+)", header.read_text(encoding="utf-8"))
    # The C library has a constant for no code at all.
    constants = sorted((name, int(number)) for name, number in found if int(number) != 0)
    members = sorted((code.name, code.value) for code in Code)
    assert members == constants, f"felkod.h has:\n{member_lines(constants)}"


def test_a_code_is_an_int_found_by_number_and_name() -> None:
    for code in Code:
        assert Code(int(code)) is code
        assert Code[code.name] is code
        assert code == int(code) and hash(code) == hash(int(code))
        assert str(code) == f"{code}" == f"{code:d}" == str(int(code))
        assert json.dumps({"code": code}) == json.dumps({"code": int(code)})
        assert {code: "x"}[Code(code.value)] == "x"
        assert pickle.loads(pickle.dumps(code)) is code
        assert copy.deepcopy(code) is code


@pytest.mark.parametrize("number", [0, 9999, 10_000, 20_018, 2**32 - 1, 2**32, -1])
def test_an_unknown_number_is_no_code(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        Code(number)


def test_lookup_takes_what_the_command_takes() -> None:
    for code in Code:
        api = code.api.value
        for text in (code.value, str(code.value), f"{api}:{code.value}", f"{api} {code.value}".upper()):
            assert felkod.lookup(text) is code, text
        for text in (code.name, code.name.lower(), code.name.lower().replace("_", "-")):
            assert felkod.lookup(text) is code, text


def test_lookup_names_the_nearest_codes() -> None:
    with pytest.raises(ValueError, match="unknown code `2016`; nearest: SOAP 20016"):
        felkod.lookup("2016")
    for text in ("", "soap 606", "\ud800", "x" * 100_000):
        with pytest.raises(ValueError, match="unknown code"):
            felkod.lookup(text)


def test_the_columns_are_those_of_the_commands_json() -> None:
    scalars = "api listed_as standing category advice applied retry escalate_to http_equivalent basis".split()
    scalars.append("exempt_from_quota")
    for code in Code:
        row = code.to_dict("sv")
        assert row["code"] == code and row["name"] == code.name.lower()
        for column in scalars:
            assert getattr(code, column) == row[column], (code, column)
        assert list(code.fields) == row["fields"]
        assert [asdict(limit) for limit in code.limits] == row["limits"]
        assert [asdict(replacement) for replacement in code.replaced_by] == row["replaced_by"]
        assert [str(case) for case in code.cases] == [case["name"] for case in row["cases"]]
        for case, told in zip(code.cases, row["cases"], strict=True):
            for column in ("category", "advice", "applied", "retry", "escalate_to", "http_equivalent"):
                assert getattr(case, column) == told[column], (case, column)
            for part in ("message", "note", "remedy", "steps"):
                assert getattr(case, part)("sv") == told[part], (case, part)
        for part in ("message", "note", "remedy", "steps"):
            assert getattr(code, part)("sv") == row[part], (code, part)
        known = {
            "code",
            "name",
            "limits",
            "fields",
            "replaced_by",
            "cases",
            "lang",
            "message",
            "note",
            "remedy",
            "steps",
        }
        assert set(row) == known | set(scalars), "a column has no property"


def test_the_words_of_the_columns_are_members_not_mere_strings() -> None:
    for code in Code:
        assert isinstance(code.advice, felkod.Advice)
        assert isinstance(code.listed_as, felkod.Level)
        for limit in code.limits:
            assert limit.unit is None or isinstance(limit.unit, felkod.Unit)
            assert limit.scope is None or isinstance(limit.scope, felkod.Scope)
            assert limit.resets is None or isinstance(limit.resets, felkod.Resets)
        for replacement in code.replaced_by:
            assert isinstance(replacement.code, Code)
            assert isinstance(replacement.grade, felkod.Grade)


def test_texts_come_in_the_language_asked_for_and_else_in_english() -> None:
    for code in Code:
        english, swedish = code.message(), code.message("sv")
        assert (
            english == code.message("en") == code.message("de") == code.message("") == code.message("\ud800")
        )
        assert swedish == code.message("sv-FI") == code.message("sv_SE.UTF-8")
        assert english and swedish
        assert code.note("sv") != code.note("en")
        assert code.remedy("sv") != code.remedy("en")
        assert set(code._messages) == set(_felkod.LANGS), "the tags a program is given do not pile up"


def test_render_takes_figures_of_the_callers_own() -> None:
    quota = Code.REST_DAILY_QUOTA_EXCEEDED
    assert quota.render("note") == quota.note()
    assert "200,000" in quota.render("note", calls=200_000)
    assert "200\u00a0000" in quota.render("note", "sv", calls=200_000)
    with pytest.raises(ValueError, match="unknown part `title`"):
        quota.render("title")
    for figure in (-1, 2**64, 1.5, None):
        with pytest.raises(TypeError, match=type(figure).__name__):
            quota.render("note", calls=figure)  # type: ignore[arg-type]


def test_the_cases_are_those_of_the_catalog_in_its_order() -> None:
    members = [(case.name, case.value, int(case.code)) for case in Case]
    wanted = _felkod.cases()
    lines = "\n".join(f'    {name} = "{word}"' for name, word, _ in wanted)
    assert members == wanted, f"the members of Case in _codes.py must be:\n{lines}"
    assert list(Case) == sorted((case for code in Code for case in code.cases), key=list(Case).index)


def test_a_case_is_its_name_and_knows_its_code() -> None:
    for case in Case:
        for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
            assert pickle.loads(pickle.dumps(case, protocol)) is case
        assert copy.deepcopy(case) is case
        assert case == str(case) == f"{case}" == case.value and hash(case) == hash(case.value)
        assert Case(str(case)) is case and case in case.code.cases
        assert case.render("message") == case.message()
        assert " ".join(case.steps("sv")) == case.remedy("sv")
    with pytest.raises(ValueError, match="nonsense"):
        Case("nonsense")


def test_codes_work_in_match_statements_and_dataclasses() -> None:
    @dataclass(frozen=True)
    class Row:
        code: Code = Code.REST_LEAD_NOT_FOUND

    match Row():
        case Row(code=Code.REST_LEAD_NOT_FOUND):
            pass
        case other:
            pytest.fail(f"{other}")
    match 1004:
        case Code.REST_LEAD_NOT_FOUND:
            pass
        case _:
            pytest.fail("a number matches its code")


@pytest.mark.parametrize("lang", [None, 5, b"sv", ["sv"]])
def test_a_language_that_is_no_str_is_a_type_error_that_names_the_type(lang: object) -> None:
    for text in (Code.REST_LEAD_NOT_FOUND.message, Code.REST_EXPORT_REFUSED.cases[0].note):
        with pytest.raises(TypeError, match=f"lang must be str, not {type(lang).__name__}"):
            text(lang)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [None, 5.0, b"606", ["606"]])
def test_a_lookup_of_another_type_is_a_type_error_that_names_the_type(text: object) -> None:
    with pytest.raises(TypeError, match=f"text must be str or int, not {type(text).__name__}"):
        felkod.lookup(text)  # type: ignore[arg-type]


def test_the_version_is_that_of_the_workspace() -> None:
    manifest = (ROOT / "Cargo.toml").read_text(encoding="utf-8")
    assert f'version = "{felkod.__version__}"' in manifest
    assert Path(felkod.__file__).with_name("py.typed").exists()
