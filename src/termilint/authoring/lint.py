"""What is unclear in rules that have the right form: each with its place and a remedy."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from termilint.authoring import overlaps, suggestions, words
from termilint.authoring.trial import Trial
from termilint.rules.syntax import markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.model import RuleSet
    from termilint.rules.packs import Written
    from termilint.rules.problems import Problem


MOST = 300
"""So many problems are looked for at most: of a strange file there could be no end of them."""


def problems(
    written: Written, everything: RuleSet, analyzer: Analyzer, texts: Mapping[str, str]
) -> tuple[Problem, ...]:
    """What is unclear in ``written``, in file order, at most :data:`MOST` problems.

    ``everything`` are the rules beside which they will hold, themselves included; ``texts`` are the
    messages for rules in one language.
    """
    found = chain(
        words.problems(written, analyzer, texts),
        suggestions.problems(written, analyzer, texts),
        overlaps.problems(written, everything, analyzer, texts),
        _broken_examples(written, analyzer, texts),
    )
    return tuple(sorted(set(islice(found, MOST))))


def _broken_examples(written: Written, analyzer: Analyzer, texts: Mapping[str, str]) -> Iterator[Problem]:
    for failure in Trial(analyzer).failures(written.rules):
        value = written.example(failure.rule.id, failure.key, failure.at)
        shown = markup(failure.expected), markup(failure.found)
        wrong = f"{value.label}: {texts[failure.reason.value]}"
        yield value.problem(f"{wrong} {texts['expected']} {shown[0]} {texts['found']} {shown[1]}")
