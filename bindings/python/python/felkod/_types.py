"""What the functions of felkod take."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from _typeshed import SupportsItems

    Body: TypeAlias = bytes | bytearray | memoryview | str
    Headers: TypeAlias = SupportsItems[str | bytes, str | bytes] | Iterable[tuple[str | bytes, str | bytes]]
