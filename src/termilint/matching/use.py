"""One use of a term in its sentence: what every kind of evidence looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from termilint.matching.head import parts_before
from termilint.morphology.features import Case, Number

if TYPE_CHECKING:
    from termilint.matching.noun_phrase import NounPhrase
    from termilint.matching.sentence import Sentence
    from termilint.matching.topic import Setting
    from termilint.morphology.analysis import Analysis
    from termilint.rules.model import NeedsQualifier
    from termilint.text.tokens import Token


class Use:
    """A token that is a use of a term, its readings as that term, and the words left of it.

    ``setting`` is the block in which it stands, and what the document is about.
    """

    __slots__ = ("index", "pattern", "phrase", "readings", "sentence", "setting")

    def __init__(
        self,
        sentence: Sentence,
        index: int,
        *,
        readings: tuple[Analysis, ...],
        pattern: NeedsQualifier,
        phrase: NounPhrase,
        setting: Setting,
    ) -> None:
        self.sentence: Final = sentence
        self.index: Final = index
        self.readings: Final = readings
        self.pattern: Final = pattern
        self.phrase: Final = phrase
        self.setting: Final = setting

    @property
    def token(self) -> Token:
        """The token that is the use."""
        return self.sentence.tokens[self.index]

    def modifiers(self, reading: Analysis) -> tuple[str, ...]:
        """The compound parts before the term in one of the readings."""
        return parts_before(reading, self.pattern.lemma) or ()

    @property
    def is_plural_only(self) -> bool:
        """True if the form can only be plural."""
        return all(reading.number is Number.PLURAL for reading in self.readings)

    def has_case(self, *cases: Case) -> bool:
        """True if the form can be in one of ``cases``."""
        return any(reading.case in cases for reading in self.readings)

    def has_number(self, number: Number) -> bool:
        """True if the form can be in ``number``."""
        return any(reading.number is number for reading in self.readings)

    def text(self, start: int, end: int) -> str:
        """The text from token ``start`` to token ``end`` (exclusive), white space folded."""
        return self.sentence.words(start, end)
