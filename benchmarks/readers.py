"""Seconds per megabyte of each reader, and whether it finds exactly what was planted.

Usage: python benchmarks/readers.py [--size CHARACTERS] [NAME ...]

Two kinds of documents, both with planted words and decoys (code, keys, addresses, comments, deletions):
*parts* are put together at random from the pieces that the tests use, which hold all that a format can do
to a word; *library* are written by well-known libraries, which also say what a raw piece of them means.
A megabyte is one of what the reader reads: of Office files the XML of their texts, of a PDF its text.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from termilint.readers import reader_for, readers
from tests.office import made as office
from tests.readers import made as texts
from tests.readers.formats import FORMATS, Format
from tests.readers.planted import Planted, found_in, planted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from termilint.model.document import Document
    from termilint.model.source import Source

SEED = 20
RUNS = 3
SAMPLE = 10_000
"""Characters of text of the Office file that tells how much markup a library writes around them."""

PROSE = """Palvelut kehittyvät kun kuuntelemme toisiamme ja teemme päätökset yhdessä ajoissa hyvin
suunnitelma vuodelle on valmis työ jatkuu keväällä kaupungin kirjastoissa kouluissa sekä
terveysasemilla""".split()


class Row(NamedTuple):
    """What a reader took for one document and what it found of ``planted`` words."""

    name: str
    kind: str
    megabytes: float
    seconds: float
    planted: int
    missing: int
    misplaced: int
    decoys: int

    def __str__(self) -> str:
        cost = f"{self.megabytes:>6.2f}{self.seconds / self.megabytes:>8.2f}"
        counts = f"{self.planted:>10}{self.missing:>9}{self.misplaced:>11}{self.decoys:>8}"
        return f"{self.name:<12}{self.kind:<9}{cost}{counts}"


HEAD = "format      made of      MB    s/MB   planted  missing  misplaced  decoys"


def rows(size: int, names: Iterable[str]) -> Iterator[Row]:
    """One row for each document of about ``size`` characters; all formats if ``names`` is empty."""
    wanted = set(names) or {reader.name for reader in readers()} | set(office.MAKERS)
    for name, form in FORMATS.items():
        if name in wanted:
            yield _of_parts(name, form, size)
    for name, make in texts.MAKERS.items():
        if name in wanted:
            made = make(size, SEED)
            yield _of_library(name, made.name, made.text.encode(), made.planted, made.decode)
    for name, make_file in office.MAKERS.items():
        if name in wanted:
            file = make_file(_text_in(size, make_file), SEED)
            yield _of_library(name, file.name, file.data, file.planted, office.decoded)


def _text_in(size: int, make: Callable[[int, int], office.Made]) -> int:
    """How many characters of text make a file of which the reader reads about ``size`` with its markup."""
    small, large = (_length(make(length, SEED)) for length in (SAMPLE, 2 * SAMPLE))
    return SAMPLE + SAMPLE * (size - small) // (large - small)


def _length(file: office.Made) -> int:
    return len(reader_for(file.name).open(file.name, file.data).text)


def document(form: Format, size: int) -> Planted:
    """A document of about ``size`` characters, always the same for a format."""
    chance = random.Random(SEED)
    parts: list[str] = []
    length = 0
    while length < size:
        part = _with_prose(chance.choice(form.parts), chance)
        parts.append(part)
        length += len(part)
    return planted(form.head + form.between.join(parts) + form.tail)


def _with_prose(part: str, chance: random.Random) -> str:
    """The part with more words beside its emoji, as texts are longer than the tests need them."""
    return part.replace("😀", f"😀 {' '.join(chance.choices(PROSE, k=40))}")


def _of_parts(name: str, form: Format, size: int) -> Row:
    text, spans = document(form, size)
    source, seconds, read = _read(form.file, text.encode())
    found, wanted = set(found_in(read)), set(spans)
    return Row(
        name, "parts", _megabytes(source), seconds, len(wanted), len(wanted - found), 0, len(found - wanted)
    )


def _of_library(
    name: str, file: str, data: bytes, words: frozenset[str], decode: Callable[[str], str]
) -> Row:
    source, seconds, read = _read(file, data)
    found = texts.compared_document(read, words, decode)
    return Row(name, "library", _megabytes(source), seconds, len(words), *map(len, found))


def _megabytes(source: Source) -> float:
    return len(source.text.encode()) / 1_000_000


def _read(name: str, data: bytes) -> tuple[Source, float, Document]:
    """A source, the CPU seconds that opening and reading it took, and what it holds."""
    reader = reader_for(name)
    costs = []
    for _ in range(RUNS):
        start = time.process_time()
        source = reader.open(name, data)
        read = reader.read(source)
        costs.append(time.process_time() - start)
    return source, statistics.median(costs), read


def main() -> None:
    """Measure every format that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    print(HEAD)
    for row in rows(options.size, options.names):
        print(row)


if __name__ == "__main__":
    main()
