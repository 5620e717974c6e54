"""Seconds per megabyte of each text reader, and whether it finds exactly what was planted.

Usage: python benchmarks/readers.py [--size CHARACTERS] [NAME ...]

The documents are put together at random from the parts that the tests use: prose with planted words
(plain, cut by markup, written with escapes, after emoji) and decoys (code, keys, addresses, comments).
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from termilint.model.source import Source
from termilint.readers import readers
from tests.readers.formats import FORMATS, Format
from tests.readers.planted import Planted, found_in, planted

SEED = 20
RUNS = 3
PROSE = """Palvelut kehittyvät kun kuuntelemme toisiamme ja teemme päätökset yhdessä ajoissa hyvin
suunnitelma vuodelle on valmis työ jatkuu keväällä kaupungin kirjastoissa kouluissa sekä
terveysasemilla""".split()


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


def main() -> None:
    """Measure every format that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args()
    print("format          s/MB   planted     exact   missing   decoys")
    for reader in readers():
        if reader.name in FORMATS and (not options.names or reader.name in options.names):
            form = FORMATS[reader.name]
            text, spans = document(form, options.size)
            source = Source(form.file, text)
            seconds = statistics.median(_seconds(lambda: reader.read(source)) for _ in range(RUNS))  # noqa: B023
            found, wanted = set(found_in(reader.read(source))), set(spans)
            exact = len(found & wanted) / len(wanted)
            megabytes = len(text.encode()) / 1_000_000
            print(
                f"{reader.name:<12}{seconds / megabytes:>8.2f}{len(wanted):>10}{exact:>10.2%}"
                f"{len(wanted - found):>10}{len(found - wanted):>9}"
            )


def _seconds(work: object) -> float:
    start = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - start


if __name__ == "__main__":
    main()
