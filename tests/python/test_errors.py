"""Raising: responses as exceptions, and what of them goes to a log."""

from __future__ import annotations

import copy
import logging
import math
import pickle
from email.utils import formatdate

import pytest
from conftest import records, rest, soap

import felkod
import felkod.logging
from felkod import Advice, Api, Category, Code, MarketoError, Outcome, Resets, Retry
from felkod._errors import CLASSES

SECRET = "anna@example.com"


def body_of(code: Code, text: str = "") -> bytes:
    if code.api is Api.SOAP:
        return soap(code, text)
    if code.api is Api.REST:
        return rest((code, text))
    return f'{{"error_code":"{code}","message":"{text}"}}'.encode()


def test_every_category_that_is_a_failure_has_a_class() -> None:
    meanings = [*Code, *(case for code in Code for case in code.cases)]
    failures = {meaning.category for meaning in meanings if meaning.advice is not Advice.ACCEPT}
    assert failures <= set(CLASSES), f"no class for {failures - set(CLASSES)}"
    for error in CLASSES.values():
        assert getattr(felkod, error.__name__) is error and issubclass(error, MarketoError)
        (category,) = (category for category in Category if CLASSES.get(category) is error)
        assert f"{category.name}: {error.__doc__}" in " ".join((Category.__doc__ or "").split()), error


def test_every_code_raises_the_class_of_its_category() -> None:
    for code in Code:
        report = felkod.read(body_of(code))
        if report.ok:
            assert code.advice is Advice.ACCEPT
            assert felkod.raise_for_error(body_of(code)) == report
            continue
        with pytest.raises(MarketoError) as caught:
            felkod.raise_for_error(body_of(code), lang="sv")
        error = caught.value
        assert error.finding is not None and error.finding.code is code
        assert error.category is not None and isinstance(error, CLASSES[error.category]), code
        assert type(error).__name__ == CLASSES[error.category].__name__
        assert isinstance(error, felkod.TransientError) is (error.retry is not Retry.NO), code
        assert isinstance(error, felkod.PermanentError) is (error.retry is Retry.NO), code
        for column in ("category", "advice", "retry"):
            assert getattr(error, column) is getattr(error.finding, column), (code, column)
        meaning = error.finding.case or code
        assert str(error) == error.finding.title("sv")
        assert str(error).endswith(f" {code} · {meaning.message('sv')}")
        assert error.report == report


def test_the_strictest_finding_decides() -> None:
    with pytest.raises(felkod.PermissionDeniedError) as caught:
        felkod.raise_for_error(rest((606, ""), (603, ""), (9999, "")))
    assert caught.value.finding is caught.value.report.findings[1]
    assert caught.value.advice is caught.value.report.advice is Advice.FIX_SETUP


def test_an_error_without_a_known_code_is_a_marketo_error() -> None:
    for body, text in [
        (rest((9999, SECRET)), "9999 · Unknown code"),
        (rest((SECRET, SECRET)), "Unknown code"),
        (b'{"success":false,"errors":[{"message":"x"}]}', "No code"),
        (b'{"success":false}', "error"),
    ]:
        with pytest.raises(MarketoError) as caught:
            felkod.raise_for_error(body)
        assert type(caught.value) is MarketoError
        assert str(caught.value) == text
        error = caught.value
        assert {error.category, error.advice, error.retry, error.retry_after} == {None}


def test_a_body_that_is_not_a_response_of_marketos_is_an_error_of_its_own() -> None:
    for body in (b"", b"<html>log in</html>", b'{"requestId":"a#1","success":true,"result":[{"id"'):
        with pytest.raises(felkod.UnrecognizedError) as caught:
            felkod.raise_for_error(body, status=200)
        assert caught.value.report.outcome is Outcome.UNRECOGNIZED


def test_a_call_that_went_through_raises_only_when_asked() -> None:
    body = records((1004, "Lead not found"), (1006, "Field 'x' not found"))
    assert felkod.raise_for_error(body).outcome is Outcome.PARTIAL
    with pytest.raises(felkod.InvalidRequestError) as caught:
        felkod.raise_for_error(body, partial=True)
    assert caught.value.finding is not None and caught.value.finding.record == 2
    assert felkod.raise_for_error(b'{"success":true}', partial=True).ok


def test_the_text_of_an_error_and_its_log_fields_have_no_personal_data() -> None:
    texts = [
        SECRET,
        f"Field '{SECRET}' not found",
        f"No lead found with EMAIL = {SECRET}",
        f"{SECRET} cannot be blank",
    ]
    bodies = [body_of(code, text) for code in Code for text in texts] + [
        rest((SECRET, SECRET)),
        rest((9999, SECRET)),
    ]
    for body in bodies:
        for lang in ("en", "sv"):
            error = felkod.error_of(felkod.read(body, headers={"X-Request-Id": SECRET}), lang=lang)
            if error is not None:
                shown = f"{error}{error!r}{error.args}{felkod.logging.extra(error)}"
                assert SECRET not in shown and "\n" not in str(error) and len(str(error)) < 160, shown


def test_retry_after_is_the_rate_window() -> None:
    given = felkod.error_of(felkod.read(rest((606, "Max rate limit '50' exceeded with in '7' secs"))))
    assert given is not None and given.retry_after == 7
    for code in Code:
        if code.advice is Advice.WAIT_FOR_RATE_WINDOW:
            error = felkod.error_of(felkod.read(body_of(code)))
            assert error is not None
            assert error.retry_after == next(
                (limit.per_seconds for limit in code.limits if limit.per_seconds), None
            )


@pytest.mark.parametrize(("hour", "hours"), [(0, 6), (5.75, 0.25), (6, 24), (6.5, 23.5), (23, 7)])
def test_retry_after_of_a_daily_quota_is_the_time_to_its_reset(hour: float, hours: float) -> None:
    quotas = [code for code in Code if code.advice is Advice.WAIT_FOR_QUOTA_RESET]
    assert Code.REST_DAILY_QUOTA_EXCEEDED in quotas
    for code in quotas:
        wait = felkod.read(body_of(code)).retry_after(20_000 * 86_400 + hour * 3_600)
        known = any(limit.resets is Resets.MIDNIGHT_CST for limit in code.limits)
        assert wait == (hours * 3_600 if known else None), code


def test_the_servers_retry_after_goes_first() -> None:
    body = rest((606, ""))
    pairs = [("Date", "x"), ("retry-after", " 7 ")]
    raw = [(name.encode(), value.encode()) for name, value in pairs]
    for headers in (pairs, dict(pairs), raw, iter(pairs), [list(pair) for pair in pairs], {"Retry-After": 7}):
        assert felkod.read(body, headers=headers).retry_after() == 7, headers
    with pytest.raises(MarketoError) as caught:
        felkod.raise_for_error(body, headers=iter(pairs))
    assert caught.value.retry_after == 7
    for value in ("soon", "-7", "1e3", "", "²", "Mon, 99 Foo 2026 00:00:00 GMT"):
        assert felkod.read(body, headers={"Retry-After": value}).retry_after() == 20, value
    now = 1_800_000_000
    date = {"Retry-After": formatdate(now + 3_600, usegmt=True)}
    assert felkod.read(body, headers=date).retry_after(now) == 3_600
    assert felkod.read(body, headers=date).retry_after(now + 7_200) == 0
    for value in ("31536000", "9" * 320):
        wait = felkod.read(body, headers={"Retry-After": value}).retry_after()
        assert wait is not None and math.isfinite(wait)


def test_what_is_not_to_be_repeated_has_no_retry_after() -> None:
    for code in Code:
        error = felkod.error_of(felkod.read(body_of(code), headers={"Retry-After": "7"}))
        if error is not None:
            assert error.retry_after == (None if error.retry is Retry.NO else 7), code


def test_an_error_can_be_pickled_and_copied() -> None:
    for code in Code:
        error = felkod.error_of(felkod.read(body_of(code, SECRET)), lang="sv")
        if error is None:
            continue
        for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
            assert type(again) is type(error) and str(again) == str(error)
            assert (again.report, again.lang) == (error.report, "sv")
            assert again.retry_after == error.retry_after


def test_log_fields_follow_opentelemetry(caplog: pytest.LogCaptureFixture) -> None:
    error = felkod.error_of(felkod.read(rest((606, "Max rate limit '50' exceeded with in '20' secs"))))
    assert error is not None
    fields = {
        "error.type": "rest_rate_limit_exceeded",
        "marketo.code": 606,
        "marketo.category": "throttling",
        "marketo.advice": "wait_for_rate_window",
        "marketo.retry": "yes",
        "marketo.outcome": "error",
        "marketo.request_id": "e42b#14272d07d78",
    }
    assert felkod.logging.extra(error) == felkod.logging.extra(error.report) == fields
    logging.getLogger("etl").error("no leads: %s", error, extra=felkod.logging.extra(error))
    (record,) = caplog.records
    assert {name: vars(record)[name] for name in fields} == fields
    assert record.getMessage() == "no leads: REST 606 · Rate limit exceeded"


def test_log_fields_tell_a_record_an_unknown_code_and_a_success() -> None:
    finding = felkod.read(records((1006, "Field 'x' not found"))).findings[0]
    extra = felkod.logging.extra(finding)
    assert (extra["error.type"], extra["marketo.record"]) == ("rest_field_not_found", 1)
    unknown = felkod.logging.extra(felkod.read(rest((9999, ""))))
    assert (unknown["error.type"], unknown["marketo.code"]) == ("_OTHER", 9999)
    assert felkod.logging.extra(felkod.read(b'{"success":true}')) == {"marketo.outcome": "success"}
    assert felkod.logging.extra(felkod.read(b"")) == {
        "marketo.outcome": "unrecognized",
        "error.type": "_OTHER",
        "marketo.retry": "if_idempotent",
    }
    status = felkod.logging.extra(felkod.read(b"", status=520))
    assert (status["error.type"], status["marketo.code"]) == ("520", 520)
    with pytest.raises(TypeError, match="source must be .*, not str"):
        felkod.logging.extra("REST 606")  # type: ignore[arg-type]


def test_no_class_hides_a_builtin() -> None:
    import builtins

    assert [name for name in felkod.__all__ if hasattr(builtins, name)] == []
    assert Category.TIMEOUT in CLASSES
