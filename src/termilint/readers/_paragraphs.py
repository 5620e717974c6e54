"""Paragraphs of office documents while they are read, and the blocks that they become."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from termilint.model.document import OBJECT, Block, BlockBuilder, BlockKind
from termilint.model.location import Landmark, Location
from termilint.office.markup import escaped, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from termilint.office import markup

HEADING_SIGN = " › "

_BLOCK_LENGTH = 10_000
"""Code points after which a block is cut, so that no text costs more than its length."""

_SHOWN_HEADING = 60
_STOPS = (". ", "! ", "? ")


class Piece(NamedTuple):
    """Text and its place in the source; ``foreign`` if it is marked as another language."""

    text: str
    start: int
    end: int
    foreign: bool = False


class Tables:
    """The tables of a part, as a walk comes by their elements; a table may stand in a cell."""

    def __init__(self) -> None:
        self._number = 0
        self._open: list[list[int]] = []

    @property
    def cell(self) -> Landmark | None:
        """The innermost open cell by its table, row and column; None outside cells."""
        return Landmark("cell", tuple(self._open[-1])) if self._open and self._open[-1][2] else None

    def start(self, _: markup.Element) -> None:
        """A table begins; its number counts every table so far."""
        self._number += 1
        self._open.append([self._number, 0, 0])

    def end(self, *_: int) -> None:
        """The innermost table ends."""
        self._open.pop()

    def start_row(self, _: markup.Element) -> None:
        """A row of the innermost table begins."""
        if self._open:
            self._open[-1][1:] = self._open[-1][1] + 1, 0

    def start_cell(self, _: markup.Element) -> None:
        """A cell of the innermost row begins."""
        if self._open:
            self._open[-1][2] += 1


def described(
    element: markup.Element,
    story: Landmark | None = None,
    cell: Landmark | None = None,
    *,
    foreign: bool = False,
) -> Iterator[Paragraph]:
    """The texts that describe an image or a shape to those who cannot see it."""
    for name in ("title", "descr"):
        value = element.value(name)
        if value and value.raw.strip():
            paragraph = Paragraph(BlockKind.ATTRIBUTE, story=story, cell=cell)
            for text, start, end in pieces(value.raw):
                paragraph.add(text, value.start + start, value.start + end, foreign=foreign)
            yield paragraph


@dataclass(slots=True)
class Paragraph:
    """A paragraph as the file tells it.

    ``level`` is a heading's, 0 outermost. ``story`` is a text beside the body (a footnote), ``cell``
    a place in a table. A paragraph that knows its ``location`` and ``headings`` keeps them.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    story: Landmark | None = None
    cell: Landmark | None = None
    is_boxed: bool = False
    is_prose: bool = True
    location: Location | None = None
    headings: tuple[str, ...] = ()
    pieces: list[Piece] = field(default_factory=list)

    def add(self, text: str, start: int, end: int, *, foreign: bool = False) -> None:
        """Append text that stands for the given range of the source."""
        self.pieces.append(Piece(text, start, end, foreign))

    def add_object(self, start: int, end: int) -> None:
        """Append something that is not prose; several in a row are one."""
        last = self.pieces[-1] if self.pieces else None
        if last is None or last.text != OBJECT:
            self.pieces.append(Piece(OBJECT, start, end))

    @property
    def description(self) -> Landmark | None:
        """What the paragraph is if it describes something that is not text."""
        return Landmark("alt-text") if self.kind is BlockKind.ATTRIBUTE else None

    @property
    def text(self) -> str:
        """The text, also what is in another language, with white space folded."""
        return " ".join("".join(piece.text for piece in self.pieces).replace(OBJECT, "").split())


def blocks(paragraphs: Sequence[Paragraph]) -> tuple[Block, ...]:
    """The blocks of paragraphs in source order.

    Text marked as another language is not prose. If most of a document is marked so, its marks say
    what its author's program was set to, not what was written: then all is read.
    """
    ignores_languages = _is_mostly_foreign(paragraphs)
    outline = _Outline()
    found = []
    prose = (paragraph for paragraph in paragraphs if paragraph.pieces and paragraph.is_prose)
    for paragraph in sorted(prose, key=lambda paragraph: paragraph.pieces[0].start):
        headings, location = outline.place(paragraph)
        for builder in _builders(paragraph, ignores_languages=ignores_languages):
            if builder.has_prose:
                block = builder.build(
                    paragraph.kind, location=location, headings=headings, escape=escaped, joins_runs=True
                )
                found.append(block)
    return tuple(found)


def _is_mostly_foreign(paragraphs: Iterable[Paragraph]) -> bool:
    balance = 0
    for paragraph in paragraphs:
        for piece in paragraph.pieces:
            balance += len(piece.text) if piece.foreign else -len(piece.text)
    return balance > 0


class _Outline:
    """Gives each paragraph the headings above it and its location."""

    def __init__(self) -> None:
        self._path: list[tuple[int, str]] = []
        self._number = 0

    def place(self, paragraph: Paragraph) -> tuple[tuple[str, ...], Location]:
        """The headings above a paragraph, and where it stands."""
        if paragraph.location is not None:
            return paragraph.headings, paragraph.location
        text = paragraph.text
        if paragraph.story is not None or not text:
            return (), _given(paragraph.story, paragraph.description)
        if paragraph.level is not None:
            return self._heading(paragraph.level, text)
        return self._headings, _given(self._shown_path, self._spot(paragraph), paragraph.description)

    def _heading(self, level: int, text: str) -> tuple[tuple[str, ...], Location]:
        while self._path and self._path[-1][0] >= level:
            self._path.pop()
        above = self._headings
        self._path.append((level, text))
        self._number = 0
        return above, _given(self._shown_path, Landmark("heading"))

    def _spot(self, paragraph: Paragraph) -> Landmark | None:
        if paragraph.cell or paragraph.description:
            return paragraph.cell
        if paragraph.is_boxed:
            return Landmark("box")
        self._number += 1
        return Landmark("paragraph", (self._number,))

    @property
    def _headings(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._path)

    @property
    def _shown_path(self) -> str:
        return HEADING_SIGN.join(shown(text) for text in self._headings)


def _given(*steps: str | Landmark | None) -> Location:
    return tuple(step for step in steps if step)


def shown(heading: str) -> str:
    """A heading short enough for a location."""
    return heading if len(heading) <= _SHOWN_HEADING else heading[: _SHOWN_HEADING - 1].rstrip() + "…"


def locate_on_slide(
    paragraphs: Iterable[Paragraph], number: int, title: str, what: Landmark | None = None
) -> None:
    """Tell paragraphs where they are; the title itself has no title above it."""
    for paragraph in paragraphs:
        slide = Landmark("slide", (number,))
        paragraph.location = _given(slide, shown(title), what, paragraph.cell, paragraph.description)
        is_title = paragraph.kind is BlockKind.HEADING
        paragraph.headings = (title,) if title and not is_title else ()


def _builders(paragraph: Paragraph, *, ignores_languages: bool) -> Iterator[BlockBuilder]:
    """The paragraph's text, in several builders if it is longer than any paragraph that people write."""
    builder = BlockBuilder()
    for piece in paragraph.pieces:
        if piece.foreign and not ignores_languages:
            builder.add(OBJECT, piece.start, piece.end)
            continue
        for start, end in _cuts(piece.text):
            if builder.length + end - start > _BLOCK_LENGTH:
                yield builder
                builder = BlockBuilder()
            _add(builder, piece, start, end)
    yield builder


def _add(builder: BlockBuilder, piece: Piece, start: int, end: int) -> None:
    if end - start == len(piece.text):
        builder.add(*piece[:3])
    else:
        builder.add(piece.text[start:end], piece.start + start, piece.start + end)


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """``text`` in pieces of a bounded length, cut after sentences or words where there are any."""
    start = 0
    while len(text) - start > _BLOCK_LENGTH:
        limit = start + _BLOCK_LENGTH
        end = max(text.rfind(stop, start, limit) + len(stop) for stop in _STOPS)
        if end <= start + 2:
            end = text.rfind(" ", start, limit) + 1 or limit
        yield start, max(end, start + 1)
        start = max(end, start + 1)
    yield start, len(text)
