"""Half-open ranges of code points, typed by what they index so that the two cannot be mixed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class _Span:
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

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
