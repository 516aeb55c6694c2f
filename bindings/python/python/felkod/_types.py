"""What the functions of felkod take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import TypeAlias

    from _typeshed import SupportsItems
    from typing_extensions import Buffer

    Body: TypeAlias = str | Buffer
    Headers: TypeAlias = SupportsItems[str | bytes, object] | Iterable[Sequence[Any]]
else:
    # Python has no type for a buffer before 3.12. These stand for the two where annotations are evaluated, as by
    # typing.get_type_hints() and pydantic; felkod itself looks at what it is given.

    class _Anything:
        @classmethod
        def __get_pydantic_core_schema__(cls, source, handler):
            from pydantic_core import core_schema

            return core_schema.any_schema()

    class Body(_Anything):
        """The body of a response: str or a buffer of bytes."""

    class Headers(_Anything):
        """The headers of a response: a mapping or an iterable of pairs."""
