"""The visible text of HTML: what a browser would show, and where each piece of it stands."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from termilint.model.document import OBJECT, Block, BlockBuilder, BlockKind
from termilint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

_CODE_ELEMENTS = "code kbd samp var tt pre script style textarea svg math template noscript iframe"
NOT_PROSE = frozenset(_CODE_ELEMENTS.split())
"""Elements whose content is code, a formula or nothing that is shown."""

OBJECTS = frozenset(("img", "input", "video", "audio", "object", "embed", "canvas", "picture"))
"""Elements that show something other than text."""

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL),
    "blockquote": BlockKind.QUOTE,
}
_BLOCK_ELEMENTS = """address article aside body button caption center details dialog div dl fieldset
figcaption figure footer form head header hr html label legend main menu nav ol optgroup option p
section select summary table tbody tfoot thead title tr ul"""
BLOCKS = frozenset(_BLOCK_ELEMENTS.split()).union(_KINDS)
"""Elements before and after which a run of prose ends."""

_MARKUP = re.compile(
    r"""<!--.*?(?:-->|\Z)
    | <[!?][^>]*+(?:>|\Z)
    | <(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)
      (?:[^>=]++ | =\s*+(?:"[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z))?+)*+(?:>|\Z)""",
    re.DOTALL | re.VERBOSE,
)
"""Never fails after a ``<`` and its letter, so that broken markup costs its length and no more."""

_RAW_TEXT = frozenset(("script", "style", "textarea"))
_TAG = re.compile(r"</?\s*([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"""\s(alt|title|aria-label|placeholder)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?")


def tag_name(tag: str) -> str | None:
    """The lower-case name of the element that a raw tag opens or closes; None for a comment."""
    match = _TAG.match(tag)
    return match[1].lower() if match else None


def attribute_blocks(tag: str, start: int) -> Iterator[Block]:
    """The texts that a raw start tag at ``start`` shows: *alt*, *title*, *aria-label* and so on."""
    for match in _ATTRIBUTE.finditer(tag):
        group = 2 if match[2] is not None else 3
        builder = BlockBuilder()
        for text, at, end in decoded(match[group]):
            shift = start + match.start(group)
            builder.add(text, at + shift, end + shift)
        if builder.has_prose:
            yield builder.build(BlockKind.ATTRIBUTE)


def decoded(raw: str) -> Iterator[tuple[str, int, int]]:
    """``raw`` in pieces, entities decoded: each piece with its range in ``raw``."""
    at = 0
    for match in _ENTITY.finditer(raw):
        character = html.unescape(match[0])
        if character == match[0]:
            continue
        yield raw[at : match.start()], at, match.start()
        yield character, match.start(), match.end()
        at = match.end()
    yield raw[at:], at, len(raw)


def html_blocks(raw: str) -> list[Block]:
    """The prose of a piece of HTML, in order; the segments are offsets into ``raw``."""
    extractor = _Extractor()
    extractor.read(raw)
    return extractor.blocks


def html_blocks_of(raw: Block) -> list[Block]:
    """The same for HTML that stands in several pieces in the source, given as a block."""
    return [_relocated(block, raw) for block in html_blocks(raw.text)]


def _relocated(block: Block, raw: Block) -> Block:
    """``block``, whose segments are offsets into the text of ``raw``, with those of the source."""
    builder = BlockBuilder()
    for segment in block.segments:
        text = block.text[segment.text_start : segment.text_end]
        if segment.verbatim:
            _add_verbatim(builder, text, segment.source_start, raw)
        else:
            parts = raw.to_source(TextSpan(segment.source_start, segment.source_end))
            builder.add(text, parts[0].start, parts[-1].end)
    return builder.build(block.kind, headings=block.headings)


def _add_verbatim(builder: BlockBuilder, text: str, start: int, raw: Block) -> None:
    at = 0
    for part in raw.to_source(TextSpan(start, start + len(text))):
        builder.add(text[at : at + len(part)], part.start, part.end)
        at += len(part)


class _Extractor:
    """Collects the blocks of a piece of HTML. Offsets are those of the piece."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._builder = BlockBuilder()
        self._kind = BlockKind.PARAGRAPH
        self._hidden: list[str] = []
        self._headings: tuple[str, ...] = ()
        self._attributes: list[Block] = []

    def read(self, raw: str) -> None:
        """Collect the blocks of ``raw``. What is not closed reaches to the end, as in a browser."""
        at = 0
        while markup := _MARKUP.search(raw, at):
            self._text(raw, at, markup.start())
            at = markup.end()
            name = markup["name"]
            if name is None:
                self._add(" ", markup.start(), at)
            elif markup["end"]:
                self._end_tag(name.lower())
            else:
                self._start_tag(name.lower(), markup)
                at = _end_of_raw_text(raw, name.lower(), at)
        self._text(raw, at, len(raw))
        self._end_block()

    def _text(self, raw: str, start: int, end: int) -> None:
        text = raw[start:end]
        if not self._hidden and (self._builder.length or not text.isspace()):
            for piece, at, to in decoded(text):
                self._builder.add(piece, start + at, start + to)

    def _add(self, text: str, start: int, end: int) -> None:
        if not self._hidden:
            self._builder.add(text, start, end)

    def _start_tag(self, name: str, tag: re.Match[str]) -> None:
        if self._hidden:
            self._hidden += [name] * (name == self._hidden[-1])
            return
        if name in BLOCKS:
            self._end_block()
            self._kind = _KINDS.get(name, self._kind if name == "p" else BlockKind.PARAGRAPH)
        elif name == "br":
            self._add("\n", *tag.span())
        elif name in NOT_PROSE or name in OBJECTS:
            self._add(OBJECT, *tag.span())
        self._attributes.extend(attribute_blocks(tag[0], tag.start()))
        if name in NOT_PROSE and not tag[0].endswith("/>"):
            self._hidden.append(name)

    def _end_tag(self, name: str) -> None:
        if self._hidden:
            if name == self._hidden[-1]:
                self._hidden.pop()
        elif name in BLOCKS:
            self._end_block()
            self._kind = BlockKind.PARAGRAPH

    def _end_block(self) -> None:
        """Finish the run of prose collected so far."""
        if self._builder.has_prose:
            block = self._builder.build(self._kind, headings=self._headings)
            self.blocks.append(block)
            if self._kind is BlockKind.HEADING:
                self._headings = (block.text.strip(),)
        self._builder = BlockBuilder()
        self.blocks.extend(self._attributes)
        self._attributes.clear()


def _end_of_raw_text(raw: str, name: str, at: int) -> int:
    """Where the content of an element without markup inside (a script, a style) ends."""
    if name not in _RAW_TEXT:
        return at
    end = re.compile(rf"</{name}\b", re.IGNORECASE).search(raw, at)
    return end.start() if end else len(raw)
