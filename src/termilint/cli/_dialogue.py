"""The questions of ``termilint fix --interactive``: each sentence as it is and as it would be."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import click

from termilint.fixer import apply, choices
from termilint.model.span import SourceSpan
from termilint.terminal import printable
from termilint.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.fixer import Choice
    from termilint.messages import Messages
    from termilint.model.finding import Checked, Finding
    from termilint.model.fix import Fix
    from termilint.model.source import Source

SKIP, SKIP_RULE, QUIT = "s", "a", "q"

_REACH = 200
"""Code points shown at most on each side of the place."""

_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")
_WHITE_SPACE = re.compile(r"\s+")


class Dialogue:
    """Asks about findings one by one. After ``q`` or the end of input it asks no more."""

    def __init__(self, messages: Messages, *, color: bool) -> None:
        self._messages = messages
        self._color = color
        self._skipped_rules: set[str] = set()
        self._is_over = False

    def chosen(self, checked: Checked) -> list[Fix]:
        """The fixes that a person chose for the findings of one text."""
        offered = [(finding, found) for finding in checked.findings if (found := choices(finding))]
        fixes: list[Fix] = []
        for number, (finding, offers) in enumerate(offered, start=1):
            if self._is_over:
                break
            if finding.rule_id not in self._skipped_rules:
                self._show(checked, finding, offers, f"{number}/{len(offered)}")
                fixes += self._answered(finding, offers)
        return fixes

    def _show(self, checked: Checked, finding: Finding, choices: list[Choice], progress: str) -> None:
        place = self._style(printable(_place(checked.source, finding)))
        click.echo(f"\n{place} {printable(finding.rule_id)} ({progress})")
        click.echo(f"  {printable(finding.message)}")
        labels = [self._messages.fix.now, *map(str, range(1, len(choices) + 1))]
        width = max(map(len, labels))
        for label, text in zip(labels, self._sentences(checked, finding, choices), strict=True):
            click.echo(f"  {label:<{width}}  {text}")

    def _sentences(self, checked: Checked, finding: Finding, choices: list[Choice]) -> Iterator[str]:
        """The sentence as it is and with each choice; of an Office file, whose text is XML, the words."""
        source = checked.source
        has_lines, text = source.has_lines, source.text
        yield self._marked(text, finding.span) if has_lines else printable(finding.sentence)
        for fix, reason in choices:
            preview = _preview(text, finding.span, fix)
            sentence = self._marked(*preview) if has_lines else printable(fix.title)
            yield f"{sentence} – {printable(reason)}" if reason else sentence

    def _marked(self, text: str, place: SourceSpan) -> str:
        """The sentence around ``place``, which is bold, or in brackets where there are no colours."""
        before, after = _around(text, place)
        word = printable(_WHITE_SPACE.sub(" ", place.slice(text)))
        mark = self._style(word) if self._color else f"[{word}]"
        return printable(before) + mark + printable(after)

    def _answered(self, finding: Finding, choices: list[Choice]) -> list[Fix]:
        answer = self._answer(len(choices))
        if answer == SKIP_RULE:
            self._skipped_rules.add(finding.rule_id)
        elif answer == QUIT:
            self._is_over = True
        return [choices[int(answer) - 1].fix] if answer.isdigit() else []

    def _answer(self, count: int) -> str:
        """A valid answer; the question comes again until there is one."""
        words = self._messages.fix
        question = words.choose.format(count) if count > 1 else words.choose_one
        valid = {SKIP, SKIP_RULE, QUIT, *map(str, range(1, count + 1))}
        while True:
            click.echo(f"  {question} ", nl=False)
            line = sys.stdin.readline()
            answer = line.strip().lower()
            if answer in valid:
                return answer
            if not line:
                click.echo()
                return QUIT

    def _style(self, text: str) -> str:
        return click.style(text, bold=True) if self._color else text


def _place(source: Source, finding: Finding) -> str:
    """Where a finding is: its line and column, or in words where lines say nothing."""
    if not source.has_lines:
        return f"{source.name} ({finding.location})" if finding.location else source.name
    line, column = source.position(finding.span.start)
    return f"{source.name}:{line}:{column}"


def _preview(text: str, place: SourceSpan, fix: Fix) -> tuple[str, SourceSpan]:
    """``text`` with ``fix``, and where in it the place now is."""
    start = min(place.start, fix.edits[0].span.start)
    from_end = len(text) - max(place.end, fix.edits[-1].span.end)
    fixed = apply(text, [fix]).text
    return fixed, SourceSpan(start, len(fixed) - from_end)


def _around(text: str, place: SourceSpan) -> tuple[str, str]:
    """The rest of the sentence before and after ``place``, in one line each."""
    left = text[max(place.start - _REACH, 0) : place.start]
    right = text[place.end : place.end + _REACH]
    left = _BLANK_LINE.split(left)[-1]
    right = _BLANK_LINE.split(right, maxsplit=1)[0]
    window = left + place.slice(text) + right
    start, end = _sentence(window, len(left), len(left) + len(place))
    before, after = window[start : len(left)], window[len(left) + len(place) : end]
    return _WHITE_SPACE.sub(" ", before), _WHITE_SPACE.sub(" ", after)


def _sentence(window: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentences that hold ``start`` to ``end`` begin and end."""
    touched = [span for span in sentences(window) if span.end > start and span.start < end]
    return min([start, *(span.start for span in touched)]), max([end, *(span.end for span in touched)])
