"""Half-open ranges of code points, typed by what they index so that the two cannot be mixed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import Self


class _Span:
    """Spans of one type are equal, and in order, by their start and end."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}–{end}")
        self.start: Final = start
        self.end: Final = end

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and (other.start, other.end) == (self.start, self.end)

    def __lt__(self, other: Self) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.start}, {self.end})"

    def __len__(self) -> int:
        return self.end - self.start

    def slice(self, text: str) -> str:
        """The part of ``text`` that the span covers."""
        return text[self.start : self.end]


class TextSpan(_Span):
    """A range of the extracted text of one block, in code points."""

    __slots__ = ()


class SourceSpan(_Span):
    """A range of the decoded text of a whole file, in code points; the BOM is never counted."""

    __slots__ = ()
