"""AsciiDoc: paragraphs, headings, lists and tables; everything else is not prose."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from termilint.model.document import OBJECT, Block, BlockBuilder, BlockKind, Comment, Document
from termilint.model.span import SourceSpan
from termilint.readers._escapes import UNPRINTABLE, Unescaped
from termilint.readers._lines import Line, joined, lines_of
from termilint.readers._pieces import relocated
from termilint.readers.reader import CommentForm, Reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from termilint.model.source import Source

_VERBATIM_FENCE = re.compile(r"(-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}|[,:]===)(?:[\w,+-]*)[ \t]*\Z")
_GROUP_FENCE = re.compile(r"(?:={4,}|\*{4,}|_{4,}|--)[ \t]*\Z")
_TABLE_FENCE = re.compile(r"[|!]={3,}[ \t]*\Z")
_COMMENT = re.compile(r"//(?!/)(.*)")
_ENTRY = re.compile(r":!?([\w][\w-]*)!?:(?:[ \t]+|\Z)")
_BLOCK_ATTRIBUTES = re.compile(r"\[(.*)\][ \t]*\Z")
_MACRO = re.compile(r"([a-z]\w*)::[^\s\[]*\[(.*)\][ \t]*\Z")
_DIRECTIVE = re.compile(r"(?:ifdef|ifndef|ifeval|endif|include)::\S*\[.*\][ \t]*\Z")
_HEADING = re.compile(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
_TITLE = re.compile(r"\.(?=[^\s.])")
_ITEM = re.compile(
    r"[ \t]*(?:\*{1,5}|-|\.{1,5}|\d{1,3}\.|[a-zA-Z]\.|<(?:\d+|\.)>)[ \t]+(?:\[[ xX*]\][ \t]+)?(?=\S)"
)
_TERM = re.compile(r"[ \t]*(\S[^\r\n]{0,200}?)(?::{2,4}|;;)(?:[ \t]+|\Z)")
_LABEL = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_RULE = re.compile(r"(?:'{3,}|<{3,}|[-*](?:[ ][-*]){2})[ \t]*\Z")
_LITERAL_STYLES = re.compile(
    r"(?:source|listing|literal|stem|latexmath|asciimath|pass|graphviz|plantuml|mermaid|ditaa)\b"
)
_CELL = re.compile(r"(?:(?<=[ \t])|(?<![^\r\n]))(?:\d*(?:\.\d+)?[+*])?[<^>]?(?:\.[<^>])?[a-z]?\|")
_SHOWN_ENTRIES = frozenset(("description", "title"))

_INLINE = re.compile(
    r"""(?P<pass>\+{2,3}[^+]++\+{2,3}|pass:[a-z,]*\[[^\[\]]*+\])
      | (?P<code>`{1,2}[^`\n]++`{1,2}|(?<![\w+])\+[^+\s](?:[^+\n]*[^+\s])?\+(?![\w+]))
      | (?P<anchor>\[\[[^\[\]\n]*+\]\]|\[\#[^\[\]\n]*+\](?=[\#*_`]))
      | (?P<xref><<(?P<target>[^<>,\n]*+)(?:,(?P<label>[^<>]*+))?>>)
      | (?P<link>(?:link:|mailto:|xref:|(?=https?://|ftp://|irc://))[^\s\[\]<>]{0,2000}+\[(?P<shown>[^\[\]]*+)\])
      | (?P<url>\b(?:https?|ftp|irc)://[^\s<>\[\]]++)
      | (?P<kept>(?:btn|footnote|footnoteref|indexterm2):[\w-]*\[(?P<inner>[^\[\]]*+)\])
      | (?P<macro>\b[a-z][\w-]{0,60}+:[^\s\[\]:]{0,2000}+\[[^\[\]]*+\])
      | (?P<hidden>\(\(\([^()]*+\)\)\))
      | (?P<index>\(\((?=[^()]++\)\))|(?<=[^()])\)\))
      | (?P<attribute>\{[a-zA-Z][\w-]*+(?::[^{}\n]*+)?\})
      | (?P<entity>&(?:\#\d+|\#x[0-9a-fA-F]+|[a-zA-Z]\w*);)
      | (?P<escape>\\(?=[*_`\#^~{<+&\[]))
      | (?P<hard>[ \t]\+(?=\n|\Z))
      | (?P<role>\[[.\w\#% -]++\](?=\#))
      | (?P<mark>\*{1,2}|_{1,2}|\#{1,2}|\^|~)""",
    re.VERBOSE,
)
"""Targets are bounded: where no bracket follows, each would be looked for to the end of the line."""

_ESCAPE = Unescaped(rf"[*_`#^~+|\[\]{{}}<>&\\]|::|\({{2}}|\){{2}}|[:;]\Z|\A[ \t.=/:;-]|[\r\n]|{UNPRINTABLE}")
_ALTERNATIVE_ESCAPE = Unescaped(rf'{_ESCAPE.refused}|[,="]')


def read(source: Source) -> Document:
    """The prose of a document; *description* of its header and alternative texts of images too.

    Listings, literal and passthrough blocks, attributes, macros and addresses are out.
    """
    walker = _Walker(list(lines_of(source.text)))
    walker.walk()
    return Document(source, tuple(walker.blocks), tuple(walker.comments))


class _Walker:
    """Reads a document line by line; every handler says whether it took the line."""

    def __init__(self, lines: list[Line]) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._lines = lines
        self._at = 0
        self._paragraph: list[Line] = []
        self._kind = BlockKind.PARAGRAPH
        self._in_list = False
        self._is_literal = False
        self._headings: list[tuple[int, str]] = []

    def walk(self) -> None:
        """Collect the blocks."""
        handlers: tuple[Callable[[Line], bool], ...] = (
            self._on_blank,
            self._on_comment,
            self._on_fence,
            self._on_table,
            self._on_heading,
            self._on_metadata,
            self._on_literal,
            self._on_item,
        )
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not any(handler(line) for handler in handlers):
                self._paragraph.append(_without_label(line, self._paragraph).stripped())
                self._at += 1
        self._flush()

    def _flush(self) -> None:
        """Finish the paragraph."""
        if self._paragraph:
            self._emit(self._paragraph, self._kind)
        self._paragraph = []
        self._kind = BlockKind.PARAGRAPH

    def _emit(self, lines: list[Line], kind: BlockKind) -> None:
        """Add the prose of ``lines`` as one block."""
        block = _without_markup(joined(lines))
        if block.text.replace(OBJECT, "").strip():
            headings = tuple(text for _, text in self._headings)
            escape = _ALTERNATIVE_ESCAPE if kind is BlockKind.ATTRIBUTE else _ESCAPE
            self.blocks.append(Block(kind, block.text, block.segments, headings=headings, escape=escape))

    def _on_blank(self, line: Line) -> bool:
        """An empty line, or a plus that stands for one inside a list item."""
        is_end = line.is_blank or (self._in_list and line.text.strip() == "+")
        if is_end:
            self._flush()
            self._at += 1
        return is_end

    def _on_comment(self, line: Line) -> bool:
        comment = _COMMENT.match(line.text)
        if comment:
            self.comments.append(Comment(SourceSpan(line.start, line.end), comment[1].strip()))
            self._at += 1
        return comment is not None

    def _on_fence(self, line: Line) -> bool:
        """Delimited blocks: those with prose are only lines around it."""
        fence = _VERBATIM_FENCE.match(line.text)
        if fence:
            self._flush()
            self._skip_fenced(fence[1], line)
        elif _GROUP_FENCE.match(line.text) and not _is_underline(line, self._paragraph):
            self._flush()
            self._at += 1
        else:
            return False
        self._is_literal = False
        return True

    def _skip_fenced(self, fence: str, first: Line) -> None:
        inside: list[str] = []
        self._at += 1
        while self._at < len(self._lines):
            line = self._lines[self._at]
            self._at += 1
            if line.text.rstrip() == fence:
                break
            inside.append(line.text)
        if fence.startswith("/"):
            span = SourceSpan(first.start, self._lines[self._at - 1].end)
            self.comments.append(Comment(span, "\n".join(inside).strip()))

    def _on_table(self, line: Line) -> bool:
        if not _TABLE_FENCE.match(line.text):
            return False
        self._flush()
        fence = line.text.rstrip()
        self._at += 1
        cell: list[Line] = []
        while self._at < len(self._lines) and self._lines[self._at].text.rstrip() != fence:
            cell = self._on_table_line(self._lines[self._at], cell)
            self._at += 1
        self._end_cell(cell)
        self._at += 1
        return True

    def _on_table_line(self, line: Line, cell: list[Line]) -> list[Line]:
        """End the cells that a line ends; the one that it leaves open."""
        start = 0
        for bar in _CELL.finditer(line.text):
            self._end_cell([*cell, line.cut(start, bar.start())])
            cell, start = [], bar.end()
        return [*cell, line.cut(start)]

    def _end_cell(self, cell: list[Line]) -> None:
        lines = [line.stripped() for line in cell if not line.is_blank]
        if lines:
            self._emit(lines, BlockKind.TABLE_CELL)

    def _on_heading(self, line: Line) -> bool:
        heading = None if self._paragraph else _HEADING.match(line.text)
        if heading is None:
            return False
        level = len(heading[1])
        self._headings = [above for above in self._headings if above[0] < level]
        self._emit([line.cut(heading.end()).stripped()], BlockKind.HEADING)
        self._headings.append((level, line.text[heading.end() :].strip()))
        self._at += 1
        self._in_list = False
        if level == 1 and len(self._headings) == 1:
            self._skip_authors()
        return True

    def _skip_authors(self) -> None:
        """Author and revision stand directly under the document's title."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.is_blank or _ENTRY.match(line.text) or line.text.startswith("//"):
                return
            self._at += 1

    def _on_metadata(self, line: Line) -> bool:
        """Attributes, macros that stand alone, titles of blocks, drawn lines."""
        text = line.text
        if _DIRECTIVE.match(text) or (not self._paragraph and _RULE.match(text)):
            self._at += 1
        elif self._paragraph:
            return False
        elif entry := _ENTRY.match(text):
            self._on_entry(line, entry)
        elif attributes := _BLOCK_ATTRIBUTES.match(text):
            self._is_literal = bool(_LITERAL_STYLES.match(attributes[1]))
            self._at += 1
        elif macro := _MACRO.match(text):
            self._on_block_macro(line, macro)
        elif title := _TITLE.match(text):
            self._emit([line.cut(title.end()).stripped()], BlockKind.PARAGRAPH)
            self._at += 1
        else:
            return False
        return True

    def _on_entry(self, line: Line, entry: re.Match[str]) -> None:
        """A document attribute; a backslash continues it on the next line."""
        lines = [line.cut(entry.end())]
        self._at += 1
        while lines[-1].text.rstrip().endswith("\\") and self._at < len(self._lines):
            lines[-1] = lines[-1].cut(0, lines[-1].text.rindex("\\"))
            lines.append(self._lines[self._at])
            self._at += 1
        if entry[1] in _SHOWN_ENTRIES:
            self._emit([part.stripped() for part in lines], BlockKind.FRONT_MATTER)

    def _on_block_macro(self, line: Line, macro: re.Match[str]) -> None:
        if macro[1] == "image":
            alternative = line.cut(*macro.span(2)).text.split(",")[0]
            start = macro.start(2)
            self._emit([line.cut(start, start + len(alternative))], BlockKind.ATTRIBUTE)
        self._at += 1

    def _on_literal(self, line: Line) -> bool:
        """A paragraph that is code: by its style, or because it is indented."""
        is_indented = line.indent > 0 and not _ITEM.match(line.text)
        if self._paragraph or not (self._is_literal or is_indented):
            return False
        while self._at < len(self._lines) and not self._lines[self._at].is_blank:
            self._at += 1
        self._is_literal = False
        return True

    def _on_item(self, line: Line) -> bool:
        """List items, and terms with what explains them."""
        if not self._paragraph:
            is_continued = line.indent > 0 or self._lines[self._at - 1].text.strip() == "+"
            self._in_list = self._in_list and is_continued
        if self._paragraph and not self._in_list:
            return False
        item = _ITEM.match(line.text)
        term = None if item else _TERM.match(line.text)
        mark = item or term
        if mark is None:
            return False
        self._flush()
        self._in_list = True
        if term:
            self._emit([line.cut(*term.span(1))], BlockKind.LIST_ITEM)
        rest = line.cut(mark.end())
        self._kind = BlockKind.LIST_ITEM
        self._paragraph = [rest.stripped()] if rest.text.strip() else []
        self._at += 1
        return True


def _is_underline(line: Line, paragraph: list[Line]) -> bool:
    """True for two hyphens in the middle of a paragraph."""
    return line.text.strip() == "--" and bool(paragraph)


def _without_label(line: Line, paragraph: list[Line]) -> Line:
    label = None if paragraph else _LABEL.match(line.text)
    return line.cut(label.end()) if label else line


def _without_markup(raw: Block) -> Block:
    """The text of a block without its inline markup; code and macros become objects."""
    builder = BlockBuilder()
    text, at = raw.text, 0
    for match in _INLINE.finditer(text):
        builder.add(text[at : match.start()], at, match.start())
        _add_inline(builder, match)
        at = match.end()
    builder.add(text[at:], at, len(text))
    return relocated(builder.build(raw.kind), raw)


def _add_inline(builder: BlockBuilder, match: re.Match[str]) -> None:
    shown = next((group for group in ("label", "shown", "inner") if match[group]), None)
    if shown:
        _add_shown(builder, match, shown)
    elif match["entity"]:
        builder.add(html.unescape(match[0]), *match.span())
    elif match["hard"] or match["hidden"]:
        builder.add(" ", *match.span())
    elif match["mark"]:
        if not _is_formatting(match):
            builder.add(match[0], *match.span())
    elif match["url"]:
        builder.add(match[0], *match.span())
    elif match.lastgroup not in ("escape", "index", "role", "anchor"):
        builder.add(OBJECT, *match.span())


def _add_shown(builder: BlockBuilder, match: re.Match[str], group: str) -> None:
    """The text of a link or a note, without attributes such as *window=_blank*."""
    text = re.sub(r"(?:,\s*\w+=.*|\^)\Z", "", match[group])
    start = match.start(group)
    if builder.length and group == "inner":
        builder.add(" ", start - 1, start)
    for piece in re.finditer(r"[*_#`]{1,2}|[^*_#`]+", text):
        if piece[0][0] not in "*_#`":
            builder.add(piece[0], start + piece.start(), start + piece.end())


def _is_formatting(match: re.Match[str]) -> bool:
    """True for a mark that begins or ends formatting: doubled ones anywhere, single ones at words."""
    if len(match[0]) == 2 or match[0] in "^~":
        return True
    before = match.string[match.start() - 1 : match.start()] or " "
    after = match.string[match.end() : match.end() + 1] or " "
    begins = not (before.isalnum() or before == "_") and not after.isspace()
    ends = not before.isspace() and not (after.isalnum() or after == "_")
    return begins or ends


READER = Reader(
    "asciidoc", (".adoc", ".asciidoc"), read, languages=("asciidoc",), comment=CommentForm("// {}")
)
