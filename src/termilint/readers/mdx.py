"""MDX: Markdown with components and expressions, which are hidden from the Markdown reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termilint.model.document import Comment, Document
from termilint.model.span import SourceSpan
from termilint.readers._front_matter import end_of_front_matter
from termilint.readers._html import attribute_blocks
from termilint.readers.markdown import LONE_CR, read_masked
from termilint.readers.reader import EXPRESSION_COMMENT, Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.model.document import Block
    from termilint.model.source import Source

_PART = re.compile(
    r"""(?P<fence>^[ \t>]*(?P<mark>`{3,}|~{3,})[^\r\n]*+)
      | (?P<module>^(?:import|export)\b(?=[ \t{*'"]))
      | (?P<code>(?P<ticks>`+)(?:[^`]++|(?!(?P=ticks)(?!`))`+)*+(?P=ticks)(?!`))
      | (?P<escape>\\[{}<`\\])
      | (?P<expression>\{)
      | (?P<indent>^(?:[ ]{4,}|[ ]*\t[ \t]*)(?=\S))
      | (?P<tag></?(?:[A-Za-z][\w.:-]*+(?=[\s/>])|(?=>)))""",
    re.VERBOSE | re.MULTILINE,
)
_TOKEN = re.compile(
    r""""(?:[^"\\\r\n]++|\\.)*+" | '(?:[^'\\\r\n]++|\\.)*+' | `(?:[^`\\]++|\\.)*+`
      | //[^\r\n]*+ | /\* | [{}]""",
    re.VERBOSE | re.DOTALL,
)
_IN_TAG = re.compile(r""""[^"]*+"|'[^']*+'|\{|/?>|<""")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?=[\r\n])|\Z")
_OPEN_LINE = re.compile(r"(?:\A|[\r\n])[ \t]*(?:\r\n|\r|\n)\Z|>[ \t]*(?:\r\n|\r|\n)\Z")
"""An empty line, or a line that ends with a tag."""

_REACH = 20_000
"""Code points after which an expression or a tag that is not closed is taken for text."""


def read(source: Source) -> Document:
    """The prose of the Markdown; texts in the attributes of components too.

    Imports, exports and expressions are code; ``{/* */}`` are comments.
    """
    mask = _Mask(LONE_CR.sub("\n", source.text))
    mask.run(end_of_front_matter(source.text))
    document = read_masked(source, "".join(mask.pieces))
    blocks = sorted([*document.blocks, *mask.attributes], key=_place)
    comments = sorted([*document.comments, *mask.comments], key=lambda comment: comment.span.start)
    return Document(source, tuple(blocks), tuple(comments))


def _place(block: Block) -> int:
    return block.segments[0].source_start


class _Mask:
    """Writes the text again as Markdown without MDX, code point for code point.

    What stands on a line of its own becomes line feeds, so that Markdown goes on around it. What
    stands in a line becomes inline code, which leaves an object, or nothing.
    """

    def __init__(self, text: str) -> None:
        self.pieces: list[str] = []
        self.comments: list[Comment] = []
        self.attributes: list[Block] = []
        self._text = text
        self._at = 0
        self._unclosed: frozenset[int] = frozenset()
        self._free_of_ends = range(0)

    def run(self, start: int) -> None:
        """Mask the text from ``start`` on into :attr:`pieces`."""
        self._copy(start)
        while part := _PART.search(self._text, self._at):
            self._copy(part.start())
            kind = part.lastgroup
            if part["fence"]:
                self._drop(self._end_of_fence(part))
            elif kind == "module":
                self._drop(self._end_of_module(part.end()))
            elif kind == "expression":
                self._on_expression(part.start())
            elif kind == "tag":
                self._on_tag(part)
            elif kind == "indent":
                self._on_indent(part.end())
            else:
                self._copy(part.end())
        self._copy(len(self._text))

    def _copy(self, end: int) -> None:
        self.pieces.append(self._text[self._at : end])
        self._at = end

    def _drop(self, end: int) -> None:
        self.pieces.append("\n" * (end - self._at))
        self._at = end

    def _end_of_fence(self, fence: re.Match[str]) -> int:
        mark = fence["mark"]
        closing = re.compile(rf"^[ \t>]*{mark[0]}{{{len(mark)},}}[ \t]*(?=[\r\n]|\Z)", re.MULTILINE)
        end = closing.search(self._text, fence.end())
        return end.end() if end else len(self._text)

    def _end_of_module(self, start: int) -> int:
        """An import or export reaches to a blank line outside its braces."""
        at = start
        while True:
            blank = _BLANK_LINE.search(self._text, at)
            end = blank.start() if blank else len(self._text)
            brace = self._text.find("{", at, end)
            closed = self._end_of_braces(brace) if brace >= 0 else 0
            if closed <= end or closed >= len(self._text):
                return max(end, closed)
            at = closed

    def _end_of_braces(self, start: int) -> int:
        """Behind the brace that closes the one at ``start``; 0 if none does nearby.

        Braces that were found unclosed are remembered, so that they are not tried again.
        """
        if start in self._unclosed:
            return 0
        opened: list[int] = []
        for token in self._tokens(start, start + _REACH):
            mark = self._text[token.start]
            if mark == "{":
                opened.append(token.start)
            elif mark == "}":
                opened.pop()
                if not opened:
                    return token.end
        self._unclosed = frozenset(opened)
        return 0

    def _tokens(self, start: int, end: int) -> Iterator[SourceSpan]:
        """Strings, comments and braces of a range of code, up to a comment that is not closed in it."""
        at = start
        while token := _TOKEN.search(self._text, at, end):
            at = token.end() if token[0] != "/*" else self._end_of_comment(token.end())
            if at > end:
                return
            yield SourceSpan(token.start(), at)

    def _end_of_comment(self, at: int) -> int:
        """Behind the next end of a comment, which is looked for once; beyond any reach if there is none."""
        if at not in self._free_of_ends:
            closing = self._text.find("*/", at)
            self._free_of_ends = range(at, closing + 1 if closing >= 0 else len(self._text) + _REACH)
        return self._free_of_ends.stop + 1

    def _on_expression(self, start: int) -> None:
        end = self._end_of_braces(start)
        if not end:
            self._copy(start + 1)
            return
        for token in self._tokens(start, end):
            raw = token.slice(self._text)
            if raw.startswith("/*"):
                self.comments.append(Comment(token, raw[2:-2].strip()))
        if self._is_alone(start, end):
            self._drop(end)
        else:
            self.pieces.append(_object(self._text[start:end]))
            self._at = end

    def _is_alone(self, start: int, end: int) -> bool:
        """True if nothing else stands on the lines of a range."""
        return (
            self._begins_line(start) and re.compile(r"[ \t]*(?:[\r\n]|\Z)").match(self._text, end) is not None
        )

    def _begins_line(self, at: int) -> bool:
        before = self._text[max(at - _REACH, 0) : at].rstrip(" \t>")
        return not before or before[-1] in "\r\n"

    def _on_tag(self, part: re.Match[str]) -> None:
        """A tag at the beginning of a line ends what is before it; one inside a line is around words."""
        start = part.start()
        end = self._end_of_tag(part.end())
        if not end:
            self._copy(part.end())
            return
        raw = self._text[start:end]
        name = part["tag"].strip("</")
        if not part["tag"].startswith("</"):
            shown = _without_expressions(raw)
            self.attributes.extend(attribute_blocks(shown, start, is_component=not name.islower()))
        if self._begins_line(start) and (self._is_alone(start, end) or not name.islower()):
            self._drop(end)
        else:
            self.pieces.append(_inline_tag(name, raw))
            self._at = end

    def _end_of_tag(self, at: int) -> int:
        """Behind the ``>`` of a tag; 0 if it is none."""
        limit = at + _REACH
        while token := _IN_TAG.search(self._text, at, limit):
            at = token.end()
            if token[0].endswith(">") and token[0][0] not in "\"'":
                return at
            if token[0] == "<":
                return 0
            if token[0] == "{":
                at = self._end_of_braces(token.start())
                if not at:
                    return 0
        return 0

    def _on_indent(self, end: int) -> None:
        """MDX has no indented code: where Markdown would see some, the indentation goes."""
        before = self._text[max(self._at - _REACH, 0) : self._at]
        if _OPEN_LINE.search(before[-500:]):
            self._drop(end)
        else:
            self._copy(end)


def _without_expressions(tag: str) -> str:
    """A tag with dots for its expressions, whose quotes are not those of attributes."""
    return re.sub(r"\{(?:[^{}]|\{[^{}]*+\})*+\}", lambda match: "." * len(match[0]), tag)


def _object(raw: str) -> str:
    """Inline code as long as ``raw``, which leaves an object; two characters have no room for it."""
    return f"`{'x' * (len(raw) - 2)}`" if len(raw) > 2 else raw


def _inline_tag(name: str, raw: str) -> str:
    """HTML of the same length that does the same to the words around it, without texts in it."""
    if len(raw) < 3:
        return raw
    if raw.endswith("/>") and name and name != "br":
        return _object(raw)
    slash = "/" if name and raw.startswith("</") else ""
    shown = name if name.islower() and name.isalnum() else "b"
    opening = f"<{slash}{shown}"
    return f"{opening}{' ' * (len(raw) - len(opening) - 1)}>"


READER = Reader("mdx", (".mdx",), read, languages=("mdx",), comment=EXPRESSION_COMMENT)
