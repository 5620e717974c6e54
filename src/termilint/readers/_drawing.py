"""Text in DrawingML, the markup of slides, diagrams and charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.model.document import BlockKind
from termilint.office import markup
from termilint.readers._paragraphs import Paragraph, Tables, described

if TYPE_CHECKING:
    from collections.abc import Collection

    from termilint.model.location import Landmark

_TITLES = frozenset({"title", "ctrTitle"})


class DrawingText(markup.Handler):
    """Reads the paragraphs of a part. ``without`` names the placeholders whose text is not read.

    ``title`` is the text of the title placeholder when the walk is done.
    """

    skipped = frozenset({"mc:Fallback", "a:tblGrid", "m:oMath", "m:oMathPara"})

    def __init__(self, *, story: Landmark | None = None, without: Collection[str] = ()) -> None:
        self.paragraphs: list[Paragraph] = []
        self.title = ""
        self._story = story
        self._without = without
        self._placeholder: str | None = None
        self._open: list[Paragraph] = []
        self._tables = Tables()
        self._in_text = self._is_foreign = self._is_field = False
        self.on_start = {
            "p:sp": self._start_shape,
            "p:ph": self._start_placeholder,
            "p:cNvPr": self._describe,
            "p:txBody": self._start_body,
            "a:p": self._start_paragraph,
            "a:r": self._start_run,
            "a:fld": self._start_field,
            "a:rPr": self._run_properties,
            "a:t": self._start_text,
            "a:br": self._line_break,
            "a:tab": self._space,
            "a:tbl": self._tables.start,
            "a:tr": self._tables.start_row,
            "a:tc": self._tables.start_cell,
        }
        self.on_end = {
            "p:sp": self._end_shape,
            "a:p": self._end_paragraph,
            "a:fld": self._end_field,
            "a:t": self._end_text,
            "a:tbl": self._tables.end,
        }

    def on_text(self, text: str, start: int, end: int) -> None:
        if self._in_text and self._open:
            if self._is_field:
                self._open[-1].add_object(start, end)
            else:
                self._open[-1].add(text, start, end, foreign=self._is_foreign)

    def _start_shape(self, _: markup.Element) -> None:
        self._placeholder = None

    def _end_shape(self, *_: int) -> None:
        self._placeholder = None

    def _start_placeholder(self, element: markup.Element) -> None:
        self._placeholder = element.get("type") or "obj"

    def _describe(self, element: markup.Element) -> None:
        """What a picture or a shape shows, for those who cannot see it."""
        if element.get("hidden") in (None, "0", "false"):
            self.paragraphs += described(element, self._story)

    def _start_body(self, _: markup.Element) -> bool:
        return self._placeholder in self._without

    def _start_paragraph(self, _: markup.Element) -> None:
        if self._placeholder in _TITLES:
            paragraph = Paragraph(BlockKind.HEADING, story=self._story)
        elif self._tables.cell:
            paragraph = Paragraph(BlockKind.TABLE_CELL, story=self._story, cell=self._tables.cell)
        else:
            paragraph = Paragraph(story=self._story)
        self._open.append(paragraph)

    def _end_paragraph(self, *_: int) -> None:
        paragraph = self._open.pop()
        self.paragraphs.append(paragraph)
        if paragraph.kind is BlockKind.HEADING:
            self.title = f"{self.title} {paragraph.text}".strip()

    def _start_run(self, _: markup.Element) -> None:
        self._is_foreign = False

    def _start_field(self, _: markup.Element) -> None:
        self._is_field = True

    def _end_field(self, *_: int) -> None:
        self._is_field = False

    def _run_properties(self, element: markup.Element) -> None:
        language = (element.get("lang") or "fi").lower()
        self._is_foreign = language.partition("-")[0] != "fi"

    def _start_text(self, _: markup.Element) -> None:
        self._in_text = True

    def _end_text(self, *_: int) -> None:
        self._in_text = False

    def _line_break(self, element: markup.Element) -> None:
        if self._open:
            self._open[-1].add("\n", element.start, element.end)

    def _space(self, element: markup.Element) -> None:
        if self._open:
            self._open[-1].add(" ", element.start, element.end)
