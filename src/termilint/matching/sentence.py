"""A sentence as the matchers see it: tokens with their readings, looked up when first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.morphology.analysis import Analysis
from termilint.morphology.features import Case, Number, WordClass
from termilint.morphology.normalize import normalize
from termilint.text.tokens import Token, TokenKind, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from termilint.model.span import TextSpan
    from termilint.morphology.analyzer import Analyzer

Readings = tuple[Analysis, ...]

COORDINATORS = frozenset("ja tai sekä eikä vai että kuin & taikka tahi".split())
"""Words that join equal parts; *että* and *kuin* in *sekä … että*, *niin … kuin*."""

QUOTES = frozenset("\"”“„»«’‘'")
_CLAUSE_MARKS = frozenset(",;:.!?()[]–—…")
_CLAUSE_REACH = 60
_SUBORDINATORS = frozenset(
    "että koska kun jos mutta vaikka jotta joten kunnes ennen kuin mikäli vaan vaikkakin "
    "ellei jollei ettei".split()
)


class Sentence:
    """The tokens of one sentence. Indices are token indices; an index out of range has no word."""

    __slots__ = ("_analyzer", "_readings", "span", "text", "tokens")

    def __init__(self, text: str, span: TextSpan, analyzer: Analyzer) -> None:
        self.text = span.slice(text)
        self.span = span
        self.tokens = tuple(tokenize(text, span.start, span.end))
        self._analyzer = analyzer
        self._readings: dict[int, Readings] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def words(self, start: int, end: int) -> str:
        """The text from token ``start`` to token ``end`` (exclusive), white space folded."""
        first, last = self.tokens[start].start, self.tokens[end - 1].end
        return " ".join(self.text[first - self.span.start : last - self.span.start].split())

    def token(self, index: int) -> Token | None:
        """The token, or None out of range."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def is_word(self, index: int) -> bool:
        """True if the token is there and is a word."""
        return 0 <= index < len(self.tokens) and self.tokens[index].is_word

    def form(self, index: int) -> str:
        """The spelling of a token as dictionaries have it, lower-case; empty out of range."""
        if not 0 <= index < len(self.tokens):
            return ""
        word = self.tokens[index].word
        return word.lower() if word.isascii() else normalize(word)

    def readings(self, index: int) -> Readings:
        """All readings of a word; none for other tokens and unknown words."""
        if not self.is_word(index):
            return ()
        known = self._readings.get(index)
        if known is None:
            known = self._readings[index] = self._look_up(self.tokens[index])
        return known

    def _look_up(self, token: Token) -> Readings:
        for form in token.forms:
            if readings := self._analyzer.analyze(form):
                return readings
        return ()

    def any_reading(self, index: int, test: Callable[[Analysis], bool]) -> bool:
        """True if one of the word's readings passes ``test``."""
        return any(test(reading) for reading in self.readings(index))

    def has_lemma(self, index: int, lemmas: frozenset[str]) -> bool:
        """True if a reading's whole lemma is in ``lemmas``."""
        return any(reading.lemma in lemmas for reading in self.readings(index))

    def has_head(self, index: int, lemmas: frozenset[str]) -> bool:
        """True if a reading's lemma, or its last compound part, is in ``lemmas``."""
        return any(r.lemma in lemmas or r.head in lemmas for r in self.readings(index))

    def has_class(self, index: int, *classes: WordClass) -> bool:
        """True if the word can be of one of ``classes``."""
        return any(reading.word_class in classes for reading in self.readings(index))

    def has_case(self, index: int, case: Case) -> bool:
        """True if the word can be in ``case``."""
        return any(reading.case is case for reading in self.readings(index))

    def is_finite_verb(self, index: int) -> bool:
        """True if the word can be a finite verb or the negation."""
        return any(
            reading.word_class is WordClass.NEGATION or (reading.mood is not None and reading.mood.is_finite)
            for reading in self.readings(index)
        )

    def is_name(self, index: int) -> bool:
        """True for a capitalised word that names something: a known name, or no sentence start."""
        token = self.token(index)
        if token is None or not token.is_word or not token.is_capitalized:
            return False
        readings = self.readings(index)
        if not readings or any(reading.word_class.is_proper for reading in readings):
            return True
        is_other = token.text.isupper() or self.is_finite_verb(index)
        return not is_other and not self.starts_sentence(index)

    def is_acronym(self, index: int) -> bool:
        """True for *VIP*, *B2B*, *EU*: two to six capitals and digits, not a whole text in capitals."""
        token = self.token(index)
        if token is None or not token.is_word or not 2 <= len(token.text) <= 6:
            return False
        return token.text.isupper() and not self.is_shouted()

    def is_shouted(self) -> bool:
        """True if all its words are in capitals, so that capitals say nothing."""
        letters = [token.text for token in self.tokens if token.is_word and len(token.text) > 3]
        return all(text.isupper() for text in letters)

    def starts_sentence(self, index: int) -> bool:
        """True if no word stands before the token, or it opens a quotation."""
        if index > 0 and self.tokens[index - 1].text in QUOTES:
            return True
        return not any(token.kind is not TokenKind.MARK for token in self.tokens[:index])

    def clause(self, index: int) -> Iterator[int]:
        """Indices of the tokens in the same clause, without the token itself, left to right.

        A clause has at most :data:`_CLAUSE_REACH` tokens on either side.
        """
        first, last = max(index - _CLAUSE_REACH, 0), min(index + _CLAUSE_REACH, len(self.tokens) - 1)
        left = index
        while left > first and not self._is_clause_boundary(left - 1):
            left -= 1
        right = index
        while right < last and not self._is_clause_boundary(right + 1):
            right += 1
        return (at for at in range(left, right + 1) if at != index)

    def _is_clause_boundary(self, index: int) -> bool:
        return self.tokens[index].text in _CLAUSE_MARKS or self.form(index) in _SUBORDINATORS

    def agreeing(self, index: int, agreement: frozenset[Agreement]) -> Iterator[Analysis]:
        """The readings of a word that agree in case and number with one of ``agreement``."""
        return (
            reading
            for reading in self.readings(index)
            if reading.case is not None and (reading.case, reading.number) in agreement
        )


Agreement = tuple[Case, Number | None]


def agreement_of(readings: Readings) -> frozenset[Agreement]:
    """The cases and numbers that the readings allow, for :meth:`Sentence.agreeing`."""
    return frozenset((reading.case, reading.number) for reading in readings if reading.case is not None)
