"""Phrases: words in a row by lemma or form, with gaps, and what makes them harmless."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.matching.triggers import word_stem
from termilint.rules.model import Gap, Phrase, PhrasePattern, Word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.matching.sentence import Sentence

Range = tuple[int, int]
Literals = tuple[tuple[str, ...], ...]


class PhraseMatcher:
    """Matches one phrase rule. With ``prefilter=False`` every sentence is analysed."""

    def __init__(self, pattern: Phrase, *, prefilter: bool = True) -> None:
        self._pattern = pattern
        self._literals: dict[PhrasePattern, Literals] = {
            one: literals_of(one) if prefilter else () for one in pattern.patterns
        }

    def matches(self, sentence: Sentence, folded: str) -> Iterator[Range]:
        """Token ranges (end exclusive) that match, leftmost first, none inside another.

        ``folded`` is the sentence's text as triggers see it.
        """
        wanted = [
            one
            for one, literals in self._literals.items()
            if all(any(literal in folded for literal in word) for word in literals)
        ]
        found = {match for one in wanted for match in _all_matches(sentence, one)}
        if found:
            yield from _apart(found, self._harmless(sentence))

    def _harmless(self, sentence: Sentence) -> list[Range]:
        return [found for one in self._pattern.unless for found in _all_matches(sentence, one)]


def literals_of(pattern: PhrasePattern) -> Literals:
    """For each word of the pattern the literals with one of which its forms begin."""
    return tuple(
        (*(word_stem(lemma) for lemma in element.lemmas), *element.forms)
        for element in pattern.elements
        if isinstance(element, Word)
    )


def _apart(found: set[Range], harmless: list[Range]) -> Iterator[Range]:
    end = 0
    for match in sorted(found, key=lambda match: (match[0], -match[1])):
        if match[0] >= end and not any(_overlap(match, other) for other in harmless):
            yield match
            end = match[1]


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _all_matches(sentence: Sentence, pattern: PhrasePattern) -> Iterator[Range]:
    for start in range(len(sentence)):
        for end in _ends(sentence, pattern.elements, start):
            yield start, end


def _ends(sentence: Sentence, elements: tuple[Word | Gap, ...], at: int) -> Iterator[int]:
    """Where a match of ``elements`` that begins at token ``at`` can end."""
    if not elements:
        yield at
        return
    first, rest = elements[0], elements[1:]
    if isinstance(first, Word):
        if _fills(sentence, at, first):
            yield from _ends(sentence, rest, at + 1)
        return
    for length in range(first.most + 1):
        if length >= first.least:
            yield from _ends(sentence, rest, at + length)
        if not sentence.is_word(at + length):
            return


def _fills(sentence: Sentence, index: int, word: Word) -> bool:
    if not sentence.is_word(index):
        return False
    if sentence.form(index) in word.forms:
        return True
    return any(
        reading.lemma in word.lemmas or reading.verb in word.lemmas for reading in sentence.readings(index)
    )
