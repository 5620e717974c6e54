"""``termilint explain``: what a rule says, why, and what it reports; or the list of all rules."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from termilint.cli import _options
from termilint.messages import Messages, messages_in
from termilint.project import Project
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.config.settings import Settings
    from termilint.rules.model import Example, Language, Rule, RuleSet

_WIDTH = 88


@click.command("explain")
@click.argument("rule_id", required=False, metavar="[RULE]")
@_options.settings
def explain(*, rule_id: str | None, settings: Settings) -> None:
    """Explain RULE: what it says, why, its source and its examples. Without RULE, list all rules."""
    rules, language = Project(settings).rules, settings.language
    messages = messages_in(language)
    if rule_id is None:
        lines = _list(rules, messages, language)
    else:
        lines = _page(_options.rule_named(rule_id, rules, messages), messages, language)
    for line in lines:
        click.echo(line)


def _list(rules: RuleSet, messages: Messages, language: Language) -> Iterator[str]:
    from termilint.rules.pages import message_of  # as late as the rules

    width = max(map(len, rules.ids), default=0)
    for rule in rules:
        off = f" ({messages.off_by_default})" if not rule.enabled else ""
        yield printable(f"{rule.id:<{width}}  {message_of(rule, language)}{off}")


def _page(rule: Rule, messages: Messages, language: Language) -> Iterator[str]:
    from termilint.rules import pages  # as late as the rules

    yield printable(f"{rule.id} ({pages.state_of(rule, messages)})")
    yield from _wrapped(pages.message_of(rule, language))
    for title, texts in pages.sections(rule, language, pages.Notation(str, _example, str)):
        yield from ("", f"{title}:")
        for text in texts:
            yield from _wrapped(text)


def _example(example: Example) -> str:
    """The text of an example, what the rule reports in square brackets."""
    text = example.text
    for mark in reversed(example.marks):
        better = f" = {mark.replacement}" if mark.replacement else ""
        text = f"{text[: mark.start]}[{text[mark.start : mark.end]}{better}]{text[mark.end :]}"
    return text


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(
        printable(text),
        _WIDTH,
        initial_indent="  ",
        subsequent_indent="    ",
        break_long_words=False,
    )


COMMAND = explain
