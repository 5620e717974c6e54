"""Every rule's rewrites come out of the real pipeline, and what is rewritten passes the rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termilint.engine import Linter
from termilint.model.source import Source
from termilint.readers import plain
from termilint.rules.model import Example, Mark, Rule, RuleSet
from termilint.rules.packs import load_shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.model.finding import Finding
    from termilint.morphology.analyzer import Analyzer


def rewritten() -> Iterator[object]:
    for rule in load_shipped():
        for example in rule.bad:
            if any(mark.replacement for mark in example.marks):
                yield pytest.param(rule, example, id=f"{rule.id}: {example.text}")


def findings(text: str, rule: Rule, analyzer: Analyzer) -> tuple[Finding, ...]:
    linter = Linter(RuleSet((rule._replace(enabled=True),)), analyzer)
    return linter.check(plain.read(Source("example.txt", text)))


def applied(example: Example, marks: list[Mark]) -> str:
    text = example.text
    for mark in sorted(marks, reverse=True, key=lambda mark: mark.start):
        text = text[: mark.start] + (mark.replacement or "") + text[mark.end :]
    return text


@pytest.mark.parametrize(("rule", "example"), list(rewritten()))
def test_the_rewrite_is_the_first_suggestion(rule: Rule, example: Example, analyzer: Analyzer) -> None:
    found = {(one.span.start, one.span.end): one for one in findings(example.text, rule, analyzer)}
    for mark in example.marks:
        if mark.replacement:
            offered = [suggestion.text for suggestion in found[mark.start, mark.end].suggestions]
            assert offered[:1] == [mark.replacement], offered


@pytest.mark.parametrize(("rule", "example"), list(rewritten()))
def test_the_rewritten_text_passes_the_rule(rule: Rule, example: Example, analyzer: Analyzer) -> None:
    marks = [mark for mark in example.marks if mark.replacement]
    text = applied(example, marks)
    left = len(example.marks) - len(marks)
    assert len(findings(text, rule, analyzer)) == left
