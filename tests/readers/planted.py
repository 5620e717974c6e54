"""Documents with planted words: what a reader must find, and exactly where."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from termilint.model.source import Source
from termilint.model.span import SourceSpan, TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from termilint.model.document import Document
    from termilint.readers.reader import Reader

WORD = "käsityö"
_WORD = re.compile(f"{WORD}|{unicodedata.normalize('NFD', WORD)}")
OPEN, CLOSE = "\ue000", "\ue001"


class Planted(NamedTuple):
    """A document's text and the ranges of the planted words in it."""

    text: str
    spans: list[SourceSpan]


def plant(written: str) -> str:
    """A word as written in markup, marked as one that must be found."""
    return f"{OPEN}{written}{CLOSE}"


def planted(marked: str) -> Planted:
    """``marked`` without its marks, and where they stood."""
    starts, pieces, spans = [], [], []
    at = 0
    for piece in re.split(f"([{OPEN}{CLOSE}])", marked):
        if piece == OPEN:
            starts.append(at)
        elif piece == CLOSE:
            spans.append(SourceSpan(starts.pop(), at))
        else:
            pieces.append(piece)
            at += len(piece)
    return Planted("".join(pieces), spans)


def found(reader: Reader, text: str) -> list[SourceSpan]:
    """The source ranges of the planted word in what ``reader`` takes for prose."""
    return found_in(reader.read(Source("x", text)))


def found_in(document: Document) -> list[SourceSpan]:
    """The source ranges of the planted word, however it is composed, in a document's blocks."""
    spans = (
        block.to_source(TextSpan(match.start(), match.end()))
        for block in document.blocks
        for match in _WORD.finditer(block.text)
    )
    return sorted(SourceSpan(parts[0].start, parts[-1].end) for parts in spans)


def prose(reader: Reader, text: str) -> list[str]:
    """The texts of a document's blocks."""
    return [block.text for block in reader.read(Source("x", text)).blocks]


def kinds(reader: Reader, text: str) -> list[tuple[str, str]]:
    """Kind and text of a document's blocks."""
    return [(block.kind.value, block.text) for block in reader.read(Source("x", text)).blocks]


def joined(parts: Iterable[str], line_end: str) -> str:
    """Parts as blocks of a document with blank lines between them."""
    return "\n\n".join(parts).replace("\n", line_end)
