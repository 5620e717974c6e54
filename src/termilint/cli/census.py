"""``termilint census``: count, over documents, who is meant by the guarded terms."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termilint.cli import _options
from termilint.cli._exit_codes import ERROR, OK
from termilint.cli._output import output_to
from termilint.cli._progress import progress
from termilint.cli._usage import told

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from termilint.census.model import Census, Trend
    from termilint.census.run import Survey
    from termilint.config.settings import Settings

_FORMATS = ("table", "json", "csv")


@click.command("census")
@click.argument("paths", nargs=-1, required=True, metavar="PATH... [-]")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="table",
    show_default=True,
    help="Form of output.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to a file.",
)
@click.option("--since", metavar="REF", help="Compare the working tree with a git revision.")
@click.option("--between", nargs=2, metavar="REF REF", help="Compare two git revisions.")
@click.option(
    "--top", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="Rows of a table."
)
@click.option(
    "--stdin-filename",
    default="<stdin>",
    metavar="NAME",
    help="Name of what comes from standard input; its suffix tells the format.",
)
@_options.force_exclude
@_options.jobs
@_options.settings
def census(
    *,
    paths: tuple[str, ...],
    form: str,
    output: Path | None,
    since: str | None,
    between: tuple[str, str] | None,
    top: int,
    stdin_filename: str,
    force_exclude: bool,
    jobs: int | None,
    settings: Settings,
) -> int:
    """Count who is meant by asiakas, and by every other term that a rule guards.

    Shows how often nothing tells who is meant and how often a qualifier does, the documents in which
    the word means several groups without saying which, and the terms that are defined in different ways.

    Exit codes: 0 everything was counted, 2 usage, configuration or read error.
    """
    if since and between:
        raise click.UsageError(
            told("{one} and {other} exclude each other.", one="--since", other="--between")
        )
    from termilint.census.run import Survey
    from termilint.project import Project

    project = Project(settings)
    project.rules  # noqa: B018  # their errors are told whatever the texts hold
    selection = project.selection(force_exclude=force_exclude)
    survey = Survey(project, paths, selection, progress, jobs, stdin_filename)
    if since or between:
        compared = _compared(survey, settings, since, between)
        _write(output, partial(_write_trend, compared, form, settings.language, top))
        return _exit_code(compared.before, compared.after)
    counted = survey.of_files()
    _write(output, partial(_write_census, counted, form, settings.language, top))
    return _exit_code(counted)


def _compared(
    survey: Survey, settings: Settings, since: str | None, between: tuple[str, str] | None
) -> Trend:
    from termilint.census.trend import trend
    from termilint.messages import census_messages_in
    from termilint.revisions import revision

    names = between or (since or "",)
    # Both are looked up before the first is counted: a wrong name is told at once.
    revisions = [revision(name, settings.root) for name in names]
    censuses = [survey.of_revision(one) for one in revisions]
    if between:
        return trend(censuses[0], censuses[1], *between)
    now = census_messages_in(settings.language).work_tree
    return trend(censuses[0], survey.of_files(), names[0], now)


def _write(output: Path | None, write: Callable[[TextIO], None]) -> None:
    with output_to(output) as stream:
        write(stream)


def _write_census(census: Census, form: str, language: str, top: int, stream: TextIO) -> None:
    from termilint.census import as_csv, as_json, as_table

    if form == "table":
        as_table.write_census(census, stream, language, top)
    elif form == "json":
        as_json.write_census(census, stream)
    else:
        as_csv.write_census(census, stream)


def _write_trend(trend: Trend, form: str, language: str, top: int, stream: TextIO) -> None:
    from termilint.census import as_csv, as_json, as_table

    if form == "table":
        as_table.write_trend(trend, stream, language, top)
    elif form == "json":
        as_json.write_trend(trend, stream)
    else:
        as_csv.write_trend(trend, stream)


def _exit_code(*censuses: Census) -> int:
    return ERROR if any(census.failures for census in censuses) else OK


COMMAND = census
