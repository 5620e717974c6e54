"""Strings of user interfaces: placeholders, tags and plural branches are not the words around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termilint.model.document import OBJECT, Block, BlockBuilder, BlockKind
from termilint.readers._escapes import Markup, Unescaped, Within
from termilint.readers._html import BLOCKS, NOT_PROSE, OBJECTS, html_page
from termilint.readers._pieces import relocated, relocated_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.readers._escapes import Escaping

_SPECIAL = re.compile(r"[{%<&$@]")
_PLAIN = Unescaped(r"[{}%<&$@]")
_IN_MARKUP = Unescaped(r"[{}%$@]")
_IN_BRANCHES = Unescaped(r"[{}%<&$@'#|]")
_CHOICE = re.compile(r"\{\s*+[\w.\-]++\s*+,\s*+(?:plural|select|selectordinal)\s*+,")
_PLACEHOLDER = re.compile(
    r"""\{\{[^{}]*+\}\} | [%$\#]?\{[^{}\n]*+\} | \$t\([^()]*+\) | @:(?:\w++|\([^()]*+\))(?:\.\w++)*+
      | %\([\w.]++\)[\#0+-]*+[\d.]*+[a-zA-Z]
      | %(?:\d++\$)?+[-+0\#,]*+\d*+(?:\.\d++)?+(?:hh|h|ll|l|L|q|z|t|j)?[diouxXeEfgGcs@]
      | \{\d++(?:,[^{}]*+)?\}""",
    re.VERBOSE,
)
_NUMBERED_TAG = re.compile(r"</?\d+\s*/?>")
_BRACKETED_WORDS = re.compile(r"<([^\W\d_][^\s<>=\"'/]*)\s+[^\s/<>=][^<>=]*(?<!/)>")
_NO_TAG = re.compile(r"<(?=[?!](?![a-zA-Z\[-])|[^<>]*(?:<|\Z))")
_WITH_BARE_ATTRIBUTES = BLOCKS | NOT_PROSE | OBJECTS | {"a"}
"""Elements that may hold words without values: *<input disabled>*."""
_BRACKET = "\ue000"
"""Stands for an angle bracket that begins no tag."""

_ICU_MARK = re.compile(r"''|'(?=[{}#|])[^']*+'?|[{}#]")
_SELECTOR = re.compile(r"(?:offset\s*:\s*\d+\s*)?(=?[\w.-]+)\s*\Z")


def string_blocks(
    raw: BlockBuilder, escape: Escaping, location: str, kind: BlockKind = BlockKind.UI_STRING
) -> Iterator[Block]:
    """The prose of one decoded string, in source order.

    Placeholders ({name}, %s, %{count}, {{x}}) become objects; tags are read as HTML; each branch of
    an ICU plural or select is a block of its own, and its selectors are none. ``location`` is the
    key of the string, if it has one.
    """
    if not raw.has_prose:
        return
    text = raw.text
    if not _SPECIAL.search(text):
        yield raw.build(kind, location=(location,), escape=Within(_PLAIN, escape))
        return
    whole = raw.build(kind)
    within = Within(_refused(text), escape)
    for piece in _pieces(text):
        builder = relocated_text(piece, whole)
        if builder.has_prose:
            yield builder.build(kind, location=(location,), escape=within)


def _refused(text: str) -> Escaping:
    """What new text in a string must not hold: it would be taken for a placeholder, or for a tag."""
    if _CHOICE.search(text):
        return _IN_BRANCHES
    return Within(_IN_MARKUP, Markup()) if _has_markup(text) else _PLAIN


def _has_markup(text: str) -> bool:
    return "<" in text or "&" in text


def _pieces(text: str) -> Iterator[Block]:
    """The blocks of a string that holds something special; segments are offsets into ``text``."""
    for message in _messages(text) if _CHOICE.search(text) else [_whole(text)]:
        for block in _without_tags(message):
            yield _without_placeholders(block)


def _whole(text: str) -> Block:
    builder = BlockBuilder()
    builder.add(text, 0, len(text))
    return builder.build(BlockKind.UI_STRING)


def _without_tags(message: Block) -> list[Block]:
    """The texts between the tags of a message; entities are decoded."""
    if not _has_markup(message.text):
        return [message]
    if _NUMBERED_TAG.search(message.text):
        message = _without(message, _NUMBERED_TAG, "")
    text = _NO_TAG.sub(_BRACKET, _BRACKETED_WORDS.sub(_without_bracket, message.text))
    page = html_page(text)
    return [relocated(_with_brackets(block), message) for block in page.blocks]


def _without_bracket(words: re.Match[str]) -> str:
    """Words in angle brackets (*<ei nimeä>*), which are shown as they are, without the first of these."""
    return words[0] if words[1].lower() in _WITH_BARE_ATTRIBUTES else _BRACKET + words[0][1:]


def _with_brackets(block: Block) -> Block:
    return block.changed(text=block.text.replace(_BRACKET, "<")) if _BRACKET in block.text else block


def _without_placeholders(block: Block) -> Block:
    return _without(block, _PLACEHOLDER, OBJECT) if _PLACEHOLDER.search(block.text) else block


def _without(block: Block, pattern: re.Pattern[str], stand_in: str) -> Block:
    """``block`` with ``stand_in`` for each match of ``pattern``."""
    builder = BlockBuilder()
    at = 0
    for match in pattern.finditer(block.text):
        builder.add(block.text[at : match.start()], at, match.start())
        builder.add(stand_in, match.start(), match.end())
        at = match.end()
    builder.add(block.text[at:], at, len(block.text))
    return relocated(builder.build(block.kind), block)


class _Message:
    """A message or a branch that is being read, and the choice around which it has been met."""

    def __init__(self, order: int) -> None:
        self.order = order
        self.builder = BlockBuilder()
        self.choice_at: int | None = None


def _messages(text: str) -> list[Block]:
    """The outer text of an ICU message and each branch in it, in order; none if braces do not match.

    ``text`` alternates between messages and choices: a brace inside a message opens a choice or a
    plain placeholder, a brace inside a choice opens a branch.
    """
    reader = _IcuReader(text)
    return reader.read()


class _IcuReader:
    """Reads one ICU message without recursion, so that depth costs no stack."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: list[_Message] = []
        self._done: list[_Message] = []
        self._at = 0
        self._order = 0

    def read(self) -> list[Block]:
        """The blocks of all messages; none of a broken one."""
        self._begin()
        for mark in _ICU_MARK.finditer(self._text):
            if mark.start() >= self._at and not self._on_mark(mark):
                return []
        if len(self._open) != 1 or self._open[0].choice_at is not None:
            return []
        self._copy(len(self._text))
        self._done.append(self._open.pop())
        messages = sorted(self._done, key=lambda message: message.order)
        return [m.builder.build(BlockKind.UI_STRING) for m in messages if m.builder.length]

    def _begin(self) -> None:
        self._open.append(_Message(self._order))
        self._order += 1

    def _on_mark(self, mark: re.Match[str]) -> bool:
        """Take one mark; False where it breaks the message."""
        message = self._open[-1]
        if message.choice_at is not None:
            return self._in_choice(mark, message)
        self._copy(mark.start())
        self._at = mark.end()
        if mark[0] == "{":
            self._open_argument(message, mark.start())
        elif mark[0] == "}":
            return self._close_branch()
        elif mark[0] == "#" and len(self._open) > 1:
            message.builder.add(OBJECT, *mark.span())
        else:
            message.builder.add(_unquoted(mark[0]), *mark.span())
        return True

    def _open_argument(self, message: _Message, start: int) -> None:
        choice = _CHOICE.match(self._text, start)
        if choice:
            message.choice_at = start
            self._at = choice.end()
        else:
            end = self._text.find("}", start) + 1 or len(self._text)
            message.builder.add(self._text[start:end], start, end)
            self._at = end

    def _in_choice(self, mark: re.Match[str], message: _Message) -> bool:
        """Between the branches of a choice: a selector and its branch, or the end."""
        between = self._text[self._at : mark.start()]
        self._at = mark.end()
        if mark[0] == "{" and _SELECTOR.search(between):
            self._begin()
            return True
        if mark[0] != "}" or message.choice_at is None or between.strip():
            return False
        message.builder.add(OBJECT, message.choice_at, mark.end())
        message.choice_at = None
        return True

    def _close_branch(self) -> bool:
        self._done.append(self._open.pop())
        return bool(self._open)

    def _copy(self, end: int) -> None:
        self._open[-1].builder.add(self._text[self._at : end], self._at, end)
        self._at = end


def _unquoted(quoted: str) -> str:
    """*''* is an apostrophe; between single apostrophes braces are letters."""
    if quoted == "''":
        return "'"
    return quoted[1:].removesuffix("'") if quoted.startswith("'") else quoted
