"""The line that a finding is on, with the place underlined, as it can go to any terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from termilint.terminal import display_width, printable

if TYPE_CHECKING:
    from termilint.model.source import Source
    from termilint.model.span import SourceSpan

WIDTH = 88
"""The most terminal cells of source text in a frame, and of other lines."""

_MORE = "…"
_LINE_END = re.compile(r"[\r\n]")


class Frame(NamedTuple):
    """Text before, on and after the place, printable and on one line."""

    line: int
    before: str
    place: str
    after: str

    @property
    def underline(self) -> str:
        """Spaces and ``^`` marks that stand under the place."""
        return " " * display_width(self.before) + "^" * max(display_width(self.place), 1)


def frame(source: Source, span: SourceSpan, cells: int = WIDTH) -> Frame:
    """The frame of the first line of ``span``, cropped around it to ``cells``, at most :data:`WIDTH`.

    It costs no more for long lines.

    Where lines say nothing to a person, it is what a reader sees there, on line 0.
    """
    if source.package:
        before, place, after = map(printable, source.package.excerpt(source.text, span))
        return _cropped(Frame(0, before, place, after), cells)
    line, column = source.position(span.start)
    line_start = span.start - column + 1
    place = _first_line(source.text[span.start : min(span.end, span.start + WIDTH)])
    place_end = span.start + len(place)
    before = source.text[max(line_start, span.start - WIDTH) : span.start]
    after = _first_line(source.text[place_end : place_end + WIDTH])
    return _cropped(Frame(line, printable(before), printable(place), printable(after)), cells)


def _first_line(text: str) -> str:
    return _LINE_END.split(text, maxsplit=1)[0]


def _cropped(whole: Frame, cells: int) -> Frame:
    """``whole`` in at most ``cells``, each side with its share of the room; a long place is not cut."""
    room = max(cells - display_width(whole.place), 0)
    before_width, after_width = display_width(whole.before), display_width(whole.after)
    for_before = max(room // 2, room - after_width)
    before = whole.before.lstrip() if before_width <= for_before else whole.before
    before = _last_cells(before, for_before)
    after = _first_cells(whole.after, room - display_width(before))
    return Frame(whole.line, before, whole.place, after.rstrip())


def _first_cells(text: str, cells: int) -> str:
    """The start of ``text`` in at most ``cells`` cells; a cut shows as an ellipsis."""
    if display_width(text) <= cells:
        return text
    end = 0
    width = display_width(_MORE)
    while width + display_width(text[end]) <= cells:
        width += display_width(text[end])
        end += 1
    return text[:end] + _MORE


def _last_cells(text: str, cells: int) -> str:
    return _first_cells(text[::-1], cells)[::-1]
