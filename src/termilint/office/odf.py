"""OpenDocument texts and presentations: how changes and comments are written into them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from termilint.office import markup
from termilint.office.changes import AUTHOR, Change, Remark, Replacement, changes_of_runs, replaced, timestamp
from termilint.office.odf_places import Places
from termilint.office.package import OfficePackage, no_tracked_changes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from termilint.office.package import Part

CONTENT = "content.xml"
_NAMESPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_ON_SLIDES = {
    "officeooo": "http://openoffice.org/2009/office",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}
_NUMBER = re.compile(r"termilint-?(\d{1,9})")
_DESCRIPTION = re.compile(r"<(?:[\w.-]+:)?(?:title|desc)\b[^>]*>")
_COMMENT_STEP_CM = 1


@dataclass(frozen=True)
class OdfPackage(OfficePackage):
    """An OpenDocument file; ``is_presentation`` tells which of the two that are read."""

    is_presentation: bool = False

    def tracked(self, text: str, moment: datetime) -> bytes:
        """The file with what ``text`` changes as tracked changes.

        Page headers and footers stay as they were: changes there cannot be tracked. Raises
        FormatError for a presentation.
        """
        if self.is_presentation:
            raise no_tracked_changes(self.archive.name)

        def change(part: Part, old: str, new: str) -> str:
            return _tracked(old, new, timestamp(moment)) if part.name == CONTENT else old

        return self.with_parts(self._changed(text, change))

    def trackable(self, text: str) -> Iterator[tuple[int, int]]:
        """The character data of the content: not that of page headers, nor descriptions of shapes."""
        for part, piece in self.parts_of(text):
            if part.name == CONTENT:
                yield from (
                    (part.start + start, part.start + end)
                    for start, end in markup.gaps(piece)
                    if not _describes(piece, start)
                )

    def commented(self, remarks: Sequence[Remark], moment: datetime) -> bytes:
        """The file with an annotation for each remark; those that are there stay.

        A note's or text box's comments stand at its place in the text, those of page headers at the
        start; they say where they belong. In a presentation they stand on the slide.
        """
        old = next(text for part, text in self.parts_of(self.text) if part.name == CONTENT)
        make = _slide_comments if self.is_presentation else _comments
        ordered = sorted(remarks, key=lambda remark: (remark.start, remark.end))
        return self.with_parts({CONTENT: replaced(old, make(old, ordered, timestamp(moment)))})


def _first_free_number(text: str) -> int:
    return max((int(match[1]) for match in _NUMBER.finditer(text)), default=0) + 1


def _comments(text: str, remarks: Sequence[Remark], date: str) -> Iterator[Replacement]:
    """The annotations of a text. The content is the first part: offsets are those of the source."""
    places = Places(text)
    declaration = markup.declaration(text, _NAMESPACES)
    for number, remark in enumerate(remarks, _first_free_number(text)):
        name = f"termilint-{number}"
        container = places.container_at(remark.start)
        if remark.start < len(text) and container is None:
            mark = f'<office:annotation{declaration} office:name="{name}">'
            yield _at(remark.start, f"{mark}{_content(remark, date, says_where=False)}</office:annotation>")
            yield _at(remark.end, f'<office:annotation-end{declaration} office:name="{name}"/>')
            continue
        place = container.mark if container else None
        place = place if place is not None else places.first_paragraph
        if place is not None:
            content = _content(remark, date, says_where=True)
            yield _at(place, f"<office:annotation{declaration}>{content}</office:annotation>")


def _slide_comments(text: str, remarks: Sequence[Remark], date: str) -> Iterator[Replacement]:
    """The comments of a presentation, one below another on their slides."""
    places = Places(text)
    declaration = markup.declaration(text, {**_NAMESPACES, **_ON_SLIDES})
    seen: Counter[int] = Counter()
    for remark in remarks:
        slide = places.slide_at(remark.start)
        if slide:
            at = f'svg:x="0cm" svg:y="{seen[slide.start] * _COMMENT_STEP_CM}cm"'
            content = _content(remark, date, says_where=False)
            yield _at(slide.end, f"<officeooo:annotation{declaration} {at}>{content}</officeooo:annotation>")
            seen[slide.start] += 1


def _content(remark: Remark, date: str, *, says_where: bool) -> str:
    texts = remark.texts(says_where=says_where)
    paragraphs = "".join(f"<text:p>{markup.escaped(text)}</text:p>" for text in texts)
    return f"<dc:creator>{AUTHOR}</dc:creator><dc:date>{date.rstrip('Z')}</dc:date>{paragraphs}"


def _at(offset: int, text: str) -> Replacement:
    return Replacement(offset, offset, text)


def _tracked(old: str, new: str, date: str) -> str:
    """``old`` with what ``new`` changes in it as tracked changes."""
    tracker = _Tracker(_first_free_number(old), date, markup.declaration(old, _NAMESPACES))
    pairs = zip(markup.gaps(old), markup.gaps(new), strict=True)
    gaps = [(gap, other) for gap, other in pairs if gap[0] != gap[1] and not _describes(old, gap[0])]
    olds, news = [old[slice(*gap)] for gap, _ in gaps], [new[slice(*gap)] for _, gap in gaps]
    replacements = [
        Replacement(*gap, "".join(map(tracker.marked, found)))
        for (gap, _), found in zip(gaps, changes_of_runs(olds, news), strict=True)
        if found
    ]
    regions = "".join(tracker.regions)
    return replaced(old, [*replacements, *_with_regions(Places(old), regions, tracker.declaration)])


def _describes(text: str, start: int) -> bool:
    """True for the description of a shape, which holds nothing but text."""
    return _DESCRIPTION.fullmatch(text, max(0, text.rfind("<", 0, start)), start) is not None


def _with_regions(places: Places, regions: str, declaration: str) -> Iterator[Replacement]:
    """Put the descriptions of changes with those that are there, else before the text."""
    known = places.tracked_changes
    if known and known.is_empty:
        yield Replacement(known.start, known.end, f"{known.raw[:-2]}>{regions}</{known.tag}>")
    elif known:
        yield _at(places.tracked_changes_end, regions)
    elif places.body:
        element = f"<text:tracked-changes{declaration}>{regions}</text:tracked-changes>"
        yield _at(places.forms_end or places.body.end, element)


class _Tracker:
    """Marks changes in the text and collects their descriptions."""

    def __init__(self, number: int, date: str, declaration: str) -> None:
        self.regions: list[str] = []
        self.declaration = declaration
        self._number = number
        self._info = (
            f"<office:change-info><dc:creator>{AUTHOR}</dc:creator>"
            f"<dc:date>{date.rstrip('Z')}</dc:date></office:change-info>"
        )

    def marked(self, change: Change) -> str:
        """Raw text with the marks of its change."""
        if change.is_same:
            return change.old
        deletion, insertion = self._deletion(change.old), self._insertion(change.new)
        return insertion + deletion if change.inserts_first else deletion + insertion

    def _deletion(self, text: str) -> str:
        if not text:
            return ""
        name = self._region(f"<text:deletion>{self._info}<text:p>{text}</text:p></text:deletion>")
        return f'<text:change{self.declaration} text:change-id="{name}"/>'

    def _insertion(self, text: str) -> str:
        if not text:
            return ""
        name = self._region(f"<text:insertion>{self._info}</text:insertion>")
        mark = f'{self.declaration} text:change-id="{name}"/>'
        return f"<text:change-start{mark}{text}<text:change-end{mark}"

    def _region(self, change: str) -> str:
        """Describe a change, and give the name of the description."""
        name = f"termilint{self._number}"
        self._number += 1
        ids = f'xml:id="{name}" text:id="{name}"'
        self.regions.append(f"<text:changed-region{self.declaration} {ids}>{change}</text:changed-region>")
        return name
