"""``termilint report``: one page that shows where the language of a folder stands."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termilint.cli import _options
from termilint.cli._exit_codes import ERROR, OK
from termilint.cli._output import output_to
from termilint.cli._progress import progress

if TYPE_CHECKING:
    from termilint.config.settings import Settings


@click.command("report")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The page to write, for example raportti.html; - is standard output.",
)
@click.option("--title", metavar="TEXT", help="The page's title.")
@click.option(
    "--texts",
    type=click.IntRange(min=0),
    default=200,
    show_default=True,
    metavar="N",
    help="Documents whose text is shown, those with most remarks.",
)
@_options.force_exclude
@_options.jobs
@_options.settings
def report(
    *,
    paths: tuple[str, ...],
    output: Path,
    title: str | None,
    texts: int,
    force_exclude: bool,
    jobs: int | None,
    settings: Settings,
) -> int:
    """Write a page about the language of files and folders, for people who lead or write.

    It tells where the texts stand, which words are common, who is meant by asiakas, and shows each
    text with its marks, reasons and suggestions. The page is one file and loads nothing.

    Exit codes: 0 the page tells of everything, 2 usage, configuration or read error.
    """
    from termilint.project import Project
    from termilint.report.gather import Bounds, gather
    from termilint.report.page import Heading, render, require_template

    require_template()
    project = Project(settings)
    project.rules  # noqa: B018  # their errors are told whatever the texts hold
    selection = project.selection(force_exclude=force_exclude)
    gathered = gather(paths, project, selection, bounds=Bounds(texts), jobs=jobs, progress=progress)
    page = render(
        gathered, project.rules, settings.language, Heading(title, datetime.now(UTC).astimezone().date())
    )
    with output_to(output) as stream:
        stream.write(page)
    return ERROR if gathered.census.failures else OK


COMMAND = report
