"""The ``termilint`` command: finds the subcommand, runs it, turns errors into exit codes."""

from __future__ import annotations

import errno
import io
import os
import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, NoReturn

import click

import termilint.cli
from termilint import __version__
from termilint.cli._exit_codes import ERROR, FINDINGS, INTERRUPTED, OK
from termilint.errors import TermilintError
from termilint.terminal import printable_lines

if TYPE_CHECKING:
    from collections.abc import Sequence


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What the system says when a disk is full or broken."""


class _LazyGroup(click.Group):
    """Imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        modules = (info.name for info in iter_modules(termilint.cli.__path__))
        return sorted(n for n in modules if n != "main" and not n.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"termilint.cli.{cmd_name}").COMMAND
        return command


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="termilint", message="%(prog)s %(version)s")
def _group() -> None:
    """Find customer jargon in Finnish texts and say it so that people know who is meant.

    Exit codes: 0 clean, 1 findings (warning or error),
    2 usage, configuration or read error.
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command that ``arguments`` (else the process's own) name, and exit."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code. Expected errors become one message on stderr."""
    _survive_old_consoles()
    try:
        code = _group.main(arguments, prog_name="termilint", standalone_mode=False)
        sys.stdout.flush()
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return ERROR
    except TermilintError as error:
        click.echo(f"termilint: {printable_lines(str(error))}", err=True)
        return ERROR
    except BrokenPipeError:
        _close_output()
        return FINDINGS
    except OSError as error:
        if error.errno not in _FULL:
            raise
        _close_output()
        click.echo(f"termilint: the result cannot be written: {error.strerror}.", err=True)
        return ERROR
    return OK if code is None else int(code)


def _close_output() -> None:
    """Let what is left in the buffer of standard output go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _survive_old_consoles() -> None:
    """Let streams show ``?`` for what their encoding cannot hold."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
