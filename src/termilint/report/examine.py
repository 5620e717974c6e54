"""What the report needs of one document. Pure but for the project's own caches."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from termilint.census.model import Site
from termilint.census.take import take
from termilint.filters import AtLeast
from termilint.model.fix import Applicability
from termilint.model.span import TextSpan
from termilint.report.model import DocumentReport, Rewrite
from termilint.report.passages import placed, shown
from termilint.rules.model import NeedsQualifier, Term
from termilint.runner import document_of
from termilint.terminal import printable
from termilint.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from termilint.model.document import Document
    from termilint.model.finding import Finding
    from termilint.model.source import Source
    from termilint.project import Project
    from termilint.report.passages import Placed
    from termilint.rules.model import Rule

_REWRITES = 4
"""Sentences of one document that may be shown rewritten, each of another rule."""

_LONGEST_SENTENCE = 280


def report_of(source: Source, project: Project) -> DocumentReport:
    """The report of one source. Raises ReadError if its format is broken."""
    document = document_of(source, project)
    if document is None:
        return DocumentReport(source.name, _words(source.text) if source.package is None else 0)
    everything = project.check(document)
    settings = project.settings
    strong = AtLeast(settings.min_severity, settings.min_confidence)
    findings = strong(document, everything)
    places = placed(document, findings)
    return DocumentReport(
        source.name,
        sum(_words(block.text) for block in document.blocks),
        Counter(finding.rule_id for finding in findings),
        Counter(finding.severity for finding in findings),
        Counter(_worn(finding, project) for finding in findings),
        take(document, project.linter_for(source.name)),
        tuple(_rewrites(document, places)),
        shown(document, places, len(findings)) if findings else DocumentReport("").shown,
    )


def _words(text: str) -> int:
    return len(text.split())


def _worn(finding: Finding, project: Project) -> tuple[str, str]:
    """The rule, and the word as it is counted: a bare term by its form, a compound by its lemma."""
    rule = project.rules.get(finding.rule_id)
    matched = printable(finding.matched.lower())
    return finding.rule_id, _lemma(matched, rule, project) if rule else matched


def _lemma(matched: str, rule: Rule, project: Project) -> str:
    if isinstance(rule.pattern, NeedsQualifier):
        return matched
    lemmas = [reading.lemma for reading in project.analyzer.analyze(matched)]
    if isinstance(rule.pattern, Term):
        words = tuple(word.replace("-", "") for word in rule.pattern.words)
        lemmas = [lemma for lemma in lemmas if lemma.replace("-", "").endswith(words)] or lemmas
    return min(lemmas, default=matched)


def _rewrites(document: Document, places: Sequence[Placed]) -> Iterator[Rewrite]:
    """A rewritten sentence for the first findings of several rules that have a suggestion."""
    told: set[str] = set()
    for one in places:
        if one.finding.rule_id in told or not one.finding.suggestions or len(told) >= _REWRITES:
            continue
        rewrite = _rewrite(document, one)
        if rewrite:
            told.add(one.finding.rule_id)
            yield rewrite


def _rewrite(document: Document, one: Placed) -> Rewrite | None:
    text = one.block.text
    sentence = next((span for span in sentences(text) if span.start <= one.span.start < span.end), None)
    if sentence is None or len(sentence) > _LONGEST_SENTENCE or one.span.end > sentence.end:
        return None
    suggestion, *_ = one.finding.suggestions
    source = document.source
    line = source.position(one.finding.span.start).line if source.has_lines else None
    applicability = {fix.applicability for fix in one.finding.fixes}
    return Rewrite(
        Site(source.name, line, one.finding.location),
        one.finding.rule_id,
        _plain(TextSpan(sentence.start, one.span.start).slice(text)),
        _plain(one.span.slice(text)),
        suggestion.text,
        _plain(TextSpan(one.span.end, sentence.end).slice(text)),
        suggestion.reason,
        is_likely=bool(suggestion.reason) or Applicability.SAFE in applicability,
    )


def _plain(text: str) -> str:
    return printable(text).replace("\ufffc", "▫")
