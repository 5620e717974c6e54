"""ODT and ODP: texts and presentations of LibreOffice and other OpenDocument programs.

Comments, deletions, hidden text, indexes and fields are not read; insertions and notes are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.model.document import BlockKind, Document
from termilint.model.location import Landmark
from termilint.office import markup
from termilint.office.archive import encrypted
from termilint.office.odf import OdfPackage
from termilint.office.odf_styles import Style, StyleReader, Styles
from termilint.office.package import PackageReader, source, wrong_format
from termilint.readers._paragraphs import Paragraph, Tables, blocks, locate_on_slide

if TYPE_CHECKING:
    from termilint.model.source import Source

_MIME = "application/vnd.oasis.opendocument."
_MIME_LIMIT = 200
_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_NOTES = ("footnote", "endnote")
_HEADERS = dict.fromkeys(("style:header", "style:header-left", "style:header-first"), Landmark("header"))
_FOOTERS = dict.fromkeys(("style:footer", "style:footer-left", "style:footer-first"), Landmark("footer"))
_COMPUTED = """page-number page-count date time author-name author-initials title subject keywords chapter
file-name template-name sequence sequence-ref variable-set variable-get variable-input user-field-get
user-field-input bookmark-ref reference-ref note-ref expression database-display database-name
database-row-number placeholder conditional-text hidden-text hidden-paragraph sender-firstname
sender-lastname sender-company creator initial-creator creation-date creation-time modification-date
modification-time print-date print-time printed-by editing-cycles editing-duration word-count
character-count paragraph-count table-count image-count object-count measure dde-connection
bibliography-mark meta-field page-variable-get page-variable-set user-defined script""".split()
_INDEXES = """table-of-content illustration-index table-index object-index user-index alphabetical-index
bibliography""".split()
_SHAPES = """frame custom-shape rect line connector g ellipse circle polygon polyline path caption control
measure regular-polygon page-thumbnail object object-ole image plugin floating-frame""".split()
_DECORATION = frozenset({"page-number", "date-time", "page", "header", "footer"})


def open_odf(name: str, data: bytes) -> Source:
    """The source of an OpenDocument file: its content and its page headers. Raises ReadError."""
    reader = PackageReader(name, data, ".odt")
    is_presentation = _is_presentation(reader)
    if _MANIFEST in reader.archive.names:
        manifest = _Manifest()
        reader.walk(_MANIFEST, manifest)
        if manifest.is_encrypted:
            raise encrypted(name)
    reader.add(_CONTENT, "content")
    if _STYLES in reader.archive.names:
        reader.add(_STYLES, "styles")
    return source(name, OdfPackage(reader.archive, reader.parts, reader.text, is_presentation))


def _is_presentation(reader: PackageReader) -> bool:
    mime = reader.archive.read("mimetype") if "mimetype" in reader.archive.names else b""
    kind = mime[:_MIME_LIMIT].decode("ascii", "replace").strip().removeprefix(_MIME)
    if not kind.startswith(("text", "presentation")):
        raise wrong_format(reader.name, ".odt")
    return kind.startswith("presentation")


def read(source: Source) -> Document:
    """The paragraphs of a text or a presentation, then those of page headers and footers."""
    package = source.package
    if not isinstance(package, OdfPackage):
        return Document(source, ())
    common = StyleReader()
    parts = list(package.parts_of(source.text))
    for part, text in parts:
        if part.role == "styles":
            markup.walk(text, part.start, common)
    paragraphs: list[Paragraph] = []
    for part, text in parts:
        if part.role == "content" or not package.is_presentation:
            reader = _PartReader(common.styles, in_body=part.role == "content")
            markup.walk(text, part.start, reader)
            paragraphs += reader.paragraphs
    return Document(source, blocks(paragraphs))


class _Slide:
    """A slide while it is read."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.title = ""
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Paragraph] = []

    def locate(self) -> None:
        """Tell the slide's paragraphs where they are; a title itself has no title above it."""
        locate_on_slide(self.paragraphs, self.number, self.title)
        locate_on_slide(self.notes, self.number, self.title, Landmark("notes"))


class _PartReader(markup.Handler):
    """Reads the paragraphs of one part. Outside the body only page headers and footers are read."""

    skipped = frozenset(
        [
            "office:annotation",
            "officeooo:annotation",
            "text:tracked-changes",
            "office:event-listeners",
            "office:forms",
        ]
        + ["text:note-citation", "text:ruby-text", "office:scripts", "office:binary-data"]
        + [f"text:{name}" for name in _INDEXES]
    )

    def __init__(self, common: Styles, *, in_body: bool) -> None:
        self.paragraphs: list[Paragraph] = []
        self._in_body = in_body
        self._story: list[Landmark] = []
        self._styles = Styles(common)
        self._open: list[Paragraph | None] = []
        self._looks: list[Style] = [Style()]
        self._note_counts = dict.fromkeys(_NOTES, 0)
        self._tables = Tables()
        self._items = self._boxes = 0
        self._slide: _Slide | None = None
        self._slides = 0
        self._in_notes = False
        self._frame_class: list[str | None] = []
        self.on_start = {
            **self._styles.on_start,
            "text:p": self._start_paragraph,
            "text:h": self._start_heading,
            "text:span": self._start_span,
            "text:s": self._spaces,
            "text:tab": self._space,
            "text:line-break": self._line_break,
            "text:section": self._start_section,
            "text:list-item": self._start_item,
            "text:note": self._start_note,
            "table:table": self._tables.start,
            "table:table-row": self._tables.start_row,
            "table:table-cell": self._tables.start_cell,
            "table:covered-table-cell": self._tables.start_cell,
            "draw:text-box": self._start_box,
            "svg:title": self._start_description,
            "svg:desc": self._start_description,
            "draw:page": self._start_slide,
            "presentation:notes": self._start_slide_notes,
            **dict.fromkeys((f"text:{name}" for name in _COMPUTED), self._object),
            **dict.fromkeys((f"draw:{name}" for name in _SHAPES), self._start_shape),
            **dict.fromkeys((*_HEADERS, *_FOOTERS), self._start_header),
        }
        self.on_end = {
            **self._styles.on_end,
            "text:p": self._end_paragraph,
            "text:h": self._end_paragraph,
            "text:span": self._end_span,
            "text:list-item": self._end_item,
            "text:note": self._end_story,
            "table:table": self._tables.end,
            "draw:text-box": self._end_box,
            "svg:title": self._end_paragraph,
            "svg:desc": self._end_paragraph,
            "draw:page": self._end_slide,
            "presentation:notes": self._end_slide_notes,
            **dict.fromkeys((f"draw:{name}" for name in _SHAPES), self._end_shape),
            **dict.fromkeys((*_HEADERS, *_FOOTERS), self._end_story),
        }

    def on_text(self, text: str, start: int, end: int) -> None:
        paragraph = self._open[-1] if self._open else None
        if paragraph is None:
            return
        look = self._looks[-1]
        if look.is_code:
            paragraph.add_object(start, end)
        elif not look.is_hidden:
            paragraph.add(text, start, end, foreign=bool(look.is_foreign))

    def _start_paragraph(self, element: markup.Element) -> None:
        self._begin(element, self._kind, None)

    def _start_heading(self, element: markup.Element) -> None:
        level = element.get("text:outline-level") or "1"
        self._begin(element, BlockKind.HEADING, int(level) if level.isdecimal() else 1)

    @property
    def _kind(self) -> BlockKind:
        if self._frame_class and self._frame_class[-1] == "title":
            return BlockKind.HEADING
        if self._tables.cell:
            return BlockKind.TABLE_CELL
        return BlockKind.LIST_ITEM if self._items else BlockKind.PARAGRAPH

    def _begin(self, element: markup.Element, kind: BlockKind, level: int | None) -> None:
        look = self._styles.style(element.get("text:style-name"))
        if kind is BlockKind.PARAGRAPH and look.is_title:
            kind, level = BlockKind.HEADING, 0
        elif kind is BlockKind.PARAGRAPH and look.is_quote:
            kind = BlockKind.QUOTE
        if self._tables.cell or self._boxes:
            level = None
        self._open.append(self._paragraph(kind, level))
        self._looks.append(look)

    def _paragraph(self, kind: BlockKind, level: int | None = None) -> Paragraph:
        story = self._story[-1] if self._story else None
        is_prose, is_boxed = self._in_body or bool(self._story), self._boxes > 0
        return Paragraph(kind, level, story, self._tables.cell, is_boxed=is_boxed, is_prose=is_prose)

    def _start_description(self, _: markup.Element) -> None:
        """What a shape shows, for those who cannot see it."""
        self._open.append(self._paragraph(BlockKind.ATTRIBUTE))
        self._looks.append(Style())

    def _end_paragraph(self, *_: int) -> None:
        self._looks.pop()
        paragraph = self._open.pop()
        if paragraph is None:
            return
        self.paragraphs.append(paragraph)
        if self._slide:
            notes = self._slide.notes if self._in_notes else self._slide.paragraphs
            notes.append(paragraph)
            if paragraph.kind is BlockKind.HEADING and not self._in_notes:
                self._slide.title = f"{self._slide.title} {paragraph.text}".strip()

    def _start_span(self, element: markup.Element) -> None:
        self._looks.append(self._styles.style(element.get("text:style-name")).over(self._looks[-1]))

    def _end_span(self, *_: int) -> None:
        self._looks.pop()

    def _spaces(self, element: markup.Element) -> None:
        self._character(" ", element)

    def _space(self, element: markup.Element) -> None:
        self._character(" ", element)

    def _line_break(self, element: markup.Element) -> None:
        self._character("\n", element)

    def _character(self, text: str, element: markup.Element) -> None:
        paragraph = self._open[-1] if self._open else None
        if paragraph and not self._looks[-1].is_hidden:
            paragraph.add(text, element.start, element.end)

    def _object(self, element: markup.Element) -> bool:
        """A field: what it shows is computed."""
        paragraph = self._open[-1] if self._open else None
        if paragraph:
            paragraph.add_object(element.start, element.end)
        return True

    def _start_section(self, element: markup.Element) -> bool:
        return element.get("text:display") == "none"

    def _start_item(self, _: markup.Element) -> None:
        self._items += 1

    def _end_item(self, *_: int) -> None:
        self._items -= 1

    def _start_note(self, element: markup.Element) -> None:
        kind = "endnote" if element.get("text:note-class") == "endnote" else "footnote"
        self._note_counts[kind] += 1
        self._story.append(Landmark(kind, (self._note_counts[kind],)))

    def _start_header(self, element: markup.Element) -> None:
        self._story.append({**_HEADERS, **_FOOTERS}[element.name])

    def _end_story(self, *_: int) -> None:
        self._story.pop()

    def _start_shape(self, element: markup.Element) -> bool:
        """Other text in a shape than its paragraphs and its description is not shown."""
        if element.get("text:anchor-type") == "as-char":
            self._object(element)
        kind = element.get("presentation:class")
        if kind in _DECORATION:
            return True
        self._open.append(None)
        self._frame_class.append(kind)
        return False

    def _end_shape(self, *_: int) -> None:
        self._open.pop()
        self._frame_class.pop()

    def _start_box(self, _: markup.Element) -> None:
        self._boxes += 1

    def _end_box(self, *_: int) -> None:
        self._boxes -= 1

    def _start_slide(self, _: markup.Element) -> None:
        self._slides += 1
        self._slide = _Slide(self._slides)

    def _end_slide(self, *_: int) -> None:
        if self._slide:
            self._slide.locate()
        self._slide = None

    def _start_slide_notes(self, _: markup.Element) -> None:
        self._in_notes = True

    def _end_slide_notes(self, *_: int) -> None:
        self._in_notes = False


class _Manifest(markup.Handler):
    """Looks for encrypted members."""

    def __init__(self) -> None:
        self.is_encrypted = False
        self.on_start = {"manifest:encryption-data": self._found}
        self.on_end = {}

    def _found(self, _: markup.Element) -> None:
        self.is_encrypted = True
