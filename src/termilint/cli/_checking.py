"""What ``termilint check`` does once its arguments are read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from termilint.cli._exit_codes import ERROR, FINDINGS, OK
from termilint.cli._progress import progress
from termilint.cli._writing import DEFAULT, Target, write
from termilint.config.find import load_settings
from termilint.config.settings import ENGINES
from termilint.discovery import Input
from termilint.errors import TermilintError
from termilint.filters import OnChangedLines, at_most
from termilint.messages import messages_in
from termilint.project import Project
from termilint.runner import Plan, baseline_of, examine, filters_of, inputs, suitable_jobs
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from termilint.baseline import Baseline
    from termilint.config.settings import Settings
    from termilint.filters import Filter
    from termilint.model.finding import Failure, Report, Severity
    from termilint.runner import Outcome

_ENGINE = "--engine="
_PLAIN_FLAGS = frozenset({"--force-exclude", "--no-config", *(_ENGINE + name for name in ENGINES)})


class Checking(NamedTuple):
    """One run of ``check``: the settings with the command line's limits, and what to do with them."""

    settings: Settings
    paths: Sequence[str]
    places: Sequence[Target] = (Target(DEFAULT, None),)
    stdin_filename: str = "<stdin>"
    diff_only: str | None = None
    jobs: int | None = None
    force_exclude: bool = False
    exit_zero: bool = False
    quiet: bool = False

    def run(self) -> int:
        """Check everything, write the reports and return the exit code."""
        settings = self.settings
        project = Project(settings)
        if project.has_own_rules:
            project.rules  # noqa: B018  # their errors are told whatever the texts hold
        known = baseline_of(project)
        extra = [_changed_since(self.diff_only, settings.root)] if self.diff_only else []
        filters = filters_of(project, known, extra)
        plan = Plan(project, filters, counts=known is not None, keeps_texts=False)
        selection = project.selection(force_exclude=self.force_exclude)
        found = self._without_reports(inputs(self.paths, stdin_name=self.stdin_filename, selection=selection))
        with progress(len(found)) as show:
            outcome = examine(found, plan, jobs=suitable_jobs(found, self.jobs), progress=show)
        report = at_most(outcome.report, settings.max_findings) if settings.max_findings else outcome.report
        for place in self.places:
            write(report, place, settings.language)
        if not self.quiet:
            for note in _notes(outcome, report, known, settings):
                print(printable(note), file=sys.stderr)  # noqa: T201  # what the report does not say
        return _exit_code(outcome.report, None if self.exit_zero else settings.fail_level)

    def _without_reports(self, found: Sequence[Input | Failure]) -> Sequence[Input | Failure]:
        """The inputs without the files that reports go to: a folder may hold those of the last run.

        Raises TermilintError for one that is named itself: its text would be lost.
        """
        files = set(filter(None, (_identity(place.file) for place in self.places)))
        if not files:
            return found
        reports = {one.name for one in found if isinstance(one, Input) and _identity(one.path) in files}
        for name in reports.intersection(self.paths):
            hint = "Give the report another name."
            raise TermilintError("the report would overwrite this text.", where=name, hint=hint)
        return [one for one in found if one.name not in reports]


def _identity(path: Path | None) -> tuple[int, int] | None:
    """What tells an ordinary file from all others, whatever its names; None if there is none."""
    if path is None or not path.is_file():
        return None
    status = path.stat()
    return status.st_dev, status.st_ino


def plain_check(arguments: Sequence[str]) -> Checking | None:
    """The run that ``check PATH...`` asks for; None where the arguments need a real parser."""
    command, *rest = arguments or ("",)
    flags = [argument for argument in rest if argument.startswith("-")]
    paths = [argument for argument in rest if not argument.startswith("-")]
    if command != "check" or not paths or not _PLAIN_FLAGS.issuperset(flags):
        return None
    settings = load_settings(search="--no-config" not in flags)
    for flag in flags:
        if flag.startswith(_ENGINE):
            origins = {**settings.origins, "engine": "--engine"}
            settings = settings._replace(engine=flag.removeprefix(_ENGINE), origins=origins)
    return Checking(settings, paths, force_exclude="--force-exclude" in flags)


def _changed_since(revision: str, root: str) -> Filter:
    from termilint.changes import changes_since

    return OnChangedLines(*changes_since(revision, root))


def _notes(outcome: Outcome, report: Report, known: Baseline | None, settings: Settings) -> Iterator[str]:
    """What the report does not say: what was left out of it, and what a baseline no longer needs."""
    messages = messages_in(settings.language).check
    hidden = len(outcome.report.findings) - len(report.findings)
    if hidden:
        yield messages.not_shown.of(hidden)
    if known and settings.baseline:
        from termilint.baseline import by_root

        stale = sum(one.number for one in known.stale(by_root(outcome.counts, settings.root)))
        if stale:
            yield messages.stale.of(stale)


def _exit_code(report: Report, fail_level: Severity | None) -> int:
    """An input that was not checked weighs more than any finding."""
    if report.failures:
        return ERROR
    if fail_level is None:
        return OK
    failing = any(finding.severity.rank >= fail_level.rank for finding in report.findings)
    return FINDINGS if failing else OK
