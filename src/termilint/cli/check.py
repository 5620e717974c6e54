"""``termilint check``: report the findings of files, folders and standard input."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from termilint.cli import _options
from termilint.cli._checking import Checking
from termilint.cli._formats import FORMAT, targets
from termilint.cli._usage import told
from termilint.config.settings import NEVER, REPEATS
from termilint.model.finding import Confidence, Severity

if TYPE_CHECKING:
    from termilint.cli._writing import Target
    from termilint.config.settings import Settings

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
@_options.force_exclude
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
    "--min-confidence",
    type=click.Choice([confidence.value for confidence in Confidence]),
    help="Report nothing of rules that are less sure.  [default: low]",
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
@_options.jobs
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
    return Checking(
        settings, paths, places, stdin_filename, diff_only, jobs, force_exclude, exit_zero, quiet
    ).run()


def _with_limits(
    settings: Settings, baseline: str | None, limits: dict[str, Any], *, without_baseline: bool
) -> Settings:
    """The settings with the command line's limits. Raises click.UsageError."""
    if baseline and without_baseline:
        raise click.UsageError(
            told("{one} and {other} exclude each other.", one="--baseline", other="--no-baseline")
        )
    levels = {NEVER: None, **{severity.value: severity for severity in Severity}}
    given = dict(limits)
    fail_level = given.pop("fail_level")
    if given["min_severity"]:
        given["min_severity"] = levels[given["min_severity"]]
    if given["min_confidence"]:
        given["min_confidence"] = Confidence(given["min_confidence"])
    settings = _options.overridden(settings, baseline=baseline, **given)
    if fail_level:
        settings = settings._replace(fail_level=levels[fail_level])
    return settings._replace(baseline=None) if without_baseline else settings


COMMAND = check
