"""What ``termilint rules new`` does once it knows what is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from termilint.authoring import draft
from termilint.cli._exit_codes import ERROR, OK
from termilint.cli._output import create
from termilint.errors import RuleError
from termilint.rules.packs import PACK_FILE
from termilint.rules.shipped import shipped_rules
from termilint.terminal import printable

if TYPE_CHECKING:
    from pathlib import Path

    from termilint.authoring.draft import Wish
    from termilint.messages import Messages
    from termilint.project import Project
    from termilint.rules.model import RuleSet


def begin(wish: Wish, pack: Path | None, target: Path, project: Project, messages: Messages) -> int:
    """Write the rule, and the pack around it, and say what to do next. Returns the exit code.

    Raises RuleError for what cannot be a rule, TermilintError for a file that is there or cannot be.
    """
    analyzer = project.analyzer
    if wrong := (*_taken(wish, project, messages), *draft.complaints(wish, analyzer, messages.rules)):
        for line in wrong:
            click.echo(printable(line))
        return ERROR
    files = {target: draft.rule_draft(wish, analyzer, messages.drafts)}
    if pack and not (pack / PACK_FILE).exists():
        name = draft.identifier(pack.resolve().name)
        files[pack / PACK_FILE] = draft.pack_draft(name, messages.drafts)
    for path, text in files.items():
        create(path, text)
        click.echo(printable(messages.drafts["written"].format(path)))
    click.echo(messages.drafts["next"])
    for step in ("test", "check", "use"):
        click.echo(printable(messages.drafts[step].format(pack or target)))
    return OK


def _rules(project: Project) -> RuleSet:
    """The rules of the project; of the program alone if the file to write is one that the project names."""
    try:
        return project.rules
    except RuleError:
        return shipped_rules()


def _taken(wish: Wish, project: Project, messages: Messages) -> tuple[str, ...]:
    """What to say if there is a rule of that name already: it may be off."""
    rule = _rules(project).get(wish.rule_id)
    return (messages.drafts["taken"].format(rule.id, rule.pack or rule.origin),) if rule else ()
