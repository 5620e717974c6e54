"""Front matter: the few values that readers of a page see, decoded with their exact places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from termilint.model.document import Block, BlockBuilder, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml import Event

_KEYS = """title subtitle description summary excerpt lead abstract
otsikko alaotsikko kuvaus tiivistelmä ingressi johdanto"""
VISIBLE_KEYS = frozenset(_KEYS.split())

_FENCED = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)"
    r"(?=(?:(?:[ \t]|#[^\r\n]*+)*+[\r\n])*+(?:[\w\"'-][^\r\n]*?[:=]|(?P=fence)))"
    r"(?P<body>.*?)(?<=[\r\n])(?P=fence)[ \t]*(?:\r\n|\r|\n|\Z)",
    re.DOTALL,
)
_TOML_STRING = re.compile(r'^([\w-]+)[ \t]*=[ \t]*("(?:[^"\\\r\n]|\\.)*+")', re.MULTILINE)
_FOLD = r"[ \t]*(?:\r\n|\r|\n)\s*"
_DOUBLE_QUOTED = re.compile(rf"\\(?:x..|u.{{4}}|U.{{8}}|{_FOLD}|.)|{_FOLD}|[^\\\r\n \t]+|[ \t]+")
_SINGLE_QUOTED = re.compile(rf"''|{_FOLD}|[^'\r\n \t]+|[ \t]+")
_UNQUOTED = re.compile(rf"{_FOLD}|[^\r\n \t]+|[ \t]+")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[^\r\n]*(?:\r\n|\r|\n)\s*")
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/", "_": "\xa0", "N": "\x85"}


class _Value(NamedTuple):
    """A scalar as it stands in the source: its raw range and the style it is written in."""

    start: int
    end: int
    style: str


def end_of_front_matter(text: str) -> int:
    """Where the front matter of ``text`` ends, fences included; 0 if there is none."""
    match = _FENCED.match(text) if text.startswith(("---", "+++")) else None
    return match.end() if match else 0


def front_matter_blocks(text: str) -> Iterator[Block]:
    """The visible values of the front matter; none from one that does not parse."""
    match = _FENCED.match(text)
    if not match:
        return
    values = _yaml_values if match["fence"] == "---" else _toml_values
    for value in values(match["body"], match.start("body")):
        builder = _decode(text, value)
        if builder.has_prose:
            yield builder.build(BlockKind.FRONT_MATTER)


def _toml_values(body: str, base: int) -> Iterator[_Value]:
    for match in _TOML_STRING.finditer(body):
        if match[1].lower() in VISIBLE_KEYS:
            yield _Value(base + match.start(2), base + match.end(2), '"')


def _yaml_values(body: str, base: int) -> Iterator[_Value]:
    """The scalars of visible keys at the top level of the mapping."""
    key: str | None = None
    depth = 0
    for kind, event in _yaml_events(body):
        if kind == "Scalar" and depth == 1 and key is None:
            key = event.value.lower()
            continue
        if kind == "Scalar" and depth == 1 and key in VISIBLE_KEYS:
            start, end = event.start_mark.index, event.end_mark.index
            yield _Value(base + start, base + end, event.style or "")
        depth += kind.endswith("Start") - kind.endswith("End")
        if depth == 1 and not kind.endswith("Start"):
            key = None


def _yaml_events(body: str) -> Iterator[tuple[str, Any]]:
    """Events of mappings, sequences, scalars and aliases; it ends where the YAML breaks."""
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(body, Loader=loader):
            kind = _kind(event)
            if not kind.startswith(("Stream", "Document")):
                yield kind, event
    except yaml.YAMLError:
        return


def _kind(event: Event) -> str:
    return type(event).__name__.removesuffix("Event")


def _decode(text: str, value: _Value) -> BlockBuilder:
    """The text of a scalar, piece by piece: escapes decoded, folded lines as a line break."""
    start, end, pattern = _inside(text, value)
    builder = BlockBuilder()
    for match in pattern.finditer(text, start, end):
        builder.add(_decoded(match[0], value.style), match.start(), match.end())
    return builder


def _inside(text: str, value: _Value) -> tuple[int, int, re.Pattern[str]]:
    """The range of a scalar without its quotes or its header, and the pattern of its pieces."""
    if value.style in ('"', "'"):
        pattern = _DOUBLE_QUOTED if value.style == '"' else _SINGLE_QUOTED
        return value.start + 1, value.end - 1, pattern
    header = _BLOCK_HEADER.match(text, value.start, value.end) if value.style else None
    start = header.end() if header else value.start
    return start, start + len(text[start : value.end].rstrip()), _UNQUOTED


def _decoded(piece: str, style: str) -> str:
    if piece == "''" and style == "'":
        return "'"
    if piece.startswith("\\") and style == '"':
        return _unescaped(piece)
    return "\n" if piece.strip() == "" and ("\n" in piece or "\r" in piece) else piece


def _unescaped(piece: str) -> str:
    """What a backslash escape of a double-quoted scalar stands for."""
    kind, digits = piece[1], piece[2:]
    if kind in "xuU" and digits:
        try:
            return chr(int(digits, 16))
        except (ValueError, OverflowError):
            return piece
    return "" if kind.isspace() else _ESCAPES.get(kind, " ")
