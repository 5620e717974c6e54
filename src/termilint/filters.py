"""Which findings of a document are shown: a list of pure functions, findings in, findings out.

They run in the order of the list over findings in source order, so nothing is cut before it is
sorted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Final

from termilint.discovery import relative_name
from termilint.model.document import BlockKind
from termilint.model.finding import Confidence, Finding, Report, Severity

if TYPE_CHECKING:
    from termilint.changes import Changes
    from termilint.config.settings import Repeat
    from termilint.model.document import Block, Document

Findings = tuple[Finding, ...]
Filter = Callable[["Document", Findings], Findings]


def filtered(document: Document, findings: Findings, filters: Iterable[Filter]) -> Findings:
    """The findings that every filter leaves."""
    for keep in filters:
        findings = keep(document, findings)
    return findings


class AtLeast:
    """Keeps findings of a severity and a confidence, or of stronger ones."""

    __slots__ = ("confidence", "severity")

    def __init__(self, severity: Severity, confidence: Confidence = Confidence.LOW) -> None:
        self.severity: Final = severity
        self.confidence: Final = confidence

    def __call__(self, document: Document, findings: Findings) -> Findings:
        """The findings that matter enough and are sure enough."""
        del document
        return tuple(
            finding
            for finding in findings
            if finding.severity.rank >= self.severity.rank and finding.confidence.rank >= self.confidence.rank
        )


class OnChangedLines:
    """Keeps findings on changed lines. Files are named from ``root`` on."""

    __slots__ = ("changes", "root")

    def __init__(self, changes: Mapping[str, Changes], root: str) -> None:
        self.changes: Final = changes
        self.root: Final = root

    def __call__(self, document: Document, findings: Findings) -> Findings:
        """The findings that a change may have to do with."""
        if not findings:
            return findings
        changes = self.changes.get(relative_name(document.source.name, self.root) or "")
        if changes is None:
            return ()
        return tuple(finding for finding in findings if changes.touch(document.source, finding))


class FirstOfEach:
    """Keeps the first finding of each of the rules ``rule_ids`` in every ``unit`` of the text."""

    __slots__ = ("rule_ids", "unit")

    def __init__(self, unit: Repeat, rule_ids: frozenset[str]) -> None:
        self.unit: Final = unit
        self.rule_ids: Final = rule_ids

    def __call__(self, document: Document, findings: Findings) -> Findings:
        """The findings of other rules, and the first ones of these."""
        seen: set[tuple[str, int]] = set()
        kept = []
        units = _unit_starts(document.blocks, self.unit)
        for finding in findings:
            key = finding.rule_id, bisect_right(units, finding.span.start)
            if finding.rule_id not in self.rule_ids or key not in seen:
                kept.append(finding)
            seen.add(key)
        return tuple(kept)


def _unit_starts(blocks: Iterable[Block], unit: Repeat) -> list[int]:
    """Where units begin, as source offsets; a document is one unit."""
    if unit == "document":
        return []
    starts = []
    headings: tuple[str, ...] | None = None
    after_heading = False
    for block in blocks:
        is_heading = block.kind is BlockKind.HEADING
        is_new_section = is_heading or (block.headings != headings and not after_heading)
        if block.segments and (is_new_section or unit == "paragraph"):
            starts.append(block.segments[0].source_start)
        headings, after_heading = block.headings, is_heading
    return starts


def at_most(report: Report, number: int) -> Report:
    """The first ``number`` findings of a report; files that lose all theirs stay in it."""
    checked = []
    left = number
    for one in report.checked:
        kept = one.findings[:left]
        left -= len(kept)
        checked.append(one._replace(findings=kept))
    return Report(tuple(checked), report.failures)
