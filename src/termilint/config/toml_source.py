"""The configuration in pyproject.toml as plain data.

The standard library tells no places of TOML values. Keys are found line by line, which sees all but
keys inside inline tables: those get the place of the nearest key above them.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from termilint.rules.problems import InvalidError, Problem
from termilint.rules.values import Path, Place, RuleFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TABLE = ("tool", "termilint")

_SYNTAX_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_LINE = re.compile(rf"\s*(?:(\[\[?)\s*({_DOTTED})\s*\]|({_DOTTED})\s*=\s*)")


def parse(name: str, raw: bytes) -> RuleFile:
    """The table ``[tool.termilint]`` of a file. Raises InvalidError."""
    try:
        text = raw.decode("utf-8-sig")
        data: object = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise InvalidError([Problem(name, line, 1, "is not UTF-8")]) from None
    except tomllib.TOMLDecodeError as error:
        raise InvalidError([_syntax_problem(name, str(error))]) from None
    for key in TABLE:
        data = data.get(key) if isinstance(data, dict) else None
    if data is None:
        raise InvalidError([Problem(name, 0, 0, "has no table [tool.termilint]")])
    keys, values = _places(text)
    keys[()] = keys.get((), (1, 1))
    return RuleFile(
        name, data, dict(_filled(data, (), values, keys[()])), dict(_filled(data, (), keys, keys[()]))
    )


def _syntax_problem(name: str, message: str) -> Problem:
    found = _SYNTAX_PLACE.fullmatch(message)
    if not found:
        return Problem(name, 0, 0, f"is not TOML: {message}")
    line, column = int(found[2] or 0), int(found[3] or 0)
    return Problem(name, line, column, f"is not TOML: {found[1]}")


def _places(text: str) -> tuple[dict[Path, Place], dict[Path, Place]]:
    """Where the keys of our table stand, and where their values begin."""
    keys: dict[Path, Place] = {}
    values: dict[Path, Place] = {}
    table: Path = ()
    counts: dict[Path, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not (found := _LINE.match(line)):
            continue
        if found[1]:
            table = _numbered(_path(found[2]), counts, is_list=found[1] == "[[")
            place = number, found.start(1) + 1
            _note(keys, table, place)
            _note(values, table, place)
        else:
            path = (*table, *_path(found[3]))
            _note(keys, path, (number, found.start(3) + 1))
            _note(values, path, (number, found.end() + 1))
    return keys, values


def _note(places: dict[Path, Place], path: Path, place: Place) -> None:
    if path[: len(TABLE)] == TABLE:
        places.setdefault(path[len(TABLE) :], place)


def _path(dotted: str) -> Path:
    return tuple(key.strip("\"'") for key in re.findall(_KEY, dotted))


def _numbered(table: Path, counts: dict[Path, int], *, is_list: bool) -> Path:
    """The path of a table with the index of each list of tables on the way."""
    path: Path = ()
    for at, key in enumerate(table):
        path = (*path, key)
        if is_list and at == len(table) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


def _filled(
    data: object, path: Path, known: Mapping[Path, Place], above: Place
) -> Iterator[tuple[Path, Place]]:
    """The place of every value below ``data``; the nearest above where its own is not known."""
    place = known.get(path, above)
    yield path, place
    members = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, item in members:
        yield from _filled(item, (*path, key), known, place)
