"""Phrases: words in a row by lemma or form, with gaps, and what makes them harmless."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.matching.triggers import word_stem
from termilint.rules.model import Gap, Phrase, PhrasePattern, PhrasePatterns, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from termilint.matching.sentence import Sentence

Range = tuple[int, int]
Literals = tuple[tuple[str, ...], ...]


class PhraseMatcher:
    """Matches one phrase rule, silent where a pattern of ``unless`` matches over one of its words.

    With ``prefilter=False`` every sentence is analysed.
    """

    def __init__(self, pattern: Phrase, unless: PhrasePatterns, *, prefilter: bool = True) -> None:
        self._unless = unless
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
            yield from _apart(found, matches_of(self._unless, sentence))


def matches_of(patterns: PhrasePatterns, sentence: Sentence) -> list[Range]:
    """The token ranges (end exclusive) that one of the patterns matches."""
    return [found for one in patterns for found in _all_matches(sentence, one)]


def overlaps(one: Range, others: Iterable[Range]) -> bool:
    """True if a token of ``one`` is in one of ``others``."""
    return any(one[0] < other[1] and other[0] < one[1] for other in others)


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
        if match[0] >= end and not overlaps(match, harmless):
            yield match
            end = match[1]


def _all_matches(sentence: Sentence, pattern: PhrasePattern) -> Iterator[Range]:
    for start in range(len(sentence)):
        for end in _ends(sentence, pattern.elements, start):
            yield start, end


def _ends(sentence: Sentence, elements: tuple[Word | Gap, ...], start: int) -> Iterable[int]:
    """Where a match of ``elements`` that begins at token ``start`` can end.

    All places that the elements so far reach are followed at once, each once: gaps after gaps cost no
    more than their lengths added up.
    """
    reached = {start}
    for element in elements:
        if isinstance(element, Word):
            reached = {at + 1 for at in reached if _fills(sentence, at, element)}
        else:
            reached = {end for at in reached for end in _gap_ends(sentence, element, at)}
        if not reached:
            break
    return sorted(reached)


def _gap_ends(sentence: Sentence, gap: Gap, at: int) -> Iterator[int]:
    for length in range(gap.most + 1):
        if length >= gap.least:
            yield at + length
        if not sentence.is_word(at + length):
            return


def _fills(sentence: Sentence, index: int, word: Word) -> bool:
    if sentence.form(index) in word.forms:
        return True
    if not sentence.is_word(index):
        return False
    return any(
        reading.lemma in word.lemmas or reading.verb in word.lemmas for reading in sentence.readings(index)
    )
