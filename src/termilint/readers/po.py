"""Gettext catalogues: the translations that a program uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from termilint.model.document import BlockBuilder, Comment, Document
from termilint.model.span import SourceSpan
from termilint.readers._escapes import Backslashes
from termilint.readers._languages import is_finnish, is_foreign_file
from termilint.readers._pieces import add_decoded, unescaped
from termilint.readers._strings import string_blocks
from termilint.readers.reader import CommentForm, Reader

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
    """A keyword with the lines of its string: ranges between quotes."""

    keyword: str
    lines: list[tuple[int, int]]


class _Entry(NamedTuple):
    """A message: what names it, and its translations."""

    name: str
    is_fuzzy: bool
    translations: list[_String]


def read(source: Source) -> Document:
    """The translations of all messages, plurals too, each located by its context or its msgid.

    Fuzzy and obsolete messages are not used by programs and not read. A catalogue whose *Language*
    header, or else whose name, says another language than Finnish holds nothing to read.
    """
    catalogue = _Catalogue(source.text)
    entries = list(catalogue.entries())
    is_foreign = _is_foreign(source.name, catalogue.header(entries))
    blocks = () if is_foreign else tuple(catalogue.blocks(entries))
    return Document(source, blocks, tuple(catalogue.comments))


def _is_foreign(name: str, header: str) -> bool:
    language = _LANGUAGE.search(header)
    return not is_finnish(language[1]) if language else is_foreign_file(name)


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
                self._strings.append(_String(line["keyword"], []))
            if line["text"] and self._strings:
                self._strings[-1].lines.append(line.span("text"))
        if self._is_complete():
            yield self._entry()

    def header(self, entries: list[_Entry]) -> str:
        """The catalogue's header: the translation of nothing."""
        headers = (entry.translations for entry in entries if not entry.name and entry.translations)
        return self._plain(next(headers, [_String("", [])])[0])

    def blocks(self, entries: list[_Entry]) -> Iterator[Block]:
        """The prose of the translations that programs use."""
        for entry in entries:
            if entry.name and not entry.is_fuzzy:
                for translation in entry.translations:
                    yield from string_blocks(self._decoded(translation), _WRITTEN, entry.name)

    def _plain(self, string: _String) -> str:
        raw = "".join([self._text[start:end] for start, end in string.lines])
        return _ESCAPE.sub(lambda escape: _unescaped(escape[0]), raw) if "\\" in raw else raw

    def _decoded(self, string: _String) -> BlockBuilder:
        """The text of a string, lines joined."""
        builder = BlockBuilder()
        for span in string.lines:
            add_decoded(builder, self._text, span, _ESCAPE, _unescaped)
        return builder

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
        names = [self._plain(string) for string in self._strings if string.keyword in ("msgctxt", "msgid")]
        translations = [string for string in self._strings if string.keyword == "msgstr"]
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


READER = Reader(
    "po",
    (".po", ".pot"),
    read,
    lambda path: not is_foreign_file(path),
    languages=("po", "gettext"),
    comment=CommentForm("# {}", between_blocks=True),
)
