"""Word documents: how changes and comments are written into them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termilint.office import markup, opc
from termilint.office.changes import AUTHOR, Change, Remark, Replacement, changes_of_runs, replaced, timestamp
from termilint.office.docx_boxes import with_copies
from termilint.office.docx_comments import Anchors, comment
from termilint.office.docx_runs import Piece, Runs, TextNode, divided, preserving
from termilint.office.package import OfficePackage, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from termilint.office.word_styles import Style

_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_ROOT_LENGTH = 20_000
_ID = re.compile(r"\bid=[\"'](\d{1,9})[\"']")
_WORD_ROLES = ("document", "header", "footer", "footnotes", "endnotes")
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


@dataclass(frozen=True)
class DocxPackage(OfficePackage):
    """A Word file. ``styles`` are its styles by identifier."""

    styles: Mapping[str, Style] = field(default_factory=dict, repr=False)
    comments: str | None = None

    def finished(self, part: Part, old: str, new: str) -> str:
        """``new`` with the marks that keep blanks at the ends of shortened runs."""
        new = with_copies(old, new)
        if not part.role.startswith(_WORD_ROLES):
            return new
        tags = [
            Replacement(node.tag.start, node.tag.end, preserving(node.tag.raw))
            for _, node in _changed_nodes(old, new)
            if new[node.start : node.end] != new[node.start : node.end].strip()
        ]
        return replaced(new, tags)

    def tracked(self, text: str, moment: datetime) -> bytes:
        """The file with what ``text`` changes as tracked changes.

        What cannot be tracked (text of charts) stays as it was.
        """
        tracker = _Tracker(self._numbers(), timestamp(moment), {"w": self._namespace})

        def change(part: Part, old: str, new: str) -> str:
            return tracker.tracked(old, new) if part.role.startswith(_WORD_ROLES) else old

        return self.with_parts(self._changed(text, change))

    def trackable(self, text: str) -> Iterator[tuple[int, int]]:
        """The texts of runs: not those of charts, and no attributes."""
        for part, piece in self.parts_of(text):
            nodes = Runs(piece).nodes if part.role.startswith(_WORD_ROLES) else ()
            yield from ((part.start + node.start, part.start + node.end) for node in nodes)

    def commented(self, remarks: Sequence[Remark], moment: datetime) -> bytes:
        """The file with a Word comment for each remark; comments that are there stay.

        Word has no comments in notes, headers and text boxes: those stand at the note's mark, at the
        start of the document or at the box, and say where they belong.
        """
        if not remarks:
            return self.to_bytes(self.text)
        parts = list(self.parts_of(self.text))
        anchors = Anchors(parts, {"w": self._namespace})
        comments = [
            comment(
                number, remark, timestamp(moment), self._namespace, says_where=not anchors.add(remark, number)
            )
            for number, remark in zip(self._numbers(), sorted(remarks, key=_place), strict=False)
        ]
        main = parts[0][0].name
        return self.with_parts({main: anchors.text}, self._comment_parts(main, "".join(comments)))

    @property
    def _namespace(self) -> str:
        return _STRICT if _STRICT in self.text[:_ROOT_LENGTH] else _TRANSITIONAL

    def _numbers(self) -> Iterator[int]:
        """Numbers that no change, comment or bookmark of the document has."""
        texts = [self.text, self._comments_text or ""]
        number = max((int(match[1]) for text in texts for match in _ID.finditer(text)), default=0)
        while True:
            number += 1
            yield number

    @property
    def _comments_text(self) -> str | None:
        return markup.decoded(self.archive.read(self.comments))[0] if self.comments else None

    def _comment_parts(self, main: str, comments: str) -> dict[str, bytes]:
        """The part of comments with new ones at its end, and what makes it known if it is new."""
        if self.comments:
            text, codec = markup.decoded(self.archive.read(self.comments))
            return {self.comments: markup.with_children(text, comments).encode(codec, "xmlcharrefreplace")}
        member = opc.free_name(self.archive, main, "comments.xml")
        new = f'{markup.DECLARATION}<w:comments xmlns:w="{self._namespace}"/>'
        kind = f"{opc.base_of_types(self._namespace == _STRICT)}/comments"
        types, relationships = opc.CONTENT_TYPES, opc.relationships_of(main)
        return {
            member: markup.with_children(new, comments).encode(),
            types: opc.with_content_type(self.archive.read(types), member, _COMMENTS_TYPE),
            relationships: opc.with_relationship(self.archive.find(relationships), main, kind, member),
        }


def _place(remark: Remark) -> tuple[int, int]:
    return remark.start, remark.end


def _changed_nodes(old: str, new: str) -> Iterator[tuple[TextNode, TextNode]]:
    """The text nodes that differ between two versions of a part with the same markup."""
    for before, after in zip(Runs(old).nodes, Runs(new).nodes, strict=True):
        if old[before.start : before.end] != new[after.start : after.end]:
            yield before, after


class _Tracker:
    """Writes changes as Word tracks them: each with a number of its own."""

    def __init__(self, numbers: Iterator[int], date: str, names: Mapping[str, str]) -> None:
        self._numbers = numbers
        self._date = date
        self._names = names

    def tracked(self, old: str, new: str) -> str:
        """``old`` with what ``new`` changes in it."""
        new = with_copies(old, new)
        declaration = markup.declaration(old, self._names)
        nodes = Runs(old).nodes
        olds = [old[node.start : node.end] for node in nodes]
        news = [new[node.start : node.end] for node in Runs(new).nodes]
        return replaced(
            old,
            (
                divided(node, [self._piece(node, change, declaration) for change in found])
                for node, found in zip(nodes, changes_of_runs(olds, news), strict=True)
                if found
            ),
        )

    def _piece(self, node: TextNode, change: Change, declaration: str) -> Piece:
        """A deletion and an insertion; inside somebody's insertion the new one is beside it."""
        if change.is_same:
            return Piece(change.old)
        run, text_tag = node.run, node.tag.tag
        deleted = text_tag[: -len("t")] + "delText"
        deletion = self._marked("w:del", _run(node, deleted, change.old), declaration)
        insertion = self._marked("w:ins", _run(node, text_tag, change.new), declaration)
        if insertion and run.insertion:
            insertion = f"</{run.insertion.tag}>{insertion}{run.insertion.raw}"
        both = (insertion, deletion) if change.inserts_first else (deletion, insertion)
        return Piece("".join(both), is_markup=True)

    def _marked(self, change: str, run: str, declaration: str) -> str:
        if not run:
            return ""
        attributes = f'{declaration} w:id="{next(self._numbers)}" w:author="{AUTHOR}" w:date="{self._date}"'
        return f"<{change}{attributes}>{run}</{change}>"


def _run(node: TextNode, text_tag: str, text: str) -> str:
    """A run with the formatting of the node's; none for no text."""
    if not text:
        return ""
    tag, properties = node.run.tag.tag, node.run.properties
    return f'<{tag}>{properties}<{text_tag} xml:space="preserve">{text}</{text_tag}></{tag}>'
