"""The visible text of HTML: what a browser would show, and where each piece of it stands."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from termilint.model.document import OBJECT, Block, BlockBuilder, BlockKind, Comment
from termilint.model.span import SourceSpan
from termilint.readers._escapes import Markup, Spelling, spelling_of
from termilint.readers._languages import is_finnish
from termilint.readers._pieces import relocated, source_span

if TYPE_CHECKING:
    from collections.abc import Iterator

_CODE_ELEMENTS = "code kbd samp var tt pre script style svg math template noscript iframe"
NOT_PROSE = frozenset(_CODE_ELEMENTS.split())
"""Elements whose content is code, a formula or nothing that is shown."""

OBJECTS = frozenset(("img", "input", "video", "audio", "object", "embed", "canvas", "picture"))
"""Elements that show something other than text."""

KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL),
    "blockquote": BlockKind.QUOTE,
}
"""The kind of the text of an element, where it is no paragraph."""

_BLOCK_ELEMENTS = """address article aside body button caption center details dialog div dl fieldset
figcaption figure footer form head header hr html label legend main menu nav ol optgroup option p
section select summary table tbody textarea tfoot thead title tr ul"""
BLOCKS = frozenset(_BLOCK_ELEMENTS.split()).union(KINDS)
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
"""Elements whose content holds no tags: code, or (in a *textarea*) the text of a form."""

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_TAG = re.compile(r"</?\s*([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]++)))?""", re.DOTALL
)
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?")
_EXPRESSION = re.compile(r"\{\{(?:[^{}]|\{[^{}]*+\})*+\}\}|\{%[^{}%]*+%\}|\{#[^{}#]*+#\}")
"""What a template engine (Vue, Jinja, Handlebars) replaces."""

_SHOWN_ATTRIBUTES = """alt title placeholder aria-label aria-description aria-placeholder aria-roledescription
aria-valuetext"""
SHOWN_ATTRIBUTES = frozenset(_SHOWN_ATTRIBUTES.split())
"""Attributes whose values people see or hear."""

_COMPONENT_ATTRIBUTES = """label heading subheading subtitle description text caption tooltip helperText
errorMessage ariaLabel buttonText linkText"""
COMPONENT_ATTRIBUTES = frozenset(_COMPONENT_ATTRIBUTES.split())
"""Attributes in which components of JSX and MDX take texts that they show."""

_LOWERED_COMPONENT_ATTRIBUTES = frozenset(name.lower() for name in COMPONENT_ATTRIBUTES)

_LABELLED = frozenset(("option", "optgroup", "track"))
_BUTTONS = frozenset(("submit", "button", "reset"))
_SHOWN_META = """description og:title og:description og:image:alt og:site_name twitter:title
twitter:description twitter:image:alt application-name apple-mobile-web-app-title"""
_META = frozenset(_SHOWN_META.split())


class Attribute(NamedTuple):
    """An attribute of a tag. ``value`` is raw and starts at ``start`` in the tag."""

    name: str
    value: str
    start: int
    quote: str


def attributes(tag: str) -> list[Attribute]:
    """The attributes of a raw start tag that have a value, names in lower case."""
    if "=" not in tag:
        return []
    return [_attribute(match) for match in _ATTRIBUTE.finditer(tag, 1) if match.lastindex != 1]


def _attribute(match: re.Match[str]) -> Attribute:
    group = match.lastindex or 0
    return Attribute(match[1].lower(), match[group], match.start(group), ["", "", '"', "'", ""][group])


def language_in(tag: str) -> str | None:
    """The language that a raw start tag declares for its content."""
    if "lang" not in tag:
        return None
    values = {attribute.name: attribute.value for attribute in attributes(tag)}
    return values.get("lang") or values.get("xml:lang")


def is_left_alone(tag: str) -> bool:
    """True if a raw start tag declares another language than Finnish, or that nobody is to translate it."""
    language = language_in(tag)
    return (language is not None and not is_finnish(language)) or is_translated(tag) is False


def is_translated(tag: str) -> bool | None:
    """What *translate* of a raw start tag says of its texts; None if it says nothing."""
    if "translate" not in tag:
        return None
    values = {attribute.name: attribute.value.lower() for attribute in attributes(tag)}
    return {"no": False, "yes": True}.get(values.get("translate", ""))


def tag_name(tag: str) -> str | None:
    """The lower-case name of the element that a raw tag opens or closes; None for a comment."""
    match = _TAG.match(tag)
    return match[1].lower() if match else None


def attribute_blocks(
    tag: str, start: int, spelling: Spelling = Spelling.RAW, *, is_component: bool = False
) -> Iterator[Block]:
    """The texts that a raw start tag at ``start`` shows: *alt*, *title*, *aria-label* and so on.

    The tag of a component has those of :data:`COMPONENT_ATTRIBUTES`, too.
    """
    found = attributes(tag)
    shown = _shown_names(tag_name(tag) or "", found) if found else SHOWN_ATTRIBUTES
    if is_component:
        shown |= _LOWERED_COMPONENT_ATTRIBUTES
    for attribute in found:
        if attribute.name in shown:
            builder = BlockBuilder()
            add_text(builder, tag, attribute.start, attribute.start + len(attribute.value), start)
            if builder.has_prose:
                special = f"&<>{{}}{attribute.quote}" if attribute.quote else "&<>{}\"'=` \t\n"
                yield builder.build(BlockKind.ATTRIBUTE, escape=Markup(special, spelling))


def _shown_names(name: str, found: list[Attribute]) -> frozenset[str]:
    """The attributes of an element that hold text for people."""
    if name == "meta":
        is_shown = any(a.name in ("name", "property", "itemprop") and a.value.lower() in _META for a in found)
        return frozenset(("content",)) if is_shown else frozenset()
    if name == "input" and any(a.name == "type" and a.value.lower() in _BUTTONS for a in found):
        return SHOWN_ATTRIBUTES | {"value"}
    return SHOWN_ATTRIBUTES | {"label"} if name in _LABELLED else SHOWN_ATTRIBUTES


def add_text(builder: BlockBuilder, raw: str, start: int, end: int, shift: int = 0) -> None:
    """Add a range of ``raw``, entities decoded and template expressions taken out.

    ``shift`` is the source offset of the beginning of ``raw``.
    """
    at = start
    if raw.find("{", start, end) >= 0:
        for match in _EXPRESSION.finditer(raw, start, end):
            add_entities_decoded(builder, raw, at, match.start(), shift)
            stand_in = OBJECT if match[0].startswith("{{") else " "
            builder.add(stand_in, match.start() + shift, match.end() + shift)
            at = match.end()
    add_entities_decoded(builder, raw, at, end, shift)


def add_entities_decoded(builder: BlockBuilder, raw: str, start: int, end: int, shift: int = 0) -> None:
    """Add a range of ``raw`` with its entities decoded."""
    at = start
    if raw.find("&", start, end) >= 0:
        for match in _ENTITY.finditer(raw, start, end):
            character = html.unescape(match[0])
            if character != match[0]:
                builder.add(raw[at : match.start()], at + shift, match.start() + shift)
                builder.add(character, match.start() + shift, match.end() + shift)
                at = match.end()
    builder.add(raw[at:end], at + shift, end + shift)


class Page(NamedTuple):
    """What a piece of HTML holds, in order."""

    blocks: list[Block]
    comments: list[Comment]


def html_page(
    raw: str, start: int = 0, end: int | None = None, *, not_prose: frozenset[str] = NOT_PROSE
) -> Page:
    """The prose of a range of HTML; all offsets are those of ``raw``.

    ``not_prose`` are the elements whose content nobody reads.
    """
    extractor = _Extractor(spelling_of(raw), not_prose)
    extractor.read(raw, start, len(raw) if end is None else end)
    return Page(extractor.blocks, extractor.comments)


def html_page_of(raw: Block) -> Page:
    """The same for HTML that stands in several pieces in the source, given as a block."""
    page = html_page(raw.text)
    return Page(
        [relocated(block, raw) for block in page.blocks],
        [
            comment._replace(span=SourceSpan(*source_span(raw, comment.span.start, comment.span.end)))
            for comment in page.comments
        ],
    )


def tags(raw: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Tags and comments in order. What stands inside a script or a style is none."""
    at = start
    while markup := _MARKUP.search(raw, at, end):
        yield markup
        at = markup.end()
        if markup["name"] and not markup["end"]:
            at = _end_of_raw_text(raw, markup["name"].lower(), at, end)


def is_comment(markup: str) -> bool:
    """True for a comment, and not for a tag or a declaration."""
    return markup.startswith("<!--")


def comment_text(markup: str) -> str:
    """What stands between the marks of a comment."""
    return markup.removeprefix("<!--").removesuffix("-->").strip()


class _Scope(NamedTuple):
    """An element that declares how its content is to be read, which counts inside it."""

    name: str
    is_finnish: bool
    is_translated: bool


class _Scopes:
    """The open elements that declare a language or *translate*: is a place inside them read?"""

    def __init__(self) -> None:
        self._open = [_Scope("", is_finnish=True, is_translated=True)]
        self._depths = [1]

    @property
    def is_read(self) -> bool:
        return self._open[-1].is_finnish and self._open[-1].is_translated

    def start(self, name: str, tag: str) -> None:
        if self._open[-1].name == name == "p":
            self._close()
        language, translated = language_in(tag), is_translated(tag)
        if language is not None or translated is not None:
            outer = self._open[-1]
            finnish = outer.is_finnish if language is None else is_finnish(language)
            self._open.append(
                _Scope(name, finnish, outer.is_translated if translated is None else translated)
            )
            self._depths.append(1)
        elif self._open[-1].name == name:
            self._depths[-1] += 1

    def end(self, name: str) -> None:
        if self._open[-1].name == name:
            self._depths[-1] -= 1
            if not self._depths[-1]:
                self._close()

    def _close(self) -> None:
        self._open.pop()
        self._depths.pop()


class _Extractor:
    """Collects the blocks of a piece of HTML. Offsets are those of the piece."""

    def __init__(self, spelling: Spelling, not_prose: frozenset[str]) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._spelling = spelling
        self._escape = Markup("&<>{}", spelling)
        self._not_prose = not_prose
        self._builder = BlockBuilder()
        self._kind = BlockKind.PARAGRAPH
        self._hidden: list[str] = []
        self._scopes = _Scopes()
        self._headings: tuple[str, ...] = ()
        self._attributes: list[Block] = []

    def read(self, raw: str, start: int, end: int) -> None:
        """Collect the blocks of ``raw``. What is not closed reaches to the end, as in a browser."""
        at = start
        for markup in tags(raw, start, end):
            self._text(raw, at, markup.start())
            at = markup.end()
            name = markup["name"]
            if name is None:
                self._comment(markup)
            elif markup["end"]:
                self._end_tag(name.lower())
            else:
                self._start_tag(name.lower(), markup)
                if name.lower() in self._not_prose:
                    at = _end_of_raw_text(raw, name.lower(), at, end)
        self._text(raw, at, end)
        self._end_block()

    def _text(self, raw: str, start: int, end: int) -> None:
        is_shown = start < end and not self._hidden and self._scopes.is_read
        if is_shown and (self._builder.length or not raw[start:end].isspace()):
            add_text(self._builder, raw, start, end)

    def _comment(self, markup: re.Match[str]) -> None:
        self._add(" ", *markup.span())
        if is_comment(markup[0]):
            self.comments.append(Comment(SourceSpan(*markup.span()), comment_text(markup[0])))

    def _add(self, text: str, start: int, end: int) -> None:
        if not self._hidden and self._scopes.is_read:
            self._builder.add(text, start, end)

    def _start_tag(self, name: str, tag: re.Match[str]) -> None:
        if self._hidden:
            self._hidden += [name] * (name == self._hidden[-1])
            return
        if name in BLOCKS:
            self._end_block()
            self._kind = KINDS.get(name, self._kind if name == "p" else BlockKind.PARAGRAPH)
        elif name == "br":
            self._add("\n", *tag.span())
        elif name in self._not_prose or name in OBJECTS or is_left_alone(tag[0]):
            self._add(OBJECT, *tag.span())
        self._enter(name, tag)

    def _enter(self, name: str, tag: re.Match[str]) -> None:
        """Take over what a start tag says of its content, and its texts."""
        has_content = name not in _VOID and not tag[0].endswith("/>")
        if has_content and name not in self._not_prose:
            self._scopes.start(name, tag[0])
        if self._scopes.is_read and not is_left_alone(tag[0]):
            self._attributes.extend(attribute_blocks(tag[0], tag.start(), self._spelling))
        if name in self._not_prose and has_content:
            self._hidden.append(name)

    def _end_tag(self, name: str) -> None:
        if self._hidden:
            if name == self._hidden[-1]:
                self._hidden.pop()
            return
        if name in BLOCKS:
            self._end_block()
            self._kind = BlockKind.PARAGRAPH
        self._scopes.end(name)

    def _end_block(self) -> None:
        """Finish the run of prose collected so far."""
        if self._builder.has_prose:
            block = self._builder.build(self._kind, headings=self._headings, escape=self._escape)
            self.blocks.append(block)
            if self._kind is BlockKind.HEADING:
                self._headings = (block.text.strip(),)
        self._builder = BlockBuilder()
        self.blocks.extend(self._attributes)
        self._attributes.clear()


def _end_of_raw_text(raw: str, name: str, at: int, limit: int) -> int:
    """Where the content of an element without markup inside (a script, a style) ends."""
    if name not in _RAW_TEXT:
        return at
    end = re.compile(rf"</{name}\b", re.IGNORECASE).search(raw, at, limit)
    return end.start() if end else limit
