"""Compare the two engines on every word form of some files: ``python benchmarks/parity.py PATH…``.

A path is a file or a folder, of which HTML, text and Markdown files are read. Every difference between
the records of native libvoikko and of the embedded reader is printed, and the counts at the end.
"""

from __future__ import annotations

import html
import re
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from termilint.morphology.analyzer import Analyzer, open_analyzer
from termilint.morphology.normalize import normalize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.morphology.analysis import Analysis

SUFFIXES = {".html", ".htm", ".txt", ".md"}
MARKUP = re.compile(r"<script.*?</script>|<style.*?</style>|<[^>]*>", re.DOTALL)
WORD = re.compile(r"\w[\w'’:-]*")


def main(*paths: str) -> None:
    """Print the differences and the counts."""
    forms = sorted({normalize(form) for path in paths for form in words_of(Path(path))} - {""})
    native, native_time = readings(open_analyzer("native"), forms)
    embedded, embedded_time = readings(open_analyzer("embedded"), forms)
    differences = [form for form in forms if native[form] != embedded[form]]
    for form in differences:
        print(form, native[form], embedded[form], sep="\n    ")
    known = sum(1 for form in forms if embedded[form])
    records = sum(len(found) for found in embedded.values())
    print(f"native {native_time:.0f} µs/form, embedded {embedded_time:.0f} µs/form")
    print(f"forms={len(forms)} known={known} readings={records} different={len(differences)}")


def words_of(path: Path) -> Iterator[str]:
    """Yield the words of a file, or of all files below a folder."""
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.suffix in SUFFIXES)
    for file in files:
        text = file.read_text(encoding="utf-8", errors="replace")
        yield from WORD.findall(html.unescape(MARKUP.sub(" ", text)))


def readings(analyzer: Analyzer, forms: list[str]) -> tuple[dict[str, tuple[Analysis, ...]], float]:
    """Return the readings of ``forms`` and the microseconds a form took."""
    start = time.perf_counter()
    found = {form: analyzer.analyze(form) for form in forms}
    return found, (time.perf_counter() - start) / len(forms) * 1e6


if __name__ == "__main__":
    main(*sys.argv[1:])
