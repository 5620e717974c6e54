"""The paragraph and character styles of a Word document, as far as they tell what a text is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from termilint.model.document import BlockKind
from termilint.office import markup

if TYPE_CHECKING:
    from termilint.office.package import PackageReader

_CODE_NAMES = frozenset(
    {"code", "koodi", "source code", "source text", "verbatim char", "preformatted text", "macro"}
    | {f"html {kind}" for kind in "code preformatted keyboard sample typewriter variable".split()}
)
_TITLES = frozenset({"title", "otsikko"})
_MAX_INHERITANCE = 20
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of text: its kind, a heading's level (0 for a title), and if it is prose."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    is_hidden: bool = False
    is_not_prose: bool = False
    based_on: str | None = None


def read_styles(reader: PackageReader, member: str) -> dict[str, Style]:
    """The styles of the given part by their identifiers. Raises ReadError if it is broken."""
    styles = _Styles()
    reader.walk(member, styles)
    return {name: _inherited(style, styles.found) for name, style in styles.found.items()}


def _inherited(style: Style, styles: dict[str, Style]) -> Style:
    """``style`` with what it takes over from the styles that it is based on."""
    base = style
    for _ in range(_MAX_INHERITANCE):
        parent = styles.get(base.based_on or "")
        if parent is None:
            break
        base = parent
        if style.kind is BlockKind.PARAGRAPH:
            style = replace(style, kind=base.kind, level=base.level)
        if base.is_not_prose:
            style = replace(style, is_not_prose=True)
    return style


class _Styles(markup.Handler):
    """Collects styles. Their names are English in every language version; their ids are not."""

    def __init__(self) -> None:
        self.found: dict[str, Style] = {}
        self._id: str | None = None
        self.on_start = {
            "w:style": self._start,
            "w:name": self._name,
            "w:basedOn": self._based_on,
            "w:outlineLvl": self._outline_level,
            "w:numPr": self._list,
            "w:vanish": self._hide,
        }
        self.on_end = {"w:style": self._end}

    def _start(self, element: markup.Element) -> None:
        self._id = element.get("w:styleId")
        self._change(based_on=None)

    def _end(self, *_: int) -> None:
        self._id = None

    def _change(self, **changes: object) -> None:
        if self._id is not None:
            self.found[self._id] = replace(self.found.get(self._id, Style()), **changes)  # type: ignore[arg-type]

    def _name(self, element: markup.Element) -> None:
        name = (element.get("w:val") or "").lower()
        word, _, number = name.partition(" ")
        if word == "heading" and number.isdecimal():
            self._change(kind=BlockKind.HEADING, level=int(number))
        elif name in _TITLES:
            self._change(kind=BlockKind.HEADING, level=0)
        elif name in ("quote", "intense quote"):
            self._change(kind=BlockKind.QUOTE)
        elif name in _CODE_NAMES:
            self._change(is_not_prose=True)

    def _based_on(self, element: markup.Element) -> None:
        self._change(based_on=element.get("w:val"))

    def _outline_level(self, element: markup.Element) -> None:
        level = element.get("w:val") or ""
        if level.isdecimal() and int(level) < 9:
            self._change(kind=BlockKind.HEADING, level=int(level) + 1)

    def _list(self, _: markup.Element) -> None:
        if self._id is not None and self.found[self._id].kind is BlockKind.PARAGRAPH:
            self._change(kind=BlockKind.LIST_ITEM)

    def _hide(self, element: markup.Element) -> None:
        self._change(is_hidden=element.get("w:val") not in _OFF)
