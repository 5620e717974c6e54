"""``termilint trace``: show how each word of a text is read, and why a use is reported or not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from termilint.cli import _options
from termilint.messages import Messages, messages_in
from termilint.model.source import Source
from termilint.project import Project
from termilint.readers import plain
from termilint.terminal import display_width, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.config.settings import Settings
    from termilint.engine import TracedSentence, TracedToken
    from termilint.morphology.analysis import Analysis

_FEATURES = (
    "word_class",
    "comparison",
    "participle",
    "mood",
    "person",
    "number",
    "case",
    "possessive",
)


@click.command("trace")
@click.argument("text", metavar="TEXT")
@click.option(
    "--stdin-filename",
    default="<text>",
    metavar="NAME",
    help="Read TEXT as a part of this file: overrides and the glossary go by its name.",
)
@_options.settings
def trace(*, text: str, stdin_filename: str, settings: Settings) -> None:
    """Show how each word of TEXT is read (- reads standard input).

    Under each use of a word that rules watch stands what narrows it down, or that nothing does.
    """
    raw = sys.stdin.buffer.read() if text == "-" else text.encode(errors="replace")
    document = plain.READER.read(Source.from_bytes("<text>", raw))
    linter = Project(settings).linter_for(stdin_filename)
    for sentence in linter.trace(document):
        for line in _lines(sentence, messages_in(settings.language)):
            click.echo(line)


def _lines(sentence: TracedSentence, messages: Messages) -> Iterator[str]:
    words = [token for token in sentence.tokens if any(map(str.isalnum, token.text))]
    width = max((display_width(printable(word.text)) for word in words), default=0)
    yield printable(sentence.text)
    for word in words:
        yield from _word(word, width, messages)
    yield ""


def _word(word: TracedToken, width: int, messages: Messages) -> Iterator[str]:
    """A word with its first reading, then its other readings and its usage below."""
    text = printable(word.text)
    label = text + " " * (width - display_width(text))
    described = dict.fromkeys(_reading(reading, messages) for reading in word.readings)
    for reading in described or [messages.unknown_word]:
        yield f"  {label}  {reading}"
        label = " " * width
    if word.usage:
        usage = messages.use(word.usage.label.name, word.usage.evidence)
        yield f"  {label}  = {printable(usage)}"


def _reading(reading: Analysis, messages: Messages) -> str:
    """A reading in words: its lemma with the compound parts, its class and its inflection."""
    values = [getattr(reading, name) for name in _FEATURES] + list(reading.clitics)
    words = [messages.features[str(value)] for value in values if value is not None]
    if reading.negative:
        words.append(messages.features["negative"])
    parts = f" ({' + '.join(reading.parts)})" if len(reading.parts) > 1 else ""
    return printable(f"{reading.lemma}{parts}: {', '.join(words)}")


COMMAND = trace
