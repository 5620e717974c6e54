"""How new text is written into each format: the escapes that blocks carry."""

from __future__ import annotations

import html.entities
import re
from dataclasses import dataclass
from enum import Enum

_NO_BYTES_OF_ITS_OWN = r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
_UNPRINTABLE = re.compile(_NO_BYTES_OF_ITS_OWN)
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Spelling(Enum):
    """How a source writes a letter beyond ASCII in markup: ä, &auml;, &#228; or &#xe4;."""

    RAW = "raw"
    NAMED = "named"
    DECIMAL = "decimal"
    HEXADECIMAL = "hexadecimal"


_REFERENCE = re.compile(
    r"&(?:(#[xX])(?:[89a-fA-F][0-9a-fA-F]|[1-9a-fA-F][0-9a-fA-F]{2,})"
    r"|(#)(?:12[89]|1[3-9]\d|[2-9]\d\d|\d{4,})"
    r"|(?!(?:amp|lt|gt|quot|apos|nbsp|copy|reg|shy|[lr]aquo|[mn]dash|hellip)\b)[a-zA-Z]+);"
)
_FOREIGN_CHARSET = re.compile(r"""(?:charset|encoding)\s*=\s*["']?\s*(?!utf-?8)[a-z]""", re.IGNORECASE)
_HEAD = 2_000


def spelling_of(text: str, *, named: bool = True) -> Spelling:
    """How a markup source writes letters beyond ASCII.

    Text that holds any as they are goes on so. Pure ASCII keeps to its references; if it has none
    but declares another character set than UTF-8, references are what is always right.
    """
    if not text.isascii():
        return Spelling.RAW
    reference = _REFERENCE.search(text)
    if reference is None:
        return Spelling.DECIMAL if _FOREIGN_CHARSET.search(text, 0, _HEAD) else Spelling.RAW
    if reference[1]:
        return Spelling.HEXADECIMAL
    return Spelling.DECIMAL if reference[2] or not named else Spelling.NAMED


@dataclass(frozen=True, slots=True)
class Markup:
    """Character references for ``special`` characters and for what ``spelling`` does not leave raw."""

    special: str = "&<>"
    spelling: Spelling = Spelling.RAW

    def __call__(self, text: str) -> str:
        """``text`` with its references. Raises ValueError for characters that markup cannot hold."""
        if _UNPRINTABLE.search(text.replace("\n", "").replace("\t", "")):
            raise ValueError("markup cannot hold control characters")
        return "".join(map(self._written, text))

    def _written(self, character: str) -> str:
        if character in self.special:
            return _SPECIAL.get(character) or f"&#{ord(character)};"
        if character.isascii() or self.spelling is Spelling.RAW:
            return character
        if self.spelling is Spelling.HEXADECIMAL:
            return f"&#x{ord(character):x};"
        name = html.entities.codepoint2name.get(ord(character))
        return f"&{name};" if name and self.spelling is Spelling.NAMED else f"&#{ord(character)};"


_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


@dataclass(frozen=True, slots=True)
class Backslashes:
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
        if beyond or (self.controls and _UNPRINTABLE.match(character)):
            is_wide = self.wide and character > "\uffff"
            return f"\\U{ord(character):08x}" if is_wide else _utf16_escapes(character)
        return character


def _utf16_escapes(character: str) -> str:
    data = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{data[at]:02x}{data[at + 1]:02x}" for at in range(0, len(data), 2))


@dataclass(frozen=True, slots=True)
class Doubled:
    """A quoted text in which the quote is written twice: CSV cells, single-quoted YAML."""

    quote: str
    refused: str = ""

    def __call__(self, text: str) -> str:
        """``text`` with its quotes doubled. Raises ValueError for what cannot stand in such quotes."""
        Unescaped(self.refused)(text)
        return text.replace(self.quote, self.quote * 2)


@dataclass(frozen=True, slots=True)
class Unescaped:
    """For places where nothing can be escaped: what ``refused`` (a pattern) finds cannot be written."""

    refused: str

    def __call__(self, text: str) -> str:
        """``text`` itself. Raises ValueError if something in it would be read as markup."""
        if self.refused and re.search(self.refused, text):
            raise ValueError(f"this text cannot be written here as it is: {text!r}")
        return text


@dataclass(frozen=True, slots=True)
class Within:
    """An escape inside another: markup in a JSON string is escaped as markup, then as JSON."""

    inner: Escaping
    outer: Escaping

    def __call__(self, text: str) -> str:
        """``text`` with both escapes. Raises ValueError as they do."""
        return self.outer(self.inner(text))


@dataclass(frozen=True, slots=True)
class Backslashed:
    """A backslash before what ``special`` (a pattern) finds and markup would take for its own."""

    special: str

    def __call__(self, text: str) -> str:
        """``text`` with its backslashes. Raises ValueError for control characters."""
        if _UNPRINTABLE.search(text):
            raise ValueError("a line cannot hold control characters")
        return re.sub(self.special, r"\\\g<0>", text)


Escaping = Markup | Backslashes | Doubled | Unescaped | Within | Backslashed

UNPRINTABLE = _NO_BYTES_OF_ITS_OWN
"""A pattern of characters that text formats cannot hold as they are."""
