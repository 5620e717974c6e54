"""The census as a table for spreadsheets: one row a sense."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from termilint.census.model import Census, Sense, Trend

_FORMULA = ("=", "+", "-", "@")


def write_census(census: Census, stream: TextIO) -> None:
    """Write ``term,label,qualifier,phrase,uses,documents``."""
    rows = ((*_sense(one.sense, one.phrase), one.uses, one.documents) for one in census.senses)
    _write(stream, ("uses", "documents"), rows)


def write_trend(trend: Trend, stream: TextIO) -> None:
    """Write ``term,label,qualifier,phrase,before,after`` of what has changed."""
    rows = ((*_sense(one.sense, one.phrase), one.before, one.after) for one in trend.senses)
    _write(stream, ("before", "after"), rows)


def _write(stream: TextIO, numbers: tuple[str, str], rows: Iterable[tuple[object, ...]]) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("term", "label", "qualifier", "phrase", *numbers))
    writer.writerows(rows)


def _sense(sense: Sense, phrase: str) -> tuple[str, ...]:
    return tuple(map(_cell, (sense.term, sense.label.value, sense.qualifier, phrase)))


def _cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    shown = printable(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
