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
    from termilint.rules.model import Example, Language, Rule, RuleSet, SuggestionTemplate

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
    width = max(map(len, rules.ids), default=0)
    for rule in rules:
        off = f" ({messages.off_by_default})" if not rule.enabled else ""
        yield printable(f"{rule.id:<{width}}  {_message(rule, language)}{off}")


def _message(rule: Rule, language: Language) -> str:
    """The rule's message about the first place in its examples that it reports."""
    places = (example.text[m.start : m.end] for example in rule.bad for m in example.marks)
    from termilint.rules.model import Term  # as late as the rules

    word = next(iter(rule.pattern.words), None) if isinstance(rule.pattern, Term) else None
    return rule.message_for(next(places, "…"), language, word)


def _page(rule: Rule, messages: Messages, language: Language) -> Iterator[str]:
    off = f", {messages.off_by_default}" if not rule.enabled else ""
    yield printable(f"{rule.id} ({messages.severities[rule.severity.value]}{off})")
    yield from _wrapped(_message(rule, language))
    yield from _section(messages.why, [rule.why.get(language)])
    yield from _section(messages.suggestions, [_template(t, language) for t in rule.suggestions])
    yield from _section(messages.bad_examples, [_example(example) for example in rule.bad])
    yield from _section(messages.good_examples, [_example(example) for example in rule.good])
    yield from _section(messages.source, [rule.source.get(language)])


def _section(title: str, texts: list[str]) -> Iterator[str]:
    if texts:
        yield ""
        yield f"{title}:"
    for text in texts:
        yield from _wrapped(text)


def _template(suggestion: SuggestionTemplate, language: Language) -> str:
    note = f" – {suggestion.note.get(language)}" if suggestion.note else ""
    return suggestion.text + note


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
