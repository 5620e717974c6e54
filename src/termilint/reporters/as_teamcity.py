"""TeamCity's service messages for inspections."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TextIO

from termilint.messages import messages_in
from termilint.model.finding import Severity
from termilint.reporters._paths import relative_path
from termilint.reporters._places import line_of
from termilint.reporters._words import NOT_CHECKED, advice, failure_text, summary
from termilint.reporters.reporter import Options, Reporter
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.messages import Messages
    from termilint.model.finding import Checked, Report

_SEVERITIES = {
    Severity.HINT: "INFO",
    Severity.INFO: "WEAK WARNING",
    Severity.WARNING: "WARNING",
    Severity.ERROR: "ERROR",
}
_ESCAPED = re.compile(r"[|'\[\]]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def write(report: Report, stream: TextIO, options: Options) -> None:
    """Write each rule once, before its first inspection, and a summary line. TeamCity has no columns."""
    stream.writelines(f"{line}\n" for line in _lines(report, options))


def _lines(report: Report, options: Options) -> Iterator[str]:
    messages = messages_in(options.language)
    whys = {finding.rule_id: finding.why for finding in report.findings}
    if report.failures:
        whys[NOT_CHECKED] = messages.failed
    for rule, why in whys.items():
        yield _message("inspectionType", id=rule, name=rule, category="termilint", description=why)
    for checked in report.checked:
        yield from _file(checked, messages, options)
    for failure in report.failures:
        path = relative_path(failure.name, options.root)
        yield _inspection(NOT_CHECKED, failure_text(failure, messages), path, 1, "ERROR")
    yield summary(report, messages)


def _file(checked: Checked, messages: Messages, options: Options) -> Iterator[str]:
    path = relative_path(checked.source.name, options.root)
    for finding in checked.findings:
        line = line_of(finding, checked.source)
        severity = _SEVERITIES[finding.severity]
        yield _inspection(finding.rule_id, advice(finding, messages), path, line, severity)


def _inspection(rule: str, message: str, path: str, line: int, severity: str) -> str:
    return _message("inspection", typeId=rule, message=message, file=path, line=str(line), SEVERITY=severity)


def _message(kind: str, /, **values: str) -> str:
    pairs = " ".join(f"{key}='{_escaped(value)}'" for key, value in values.items())
    return f"##teamcity[{kind} {pairs}]"


def _escaped(text: str) -> str:
    return _NOT_ASCII.sub(_units, _ESCAPED.sub(lambda match: f"|{match[0]}", printable(text)))


def _units(match: re.Match[str]) -> str:
    """A character as its UTF-16 units: ``|0x00e4``."""
    data = match[0].encode("utf-16-be").hex()
    return "".join(f"|0x{data[at : at + 4]}" for at in range(0, len(data), 4))


REPORTER = Reporter("teamcity", write)
