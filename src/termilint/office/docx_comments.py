"""Word comments: where they are anchored, and what they say."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from termilint.office import markup
from termilint.office.changes import AUTHOR, INITIALS, Remark, Replacement, replaced
from termilint.office.docx_runs import Piece, Run, Runs, TextNode, divided

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from termilint.office.docx_runs import NoteKey
    from termilint.office.package import Part


class Anchors:
    """Puts the anchors of comments into the main part; :attr:`text` is the part with them.

    ``parts`` are all parts with their texts, the main one first; ``names`` are the namespaces of the
    prefixes that new elements use.
    """

    def __init__(self, parts: Sequence[tuple[Part, str]], names: Mapping[str, str]) -> None:
        self._parts = parts
        self._text = parts[0][1]
        self._runs = Runs(self._text)
        self._starts = [node.start for node in self._runs.nodes]
        self._declaration = markup.declaration(self._text, names)
        self._notes: dict[str, list[tuple[int, NoteKey]]] = {}
        self._cuts: defaultdict[int, list[tuple[int, int, str]]] = defaultdict(list)
        self._insertions: list[Replacement] = []

    def add(self, remark: Remark, number: int) -> bool:
        """Anchor a comment as near to its place as Word allows; True if that is the place itself."""
        part, text = next(found for found in reversed(self._parts) if found[0].start <= remark.start)
        if part is not self._parts[0][0]:
            note = self._note_at(part, text, remark.start - part.start)
            self._around(self._runs.references.get(note) if note else None, number)
            return False
        first, last = self._node_at(remark.start), self._node_at(remark.end - 1)
        if first is None or last is None:
            self._around(self._drawing_at(remark.start), number)
            return False
        if self._runs.nodes[first].run.outer:
            self._around(self._runs.nodes[first].run.outermost, number)
            return False
        self._cuts[first].append((remark.start, 1, self._start_mark(number)))
        self._cuts[last].append((remark.end, 0, self._end_mark(number)))
        return True

    @property
    def text(self) -> str:
        """The part with all anchors."""
        nodes = self._runs.nodes
        divisions = (divided(nodes[at], _cut(self._text, nodes[at], cuts)) for at, cuts in self._cuts.items())
        return replaced(self._text, [*self._insertions, *divisions])

    def _note_at(self, part: Part, text: str, offset: int) -> NoteKey | None:
        """The note that an offset of a part is in."""
        if part.name not in self._notes:
            self._notes[part.name] = Runs(text).notes
        notes = self._notes[part.name]
        at = bisect_right(notes, offset, key=lambda note: note[0]) - 1
        return notes[at][1] if at >= 0 else None

    def _around(self, run: Run | None, number: int) -> None:
        start = run.tag.start if run else self._runs.first_paragraph or 0
        end = run.end if run else start
        if start:
            self._insertions.append(Replacement(start, start, self._start_mark(number)))
            self._insertions.append(Replacement(end, end, self._end_mark(number)))

    def _node_at(self, offset: int) -> int | None:
        at = bisect_right(self._starts, offset) - 1
        return at if at >= 0 and offset < self._runs.nodes[at].end else None

    def _drawing_at(self, offset: int) -> Run | None:
        """The run of an image whose description an offset is in."""
        drawings = self._runs.drawings
        at = bisect_right(drawings, offset, key=lambda one: one[0].start) - 1
        return drawings[at][1] if at >= 0 and offset < drawings[at][0].end else None

    def _start_mark(self, number: int) -> str:
        return f'<w:commentRangeStart{self._declaration} w:id="{number}"/>'

    def _end_mark(self, number: int) -> str:
        reference = f'<w:r{self._declaration}><w:commentReference w:id="{number}"/></w:r>'
        return f'<w:commentRangeEnd{self._declaration} w:id="{number}"/>{reference}'


def _cut(text: str, node: TextNode, cuts: Iterable[tuple[int, int, str]]) -> list[Piece]:
    """The node's raw text with marks between its parts, ends before starts at one place."""
    pieces: list[Piece] = []
    at = node.start
    for offset, _, mark in sorted(cuts):
        pieces += Piece(text[at:offset]), Piece(mark, is_markup=True)
        at = offset
    return [*pieces, Piece(text[at : node.end])]


def comment(number: int, remark: Remark, date: str, namespace: str, *, says_where: bool) -> str:
    """The XML of one comment."""
    attributes = f'w:id="{number}" w:author="{AUTHOR}" w:date="{date}" w:initials="{INITIALS}"'
    paragraphs = "".join(_paragraphs(remark, says_where=says_where))
    return f'<w:comment xmlns:w="{namespace}" {attributes}>{paragraphs}</w:comment>'


def _paragraphs(remark: Remark, *, says_where: bool) -> Iterator[str]:
    mark = "<w:r><w:annotationRef/></w:r>"
    for text in remark.texts(says_where=says_where):
        yield f'<w:p>{mark}<w:r><w:t xml:space="preserve">{markup.escaped(text)}</w:t></w:r></w:p>'
        mark = ""
