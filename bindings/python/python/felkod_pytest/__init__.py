"""The fixture of felkod for pytest. Nothing of felkod is imported before a test asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from felkod.simulator import Marketo

__all__ = ["felkod_marketo"]


def pytest_configure(config: pytest.Config) -> None:
    """Tells pytest the marker; pytest calls it."""
    config.addinivalue_line(
        "markers", "felkod_marketo(*options): the options of `felkod simulate` for the fixture felkod_marketo"
    )


@pytest.fixture(scope="session")
def _felkod_marketo_of_the_session() -> Iterator[Marketo]:
    from felkod.simulator import Marketo

    with Marketo() as marketo:
        yield marketo


@pytest.fixture
def felkod_marketo(request: pytest.FixtureRequest) -> Iterator[Marketo]:
    """A local Marketo on a free port, a felkod.simulator.Marketo; each test finds it as new.

    @pytest.mark.felkod_marketo("--rate", "5") gives a test one with options of `felkod simulate`.
    """
    marker = request.node.get_closest_marker("felkod_marketo")
    if marker is not None:
        from felkod.simulator import Marketo

        with Marketo(*marker.args) as marketo:
            yield marketo
        return
    shared: Marketo = request.getfixturevalue("_felkod_marketo_of_the_session")
    shared.reset()
    yield shared
    shared.reset()
