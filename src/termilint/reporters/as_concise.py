"""One line for each finding, in the form that editors and ``grep`` know from compilers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from termilint.messages import messages_in
from termilint.reporters._places import region_of
from termilint.reporters._words import NOT_CHECKED, failure_text, located, summary
from termilint.reporters.reporter import Options, Reporter
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.messages import Messages
    from termilint.model.finding import Report


def write(report: Report, stream: TextIO, options: Options) -> None:
    """Write ``path:line:column: severity: message [rule]`` lines, then a summary line.

    Severities are the English words that Vim's ``errorformat`` and its like look for.
    """
    stream.writelines(f"{printable(line)}\n" for line in _lines(report, messages_in(options.language)))


def _lines(report: Report, messages: Messages) -> Iterator[str]:
    for checked in report.checked:
        for finding in checked.findings:
            region = region_of(finding, checked.source)
            place = f"{region.start.line}:{region.start.column}" if region else "1:1"
            said = f"{finding.severity.value}: {located(finding)} [{finding.rule_id}]"
            yield f"{checked.source.name}:{place}: {said}"
    for failure in report.failures:
        yield f"{failure.name}:1:1: error: {failure_text(failure, messages)} [{NOT_CHECKED}]"
    yield summary(report, messages)


REPORTER = Reporter("concise", write)
