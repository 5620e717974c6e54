"""Where reports go: ``--format NAME[=FILE]``, repeatable, with ``--output`` and ``--quiet``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from termilint.cli._writing import AUTO, DEFAULT, Target
from termilint.discovery import absolute
from termilint.reporters import reporters

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Format(click.ParamType[Target]):
    """``NAME`` or ``NAME=FILE``."""

    name = "format"

    def convert(
        self, value: str | Target, param: click.Parameter | None, ctx: click.Context | None
    ) -> Target:
        if isinstance(value, Target):
            return value
        name, separator, file = value.partition("=")
        known = (AUTO, *reporters())
        if name not in known:
            self.fail(f"{name!r} is not one of {', '.join(map(repr, known))}.", param, ctx)
        if separator and not file:
            self.fail(f"{value!r} names no file after =.", param, ctx)
        return Target(name, Path(file) if file else None)


FORMAT = _Format()


def targets(formats: Sequence[Target], output: Path | None, *, quiet: bool) -> list[Target]:
    """What to write where. Raises click.UsageError if two reports would go to one place."""
    given = list(formats) or [Target(DEFAULT, None)]
    shared = [target for target in given if target.file is None]
    if len(shared) > 1:
        names = " and ".join(target.name for target in shared)
        raise click.UsageError(
            f"{names} would be mixed: give a file, for example --format {shared[-1].name}=FILE."
        )
    if output is not None and not shared:
        raise click.UsageError("--output needs a --format without a file of its own.")
    placed = [Target(target.name, target.file or output) for target in given]
    files = [absolute(target.file) for target in placed if target.file]
    if len(files) != len(set(files)):
        raise click.UsageError("two formats would be written to one file.")
    return [target for target in placed if target.file or not quiet]
