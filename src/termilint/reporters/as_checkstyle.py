"""Checkstyle's XML, which Jenkins, SonarQube and reviewdog read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from termilint.messages import messages_in
from termilint.model.finding import Severity
from termilint.reporters._paths import relative_path
from termilint.reporters._places import region_of
from termilint.reporters._words import NOT_CHECKED, advice, failure_text
from termilint.reporters._xml import element, write_xml
from termilint.reporters.reporter import Options, Reporter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.messages import Messages
    from termilint.model.finding import Failure, Finding, Report
    from termilint.model.source import Source

_SEVERITIES = {
    Severity.HINT: "info",
    Severity.INFO: "info",
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
}


def write(report: Report, stream: TextIO, options: Options) -> None:
    """Write the files that have findings. Columns count code points; paths start at the current folder."""
    write_xml(_lines(report, messages_in(options.language)), stream)


def _lines(report: Report, messages: Messages) -> Iterator[str]:
    yield element("checkstyle", close=False, version="8.0")
    for checked in report.checked:
        if checked.findings:
            errors = [_error(finding, checked.source, messages) for finding in checked.findings]
            yield from _file(checked.source.name, errors)
    for failure in report.failures:
        yield from _file(failure.name, [_failure(failure, messages)])
    yield "</checkstyle>"


def _file(name: str, errors: list[str]) -> Iterator[str]:
    yield "  " + element("file", close=False, name=relative_path(name))
    yield from (f"    {error}" for error in errors)
    yield "  </file>"


def _error(finding: Finding, source: Source, messages: Messages) -> str:
    region = region_of(finding, source)
    return element(
        "error",
        line=region.start.line if region else 1,
        column=region.start.column if region else None,
        severity=_SEVERITIES[finding.severity],
        message=advice(finding, messages),
        source=f"termilint.{finding.rule_id}",
    )


def _failure(failure: Failure, messages: Messages) -> str:
    message = failure_text(failure, messages)
    return element("error", line=1, severity="error", message=message, source=f"termilint.{NOT_CHECKED}")


REPORTER = Reporter("checkstyle", write)
