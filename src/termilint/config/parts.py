"""What a configuration is made of: packs, rules, words, terms and exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termilint.model.finding import Severity
    from termilint.rules.changes import RuleChange
    from termilint.rules.model import SuggestionTemplate, Words
    from termilint.rules.problems import Where


@dataclass(frozen=True, slots=True)
class Switch:
    """A pack that is turned on or off as a whole."""

    name: str
    enabled: bool
    where: Where


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

    @property
    def evidence(self) -> str:
        """What tells a reader that the term is defined: where, and as what."""
        place = self.where._replace(file=PurePath(self.where.file).name)
        return f"{self.definition} ({place})"


@dataclass(frozen=True, slots=True)
class Override:
    """Changes for the files that ``files`` match. ``severity`` holds for every rule there."""

    files: Words
    where: Where
    packs: tuple[Switch, ...] = ()
    rules: tuple[RuleChange, ...] = ()
    severity: Severity | None = None
