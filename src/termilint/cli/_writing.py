"""Writing a report to where it goes: a format, and a file or standard output."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from termilint.cli._output import output_to
from termilint.reporters import auto, checkout, reporters
from termilint.reporters.reporter import Options
from termilint.terminal import line_width, wants_color

if TYPE_CHECKING:
    from pathlib import Path

    from termilint.model.finding import Report
    from termilint.rules.model import Language

AUTO = "auto"
DEFAULT = "text"


class Target(NamedTuple):
    """A format and the file to write it to; standard output if there is none."""

    name: str
    file: Path | None


def write(report: Report, target: Target, language: Language) -> None:
    """Write a report. Raises TermilintError if a file cannot be written."""
    name = auto(os.environ, to_file=target.file is not None) if target.name == AUTO else target.name
    with output_to(target.file) as stream:
        options = Options(language, root=checkout(os.environ))
        if target.file is None:
            width = line_width(stream, os.environ)
            options = options._replace(color=wants_color(stream, os.environ), width=width)
        reporters()[name].write(report, stream, options)
