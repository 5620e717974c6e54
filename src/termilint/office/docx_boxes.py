"""Text boxes of Word documents, which hold their text twice: for today's programs and for old ones."""

from __future__ import annotations

from typing import NamedTuple

from termilint.office import markup
from termilint.office.changes import Replacement, replaced


class _Box(NamedTuple):
    """The ranges of a box's text and of its copy for old programs."""

    text: tuple[int, int]
    copy: tuple[int, int]


def with_copies(old: str, new: str) -> str:
    """``new`` with the copies of text boxes changed like the boxes, where they were the same in ``old``."""
    if "Fallback" not in old:
        return new
    copies = []
    for before, after in zip(_Boxes(old).found, _Boxes(new).found, strict=True):
        text = new[slice(*after.text)]
        if old[slice(*before.text)] == old[slice(*before.copy)] != text:
            copies.append(Replacement(*after.copy, text))
    return replaced(new, copies)


class _Boxes(markup.Handler):
    """Finds the boxes of a part that have a copy."""

    def __init__(self, text: str) -> None:
        self.found: list[_Box] = []
        self._open: list[dict[str, tuple[int, int]]] = []
        self._side: list[str] = []
        self._starts: list[int] = []
        self.on_start = {
            "mc:AlternateContent": self._start,
            "mc:Choice": self._start_side,
            "mc:Fallback": self._start_side,
            "w:txbxContent": self._start_box,
        }
        self.on_end = {
            "mc:AlternateContent": self._end,
            "mc:Choice": self._end_side,
            "mc:Fallback": self._end_side,
            "w:txbxContent": self._end_box,
        }
        markup.walk(text, 0, self)

    def _start(self, _: markup.Element) -> None:
        self._open.append({})

    def _end(self, *_: int) -> None:
        ranges = self._open.pop()
        if len(ranges) == 2 and not self._open:
            self.found.append(_Box(ranges["mc:Choice"], ranges["mc:Fallback"]))

    def _start_side(self, element: markup.Element) -> None:
        self._side.append(element.name)

    def _end_side(self, *_: int) -> None:
        self._side.pop()

    def _start_box(self, element: markup.Element) -> None:
        self._starts.append(element.start)

    def _end_box(self, _: int, end: int) -> None:
        start = self._starts.pop()
        if self._open and self._side:
            self._open[-1].setdefault(self._side[-1], (start, end))
