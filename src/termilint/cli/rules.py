"""``termilint rules``: list the rules, and let rule files prove themselves."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from termilint.cli import _options
from termilint.cli._exit_codes import ERROR, OK
from termilint.messages import messages_in
from termilint.project import Project
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.config.settings import Settings
    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.examples import Check
    from termilint.rules.model import Rule, RuleSet


@click.group("rules")
def rules() -> None:
    """List rules, and check rule files."""


@rules.command("list")
@_options.settings
def list_rules(*, settings: Settings) -> None:
    """List every rule with its severity and pack, as the configuration has it."""
    for line in _table(Project(settings).rules):
        click.echo(printable(line))


def _table(found: RuleSet) -> Iterator[str]:
    id_width = max(map(len, found.ids), default=0)
    for rule in found:
        severity = rule.severity.value if rule.enabled else "off"
        yield f"{rule.id:<{id_width}}  {severity:<7}  {rule.pack or Path(rule.origin).name}".rstrip()


@rules.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@_options.settings
def check(*, paths: tuple[Path, ...], settings: Settings) -> int:
    """Check rule files, pack folders and pack zips: their form, and that their examples hold.

    Every bad example must be reported exactly where it is marked, good ones not at all.
    """
    from termilint.rules import packs
    from termilint.rules.examples import broken_examples

    found = packs.load(paths)
    messages = messages_in(settings.language).rules
    broken = broken_examples(found, _checker(Project(settings).analyzer))
    for example in broken:
        click.echo(printable(str(example)))
    number = sum(len(rule.bad) + len(rule.good) for rule in found)
    click.echo(messages["broken" if broken else "sound"].format(len(found), number, len(broken)))
    return ERROR if broken else OK


def _checker(analyzer: Analyzer) -> Check:
    """A function that gives the places in a text that a rule reports, also one that is off."""
    from termilint.engine import Linter
    from termilint.model.source import Source
    from termilint.readers import plain
    from termilint.rules.model import RuleSet

    linters: dict[str, Linter] = {}

    def check_text(text: str, rule: Rule) -> list[tuple[int, int]]:
        if rule.id not in linters:
            linters[rule.id] = Linter(RuleSet((rule._replace(enabled=True),)), analyzer)
        document = plain.READER.read(Source("example.txt", text))
        return [(finding.span.start, finding.span.end) for finding in linters[rule.id].check(document)]

    return check_text


COMMAND = rules
