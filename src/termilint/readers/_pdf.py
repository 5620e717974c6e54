"""PDF: the text of each page in reading order, with page and line. Read only; needs the extra ``pdf``.

A PDF knows lines, not paragraphs: these are guessed from type size, gaps and where a line begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

from termilint.errors import FormatError, ReadError
from termilint.model.document import BlockBuilder, BlockKind, Document, read_only
from termilint.model.location import Landmark, Location
from termilint.model.source import Source
from termilint.office.archive import encrypted
from termilint.office.package import wrong_format
from termilint.readers.reader import missing_extra

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termilint.model.document import Block
    from termilint.model.span import SourceSpan

MAX_PAGES = 5_000
MAX_CHARACTERS = 20_000_000

PAGE_END = "\f"
"""Stands between pages in a source's text."""

_LINE_END_HYPHEN = "\ufffe"
"""PDFium's sign for a hyphen at a line's end; the line end after it is left out."""

_HEADER_LENGTH = 1_024
_BULLET = re.compile(r"\s*(?:[•●▪◦■‣·\ue000-\uf8ff]|[-–—*]|\d{1,3}[.)]|[a-zåäö]\))\s+(?=\S)")
_SURE_BULLET = re.compile(r"\s*[•●▪◦■‣·\ue000-\uf8ff]\s+(?=\S)")
_CLOSED = re.compile(r"[.!?:;][\"”’»)\]]*\s*\Z")
_HEADING_LENGTH = 120
_BLOCK_LENGTH = 10_000
_SAME_SIZE = 0.1
_HEADING_SIZE = 1.12
_PARAGRAPH_GAP = 1.25
_REACH = 200


class Line(NamedTuple):
    """A line of a page: its place in the source's text, and how it is set, in points.

    ``bottom`` is the height of its first letter over the page's foot. Both are 0 if PDFium cannot
    tell them.
    """

    page: int
    number: int
    start: int
    end: int
    size: float
    bottom: float

    @property
    def location(self) -> Location:
        """Page and line."""
        return Landmark("page", (self.page,)), Landmark("line", (self.number,))


@dataclass(frozen=True, slots=True)
class PdfPackage:
    """A PDF: its bytes, and the lines of its text."""

    name: str
    data: bytes
    text: str
    lines: tuple[Line, ...]

    def to_bytes(self, text: str) -> bytes:
        """The file as it is. Raises FormatError for a changed text."""
        if text != self.text:
            raise FormatError(
                "PDF files are only read.",
                where=self.name,
                hint="Fix the document that it was made from.",
                reason="read-only-format",
                details=("PDF",),
            )
        return self.data

    def excerpt(self, text: str, span: SourceSpan) -> tuple[str, str, str]:
        """The lines around a span as one, on its page."""
        before = text[max(0, span.start - _REACH) : span.start].rpartition(PAGE_END)[2]
        after = text[span.end : span.end + _REACH].partition(PAGE_END)[0]
        return before.replace("\n", " "), span.slice(text).replace("\n", " "), after.replace("\n", " ")


def open_pdf(name: str, data: bytes) -> Source:
    """The source of a PDF: the text of its pages. Raises :class:`ReadError`."""
    if b"%PDF-" not in data[:_HEADER_LENGTH]:
        raise wrong_format(name, ".pdf")
    try:
        import pypdfium2
    except ImportError:
        raise missing_extra(Source(name, ""), "pdf") from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(name, str(error)) from None
    try:
        text, lines = _pages(name, document)
    finally:
        document.close()
    return Source(name, text, package=PdfPackage(name, data, text, lines))


def _unreadable(name: str, error: str) -> ReadError:
    if "password" in error.lower():
        return encrypted(name)
    return ReadError(
        "the PDF is damaged.",
        where=name,
        hint="Make it again from the document that it comes from.",
        reason="broken-package",
        details=("PDF",),
    )


def _pages(name: str, document: Any) -> tuple[str, tuple[Line, ...]]:
    """The text of all pages, and its lines."""
    if len(document) > MAX_PAGES:
        raise _too_large(name, f"{len(document)} pages")
    texts: list[str] = []
    lines: list[Line] = []
    length = 0
    for index in range(len(document)):
        text, found = _page(name, document, index)
        lines += (_moved(line, length) for line in found)
        texts.append(text)
        length += len(text) + len(PAGE_END)
        if length > MAX_CHARACTERS:
            raise _too_large(name, "too much text")
    if texts and not lines:
        raise ReadError(
            "the PDF has no text, only pictures of it.",
            where=name,
            hint="Recognise its text first (OCR).",
            reason="no-text",
        )
    return PAGE_END.join(texts), tuple(lines)


def _moved(line: Line, shift: int) -> Line:
    """``line`` that much further in the source's text."""
    return line._replace(start=line.start + shift, end=line.end + shift)


def _too_large(name: str, what: str) -> ReadError:
    return ReadError(
        f"the file is refused: it has {what}.", where=name, reason="package-limits", details=(what,)
    )


def _page(name: str, document: Any, index: int) -> tuple[str, list[Line]]:
    """The text of a page with its lines ended by line feeds, and the lines that are not blank."""
    import pypdfium2

    try:
        page = document[index]
        characters = page.get_textpage()
        raw = characters.get_text_range()
    except pypdfium2.PdfiumError:
        raise _unreadable(name, f"page {index + 1}") from None
    pieces: list[str] = []
    lines: list[Line] = []
    at = 0
    for match in re.finditer(rf"([^\r\n{_LINE_END_HYPHEN}]*)(\r\n|\r|\n|{_LINE_END_HYPHEN}|\Z)", raw):
        is_cut = match[2] == _LINE_END_HYPHEN
        text = match[1].replace(PAGE_END, " ").replace("\0", " ") + "-" * is_cut
        if text.strip():
            size, bottom = _setting(characters, match.start(), raw)
            lines.append(Line(index + 1, len(lines) + 1, at, at + len(text), size, bottom))
        pieces.append(text)
        at += len(text) + 1
    characters.close()
    page.close()
    return "\n".join(pieces), lines


def _setting(characters: Any, index: int, raw: str) -> tuple[float, float]:
    """Type size and height of the character at an index; 0 where PDFium counts otherwise than the text."""
    from pypdfium2 import raw as pdfium

    while index < len(raw) and raw[index] == " ":
        index += 1
    if index >= len(raw) or pdfium.FPDFText_GetUnicode(characters, index) != ord(raw[index]):
        return 0.0, 0.0
    origin = pdfium.c_double(), pdfium.c_double()
    size = pdfium.FPDFText_GetFontSize(characters, index)
    if not pdfium.FPDFText_GetCharOrigin(characters, index, *origin):
        return 0.0, 0.0
    return float(size), float(origin[1].value)


def read(source: Source) -> Document:
    """The paragraphs of a PDF, page by page."""
    package = source.package
    if not isinstance(package, PdfPackage):
        return Document(source, ())
    sizes = [line.size for line in package.lines if line.size]
    outline = _Outline(source.text, median(sizes) if sizes else 0.0)
    return Document(source, tuple(outline.block(lines) for lines in _paragraphs(source.text, package.lines)))


def _paragraphs(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that belong together."""
    gaps = [a.bottom - b.bottom for a, b in pairwise(lines) if _follows(a, b)]
    usual = median(gaps) if gaps else 0.0
    together: list[Line] = []
    length = 0
    for line in lines:
        if together and (length > _BLOCK_LENGTH or _begins(text, together[-1], line, usual)):
            yield together
            together, length = [], 0
        together.append(line)
        length += line.end - line.start
    if together:
        yield together


def _follows(line: Line, following: Line) -> bool:
    return line.page == following.page and line.bottom > following.bottom > 0


def _begins(text: str, last: Line, line: Line, usual_gap: float) -> bool:
    """True if a paragraph begins with ``line``. A sentence may go on in the next column."""
    if line.page != last.page or _SURE_BULLET.match(text, line.start, line.end):
        return True
    if _BULLET.match(text, line.start, line.end) and _CLOSED.search(text[last.start : last.end]):
        return True
    is_known = last.size and line.size
    if is_known and abs(last.size - line.size) > _SAME_SIZE * last.size:
        return True
    gap = last.bottom - line.bottom
    if is_known and gap <= 0:
        return bool(_CLOSED.search(text[last.start : last.end]))
    return bool(is_known and usual_gap and gap > _PARAGRAPH_GAP * max(usual_gap, last.size))


class _Outline:
    """Makes blocks, and remembers the headings above them by the size of their type."""

    def __init__(self, text: str, body_size: float) -> None:
        self._text = text
        self._body_size = body_size
        self._path: list[tuple[float, str]] = []

    def block(self, lines: Sequence[Line]) -> Block:
        """The block of lines that belong together."""
        builder = BlockBuilder()
        places: list[tuple[int, Location]] = []
        for line, following in zip(lines, [*lines[1:], None], strict=True):
            start = line.start
            if line is lines[0] and (bullet := _BULLET.match(self._text, line.start, line.end)):
                start = bullet.end()
            places.append((builder.length, line.location))
            builder.add(self._text[start : line.end], start, line.end)
            if following:
                builder.add("\n", line.end, following.start)
        kind = self._kind(lines, builder)
        headings = self._headings(lines[0].size) if kind is BlockKind.HEADING else self._above
        block = builder.build(kind, location=places[0][1], headings=headings, escape=read_only)
        if kind is BlockKind.HEADING:
            self._path.append((lines[0].size, " ".join(block.text.split())))
        return block.changed(lines=tuple(places))

    def _kind(self, lines: Sequence[Line], builder: BlockBuilder) -> BlockKind:
        if _BULLET.match(self._text, lines[0].start, lines[0].end):
            return BlockKind.LIST_ITEM
        is_large = self._body_size and lines[0].size > _HEADING_SIZE * self._body_size
        return BlockKind.HEADING if is_large and builder.length <= _HEADING_LENGTH else BlockKind.PARAGRAPH

    def _headings(self, size: float) -> tuple[str, ...]:
        """The headings above one of the given size, which ends those that are no larger."""
        while self._path and self._path[-1][0] <= size:
            self._path.pop()
        return self._above

    @property
    def _above(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._path)
