"""The ``termilint`` command as click knows it; a subcommand is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

import termilint.cli
from termilint import __version__
from termilint.cli._exit_codes import ERROR, INTERRUPTED, OK
from termilint.cli._usage import show, speak, told
from termilint.modules import public_modules

if TYPE_CHECKING:
    from collections.abc import Sequence


def run_command(arguments: Sequence[str]) -> int:
    """Run the command that ``arguments`` name and return its exit code; wrong usage is told."""
    speak(arguments)
    try:
        code = _group.main(list(arguments), prog_name="termilint", standalone_mode=False)
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        show(error)
        return ERROR
    return OK if code is None else int(code)


class _LazyGroup(click.Group):
    """Imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return [name for name in public_modules(termilint.cli.__path__) if name != "main"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"termilint.cli.{cmd_name}").COMMAND
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not (args[0].startswith("-") or ctx.resilient_parsing or self.get_command(ctx, args[0])):
            known = ", ".join(self.list_commands(ctx))
            ctx.fail(told("No such command {name}. Commands: {known}", name=args[0], known=known))
        return super().resolve_command(ctx, args)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="termilint", message="%(prog)s %(version)s")
def _group() -> None:
    """Find customer jargon in Finnish texts and say it so that people know who is meant.

    Exit codes: 0 clean, 1 findings (warning or error),
    2 usage, configuration or read error.
    """
