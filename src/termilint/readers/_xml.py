"""XML: well-formed or refused, and then every tag and text with its exact place."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from termilint.model.document import BlockBuilder, Comment
from termilint.model.span import SourceSpan
from termilint.readers._escapes import UNPRINTABLE, Escaping, Markup, Unescaped, spelling_of
from termilint.readers._html import attributes
from termilint.readers._pieces import add_decoded
from termilint.readers.reader import broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.model.source import Source

MAX_DEPTH = 500

_MARKUP = re.compile(
    r"""<!--(?P<comment>(?:[^-]++|-(?!->))*+)--> | <!\[CDATA\[(?P<data>(?:[^\]]++|\](?!\]>))*+)\]\]>
      | <\?(?:[^?]++|\?(?!>))*+\?> | <!DOCTYPE(?:[^<>"'\[\]]++|"[^"]*"|'[^']*'|\[[^\]]*\])*+>
      | <(?P<end>/?)(?P<name>[^\s/>]++)(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""",
    re.VERBOSE,
)
_IN_DATA = Unescaped(rf"\]|{UNPRINTABLE}")
_REFERENCE = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|amp|lt|gt|quot|apos);")


class Tag(NamedTuple):
    """A start tag (with its attributes), an end tag, or both in one. Offsets are code points."""

    name: str
    start: int
    end: int
    opens: bool
    closes: bool
    attributes: dict[str, str]


class Text(NamedTuple):
    """Characters between tags. In a CDATA section references are letters."""

    start: int
    end: int
    is_data: bool


def scan(source: Source) -> Iterator[Tag | Text | Comment]:
    """Everything in an XML document, in order.

    Raises ReadError for a document that is not well-formed, declares entities, or is nested deeper
    than :data:`MAX_DEPTH`.
    """
    _require_well_formed(source)
    text, at = source.text, 0
    for markup in _MARKUP.finditer(text):
        if markup.start() > at:
            yield Text(at, markup.start(), is_data=False)
        at = markup.end()
        if markup["name"]:
            yield _tag(markup)
        elif markup["data"]:
            yield Text(*markup.span("data"), is_data=True)
        elif markup["comment"] is not None:
            yield Comment(SourceSpan(*markup.span()), markup["comment"].strip())


def add_text(builder: BlockBuilder, source: Source, text: Text) -> None:
    """Add characters with their references decoded."""
    if text.is_data:
        builder.add(source.text[text.start : text.end], text.start, text.end)
    else:
        add_decoded(builder, source.text, (text.start, text.end), _REFERENCE, unescape)


class Escapes:
    """How text is written into a document: between its tags, and in a CDATA section."""

    def __init__(self, source: Source) -> None:
        self._between_tags = Markup("&<>", spelling_of(source.text, named=False))

    def at(self, *, in_data: bool) -> Escaping:
        """The escape of a place; in a CDATA section references are letters."""
        return _IN_DATA if in_data else self._between_tags


def _tag(markup: re.Match[str]) -> Tag:
    closes = bool(markup["end"]) or markup[0].endswith("/>")
    found = {a.name: unescape(a.value) for a in attributes(markup[0])}
    return Tag(markup["name"], *markup.span(), not markup["end"], closes, found)


def _require_well_formed(source: Source) -> None:
    """Parse once without keeping anything: the parser knows exactly where a document breaks."""
    from xml.parsers import expat

    parser = expat.ParserCreate("utf-8")
    guard = _Guard(source)
    parser.EntityDeclHandler = guard.on_entity
    parser.StartElementHandler = guard.on_start
    parser.EndElementHandler = guard.on_end
    guard.parser = parser
    try:
        parser.Parse(source.text.encode("utf-8", "surrogatepass"), True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise broken(source, _offset(source, error.lineno, error.offset), str(error).split(":")[0]) from None


class _Guard:
    """What makes a well-formed document dangerous."""

    def __init__(self, source: Source) -> None:
        self.parser: object = None
        self._source = source
        self._depth = 0

    def on_entity(self, *_: object) -> None:
        raise broken(self._source, self._source.text.find("<!ENTITY"), "entities must not be declared")

    def on_start(self, *_: object) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise broken(self._source, self._place(), f"more than {MAX_DEPTH} levels")

    def on_end(self, _: str) -> None:
        self._depth -= 1

    def _place(self) -> int:
        line = getattr(self.parser, "CurrentLineNumber", 1)
        return _offset(self._source, line, getattr(self.parser, "CurrentColumnNumber", 0))


def _offset(source: Source, line: int, column: int) -> int:
    """The code point offset of the parser's 1-based line and 0-based column."""
    starts = [0]
    starts += (match.end() for match in re.finditer(r"\r\n?|\n", source.text))
    return starts[min(line, len(starts)) - 1] + column
