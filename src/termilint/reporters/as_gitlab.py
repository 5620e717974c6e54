"""GitLab's Code Quality report."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, TextIO

from termilint.messages import messages_in
from termilint.model.finding import Severity
from termilint.reporters._identity import numbered
from termilint.reporters._json import write_json
from termilint.reporters._paths import relative_path
from termilint.reporters._places import region_of
from termilint.reporters._words import NOT_CHECKED, advice, failure_text
from termilint.reporters.reporter import Options, Reporter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.messages import Messages
    from termilint.model.finding import Checked, Failure, Finding, Report
    from termilint.model.source import Source

_SEVERITIES = {
    Severity.HINT: "info",
    Severity.INFO: "minor",
    Severity.WARNING: "major",
    Severity.ERROR: "critical",
}


def write(report: Report, stream: TextIO, options: Options) -> None:
    """Write the array of issues; each fingerprint is there once and outlives moves in its file."""
    write_json(list(_issues(report, options)), stream)


def _issues(report: Report, options: Options) -> Iterator[dict[str, Any]]:
    messages = messages_in(options.language)
    for checked in report.checked:
        yield from _file(checked, messages, options)
    for failure in report.failures:
        yield _failure(failure, messages, options)


def _file(checked: Checked, messages: Messages, options: Options) -> Iterator[dict[str, Any]]:
    path = relative_path(checked.source.name, options.root)
    for finding, fingerprint in numbered(checked.findings):
        yield {
            "description": advice(finding, messages),
            "check_name": finding.rule_id,
            "fingerprint": _digest(path, finding.rule_id, fingerprint),
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": path, "lines": _lines(finding, checked.source)},
        }


def _lines(finding: Finding, source: Source) -> dict[str, int]:
    region = region_of(finding, source)
    return {"begin": region.start.line, "end": region.end.line} if region else {"begin": 1}


def _failure(failure: Failure, messages: Messages, options: Options) -> dict[str, Any]:
    path = relative_path(failure.name, options.root)
    return {
        "description": failure_text(failure, messages),
        "check_name": NOT_CHECKED,
        "fingerprint": _digest(path, NOT_CHECKED, failure.reason),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


REPORTER = Reporter("gitlab", write)
