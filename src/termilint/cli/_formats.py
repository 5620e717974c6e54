"""Where reports go: ``--format NAME[=FILE]``, repeatable, with ``--output`` and ``--quiet``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from termilint.cli._usage import told
from termilint.cli._writing import AUTO, DEFAULT, Target
from termilint.discovery import absolute
from termilint.reporters import reporters

if TYPE_CHECKING:
    from collections.abc import Sequence

    _TargetType = click.ParamType[Target]
else:
    _TargetType = click.ParamType  # no generic class before click 8.4


class _Format(_TargetType):
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
            choices = ", ".join(map(repr, known))
            self.fail(told("{value!r} is not one of {choices}.", value=name, choices=choices), param, ctx)
        if separator and not file:
            self.fail(told("{value!r} names no file after =.", value=value), param, ctx)
        return Target(name, Path(file) if file else None)


FORMAT = _Format()


def targets(formats: Sequence[Target], output: Path | None, *, quiet: bool) -> list[Target]:
    """What to write where. Raises click.UsageError if two reports would go to one place."""
    given = list(formats) or [Target(DEFAULT, None)]
    shared = [target for target in given if target.file is None]
    if len(shared) > 1:
        names = ", ".join(target.name for target in shared)
        mixed = "These reports would be mixed: {names}. Give a file, for example --format {name}=FILE."
        raise click.UsageError(told(mixed, names=names, name=shared[-1].name))
    if output is not None and not shared:
        raise click.UsageError(told("--output needs a --format without a file of its own."))
    placed = [Target(target.name, target.file or output) for target in given]
    files = [absolute(target.file) for target in placed if target.file]
    if len(files) != len(set(files)):
        raise click.UsageError(told("Two reports would be written to one file."))
    return [target for target in placed if target.file or not quiet]
