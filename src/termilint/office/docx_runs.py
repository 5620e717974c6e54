"""The runs of a Word part, and how to divide them without changing what they say or look like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from termilint.office import markup
from termilint.office.changes import Replacement

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRESERVE = ' xml:space="preserve"'
_PARENTS = ("w:ins", "w:hyperlink", "w:smartTag", "w:sdtContent", "w:fldSimple")


class NoteKey(NamedTuple):
    """What a note and its mark share: the kind of note, and its identifier."""

    kind: str
    id: str


@dataclass(slots=True)
class Run:
    """A ``w:r``. ``properties`` is its raw ``w:rPr``; ``insertion`` the ``w:ins`` that is its parent.

    ``outer`` is the run in which a text box holds this one.
    """

    tag: markup.Element
    outer: Run | None
    insertion: markup.Element | None
    properties: str = ""
    content_start: int = 0
    end: int = 0

    @property
    def outermost(self) -> Run:
        """The run of the main text that this one is in: itself, unless it is in a text box."""
        run = self
        while run.outer:
            run = run.outer
        return run


@dataclass(slots=True)
class TextNode:
    """A ``w:t``; ``start`` and ``end`` are the range of its character data."""

    run: Run
    tag: markup.Element
    start: int
    end: int = 0

    @property
    def is_first(self) -> bool:
        """True if nothing but properties stands before it in its run."""
        return self.tag.start == self.run.content_start

    @property
    def is_last(self) -> bool:
        """True if nothing stands after it in its run."""
        return self.end + len(f"</{self.tag.tag}></{self.run.tag.tag}>") == self.run.end


class Piece(NamedTuple):
    """A part of a divided run: raw character data, or markup that goes between runs."""

    text: str
    is_markup: bool = False


class Runs(markup.Handler):
    """The runs and text nodes of one part, in order.

    ``references`` are the outermost runs that hold the marks of notes, ``notes`` the places where
    notes start, ``drawings`` the tags that describe an image, with the outermost run that holds it.
    ``first_paragraph`` is the place after the properties of the first paragraph.
    """

    def __init__(self, text: str) -> None:
        self.nodes: list[TextNode] = []
        self.first_paragraph: int | None = None
        self.references: dict[NoteKey, Run] = {}
        self.notes: list[tuple[int, NoteKey]] = []
        self.drawings: list[tuple[markup.Element, Run]] = []
        self._text = text
        self._open: list[Run] = []
        self._parents: list[markup.Element] = []
        self._node: TextNode | None = None
        self._properties_start = 0
        self.on_start = {
            "w:p": self._start_paragraph,
            "w:r": self._start_run,
            "w:rPr": self._start_properties,
            "w:t": self._start_text,
            "wp:docPr": self._drawing,
            "w:footnoteReference": self._reference,
            "w:endnoteReference": self._reference,
            "w:footnote": self._note,
            "w:endnote": self._note,
            **dict.fromkeys(_PARENTS, self._start_parent),
        }
        self.on_end = {
            "w:p": self._end_parent,
            "w:pPr": self._end_paragraph_properties,
            "w:r": self._end_run,
            "w:rPr": self._end_properties,
            "w:t": self._end_text,
            **dict.fromkeys(_PARENTS, self._end_parent),
        }
        markup.walk(text, 0, self)

    def _start_parent(self, element: markup.Element) -> None:
        self._parents.append(element)

    def _end_parent(self, *_: int) -> None:
        self._parents.pop()

    def _start_paragraph(self, element: markup.Element) -> None:
        self._parents.append(element)
        if self.first_paragraph is None and not element.is_empty and not self._open:
            self.first_paragraph = element.end

    def _end_paragraph_properties(self, _: int, end: int) -> None:
        """The place for a comment comes after the properties of the first paragraph."""
        parent = self._parents[-1] if self._parents else None
        if parent and parent.end == self.first_paragraph:
            self.first_paragraph = end

    def _start_run(self, element: markup.Element) -> None:
        parent = self._parents[-1] if self._parents else None
        insertion = parent if parent and parent.name == "w:ins" else None
        outer = self._open[-1] if self._open else None
        self._open.append(Run(element, outer, insertion, "", element.end))

    def _end_run(self, _: int, end: int) -> None:
        self._open.pop().end = end

    def _start_properties(self, element: markup.Element) -> None:
        self._properties_start = element.start

    def _end_properties(self, start: int, end: int) -> None:
        run = self._open[-1] if self._open else None
        if run and run.content_start == self._properties_start:
            run.properties = self._text[self._properties_start : max(start, end)]
            run.content_start = end

    def _start_text(self, element: markup.Element) -> None:
        if self._open and not element.is_empty:
            self._node = TextNode(self._open[-1], element, element.end)

    def _end_text(self, start: int, _: int) -> None:
        if self._node:
            self._node.end = start
            self.nodes.append(self._node)
            self._node = None

    def _drawing(self, element: markup.Element) -> None:
        if self._open:
            self.drawings.append((element, self._open[-1].outermost))

    def _reference(self, element: markup.Element) -> None:
        if self._open:
            kind = element.name.removeprefix("w:").removesuffix("Reference")
            self.references.setdefault(NoteKey(kind, element.get("w:id") or ""), self._open[-1].outermost)

    def _note(self, element: markup.Element) -> None:
        self.notes.append(
            (element.start, NoteKey(element.name.removeprefix("w:"), element.get("w:id") or ""))
        )


def divided(node: TextNode, pieces: Sequence[Piece]) -> Replacement:
    """The node's run with ``pieces`` in place of the node's text, markup between its parts.

    Every part of the run has all of its formatting.
    """
    run, pieces = node.run, [piece for piece in pieces if piece.text]
    begins_before = bool(pieces) and pieces[0].is_markup and node.is_first
    ends_after = bool(pieces) and pieces[-1].is_markup and node.is_last
    run_tag, text_tag = run.tag.tag, node.tag.tag
    opening = f"<{run_tag}>{run.properties}<{text_tag}{_PRESERVE}>"
    closing = f"</{text_tag}></{run_tag}>"
    written = [] if begins_before else [preserving(node.tag.raw)]
    is_inside = not begins_before
    for piece in pieces:
        if piece.is_markup == is_inside:
            written.append(closing if is_inside else opening)
            is_inside = not is_inside
        written.append(piece.text)
    if not is_inside and not ends_after:
        written.append(opening)
    start = run.tag.start if begins_before else node.tag.start
    return Replacement(start, run.end if ends_after else node.end, "".join(written))


def preserving(tag: str) -> str:
    """A raw ``w:t`` start tag that keeps blanks at the ends of its text."""
    return tag if "xml:space" in tag else tag[:-1] + _PRESERVE + ">"
