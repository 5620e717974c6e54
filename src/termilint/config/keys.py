"""The keys of a configuration: one table from which the file is read and its JSON Schema is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from termilint.config.parts import Audience, GlossaryTerm, Override, Switch
from termilint.config.settings import ENGINES, NEVER, REPEATS
from termilint.globs import GlobError, Globs
from termilint.messages import LANGUAGES
from termilint.rules import changes, schema
from termilint.rules.model import SuggestionTemplate, WordSet
from termilint.rules.named import Entry, Lenient, Named, where_of
from termilint.rules.problems import quoted, shown
from termilint.rules.values import Built, Choice, Each, Shape, ShortOrLong, Value
from termilint.rules.wordlists import WordLists

Read = Callable[[Value], Any]

MAX_FINDINGS = 1_000_000

_NO_LISTS = WordLists({})


def words(value: Value) -> WordSet:
    """Base forms: a list, or a text with spaces between them."""
    return frozenset(_NO_LISTS.words(value))


def count(value: Value) -> int:
    """A whole number from 1 to :data:`MAX_FINDINGS`."""
    data = value.data
    is_plain_text = type(data) is str or isinstance(data, bool)
    if not is_plain_text and str(data).isdecimal() and 1 <= int(str(data)) <= MAX_FINDINGS:
        return int(str(data))
    given = str(data) if isinstance(data, str) and type(data) is not str else shown(data)
    raise value.invalid(f"{value.label} must be a whole number from 1 to {MAX_FINDINGS}, not {given}")


def glob(value: Value) -> str:
    """A pattern with the rules of .gitignore."""
    pattern = value.text()
    try:
        parsed = Globs.of([pattern])
    except GlobError as error:
        raise value.invalid(f"{value.label} {quoted(pattern)} {error}") from None
    if not parsed:
        raise value.invalid(f"{value.label} {quoted(pattern)} matches nothing")
    return pattern


def _switches(_: Value, entries: tuple[Entry, ...]) -> tuple[Switch, ...]:
    return tuple(Switch(entry.name, entry.content, entry.where) for entry in entries)


def _audience(value: Value, content: Any) -> Audience:
    given: dict[str, Any] = {"text": content} if isinstance(content, str) else content
    template = SuggestionTemplate(
        given["text"],
        given.get("note"),
        given.get("cues", frozenset()),
        keeps_possessive=given.get("possessive", True),
    )
    return Audience(template, where_of(value), given.get("rules", ()))


def _glossary(_: Value, entries: tuple[Entry, ...]) -> tuple[GlossaryTerm, ...]:
    return tuple(_term(entry) for entry in entries)


def _term(entry: Entry) -> GlossaryTerm:
    if isinstance(entry.content, str):
        return GlossaryTerm(entry.name, entry.content, entry.where)
    return GlossaryTerm(entry.name, entry.content["definition"], entry.where, entry.content.get("files", ()))


def _override(value: Value, content: dict[str, Any]) -> Override:
    if len(content) == 1:
        raise value.invalid(f"{value.label} changes nothing: it lacks packs, rules or severity")
    return Override(where=where_of(value), **content)


GLOBS = Each(glob)
PACKS = Lenient(Named(changes.switch), _switches)
RULES = changes.reader(_NO_LISTS)
AUDIENCE = Shape(
    {"text": Value.text},
    {
        "note": schema.localized,
        "cues": words,
        "possessive": Choice(schema.POSSESSIVES),
        "rules": Each(schema.identifier),
    },
)
TERM = Shape({"definition": Value.text}, {"files": GLOBS})
OVERRIDE = Shape({"files": GLOBS}, {"packs": PACKS, "rules": RULES, "severity": schema.SEVERITY})

KEYS: Mapping[str, Read] = {
    "language": Choice({name: name for name in LANGUAGES}),
    "engine": Choice({name: name for name in ENGINES}),
    "include": GLOBS,
    "exclude": GLOBS,
    "rule_files": Each(Value.text),
    "packs": PACKS,
    "rules": RULES,
    "audiences": Each(Built(ShortOrLong(Value.text, AUDIENCE.read), _audience)),
    "glossary": Lenient(Named(ShortOrLong(Value.text, TERM.read)), _glossary),
    "overrides": Each(Built(OVERRIDE.read, _override)),
    "repeat": Choice({name: name for name in REPEATS}),
    "min_severity": schema.SEVERITY,
    "min_confidence": schema.CONFIDENCE,
    "fail_level": Choice({**schema.SEVERITIES, NEVER: None}),
    "max_findings": count,
    "baseline": Value.text,
    "rule_pages": schema.page,
}
