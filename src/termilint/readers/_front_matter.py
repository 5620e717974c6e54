"""Front matter: the few values that readers of a page see, decoded with their exact places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termilint.model.document import Block, BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.readers._yaml import Scalar

_KEYS = """title subtitle description summary excerpt lead abstract
otsikko alaotsikko kuvaus tiivistelmä ingressi johdanto"""
VISIBLE_KEYS = frozenset(_KEYS.split())

_FENCED = (
    r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)"
    r"(?=(?:(?:[ \t]|#[^\r\n]*+)*+[\r\n])*+(?:[\w\"'-][^\r\n]*?[:=]|(?P=fence)))"
    r"(?P<body>.*?)(?<=[\r\n])(?P=fence)[ \t]*(?:\r\n|\r|\n|\Z)"
)
_TOML_STRING = re.compile(r'^([\w-]+)[ \t]*=[ \t]*("(?:[^"\\\r\n]|\\.)*+")', re.MULTILINE)


def end_of_front_matter(text: str) -> int:
    """Where the front matter of ``text`` ends, fences included; 0 if there is none."""
    match = _fenced(text)
    return match.end() if match else 0


def front_matter_blocks(text: str) -> Iterator[Block]:
    """The visible values of the front matter; none from one that does not parse."""
    match = _fenced(text)
    if not match:
        return
    from termilint.readers._yaml import Escapes, decode  # most texts have no front matter

    escapes = Escapes(match["body"])
    values = _yaml_values if match["fence"] == "---" else _toml_values
    for scalar in values(match["body"], match.start("body")):
        builder = decode(text, scalar)
        if builder.has_prose:
            yield builder.build(BlockKind.FRONT_MATTER, escape=escapes.of(scalar))


def _fenced(text: str) -> re.Match[str] | None:
    return re.match(_FENCED, text, re.DOTALL) if text.startswith(("---", "+++")) else None


def _toml_values(body: str, base: int) -> Iterator[Scalar]:
    from termilint.readers._yaml import Scalar

    for match in _TOML_STRING.finditer(body):
        if match[1].lower() in VISIBLE_KEYS:
            yield Scalar(base + match.start(2), base + match.end(2), '"')


def _yaml_values(body: str, base: int) -> Iterator[Scalar]:
    """The scalars of visible keys at the top level of the mapping, up to where the YAML breaks."""
    from yaml import YAMLError

    try:
        yield from _visible_values(body, base)
    except YAMLError:
        return


def _visible_values(body: str, base: int) -> Iterator[Scalar]:
    from termilint.readers._yaml import events, scalar_of

    key: str | None = None
    depth = 0
    for kind, event in events(body):
        if kind == "Scalar" and depth == 1 and key is None:
            key = event.value.lower()
            continue
        if kind == "Scalar" and depth == 1 and key in VISIBLE_KEYS:
            yield scalar_of(event, body, base)
        depth += kind.endswith("Start") - kind.endswith("End")
        if depth == 1 and not kind.endswith("Start"):
            key = None
