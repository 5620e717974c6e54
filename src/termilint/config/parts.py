"""What a configuration is made of: packs, rules, words, terms and exceptions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from termilint.model.finding import Severity
    from termilint.rules.model import SuggestionTemplate, Words, WordSet


class Where(NamedTuple):
    """The place of a key in a configuration: line and column from 1, or zeros if unknown."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Switch:
    """A pack that is turned on or off as a whole."""

    name: str
    enabled: bool
    where: Where


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What the configuration changes of one rule; None leaves what the rule says.

    ``words`` are added to the word sets of the rule's pattern, by the name of the key.
    """

    rule_id: str
    where: Where
    enabled: bool | None = None
    severity: Severity | None = None
    open_class: bool | None = None
    words: Mapping[str, WordSet] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Audience:
    """A word of the organisation for its people; it comes before the suggestions of ``rules``.

    Without ``rules`` it belongs to every rule that asks for a qualifier.
    """

    template: SuggestionTemplate
    where: Where
    rules: Words = ()


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term that the organisation has defined for all its texts, or for those that ``files`` match."""

    term: str
    definition: str
    where: Where
    files: Words = ()


@dataclass(frozen=True, slots=True)
class Override:
    """Changes for the files that ``files`` match. ``severity`` holds for every rule there."""

    files: Words
    where: Where
    packs: tuple[Switch, ...] = ()
    rules: tuple[RuleChange, ...] = ()
    severity: Severity | None = None
