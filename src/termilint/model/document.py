"""A document as readers give it: the source, and blocks of prose that know where they come from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from termilint.model.span import SourceSpan, TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from termilint.model.source import Source

OBJECT = "\ufffc"
"""Stands in a block's text for something that is not prose: inline code, an image, a formula."""


class BlockKind(Enum):
    """What a block is in its document."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    QUOTE = "quote"
    FRONT_MATTER = "front-matter"
    ATTRIBUTE = "attribute"
    UI_STRING = "ui-string"


class Segment(NamedTuple):
    """A piece of a block's text and the range of the source that it stands for.

    A verbatim segment has as many code points in the source as in the text and maps one to one.
    Any other (an entity, an escape) stands for its source range as a whole.
    """

    text_start: int
    text_end: int
    source_start: int
    source_end: int

    @property
    def verbatim(self) -> bool:
        """True if the segment maps one to one."""
        return self.text_end - self.text_start == self.source_end - self.source_start

    def source_offset(self, text_offset: int, *, end: bool) -> int:
        """The source offset of a text offset inside the segment."""
        if self.verbatim:
            return self.source_start + text_offset - self.text_start
        return self.source_end if end else self.source_start


@dataclass(frozen=True, slots=True)
class Block:
    """A run of prose whose sentences belong together.

    ``text`` is covered by ``segments`` without gaps, in order, in both text and source.
    ``location`` says in words where the block stands when lines do not (*dia 4, Tavoitteet*).
    ``headings`` are the texts of the headings above it, outermost first.
    """

    kind: BlockKind
    text: str
    segments: tuple[Segment, ...]
    location: str | None = None
    headings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        text_at, source_at = 0, 0
        for segment in self.segments:
            contiguous = segment.text_start == text_at and segment.source_start >= source_at
            if not contiguous or segment.text_end < segment.text_start:
                raise ValueError(f"segments do not cover the text in order at {text_at}: {segment}")
            text_at, source_at = segment.text_end, segment.source_end
        if text_at != len(self.text):
            raise ValueError(f"segments cover {text_at} of {len(self.text)} code points")

    def to_source(self, span: TextSpan) -> tuple[SourceSpan, ...]:
        """The source ranges of a text span, in order: more than one where markup cuts through it."""
        ranges: list[SourceSpan] = []
        at = max(bisect_right(self.segments, span.start, key=lambda s: s.text_start) - 1, 0)
        while at < len(self.segments) and self.segments[at].text_start < span.end:
            start, end = _overlap(self.segments[at], span)
            if ranges and ranges[-1].end == start:
                ranges[-1] = SourceSpan(ranges[-1].start, end)
            else:
                ranges.append(SourceSpan(start, end))
            at += 1
        return tuple(ranges)

    def is_verbatim(self, span: TextSpan) -> bool:
        """True if the span stands in the source as one unbroken run, one to one."""
        parts = self.to_source(span)
        return len(parts) == 1 and len(parts[0]) == len(span)


def _overlap(segment: Segment, span: TextSpan) -> tuple[int, int]:
    """The source range of the part of ``span`` that lies in ``segment``."""
    start = segment.source_offset(max(span.start, segment.text_start), end=False)
    end = segment.source_offset(min(span.end, segment.text_end), end=True)
    return start, end


class BlockBuilder:
    """Collects the pieces of a block in source order; :meth:`build` gives the finished block."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0

    def add(self, text: str, source_start: int, source_end: int) -> None:
        """Append ``text``, which stands for the given source range."""
        if not text:
            return
        end = self._length + len(text)
        last = self._segments[-1] if self._segments else None
        same_length = len(text) == source_end - source_start
        if last and last.verbatim and same_length and last.source_end == source_start:
            self._segments[-1] = Segment(last.text_start, end, last.source_start, source_end)
        else:
            self._segments.append(Segment(self._length, end, source_start, source_end))
        self._pieces.append(text)
        self._length = end

    @property
    def length(self) -> int:
        """Code points of text collected so far."""
        return self._length

    @property
    def has_prose(self) -> bool:
        """True if anything but white space and objects was added."""
        return any(piece.replace(OBJECT, "").strip() for piece in self._pieces)

    def build(self, kind: BlockKind, *, location: str | None = None, headings: Iterable[str] = ()) -> Block:
        """The block of everything added so far."""
        text = "".join(self._pieces)
        return Block(kind, text, tuple(self._segments), location, tuple(headings))


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of a source: its prose, block by block, in source order."""

    source: Source
    blocks: tuple[Block, ...]
