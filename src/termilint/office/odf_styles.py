"""The styles of an OpenDocument file, as far as they tell what a text is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from termilint.office import markup

_CODE_NAMES = frozenset({"Source_20_Text", "Preformatted_20_Text", "Teletype", "Example", "User_20_Entry"})
_MAX_INHERITANCE = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of text, None where it leaves that to the text around it."""

    parent: str | None = None
    is_foreign: bool | None = None
    is_hidden: bool | None = None
    is_code: bool | None = None
    is_title: bool | None = None
    is_quote: bool | None = None

    def over(self, base: Style) -> Style:
        """This style on top of another one."""
        pairs = ((name, getattr(self, name), getattr(base, name)) for name in self.__slots__)
        return Style(**{name: mine if mine is not None else theirs for name, mine, theirs in pairs})


class Styles:
    """Collects styles while a part is walked: give :attr:`on_start` and :attr:`on_end` to the handler.

    ``known`` are the styles of the part that is common to all.
    """

    def __init__(self, known: Styles | None = None) -> None:
        self.found: dict[str, Style] = dict(known.found) if known else {}
        self._open: str | None = None
        self.on_start = {"style:style": self._start, "style:text-properties": self._properties}
        self.on_end = {"style:style": self._end}

    def style(self, name: str | None) -> Style:
        """A style with all that it inherits."""
        style = self.found.get(name or "", Style())
        for _ in range(_MAX_INHERITANCE):
            parent = self.found.get(style.parent or "")
            if parent is None:
                break
            style = replace(style.over(parent), parent=parent.parent)
        return style

    def _start(self, element: markup.Element) -> None:
        self._open = element.get("style:name") or ""
        names = {self._open, element.get("style:parent-style-name")}
        self.found[self._open] = Style(
            parent=element.get("style:parent-style-name"),
            is_code=bool(names & _CODE_NAMES) or None,
            is_title="Title" in names or None,
            is_quote="Quotations" in names or None,
        )

    def _end(self, *_: int) -> None:
        self._open = None

    def _properties(self, element: markup.Element) -> None:
        if self._open is not None:
            language = element.get("fo:language")
            display = element.get("text:display")
            self.found[self._open] = replace(
                self.found[self._open],
                is_foreign=language != "fi" if language else None,
                is_hidden=display == "none" if display else None,
            )


class StyleReader(markup.Handler):
    """Reads nothing but the styles of a part."""

    skipped = frozenset({"office:body", "office:master-styles"})

    def __init__(self) -> None:
        self.styles = Styles()
        self.on_start = dict(self.styles.on_start)
        self.on_end = dict(self.styles.on_end)
