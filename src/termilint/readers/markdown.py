"""Markdown: CommonMark with tables, footnotes, task and definition lists, math, front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from termilint.model.document import OBJECT, Block, BlockBuilder, BlockKind, Comment, Document
from termilint.model.span import SourceSpan
from termilint.readers._escapes import Backslashed
from termilint.readers._front_matter import end_of_front_matter, front_matter_blocks
from termilint.readers._offsets import CodePoints
from termilint.readers.reader import MARKUP_COMMENT, Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from termilint.model.source import Source

_CONTAINER = re.compile(r"^[ \t>]*(:{3,}[ \t]*(?:\{[^}\r\n]*\}|[\w-]*))", re.MULTILINE)
LONE_CR = re.compile(r"\r(?!\n)")

_KINDS = {
    "Item": BlockKind.LIST_ITEM,
    "DefinitionListTitle": BlockKind.LIST_ITEM,
    "DefinitionListDefinition": BlockKind.LIST_ITEM,
    "TableCell": BlockKind.TABLE_CELL,
    "BlockQuote": BlockKind.QUOTE,
    "Heading": BlockKind.HEADING,
}
_ESCAPE = Backslashed(r"[\\`*_\[\]<>&|~$#{}]|\A[-+](?=\s|\Z)")
_NAMES = frozenset({"Autolink", "Email", "Collapsed", "Shortcut"})
_INLINE = frozenset(["Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript"])


def read(source: Source) -> Document:
    """The prose of a Markdown document, block by block."""
    return read_masked(source, source.text)


def read_masked(source: Source, masked: str) -> Document:
    """The same, as the parser sees ``masked``: the source's text with what is not Markdown hidden.

    ``masked`` has as many code points; where both have a letter it is the same.
    """
    body = end_of_front_matter(source.text)
    walker = _Walker(_masked(masked, body))
    if body:
        walker.blocks.extend(front_matter_blocks(source.text))
    walker.walk()
    return Document(source, tuple(walker.blocks), tuple(walker.comments))


def _masked(text: str, body: int) -> str:
    """``text`` as the parser should see it, code point for code point.

    Front matter and the markers of ``:::`` containers become empty lines, lone CRs line feeds.
    """
    if "\r" in text:
        text = LONE_CR.sub("\n", text)
    if ":::" in text:
        text = _CONTAINER.sub(lambda m: "\n" * len(m[0]), text)
    return "\n" * body + text[body:] if body else text


class _Walker:
    """Turns the parser's events into blocks; offsets are code points of ``text``."""

    def __init__(self, text: str) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._text = text
        self._at = CodePoints(text).at
        self._builder = BlockBuilder()
        self._kinds = [BlockKind.PARAGRAPH]
        self._levels: list[tuple[str, str]] = []
        self._headings: tuple[str, ...] = ()
        self._mute = False
        self._hidden: list[str] = []
        self._around_images: list[BlockBuilder] = []
        self._attributes: list[Block] = []

    def walk(self) -> None:
        """Read the whole text into :attr:`blocks`."""
        handlers: dict[str, Callable[[Any, int, int], None]] = {
            "Text": self._on_text,
            "Start": self._on_start,
            "End": self._on_end,
            "Code": self._on_object,
            "InlineMath": self._on_object,
            "DisplayMath": self._on_object,
            "InlineHtml": self._on_inline_html,
            "Html": self._on_text,
        }
        for event, place in _events(self._text):
            if type(event) is dict:
                ((name, value),) = event.items()
                if name in handlers:
                    handlers[name](value, place["start"], place["end"])
            elif event == "Rule":
                self._end_block()
            else:
                self._on_text("\n", place["start"], place["end"])

    def _on_text(self, text: str, start: int, end: int) -> None:
        if not self._mute and not self._hidden:
            self._builder.add(text, self._at(start), self._at(end))

    def _on_object(self, _: str, start: int, end: int) -> None:
        self._on_text(OBJECT, start, end)

    def _on_start(self, tag: str | dict[str, Any], start: int, end: int) -> None:
        name, data = _named(tag)
        if name == "Link":
            self._begin_link(data["link_type"], start, end)
        elif name == "Image":
            self._begin_image(data["link_type"], start, end)
        elif name not in _INLINE:
            self._begin_block(name)

    def _on_end(self, tag: str | dict[str, Any], *_: int) -> None:
        name, data = _named(tag)
        if name == "Link":
            self._mute = False
        elif name == "Image":
            self._end_image()
        elif name not in _INLINE:
            self._finish_block(name, data)

    def _begin_link(self, link_type: str | dict[str, Any], start: int, end: int) -> None:
        """A link's text is prose; an address written out, or a text that names its target, is not."""
        if _is_name(link_type):
            self._on_text(OBJECT, start, end)
            self._mute = True

    def _begin_image(self, link_type: str | dict[str, Any], start: int, end: int) -> None:
        """An image is an object; what describes it is collected apart."""
        self._on_text(OBJECT, start, end)
        self._around_images.append(self._builder)
        self._builder = BlockBuilder()
        self._mute = isinstance(link_type, dict) and _is_name(link_type)

    def _end_image(self) -> None:
        """The image's alternative text becomes a block after the one that the image is in."""
        if self._builder.has_prose:
            alternative = self._built(BlockKind.ATTRIBUTE)
            self._attributes.append(alternative)
        self._mute = False
        self._builder = self._around_images.pop()

    def _begin_block(self, name: str) -> None:
        self._end_block()
        self._mute = name == "CodeBlock"
        if name in _KINDS:
            self._kinds.append(_KINDS[name])

    def _finish_block(self, name: str, data: Any) -> None:
        if name == "Heading":
            self._end_heading(data)
        elif name == "HtmlBlock":
            self._end_html()
        else:
            self._end_block()
        self._mute = False
        if name in _KINDS:
            self._kinds.pop()

    def _end_block(self) -> None:
        """Finish the run of prose collected so far."""
        builder = self._builder
        if builder.length:
            if builder.has_prose:
                self.blocks.append(self._built(self._kinds[-1]))
            self._builder = BlockBuilder()
        self._hidden.clear()
        if self._attributes:
            self.blocks.extend(self._attributes)
            self._attributes.clear()

    def _built(self, kind: BlockKind) -> Block:
        return self._builder.build(kind, headings=self._headings, escape=_ESCAPE)

    def _end_heading(self, level: str) -> None:
        """Finish a heading; from here on it stands above, in place of those of its level."""
        while self._levels and self._levels[-1][0] >= level:
            self._levels.pop()
        self._headings = tuple(text for _, text in self._levels)
        text = self._builder.build(BlockKind.HEADING).text.strip()
        self._end_block()
        if text:
            self._levels.append((level, text))
            self._headings += (text,)

    def _end_html(self) -> None:
        """Finish an HTML block: what a browser would show of it."""
        from termilint.readers._html import html_page_of  # most texts hold no HTML

        raw = self._builder.build(BlockKind.PARAGRAPH)
        self._builder = BlockBuilder()
        page = html_page_of(raw)
        self.comments.extend(page.comments)
        for block in page.blocks:
            kind = self._kinds[-1] if block.kind is BlockKind.PARAGRAPH else block.kind
            headings = self._headings + block.headings
            self.blocks.append(block.changed(kind=kind, headings=headings))

    def _on_inline_html(self, tag: str, start: int, end: int) -> None:
        from termilint.readers._html import BLOCKS, NOT_PROSE, OBJECTS, is_left_alone, tag_name

        name = tag_name(tag)
        if self._hidden:
            self._on_hidden(tag, name)
        elif name is None:
            self._on_text(" ", start, end)
            self._add_comment(tag, start, end)
        elif (name in NOT_PROSE or is_left_alone(tag)) and not tag.startswith("</"):
            self._on_text(OBJECT, start, end)
            self._hidden += [name] * (not tag.endswith("/>"))
        elif name in OBJECTS:
            self._on_text(OBJECT, start, end)
            self._add_attributes(tag, self._at(start), self._at(end))
        elif name == "br" or name in BLOCKS:
            self._on_text("\n", start, end)

    def _add_comment(self, markup: str, start: int, end: int) -> None:
        from termilint.readers._html import comment_text, is_comment

        if is_comment(markup):
            self.comments.append(Comment(SourceSpan(self._at(start), self._at(end)), comment_text(markup)))

    def _add_attributes(self, tag: str, start: int, end: int) -> None:
        """Texts in a tag's attributes, unless the markup of a quote or a list cuts the tag."""
        from termilint.readers._html import attribute_blocks

        if len(tag) == end - start:
            self._attributes.extend(attribute_blocks(tag, start))

    def _on_hidden(self, tag: str, name: str | None) -> None:
        """A tag inside an element whose content is not prose."""
        if name != self._hidden[-1]:
            return
        if tag.startswith("</"):
            self._hidden.pop()
        elif not tag.endswith("/>"):
            self._hidden.append(name)


def _is_name(link_type: str | dict[str, Any]) -> bool:
    """True if a link shows nothing but its address or the name of its target."""
    name, data = _named(link_type)
    return name in _NAMES or (name == "WikiLink" and not data["has_pothole"])


def _named(tag: str | dict[str, Any]) -> tuple[str, Any]:
    """The name of a tag event and what comes with it."""
    return (tag, None) if isinstance(tag, str) else next(iter(tag.items()))


def _events(text: str) -> Iterator[Any]:
    """The parser's events with their byte ranges, one at a time: a list of them would be huge."""
    import pyromark
    from pyromark import Options

    options = (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_HEADING_ATTRIBUTES
        | Options.ENABLE_MATH
        | Options.ENABLE_GFM
        | Options.ENABLE_DEFINITION_LIST
        | Options.ENABLE_WIKILINKS
    )
    return pyromark.events_with_range(text, options=options)


READER = Reader(
    "markdown",
    (".md", ".markdown", ".mdown", ".mkd"),
    read,
    languages=("markdown", "pandoc", "quarto"),
    comment=MARKUP_COMMENT,
)
