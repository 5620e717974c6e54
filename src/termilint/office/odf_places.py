"""Where an OpenDocument part can bear a comment or a tracked change."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from termilint.office import markup

_SHAPES = """frame custom-shape rect line connector g ellipse circle polygon polyline path caption control
measure regular-polygon""".split()
_CONTAINERS = ("text:note", *(f"draw:{name}" for name in _SHAPES))


class Container(NamedTuple):
    """A note or shape that holds text. ``mark`` is where a comment on it can stand, if anywhere."""

    start: int
    end: int
    mark: int | None


class Slide(NamedTuple):
    """A slide; ``end`` is where its last child can stand."""

    start: int
    end: int


class Places(markup.Handler):
    """Finds containers, slides, tracked changes and the first paragraph of the body."""

    def __init__(self, text: str) -> None:
        self.containers: list[Container] = []
        self.slides: list[Slide] = []
        self.first_paragraph: int | None = None
        self.body: markup.Element | None = None
        self.forms_end: int | None = None
        self.tracked_changes: markup.Element | None = None
        self.tracked_changes_end = 0
        self._paragraphs = 0
        self._open: list[tuple[int, int | None]] = []
        self._slide: int | None = None
        self._slide_end: int | None = None
        self.on_start = {
            "office:text": self._start_body,
            "text:tracked-changes": self._start_tracked,
            "draw:page": self._start_slide,
            "presentation:notes": self._start_slide_notes,
            **dict.fromkeys(("text:p", "text:h"), self._start_paragraph),
            **dict.fromkeys(_CONTAINERS, self._start_container),
        }
        self.on_end = {
            "office:forms": self._end_forms,
            "text:tracked-changes": self._end_tracked,
            "draw:page": self._end_slide,
            **dict.fromkeys(("text:p", "text:h"), self._end_paragraph),
            **dict.fromkeys(_CONTAINERS, self._end_container),
        }
        self._in_tracked = False
        markup.walk(text, 0, self)

    def container_at(self, offset: int) -> Container | None:
        """The outermost note or shape that an offset lies in."""
        at = bisect_right(self.containers, offset, key=lambda one: one.start) - 1
        found = self.containers[at] if at >= 0 else None
        return found if found and offset < found.end else None

    def slide_at(self, offset: int) -> Slide | None:
        """The slide that an offset lies in."""
        at = bisect_right(self.slides, offset, key=lambda one: one.start) - 1
        return self.slides[at] if at >= 0 else None

    def _start_body(self, element: markup.Element) -> None:
        self.body = element

    def _end_forms(self, _: int, end: int) -> None:
        self.forms_end = end

    def _start_tracked(self, element: markup.Element) -> None:
        self.tracked_changes = element
        self._in_tracked = True

    def _end_tracked(self, start: int, _: int) -> None:
        self.tracked_changes_end = start
        self._in_tracked = False

    def _start_paragraph(self, element: markup.Element) -> None:
        in_body = self.body is not None and not self._in_tracked and not self._open
        if in_body and self.first_paragraph is None and not element.is_empty:
            self.first_paragraph = element.end
        self._paragraphs += 1

    def _end_paragraph(self, *_: int) -> None:
        self._paragraphs -= 1

    def _start_container(self, element: markup.Element) -> None:
        self._open.append((element.start, element.start if self._paragraphs else None))

    def _end_container(self, _: int, end: int) -> None:
        start, mark = self._open.pop()
        if not self._open:
            self.containers.append(Container(start, end, mark))

    def _start_slide(self, element: markup.Element) -> None:
        self._slide, self._slide_end = element.start, None

    def _start_slide_notes(self, element: markup.Element) -> None:
        self._slide_end = element.start

    def _end_slide(self, start: int, _: int) -> None:
        if self._slide is not None:
            self.slides.append(Slide(self._slide, self._slide_end or start))
        self._slide = None
