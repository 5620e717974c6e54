"""Errors of rule files: each with its place, all gathered before any is reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from termilint.errors import RuleError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MOST_NAMES = 200
"""So many allowed names does a message tell."""
_MOST_LETTERS = 80


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One error of a rule file; ``line`` and ``column`` are 1-based code points, 0 when unknown."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{place(self.file, self.line, self.column)}: {self.message}"


class Where(NamedTuple):
    """The place of a key in a file: line and column from 1, or zeros if unknown."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return place(self.file, self.line, self.column)

    def problem(self, message: str) -> Problem:
        """An error at this place."""
        return Problem(self.file, self.line, self.column, message)


class InvalidError(Exception):
    """Something in a rule file is wrong; caught inside this package, never seen outside it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        super().__init__()
        self.problems = tuple(dict.fromkeys(problems))


def contents(path: Path, name: str, what: str, most: int) -> bytes:
    """The bytes of a file, ``what`` with at most ``most`` of them. Raises InvalidError."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(most + 1)
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise InvalidError([Problem(name, 0, 0, message)]) from None
    if len(raw) > most:
        raise InvalidError([Problem(name, 0, 0, f"is too large: {what} has at most {most} bytes")])
    return raw


def place(file: str, line: int, column: int) -> str:
    """``file:line:column``, or the bare file when the line is not known."""
    return f"{file}:{line}:{column}" if line else file


def refuse(problems: Iterable[Problem]) -> None:
    """Raise RuleError with all the problems, in file order; return when there are none."""
    lines = tuple(str(problem) for problem in sorted(set(problems)))
    if lines:
        raise RuleError("the rule files have errors", problems=lines)


def shown(data: object) -> str:
    """A value as a message quotes it."""
    if isinstance(data, str):
        return quoted(data)
    if isinstance(data, bool):
        return str(data).lower()
    names = {dict: "a mapping", list: "a list", type(None): "nothing"}
    return names.get(type(data)) or str(data)


def quoted(text: str, limit: int = 60) -> str:
    """The text in quotation marks on one line, cut when it is long."""
    line = " ".join(text.split())
    return f'"{line if len(line) <= limit else line[: limit - 1] + "…"}"'


def unknown(kind: str, given: str, allowed: Iterable[str]) -> str:
    """The message for a name that is none of ``allowed``: the nearest one and all of them, sorted.

    Of very many names some are told, and none is searched for the nearest: that takes long, and a file
    may have many unknown names.
    """
    from difflib import get_close_matches  # needed for errors only

    names = sorted(allowed)
    near = get_close_matches(given[:_MOST_LETTERS], names, n=1) if len(names) <= MOST_NAMES else []
    hint = f', did you mean "{near[0]}"?' if near else "."
    told = [*names[:MOST_NAMES], *(["…"] if len(names) > MOST_NAMES else [])]
    return f"unknown {kind} {quoted(given)}{hint} Allowed: {', '.join(told) or 'none'}"
