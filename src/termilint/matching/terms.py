"""Worn words: a term as a whole word, as the end of a compound, or inside one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from termilint.matching.sentence import COORDINATORS, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.morphology.analysis import Analysis
    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.model import Term

Parts = tuple[str, ...]
_CONJUNCT_REACH = 6


class TermMatch(NamedTuple):
    """A token that matches a term: the base form of the rule and the readings that fit.

    ``readings`` are those in which the word ends the compound. There are none where it stands inside
    one, or is only half there: *asiakas-* in *asiakas- ja käyttäjälähtöinen*, *-keskeisyys* in
    *asiakaslähtöisyys ja -keskeisyys*.
    """

    at: int
    word: str
    readings: tuple[Analysis, ...] = ()


class TermMatcher:
    """Matches the words of one term pattern by their compound parts."""

    def __init__(self, pattern: Term, analyzer: Analyzer) -> None:
        self._pattern = pattern
        self._analyzer = analyzer
        self._parts: dict[Parts, str] = {}
        for word in pattern.words:
            for parts in term_parts(word, analyzer):
                self._parts.setdefault(parts, word)

    def matches(self, sentence: Sentence) -> Iterator[TermMatch]:
        """The matching tokens in order."""
        for index, token in enumerate(sentence.tokens):
            if not token.is_word:
                continue
            if token.is_suspended:
                match = self._suspended(sentence, index)
            elif token.continues_open_compound:
                match = self._continued(sentence, index)
            else:
                match = self._whole(sentence, index)
            if match:
                yield match

    def _whole(self, sentence: Sentence, index: int) -> TermMatch | None:
        readings = sentence.readings(index)
        if not readings:
            return self._unknown(sentence.form(index), index)
        for reading in readings:
            if word := self._word_of(reading.parts):
                return TermMatch(index, word, self._ending_in(word, readings))
        return None

    def _unknown(self, form: str, index: int) -> TermMatch | None:
        """A compound that the dictionary does not know as one, but part by part: *asiakaskeskeisempi*."""
        for (first, *_), word in self._parts.items():
            if len(first) < len(form) and form.startswith(first):
                for rest in self._analyzer.analyze(form[len(first) :].lstrip("-")):
                    if self._parts.get((first, *rest.parts)) == word:
                        return TermMatch(index, word)
        return None

    def _ending_in(self, word: str, readings: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
        """The readings whose whole compound is ``word``."""
        return tuple(reading for reading in readings if self._parts.get(reading.parts) == word)

    def _word_of(self, parts: Parts) -> str | None:
        """The rule's word that ends the compound, or stands in it where the rule allows that."""
        for start in range(len(parts)):
            ends = range(start + 1, len(parts) + 1) if self._pattern.inside_compounds else [len(parts)]
            for end in ends:
                if word := self._parts.get(parts[start:end]):
                    return word
        return None

    def _suspended(self, sentence: Sentence, index: int) -> TermMatch | None:
        first = next((reading.parts for reading in sentence.readings(index)), ())
        head = completing_word(sentence, index)
        if not first or head is None:
            return None
        for reading in sentence.readings(head):
            if len(reading.parts) > 1 and (word := self._word_of((*first, reading.head))):
                return TermMatch(index, word)
        return None

    def _continued(self, sentence: Sentence, index: int) -> TermMatch | None:
        if sentence.form(index - 1) not in COORDINATORS:
            return None
        own = sentence.readings(index)
        for before in sentence.readings(index - 2):
            for reading in own:
                word = self._parts.get((before.parts[0], *reading.parts))
                if word and len(before.parts) > 1:
                    return TermMatch(index, word)
        return None


def term_parts(word: str, analyzer: Analyzer) -> frozenset[Parts]:
    """The compound parts of a rule's base form; the word itself where it is known only as a part."""
    readings = analyzer.analyze(word)
    parts = {
        reading.parts for reading in readings if "".join(reading.lemma.split("-")) == word.replace("-", "")
    }
    return frozenset(parts or {reading.parts for reading in readings} or {(word,)})


def completing_word(sentence: Sentence, index: int) -> int | None:
    """The word whose head completes a suspended first part: *käyttäjälähtöinen* for *asiakas-*."""
    for at in range(index + 1, min(index + _CONJUNCT_REACH, len(sentence))):
        token = sentence.tokens[at]
        if not token.is_word:
            if token.text not in ",/":
                return None
        elif sentence.form(at) not in COORDINATORS and not token.is_suspended:
            return at
    return None
