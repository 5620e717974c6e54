"""Offsets of a text as an editor counts them: lines from 0, and columns in units of an encoding.

A line ends at LF, CRLF or a lone CR and nowhere else, as the protocol says. (``str.splitlines``
knows more line ends.)
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lsprotocol.types import Position, PositionEncodingKind, Range

from termilint.model.source import Source
from termilint.model.span import SourceSpan

if TYPE_CHECKING:
    from collections.abc import Callable

    from lsprotocol.types import PositionEncodingKind as Encoding


def _utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


_UNITS: dict[str, Callable[[str], int]] = {
    PositionEncodingKind.Utf8: _utf8,
    PositionEncodingKind.Utf16: _utf16,
    PositionEncodingKind.Utf32: len,
}


class Positions:
    """Goes from code point offsets of one text to an editor's positions, and back.

    Offsets are counted from ``start`` on.
    """

    def __init__(self, text: str, encoding: Encoding | str, *, start: int = 0) -> None:
        self._text = text
        self._start = start
        self._units = _UNITS[encoding]

    def position(self, offset: int) -> Position:
        """The position of a code point offset; beyond the text, its end."""
        at = min(offset + self._start, len(self._text))
        line, column = self._lines.position(at)
        before = self._text[at - column + 1 : at]
        return Position(line - 1, len(before) if before.isascii() else self._units(before))

    def range(self, span: SourceSpan) -> Range:
        """The range of a span of code points."""
        return Range(self.position(span.start), self.position(span.end))

    def offset(self, position: Position) -> int:
        """The code point offset of a position.

        Beyond a line's end it is that end, beyond the text the text's end; within a character, its
        beginning.
        """
        if position.line >= self._lines.line_count:
            return len(self._text) - self._start
        line = self._lines.line_span(max(position.line, 0) + 1)
        at = line.start + self._column(line.slice(self._text), position.character)
        return max(at - self._start, 0)

    def span(self, wanted: Range) -> SourceSpan:
        """The code points of a range; one that ends before it begins is taken the other way round."""
        ends = sorted((self.offset(wanted.start), self.offset(wanted.end)))
        return SourceSpan(*ends)

    @cached_property
    def _lines(self) -> Source:
        return Source("", self._text)

    def _column(self, line: str, units: int) -> int:
        if units <= 0 or line.isascii():
            return min(max(units, 0), len(line))
        passed = 0
        for column, character in enumerate(line):
            passed += self._units(character)
            if passed > units:
                return column
        return len(line)
