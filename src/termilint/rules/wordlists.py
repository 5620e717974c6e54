"""Named word lists, which may include each other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from termilint.rules.problems import InvalidError, Problem, quoted, unknown
from termilint.rules.syntax import WORD
from termilint.rules.values import Each, Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from termilint.rules.model import Words

MAX_DEPTH = 20

_ENTRY = re.compile(rf"{WORD.pattern}|\$\S+")
_ENTRIES = re.compile(rf"(?:{WORD.pattern}|\$\S+)(?:\s+(?:{WORD.pattern}|\$\S+))*")


@dataclass(frozen=True, slots=True)
class WordLists:
    """The lists of all files by name; a list is resolved when it is first asked for."""

    sources: Mapping[str, Value]
    # A list that cannot be resolved keeps its errors, so that each is looked for once.
    _resolved: dict[str, Words | InvalidError] = field(default_factory=dict, init=False)

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
            raise value.invalid(unknown("word list", f"${name}", (f"${key}" for key in self.sources)))
        if name in trail:
            circle = " → ".join(f"${key}" for key in (*trail[trail.index(name) :], name))
            raise value.invalid(f"word list ${name} includes itself: {circle}")
        if len(trail) >= MAX_DEPTH:
            raise value.invalid(f"word lists include each other deeper than {MAX_DEPTH} levels")
        found = self._found(name, trail)
        if isinstance(found, InvalidError):
            raise found
        return found

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
            return tuple(dict.fromkeys(self._chunk(value, trail)))
        chunks = Each(lambda chunk: self._chunk(chunk, trail))(value)
        return tuple(dict.fromkeys(chain.from_iterable(chunks)))

    def _chunk(self, chunk: Value, trail: tuple[str, ...]) -> Words:
        text = chunk.text()
        entries = text.split()
        if not _ENTRIES.fullmatch(text):
            wrong = next(entry for entry in entries if not _ENTRY.fullmatch(entry))
            raise chunk.invalid(f"{chunk.label} holds {quoted(wrong)}, which is not a word or a $list")
        if "$" not in text:
            return tuple(entries)
        words = [self._entry(entry, chunk, trail) for entry in entries]
        return words[0] if len(words) == 1 else tuple(chain.from_iterable(words))

    def _entry(self, entry: str, chunk: Value, trail: tuple[str, ...]) -> Words:
        return self.named(entry[1:], chunk, trail) if entry.startswith("$") else (entry,)
