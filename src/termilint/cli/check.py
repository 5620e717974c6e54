"""``termilint check``: report the findings of files, folders and standard input."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termilint.cli import _options
from termilint.cli._exit_codes import ERROR, FINDINGS, OK
from termilint.cli._output import output_to
from termilint.model.finding import Report, Severity
from termilint.reporters import reporters
from termilint.reporters.reporter import Options
from termilint.runner import load_rules, open_linter, run
from termilint.terminal import wants_color

if TYPE_CHECKING:
    from termilint.rules.model import Language


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH... [-]")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(reporters())),
    default="text",
    show_default=True,
    help="Format of the report.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write the report to a file.",
)
@click.option(
    "--stdin-filename",
    default="<stdin>",
    metavar="NAME",
    help="Name of what comes from standard input; its suffix tells the format.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@_options.rules
@_options.engine
@_options.language
def check(
    *,
    paths: tuple[str, ...],
    format_name: str,
    output: Path | None,
    stdin_filename: str,
    exit_zero: bool,
    rule_paths: tuple[Path, ...],
    engine: str,
    language: Language,
) -> int:
    """Check files, folders and standard input (-).

    Folders are searched for the formats that termilint reads; hidden files, hidden folders and
    node_modules are left out.
    """
    linter = open_linter(load_rules(rule_paths), engine=engine, language=language)
    report = run(paths, linter, stdin_name=stdin_filename)
    with output_to(output) as stream:
        color = output is None and wants_color(stream, os.environ)
        reporters()[format_name].write(report, stream, Options(language, color=color))
    return _exit_code(report, exit_zero=exit_zero)


def _exit_code(report: Report, *, exit_zero: bool) -> int:
    """An input that was not checked weighs more than any finding; a hint or info weighs nothing."""
    if report.failures:
        return ERROR
    failing = any(finding.severity.rank >= Severity.WARNING.rank for finding in report.findings)
    return FINDINGS if failing and not exit_zero else OK


COMMAND = check
