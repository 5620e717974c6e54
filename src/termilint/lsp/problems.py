"""Errors of configurations and rule files, each in the file and at the place that it speaks of."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from termilint.discovery import absolute
from termilint.errors import RuleError, TermilintError
from termilint.model.source import Source
from termilint.model.span import SourceSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"(?P<where>.+?(?::\d+:\d+)?): (?P<message>.*)", re.DOTALL)
_WHERE = re.compile(r"(?P<file>.*?)(?::(?P<line>\d+))?(?::(?P<column>\d+))?", re.DOTALL)


class FileProblem(NamedTuple):
    """An error of a file: ``line`` and ``column`` from 1, in code points, 0 when unknown."""

    path: str
    line: int
    column: int
    message: str

    def span(self, text: str) -> SourceSpan:
        """What to mark in the text of the file: from the place to the end of its line."""
        source = Source("", text)
        if not 0 < self.line <= source.line_count:
            return SourceSpan(0, 0)
        line = source.line_span(self.line)
        start = min(line.start + max(self.column - 1, 0), line.end)
        return SourceSpan(start, max(start, line.start + len(line.slice(text).rstrip())))


def problems_of(error: TermilintError, file: str) -> Iterator[FileProblem]:
    """What an error says of files; of none that can be shown, it is said of ``file``."""
    lines = error.problems if isinstance(error, RuleError) else ()
    for line in lines:
        found = _LINE.fullmatch(line)
        yield _problem(found["where"], found["message"], file) if found else FileProblem(file, 0, 0, line)
    if not lines:
        message = " ".join(filter(None, (error.message, error.hint)))
        yield _problem(error.where or "", message, file)


def place_of(where: str) -> tuple[str, int, int]:
    """The file, line and column of an error's ``where``; 0 for what it does not tell."""
    found = _WHERE.fullmatch(where)
    assert found  # noqa: S101  # every text has this form
    return found["file"], int(found["line"] or 0), int(found["column"] or 0)


def _problem(where: str, message: str, file: str) -> FileProblem:
    path, line, column = place_of(where)
    if path and Path(path).is_file():
        return FileProblem(absolute(path), line, column, message)
    said = f"{where}: {message}" if where else message
    return FileProblem(file, 0, 0, said)
