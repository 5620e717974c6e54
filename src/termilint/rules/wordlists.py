"""Named word lists, which may include each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from termilint.rules.problems import MOST_NAMES, InvalidError, Problem, quoted, unknown
from termilint.rules.syntax import MAX_WORD_LENGTH, WORD
from termilint.rules.values import Each, Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from termilint.rules.model import Words

MAX_DEPTH = 20
MAX_WORDS = 1_000_000
"""So many words at most, counted each time that a list or a rule has them."""

_ENTRY = re.compile(rf"{WORD.pattern}|\$\S+")
_ENTRIES = re.compile(rf"(?:{WORD.pattern}|\$\S+)(?:\s+(?:{WORD.pattern}|\$\S+))*")


@dataclass(slots=True)
class _Room:
    """How many words may still be given."""

    left: int = MAX_WORDS


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists of all files by name; a list is resolved when it is first asked for.

    What it gives is bounded, so that lists of lists, or a long list in many rules, cannot fill the
    memory.
    """

    sources: Mapping[str, Value]
    _room: _Room = field(default_factory=_Room, init=False)
    # The first names in order, which messages tell: sorted once, as a file may have many unknown names.
    _names: tuple[str, ...] = field(init=False)
    # A list that cannot be resolved keeps its errors, so that each is looked for once.
    _resolved: dict[str, Words | InvalidError] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        first = sorted(self.sources)[: MOST_NAMES + 1]
        object.__setattr__(self, "_names", tuple(f"${name}" for name in first))

    def words(self, value: Value) -> Words:
        """The base forms that ``value`` lists, each once, with those of the lists it names.

        Raises InvalidError.
        """
        return self._expanded(value, ())

    def named(self, name: str, value: Value, trail: tuple[str, ...] = ()) -> Words:
        """The words of the list ``name``, which ``value`` asks for.

        Raises InvalidError when there is no such list or it includes itself.
        """
        if name not in self.sources:
            raise value.invalid(unknown("word list", f"${name}", self._names))
        if name in trail:
            circle = " → ".join(f"${key}" for key in (*trail[trail.index(name) :], name))
            raise value.invalid(f"word list ${name} includes itself: {circle}")
        if len(trail) >= MAX_DEPTH:
            raise value.invalid(f"word lists include each other deeper than {MAX_DEPTH} levels")
        found = self._found(name, trail)
        if isinstance(found, InvalidError):
            raise found
        return self._counted(found, value)

    def _counted(self, words: Words, value: Value) -> Words:
        self._room.left -= len(words)
        if self._room.left < 0:
            raise value.invalid(f"the rules and lists hold more than {MAX_WORDS} words together")
        return words

    def problems(self) -> tuple[Problem, ...]:
        """The errors of all lists, also of those that no rule names."""
        found = [self._found(name, ()) for name in self.sources]
        errors = (result for result in found if isinstance(result, InvalidError))
        return tuple(problem for error in errors for problem in error.problems)

    def _found(self, name: str, trail: tuple[str, ...]) -> Words | InvalidError:
        if name not in self._resolved:
            try:
                self._resolved[name] = self._expanded(self.sources[name], (*trail, name))
            except InvalidError as error:
                self._resolved[name] = error
        return self._resolved[name]

    def _expanded(self, value: Value, trail: tuple[str, ...]) -> Words:
        if isinstance(value.data, str):
            return self._counted(tuple(dict.fromkeys(self._chunk(value, trail))), value)
        chunks = Each(lambda chunk: self._chunk(chunk, trail))(value)
        return self._counted(tuple(dict.fromkeys(chain.from_iterable(chunks))), value)

    def _chunk(self, chunk: Value, trail: tuple[str, ...]) -> Words:
        text = chunk.text()
        entries = text.split()
        if not _ENTRIES.fullmatch(text):
            wrong = next(entry for entry in entries if not _ENTRY.fullmatch(entry))
            raise chunk.invalid(f"{chunk.label} holds {quoted(wrong)}, which is not a word or a $list")
        if too_long := next((entry for entry in entries if len(entry) > MAX_WORD_LENGTH), None):
            raise chunk.invalid(f"{chunk.label} holds {quoted(too_long)}, which is too long for a word")
        if "$" not in text:
            return tuple(entries)
        words = [self._entry(entry, chunk, trail) for entry in entries]
        return words[0] if len(words) == 1 else tuple(chain.from_iterable(words))

    def _entry(self, entry: str, chunk: Value, trail: tuple[str, ...]) -> Words:
        return self.named(entry[1:], chunk, trail) if entry.startswith("$") else (entry,)
