"""The report as one JSON object for other programs; docs/json.md describes it."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, TextIO

from termilint import __version__
from termilint.model.finding import Checked, Failure, Finding, Report, Severity, Suggestion
from termilint.reporters.reporter import Options, Reporter

if TYPE_CHECKING:
    from termilint.model.fix import Fix
    from termilint.model.source import Source
    from termilint.model.span import SourceSpan

SCHEMA = "termilint-report/1"

_UNSAFE = re.compile(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def write(report: Report, stream: TextIO, options: Options) -> None:
    """Write the report as one JSON object and a line end; in ASCII if the stream is not UTF-8."""
    del options
    encoding = (getattr(stream, "encoding", None) or "utf-8").lower()
    ascii_only = encoding.replace("-", "") != "utf8"
    text = json.dumps(_report(report), ensure_ascii=ascii_only, indent=2)
    stream.write(_UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n")


def _report(report: Report) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "program": {"name": "termilint", "version": __version__},
        "counts": _counts(report),
        "files": [_file(checked) for checked in report.checked],
        "failures": [_failure(failure) for failure in report.failures],
    }


def _counts(report: Report) -> dict[str, Any]:
    severities = Counter(finding.severity for finding in report.findings)
    return {
        "files": len(report.checked),
        "findings": len(report.findings),
        "failures": len(report.failures),
        "severities": {severity.value: severities[severity] for severity in Severity},
    }


def _file(checked: Checked) -> dict[str, Any]:
    source = checked.source
    return {
        "name": source.name,
        "encoding": source.encoding,
        "findings": [_finding(finding, source) for finding in checked.findings],
    }


def _failure(failure: Failure) -> dict[str, str]:
    return {"name": failure.name, "reason": failure.reason, "message": failure.message}


def _finding(finding: Finding, source: Source) -> dict[str, Any]:
    return {
        "rule": finding.rule_id,
        "severity": finding.severity.value,
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


REPORTER = Reporter("json", write)
