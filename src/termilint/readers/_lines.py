"""Texts line by line, for formats whose structure is made of lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from termilint.model.document import Block, BlockBuilder, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_INDENT = re.compile(r"[ \t]*")


class Line(NamedTuple):
    """A line without its end: ``start`` and ``end`` are offsets into the source."""

    text: str
    start: int
    end: int

    @property
    def is_blank(self) -> bool:
        """True if it holds nothing but white space."""
        return not self.text or self.text.isspace()

    @property
    def indent(self) -> int:
        """How many blanks and tabs it begins with."""
        match = _INDENT.match(self.text)
        return match.end() if match else 0

    def cut(self, start: int, end: int | None = None) -> Line:
        """A part of the line, from and to offsets in it."""
        text = self.text[start:end]
        return Line(text, self.start + start, self.start + start + len(text))

    def stripped(self) -> Line:
        """The line without white space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, start + len(self.text.strip()))


def lines_of(text: str) -> Iterator[Line]:
    """The lines of a text; a text that ends with a line end has an empty last line."""
    for match in _LINE.finditer(text):
        yield Line(match[1], match.start(1), match.end(1))


def joined(lines: list[Line], *, apart: bool = False) -> Block:
    """Lines as one raw block with line feeds between them.

    With ``apart`` the line feeds stand for nothing in the source: what lies between is not theirs.
    """
    builder = BlockBuilder()
    for at, line in enumerate(lines):
        if at:
            before = lines[at - 1].end
            builder.add("\n", before, before if apart else line.start)
        builder.add(line.text, line.start, line.end)
    return builder.build(BlockKind.PARAGRAPH)
