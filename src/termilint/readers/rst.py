"""reStructuredText, as docutils and Sphinx read it: prose out of its markup."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from termilint.model.document import OBJECT, Block, BlockBuilder, BlockKind, Comment, Document
from termilint.model.span import SourceSpan
from termilint.readers._escapes import Backslashed, Unescaped, Within
from termilint.readers._lines import Line, joined, lines_of
from termilint.readers._pieces import add_decoded, relocated
from termilint.readers.reader import CommentForm, Reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from termilint.model.source import Source

_EXPLICIT = re.compile(r"[ \t]*\.\.(?:[ \t]+|\Z)")
_DIRECTIVE = re.compile(r"(?:\|[^|]*\|[ \t]+)?([\w:.+-]+?)[ \t]?::(?:[ \t]+|\Z)")
_TARGET = re.compile(r"_[^ ].*:|__ |\[[^\]]+\][ \t]*")
_FOOTNOTE = re.compile(r"\[[^\]]+\][ \t]+")
_ADORNMENT = re.compile(r"([!-/:-@[-`{-~])\1*[ \t]*\Z")
_BULLET = re.compile(
    r"[ \t]*(?:[-*+•‣⁃]|(?:\d{1,3}|#|[a-zA-Z]|[ivxlIVXL]+)[.)]|\((?:\d{1,3}|#|[a-zA-Z])\))[ \t]+(?=\S)"
)
_FIELD = re.compile(r"[ \t]*:(?!\s)([^:`\r\n]{1,80}):(?:[ \t]+|\Z)")
_LINE_BLOCK = re.compile(r"[ \t]*\|[ \t]+")
_OPTION = re.compile(r"[ \t]*(?:-{1,2}|/)\w[^\r\n]*?(?:[ \t]{2,}|\Z)")
_GRID_BORDER = re.compile(r"[ \t]*\+(?:[-=]+\+)+[ \t]*\Z")
_SIMPLE_BORDER = re.compile(r"[ \t]*=+(?:[ \t]+=+)+[ \t]*\Z")
_SHOWN_OPTIONS = frozenset(("alt", "caption", "title", "header", "subtitle"))

_CODE = """code code-block sourcecode highlight literalinclude math raw include image toctree index csv-table
graphviz digraph graph mermaid plantuml uml doctest testcode testoutput testsetup testcleanup productionlist
parsed-literal default-role role class rst-class contents sectnum meta currentmodule module program
bibliography automodule autoclass autofunction automethod autosummary autodata autoexception autoattribute
click argparse jinja prompt ipython plot tikz video youtube tabularcolumns highlight-lang namespace
unicode date cssclass container-css""".split()
_CODE_DIRECTIVES = frozenset(_CODE)
_TITLED = """admonition topic sidebar rubric table list-table centered dropdown card grid-item-card tab
tab-item replace note tip hint important warning caution danger attention error seealso
todo epigraph pull-quote
highlights compound versionadded-note""".split()
_TITLED_DIRECTIVES = frozenset(_TITLED)

_ROLES_OF_TEXT = """emphasis strong sub sup subscript superscript title title-reference guilabel menuselection
term abbr dfn ref doc any numref download s u i b""".split()
_TEXT_ROLES = frozenset(_ROLES_OF_TEXT)
_INLINE = re.compile(
    r"""(?P<literal>``(?=[^\s])(?:[^`]++|`(?!`))*+``)
      | (?P<role>:(?P<name>[a-zA-Z][\w.+-]*+(?::[\w.+-]++){0,3}+):`(?P<content>[^`]*+)`)
      | (?P<link>_?`(?P<text>[^`\s][^`]*+)`(?::[\w:.+-]++:|_{0,2}))
      | (?P<substitution>\|[^\s|][^|\n]{0,200}\|_{0,2})
      | (?P<note>\[(?:\#?[\w.-]*+|\*)\]_)
      | (?P<escape>\\(?:\s|[^\s]|\Z))
      | (?P<stars>(?<!\*)\*{1,2}(?!\*))
      | (?P<reference>(?<=[^\W_])_{1,2}(?![\w`]))
      | (?P<url>\b(?:https?|ftp|mailto):[^\s<>`]++)""",
    re.VERBOSE,
)
_OPENING = "\"'([{<‘“’«¡¿-/:–—”„ \t\n"
_ESCAPE = Within(Unescaped(r"[`<>|]"), Backslashed(r"[\\*]|_(?!\w)"))
_BACKSLASH = re.compile(r"\\.", re.DOTALL)
_IN_TABLE = Unescaped(r"(?s).")
"""Longer text would leave its column."""


def read(source: Source) -> Document:
    """The prose of a document: paragraphs, headings, lists, tables, notes.

    Literal blocks, code directives, targets, options and roles that name code are out; *alt* and
    *caption* of images are read. What is broken is read as the text that it looks like.
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
        self._indent = 0
        self._continuation = 0
        self._styles: list[str] = []
        self._headings: list[str] = []

    def walk(self) -> None:
        """Collect the blocks."""
        handlers: tuple[Callable[[Line], bool], ...] = (
            self._on_blank,
            self._on_explicit,
            self._on_title,
            self._on_table,
            self._on_doctest,
            self._on_item,
        )
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not any(handler(line) for handler in handlers):
                self._add(line)
                self._at += 1
        self._flush()

    def _on_blank(self, line: Line) -> bool:
        if not line.is_blank:
            return False
        is_announcement = bool(self._paragraph) and self._paragraph[-1].text.endswith("::")
        self._flush()
        self._at += 1
        if is_announcement:
            self._skip_deeper_than(self._indent)
        return True

    def _flush(self) -> None:
        """Finish the paragraph."""
        if self._paragraph:
            self._emit(self._paragraph, self._kind)
        self._paragraph = []
        self._kind = BlockKind.PARAGRAPH

    def _emit(self, lines: list[Line], kind: BlockKind) -> None:
        """Add the prose of ``lines`` as one block; between lines of a table cell others stand."""
        block = _without_markup(joined(lines, apart=kind is BlockKind.TABLE_CELL))
        if block.text.replace(OBJECT, "").strip():
            escape = _IN_TABLE if kind is BlockKind.TABLE_CELL else _ESCAPE
            above = tuple(self._headings)
            self.blocks.append(Block(kind, block.text, block.segments, headings=above, escape=escape))

    def _skip_deeper_than(self, indent: int) -> None:
        """Go over the lines that are blank or indented deeper."""
        while self._at < len(self._lines) and self._lines[self._at].is_blank:
            self._at += 1
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.is_blank and line.indent <= indent:
                break
            self._at += 1

    def _add(self, line: Line) -> None:
        """A line of a paragraph; where the indentation changes another one begins."""
        if self._paragraph and line.indent != self._continuation:
            self._flush()
        if not self._paragraph:
            self._indent = line.indent
        self._continuation = line.indent
        self._paragraph.append(line.stripped())

    def _begin(self, first: Line, indent: int) -> None:
        """A paragraph that begins behind a mark; ``indent`` is where its text begins."""
        self._paragraph = [first.stripped()] if first.text.strip() else []
        self._indent = indent
        following = self._lines[self._at].indent if self._at < len(self._lines) else 0
        self._continuation = following or indent

    def _on_explicit(self, line: Line) -> bool:
        """Directives, targets, footnotes and comments."""
        match = None if self._paragraph and line.indent == self._continuation else _EXPLICIT.match(line.text)
        if match is None:
            return False
        self._flush()
        rest = line.cut(match.end())
        directive = _DIRECTIVE.match(rest.text)
        self._at += 1
        if directive:
            self._on_directive(directive, rest, line.indent)
        elif footnote := _FOOTNOTE.match(rest.text):
            self._begin(rest.cut(footnote.end()), line.indent + 3)
        elif not _TARGET.match(rest.text):
            self._on_comment(line, rest)
        return True

    def _on_directive(self, match: re.Match[str], rest: Line, indent: int) -> None:
        name = match[1].rpartition(":")[2] if match[1].startswith(("c:", "py:")) else match[1]
        if name in _TITLED_DIRECTIVES:
            self._begin(rest.cut(match.end()), indent + 3)
            if self._at < len(self._lines) and _FIELD.match(self._lines[self._at].text):
                self._flush()
        self._on_options(indent)
        if name in _CODE_DIRECTIVES or name.startswith("auto"):
            self._skip_deeper_than(indent)

    def _on_options(self, indent: int) -> None:
        """Go over the options of a directive; some of them are for people."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            option = _FIELD.match(line.text)
            if option is None or line.indent <= indent:
                return
            self._at += 1
            if option[1].lower() in _SHOWN_OPTIONS:
                self._emit([line.cut(option.end()).stripped()], BlockKind.ATTRIBUTE)

    def _on_comment(self, line: Line, rest: Line) -> None:
        start, first = line.start + line.indent, self._at
        self._skip_deeper_than(line.indent)
        inside = [deeper for deeper in self._lines[first : self._at] if not deeper.is_blank]
        text = "\n".join([rest.text, *(deeper.text.strip() for deeper in inside)])
        end = inside[-1].end if inside else line.end
        self.comments.append(Comment(SourceSpan(start, end), text.strip()))

    def _on_title(self, line: Line) -> bool:
        """A title with its line under it, and perhaps one above; a lone drawn line."""
        if self._paragraph:
            return False
        adornment = _ADORNMENT.match(line.text)
        if adornment:
            return self._on_overline(line, adornment[1])
        below = self._lines[self._at + 1] if self._at + 1 < len(self._lines) else None
        under = _ADORNMENT.match(below.text) if below else None
        if below is None or under is None or line.indent or not _is_under(below, line):
            return False
        self._heading(line, under[1])
        self._at += 2
        return True

    def _on_overline(self, line: Line, character: str) -> bool:
        after = self._lines[self._at + 1 : self._at + 3]
        if len(after) == 2 and not after[0].is_blank and after[1].text.rstrip() == line.text.rstrip():
            self._heading(after[0], character * 2)
            self._at += 3
            return True
        is_drawn = len(line.text.strip()) >= 4
        self._at += is_drawn
        return is_drawn

    def _heading(self, line: Line, style: str) -> None:
        """A heading; from here on it stands above, in place of those of its level."""
        if style not in self._styles:
            self._styles.append(style)
        level = self._styles.index(style)
        del self._headings[level:]
        self._emit([line.stripped()], BlockKind.HEADING)
        self._headings.append(line.text.strip())

    def _on_table(self, line: Line) -> bool:
        if self._paragraph:
            return False
        if _GRID_BORDER.match(line.text):
            self._on_grid()
        elif _SIMPLE_BORDER.match(line.text):
            self._on_simple_table(line)
        else:
            return False
        return True

    def _on_grid(self) -> None:
        """A table of drawn cells: rows lie between borders, cells between bars."""
        row: list[Line] = []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.text.strip().startswith(("|", "+")):
                break
            self._at += 1
            if line.text.strip().startswith("+"):
                self._on_row(row, _bars)
                row = []
            else:
                row.append(line)
        self._on_row(row, _bars)

    def _on_simple_table(self, border: Line) -> None:
        """A table of columns: a row begins where its first column is not empty."""
        starts = [match.start() for match in re.finditer(r"=+", border.text)]
        bounds = [*starts, None]
        row: list[Line] = []
        self._at += 1
        while self._at < len(self._lines):
            line = self._lines[self._at]
            self._at += 1
            is_border = bool(_SIMPLE_BORDER.match(line.text))
            if is_border or line.text[: starts[1]].strip():
                self._on_row(row, lambda part: [part.cut(a or 0, b) for a, b in pairwise(bounds)])
                row = []
            if is_border and (self._at >= len(self._lines) or self._lines[self._at].is_blank):
                return
            if not is_border and not line.is_blank:
                row.append(line)
        self._on_row(row, lambda part: [part.cut(a or 0, b) for a, b in pairwise(bounds)])

    def _on_row(self, row: list[Line], split: Callable[[Line], list[Line]]) -> None:
        """The cells of a row that takes several lines, in the order in which they begin."""
        columns: dict[int, list[Line]] = {}
        for line in row:
            for column, part in enumerate(split(line)):
                if part.text.strip():
                    columns.setdefault(column, []).append(part.stripped())
        for lines in sorted(columns.values(), key=lambda lines: lines[0].start):
            self._emit(lines, BlockKind.TABLE_CELL)

    def _on_doctest(self, line: Line) -> bool:
        if self._paragraph or not line.text.lstrip().startswith(">>> "):
            return False
        while self._at < len(self._lines) and not self._lines[self._at].is_blank:
            self._at += 1
        return True

    def _on_item(self, line: Line) -> bool:
        """Lists of all kinds: what marks an item is not its text."""
        is_item = self._kind is BlockKind.LIST_ITEM
        is_inside = bool(self._paragraph) and line.indent == self._continuation and not is_item
        if is_inside and not _FIELD.match(line.text):
            return False
        for pattern in (_BULLET, _FIELD, _LINE_BLOCK, _OPTION):
            if match := pattern.match(line.text):
                self._flush()
                self._kind = BlockKind.LIST_ITEM
                self._at += 1
                self._begin_item(line, match.end())
                return True
        return False

    def _begin_item(self, line: Line, start: int) -> None:
        """An item's text; an item inside it is an item of its own."""
        rest = line.cut(start)
        while nested := _BULLET.match(rest.text):
            rest = rest.cut(nested.end())
        self._begin(rest, rest.start - line.start)


def _is_under(below: Line, title: Line) -> bool:
    """True if a drawn line is long enough to make the line above it a title."""
    drawn = len(below.text.rstrip())
    return drawn >= 3 and (drawn >= len(title.text.rstrip()) or drawn >= 4)


def _bars(line: Line) -> list[Line]:
    """The parts of a line between its bars."""
    bars = [match.start() for match in re.finditer(r"[|+]", line.text)]
    return [line.cut(start + 1, end) for start, end in pairwise(bars)]


def _without_markup(raw: Block) -> Block:
    """The text of a block without its inline markup; code and numbers of notes become objects."""
    text = raw.text
    builder = BlockBuilder()
    at = 0
    for match in _INLINE.finditer(text):
        builder.add(text[at : match.start()], at, match.start())
        _add_inline(builder, match)
        at = match.end()
    builder.add(text[at:], at, len(text))
    return relocated(builder.build(raw.kind), raw)


def _add_inline(builder: BlockBuilder, match: re.Match[str]) -> None:
    kind = match.lastgroup
    if match["role"]:
        _add_role(builder, match)
    elif match["link"]:
        is_code = match["link"].startswith("`") and match["link"].endswith("`")
        _add_titled(builder, match, "text", is_code=is_code)
    elif kind == "escape":
        builder.add(_unescaped(match[0]), *match.span())
    elif kind == "stars":
        if not _is_emphasis(match):
            builder.add(match[0], *match.span())
    elif kind == "url":
        builder.add(match[0], *match.span())
    elif kind != "reference":
        builder.add(OBJECT, *match.span())


def _is_emphasis(match: re.Match[str]) -> bool:
    """True for stars that stand at the edge of words, as those do that begin or end an emphasis."""
    before = match.string[match.start() - 1 : match.start()] or " "
    after = match.string[match.end() : match.end() + 1] or " "
    begins = not after.isspace() and (before in _OPENING or before.isspace())
    ends = not before.isspace() and not after.isalnum()
    return begins or ends


def _add_role(builder: BlockBuilder, match: re.Match[str]) -> None:
    """The text of a role that marks text, or the title of a reference; any other role names code."""
    name = match["name"].rpartition(":")[2]
    is_reference = name in ("ref", "doc", "any", "numref", "download")
    if _title(match["content"]) is not None or (name in _TEXT_ROLES and not is_reference):
        _add_titled(builder, match, "content", is_code=False)
    else:
        builder.add(OBJECT, *match.span())


def _add_titled(builder: BlockBuilder, match: re.Match[str], group: str, *, is_code: bool) -> None:
    """The text of a reference without its address. A lone word in backquotes is code more often."""
    content = match[group]
    title = _title(content)
    shown = content if title is None else title
    if is_code and " " not in content:
        builder.add(OBJECT, *match.span())
    else:
        start = match.start(group)
        add_decoded(builder, match.string, (start, start + len(shown)), _BACKSLASH, _unescaped)


def _title(content: str) -> str | None:
    """The words before an address in angle brackets; None where there is no address."""
    words, bracket, _ = content.rpartition("<")
    return words.rstrip() if bracket and content.endswith(">") else None


def _unescaped(escape: str) -> str:
    """A backslash takes the meaning from what follows it, and hides white space."""
    return escape[1:].strip()


READER = Reader(
    "rst",
    (".rst", ".rest"),
    read,
    languages=("restructuredtext", "rst"),
    comment=CommentForm(".. {}", between_blocks=True, blank_after=True),
)
