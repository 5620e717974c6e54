"""``termilint baseline``: write down the findings to live with, and see whether they still are there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termilint.baseline import Baseline, by_root, read, to_json
from termilint.cli import _options
from termilint.cli._exit_codes import ERROR, FINDINGS, OK
from termilint.cli._output import output_to
from termilint.cli._progress import progress
from termilint.config.settings import BASELINE_FILE
from termilint.messages import Messages, messages_in
from termilint.project import Project
from termilint.runner import Plan, examine, inputs, suitable_jobs
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from termilint.config.settings import Settings
    from termilint.model.finding import Failure, Identity

    Counts = dict[str, Counter[Identity]]

_paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
_file = click.option(
    "--baseline",
    "file",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help=f"The baseline; else the configured one, else {BASELINE_FILE} at the project's root.",
)


@click.group("baseline")
def baseline() -> None:
    """Live with old findings, and hear of new ones only.

    A baseline holds file names, rules and fingerprints, no line numbers: text may move.
    """


@baseline.command("write")
@_paths
@_file
@click.option("--add-new", is_flag=True, help="Add new findings to a baseline that exists.")
@_options.settings
def write(*, paths: tuple[str, ...], file: str | None, add_new: bool, settings: Settings) -> int:
    """Write the findings of files and folders down, or remove those that are gone.

    A baseline that exists grows only with --add-new.
    """
    target = _target(file, settings)
    messages = messages_in(settings.language)
    is_old = target.exists()
    old = read(target) if is_old else Baseline()
    current, failures = _current(paths, settings)
    new = old.without(_gone(old, settings)).updated(current, grows=add_new or not is_old)
    known = messages.check.known.of(len(new))
    if is_old and new == old:
        _say(messages.check.up_to_date.format(known))
    else:
        with output_to(target) as stream:
            stream.write(to_json(new))
        _say(messages.check.written.format(target, known))
    if left := new.new(current):
        _say(messages.check.not_added.of(left))
    return _shown(failures, messages) or OK


@baseline.command("check")
@_paths
@_file
@_options.settings
def check(*, paths: tuple[str, ...], file: str | None, settings: Settings) -> int:
    """Exit with 1 if the baseline lacks findings of files and folders, or holds some that are gone."""
    target = _target(file, settings)
    messages = messages_in(settings.language)
    known = read(target)
    current, failures = _current(paths, settings)
    gone = {name: Counter[tuple[str, str]]() for name in _gone(known, settings)}
    stale = known.stale({**gone, **current})
    for one in stale:
        _say(f"{one.name}: {one.rule_id} {one.fingerprint} ({one.number})")
    if stale:
        _say(messages.check.stale.of(sum(one.number for one in stale)))
    new = known.new(current)
    if new:
        _say(messages.check.new.of(new))
    if not (stale or new or failures):
        _say(messages.check.up_to_date.format(messages.check.known.of(len(known))))
    return _shown(failures, messages) or (FINDINGS if stale or new else OK)


def _target(file: str | None, settings: Settings) -> Path:
    return Path(file or settings.baseline or Path(settings.root, BASELINE_FILE))


def _current(paths: Sequence[str], settings: Settings) -> tuple[Counts, tuple[Failure, ...]]:
    """The findings of each file from the root on, and what could not be read."""
    project = Project(settings)
    found = inputs(paths, selection=project.selection())
    plan = Plan(project, counts=True, keeps_texts=False)
    with progress(len(found)) as show:
        outcome = examine(found, plan, jobs=suitable_jobs(found), progress=show)
    return by_root(outcome.counts, settings.root), outcome.report.failures


def _gone(known: Baseline, settings: Settings) -> set[str]:
    """The files of a baseline that there are no longer."""
    return {name for name in known.files if not Path(settings.root, name).exists()}


def _shown(failures: Sequence[Failure], messages: Messages) -> int:
    """Tell of each failure; the exit code for them, 0 for none."""
    for failure in failures:
        reason = messages.failure(failure.reason, failure.details, failure.message)
        click.echo(printable(f"{failure.name}: {messages.failed}: {reason}"), err=True)
    return ERROR if failures else OK


def _say(text: str) -> None:
    click.echo(printable(text))


COMMAND = baseline
