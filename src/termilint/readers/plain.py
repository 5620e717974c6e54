"""Plain text: paragraphs, list items and headings as people type them without markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termilint.model.document import Block, BlockBuilder, BlockKind, Document
from termilint.readers._lines import Line, lines_of
from termilint.readers.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from termilint.model.source import Source

_BULLET = re.compile(r"[ \t]*+(?:[-*+•–—·‣▪◦]|\d{1,3}[.)](?![ \t]+\w+kuuta\b)|[A-Za-zÅÄÖåäö]\))[ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*+([-=_*~#.])(?:[ \t]*+\1){2,}+[ \t]*+\Z")
_CLOSED = re.compile(r"[.!?:;,…][\"'”’»)\]]*\Z")

_HEADING_LENGTH = 80
_BLOCK_LENGTH = 10_000
"""Code points after which a block is cut, so that no text costs more than its length."""


def read(source: Source) -> Document:
    """The paragraphs, list items and headings of a text, in order."""
    blocks: list[Block] = []
    headings: tuple[str, ...] = ()
    for kind, lines in _groups(source.text):
        if kind is BlockKind.HEADING:
            headings = ()
        blocks.extend(_blocks(kind, lines, headings))
        if kind is BlockKind.HEADING:
            headings = (lines[0].text.strip(),)
    return Document(source, tuple(blocks))


def _groups(text: str) -> Iterator[tuple[BlockKind, list[Line]]]:
    """Lines that belong together, with the kind of block they make."""
    for paragraph, is_last in _with_last(_paragraphs(text)):
        titles = 1 if _has_heading(paragraph, is_last=is_last) else 0
        if titles:
            yield BlockKind.HEADING, paragraph[:titles]
        yield from _items(paragraph[titles:])


def _with_last(paragraphs: Iterable[list[Line]]) -> Iterator[tuple[list[Line], bool]]:
    """Each paragraph, and whether it is the last one."""
    previous: list[Line] | None = None
    for paragraph in paragraphs:
        if previous:
            yield previous, False
        previous = paragraph
    if previous:
        yield previous, True


def _paragraphs(text: str) -> Iterator[list[Line]]:
    """Runs of lines between blank lines and drawn rules."""
    lines: list[Line] = []
    for line in lines_of(text):
        if not line.is_blank and not _RULE.match(line.text):
            lines.append(line)
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _items(lines: list[Line]) -> Iterator[tuple[BlockKind, list[Line]]]:
    """The list items among ``lines``, each with its continuation lines, and the text before them."""
    kind, group = BlockKind.PARAGRAPH, lines[:0]
    for line in lines:
        bullet = _BULLET.match(line.text)
        if bullet and (not group or _item_may_follow(kind, group[-1])):
            if group:
                yield kind, group
            at = bullet.end()
            kind = BlockKind.LIST_ITEM
            group = [Line(line.text[at:], line.start + at, line.end)]
        else:
            group.append(line)
    if group:
        yield kind, group


def _item_may_follow(kind: BlockKind, line: Line) -> bool:
    """False where a dash or number at a line's start may belong to a hard-wrapped sentence."""
    return kind is BlockKind.LIST_ITEM or bool(_CLOSED.search(line.text[-20:].rstrip()))


def _has_heading(paragraph: list[Line], *, is_last: bool) -> bool:
    """True if the first line stands as a title over the rest, or over the next paragraph."""
    text = paragraph[0].text.strip()
    if len(text) > _HEADING_LENGTH or _CLOSED.search(text) or _BULLET.match(paragraph[0].text):
        return False
    return _ends_early(text, paragraph[1:]) if len(paragraph) > 1 else not is_last


def _ends_early(text: str, rest: list[Line]) -> bool:
    """True if a line was ended on purpose: the next line's first word would still have fitted."""
    following = rest[0].text.strip()
    if _BULLET.match(rest[0].text) or not following[:1].isupper():
        return False
    width = max(len(line.text) for line in rest)
    return len(text) + 1 + len(following.split(None, 1)[0]) < min(width, _HEADING_LENGTH)


def _blocks(kind: BlockKind, lines: list[Line], headings: tuple[str, ...]) -> Iterator[Block]:
    """The block of ``lines``, or several where it would grow beyond any paragraph's length."""
    builder = BlockBuilder()
    for at, line in enumerate(lines):
        for start, end in _cuts(line.text):
            if builder.length + end - start > _BLOCK_LENGTH:
                yield builder.build(kind, headings=headings)
                builder = BlockBuilder()
            builder.add(line.text[start:end], line.start + start, line.start + end)
        if at + 1 < len(lines):
            builder.add("\n", line.end, lines[at + 1].start)
    if builder.has_prose:
        yield builder.build(kind, headings=headings)


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """``text`` in pieces of a bounded length, cut after white space where there is any."""
    start = 0
    while len(text) - start > _BLOCK_LENGTH:
        limit = start + _BLOCK_LENGTH
        end = max(text.rfind(stop, start, limit) + len(stop) for stop in (". ", "! ", "? "))
        if end <= start + 1:
            end = text.rfind(" ", start, limit) + 1 or limit
        yield start, max(end, start + 1)
        start = max(end, start + 1)
    yield start, len(text)


READER = Reader(
    "text", (".txt", ".text", ""), read, languages=("plaintext", "text", "mail", "gitcommit", "git-commit")
)
