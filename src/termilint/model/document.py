"""A document as readers give it: the source, and blocks of prose that know where they come from."""

from __future__ import annotations

from bisect import bisect_right
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from termilint.model.fix import Edit
from termilint.model.record import Record
from termilint.model.span import SourceSpan, TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Protocol

    from termilint.model.location import Location
    from termilint.model.source import Source

    class Escape(Protocol):
        """How new text is written into a source. Raises ValueError for text that cannot stand there."""

        def __call__(self, text: str, /) -> str:
            """``text`` with the escapes that its place asks for."""


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


def as_is(text: str) -> str:
    """The escape of formats without any."""
    return text


def read_only(_: str) -> str:
    """The escape of text that cannot be changed where it stands."""
    raise ValueError("this text cannot be changed here")


class Block(Record):
    """A run of prose whose sentences belong together.

    ``text`` is covered by ``segments`` without gaps, in order, in both text and source.
    ``location`` says where the block stands when lines do not (slide 4, *Tavoitteet*), or gives
    the key of a user interface string (*nav.title*).
    ``headings`` are the texts of the headings above it, outermost first.
    ``escape`` is how new text is written here: ask :meth:`escaped`.
    ``joins_runs`` says that markup between segments only divides the text into runs, as in Office
    files: new text may then stand in the first run alone. ``lines`` are locations that hold from
    an offset of the text on, where a block has several.
    """

    __slots__ = ("escape", "headings", "joins_runs", "kind", "lines", "location", "segments", "text")

    def __init__(
        self,
        kind: BlockKind,
        text: str,
        segments: tuple[Segment, ...],
        location: Location = (),
        *,
        headings: tuple[str, ...] = (),
        escape: Escape = as_is,
        joins_runs: bool = False,
        lines: tuple[tuple[int, Location], ...] = (),
    ) -> None:
        _check_cover(segments, len(text))
        self.kind: Final = kind
        self.text: Final = text
        self.segments: Final = segments
        self.location: Final = location
        self.headings: Final = headings
        self.escape: Final = escape
        self.joins_runs: Final = joins_runs
        self.lines: Final = lines

    def changed(self, **fields: Any) -> Block:
        """The same block but for ``fields``."""
        return Block(**{name: getattr(self, name) for name in self.__slots__} | fields)

    def parts(self, span: TextSpan) -> Iterator[tuple[int, int, Segment]]:
        """The parts of a text span, one a segment: start and end in the text, and the segment."""
        at = max(bisect_right(self.segments, span.start, key=lambda s: s.text_start) - 1, 0)
        while at < len(self.segments) and self.segments[at].text_start < span.end:
            segment = self.segments[at]
            yield max(span.start, segment.text_start), min(span.end, segment.text_end), segment
            at += 1

    def to_source(self, span: TextSpan) -> tuple[SourceSpan, ...]:
        """The source ranges of a text span, in order: more than one where markup cuts through it."""
        ranges: list[SourceSpan] = []
        for text_start, text_end, segment in self.parts(span):
            start = segment.source_offset(text_start, end=False)
            end = segment.source_offset(text_end, end=True)
            if ranges and ranges[-1].end == start:
                ranges[-1] = SourceSpan(ranges[-1].start, end)
            else:
                ranges.append(SourceSpan(start, end))
        return tuple(ranges)

    def escaped(self, text: str) -> str:
        """``text`` as it must be written into the source to be read as ``text`` in this block.

        Raises ValueError if the format cannot hold it here.
        """
        return self.escape(text)

    def edits(self, span: TextSpan, text: str) -> tuple[Edit, ...] | None:
        """Edits that make ``span`` read ``text``, in source order, or None if markup forbids it.

        Where runs divide the span, its first run gets the text, with its formatting, and the others
        lose their piece of the span. Raises ValueError if the format cannot hold ``text`` here.
        """
        parts = self.to_source(span)
        if not parts or not self._is_text_alone(span) or (len(parts) > 1 and not self.joins_runs):
            return None
        if self.joins_runs and not next(self.parts(span))[2].verbatim:
            return None
        first, *rest = parts
        return (Edit(first, self.escaped(text)), *(Edit(part, "") for part in rest))

    def location_at(self, offset: int) -> Location:
        """Where a place of the text stands: the line of a PDF, else the block's location."""
        at = bisect_right(self.lines, offset, key=lambda line: line[0]) - 1
        return self.lines[at][1] if at >= 0 else self.location

    def _is_text_alone(self, span: TextSpan) -> bool:
        """True if all that stands for the span is letters, as they are or as whole escapes.

        White space that is not verbatim may stand for a line's markup or a comment.
        """
        for start, end, segment in self.parts(span):
            is_whole = end - start == segment.text_end - segment.text_start
            text = self.text[start:end]
            if not segment.verbatim and (not is_whole or text.isspace() or OBJECT in text):
                return False
        return True

    def is_verbatim(self, span: TextSpan) -> bool:
        """True if the span stands in the source as one unbroken run, one to one."""
        parts = self.to_source(span)
        return len(parts) == 1 and len(parts[0]) == len(span)


def _check_cover(segments: tuple[Segment, ...], length: int) -> None:
    text_at, source_at = 0, 0
    for segment in segments:
        contiguous = segment.text_start == text_at and segment.source_start >= source_at
        if not contiguous or segment.text_end < segment.text_start:
            raise ValueError(f"segments do not cover the text in order at {text_at}: {segment}")
        text_at, source_at = segment.text_end, segment.source_end
    if text_at != length:
        raise ValueError(f"segments cover {text_at} of {length} code points")


class BlockBuilder:
    """Collects the pieces of a block in source order; :meth:`build` gives the finished block."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0
        self._verbatim_until = -1

    def add(self, text: str, source_start: int, source_end: int) -> None:
        """Append ``text``, which stands for the given source range."""
        if not text:
            return
        start = self._length
        self._length = end = start + len(text)
        self._pieces.append(text)
        is_verbatim = end - start == source_end - source_start
        if is_verbatim and source_start == self._verbatim_until:
            last = self._segments[-1]
            self._segments[-1] = Segment(last.text_start, end, last.source_start, source_end)
        else:
            self._segments.append(Segment(start, end, source_start, source_end))
        self._verbatim_until = source_end if is_verbatim else -1

    @property
    def length(self) -> int:
        """Code points of text collected so far."""
        return self._length

    @property
    def text(self) -> str:
        """The text collected so far."""
        return "".join(self._pieces)

    @property
    def has_prose(self) -> bool:
        """True if anything but white space and objects was added."""
        return any(piece.replace(OBJECT, "").strip() for piece in self._pieces)

    def build(
        self,
        kind: BlockKind,
        *,
        location: Location = (),
        headings: Iterable[str] = (),
        escape: Escape = as_is,
        joins_runs: bool = False,
    ) -> Block:
        """The block of everything added so far."""
        segments = tuple(self._segments)
        return Block(
            kind,
            self.text,
            segments,
            location,
            headings=tuple(headings),
            escape=escape,
            joins_runs=joins_runs,
        )


class Comment(NamedTuple):
    """A comment of the source: ``span`` covers its marks too, ``text`` is what stands between them."""

    span: SourceSpan
    text: str


class Document(NamedTuple):
    """What a reader makes of a source: its prose, block by block, in source order.

    ``comments`` are those of the format, in source order; a format without any has none.
    """

    source: Source
    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
