"""``termilint fix``: write better words into files, or show what would change."""

from __future__ import annotations

import os
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termilint.cli import _options, _tracking
from termilint.cli._dialogue import Dialogue
from termilint.cli._diff import diff_of
from termilint.cli._exit_codes import ERROR, FINDINGS, OK
from termilint.cli._usage import told
from termilint.errors import FormatError, ReadError
from termilint.files import WriteError, rewrite
from termilint.fixer import Fixed, fix_chosen
from termilint.fixer import fix as fix_all
from termilint.messages import Messages, messages_in
from termilint.model.finding import Checked, Failure, Severity
from termilint.project import Project
from termilint.runner import check_source, run
from termilint.terminal import printable, wants_color

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from termilint.config.settings import Settings
    from termilint.discovery import Selection
    from termilint.model.source import Source

    Put = Callable[[Source, str], None]

_STANDARD_INPUT = "-"


@click.command("fix")
@click.argument("paths", nargs=-1, required=True, metavar="PATH... [-]")
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="Also write suggestions where a person should judge whether they fit: at each place the word "
    "that fits most of its rule's places in the document.",
)
@click.option("--interactive", is_flag=True, help="Ask at each place which suggestion to take.")
@click.option(
    "--track-changes",
    is_flag=True,
    help="Write tracked changes, author termilint, that a person accepts or rejects (DOCX, ODT).",
)
@click.option(
    "--stdin-filename",
    default="<stdin>",
    metavar="NAME",
    help="Name of what comes from standard input; its suffix tells the format.",
)
@_options.force_exclude
@_options.settings
def fix(
    *,
    paths: tuple[str, ...],
    diff: bool,
    unsafe_fixes: bool,
    interactive: bool,
    track_changes: bool,
    stdin_filename: str,
    force_exclude: bool,
    settings: Settings,
) -> int:
    """Fix files, and folders with all their texts; standard input (-) goes fixed to standard output.

    Only fixes with one right answer are made, where the rule allows it. Nothing but the words
    changes; a file is replaced as a whole or not at all. A file that is read-only, that has several
    names (hard links) or that changes meanwhile is left alone.

    Exit codes: 0 nothing left, 1 findings (warning or error) remain, or with --diff there are
    changes, 2 usage, read or write error.
    """
    for name, is_given in (("--interactive", interactive), ("--track-changes", track_changes)):
        if is_given and (diff or _STANDARD_INPUT in paths):
            raise click.UsageError(told("{name} goes with neither --diff nor standard input (-).", name=name))
    project = Project(settings)
    selection = project.selection(force_exclude=force_exclude)
    messages = messages_in(settings.language)
    color = wants_color(sys.stdout, os.environ)
    dialogue = Dialogue(messages, color=color) if interactive else None
    fixing = _Fixing(
        project, selection, messages, dialogue, unsafe=unsafe_fixes, is_diff=diff, tracks=track_changes
    )
    put = _show_diff if diff else _tracking.write if track_changes else _write
    fixing.inputs([path for path in paths if path != _STANDARD_INPUT], put)
    if _STANDARD_INPUT in paths:
        fixing.inputs([_STANDARD_INPUT], _show_diff if diff else _print, stdin_filename)
    for line in fixing.summary():
        click.echo(line, err=diff or _STANDARD_INPUT in paths)
    return fixing.exit_code


class _Fixing:
    """Fixes inputs one after another and keeps count."""

    def __init__(
        self,
        project: Project,
        selection: Selection,
        messages: Messages,
        dialogue: Dialogue | None,
        *,
        unsafe: bool,
        is_diff: bool,
        tracks: bool,
    ) -> None:
        self._project = project
        self._selection = selection
        self._messages = messages
        self._dialogue = dialogue
        self._unsafe = unsafe
        self._is_diff = is_diff
        self._tracks = tracks
        self._inputs = 0
        self._unread = 0
        self._unwritten = 0
        self._changed: list[tuple[str, int]] = []
        self._left: Counter[str] = Counter()
        self._is_failing = False

    def inputs(self, paths: list[str], put: Put, stdin_name: str = "<stdin>") -> None:
        """Fix what ``paths`` name; ``put`` gets each source with its new text."""
        report = run(paths, self._project, stdin_name=stdin_name, selection=self._selection)
        for failure in report.failures:
            self._unread += 1
            self._show_failure(failure, self._messages.failed)
        for checked in report.checked:
            self._inputs += 1
            self._fix(checked, put)

    def _fix(self, checked: Checked, put: Put) -> None:
        try:
            fixed = self._decide(checked)
            put(checked.source, fixed.result.source.text)
        except (ReadError, FormatError, WriteError, UnicodeEncodeError) as error:
            self._unwritten += 1
            self._show_failure(_failure(checked.source, error), self._messages.fix.failed)
        else:
            self._count(checked.source.name, fixed)

    def _decide(self, checked: Checked) -> Fixed:
        if self._tracks:
            checked = _tracking.fixable_only(checked)
        if self._dialogue:
            return fix_chosen(checked, self._dialogue.chosen(checked), self._check)
        return fix_all(checked, self._check, unsafe=self._unsafe)

    def _check(self, source: Source) -> Checked:
        checked = check_source(source, self._project)
        return _tracking.fixable_only(checked) if self._tracks else checked

    def _count(self, name: str, fixed: Fixed) -> None:
        if fixed.fixed:
            self._changed.append((name, fixed.fixed))
        left = {**asdict(fixed.left), "overlapping": fixed.overlapping}
        if self._tracks:
            left["untrackable"] = len(list(_tracking.untrackable(fixed.result)))
            left["display_only"] -= left["untrackable"]
        self._left.update(left)
        self._is_failing |= any(
            finding.severity.rank >= Severity.WARNING.rank for finding in fixed.result.findings
        )

    def _show_failure(self, failure: Failure, label: str) -> None:
        reason = self._messages.failure(failure.reason, failure.details, failure.message)
        click.echo(f"{printable(failure.name)}: {label}: {printable(reason)}", err=True)

    @property
    def exit_code(self) -> int:
        """An input that was not fixed weighs most; then, of a diff, changes, else findings left."""
        if self._unread or self._unwritten:
            return ERROR
        return FINDINGS if (self._changed if self._is_diff else self._is_failing) else OK

    def summary(self) -> Iterator[str]:
        """The files that changed, the numbers, what is left and why, and what to do about it."""
        words = self._messages.fix
        if not self._inputs and not self._unread:
            yield self._messages.nothing_to_check
            return
        fixed = words.would_fix if self._is_diff else words.fixed
        yield from (f"{printable(name)}: {fixed.of(number)}" for name, number in self._changed)
        yield ", ".join(self._numbers())
        yield from (f"  {words.left[name].of(n)}" for name, n in self._left.items() if n)
        if self._left["unsafe"] and not self._dialogue:
            yield words.hint

    def _numbers(self) -> Iterator[str]:
        words = self._messages.fix
        fixed = words.would_fix if self._is_diff else words.fixed
        number = sum(number for _, number in self._changed)
        yield f"{fixed.of(number)} {words.in_files.of(len(self._changed))}".rstrip()
        if self._unread:
            yield self._messages.failed_files.of(self._unread)
        if self._unwritten:
            yield words.failed_files.of(self._unwritten)


def _write(source: Source, text: str) -> None:
    if text != source.text:
        rewrite(Path(source.name), source.to_bytes(source.text), source.to_bytes(text))


def _show_diff(source: Source, text: str) -> None:
    click.echo(diff_of(source, text), nl=False)


def _print(source: Source, text: str) -> None:
    """Write a fixed text, or if its encoding or format cannot hold it, the text that came."""
    data = source.to_bytes(source.text)
    try:
        data = source.to_bytes(text)
    finally:
        click.echo(data, nl=False)


def _failure(source: Source, error: ReadError | FormatError | WriteError | UnicodeEncodeError) -> Failure:
    if isinstance(error, UnicodeEncodeError):
        details = (source.encoding, error.object[error.start])
        message = f"its encoding {details[0]} has no character {details[1]}."
        return Failure(source.name, message, "unencodable", details)
    return Failure(source.name, error.message, error.reason, error.details)


COMMAND = fix
