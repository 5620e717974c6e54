"""GitHub Actions: the text report for the log, and workflow commands for annotations."""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from typing import TYPE_CHECKING, TextIO

from termilint.messages import messages_in
from termilint.model.finding import Severity
from termilint.reporters import as_text
from termilint.reporters._paths import relative_path
from termilint.reporters._places import region_of
from termilint.reporters._words import NOT_CHECKED, advice, failure_text
from termilint.reporters.reporter import Options, Reporter
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from termilint.messages import Messages
    from termilint.model.finding import Failure, Finding, Report
    from termilint.model.source import Source

MOST = {"error": 10, "warning": 10, "notice": 9}
"""Annotations that GitHub shows for one step; one notice is kept to say how many are left out."""

_COMMANDS = {
    Severity.HINT: "notice",
    Severity.INFO: "notice",
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
}


def write(report: Report, stream: TextIO, options: Options) -> None:
    """Write the text report, then annotations: errors first, as many as GitHub shows.

    Lines end, columns count code points, and paths start at the root of the repository. While the
    text report is written commands are off, since it quotes documents.
    """
    text = _text(report, options)
    token = hashlib.sha256(text.encode(errors="replace")).hexdigest()
    stream.write(f"::stop-commands::{token}\n{text}::{token}::\n")
    stream.writelines(f"{line}\n" for line in _annotations(report, options))


def _text(report: Report, options: Options) -> str:
    text = io.StringIO()
    as_text.write(report, text, options)
    return text.getvalue()


def _annotations(report: Report, options: Options) -> Iterator[str]:
    messages = messages_in(options.language)
    written: Counter[str] = Counter()
    left_out = 0
    for command, properties, message in _commands(report, messages, options.root):
        if written[command] < MOST[command]:
            written[command] += 1
            yield _command(command, properties, message)
        else:
            left_out += 1
    if left_out:
        message = messages.report.not_annotated.of(left_out)
        yield _command("notice", {"title": "termilint"}, message)


def _commands(report: Report, messages: Messages, root: str) -> Iterator[tuple[str, dict[str, object], str]]:
    """Name, properties and message of every annotation, the weightiest first."""
    for failure in report.failures:
        yield "error", _failure(failure, root), failure_text(failure, messages)
    for finding, source in _by_weight(report):
        yield _COMMANDS[finding.severity], _finding(finding, source, root), advice(finding, messages)


def _by_weight(report: Report) -> Iterable[tuple[Finding, Source]]:
    places = ((finding, checked.source) for checked in report.checked for finding in checked.findings)
    return sorted(places, key=lambda place: -place[0].severity.rank)


def _failure(failure: Failure, root: str) -> dict[str, object]:
    return {"file": relative_path(failure.name, root), "title": f"termilint: {NOT_CHECKED}"}


def _finding(finding: Finding, source: Source, root: str) -> dict[str, object]:
    """GitHub drops an annotation that has columns and lies on several lines."""
    properties: dict[str, object] = {"file": relative_path(source.name, root)}
    if region := region_of(finding, source):
        properties |= {"line": region.start.line, "endLine": region.end.line}
        if region.on_one_line:
            properties |= {"col": region.start.column, "endColumn": region.end.column}
    return properties | {"title": f"termilint: {finding.rule_id}"}


def _command(name: str, properties: dict[str, object], message: str) -> str:
    values = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {values}::{_data(message)}"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


REPORTER = Reporter("github", write)
