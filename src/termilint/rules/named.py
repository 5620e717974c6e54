"""Mappings whose keys the user chooses: names of packs, rules and terms, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from termilint.rules.problems import InvalidError, Where
from termilint.rules.values import Built, Reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from termilint.rules.problems import Problem
    from termilint.rules.values import Value

T = TypeVar("T")


class Entry(NamedTuple):
    """A key that the user names, its place, and what was read there."""

    name: str
    where: Where
    content: Any


class PartialError(InvalidError):
    """Some entries are wrong; ``found`` is what the others give, so that their names are checked too."""

    def __init__(self, problems: Iterable[Problem], found: Any) -> None:
        super().__init__(problems)
        self.found = found


@dataclass(frozen=True, slots=True)
class Named:
    """Reads a mapping whose keys the user chooses."""

    item: Reader

    def __call__(self, value: Value) -> tuple[Entry, ...]:
        """The entries in the order of the file. Raises InvalidError with the errors of all."""
        problems: list[Problem] = []
        entries: list[Entry] = []
        for name, member in value.members().items():
            try:
                entries.append(Entry(name, where_of_key(value, name), self.item(member)))
            except InvalidError as error:
                problems.extend(error.problems)
        if problems:
            raise PartialError(problems, tuple(entries))
        return tuple(entries)


@dataclass(frozen=True, slots=True)
class Lenient(Built[T]):
    """Builds also from what is right of a structure with errors; PartialError brings it along."""

    def __call__(self, value: Value) -> T:
        """What ``build`` gives."""
        try:
            structure = self.structure(value)
        except PartialError as error:
            found, problems = _partly(self.build, value, error.found)
            raise PartialError([*error.problems, *problems], found) from None
        return self.build(value, structure)


def _partly(
    build: Callable[[Value, Any], Any], value: Value, structure: Any
) -> tuple[Any, tuple[Problem, ...]]:
    try:
        return build(value, structure), ()
    except PartialError as error:
        return error.found, error.problems


def where_of(value: Value) -> Where:
    """The place of a value."""
    return Where(value.file.name, *value.place)


def where_of_key(value: Value, key: str) -> Where:
    """The place of a key of a mapping."""
    problem = value.key_problem(key, "")
    return Where(problem.file, problem.line, problem.column)
