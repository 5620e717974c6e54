"""``termilint init``: begin a configuration, and say what to do next."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from termilint.cli import _options
from termilint.cli._exit_codes import ERROR, OK
from termilint.cli._output import create
from termilint.config.find import NAMES, find, repository_root
from termilint.discovery import Input, Selection
from termilint.messages import messages_in
from termilint.runner import inputs
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from termilint.rules.model import Language

_MOST_FORMATS = 6
_SIGNS: Mapping[str, tuple[str, ...]] = {
    "pre-commit": (".pre-commit-config.yaml", "prek.toml"),
    "github": (".github/workflows",),
    "gitlab": (".gitlab-ci.yml",),
    "azure": ("azure-pipelines.yml",),
}
"""Files that tell which hooks and CI a repository has."""


@click.command("init")
@_options.language
def init(*, language: Language) -> int:
    """Write a commented configuration to the current folder, and its JSON Schema for editors.

    Nothing is overwritten.
    """
    from termilint.config.json_schema import config_schema
    from termilint.config.template import SCHEMA_FILE, template

    words = messages_in(language).init
    if existing := find():
        click.echo(printable(words["exists"].format(existing)))
        return ERROR
    formats = _formats()
    schema = json.dumps(config_schema(), ensure_ascii=False, indent=1) + "\n"
    create(Path(NAMES[0]), template(language, [suffix for suffix, _ in formats]))
    click.echo(words["written"].format(NAMES[0]))
    if not Path(SCHEMA_FILE).exists():
        create(Path(SCHEMA_FILE), schema)
        click.echo(words["written"].format(SCHEMA_FILE))
    for line in _advice(formats, words):
        click.echo(printable(line))
    return OK


def _formats() -> list[tuple[str, int]]:
    """The most frequent suffixes of the files that would be checked, with their numbers."""
    found = inputs(["."], selection=Selection(repository_root()))
    names = (one.name for one in found if isinstance(one, Input))
    return Counter(PurePath(name).suffix.lower() for name in names).most_common(_MOST_FORMATS)


def _advice(formats: list[tuple[str, int]], words: Mapping[str, str]) -> Iterator[str]:
    listed = ", ".join(f"{suffix} {number}" for suffix, number in formats)
    yield words["formats"].format(listed) if formats else words["no_formats"]
    yield words["next"]
    root = Path(repository_root())
    present = [name for name, files in _SIGNS.items() if any((root / file).exists() for file in files)]
    yield from (f"  {words[key]}" for key in ("check", "baseline", *present))


COMMAND = init
