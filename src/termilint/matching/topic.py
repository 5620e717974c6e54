"""What a text is about: which words of a set stand in a block, in the headings above it, and anywhere."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from termilint.matching.triggers import literal_stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from termilint.model.document import Block, Document
    from termilint.morphology.analysis import Analysis
    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.model import WordSet

_ADDRESS = re.compile(r"\b\w+://\S+|(?<!\S)\S+@\S+")
_WORD = re.compile(r"\w+(?:-\w+)*")
_LONGEST_ABBREVIATION = 4


class Topic:
    """The words of one document, looked for when they are first asked for."""

    def __init__(self, document: Document, analyzer: Analyzer) -> None:
        self._blocks = document.blocks
        self._analyzer = analyzer
        self._known: dict[tuple[str, WordSet, int], frozenset[str]] = {}

    def near(self, block: Block, words: WordSet) -> frozenset[str]:
        """Those of ``words`` that the block or a heading above it holds, in any form or compound."""
        return frozenset().union(*(self._in(text, words) for text in (block.text, *block.headings)))

    def everywhere(self, words: WordSet, at_least: int = 1) -> frozenset[str]:
        """Those of ``words`` that the document holds, in any form or compound.

        None where it cannot hold ``at_least`` so many: then no form is analysed.
        """
        return self._in(self._whole, words, at_least)

    @cached_property
    def _whole(self) -> str:
        """All blocks: one search through them is faster than many."""
        return "\n".join(block.text for block in self._blocks)

    def compounds(self, first: str) -> frozenset[str]:
        """The compounds of the document that begin with the part ``first``, in base form."""
        begun = re.compile(rf"\b{re.escape(first)}-?\w+")
        forms = set(begun.findall(self._whole.lower()))
        readings = (reading for form in forms for reading in self._analyzer.analyze(form))
        return frozenset(r.lemma for r in readings if len(r.parts) > 1 and r.parts[0] == first)

    def _in(self, text: str, words: WordSet, at_least: int = 1) -> frozenset[str]:
        key = (text, words, at_least)
        if key not in self._known:
            self._known[key] = self._look_for(words, _ADDRESS.sub(" ", text.lower()), at_least)
        return self._known[key]

    def _look_for(self, words: WordSet, text: str, at_least: int) -> frozenset[str]:
        possible = [word for word in words if _beginning(word) in text]
        if len(possible) < at_least:
            return frozenset()
        forms = frozenset(_WORD.findall(text))
        return frozenset(word for word in possible if any(self._is_form(form, word) for form in forms))

    def _is_form(self, form: str, word: str) -> bool:
        """True for a form of the word, also as a part of a compound; an unknown word must begin with it."""
        if form == word or word in form.split("-"):
            return True
        if _beginning(word) not in form:
            return False
        readings = self._analyzer.analyze(form)
        if not readings:
            return len(word) > _LONGEST_ABBREVIATION and form.startswith(word)
        return any(word in (reading.lemma, reading.verb, *_runs(reading)) for reading in readings)


class Setting(NamedTuple):
    """Where a word stands: its block, and what its document is about."""

    block: Block
    topic: Topic

    def near(self, words: WordSet) -> frozenset[str]:
        """Those of ``words`` in the same block or in a heading above it."""
        return self.topic.near(self.block, words)

    def speaks_of(self, words: WordSet) -> bool:
        """True if one of ``words`` is near, or two are anywhere in the document."""
        return bool(words) and (bool(self.near(words)) or len(self.topic.everywhere(words, 2)) > 1)


@cache
def _beginning(word: str) -> str:
    return word if len(word) <= _LONGEST_ABBREVIATION else literal_stem(word)


def _runs(reading: Analysis) -> Iterable[str]:
    """Compound parts in a row as one word: *rahasto*, *esite*, *rahastoesite*."""
    parts = reading.parts
    return (
        "".join(parts[start:end]) for start in range(len(parts)) for end in range(start + 1, len(parts) + 1)
    )
