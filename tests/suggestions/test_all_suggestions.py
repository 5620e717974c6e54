"""Every suggestion of every shipped rule, in every form of the word that it replaces."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termilint.morphology.features import Case, Clitic, Comparison, Features, Number, Possessive
from termilint.rules.model import NeedsQualifier, Rule, Term
from termilint.rules.packs import load_shipped
from termilint.suggestions.rewrite import Rewriter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.morphology.analysis import Analysis
    from termilint.morphology.analyzer import Analyzer

"""For one suggestion in one form, on a slow machine; a search without end takes far longer."""


def words_of(rule: Rule) -> tuple[str, ...]:
    if isinstance(rule.pattern, NeedsQualifier):
        return (rule.pattern.lemma,)
    return rule.pattern.words if isinstance(rule.pattern, Term) else ()


PAIRS = sorted(
    {(word, s.text) for rule in load_shipped() for word in words_of(rule) for s in rule.suggestions}
)
TEMPLATES: dict[str, list[str]] = {}
for _word, _template in PAIRS:
    TEMPLATES.setdefault(_word, []).append(_template)

FEATURES = st.builds(
    Features,
    st.sampled_from(list(Case)),
    st.sampled_from(list(Number)),
    st.none() | st.sampled_from(list(Possessive)),
    st.sampled_from(((), (Clitic.KIN,), (Clitic.KAAN,), (Clitic.KO,))),
    st.none() | st.sampled_from(list(Comparison)),
)


@cache
def rewriter(analyzer: Analyzer) -> Rewriter:
    return Rewriter(analyzer)


def paradigm(word: str) -> Iterator[Features]:
    for case in Case:
        for number in Number:
            for possessive in (None, Possessive.FIRST_PLURAL, Possessive.THIRD):
                yield Features(case, number, possessive)
    for comparison in Comparison if word.endswith("nen") else ():
        for case in (Case.NOMINATIVE, Case.PARTITIVE, Case.INSTRUCTIVE):
            yield Features(case, Number.PLURAL, comparison=comparison)


def check(analyzer: Analyzer, word: str, template: str, features: Features) -> None:
    """Whatever is offered for a form of ``word`` has that form's features."""
    for form in analyzer.inflect(word, features)[:1]:
        readings = tuple(r for r in analyzer.analyze(form) if r.lemma == word and _has(r, features))
        offered = rewriter(analyzer).variants(template, form, readings)
        for text in offered:
            assert is_inflected_so(text, template, features, analyzer), (form, text)


def is_inflected_so(text: str, template: str, features: Features, analyzer: Analyzer) -> bool:
    """One word has the case and number of the head, and one, the same or another, the suffix."""
    readings = [analyzer.analyze(word) for word in text.split()]
    has_suffix = features.possessive is None or any(
        r.possessive is features.possessive for own in readings for r in own
    )
    lemma = rewriter(analyzer).template(template).head
    return has_suffix and any(_has(r, features, lemma) for own in readings for r in own)


def _has(reading: Analysis, features: Features, lemma: str | None = None) -> bool:
    number = reading.number if reading.case is not Case.STI else features.number
    return (
        (reading.case, number, reading.clitics) == (features.case, features.number, features.clitics)
        and reading.comparison is features.comparison
        and lemma in (None, reading.lemma)
    )


@pytest.mark.parametrize("word", sorted(TEMPLATES))
def test_each_suggestion_in_the_whole_paradigm(word: str, analyzer: Analyzer) -> None:
    for template in TEMPLATES[word]:
        for features in paradigm(word):
            check(analyzer, word, template, features)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pair=st.sampled_from(PAIRS), features=FEATURES)
def test_any_suggestion_in_any_form(analyzer: Analyzer, pair: tuple[str, str], features: Features) -> None:
    check(analyzer, *pair, features)


@pytest.mark.parametrize(("word", "template"), PAIRS)
def test_each_suggestion_can_be_said_in_plain_cases(word: str, template: str, analyzer: Analyzer) -> None:
    for case in (Case.NOMINATIVE, Case.PARTITIVE, Case.ALLATIVE):
        for form in analyzer.inflect(word, Features(case))[:1]:
            readings = tuple(r for r in analyzer.analyze(form) if r.case is case)
            assert rewriter(analyzer).rewrites(template, form, readings)
