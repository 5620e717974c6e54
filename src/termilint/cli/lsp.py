"""``termilint lsp``: serve an editor over standard input and output."""

from __future__ import annotations

import gc
import sys

import click

from termilint.errors import TermilintError

_NEW_VALUES = 50_000  # between two looks of the garbage collector
_COMMAND = 'pip install "termilint[lsp]"'


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Talk over standard input and output, as is done anyhow.")
def lsp(*, stdio: bool) -> None:
    """Serve an editor that speaks the Language Server Protocol, over standard input and output.

    Editors start this command themselves: see docs/editors.md.
    """
    del stdio  # editors say it, and there is no other way
    gc.disable()  # a tenth of the start: the protocol's types are many, and all of them stay
    try:
        import pygls.lsp.server  # noqa: F401  # tells whether the extra is there, and new enough
    except ImportError:
        hint = f"Install it: {_COMMAND}"
        raise TermilintError("the language server needs an optional package.", hint=hint) from None
    from termilint.lsp.server import make_server

    gc.enable()
    # A check makes many values and few circles: at the usual pace the collector takes a third of its time.
    gc.set_threshold(_NEW_VALUES, 10, 10)
    output = sys.stdout.buffer
    # Whatever prints must not end up between the messages.
    sys.stdout = sys.stderr
    server = make_server()
    server.start_io(stdout=output)
    # The library swallows the exit code that the protocol asks for.
    sys.exit(server.exit_code)


COMMAND = lsp
