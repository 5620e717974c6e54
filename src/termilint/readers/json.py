"""JSON translation files: nested or flat keys, i18next, vue-i18n, ARB."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termilint.model.document import BlockBuilder, Comment, Document
from termilint.model.span import SourceSpan
from termilint.readers._escapes import Backslashes
from termilint.readers._languages import is_finnish, is_foreign_file, is_foreign_key, looks_translated
from termilint.readers._pieces import BACKSLASH, add_decoded, unescaped
from termilint.readers._strings import string_blocks
from termilint.readers.reader import Reader, broken

if TYPE_CHECKING:
    from collections.abc import Callable

    from termilint.errors import ReadError
    from termilint.model.document import Block
    from termilint.model.source import Source

MAX_DEPTH = 500
_SHOWN = 20

_SPACE = r"[ \t\r\n\ufeff]*+"
_TOKEN = re.compile(
    rf"""{_SPACE}(?:(?P<string>"(?:[^"\\\x00-\x1f]++|\\["\\/bfnrt]|\\u[0-9a-fA-F]{{4}})*+")|(?P<mark>[,:])
      |(?P<open>[{{\[])|(?P<close>[}}\]])|(?P<literal>true|false|null|-?\d[\d.eE+-]*+)
      |(?P<comment>//[^\r\n]*+|/\*(?:[^*]++|\*(?!/))*+\*/)|\Z)""",
    re.VERBOSE,
)
_LOCALE = re.compile(r'"@@locale"\s*:\s*"([^"\\]*)"')
_METADATA = ("@", "$")


def read(source: Source) -> Document:
    """The values of a translation file, each located by its keys (*nav.title*).

    Metadata (keys that begin with @ or $) and values under the key of another language are out. A
    file whose name or *@@locale* says another language than Finnish holds nothing to read. Raises
    ReadError for a file that is not JSON; comments are allowed.
    """
    walker = _Walker(source)
    walker.walk()
    blocks = () if _is_foreign(source) else tuple(walker.blocks)
    return Document(source, blocks, tuple(walker.comments))


def _is_foreign(source: Source) -> bool:
    locale = _LOCALE.search(source.text)
    return not is_finnish(locale[1]) if locale else is_foreign_file(source.name)


class _Level:
    """An object or an array that is open: the key or the index that is being read."""

    __slots__ = ("closer", "index", "is_read", "key", "path")

    def __init__(self, closer: str, path: str, *, is_read: bool) -> None:
        self.closer = closer
        self.path = path
        self.is_read = is_read
        self.key: str | None = None
        self.index = 0


class _Walker:
    """Reads the tokens of a JSON text without recursion."""

    def __init__(self, source: Source) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._source = source
        self._text = source.text
        self._escape = _escape(source.text)
        self._levels: list[_Level] = []
        self._expected = "value"

    def walk(self) -> None:
        """Collect the blocks. Raises ReadError."""
        take: dict[str | None, Callable[[int, int], None]] = {
            "string": self._on_string,
            "mark": self._on_mark,
            "open": self._on_open,
            "close": self._on_close,
            "literal": self._on_literal,
            "comment": self._on_comment,
        }
        match, text, at = _TOKEN.match, self._text, 0
        while at < len(text):
            token = match(text, at)
            if token is None:
                raise _unknown(self._source, at)
            if kind := token.lastgroup:
                take[kind](*token.span(kind))
            at = token.end()
        if self._expected != "end":
            problem = f"the text ends where {_NAMES[self._expected]} should be"
            raise broken(self._source, len(text), problem)

    def _on_comment(self, start: int, end: int) -> None:
        inner = self._text[start + 2 : end]
        inner = inner.removesuffix("*/") if self._text.startswith("/*", start) else inner
        self.comments.append(Comment(SourceSpan(start, end), inner.strip()))

    def _on_string(self, start: int, end: int) -> None:
        if self._expected in ("key", "key or }"):
            self._levels[-1].key = _key(self._text[start + 1 : end - 1])
            self._expected = ":"
            return
        self._require("value", start, end)
        if self._is_read():
            raw = _decoded(self._text, start, end)
            self.blocks.extend(string_blocks(raw, self._escape, self._path()))
        self._after_value()

    def _on_literal(self, start: int, end: int) -> None:
        self._require("value", start, end)
        self._after_value()

    def _on_open(self, start: int, end: int) -> None:
        self._require("value", start, end)
        if len(self._levels) >= MAX_DEPTH:
            raise broken(self._source, start, f"more than {MAX_DEPTH} levels")
        is_object = self._text[start] == "{"
        level = _Level("}" if is_object else "]", self._path(), is_read=self._is_read())
        self._levels.append(level)
        self._expected = "key or }" if is_object else "value or ]"

    def _on_close(self, start: int, end: int) -> None:
        is_expected = self._expected in (", or end", "key or }", "value or ]")
        if not (is_expected and self._levels and self._text[start] == self._levels[-1].closer):
            raise self._misplaced(start, end)
        self._levels.pop()
        self._after_value()

    def _on_mark(self, start: int, end: int) -> None:
        if self._text[start] == ":":
            self._require(":", start, end)
            self._expected = "value"
        else:
            self._require(", or end", start, end)
            level = self._levels[-1]
            level.index += 1
            self._expected = "key" if level.closer == "}" else "value"

    def _require(self, expected: str, start: int, end: int) -> None:
        if self._expected != expected and not (expected == "value" and self._expected == "value or ]"):
            raise self._misplaced(start, end)

    def _misplaced(self, start: int, end: int) -> ReadError:
        found = self._text[start : min(end, start + _SHOWN)]
        return broken(self._source, start, f"{found} where {_NAMES[self._expected]} should be")

    def _after_value(self) -> None:
        self._expected = ", or end" if self._levels else "end"

    def _is_read(self) -> bool:
        """True if the value at this place is for people, and Finnish."""
        if not self._levels:
            return True
        level = self._levels[-1]
        key = level.key
        return level.is_read and (key is None or not (key.startswith(_METADATA) or is_foreign_key(key)))

    def _path(self) -> str:
        if not self._levels:
            return ""
        level = self._levels[-1]
        step = str(level.index + 1) if level.key is None else level.key
        return f"{level.path}.{step}" if level.path else step


_NAMES = {
    "value": "a value",
    "value or ]": "a value or ]",
    "key": "a key in quotes",
    "key or }": "a key in quotes or }",
    ":": "a colon",
    ", or end": "a comma or a closing bracket",
    "end": "the end",
}


def _unknown(source: Source, at: int) -> ReadError:
    """The failure at the first character after ``at`` that is no white space, and begins no token."""
    text = source.text
    at += len(text[at:]) - len(text[at:].lstrip(" \t\r\n\ufeff"))
    if text[at] == '"':
        return broken(source, at, "a string is not closed on its line, or holds a wrong escape")
    return broken(source, at, f"{text[at]!r} cannot stand here")


def _key(raw: str) -> str:
    """The text of a key."""
    return BACKSLASH.sub(lambda escape: unescaped(escape[0]), raw) if "\\" in raw else raw


def _decoded(text: str, start: int, end: int) -> BlockBuilder:
    """The text of a string token."""
    builder = BlockBuilder()
    if text.find("\\", start, end) < 0:
        builder.add(text[start + 1 : end - 1], start + 1, end - 1)
    else:
        add_decoded(builder, text, (start + 1, end - 1), BACKSLASH, unescaped)
    return builder


def _escape(text: str) -> Backslashes:
    r"""JSON's escapes; a file in pure ASCII that writes *\u00e4* goes on so."""
    return Backslashes('"\\', ascii_only=text.isascii() and "\\u" in text)


READER = Reader("json", (".json", ".arb"), read, looks_translated, languages=("json", "jsonc", "arb"))
