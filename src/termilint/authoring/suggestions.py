"""Suggestions that cannot be written: unknown words, words that do not inflect, the rule's own word."""

from __future__ import annotations

from string import punctuation
from typing import TYPE_CHECKING

from termilint.authoring.trial import Trial
from termilint.authoring.words import complaint
from termilint.morphology.features import Case, Features, Number
from termilint.rules.model import NeedsQualifier, Term
from termilint.suggestions.rewrite import Rewriter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.model import Rule
    from termilint.rules.packs import Written
    from termilint.rules.problems import Problem

_CASES = (Case.GENITIVE, Case.PARTITIVE, Case.ELATIVE)


def problems(written: Written, analyzer: Analyzer, texts: Mapping[str, str]) -> Iterator[Problem]:
    """What is wrong with the suggestions of each rule, in its place."""
    check = _Check(analyzer, texts)
    for rule in written.rules:
        given = written.values[rule.id].members().get("suggestions")
        for value, suggestion in zip(given.items() if given else (), rule.suggestions, strict=True):
            if message := check.complaint(rule, suggestion.text):
                yield value.problem(message)


class _Check:
    """Looks at one suggestion after the other."""

    def __init__(self, analyzer: Analyzer, texts: Mapping[str, str]) -> None:
        self._analyzer = analyzer
        self._texts = texts
        self._rewriter = Rewriter(analyzer)
        self._trial = Trial(analyzer)

    def complaint(self, rule: Rule, text: str) -> str | None:
        """What to say of a suggestion of ``rule``; None if it is sound."""
        for word in text.split():
            if self._is_unknown(word):
                return complaint(word, self._analyzer, self._texts)
        if self._trial.found(rule, text, rewrites=False).marks:
            return self._texts["own_suggestion"].format(text)
        models = [form for word in _inflecting(rule) for form in self._forms(word)]
        if models and not any(self._inflected(text, form) for form in models):
            return self._texts["no_inflection"].format(text, models[0])
        return None

    def _is_unknown(self, word: str) -> bool:
        """True for a word of which nothing is known, unless it is written as a name."""
        bare = word.strip(punctuation)
        return bool(bare) and not bare[:1].isupper() and not self._analyzer.analyze(bare)

    def _forms(self, word: str) -> Iterator[str]:
        for number in Number:
            for case in _CASES:
                yield from self._analyzer.inflect(word, Features(case, number))[:1]

    def _inflected(self, text: str, form: str) -> bool:
        readings = tuple(one for one in self._analyzer.analyze(form) if one.case in _CASES)
        return bool(self._rewriter.variants(text, form, readings))


def _inflecting(rule: Rule) -> tuple[str, ...]:
    """The words in whose forms the rule's suggestions are written."""
    if isinstance(rule.pattern, Term):
        return rule.pattern.words
    return (rule.pattern.lemma,) if isinstance(rule.pattern, NeedsQualifier) else ()
