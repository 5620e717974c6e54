"""The report for people: each place in its line, what is said of it and why, what to write."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, TextIO

from click import style

from termilint.messages import Messages, messages_in
from termilint.model.finding import Failure, Finding, Report, Severity, Suggestion
from termilint.reporters._frame import WIDTH, frame
from termilint.reporters.reporter import Options, Reporter
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from termilint.model.source import Source

MOST_SUGGESTIONS = 5

_ITEM = "- "

_COLORS = {
    Severity.HINT: "cyan",
    Severity.INFO: "blue",
    Severity.WARNING: "yellow",
    Severity.ERROR: "red",
}


def write(report: Report, stream: TextIO, options: Options) -> None:
    """Write every finding, then every failure, then a summary line."""
    writer = _Writer(messages_in(options.language), color=options.color)
    stream.writelines(f"{line}\n" for line in writer.lines(report))


class _Writer:
    """Makes the lines of one report; a rule's reason is told with its first finding."""

    def __init__(self, messages: Messages, *, color: bool) -> None:
        self._messages = messages
        self._color = color
        self._told: set[str] = set()

    def lines(self, report: Report) -> Iterator[str]:
        """The lines of the report without line ends."""
        for checked in report.checked:
            for finding in checked.findings:
                yield from self._finding(finding, checked.source)
                yield ""
        for failure in report.failures:
            yield self._failure(failure)
        yield self._summary(report)

    def _finding(self, finding: Finding, source: Source) -> Iterator[str]:
        yield self._heading(finding, source)
        yield from _wrapped("", [finding.message])
        yield from self._frame(finding, source)
        if finding.evidence:
            yield from _wrapped(f"{self._messages.evidence}: ", [finding.evidence])
        yield from self._suggestions(finding.suggestions)
        if finding.rule_id not in self._told:
            self._told.add(finding.rule_id)
            yield from _wrapped(f"{self._messages.why}: ", [finding.why])

    def _heading(self, finding: Finding, source: Source) -> str:
        line, column = source.position(finding.span.start)
        severity = self._messages.severities[finding.severity.value]
        place = self._style(f"{printable(source.name)}:{line}:{column}", bold=True)
        kind = self._style(severity, _COLORS[finding.severity], bold=True)
        location = f" ({printable(finding.location)})" if finding.location else ""
        return f"{place} {kind} {printable(finding.rule_id)}{location}"

    def _frame(self, finding: Finding, source: Source) -> Iterator[str]:
        shown = frame(source, finding.span)
        margin = " " * len(str(shown.line))
        mark = self._style(shown.underline, _COLORS[finding.severity], bold=True)
        yield f"  {shown.line} | {shown.before}{shown.place}{shown.after}"
        yield f"  {margin} | {mark}"

    def _suggestions(self, suggestions: tuple[Suggestion, ...]) -> Iterator[str]:
        """One line of words, or a line for each if they say when they fit."""
        shown = suggestions[:MOST_SUGGESTIONS]
        texts = self._messages.suggestion, self._messages.suggestions
        label = texts[len(shown) > 1]
        if any(suggestion.reason for suggestion in shown):
            yield f"  {label}:"
            for suggestion in shown:
                reason = f" – {suggestion.reason}" if suggestion.reason else ""
                yield from _wrapped(_ITEM, [suggestion.text + reason])
        elif shown:
            yield from _wrapped(f"{label}: ", [", ".join(s.text for s in shown)])

    def _failure(self, failure: Failure) -> str:
        reason = self._messages.failure(failure.reason, failure.details, failure.message)
        label = self._style(self._messages.failed, "red", bold=True)
        return f"{printable(failure.name)}: {label}: {printable(reason)}"

    def _summary(self, report: Report) -> str:
        words = self._messages
        if not report.checked and not report.failures:
            return words.nothing_to_check
        counts = []
        if report.checked:
            counts += [words.files.of(len(report.checked)), words.findings.of(len(report.findings))]
        if report.failures:
            counts.append(words.failed_files.of(len(report.failures)))
        return self._style(", ".join(counts), bold=True)

    def _style(self, text: str, color: str | None = None, *, bold: bool = False) -> str:
        return style(text, fg=color, bold=bold) if self._color else text


def _wrapped(label: str, paragraphs: Iterable[str]) -> Iterator[str]:
    """Lines of text under a finding, the first one after ``label``."""
    for paragraph in paragraphs:
        yield from textwrap.wrap(
            printable(label + paragraph),
            WIDTH,
            initial_indent="    " if label == _ITEM else "  ",
            subsequent_indent="    " if label else "  ",
            break_long_words=False,
            break_on_hyphens=False,
        )


REPORTER = Reporter("text", write)
