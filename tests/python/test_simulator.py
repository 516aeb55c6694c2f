"""The local Marketo in the package, and its fixture for pytest."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

import felkod
from felkod import _clock
from felkod.simulator import Marketo

LEADS = "/rest/v1/leads.json"


def get(marketo: Marketo, path: str = LEADS, **headers: str) -> felkod.Report:
    request = urllib.request.Request(marketo.url + path, headers=headers)
    with urllib.request.urlopen(request) as response:
        return felkod.read(response.read(), status=response.status)


def numbers(*reports: felkod.Report) -> list[int | None]:
    return [report.findings[0].number if report.findings else None for report in reports]


def test_it_answers_as_it_is_told_in_order_and_then_as_marketo(felkod_marketo: Marketo) -> None:
    felkod_marketo.answer(felkod.Code(606), times=2)
    felkod_marketo.answer(felkod.Case.REST_EXPORT_QUEUE_FULL)
    assert numbers(get(felkod_marketo), get(felkod_marketo)) == [606, 606]
    felkod_marketo.answer("608", after=1, path=LEADS)
    third, fourth = get(felkod_marketo), get(felkod_marketo)
    assert third.findings[0].case is felkod.Case.REST_EXPORT_QUEUE_FULL
    assert numbers(fourth, get(felkod_marketo), get(felkod_marketo)) == [603, 608, 603], "there is no token"
    with pytest.raises(ValueError, match="9999"):
        felkod_marketo.answer(9_999)
    with pytest.raises(ValueError, match="colour"):
        felkod_marketo.answer(606, colour="red")


def test_each_test_finds_it_as_new(felkod_marketo: Marketo) -> None:
    assert felkod_marketo.total == 0 and felkod_marketo.calls == []
    felkod_marketo.answer(606, times=None)
    felkod_marketo.advance(7_200)
    assert numbers(get(felkod_marketo)) == [606]
    assert abs(felkod_marketo.time() - _clock.now() - 7_200) < 60
    felkod_marketo.reset()
    assert numbers(get(felkod_marketo)) == [603] and felkod_marketo.total == 1
    assert abs(felkod_marketo.time() - _clock.now()) < 60


def test_its_calls_tell_what_came(felkod_marketo: Marketo) -> None:
    get(felkod_marketo, **{"X-Felkod-Answer": "1029:queue_full"})
    (call,) = felkod_marketo.calls
    assert (call.number, call.method, call.path, call.status) == (1, "GET", LEADS, 200)
    assert (call.codes, call.applied, call.counted, call.rule) == (["1029:queue_full"], False, False, 0)


def test_it_plays_a_scenario(felkod_marketo: Marketo) -> None:
    felkod_marketo.play("rules: [{path: '/rest/*', every: 2, answer: 606}]")
    assert numbers(*(get(felkod_marketo) for _ in range(4))) == [603, 606, 603, 606]
    with pytest.raises(ValueError, match="line 1 column 8: expected sequence"):
        felkod_marketo.play("rules: 5")


@pytest.mark.felkod_marketo("--rate", "2")
def test_a_marker_gives_it_options(felkod_marketo: Marketo) -> None:
    with urllib.request.urlopen(
        felkod_marketo.url + "/identity/oauth/token?grant_type=client_credentials&client_id=a&client_secret=b"
    ) as response:
        token = json.loads(response.read())["access_token"]
    told = [get(felkod_marketo, "/rest/v1/activities/types.json", Authorization=f"Bearer {token}") for _ in range(3)]
    assert numbers(*told) == [None, None, 606]


def test_wrong_options_are_value_errors_that_name_them() -> None:
    with pytest.raises(ValueError, match="--colour"):
        Marketo("--colour", "red")
    with pytest.raises(ValueError, match="--rate"):
        Marketo("--rate", "many")
    with pytest.raises(OSError, match=r"missing\.yaml"):
        Marketo("--scenario", "missing.yaml")


def test_a_stopped_one_says_so_and_takes_no_calls() -> None:
    with Marketo() as marketo:
        url = marketo.url
        marketo.fast_forward()
    assert abs(_clock.now() - marketo_free_time()) < 60, "the time is the computer's again"
    with pytest.raises(OSError):
        urllib.request.urlopen(url + LEADS, timeout=5)
    with pytest.raises(RuntimeError, match="was stopped"):
        marketo.time()
    marketo.stop()


def marketo_free_time() -> float:
    import time

    return time.time()


def test_a_fast_clock_lets_waits_of_felkod_pass_at_once(felkod_marketo: Marketo) -> None:
    felkod_marketo.fast_forward()
    began = felkod_marketo.time()
    bodies = ['{"success": false, "errors": [{"code": "606"}]}'] * 5
    calls: list[int] = []

    def call() -> None:
        calls.append(len(calls))
        if bodies:
            felkod.raise_for_error(bodies.pop())

    felkod.RetryPolicy(jitter=False).run(call)
    assert len(calls) == 6 and felkod_marketo.time() - began >= 20 + 40 + 80 + 160 + 320


TESTS = """
import urllib.request

import pytest


@pytest.mark.parametrize("number", range(6))
def test_nobody_else_calls(felkod_marketo, number):
    for _ in range(20):
        urllib.request.urlopen(felkod_marketo.url + "/rest/v1/leads.json").close()
    assert felkod_marketo.total == 20
"""


def test_parallel_runs_have_one_each(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(TESTS, encoding="utf-8")
    command = [sys.executable, "-W", "error", "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider", "--strict-markers"]
    done = subprocess.run([*command, str(tmp_path)], capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0 and "6 passed" in done.stdout, done.stdout + done.stderr


def test_pytest_loads_nothing_of_felkod_before_a_test_asks_for_it(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(
        "import sys\ndef test_it():\n    assert 'felkod_pytest' in sys.modules and 'felkod' not in sys.modules\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0 and "1 passed" in done.stdout, done.stdout + done.stderr
