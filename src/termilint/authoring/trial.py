"""The examples of rules in the real pipeline: what is reported where, and what is offered instead."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from termilint.engine import Linter
from termilint.model.document import BlockKind
from termilint.model.source import Source
from termilint.readers import plain
from termilint.rules.model import Example, Mark, Rule, RuleSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from termilint.model.document import Document
    from termilint.model.finding import Finding
    from termilint.morphology.analyzer import Analyzer

_NAME = "example.txt"


class Reason(Enum):
    """In which way an example does not hold."""

    DIFFERS = "differs"
    """The places that are reported, or what is offered there, are others than those in the example."""
    REWRITTEN = "rewritten"
    """The text is still reported when it is rewritten as the example says."""
    PREFILTER = "prefilter"
    """The quick look for literals overlooks what the full analysis finds."""


class Failure(NamedTuple):
    """An example that does not hold; ``key`` is ``bad`` or ``good``, ``at`` counts from 0.

    ``expected`` and ``found`` are the same text with its marks.
    """

    rule: Rule
    key: str
    at: int
    reason: Reason
    expected: Example
    found: Example


class Trial:
    """Runs examples, also those of rules that are off."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._linters: dict[tuple[Rule, bool], Linter] = {}

    def failures(self, rules: Iterable[Rule]) -> Iterator[Failure]:
        """Every way in which an example of the rules does not hold."""
        for rule in rules:
            for key, examples in (("bad", rule.bad), ("good", rule.good)):
                for at, example in enumerate(examples):
                    for reason, expected, found in self._differences(rule, example):
                        yield Failure(rule, key, at, reason, expected, found)

    def found(self, rule: Rule, text: str, *, rewrites: bool = True, prefilter: bool = True) -> Example:
        """``text`` with what the rule reports in it, and with ``rewrites`` the first suggestion there."""
        findings = self._findings(rule, text, prefilter=prefilter)
        return Example(text, tuple(sorted(_mark(finding, rewrites=rewrites) for finding in findings)))

    def _differences(self, rule: Rule, example: Example) -> Iterator[tuple[Reason, Example, Example]]:
        found = _as_asked(self.found(rule, example.text), example)
        if found != example:
            yield Reason.DIFFERS, example, found
        thorough = _as_asked(self.found(rule, example.text, prefilter=False), example)
        if thorough != found:
            yield Reason.PREFILTER, thorough, found
        better = rewritten(example)
        if better.text != example.text:
            still = self.found(rule, better.text, rewrites=False)
            if still.spans != better.spans:
                yield Reason.REWRITTEN, better, still

    def _findings(self, rule: Rule, text: str, *, prefilter: bool) -> tuple[Finding, ...]:
        if (rule, prefilter) not in self._linters:
            on = RuleSet((rule._replace(enabled=True),))
            self._linters[rule, prefilter] = Linter(on, self._analyzer, prefilter=prefilter)
        return self._linters[rule, prefilter].check(document_of(text, rule))


def document_of(text: str, rule: Rule) -> Document:
    """``text`` as a document of a kind of block in which the rule speaks."""
    document = plain.READER.read(Source(_NAME, text))
    if not rule.where or BlockKind.PARAGRAPH in rule.where:
        return document
    kind = next(kind for kind in BlockKind if kind in rule.where)
    return document._replace(blocks=tuple(block.changed(kind=kind) for block in document.blocks))


def _mark(finding: Finding, *, rewrites: bool) -> Mark:
    texts = [suggestion.text for suggestion in finding.suggestions] if rewrites else []
    return Mark(finding.span.start, finding.span.end, texts[0] if texts else None)


def _as_asked(found: Example, example: Example) -> Example:
    """``found`` without the rewrites of places of which the example says nothing."""
    asked = {(mark.start, mark.end) for mark in example.marks if mark.replacement}
    marks = (mark if mark[:2] in asked else Mark(mark.start, mark.end) for mark in found.marks)
    return Example(found.text, tuple(marks))


def rewritten(example: Example) -> Example:
    """The text with its rewrites; marked is what has none."""
    text = ""
    copied = 0
    marks = []
    for mark in example.marks:
        text += example.text[copied : mark.start]
        shown = mark.replacement or example.text[mark.start : mark.end]
        if not mark.replacement:
            marks.append(Mark(len(text), len(text) + len(shown)))
        text += shown
        copied = mark.end
    return Example(text + example.text[copied:], tuple(marks))
