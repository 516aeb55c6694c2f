"""What felkod's types do in other libraries, in help() and in other interpreters."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
import pydoc
import subprocess
import sys
import textwrap
import typing
from dataclasses import asdict
from pathlib import Path

import msgspec
import orjson
import pydantic
import pytest
from conftest import rest

import felkod
from felkod import Advice, Case, Code, Limit, MarketoError
from felkod._words import Word

LIMITED = rest((606, "Max rate limit '50' exceeded with in '20' secs"))


class Row(pydantic.BaseModel):
    code: Code
    advice: Advice
    case: Case | None
    limits: tuple[Limit, ...]


def rows() -> list[Row]:
    return [
        Row(code=code, advice=code.advice, case=case, limits=code.limits)
        for code in Code
        for case in (None, *code.cases)
    ]


def test_pydantic_takes_and_gives_codes_cases_words_and_limits() -> None:
    for row in rows():
        again = Row.model_validate_json(row.model_dump_json())
        assert again == row and type(again.code) is Code
        assert again.case is row.case and again.advice is row.advice
    with pytest.raises(pydantic.ValidationError):
        Row.model_validate({"code": 1, "advice": "x", "case": "y", "limits": ()})


def test_msgspec_takes_and_gives_codes_cases_words_and_limits() -> None:
    class Struct(msgspec.Struct):
        code: Code
        advice: Advice
        case: Case | None
        limits: tuple[Limit, ...]

    for row in rows():
        struct = Struct(row.code, row.advice, row.case, row.limits)
        assert msgspec.json.decode(msgspec.json.encode(struct), type=Struct) == struct
        assert msgspec.msgpack.decode(msgspec.msgpack.encode(struct), type=Struct) == struct


def test_orjson_writes_codes_cases_words_and_limits_as_json_does() -> None:
    for row in rows():
        plain = {
            "code": int(row.code),
            "advice": row.advice.value,
            "case": row.case and row.case.value,
            "limits": json.loads(json.dumps([asdict(limit) for limit in row.limits])),
        }
        told = {"code": row.code, "advice": row.advice, "case": row.case, "limits": row.limits}
        assert orjson.loads(orjson.dumps(told)) == plain


def test_the_annotations_of_everything_public_can_be_evaluated() -> None:
    checked = 0
    for name in felkod.__all__:
        thing = getattr(felkod, name)
        members = [thing, *vars(thing).values()] if inspect.isclass(thing) else [thing]
        for member in members:
            function = member.fget if isinstance(member, property) else member
            if inspect.isclass(function) or inspect.isfunction(function):
                typing.get_type_hints(function)
                checked += 1
    assert checked > 100


def test_pydantic_validates_calls_of_felkod() -> None:
    checked = pydantic.validate_call(felkod.raise_for_error)
    assert checked(b'{"success":true}', headers=[("A", "b")]).ok
    with pytest.raises(felkod.ThrottlingError):
        checked(bytearray(LIMITED), status=200, headers={"Retry-After": "7"})
    with pytest.raises(pydantic.ValidationError):
        checked(LIMITED, partial="perhaps")  # type: ignore[arg-type]


def help_of(thing: object) -> str:
    """Returns what help() shows, without its bold letters and its lines at the margin."""
    return pydoc.plain(pydoc.render_doc(thing)).replace("\n |", "\n")


def test_help_shows_what_every_word_case_and_attribute_means() -> None:
    kinds: list[type[Word] | type[Case]] = [*Word.__subclasses__(), Case]
    for kind in kinds:
        told = " ".join(help_of(kind).split())
        module = "_codes.py" if kind is Case else "_words.py"
        source = Path(felkod.__file__).with_name(module).read_text(encoding="utf-8")
        source = source.split(f"class {kind.__name__}(")[1]
        for member in kind:
            after = source.split(f'\n    {member.name} = "{member.value}"\n')[1]
            doc = " ".join(after.split('"""')[1].split())
            wanted = f"{member.name}: {doc}"
            assert wanted in told, f"the doc of {kind.__name__} must have:\n        {wanted}"
    told = help_of(MarketoError)
    for attribute in vars(MarketoError(felkod.read(LIMITED))):
        assert f" {attribute}: " in told, attribute


@pytest.mark.parametrize("name", felkod.__all__)
def test_what_is_public_says_where_it_is_imported_from(name: str) -> None:
    thing = getattr(felkod, name)
    if inspect.isclass(thing):
        assert thing.__module__ == "felkod" or name in ("TokenCache", "AsyncTokenCache"), thing
        assert getattr(felkod, thing.__qualname__) is thing


def test_the_traceback_of_an_error_names_a_class_that_can_be_caught() -> None:
    code = f"import felkod; felkod.raise_for_error({LIMITED!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert done.stderr.splitlines()[-1] == "felkod.ThrottlingError: REST 606 · Rate limit exceeded"


def test_a_wrong_argument_of_an_error_is_named() -> None:
    for make in (MarketoError, felkod.error_of, felkod.ThrottlingError):
        for wrong in ("x", None, LIMITED):
            with pytest.raises(TypeError, match=f"report must be felkod.Report, not {type(wrong).__name__}"):
                make(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="lang must be str, not int"):
        MarketoError(felkod.read(LIMITED), lang=5)  # type: ignore[arg-type]


def test_the_language_is_a_keyword_everywhere() -> None:
    quota = Code.REST_DAILY_QUOTA_EXCEEDED
    case = Case.REST_EXPORT_QUOTA_USED_UP
    finding = felkod.read(LIMITED).findings[0]
    assert quota.render("note", lang="sv") == quota.render("note", "sv") == quota.note("sv") != quota.note()
    assert case.render("note", lang="sv") == case.note(lang="sv") != case.note()
    for text in (quota.message, quota.note, quota.remedy, quota.steps, quota.to_dict, case.message, finding.message):
        assert text(lang="sv") == text("sv") != text()
    assert finding.title(lang="sv") != finding.title()
    assert felkod.table(lang="sv") != felkod.table()


@pytest.mark.parametrize("figure", ["200", 1.5, None, -1, 2**64])
def test_a_figure_of_another_type_is_a_type_error_that_names_it(figure: object) -> None:
    with pytest.raises(TypeError, match=f"calls must be an int from 0 to .*, not {type(figure).__name__}"):
        Code.REST_DAILY_QUOTA_EXCEEDED.render("note", calls=figure)  # type: ignore[arg-type]


def test_the_largest_figure_is_written_to_the_last_digit() -> None:
    note = Code.REST_DAILY_QUOTA_EXCEEDED.render("note", calls=2**64 - 1)
    assert "18446744073709551615" in note.replace(",", "")


def test_the_figures_of_an_advice_are_those_of_rust_and_stand_in_the_remedies() -> None:
    unbounded = {advice for advice in Advice if advice.attempts is None and advice.longest_wait_seconds is None}
    assert unbounded == {advice for advice in Advice if advice.stops} | {
        Advice.REDUCE_REQUEST,
        Advice.TREAT_AS_ABSENT,
        Advice.ACCEPT,
    }
    assert {advice for advice in Advice if advice.stops} == {
        Advice.FIX_SETUP,
        Advice.FIX_REQUEST,
        Advice.CONTACT_SUPPORT,
    }
    assert Advice.BACKOFF.attempts == 4 and Advice.WAIT_FOR_QUEUE.longest_wait_seconds == 3_600


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="Python refuses by itself from 3.12 on")
def test_a_subinterpreter_gets_an_import_error_and_the_main_one_goes_on() -> None:
    program = textwrap.dedent("""
        import _xxsubinterpreters as interpreters
        import sys
        if sys.argv[1] == "main first":
            import felkod
        other = interpreters.create()
        try:
            interpreters.run_string(other, "import felkod")
        except interpreters.RunFailedError as error:
            print(error)
        import felkod
        report = felkod.read('{"success":false,"errors":[{"code":"606"}]}')
        print(report.findings[0].code is felkod.Code(606), report.advice)
    """)
    for order in ("main first", "other first"):
        done = subprocess.run(
            [sys.executable, "-c", program, order], capture_output=True, encoding="utf-8", check=True
        )
        refused, works = done.stdout.splitlines()
        assert "ImportError" in refused and "cannot be imported in a subinterpreter" in refused
        assert works == "True wait_for_rate_window"


class Custom(felkod.ThrottlingError):
    """A subclass with a signature and fields of its own."""

    attempt = 1

    def __init__(self, report: felkod.Report, tenant: str) -> None:
        super().__init__(report, lang="sv")
        self.tenant = tenant


def test_a_subclass_with_a_signature_of_its_own_keeps_its_fields_in_a_pickle() -> None:
    error = Custom(felkod.read(LIMITED), "acme")
    error.attempt = 2
    for again in (*(pickle.loads(pickle.dumps(error, p)) for p in range(6)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is Custom and (again.tenant, again.attempt, again.lang) == ("acme", 2, "sv")
        assert again.report == error.report and str(again) == str(error) and again.args == error.args
