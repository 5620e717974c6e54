"""The report for people: each place in its line, what is said of it and why, what to write."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, TextIO

from termilint.messages import Messages, messages_in
from termilint.model.finding import Failure, Finding, Report, Severity, Suggestion
from termilint.reporters._frame import WIDTH, frame
from termilint.reporters._places import region_of
from termilint.reporters._words import MOST_SUGGESTIONS, failure_text, summary
from termilint.reporters.reporter import Options, Reporter
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.model.source import Source

_ITEM = "- "
_MARGIN = len("  1 | ")
_NARROWEST = 20

_COLORS = {
    Severity.HINT: "cyan",
    Severity.INFO: "blue",
    Severity.WARNING: "yellow",
    Severity.ERROR: "red",
}


def write(report: Report, stream: TextIO, options: Options) -> None:
    """Write every finding, then every failure, then a summary line."""
    cells = None if options.width is None else max(options.width, _NARROWEST)
    writer = _Writer(messages_in(options.language), color=options.color, cells=cells)
    stream.writelines(f"{line}\n" for line in writer.lines(report))


class _Writer:
    """Makes the lines of one report; a rule's reason is told with its first finding."""

    def __init__(self, messages: Messages, *, color: bool, cells: int | None) -> None:
        self._messages = messages
        self._color = color
        self._cells = cells
        self._told: set[str] = set()

    def lines(self, report: Report) -> Iterator[str]:
        """The lines of the report without line ends."""
        for checked in report.checked:
            for finding in checked.findings:
                yield from self._finding(finding, checked.source)
                yield ""
        for failure in report.failures:
            yield self._failure(failure)
        yield self._style(summary(report, self._messages), bold=True)

    def _finding(self, finding: Finding, source: Source) -> Iterator[str]:
        yield self._heading(finding, source)
        yield from self._wrapped("", finding.message)
        yield from self._frame(finding, source)
        if finding.evidence:
            yield from self._wrapped(f"{self._messages.evidence}: ", finding.evidence)
        yield from self._suggestions(finding.suggestions)
        if finding.rule_id not in self._told:
            self._told.add(finding.rule_id)
            yield from self._wrapped(f"{self._messages.why}: ", finding.why)
            if finding.url:
                yield from self._wrapped("", self._messages.report.rule_page.format(finding.url))

    def _heading(self, finding: Finding, source: Source) -> str:
        severity = self._messages.severities[finding.severity.value]
        place = self._style(printable(f"{source.name}{_line_and_column(finding, source)}"), bold=True)
        kind = self._style(severity, _COLORS[finding.severity], bold=True)
        location = f" ({printable(finding.location)})" if finding.location else ""
        return f"{place} {kind} {printable(finding.rule_id)}{location}"

    def _frame(self, finding: Finding, source: Source) -> Iterator[str]:
        number = str(source.position(finding.span.start)[0]) if source.has_lines else ""
        shown = frame(source, finding.span, self._at_most(len(number) + _MARGIN - 1))
        margin = " " * len(number)
        mark = self._style(shown.underline, _COLORS[finding.severity], bold=True)
        yield f"  {number} | {shown.before}{shown.place}{shown.after}"
        yield f"  {margin} | {mark}"

    def _at_most(self, margin: int) -> int:
        """How many cells of text fit in a line after ``margin`` cells."""
        return WIDTH if self._cells is None else min(WIDTH, self._cells - margin)

    def _wrapped(self, label: str, text: str) -> list[str]:
        """Lines of text under a finding, the first one after ``label``."""
        return textwrap.wrap(
            printable(label + text),
            self._at_most(0),
            initial_indent="    " if label == _ITEM else "  ",
            subsequent_indent="    " if label else "  ",
            break_long_words=False,
            break_on_hyphens=False,
        )

    def _suggestions(self, suggestions: tuple[Suggestion, ...]) -> Iterator[str]:
        """One line of words, or a line for each if they say when they fit."""
        shown = suggestions[:MOST_SUGGESTIONS]
        texts = self._messages.suggestion, self._messages.suggestions
        label = texts[len(shown) > 1]
        if any(suggestion.reason for suggestion in shown):
            yield f"  {label}:"
            for suggestion in shown:
                reason = f" – {suggestion.reason}" if suggestion.reason else ""
                yield from self._wrapped(_ITEM, suggestion.text + reason)
        elif shown:
            yield from self._wrapped(f"{label}: ", ", ".join(s.text for s in shown))

    def _failure(self, failure: Failure) -> str:
        label = self._style(self._messages.failed, "red", bold=True)
        return f"{printable(failure.name)}: {label}: {printable(failure_text(failure, self._messages))}"

    def _style(self, text: str, color: str | None = None, *, bold: bool = False) -> str:
        if not self._color:
            return text
        from click import style  # as late as the first colour: click takes long to import

        return style(text, fg=color, bold=bold)


def _line_and_column(finding: Finding, source: Source) -> str:
    region = region_of(finding, source)
    return f":{region.start.line}:{region.start.column}" if region else ""


REPORTER = Reporter("text", write)
