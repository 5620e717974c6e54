"""Rules that would report the same word: a reader would be told two things of it."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from termilint.authoring.trial import document_of
from termilint.engine import Linter
from termilint.rules.model import Rule, RuleSet, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from termilint.model.finding import Finding
    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.packs import Written
    from termilint.rules.problems import Problem
    from termilint.rules.values import Value


class _Text(NamedTuple):
    """A text in which a rule finds something, and where in its file that is said."""

    rule: Rule
    text: str
    value: Value


def problems(
    written: Written, everything: RuleSet, analyzer: Analyzer, texts: Mapping[str, str]
) -> Iterator[Problem]:
    """A problem for each pair of rules, one of them in ``written``, that report one place.

    They are tried on their bad examples and on the words that they look for. A rule that reports a
    longer phrase around the word of another takes its place, which is what both want.
    """
    linter = Linter(RuleSet(_on(rule, written) for rule in everything), analyzer)
    known: set[frozenset[str]] = set()
    for rule, text, value in _texts(written):
        for one, other in combinations(linter.check(document_of(text, rule)), 2):
            pair = frozenset({one.rule_id, other.rule_id})
            if len(pair) == 2 and rule.id in pair and pair not in known and _meet(one, other):
                known.add(pair)
                [second] = pair - {rule.id}
                yield value.problem(texts["overlap"].format(rule.id, second, one.matched))


def _on(rule: Rule, written: Written) -> Rule:
    """The rule, on if it is one of those to check and its pack does not leave it off."""
    return rule._replace(enabled=rule.on_with_pack) if rule.id in written.rules else rule


def _texts(written: Written) -> Iterator[_Text]:
    for rule in written.rules:
        for index, example in enumerate(rule.bad):
            yield _Text(rule, example.text, written.example(rule.id, "bad", index))
        if isinstance(rule.pattern, Term):
            words = written.values[rule.id].members()["match"].members()["term"].members()["words"]
            yield from (_Text(rule, word, words) for word in rule.pattern.words)


def _meet(one: Finding, other: Finding) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
