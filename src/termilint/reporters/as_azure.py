"""Azure Pipelines: one line for each finding in the log, and logging commands for the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from termilint.messages import messages_in
from termilint.model.finding import Severity
from termilint.reporters._paths import relative_path
from termilint.reporters._places import region_of
from termilint.reporters._words import NOT_CHECKED, advice, failure_text, summary
from termilint.reporters.reporter import Options, Reporter
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from termilint.messages import Messages
    from termilint.model.finding import Checked, Report

_TYPES = {
    Severity.HINT: None,
    Severity.INFO: None,
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
}


def write(report: Report, stream: TextIO, options: Options) -> None:
    """Write a line for each finding and a summary line. Azure knows no issues below warnings."""
    stream.writelines(f"{line}\n" for line in _lines(report, options))


def _lines(report: Report, options: Options) -> Iterator[str]:
    messages = messages_in(options.language)
    for checked in report.checked:
        yield from _file(checked, messages, options)
    for failure in report.failures:
        properties = {"sourcepath": relative_path(failure.name, options.root), "code": NOT_CHECKED}
        yield _issue("error", properties, failure_text(failure, messages))
    yield summary(report, messages)


def _file(checked: Checked, messages: Messages, options: Options) -> Iterator[str]:
    path = relative_path(checked.source.name, options.root)
    for finding in checked.findings:
        properties: dict[str, object] = {"sourcepath": path}
        if region := region_of(finding, checked.source):
            properties |= {"linenumber": region.start.line, "columnnumber": region.start.column}
        properties["code"] = finding.rule_id
        yield _issue(_TYPES[finding.severity], properties, advice(finding, messages))


def _issue(kind: str | None, properties: Mapping[str, object], message: str) -> str:
    """A command, or for what is no issue to Azure a plain line in which it sees no command."""
    if kind is None:
        place = ":".join(str(value) for value in properties.values())
        return printable(f"{place}: {message}").replace("##", "# #")
    values = ";".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"##vso[task.logissue type={kind};{values}]{_data(message)}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%AZP25")


def _property(text: str) -> str:
    return _data(text).replace(";", "%3B").replace("]", "%5D")


REPORTER = Reporter("azure", write)
