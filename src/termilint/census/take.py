"""The census of one document. Pure: a document in, counts and a few examples out."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from termilint.census.model import DocumentCensus, Example, Sense, Site, Stated
from termilint.matching.meaning import definitions
from termilint.matching.qualifier import qualifier
from termilint.matching.usage import use_at
from termilint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.engine import Linter, LocatedUsage
    from termilint.matching.definition import Place
    from termilint.model.document import Document
    from termilint.model.source import Source

_AROUND = 120
"""Code points of a sentence that an example shows on each side of the use, at most."""


def take(document: Document, linter: Linter) -> DocumentCensus:
    """The census of a document: whoever silenced a finding, its use counts."""
    usages = tuple(_once(linter.usages(document)))
    uses: Counter[Sense] = Counter()
    phrases: Counter[tuple[Sense, str]] = Counter()
    examples: dict[Sense, Example] = {}
    for usage in usages:
        sense, phrase = _sense(usage)
        uses[sense] += 1
        phrases[sense, phrase] += 1
        if sense not in examples:
            examples[sense] = _example(document.source, usage.place, linter)
    stated = tuple(_stated(document.source, usages, linter))
    return DocumentCensus(document.source.name, uses, phrases, tuple(examples.items()), stated)


def _once(usages: tuple[LocatedUsage, ...]) -> Iterator[LocatedUsage]:
    """Each use of a term once, though several rules may guard it."""
    seen = set()
    for usage in usages:
        key = usage.pattern.lemma, usage.block.to_source(usage.span)
        if key not in seen:
            seen.add(key)
            yield usage


def _sense(located: LocatedUsage) -> tuple[Sense, str]:
    """The sense of a use and the phrase that stands for it; empty where the label says all."""
    place, pattern, usage = located.place, located.pattern, located.usage
    use = use_at(place, pattern)
    narrows = qualifier(use, usage) if use else None
    if narrows is None:
        return Sense(pattern.lemma, usage.label), ""
    return Sense(pattern.lemma, usage.label, narrows.lemma), narrows.phrase


def _stated(source: Source, usages: tuple[LocatedUsage, ...], linter: Linter) -> Iterator[Stated]:
    by_pattern = defaultdict(list)
    for usage in usages:
        by_pattern[usage.pattern.lemma].append(usage)
    for found in by_pattern.values():
        for one in definitions([usage.place for usage in found], found[0].pattern):
            yield Stated(one.term, one.meaning, _example(source, one.place, linter, whole=True))


def _example(source: Source, place: Place, linter: Linter, *, whole: bool = False) -> Example:
    around = 3 * _AROUND if whole else _AROUND
    return Example(_site(source, place, linter), _excerpt(place, around))


def _site(source: Source, place: Place, linter: Linter) -> Site:
    token = place.sentence.tokens[place.at]
    location = linter.location(place.block, token.start)
    if not source.has_lines:
        return Site(source.name, None, location)
    (first, *_) = place.block.to_source(TextSpan(token.start, token.end))
    return Site(source.name, source.position(first.start).line, location)


def _excerpt(place: Place, around: int) -> str:
    """The sentence of a place on one line, cut to ``around`` code points on each side."""
    sentence, token = place.sentence, place.sentence.tokens[place.at]
    start, end = token.start - sentence.span.start, token.end - sentence.span.start
    text = sentence.text[max(0, start - around) : end + around]
    before = "…" if start > around else ""
    after = "…" if end + around < len(sentence.text) else ""
    return f"{before}{' '.join(text.split())}{after}"
