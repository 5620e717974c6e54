"""The report as plain values for JSON; docs/json.md describes them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from termilint import __version__
from termilint.model.finding import Severity

if TYPE_CHECKING:
    from termilint.model.finding import Failure, Finding, Report, Suggestion
    from termilint.model.fix import Fix
    from termilint.model.source import Source
    from termilint.model.span import SourceSpan

PROGRAM = {"name": "termilint", "version": __version__}


def counts(report: Report) -> dict[str, Any]:
    """How many files, findings and failures there are."""
    severities = Counter(finding.severity for finding in report.findings)
    return {
        "files": len(report.checked),
        "findings": len(report.findings),
        "failures": len(report.failures),
        "severities": {severity.value: severities[severity] for severity in Severity},
    }


def failure_record(failure: Failure) -> dict[str, str]:
    """All that is known of an input that was not checked."""
    return {"name": failure.name, "reason": failure.reason, "message": failure.message}


def finding_record(finding: Finding, source: Source) -> dict[str, Any]:
    """All that is known of a finding."""
    return {
        "rule": finding.rule_id,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "why": finding.why,
        "matched": finding.matched,
        "sentence": finding.sentence,
        **_range(finding.span, source),
        "spans": [_range(span, source) for span in finding.spans],
        "suggestions": [_suggestion(suggestion) for suggestion in finding.suggestions],
        "fixes": [_fix(fix, source) for fix in finding.fixes],
        "evidence": finding.evidence,
        "location": finding.location,
        "url": finding.url,
        "fingerprint": finding.fingerprint,
    }


def _suggestion(suggestion: Suggestion) -> dict[str, str | None]:
    return {"text": suggestion.text, "base": suggestion.base, "reason": suggestion.reason}


def _fix(fix: Fix, source: Source) -> dict[str, Any]:
    edits = [{**_range(edit.span, source), "content": edit.content} for edit in fix.edits]
    return {"title": fix.title, "applicability": fix.applicability.value, "edits": edits}


def _range(span: SourceSpan, source: Source) -> dict[str, Any]:
    return {"start": _place(span.start, source), "end": _place(span.end, source)}


def _place(offset: int, source: Source) -> dict[str, int]:
    position = source.position(offset)
    return {"offset": offset, "line": position.line, "column": position.column}
