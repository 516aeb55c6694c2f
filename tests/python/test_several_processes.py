"""Processes that share the limit of an instance through Redis, as the README tells."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from felkod.simulator import Marketo

pytestmark = pytest.mark.slow

CALLS, WINDOW, EACH = 20, 4, 30


@pytest.fixture
def store(tmp_path: Path) -> Iterator[str]:
    """A redis-server of its own, which keeps nothing and has no port."""
    socket = tmp_path / "redis"
    options = ["--port", "0", "--unixsocket", str(socket), "--save", "", "--appendonly", "no", "--dir", str(tmp_path)]
    with subprocess.Popen(["redis-server", *options], stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout is not None
        assert any("ready to accept connections" in line.lower() for line in server.stdout)
        yield f"redis+unix://{socket}"
        server.terminate()
        server.stdout.read()


@pytest.mark.felkod_marketo("--rate", str(CALLS), "--window", str(WINDOW))
def test_two_processes_together_stay_below_the_limit(felkod_marketo: Marketo, store: str) -> None:
    program = Path(__file__).with_name("shared_limit.py")
    command = [sys.executable, str(program), felkod_marketo.url, store, str(EACH)]
    processes = [subprocess.Popen([*command, name]) for name in ("one", "two")]
    assert [process.wait(timeout=120) for process in processes] == [0, 0]
    calls = [call for call in felkod_marketo.calls if call.path.startswith("/rest/")]
    assert len(calls) == 2 * EACH and {code for call in calls for code in call.codes} == set()
    busiest = max(sum(0 <= call.at - first.at < 1_000 * WINDOW for call in calls) for first in calls)
    assert CALLS / 2 < busiest <= CALLS, "they use what they have, and no more"
    assert calls[-1].at - calls[0].at >= 1_000 * WINDOW * (2 * EACH // CALLS - 1)
