"""DOCX: body, tables, text boxes, headers, footers, footnotes and endnotes of Word documents.

Runs are joined by paragraph. Comments, deletions, hidden text, field codes and what fields compute
(tables of contents, page numbers, references) are not read; insertions are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from termilint.model.document import BlockKind, Document
from termilint.model.location import Landmark
from termilint.office import markup
from termilint.office.docx import DocxPackage
from termilint.office.package import PackageReader, source
from termilint.office.word_styles import Style, read_styles
from termilint.readers._drawing import DrawingText
from termilint.readers._paragraphs import Paragraph, Tables, blocks, described

if TYPE_CHECKING:
    from collections.abc import Mapping

    from termilint.model.source import Source

_STORIES = {
    "footnotes": Landmark("footnote"),
    "endnotes": Landmark("endnote"),
    "header": Landmark("header"),
    "footer": Landmark("footer"),
    "diagramData": Landmark("diagram"),
    "chart": Landmark("diagram"),
}
_DRAWINGS = frozenset({"diagramData", "chart"})
_PROSE_FIELDS = frozenset({"HYPERLINK", "FORMTEXT", "QUOTE"})
_OFF = frozenset({"0", "false", "off"})

_Notes = dict[str, dict[str, int]]
"""The numbers of footnotes and endnotes by their identifiers."""


def open_docx(name: str, data: bytes) -> Source:
    """The source of a Word file: the XML of its prose parts. Raises :class:`ReadError`."""
    reader = PackageReader(name, data, ".docx")
    main = reader.main("w:document", ".docx")
    reader.add(main, "document")
    for found in reader.related(main, *_STORIES):
        reader.add(found.target, found.kind)
    styles = reader.first(main, "styles")
    known = read_styles(reader, styles) if styles else {}
    comments = reader.first(main, "comments")
    if comments:
        reader.xml(comments)
    return source(name, DocxPackage(reader.archive, reader.parts, reader.text, known, comments))


def read(source: Source) -> Document:
    """The paragraphs of all parts of a Word file."""
    package = source.package
    if not isinstance(package, DocxPackage):
        return Document(source, ())
    paragraphs: list[Paragraph] = []
    notes: _Notes = {"footnote": {}, "endnote": {}}
    for part, text in package.parts_of(source.text):
        story = _STORIES.get(part.role)
        if part.role in _DRAWINGS:
            drawing = DrawingText(story=story)
            markup.walk(text, part.start, drawing)
            paragraphs += drawing.paragraphs
        else:
            part_reader = _PartReader(story, package.styles, notes)
            markup.walk(text, part.start, part_reader)
            paragraphs += part_reader.paragraphs
    return Document(source, blocks(paragraphs))


@dataclass(slots=True)
class _Run:
    """What a run's properties say of its text."""

    is_hidden: bool = False
    is_code: bool = False
    is_foreign: bool = False


@dataclass(slots=True)
class _Field:
    """A field between its marks: its instruction, and whether its result has begun."""

    instruction: str = ""
    in_result: bool = False

    @property
    def is_prose(self) -> bool:
        words = self.instruction.split(None, 1)
        return self.in_result and bool(words) and words[0].upper() in _PROSE_FIELDS


class _PartReader(markup.Handler):
    """Reads the paragraphs of one part. ``notes`` collects the numbers of notes as readers see them."""

    skipped = frozenset(
        """w:del w:moveFrom w:rPrChange w:pPrChange w:tblPrChange w:trPrChange w:tcPrChange
        w:sectPrChange w:tblGrid w:tabs w:sectPr mc:Fallback m:oMath m:oMathPara""".split()
    )

    def __init__(self, story: Landmark | None, styles: Mapping[str, Style], notes: _Notes) -> None:
        self.paragraphs: list[Paragraph] = []
        self._story = story
        self._styles = styles
        self._notes = notes
        self._open: list[Paragraph] = []
        self._runs: list[_Run] = []
        self._fields: list[_Field] = []
        self._is_computed = False
        self._tables = Tables()
        self._boxes = 0
        self._in_text = self._in_instruction = self._in_paragraph_properties = False
        self._placeholders: list[bool] = []
        self.on_start = {
            "w:p": self._start_paragraph,
            "w:pPr": self._start_properties,
            "w:pStyle": self._paragraph_style,
            "w:numPr": self._list_item,
            "w:numId": self._number,
            "w:outlineLvl": self._outline_level,
            "w:r": self._start_run,
            "w:rStyle": self._run_style,
            "w:vanish": self._hide,
            "w:lang": self._language,
            "w:t": self._start_text,
            "w:tab": self._space,
            "w:ptab": self._space,
            "w:br": self._line_break,
            "w:cr": self._line_break,
            "w:noBreakHyphen": self._no_break_hyphen,
            "w:softHyphen": self._soft_hyphen,
            "w:sym": self._object,
            "wp:inline": self._object,
            "wp:docPr": self._describe,
            "w:object": self._object,
            "w:fldChar": self._field_mark,
            "w:fldSimple": self._start_simple_field,
            "w:instrText": self._start_instruction,
            "w:tbl": self._tables.start,
            "w:tr": self._tables.start_row,
            "w:tc": self._tables.start_cell,
            "w:txbxContent": self._start_box,
            "w:sdt": self._start_control,
            "w:showingPlcHdr": self._show_placeholder,
            "w:sdtContent": self._start_control_content,
            "w:footnote": self._start_note,
            "w:endnote": self._start_note,
            "w:footnoteReference": self._note_reference,
            "w:endnoteReference": self._note_reference,
        }
        self.on_end = {
            "w:p": self._end_paragraph,
            "w:pPr": self._end_properties,
            "w:r": self._end_run,
            "w:t": self._end_text,
            "w:instrText": self._end_instruction,
            "w:fldSimple": self._end_field,
            "w:tbl": self._tables.end,
            "w:txbxContent": self._end_box,
            "w:sdt": self._end_control,
        }

    def on_text(self, text: str, start: int, end: int) -> None:
        if self._in_instruction and self._fields:
            self._fields[-1].instruction += text
        elif self._in_text and self._open:
            run = self._runs[-1] if self._runs else _Run()
            if run.is_code or self._is_computed:
                self._open[-1].add_object(start, end)
            elif not run.is_hidden:
                self._open[-1].add(text, start, end, foreign=run.is_foreign)

    def _start_paragraph(self, _: markup.Element) -> None:
        cell = self._tables.cell
        kind = BlockKind.TABLE_CELL if cell else BlockKind.PARAGRAPH
        self._open.append(Paragraph(kind, None, self._story, cell, is_boxed=self._boxes > 0))

    def _end_paragraph(self, *_: int) -> None:
        self.paragraphs.append(self._open.pop())

    def _start_properties(self, _: markup.Element) -> None:
        self._in_paragraph_properties = True

    def _end_properties(self, *_: int) -> None:
        self._in_paragraph_properties = False

    def _paragraph_style(self, element: markup.Element) -> None:
        style = self._styles.get(element.get("w:val") or "", Style())
        paragraph = self._open[-1] if self._open else None
        if paragraph is None or not self._in_paragraph_properties:
            return
        if style.is_not_prose:
            paragraph.is_prose = False
        elif paragraph.kind is BlockKind.PARAGRAPH:
            paragraph.kind = style.kind
            paragraph.level = None if paragraph.is_boxed else style.level

    def _list_item(self, _: markup.Element) -> None:
        if self._open and self._open[-1].kind is BlockKind.PARAGRAPH:
            self._open[-1].kind = BlockKind.LIST_ITEM

    def _number(self, element: markup.Element) -> None:
        """Number 0 takes a list's number away."""
        if self._open and self._open[-1].kind is BlockKind.LIST_ITEM and element.get("w:val") == "0":
            self._open[-1].kind = BlockKind.PARAGRAPH

    def _outline_level(self, element: markup.Element) -> None:
        level = element.get("w:val") or ""
        if self._open and level.isdecimal() and int(level) < 9 and not self._open[-1].cell:
            self._open[-1].kind = BlockKind.HEADING
            self._open[-1].level = int(level) + 1

    def _start_run(self, _: markup.Element) -> None:
        self._runs.append(_Run())

    def _end_run(self, *_: int) -> None:
        self._runs.pop()

    def _run_style(self, element: markup.Element) -> None:
        style = self._styles.get(element.get("w:val") or "", Style())
        if self._runs and not self._in_paragraph_properties:
            self._runs[-1].is_hidden |= style.is_hidden
            self._runs[-1].is_code |= style.is_not_prose

    def _hide(self, element: markup.Element) -> None:
        if self._runs and not self._in_paragraph_properties:
            self._runs[-1].is_hidden = element.get("w:val") not in _OFF

    def _language(self, element: markup.Element) -> None:
        language = (element.get("w:val") or "fi").lower()
        if self._runs and not self._in_paragraph_properties:
            self._runs[-1].is_foreign = language.partition("-")[0] != "fi"

    def _start_text(self, _: markup.Element) -> None:
        self._in_text = True

    def _end_text(self, *_: int) -> None:
        self._in_text = False

    def _space(self, element: markup.Element) -> None:
        self._character(" ", element)

    def _line_break(self, element: markup.Element) -> None:
        self._character("\n", element)

    def _no_break_hyphen(self, element: markup.Element) -> None:
        self._character("\u2011", element)

    def _soft_hyphen(self, element: markup.Element) -> None:
        self._character("\u00ad", element)

    def _character(self, text: str, element: markup.Element) -> None:
        if self._open and self._runs and not self._runs[-1].is_hidden and not self._is_computed:
            self._open[-1].add(text, element.start, element.end)

    def _object(self, element: markup.Element) -> None:
        if self._open:
            self._open[-1].add_object(element.start, element.end)

    def _describe(self, element: markup.Element) -> None:
        """What an image shows, for those who cannot see it."""
        run = self._runs[-1] if self._runs else _Run()
        if not run.is_hidden and element.get("hidden") in (None, *_OFF):
            self.paragraphs += described(element, self._story, self._tables.cell, foreign=run.is_foreign)

    def _field_mark(self, element: markup.Element) -> None:
        mark = element.get("w:fldCharType")
        if mark == "begin":
            self._fields.append(_Field())
        elif mark == "separate" and self._fields:
            self._fields[-1].in_result = True
        elif mark == "end" and self._fields:
            self._fields.pop()
        self._look_at_fields()

    def _start_simple_field(self, element: markup.Element) -> None:
        self._fields.append(_Field(element.get("w:instr") or "", in_result=True))
        self._look_at_fields()

    def _end_field(self, *_: int) -> None:
        if self._fields:
            self._fields.pop()
        self._look_at_fields()

    def _look_at_fields(self) -> None:
        self._is_computed = any(not field.is_prose for field in self._fields)

    def _start_instruction(self, _: markup.Element) -> None:
        self._in_instruction = True

    def _end_instruction(self, *_: int) -> None:
        self._in_instruction = False

    def _start_box(self, _: markup.Element) -> None:
        self._boxes += 1

    def _end_box(self, *_: int) -> None:
        self._boxes -= 1

    def _start_control(self, _: markup.Element) -> None:
        self._placeholders.append(False)

    def _show_placeholder(self, element: markup.Element) -> None:
        if self._placeholders:
            self._placeholders[-1] = element.get("w:val") not in _OFF

    def _start_control_content(self, _: markup.Element) -> bool:
        """A control that nobody filled in shows an instruction of the program's own."""
        return bool(self._placeholders) and self._placeholders[-1]

    def _end_control(self, *_: int) -> None:
        self._placeholders.pop()

    def _start_note(self, element: markup.Element) -> bool:
        """Notes with a type are the lines that separate notes from the text."""
        kind = element.name.removeprefix("w:")
        number = self._notes[kind].get(element.get("w:id") or "")
        self._story = Landmark(kind, (number,) if number else ())
        return element.get("w:type") not in (None, "normal")

    def _note_reference(self, element: markup.Element) -> None:
        kind = element.name.removeprefix("w:").removesuffix("Reference")
        numbers = self._notes[kind]
        numbers.setdefault(element.get("w:id") or "", len(numbers) + 1)
