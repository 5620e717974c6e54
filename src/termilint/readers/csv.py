"""CSV and TSV: the Finnish column of a translation table, or the columns of prose."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from termilint.model.document import BlockBuilder, BlockKind, Document
from termilint.readers._escapes import UNPRINTABLE, Doubled, Unescaped
from termilint.readers._languages import is_finnish, is_foreign_file, language_of_tag, looks_translated
from termilint.readers._pieces import add_decoded
from termilint.readers._strings import string_blocks
from termilint.readers.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.model.document import Block
    from termilint.model.source import Source

_FINNISH = frozenset("suomi suomeksi finnish fin käännös translation target kohdeteksti kohde".split())
_OTHERS = frozenset(
    """english englanti swedish ruotsi svenska saame source lähde original alkuperäinen estonian
viro russian venäjä german saksa french ranska""".split()
)
_QUOTED = re.compile(r'""')
_SAMPLE = 200
_MOST_LANGUAGES = 1_000
"""The columns among whose titles languages are looked for: a line of prose can have very many."""

_IS_PROSE = re.compile(r"[^\W\d_]{2,}\s+(?:\S+\s+)?[^\W\d_]{2,}")
_CLOSED = re.compile(r"[.!?]\s*\Z")
_TITLE_LENGTH = 40


class _Cell(NamedTuple):
    """A cell: its range without quotes, and whether it stands in quotes."""

    start: int
    end: int
    is_quoted: bool


def read(source: Source) -> Document:
    """The texts of a table.

    If the first row has a column called *fi*, *fi-FI*, *suomi*, *finnish*, *translation*, *target*,
    *käännös* or *kohde*, these columns are read, each text located by its row's first cell. If it
    has columns of other languages only, nothing is. Otherwise the columns are read of whose cells
    at least half are several words long; then titles of columns are out.
    """
    if is_foreign_file(source.name):
        return Document(source, ())
    table = _Table(source.text)
    head = next(table.rows(), [])
    languages = [_language_of_column(table.plain(cell)) for cell in head[:_MOST_LANGUAGES]]
    if any(languages):
        columns = [at for at, language in enumerate(languages) if language == "fi"]
        return Document(source, tuple(_translations(table, columns)))
    return Document(source, tuple(_prose(table, table.plain_row(head))))


def _language_of_column(title: str) -> str | None:
    """*fi* for a column of Finnish texts, another word for one of another language, or None."""
    word = title.strip().strip("[]()").lower()
    tag = re.split(r"[\s:(\[_.]", word)[-1].strip(")]") if re.search(r"[\s:(\[_.]", word) else word
    for name in (word, tag):
        if name in _FINNISH or (language_of_tag(name) and is_finnish(name)):
            return "fi"
        if name in _OTHERS or (language_of_tag(name) and name != "id"):
            return name
    return None


def _translations(table: _Table, columns: list[int]) -> Iterator[Block]:
    for row in islice(table.rows(), 1, None):
        location = table.plain(row[0]).strip() if 0 not in columns else ""
        for column in columns:
            if column < len(row):
                yield from table.blocks(row[column], BlockKind.UI_STRING, location)


def _prose(table: _Table, titles: list[str]) -> Iterator[Block]:
    columns = _prose_columns(table)
    has_titles = not any(_CLOSED.search(title) or len(title) > _TITLE_LENGTH for title in titles)
    for row in islice(table.rows(), int(has_titles), None):
        for column, cell in enumerate(row):
            if column in columns:
                title = titles[column].strip() if has_titles and column < len(titles) else ""
                yield from table.blocks(cell, BlockKind.TABLE_CELL, title)


def _prose_columns(table: _Table) -> frozenset[int]:
    """The columns of whose cells at least half are several words long, in the first rows."""
    filled: dict[int, int] = {}
    prose: dict[int, int] = {}
    for row in islice(table.rows(), _SAMPLE):
        for column, cell in enumerate(row):
            text = table.plain(cell)
            filled[column] = filled.get(column, 0) + bool(text.strip())
            prose[column] = prose.get(column, 0) + bool(_IS_PROSE.search(text[:_SAMPLE]))
    return frozenset(column for column, count in prose.items() if count and count * 2 >= filled[column] - 1)


class _Table:
    """The rows of a table with their places."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._separator = _separator(text)
        mark = re.escape(self._separator)
        self._cell = re.compile(
            rf'[ ]*+"((?:[^"]++|"")*+)"?[^{mark}\r\n]*+({mark}|\r\n|\r|\n|\Z)'
            rf"|([^{mark}\r\n]*+)({mark}|\r\n|\r|\n|\Z)"
        )
        self._quoted = Doubled('"', UNPRINTABLE.replace("\\x00-\\x1f", "\\x00-\\x08\\x0b-\\x1f"))
        self._bare = Unescaped(rf'["{mark}\r\n]|{UNPRINTABLE}')

    def rows(self) -> Iterator[list[_Cell]]:
        """Every row that is not empty."""
        row: list[_Cell] = []
        for match in self._cell.finditer(self._text):
            is_quoted = match[1] is not None
            row.append(_Cell(*match.span(1 if is_quoted else 3), is_quoted))
            if match[2 if is_quoted else 4] != self._separator:
                if any(cell.end > cell.start for cell in row):
                    yield row
                row = []

    def plain(self, cell: _Cell) -> str:
        """The text of a cell."""
        text = self._text[cell.start : cell.end]
        return text.replace('""', '"') if cell.is_quoted else text

    def plain_row(self, row: list[_Cell]) -> list[str]:
        """The texts of a row."""
        return [self.plain(cell) for cell in row]

    def blocks(self, cell: _Cell, kind: BlockKind, location: str) -> Iterator[Block]:
        """The prose of a cell."""
        builder = BlockBuilder()
        if cell.is_quoted:
            add_decoded(builder, self._text, (cell.start, cell.end), _QUOTED, lambda _: '"')
        else:
            builder.add(self._text[cell.start : cell.end], cell.start, cell.end)
        yield from string_blocks(builder, self._quoted if cell.is_quoted else self._bare, location, kind)


def _separator(text: str) -> str:
    """The separator that the first line holds most often outside quotes."""
    line = re.match(r'(?:[^"\r\n]++|"(?:[^"]++|"")*+"?)*+', text)
    first = re.sub(r'"(?:[^"]|"")*"?', "", line[0][:10_000] if line else "")
    return max("\t;,", key=first.count)


READER = Reader("csv", (".csv", ".tsv"), read, looks_translated, languages=("csv", "tsv"))
