"""Reading plain data against what is expected, so that each error knows its place.

The same readers serve data that comes from YAML (with marks) and data that was compiled beforehand
(without marks, since it was checked when it was compiled).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from termilint.rules.problems import InvalidError, Problem, shown, unknown

T = TypeVar("T")
Path = tuple[object, ...]  # the keys and indexes that lead from the top to a value
Place = tuple[int, int]  # line and column, 1-based code points

_NOWHERE = (0, 0)


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One file as plain data; ``marks`` and ``keys`` give the places of values and of their keys."""

    name: str
    data: object
    marks: Mapping[Path, Place] = field(default_factory=dict)
    keys: Mapping[Path, Place] = field(default_factory=dict)

    @property
    def root(self) -> Value:
        """The whole file as a value to read."""
        return Value(self.data, (), self)


class Value(NamedTuple):
    """A piece of plain data, where it stands, and what can be read from it.

    Every method that reads raises InvalidError when the data is not of the wanted shape.
    """

    data: object
    path: Path
    file: RuleFile

    @property
    def place(self) -> Place:
        """Line and column, or zeros when the file has no marks."""
        return self.file.marks.get(self.path, _NOWHERE)

    @property
    def label(self) -> str:
        """The key of the value as an error names it, with the index of a list item: ``bad[2]``."""
        names = [name for name in self.path if isinstance(name, str)]
        index = self.path[-1] if self.path else None
        name = names[-1] if names else "the file"
        return f"{name}[{index}]" if isinstance(index, int) else name

    def problem(self, message: str) -> Problem:
        """An error at this value."""
        return Problem(self.file.name, *self.place, message)

    def invalid(self, message: str) -> InvalidError:
        """The error to raise when this value alone is wrong."""
        return InvalidError([self.problem(message)])

    def text(self) -> str:
        """The text, which must be longer than nothing."""
        if type(self.data) is str and (text := self.data.strip()):
            return text
        if type(self.data) is str or self.data is None:
            raise self.invalid(f"{self.label} must not be empty")
        if isinstance(self.data, (list, dict)):
            raise self.invalid(f"{self.label} must be a text, not {shown(self.data)}")
        raise self.invalid(f"{self.label} must be a text: put {self.data} in quotation marks")

    def flag(self) -> bool:
        """The truth value."""
        if isinstance(self.data, bool):
            return self.data
        raise self.invalid(f"{self.label} must be true or false, not {shown(self.data)}")

    def choice(self, choices: Mapping[str, T]) -> T:
        """What the text stands for among ``choices``."""
        name = self.text()
        if name in choices:
            return choices[name]
        raise self.invalid(unknown(self.label, name, choices))

    def items(self) -> Iterator[Value]:
        """The items of the list, which must have at least one."""
        if not isinstance(self.data, list):
            raise self.invalid(f"{self.label} must be a list, not {shown(self.data)}")
        if not self.data:
            raise self.invalid(f"{self.label} must not be empty")
        path, file = self.path, self.file
        return (Value(item, (*path, index), file) for index, item in enumerate(self.data))

    def members(self) -> dict[str, Value]:
        """The values of the mapping by key."""
        if not isinstance(self.data, dict):
            raise self.invalid(f"{self.label} must be a mapping, not {shown(self.data)}")
        path, file = self.path, self.file
        return {str(key): Value(item, (*path, key), file) for key, item in self.data.items()}

    def key_problem(self, key: str, message: str) -> Problem:
        """An error at a key of this mapping."""
        place = self.file.keys.get((*self.path, key), _NOWHERE)
        return Problem(self.file.name, *place, message)


Reader = Callable[[Value], Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys of a mapping, and how the value of each is read."""

    required: Mapping[str, Reader]
    optional: Mapping[str, Reader] = field(default_factory=dict)
    readers: Mapping[str, Reader] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "readers", {**self.required, **self.optional})

    def read(self, value: Value) -> dict[str, Any]:
        """The values by key, without the optional keys that are not given.

        Raises InvalidError with every error below ``value``: unknown and missing keys, wrong values.
        """
        problems: list[Problem] = []
        found: dict[str, Any] = {}
        readers = self.readers
        for key, member in value.members().items():
            if read := readers.get(key):
                try:
                    found[key] = read(member)
                except InvalidError as error:
                    problems.extend(error.problems)
            else:
                problems.append(self._unknown(value, key))
        return self._complete(value, found, problems)

    def _unknown(self, value: Value, key: str) -> Problem:
        return value.key_problem(key, unknown("key", key, self.readers))

    def _complete(self, value: Value, found: dict[str, Any], problems: list[Problem]) -> dict[str, Any]:
        given = value.members() if problems else found
        if missing := sorted(key for key in self.required if key not in given):
            problems.append(value.problem(f"{value.label} lacks {', '.join(missing)}"))
        if problems:
            raise InvalidError(problems)
        return found


@dataclass(frozen=True, slots=True)
class Each(Generic[T]):
    """Reads a list whose items ``item`` reads; raises InvalidError with the errors of all."""

    item: Callable[[Value], T]

    def __call__(self, value: Value) -> tuple[T, ...]:
        """What the items give."""
        problems: list[Problem] = []
        results: list[T] = []
        for item in value.items():
            try:
                results.append(self.item(item))
            except InvalidError as error:
                problems.extend(error.problems)
        if problems:
            raise InvalidError(problems)
        return tuple(results)


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """Reads one of a few names as what it stands for."""

    choices: Mapping[str, T]

    def __call__(self, value: Value) -> T:
        """What the name stands for."""
        return value.choice(self.choices)


@dataclass(frozen=True, slots=True)
class ShortOrLong:
    """Reads a mapping, or a short form of it."""

    short: Reader
    long: Reader

    def __call__(self, value: Value) -> Any:
        """What the form that is given holds."""
        return self.long(value) if isinstance(value.data, dict) else self.short(value)


@dataclass(frozen=True, slots=True)
class OneKey:
    """Reads a mapping that has exactly one of the keys of ``shape``."""

    shape: Shape

    def __call__(self, value: Value) -> Any:
        """What stands under the key."""
        found = self.shape.read(value)
        if len(found) == 1:
            return found.popitem()[1]
        given = " and ".join(sorted(found)) or "none"
        allowed = ", ".join(sorted(self.shape.readers))
        raise value.invalid(f"{value.label} must have exactly one kind, not {given}. Allowed: {allowed}")


@dataclass(frozen=True, slots=True)
class Built(Generic[T]):
    """Reads a structure and makes of it what ``build`` makes of the value and of what was read."""

    structure: Reader
    build: Callable[[Value, Any], T]

    def __call__(self, value: Value) -> T:
        """What ``build`` gives."""
        return self.build(value, self.structure(value))
