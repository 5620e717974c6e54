"""Many documents' censuses added up. Memory grows with the documents that use a term, not with texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from termilint.census.model import (
    Census,
    Conflict,
    DocumentCount,
    Example,
    Meaning,
    Sense,
    SenseCount,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.census.model import DocumentCensus
    from termilint.model.finding import Failure

EXAMPLES = 3
"""Examples that are kept of each sense, one a document."""

PLACES_OF_A_MEANING = 5
"""Places that are kept of each meaning of a term."""


class Tally:
    """Adds up censuses of documents, in any order; :meth:`census` gives the sum."""

    def __init__(self) -> None:
        self._read = 0
        self._uses: Counter[Sense] = Counter()
        self._documents: Counter[Sense] = Counter()
        self._phrases: defaultdict[Sense, Counter[str]] = defaultdict(Counter)
        self._examples: defaultdict[Sense, list[Example]] = defaultdict(list)
        self._counts: list[DocumentCount] = []
        self._meanings: defaultdict[str, dict[tuple[str, ...], Meaning]] = defaultdict(dict)
        self._failures: list[Failure] = []

    def add(self, document: DocumentCensus) -> None:
        """Count one document."""
        self._read += 1
        self._uses.update(document.uses)
        self._documents.update(document.uses.keys())
        for (sense, phrase), number in document.phrases.items():
            self._phrases[sense][phrase] += number
        for sense, example in document.examples:
            if len(self._examples[sense]) < EXAMPLES:
                self._examples[sense].append(example)
        for stated in document.definitions:
            known = self._meanings[stated.term].get(stated.meaning, Meaning(0, ()))
            examples = (*known.examples, stated.example)[:PLACES_OF_A_MEANING]
            self._meanings[stated.term][stated.meaning] = Meaning(known.places + 1, examples)
        self._counts.extend(_counts(document))

    def fail(self, failure: Failure) -> None:
        """Remember a document that could not be read."""
        self._failures.append(failure)

    def census(self) -> Census:
        """All that was added."""
        senses = sorted(map(self._sense, self._uses), key=_common_first)
        documents = sorted(self._counts, key=lambda one: (-one.bare, -one.uses, one.name, one.term))
        return Census(
            self._read, tuple(senses), tuple(documents), tuple(self._conflicts()), tuple(self._failures)
        )

    def _sense(self, sense: Sense) -> SenseCount:
        phrases = self._phrases[sense]
        phrase = max(phrases, key=lambda text: (phrases[text], text[:1].isupper(), text))
        examples = tuple(self._examples[sense])
        return SenseCount(sense, phrase, self._uses[sense], self._documents[sense], examples)

    def _conflicts(self) -> Iterator[Conflict]:
        for term, meanings in sorted(self._meanings.items()):
            if len(meanings) > 1:
                yield Conflict(term, tuple(meanings.values()))


def _common_first(count: SenseCount) -> tuple[str, int, str, str]:
    return count.sense.term, -count.uses, count.sense.label.value, count.sense.qualifier


def _counts(document: DocumentCensus) -> Iterator[DocumentCount]:
    for term in sorted({sense.term for sense in document.uses}):
        own = {sense: number for sense, number in document.uses.items() if sense.term == term}
        bare = sum(number for sense, number in own.items() if sense.is_bare)
        senses = tuple(sorted(_phrase(document, sense) for sense in own if sense.says_who))
        yield DocumentCount(document.name, term, sum(own.values()), bare, senses)


def _phrase(document: DocumentCensus, sense: Sense) -> str:
    """The most common phrase of a sense in a document; *asiakas …* if what follows narrows it."""
    phrases = {phrase: number for (one, phrase), number in document.phrases.items() if one == sense}
    best = max(phrases, key=lambda text: (phrases[text], text))
    return best or f"{sense.term} …"
