"""``termilint check``: report the findings of files, folders and standard input."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from termilint.cli import _options
from termilint.cli._exit_codes import ERROR, FINDINGS, OK
from termilint.cli._formats import FORMAT, Target, targets, write
from termilint.cli._progress import progress
from termilint.config.settings import NEVER, REPEATS
from termilint.filters import AtLeast, FirstOfEach, OnChangedLines, at_most
from termilint.messages import messages_in
from termilint.model.finding import Report, Severity
from termilint.project import Project, bare_term_rules
from termilint.runner import Plan, examine, inputs, suitable_jobs
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.baseline import Baseline
    from termilint.config.settings import Settings
    from termilint.filters import Filter
    from termilint.runner import Outcome

_SEVERITIES = [severity.value for severity in Severity]


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH... [-]")
@click.option(
    "--format",
    "formats",
    type=FORMAT,
    multiple=True,
    metavar="NAME[=FILE]",
    help="Format of the report: text (default), auto (what the CI machine shows), json and others. "
    "May be repeated with a file each.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the report to a file.",
)
@click.option("-q", "--quiet", is_flag=True, help="Write nothing to standard output.")
@click.option(
    "--stdin-filename",
    default="<stdin>",
    metavar="NAME",
    help="Name of what comes from standard input; its suffix tells the format.",
)
@click.option("--force-exclude", is_flag=True, help="Leave out excluded files even if they are named.")
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Report only what is not in this baseline.",
)
@click.option("--no-baseline", is_flag=True, help="Report also what is in the configured baseline.")
@click.option("--diff-only", metavar="REF", help="Report only on lines changed since a git revision.")
@click.option(
    "--repeat",
    type=click.Choice(REPEATS),
    help="How often a bare term is reported.  [default: every]",
)
@click.option(
    "--min-severity", type=click.Choice(_SEVERITIES), help="Report nothing weaker.  [default: hint]"
)
@click.option(
    "--fail-level",
    type=click.Choice([*_SEVERITIES, NEVER]),
    help="Exit with 1 from this severity on.  [default: warning]",
)
@click.option(
    "--max-findings", type=click.IntRange(min=1), metavar="N", help="Show so many findings at most."
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@click.option(
    "--jobs", type=click.IntRange(1, 64), metavar="N", help="Number of processes.  [default: by need]"
)
@_options.settings
def check(
    *,
    paths: tuple[str, ...],
    formats: tuple[Target, ...],
    output: Path | None,
    quiet: bool,
    stdin_filename: str,
    force_exclude: bool,
    baseline: str | None,
    no_baseline: bool,
    diff_only: str | None,
    exit_zero: bool,
    jobs: int | None,
    settings: Settings,
    **limits: Any,
) -> int:
    """Check files, folders and standard input (-).

    Folders are searched for the formats that termilint reads; what git or a .termilintignore file
    ignores, hidden files, hidden folders and node_modules are left out.
    """
    places = targets(formats, output, quiet=quiet)
    settings = _with_limits(settings, baseline, limits, without_baseline=no_baseline)
    project = Project(settings)
    if project.has_own_rules:
        project.rules  # noqa: B018  # their errors are told whatever the texts hold
    known = _baseline(settings)
    filters = tuple(_filters(project, known, diff_only))
    plan = Plan(project, filters, counts=known is not None, keeps_texts=False)
    found = inputs(paths, stdin_name=stdin_filename, selection=project.selection(force_exclude=force_exclude))
    with progress(len(found)) as show:
        outcome = examine(found, plan, jobs=suitable_jobs(found, jobs), progress=show)
    report = at_most(outcome.report, settings.max_findings) if settings.max_findings else outcome.report
    for place in places:
        write(report, place, settings.language)
    if not quiet:
        for note in _notes(outcome, report, known, settings):
            click.echo(printable(note), err=True)
    return _exit_code(outcome.report, None if exit_zero else settings.fail_level)


def _with_limits(
    settings: Settings, baseline: str | None, limits: dict[str, Any], *, without_baseline: bool
) -> Settings:
    """The settings with the command line's limits. Raises click.UsageError."""
    if baseline and without_baseline:
        raise click.UsageError("--baseline and --no-baseline exclude each other.")
    levels = {NEVER: None, **{severity.value: severity for severity in Severity}}
    given = dict(limits)
    fail_level = given.pop("fail_level")
    if given["min_severity"]:
        given["min_severity"] = levels[given["min_severity"]]
    settings = _options.overridden(settings, baseline=baseline, **given)
    if fail_level:
        settings = replace(settings, fail_level=levels[fail_level])
    return replace(settings, baseline=None) if without_baseline else settings


def _baseline(settings: Settings) -> Baseline | None:
    if settings.baseline is None:
        return None
    from termilint.baseline import read

    return read(settings.baseline)


def _filters(project: Project, known: Baseline | None, diff_only: str | None) -> Iterator[Filter]:
    """What takes findings away, in this order: what is known, too weak, unchanged, said before."""
    settings = project.settings
    if known:
        from termilint.baseline import NotKnown

        yield NotKnown(known.files, settings.root)
    if settings.min_severity is not Severity.HINT:
        yield AtLeast(settings.min_severity)
    if diff_only:
        from termilint.changes import changes_since

        yield OnChangedLines(*changes_since(diff_only, settings.root))
    if settings.repeat != "every":
        yield FirstOfEach(settings.repeat, bare_term_rules(project.rules))


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


COMMAND = check
