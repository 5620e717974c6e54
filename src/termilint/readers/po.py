"""Gettext catalogues: the translations that a program uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from termilint.model.document import BlockBuilder, BlockKind, Comment, Document
from termilint.model.span import SourceSpan
from termilint.readers._escapes import Backslashes
from termilint.readers._languages import is_finnish, is_foreign_file
from termilint.readers._pieces import add_decoded, unescaped
from termilint.readers._strings import string_blocks
from termilint.readers.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.model.document import Block
    from termilint.model.source import Source

_LINE = re.compile(
    r"""[ \t]*+(?:(?P<comment>\#[^\r\n]*+)
        |(?P<keyword>msgctxt|msgid_plural|msgid|msgstr)[ \t]*+(?:\[\d++\])?+[ \t]*+)?+
      (?:"(?P<text>(?:[^"\\\r\n]++|\\.)*+)"?)?+[^\r\n]*+(?:\r\n|\r|\n|\Z)""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"(?:\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}))+|\\.")
_NUMBERED = re.compile(r"\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3}))")
_LANGUAGE = re.compile(r"^Language:[ \t]*([\w@.-]+)", re.MULTILINE)
_WRITTEN = Backslashes('"\\', controls=False)
_NAME_LENGTH = 60


class _String(NamedTuple):
    """A keyword with its string, quotes off and lines joined."""

    keyword: str
    text: BlockBuilder


class _Entry(NamedTuple):
    """A message: what names it, and its translations."""

    name: str
    is_fuzzy: bool
    translations: list[Block]


def read(source: Source) -> Document:
    """The translations of all messages, plurals too, each located by its context or its msgid.

    Fuzzy and obsolete messages are not used by programs and not read. A catalogue whose *Language*
    header, or else whose name, says another language than Finnish holds nothing to read.
    """
    reader = _Catalogue(source.text)
    entries = list(reader.entries())
    blocks = () if _is_foreign(source, entries) else tuple(_blocks(entries))
    return Document(source, blocks, tuple(reader.comments))


def _is_foreign(source: Source, entries: list[_Entry]) -> bool:
    header = next((entry for entry in entries if not entry.name and entry.translations), None)
    language = _LANGUAGE.search(header.translations[0].text) if header else None
    return not is_finnish(language[1]) if language else is_foreign_file(source.name)


def _blocks(entries: list[_Entry]) -> Iterator[Block]:
    for entry in entries:
        if entry.name and not entry.is_fuzzy:
            for translation in entry.translations:
                yield from string_blocks(translation, _WRITTEN, entry.name)


class _Catalogue:
    """Reads a catalogue line by line."""

    def __init__(self, text: str) -> None:
        self.comments: list[Comment] = []
        self._text = text
        self._is_fuzzy = False
        self._strings: list[_String] = []

    def entries(self) -> Iterator[_Entry]:
        """The messages in order."""
        for line in _LINE.finditer(self._text):
            if (line["comment"] or line["keyword"] in ("msgctxt", "msgid")) and self._is_complete():
                yield self._entry()
            if line["comment"]:
                self._on_comment(line)
            elif line["keyword"]:
                self._strings.append(_String(line["keyword"], BlockBuilder()))
            if line["text"] and self._strings:
                add_decoded(self._strings[-1].text, self._text, line.span("text"), _ESCAPE, _unescaped)
        if self._is_complete():
            yield self._entry()

    def _is_complete(self) -> bool:
        return bool(self._strings) and self._strings[-1].keyword == "msgstr"

    def _on_comment(self, line: re.Match[str]) -> None:
        mark = line["comment"][1:2]
        if mark == ",":
            self._is_fuzzy = self._is_fuzzy or "fuzzy" in line["comment"]
        elif mark not in ("~", ":", "|"):
            text = line["comment"].lstrip("#").lstrip(".").strip()
            self.comments.append(Comment(SourceSpan(*line.span("comment")), text))

    def _entry(self) -> _Entry:
        built = [(string.keyword, string.text.build(BlockKind.UI_STRING)) for string in self._strings]
        names = [block.text for keyword, block in built if keyword in ("msgctxt", "msgid")]
        translations = [block for keyword, block in built if keyword == "msgstr"]
        entry = _Entry(_name(names), self._is_fuzzy, translations)
        self._strings = []
        self._is_fuzzy = False
        return entry


def _name(names: list[str]) -> str:
    """The context and the msgid of a message in one line; empty for the header."""
    text = " ".join(" ".join(names).split())
    return text if len(text) <= _NAME_LENGTH else f"{text[:_NAME_LENGTH]}…"


def _unescaped(escape: str) -> str:
    """What a C escape stands for; numbers are bytes of UTF-8."""
    numbers = _NUMBERED.findall(escape)
    if not numbers:
        return unescaped(escape)
    data = bytes(int(x, 16) if x else int(octal, 8) & 0xFF for x, octal in numbers)
    return data.decode("utf-8", "replace")


READER = Reader("po", (".po", ".pot"), read, lambda path: not is_foreign_file(path))
