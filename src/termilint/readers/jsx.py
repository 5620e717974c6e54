"""JSX and TSX: what components show, by tree-sitter's grammar (the extra *jsx*)."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from termilint.model.document import OBJECT, Block, BlockBuilder, BlockKind, Comment, Document
from termilint.model.span import SourceSpan
from termilint.readers._escapes import Backslashes, Escaping, Markup, spelling_of
from termilint.readers._html import (
    BLOCKS,
    COMPONENT_ATTRIBUTES,
    KINDS,
    NOT_PROSE,
    OBJECTS,
    SHOWN_ATTRIBUTES,
    add_entities_decoded,
)
from termilint.readers._languages import is_finnish
from termilint.readers._offsets import CodePoints
from termilint.readers._pieces import BACKSLASH, add_decoded, unescaped
from termilint.readers.reader import EXPRESSION_COMMENT, Reader, broken, missing_extra

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.model.source import Source

_ATTRIBUTES = SHOWN_ATTRIBUTES | COMPONENT_ATTRIBUTES
_ELEMENTS = frozenset(("jsx_element", "jsx_fragment"))
_SELF_CLOSING = "jsx_self_closing_element"
_BREAK = "br"
_CHUNK = 2_048
MAX_SECONDS = 10
"""The parser recovers from errors at any price: what is no code at all is refused after so long."""

_STRING = re.compile(rf"\\u\{{[0-9a-fA-F]{{1,6}}\}}|{BACKSLASH.pattern}", re.DOTALL)


def read(source: Source) -> Document:
    """The text between tags, the string values of text attributes, and strings shown by expressions.

    Other code is out, and so is what stands under a *lang* other than *fi* or *translate="no"*. Code
    that does not parse is read as far as it does. Raises ReadError if tree-sitter is not installed.
    """
    tree = _parsed(source)
    walker = _Walker(source.text)
    walker.walk(tree.walk())
    blocks = sorted(walker.blocks, key=lambda block: block.segments[0].source_start)
    return Document(source, tuple(blocks), tuple(walker.comments))


def is_among_children(source: Source, comment: SourceSpan) -> bool:
    """True if a comment in braces stands where an element has its text.

    Between attributes, and inside an expression, braces mean something else. Raises ReadError.
    """
    start, end = (
        len(source.text[:at].encode("utf-8", "surrogatepass")) for at in (comment.start, comment.end)
    )
    node = _parsed(source).root_node.descendant_for_byte_range(start, end)
    braces = node.parent
    return bool(
        node.type == "comment"
        and braces
        and braces.type == "jsx_expression"
        and braces.parent
        and braces.parent.type in _ELEMENTS
    )


def _parsed(source: Source) -> Any:
    """The tree of a source. Raises ReadError."""
    try:
        import tree_sitter
        import tree_sitter_typescript
    except ImportError:
        raise missing_extra(source, "jsx") from None
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_typescript.language_tsx()))
    end = time.monotonic() + MAX_SECONDS
    data = source.text.encode("utf-8", "surrogatepass")
    try:
        return parser.parse(
            lambda offset, _: data[offset : offset + _CHUNK],
            progress_callback=lambda *_: time.monotonic() > end,
        )
    except ValueError:
        raise broken(source, 0, f"it does not parse within {MAX_SECONDS} seconds") from None


class _Frame(NamedTuple):
    """A node that is open: whether a block ends with it, and whether it has a text of its own."""

    kind: str
    ends_block: bool = False
    has_own_text: bool = False
    is_mixed: bool = False


class _Walker:
    """Turns the tree into blocks; no recursion, so that depth costs no stack."""

    def __init__(self, text: str) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._text = text
        self._spelling = spelling_of(text)
        self._at = CodePoints(text).at
        self._builders = [BlockBuilder()]
        self._kinds = [BlockKind.PARAGRAPH]
        self._open: list[_Frame] = []

    def walk(self, cursor: Any) -> None:
        """Visit every node once."""
        while True:
            frame = self._enter(cursor.node)
            if frame and cursor.goto_first_child():
                self._open.append(frame)
                continue
            if frame:
                self._leave(frame)
            while not cursor.goto_next_sibling():
                if not cursor.goto_parent():
                    return
                self._leave(self._open.pop())

    def _enter(self, node: Any) -> _Frame | None:
        """Take a node; None if nothing inside it is to be visited."""
        kind: str = node.type
        if kind == "jsx_text":
            self._builders[-1].add(*self._piece(node))
        elif kind == "html_character_reference":
            start, end = self._span(node)
            add_entities_decoded(self._builders[-1], self._text, start, end)
        elif kind == "comment":
            self._on_comment(node)
        elif kind in _ELEMENTS or kind == _SELF_CLOSING:
            return self._on_element(node)
        elif kind == "jsx_attribute":
            return self._on_attribute(node)
        elif kind == "jsx_expression":
            return self._on_expression(node)
        else:
            return _Frame(kind)
        return None

    def _leave(self, frame: _Frame) -> None:
        if frame.ends_block or frame.has_own_text:
            self._end_block()
        if frame.has_own_text:
            self._builders.pop()
            self._kinds.pop()

    def _end_block(self) -> None:
        builder = self._builders[-1]
        if builder.has_prose:
            self.blocks.append(builder.build(self._kinds[-1], escape=Markup("&<>{}", self._spelling)))
        self._builders[-1] = BlockBuilder()
        self._kinds[-1] = BlockKind.PARAGRAPH

    def _span(self, node: Any) -> tuple[int, int]:
        return self._at(node.start_byte), self._at(node.end_byte)

    def _piece(self, node: Any) -> tuple[str, int, int]:
        start, end = self._span(node)
        return self._text[start:end], start, end

    def _on_comment(self, node: Any) -> None:
        text, start, end = self._piece(node)
        inner = text[2:].removesuffix("*/") if text.startswith("/*") else text[2:]
        self.comments.append(Comment(SourceSpan(start, end), inner.strip(" *\r\n\t")))

    def _on_element(self, node: Any) -> _Frame | None:
        """An element is inline, ends a block, or is not prose at all."""
        tag = node if node.type == _SELF_CLOSING else node.child(0)
        name = _name(tag)
        start, end = self._span(node)
        if name in NOT_PROSE or _is_left_alone(tag):
            self._builders[-1].add(OBJECT, start, end)
            return None
        if node.type == _SELF_CLOSING:
            self._builders[-1].add("\n" if name == _BREAK else OBJECT, start, end)
            return _Frame(_SELF_CLOSING, has_own_text=self._begin_own_text())
        is_block = name in BLOCKS or (name not in OBJECTS and not self._is_inline(name))
        if is_block:
            self._end_block()
            self._kinds[-1] = KINDS.get(name, BlockKind.PARAGRAPH)
        return _Frame(node.type, ends_block=is_block, is_mixed=_is_mixed(node))

    def _begin_own_text(self) -> bool:
        self._builders.append(BlockBuilder())
        self._kinds.append(BlockKind.PARAGRAPH)
        return True

    def _is_inline(self, name: str) -> bool:
        """Inline are lower-case elements that end no block, and components amid text.

        An element that stands in code, and in no other element, is none: its text is all that is shown.
        """
        if not self._open or self._open[-1].kind not in _ELEMENTS:
            return False
        return name[:1].islower() or self._open[-1].is_mixed

    def _on_attribute(self, node: Any) -> _Frame | None:
        name, value = node.child(0), node.child(node.child_count - 1)
        if name is None or value is None or name.id == value.id:
            return None
        if name.text.decode() in _ATTRIBUTES:
            if value.type == "string":
                self._add_string(value, is_markup=True)
            for string in _shown_strings(value) if value.type == "jsx_expression" else ():
                self._add_string(string, is_markup=False)
        if value.type == "string":
            return None
        return _Frame("jsx_attribute", has_own_text=self._begin_own_text())

    def _on_expression(self, node: Any) -> _Frame | None:
        """What an expression shows: strings, and elements somewhere in it."""
        in_element = bool(self._open) and self._open[-1].kind in _ELEMENTS
        if not in_element:
            return _Frame("jsx_expression")
        inner = node.named_child(0) if node.named_child_count == 1 else None
        stand_in = " " if inner is None or inner.type == "comment" or _is_space(inner) else OBJECT
        self._builders[-1].add(stand_in, *self._span(node))
        for string in _shown_strings(node):
            self._add_string(string, is_markup=False)
        return _Frame("jsx_expression", has_own_text=self._begin_own_text())

    def _add_string(self, node: Any, *, is_markup: bool) -> None:
        """A string as a block of its own."""
        builder = BlockBuilder()
        start, end = self._span(node)
        quote = self._text[start]
        escape: Escaping = Backslashes(f"{quote}\\$" if quote == "`" else f"{quote}\\")
        if is_markup:
            add_entities_decoded(builder, self._text, start + 1, end - 1)
            escape = Markup(f"&<>{quote}", self._spelling)
        else:
            self._add_js(builder, node)
        if builder.has_prose:
            self.blocks.append(builder.build(BlockKind.ATTRIBUTE, escape=escape))

    def _add_js(self, builder: BlockBuilder, node: Any) -> None:
        start, end = self._span(node)
        add_decoded(builder, self._text, (start + 1, end - 1), _STRING, _unescaped)


def _unescaped(escape: str) -> str:
    if not escape.startswith("\\u{"):
        return unescaped(escape)
    number = int(f"0x{escape[3:-1]}", 0)
    return chr(number) if number < 0x110000 else " "


def _name(tag: Any) -> str:
    """The name of an element; empty for a fragment."""
    name = tag.child_by_field_name("name") if tag is not None else None
    return name.text.decode() if name is not None else ""


def _is_left_alone(tag: Any) -> bool:
    """True if a tag has a *lang* other than Finnish, or *translate="no"*."""
    children = tag.named_children if tag is not None else ()
    return any(child.type == "jsx_attribute" and _forbids_reading(child) for child in children)


def _forbids_reading(attribute: Any) -> bool:
    name = attribute.child(0).text
    value = attribute.child(attribute.child_count - 1).text.decode().strip("\"'{}")
    return value == "no" if name == b"translate" else name == b"lang" and not is_finnish(value)


def _is_mixed(element: Any) -> bool:
    """True if text stands between the children of an element."""
    return any(child.type == "jsx_text" and child.text.strip() for child in element.children)


def _is_space(node: Any) -> bool:
    """True for the string with which people keep a space between elements."""
    return _is_plain_string(node) and not node.text[1:-1].strip()


def _is_plain_string(node: Any) -> bool:
    if node.type == "template_string":
        return all(child.type != "template_substitution" for child in node.named_children)
    return bool(node.type == "string")


def _shown_strings(expression: Any) -> Iterator[Any]:
    """The strings that an expression can have as its value, in order."""
    waiting = [expression]
    while waiting:
        node = waiting.pop()
        if _is_plain_string(node):
            yield node
        elif node.type in ("jsx_expression", "parenthesized_expression"):
            waiting.extend(reversed(node.named_children))
        elif node.type == "ternary_expression":
            fields = ("alternative", "consequence")
            waiting.extend(child for name in fields if (child := node.child_by_field_name(name)))
        elif node.type == "binary_expression" and node.child(1).type in ("&&", "||", "??"):
            waiting.append(node.child(2))


READER = Reader(
    "jsx",
    (".jsx", ".tsx"),
    read,
    languages=("javascriptreact", "typescriptreact"),
    comment=EXPRESSION_COMMENT._replace(may_stand=is_among_children),
)
