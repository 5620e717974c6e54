"""Every rule proves itself: its bad examples must be reported exactly, its good ones not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from termilint.rules.model import Example, Rule, RuleSet

Spans = tuple[tuple[int, int], ...]
Check = Callable[[str, Rule], Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class BrokenExample:
    """An example in which its rule reports other code points than those that are marked."""

    rule: Rule
    example: Example
    expected: Spans
    found: Spans

    def __str__(self) -> str:
        wanted = self._words(self.expected) or "nothing"
        given = self._words(self.found) or "nothing"
        return f'{self.rule.origin}: {self.rule.id}: "{self.example.text}" reports {given}, not {wanted}'

    def _words(self, spans: Spans) -> str:
        return ", ".join(f'"{self.example.text[start:end]}"' for start, end in spans)


def broken_examples(rules: RuleSet, check: Check) -> tuple[BrokenExample, ...]:
    """The examples that fail when ``check(text, rule)`` gives the code point ranges of findings."""
    return tuple(broken for rule in rules for broken in _broken(rule, check))


def _broken(rule: Rule, check: Check) -> Iterator[BrokenExample]:
    for example in (*rule.bad, *rule.good):
        found = tuple(sorted(check(example.text, rule)))
        if found != example.spans:
            yield BrokenExample(rule, example, example.spans, found)
