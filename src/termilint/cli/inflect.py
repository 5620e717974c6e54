"""``termilint inflect``: write a phrase in the same form as a word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from termilint.cli import _options
from termilint.cli._exit_codes import FINDINGS, OK
from termilint.cli._usage import told
from termilint.messages import Messages, messages_in
from termilint.morphology.analyzer import open_analyzer
from termilint.suggestions.like import inflect_like
from termilint.terminal import printable

if TYPE_CHECKING:
    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.model import Language


@click.command("inflect")
@click.argument("template", metavar="PHRASE")
@click.option("--like", "model", required=True, metavar="WORD", help="The word that has the wanted form.")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="One form a line, or a JSON object.",
)
@_options.engine
@_options.language
def inflect(*, template: str, model: str, output_format: str, engine: str, language: Language) -> int:
    """Write PHRASE, given in base form, in the form that WORD has.

    All forms that a careful writer could choose are printed, the most usual first. The exit code is
    1 if there is none.
    """
    if len(model.split()) != 1:
        raise click.BadParameter(told("Give one word."), param_hint="--like")
    if not template.split():
        raise click.BadParameter(told("Give one word or more."), param_hint="PHRASE")
    analyzer = open_analyzer(engine)
    forms = inflect_like(template, model, analyzer)
    if output_format == "json":
        click.echo(json.dumps({"phrase": template, "like": model, "forms": forms}, ensure_ascii=False))
    elif forms:
        click.echo("\n".join(map(printable, forms)))
    if not forms:
        click.echo(_reason(template, model, analyzer, messages_in(language)), err=True)
    return OK if forms else FINDINGS


def _reason(template: str, model: str, analyzer: Analyzer, messages: Messages) -> str:
    """Why there is no form, in words."""
    shown = printable(model), printable(template)
    if not analyzer.analyze(model):
        return messages.unknown_model.format(f'"{shown[0]}"')
    return messages.no_form.format(f'"{shown[1]}"', f'"{shown[0]}"')


COMMAND = inflect
