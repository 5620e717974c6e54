"""reviewdog's diagnostics as JSON lines, with suggestions that can be taken in a review."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from termilint.messages import messages_in
from termilint.model.finding import Severity
from termilint.model.span import SourceSpan
from termilint.reporters._json import write_json
from termilint.reporters._paths import relative_path
from termilint.reporters._places import applicable
from termilint.reporters._words import NOT_CHECKED, advice, failure_text
from termilint.reporters.reporter import Options, Reporter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.messages import Messages
    from termilint.model.finding import Checked, Failure, Finding, Report
    from termilint.model.fix import Fix
    from termilint.model.source import Source

_SEVERITIES = {
    Severity.HINT: "INFO",
    Severity.INFO: "INFO",
    Severity.WARNING: "WARNING",
    Severity.ERROR: "ERROR",
}


def write(report: Report, stream: TextIO, options: Options) -> None:
    """Write a line for each finding and failure.

    Columns are UTF-8 bytes, from 1 on. Paths start at the current folder, where reviewdog runs too.
    """
    for diagnostic in _diagnostics(report, messages_in(options.language)):
        write_json(diagnostic, stream)


def _diagnostics(report: Report, messages: Messages) -> Iterator[dict[str, Any]]:
    for checked in report.checked:
        yield from _file(checked, messages)
    for failure in report.failures:
        yield _failure(failure, messages)


def _file(checked: Checked, messages: Messages) -> Iterator[dict[str, Any]]:
    path = relative_path(checked.source.name)
    for finding in checked.findings:
        yield {
            "message": advice(finding, messages),
            "location": _location(path, finding, checked.source),
            "severity": _SEVERITIES[finding.severity],
            "source": {"name": "termilint"},
            "code": _code(finding),
            **_suggestions(finding, checked.source),
        }


def _location(path: str, finding: Finding, source: Source) -> dict[str, Any]:
    if not source.has_lines:
        return {"path": path}
    return {"path": path, "range": _range(finding.span, source)}


def _code(finding: Finding) -> dict[str, str]:
    return {"value": finding.rule_id, **({"url": finding.url} if finding.url else {})}


def _failure(failure: Failure, messages: Messages) -> dict[str, Any]:
    return {
        "message": failure_text(failure, messages),
        "location": {"path": relative_path(failure.name)},
        "severity": "ERROR",
        "source": {"name": "termilint"},
        "code": {"value": NOT_CHECKED},
    }


def _suggestions(finding: Finding, source: Source) -> dict[str, Any]:
    suggestions = [_suggestion(fix, source) for fix in applicable(finding, source)]
    return {"suggestions": suggestions} if suggestions else {}


def _suggestion(fix: Fix, source: Source) -> dict[str, Any]:
    """One range and text, as reviewdog takes each suggestion for a choice of its own."""
    text = ""
    at = fix.edits[0].span.start
    for edit in fix.edits:
        text += source.text[at : edit.span.start] + edit.content
        at = edit.span.end
    return {"range": _range(SourceSpan(fix.edits[0].span.start, at), source), "text": text}


def _range(span: SourceSpan, source: Source) -> dict[str, Any]:
    return {"start": _place(span.start, source), "end": _place(span.end, source)}


def _place(offset: int, source: Source) -> dict[str, int]:
    line, column = source.position(offset)
    before = source.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode(errors="replace")) + 1}


REPORTER = Reporter("rdjsonl", write)
