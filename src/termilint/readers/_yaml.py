"""YAML scalars: where they stand, in which style, and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from termilint.model.document import BlockBuilder
from termilint.readers._escapes import UNPRINTABLE, Backslashes, Doubled, Escaping, Unescaped
from termilint.readers._pieces import add_decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLD = r"[ \t]*+(?:\r\n|\r|\n)\s*+"
_DOUBLE_QUOTED = re.compile(rf"\\(?:x..|u....|U........|{_FOLD}|.)|(?<![ \t]){_FOLD}")
_SINGLE_QUOTED = re.compile(rf"''|(?<![ \t]){_FOLD}")
_UNQUOTED = re.compile(rf"(?<![ \t]){_FOLD}")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[^\r\n]*(?:\r\n|\r|\n)\s*")
_PROPERTIES = re.compile(r"(?:(?:!<[^>\s]*+>|[&!][^\s,\[\]{}]*+)(?:\s++(?:#[^\r\n]*+)?+)*+)*+")
"""Anchor and tag in front of a scalar, with the space and the comments behind each."""

_LETTERS = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "_": "\xa0",
    "N": "\x85",
    "L": "\u2028",
    "P": "\u2029",
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "e": "\x1b",
    "f": "\f",
    "v": "\v",
}

_NO_EDGE = rf"\A\s|\s\Z|[\r\n]|{UNPRINTABLE}"
_WORDS = r"\A(?i:~|=|<<|true|false|null|yes|no|on|off|y|n)\Z"
_INDICATORS = r"""\A[-+.\d?:,\[\]{}#&*!|>'"%@`]|:(?:\s|\Z)|\s#"""
_PLAIN = Unescaped(rf"{_NO_EDGE}|{_INDICATORS}|{_WORDS}")
_FLOW = Unescaped(rf"{_PLAIN.refused}|[,\[\]{{}}]")
_ESCAPES: dict[str, Escaping] = {
    "'": Doubled("'", _NO_EDGE),
    "|": Unescaped(_NO_EDGE),
    ">": Unescaped(_NO_EDGE),
    "": _PLAIN,
    "flow": _FLOW,
}


class Scalar(NamedTuple):
    """A scalar as it stands in the source: its raw range and the style (``"'|>`` or none)."""

    start: int
    end: int
    style: str


def events(text: str) -> Iterator[tuple[str, Any]]:
    """Events of mappings, sequences, scalars and aliases with their names. Raises yaml.YAMLError."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for event in yaml.parse(text, Loader=loader):
        kind = type(event).__name__.removesuffix("Event")
        if not kind.startswith(("Stream", "Document")):
            yield kind, event


def scalar_of(event: Any, text: str, base: int = 0) -> Scalar:
    """The place of a scalar event of ``text``, which begins at ``base`` in the source.

    Its anchor and its tag are names and no part of it.
    """
    start, end = event.start_mark.index, event.end_mark.index
    properties = _PROPERTIES.match(text, start, end) if event.anchor or event.tag else None
    return Scalar(base + (properties.end() if properties else start), base + end, event.style or "")


def decode(text: str, scalar: Scalar) -> BlockBuilder:
    """The text of a scalar, piece by piece: escapes decoded, folded lines as a line break."""
    start, end, pattern = _inside(text, scalar)
    builder = BlockBuilder()
    add_decoded(builder, text, (start, end), pattern, _decoded)
    return builder


class Escapes:
    """How text is written into the scalars of a source, style by style."""

    def __init__(self, source: str) -> None:
        is_ascii_only = source.isascii() and ("\\u" in source or "\\x" in source)
        self._double_quoted = Backslashes('"\\', ascii_only=is_ascii_only, wide=True)

    def of(self, scalar: Scalar, *, in_flow: bool = False) -> Escaping:
        r"""The escape of a scalar; a source in pure ASCII that writes *\u00e4* goes on so."""
        if scalar.style == '"':
            return self._double_quoted
        return _ESCAPES["flow" if in_flow and not scalar.style else scalar.style]


def _inside(text: str, scalar: Scalar) -> tuple[int, int, re.Pattern[str]]:
    """The range of a scalar without its quotes or its header, and the pattern of what is decoded."""
    if scalar.style in ('"', "'"):
        pattern = _DOUBLE_QUOTED if scalar.style == '"' else _SINGLE_QUOTED
        return scalar.start + 1, scalar.end - 1, pattern
    header = _BLOCK_HEADER.match(text, scalar.start, scalar.end) if scalar.style else None
    start = header.end() if header else scalar.start
    return start, start + len(text[start : scalar.end].rstrip()), _UNQUOTED


def _decoded(piece: str) -> str:
    """What an escape or a line break with its indentation stands for; an empty line stays one."""
    if piece == "''":
        return "'"
    if piece.startswith("\\"):
        return _unescaped(piece)
    return "\n\n" if len(piece.splitlines()) > 2 else "\n"


def _unescaped(piece: str) -> str:
    """What a backslash escape of a double-quoted scalar stands for."""
    kind, digits = piece[1], piece[2:]
    if kind.isspace() and kind not in " \t":
        return ""
    if kind not in "xuU":
        return _LETTERS.get(kind, kind)
    try:
        return chr(int(digits, 16))
    except (ValueError, OverflowError):
        return piece
