"""One reading of one word form."""

from __future__ import annotations

from typing import NamedTuple

from termilint.morphology.features import (
    Case,
    Clitic,
    Comparison,
    Features,
    Mood,
    Number,
    Participle,
    Person,
    Possessive,
    WordClass,
)


class Analysis(NamedTuple):
    """One reading of a word form.

    ``parts`` are the lemmas of the compound parts, head last; ``roots`` are the base forms from which
    the parts are derived, one a part (``asiakkuus`` has the part ``asiakkuus`` and the root
    ``asiakas``; for an underived part both are the same). ``verb`` is the verb of a participle or of
    an *X-minen* noun. A feature that the reading does not have is ``None``.
    """

    lemma: str
    word_class: WordClass
    parts: tuple[str, ...]
    roots: tuple[str, ...]
    case: Case | None = None
    number: Number | None = None
    possessive: Possessive | None = None
    clitics: tuple[Clitic, ...] = ()
    comparison: Comparison | None = None
    participle: Participle | None = None
    verb: str | None = None
    mood: Mood | None = None
    person: Person | None = None
    negative: bool = False

    @property
    def head(self) -> str:
        """The lemma of the last compound part, which decides what the whole word means."""
        return self.parts[-1]

    @property
    def modifiers(self) -> tuple[str, ...]:
        """The lemmas of the compound parts before the head."""
        return self.parts[:-1]

    @property
    def features(self) -> Features | None:
        """The inflection of a nominal reading, ready for generation; None for words without case."""
        if self.case is None:
            return None
        number = self.number or Number.SINGULAR
        return Features(self.case, number, self.possessive, self.clitics, self.comparison)
