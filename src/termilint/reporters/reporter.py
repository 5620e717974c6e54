"""What every output format provides."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable

    from termilint.model.finding import Report


class Options(NamedTuple):
    """How a report is written: ``language`` of the program's own words, and whether in colour.

    Formats that want paths relative to a repository take ``root`` for it; "" is the current folder.
    ``width`` is the number of cells in a line of the terminal, None where there is none.
    """

    language: str = "fi"
    color: bool = False
    root: str = ""
    width: int | None = None


class Reporter(NamedTuple):
    """One output format. ``write`` writes a whole report and raises only what the stream raises."""

    name: str
    write: Callable[[Report, TextIO, Options], None]
