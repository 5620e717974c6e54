"""JSON translation files: nested or flat keys, i18next, vue-i18n, ARB."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termilint.model.document import BlockBuilder, BlockKind, Comment, Document
from termilint.model.span import SourceSpan
from termilint.readers._escapes import Backslashes
from termilint.readers._languages import is_finnish, is_foreign_file, is_foreign_key, looks_translated
from termilint.readers._pieces import BACKSLASH, add_decoded, unescaped
from termilint.readers._strings import string_blocks
from termilint.readers.reader import Reader, broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.model.document import Block
    from termilint.model.source import Source

MAX_DEPTH = 500

_TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\\x00-\x1f]++|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*+")|(?P<open>[{\[])|(?P<close>[}\]])
      | (?P<comma>,)|(?P<colon>:)|(?P<literal>true|false|null|-?\d[\d.eE+-]*+)
      | (?P<comment>//[^\r\n]*+|/\*(?:[^*]++|\*(?!/))*+\*/)""",
    re.VERBOSE,
)
_SPACE = re.compile(r"[ \t\r\n\ufeff]*+")
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
        for token in self._tokens():
            kind = token.lastgroup or ""
            if kind == "comment":
                self._on_comment(token)
            elif kind in ("string", "literal"):
                self._on_scalar(token)
            elif kind in ("open", "close"):
                self._on_bracket(token)
            else:
                self._on_mark(token)
        if self._expected != "end":
            problem = f"the text ends where {_NAMES[self._expected]} should be"
            raise broken(self._source, len(self._text), problem)

    def _tokens(self) -> Iterator[re.Match[str]]:
        text, at = self._text, _end_of_space(self._text, 0)
        while at < len(text):
            token = _TOKEN.match(text, at)
            if token is None:
                raise broken(self._source, at, _problem(text, at))
            yield token
            at = _end_of_space(text, token.end())

    def _on_comment(self, token: re.Match[str]) -> None:
        inner = token[0][2:].removesuffix("*/") if token[0].startswith("/*") else token[0][2:]
        self.comments.append(Comment(SourceSpan(*token.span()), inner.strip()))

    def _on_scalar(self, token: re.Match[str]) -> None:
        if token.lastgroup == "string" and self._expected in ("key", "key or }"):
            self._levels[-1].key = _key(self._text, token)
            self._expected = ":"
            return
        self._require("value", token)
        if token.lastgroup == "string" and self._is_read():
            self._add_string(token)
        self._after_value()

    def _on_bracket(self, token: re.Match[str]) -> None:
        if token.lastgroup == "open":
            self._require("value", token)
            self._open(token)
        elif self._levels and token[0] == self._levels[-1].closer and self._may_close():
            self._levels.pop()
            self._after_value()
        else:
            raise broken(self._source, token.start(), f"{token[0]} where {_NAMES[self._expected]} should be")

    def _open(self, token: re.Match[str]) -> None:
        if len(self._levels) >= MAX_DEPTH:
            raise broken(self._source, token.start(), f"more than {MAX_DEPTH} levels")
        is_object = token[0] == "{"
        level = _Level("}" if is_object else "]", self._path(), is_read=self._is_read())
        self._levels.append(level)
        self._expected = "key or }" if is_object else "value or ]"

    def _may_close(self) -> bool:
        return self._expected in (", or end", "key or }", "value or ]")

    def _on_mark(self, token: re.Match[str]) -> None:
        if token[0] == ":":
            self._require(":", token)
            self._expected = "value"
        else:
            self._require(", or end", token)
            level = self._levels[-1]
            level.index += 1
            self._expected = "key" if level.closer == "}" else "value"

    def _require(self, expected: str, token: re.Match[str]) -> None:
        if self._expected != expected and not (expected == "value" and self._expected == "value or ]"):
            found = token[0][:20]
            raise broken(self._source, token.start(), f"{found} where {_NAMES[self._expected]} should be")

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

    def _add_string(self, token: re.Match[str]) -> None:
        raw = _decoded(self._text, token)
        if raw.has_prose:
            block = raw.build(BlockKind.UI_STRING)
            self.blocks.extend(string_blocks(block, self._escape, self._path() or None))


_NAMES = {
    "value": "a value",
    "value or ]": "a value or ]",
    "key": "a key in quotes",
    "key or }": "a key in quotes or }",
    ":": "a colon",
    ", or end": "a comma or a closing bracket",
    "end": "the end",
}


def _end_of_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _problem(text: str, at: int) -> str:
    if text[at] == '"':
        return "a string is not closed on its line, or holds a wrong escape"
    return f"{text[at]!r} cannot stand here"


def _decoded(text: str, token: re.Match[str]) -> BlockBuilder:
    builder = BlockBuilder()
    add_decoded(builder, text, (token.start() + 1, token.end() - 1), BACKSLASH, unescaped)
    return builder


def _key(text: str, token: re.Match[str]) -> str:
    if "\\" not in token[0]:
        return token[0][1:-1]
    return _decoded(text, token).build(BlockKind.UI_STRING).text


def _escape(text: str) -> Backslashes:
    r"""JSON's escapes; a file in pure ASCII that writes *\u00e4* goes on so."""
    return Backslashes('"\\', ascii_only=text.isascii() and "\\u" in text)


READER = Reader("json", (".json", ".arb"), read, looks_translated)
