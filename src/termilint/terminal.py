"""What may go to a terminal: safe characters, known widths, and colours where they are wanted."""

from __future__ import annotations

import os
import re
import unicodedata
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
"""Control characters, line separators, marks that turn the writing direction, lone surrogates."""


def printable(text: str) -> str:
    """``text`` on one line and without anything that a terminal would obey, one for one.

    Line ends and tabs become spaces, other control characters their pictures (``␛``).
    """
    return _UNSAFE.sub(_picture, text) if not text.isprintable() else text


def printable_lines(text: str) -> str:
    """The same for text of several lines, which stay."""
    return "\n".join(map(printable, text.split("\n")))


def _picture(match: re.Match[str]) -> str:
    character = match[0]
    if character in "\t\n\r\f\v\u2028\u2029":
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    return "\u2421" if character == "\x7f" else "\ufffd"


def display_width(text: str) -> int:
    """The number of terminal cells that printable ``text`` takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def line_width(stream: TextIO, environment: Mapping[str, str]) -> int | None:
    """The number of cells in a line of the terminal behind ``stream``, None if there is none.

    COLUMNS outweighs what the terminal says, as for other programs.
    """
    if environment.get("COLUMNS", "").isdecimal():
        return int(environment["COLUMNS"]) or None
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except (OSError, ValueError):
        return None


def wants_color(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """True if ``stream`` should get colours.

    NO_COLOR forbids them and FORCE_COLOR asks for them; else a terminal that can show them gets
    them.
    """
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"
