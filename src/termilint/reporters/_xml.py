"""XML whose values no character of a document can break."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from termilint.reporters._json import is_utf8
from termilint.terminal import printable, printable_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\ufffe": "\ufffd", "\uffff": "\ufffd"}
)
"""Besides markup: the two characters that XML forbids and a terminal does not mind."""


def write_xml(lines: Iterable[str], stream: TextIO) -> None:
    """Write the lines of a document under its declaration; in ASCII if the stream is not UTF-8."""
    for line in ('<?xml version="1.0" encoding="UTF-8"?>', *lines):
        text = line if is_utf8(stream) else line.encode("ascii", "xmlcharrefreplace").decode()
        stream.write(text + "\n")


def element(tag: str, *, close: bool = True, **attributes: str | int | None) -> str:
    """A tag; attributes that are ``None`` are left out. With ``close`` the element is empty."""
    values = "".join(
        f' {name}="{printable(str(value)).translate(_ESCAPES)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{values}{'/' if close else ''}>"


def content(text: str) -> str:
    """``text``, of several lines perhaps, as the content of an element."""
    return printable_lines(text).translate(_ESCAPES)
