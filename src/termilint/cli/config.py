"""``termilint config``: show the settings that hold, and where each comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from termilint.cli import _options
from termilint.config.describe import described
from termilint.messages import messages_in
from termilint.project import Project
from termilint.terminal import printable

if TYPE_CHECKING:
    from termilint.config.settings import Settings


@click.command("config")
@click.argument("file", required=False, metavar="[FILE]")
@_options.settings
def config(*, file: str | None, settings: Settings) -> None:
    """Show the settings that hold here or for FILE, and where each comes from.

    With FILE the severity of every rule for it is listed too.
    """
    project = Project(settings)
    rules = project.rules_for(file) if file else project.rules
    for line in described(settings, rules, messages_in(settings.language).config, with_rules=bool(file)):
        click.echo(printable(line))


COMMAND = config
