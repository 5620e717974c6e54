"""JUnit's XML: each finding is a test case, each clean file one that passes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from termilint.messages import messages_in
from termilint.model.finding import Severity
from termilint.reporters._paths import relative_path
from termilint.reporters._places import region_of
from termilint.reporters._words import NOT_CHECKED, advice, failure_text, located
from termilint.reporters._xml import content, element, write_xml
from termilint.reporters.reporter import Options, Reporter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.messages import Messages
    from termilint.model.finding import Checked, Failure, Finding, Report
    from termilint.model.source import Source


def write(report: Report, stream: TextIO, options: Options) -> None:
    """Write a suite for each input. Warnings and errors fail; hints and infos pass with their text."""
    write_xml(_lines(report, options), stream)


def _lines(report: Report, options: Options) -> Iterator[str]:
    messages = messages_in(options.language)
    tests = sum(max(len(checked.findings), 1) for checked in report.checked) + len(report.failures)
    failures = sum(map(_fails, report.findings))
    errors = len(report.failures)
    yield element("testsuites", close=False, name="termilint", tests=tests, failures=failures, errors=errors)
    for checked in report.checked:
        yield from _suite(checked, messages, options)
    for failure in report.failures:
        yield from _failed_suite(failure, messages, options)
    yield "</testsuites>"


def _fails(finding: Finding) -> bool:
    return finding.severity.rank >= Severity.WARNING.rank


def _suite(checked: Checked, messages: Messages, options: Options) -> Iterator[str]:
    path = relative_path(checked.source.name, options.root)
    findings = checked.findings
    tests, failures = max(len(findings), 1), sum(map(_fails, findings))
    yield "  " + element("testsuite", close=False, name=path, tests=tests, failures=failures, errors=0)
    if not findings:
        yield "    " + element("testcase", name="termilint", classname=path)
    for finding in findings:
        yield from _case(finding, checked.source, path, messages)
    yield "  </testsuite>"


def _case(finding: Finding, source: Source, path: str, messages: Messages) -> Iterator[str]:
    region = region_of(finding, source)
    place = f"{region.start.line}:{region.start.column}" if region else finding.location or path
    line = region.start.line if region else None
    yield "    " + element(
        "testcase",
        close=False,
        name=f"{place} {finding.rule_id}",
        classname=path,
        file=path,
        line=line,
    )
    where = f"{path}:{place}" if region else path
    text = content(f"{where}: {advice(finding, messages)}\n{finding.sentence}")
    if _fails(finding):
        tag = element("failure", close=False, type=finding.severity.value, message=located(finding))
        yield f"      {tag}{text}</failure>"
    else:
        yield f"      <system-out>{text}</system-out>"
    yield "    </testcase>"


def _failed_suite(failure: Failure, messages: Messages, options: Options) -> Iterator[str]:
    path = relative_path(failure.name, options.root)
    yield "  " + element("testsuite", close=False, name=path, tests=1, failures=0, errors=1)
    yield "    " + element("testcase", close=False, name=NOT_CHECKED, classname=path, file=path)
    yield "      " + element("error", type=failure.reason, message=failure_text(failure, messages))
    yield "    </testcase>"
    yield "  </testsuite>"


REPORTER = Reporter("junit", write)
