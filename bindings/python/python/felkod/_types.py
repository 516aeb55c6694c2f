"""What the functions of felkod take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from typing import TypeAlias

    from _typeshed import SupportsItems
    from typing_extensions import Buffer

    Body: TypeAlias = str | Buffer
    Headers: TypeAlias = SupportsItems[str | bytes, object] | Iterable[Sequence[Any]]
    Names: TypeAlias = Mapping[str, Iterable[str]] | str
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

    class Names(_Anything):
        """Names to hide and to keep: a mapping to lists of names, or a text in TOML."""


class _Stream(Protocol):
    """What has Arrow's interface for a stream: a column of several chunks, a table."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...


class _Array(Protocol):
    """What has Arrow's interface for an array: a column."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...


Column = _Stream | _Array
"""What has Arrow's interface: columns and tables of pyarrow, polars, DuckDB and pandas."""


class Logger(Protocol):
    """What felkod logs with: logging.Logger, logging.LoggerAdapter, or anything that logs as they do."""

    def log(self, level: int, msg: str, /, *args: object, extra: Mapping[str, object] | None = None) -> object:
        """Logs a line with fields."""


@dataclass(frozen=True)
class Limits:
    """The bounds of a reading. What lies beyond them is not read, and the remarks of the report say so.

    Attributes:
        bytes: How many bytes of a body are read; 64 MiB.
        findings: How many findings, warnings and counts are kept, each; 10,000.
        depth: How deep XML elements may be nested; 64.

    Raises:
        TypeError: One of them is not an int.
        ValueError: One of them is negative.

    Example:
        >>> import felkod
        >>> felkod.read(b'{"success": true}', limits=felkod.Limits(bytes=10)).remarks
        (<Remark.TOO_LARGE: 'too_large'>,)
    """

    bytes: int = 64 << 20
    findings: int = 10_000
    depth: int = 64

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if not isinstance(value, int):
                raise TypeError(f"{field.name} must be int, not {type(value).__qualname__}")
            if value < 0:
                raise ValueError(f"{field.name} must not be negative, but is {value}")


Limits.__module__ = "felkod"
