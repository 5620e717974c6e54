"""Wrong usage, told in the language of the reports.

click looks its sentences up with gettext, which goes by the locale and wants a compiled catalogue. Here
the language is a setting and the catalogue ``Messages.usage``, so the look-up is put in gettext's place.
Help pages stay English, like the names of commands, options and settings.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING, Any

import click
import click.parser

from termilint.config.find import load_settings
from termilint.errors import TermilintError
from termilint.messages import LANGUAGES, messages_in
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_LANGUAGE = "--lang"
_MODULES = (click.core, click.exceptions, click.parser, click.types)
_texts: Callable[[], Mapping[str, str]] = dict


def speak(arguments: Sequence[str]) -> None:
    """Let wrong usage be told in the language that ``arguments``, else the configuration, ask for."""
    global _texts  # noqa: PLW0603  # click's look-up is global too
    _texts = cache(lambda: messages_in(_language(arguments)).usage)
    for module in _MODULES:
        vars(module).update(_=told, ngettext=_counted)


def told(template: str, **values: Any) -> str:
    """A sentence about wrong usage, known by its English template; with ``values`` in its places."""
    text = _texts().get(template, template)
    return text.format(**values) if values else text


def show(error: click.ClickException) -> None:
    """Write what is wrong, how the command is used and where its help is, to standard error."""
    lines = [f"termilint: {printable(error.format_message())}"]
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context:
        pieces = " ".join(context.command.collect_usage_pieces(context))
        lines.append(told("Usage: {command}", command=f"{context.command_path} {pieces}"))
        lines.append(told("Help: {command}", command=f"{context.command_path} --help"))
    print("\n".join(lines), file=sys.stderr)  # noqa: T201  # the program's own messages


def _counted(one: str, many: str, number: int) -> str:
    return told(one if number == 1 else many)


def _language(arguments: Sequence[str]) -> str:
    """What ``--lang`` says, else the configuration; Finnish where neither can be read."""
    for at, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        given = value or "".join(arguments[at + 1 : at + 2])
        if name == _LANGUAGE and given in LANGUAGES:
            return given
    try:
        return load_settings(search="--no-config" not in arguments).language
    except TermilintError:
        return "fi"
