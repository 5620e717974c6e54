"""How new text is written into each format: the escapes that blocks carry."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

UNPRINTABLE = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
"""A pattern of characters that text formats cannot hold as they are."""

_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Spelling(Enum):
    """How a source writes a letter beyond ASCII in markup: ä, &auml;, &#228; or &#xe4;."""

    RAW = "raw"
    NAMED = "named"
    DECIMAL = "decimal"
    HEXADECIMAL = "hexadecimal"


_REFERENCE = (
    r"&(?:(#[xX])(?:[89a-fA-F][0-9a-fA-F]|[1-9a-fA-F][0-9a-fA-F]{2,})"
    r"|(#)(?:12[89]|1[3-9]\d|[2-9]\d\d|\d{4,})"
    r"|(?!(?:amp|lt|gt|quot|apos|nbsp|copy|reg|shy|[lr]aquo|[mn]dash|hellip)\b)[a-zA-Z]+);"
)
_FOREIGN_CHARSET = r"""(?i:charset|encoding)\s*=\s*["']?\s*(?i:(?!utf-?8)[a-z])"""
_HEAD = 2_000


def spelling_of(text: str, *, named: bool = True) -> Spelling:
    """How a markup source writes letters beyond ASCII.

    Text that holds any as they are goes on so. Pure ASCII keeps to its references; if it has none
    but declares another character set than UTF-8, references are what is always right.
    """
    if not text.isascii():
        return Spelling.RAW
    reference = re.search(_REFERENCE, text)
    if reference is None:
        return Spelling.DECIMAL if re.search(_FOREIGN_CHARSET, text[:_HEAD]) else Spelling.RAW
    if reference[1]:
        return Spelling.HEXADECIMAL
    return Spelling.DECIMAL if reference[2] or not named else Spelling.NAMED


class Markup(NamedTuple):
    """Character references for ``special`` characters and for what ``spelling`` does not leave raw."""

    special: str = "&<>"
    spelling: Spelling = Spelling.RAW

    def __call__(self, text: str) -> str:
        """``text`` with its references. Raises ValueError for characters that markup cannot hold."""
        if re.search(UNPRINTABLE, text.replace("\n", "").replace("\t", "")):
            raise ValueError("markup cannot hold control characters")
        return "".join(map(self._written, text))

    def _written(self, character: str) -> str:
        if character in self.special:
            return _SPECIAL.get(character) or f"&#{ord(character)};"
        if character.isascii() or self.spelling is Spelling.RAW:
            return character
        if self.spelling is Spelling.HEXADECIMAL:
            return f"&#x{ord(character):x};"
        name = _entity_name(character) if self.spelling is Spelling.NAMED else None
        return f"&{name};" if name else f"&#{ord(character)};"


def _entity_name(character: str) -> str | None:
    from html.entities import codepoint2name  # a large table that few runs need

    return codepoint2name.get(ord(character))


_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


class Backslashes(NamedTuple):
    r"""A backslash before each of ``special``; *\n* for line breaks and *\uXXXX* for controls.

    With ``ascii_only`` every character beyond ASCII becomes *\uXXXX*, as in sources that write so;
    with ``latin_only`` every one beyond Latin-1. Without ``controls`` only line breaks are escaped.
    ``wide`` formats write *\UXXXXXXXX* where others write two surrogates.
    """

    special: str
    ascii_only: bool = False
    latin_only: bool = False
    controls: bool = True
    wide: bool = False

    def __call__(self, text: str) -> str:
        """``text`` with its backslashes."""
        return "".join(map(self._written, text))

    def _written(self, character: str) -> str:
        if character in self.special:
            return "\\" + character
        if character in _SHORT:
            return _SHORT[character]
        beyond = (self.ascii_only and character > "\x7f") or (self.latin_only and character > "\xff")
        if beyond or (self.controls and re.match(UNPRINTABLE, character)):
            is_wide = self.wide and character > "\uffff"
            return f"\\U{ord(character):08x}" if is_wide else _utf16_escapes(character)
        return character


def _utf16_escapes(character: str) -> str:
    data = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{data[at]:02x}{data[at + 1]:02x}" for at in range(0, len(data), 2))


class Doubled(NamedTuple):
    """A quoted text in which the quote is written twice: CSV cells, single-quoted YAML."""

    quote: str
    refused: str = ""

    def __call__(self, text: str) -> str:
        """``text`` with its quotes doubled. Raises ValueError for what cannot stand in such quotes."""
        Unescaped(self.refused)(text)
        return text.replace(self.quote, self.quote * 2)


class Unescaped(NamedTuple):
    """For places where nothing can be escaped: what ``refused`` (a pattern) finds cannot be written."""

    refused: str

    def __call__(self, text: str) -> str:
        """``text`` itself. Raises ValueError if something in it would be read as markup."""
        if self.refused and re.search(self.refused, text):
            raise ValueError(f"this text cannot be written here as it is: {text!r}")
        return text


class Within(NamedTuple):
    """An escape inside another: markup in a JSON string is escaped as markup, then as JSON."""

    inner: Escaping
    outer: Escaping

    def __call__(self, text: str) -> str:
        """``text`` with both escapes. Raises ValueError as they do."""
        return self.outer(self.inner(text))


class Backslashed(NamedTuple):
    """A backslash before what ``special`` (a pattern) finds and markup would take for its own."""

    special: str

    def __call__(self, text: str) -> str:
        """``text`` with its backslashes. Raises ValueError for control characters."""
        if re.search(UNPRINTABLE, text):
            raise ValueError("a line cannot hold control characters")
        return re.sub(self.special, r"\\\g<0>", text)


Escaping = Markup | Backslashes | Doubled | Unescaped | Within | Backslashed
