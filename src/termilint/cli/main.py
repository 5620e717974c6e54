"""The ``termilint`` command: finds the subcommand, runs it, turns errors into exit codes."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from termilint.cli._exit_codes import ERROR, FINDINGS, INTERRUPTED
from termilint.errors import TermilintError
from termilint.terminal import printable_lines

if TYPE_CHECKING:
    from collections.abc import Sequence


_NEW_VALUES = 20_000
"""Between two looks of the garbage collector: a run makes many values and few circles of them."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What the system says when a disk is full or broken."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command that ``arguments`` (else the process's own) name, and exit."""
    gc.set_threshold(_NEW_VALUES, 20, 20)
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code. Expected errors become one message on stderr."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    _open_missing_streams()
    _survive_old_consoles()
    try:
        code = _run(given)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except TermilintError as error:
        _tell(printable_lines(str(error)))
        return ERROR
    except BrokenPipeError:
        _close_output()
        return FINDINGS
    except OSError as error:
        if error.errno not in _FULL:
            raise
        _close_output()
        _tell(f"the result cannot be written: {error.strerror}.")
        return ERROR
    return code


def _run(arguments: list[str]) -> int:
    """Run ``check`` on paths at once; click, which takes long to import, reads all other arguments."""
    from termilint.cli._checking import plain_check  # here, so that Ctrl-C ends an import as it ends a run

    plain = plain_check(arguments)
    if plain is not None:
        return plain.run()
    from termilint.cli._group import run_command

    return run_command(arguments)


def _tell(message: str) -> None:
    print(f"termilint: {message}", file=sys.stderr)  # noqa: T201  # the program's own messages


def _close_output() -> None:
    """Let what is left in the buffer of standard output go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _open_missing_streams() -> None:
    """Let what a caller has closed (``>&-``) be empty: Python has None in its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115


def _survive_old_consoles() -> None:
    """Let streams show ``?`` for what their encoding cannot hold."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
