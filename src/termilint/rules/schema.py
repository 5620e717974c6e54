"""Plain data to rules: what a rule file may hold.

Every error of every file is gathered before any is reported. The keys of the pattern kinds come
from the pattern classes of :mod:`termilint.rules.model`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from termilint.model.document import BlockKind
from termilint.model.finding import Confidence, Severity
from termilint.model.fix import Applicability
from termilint.rules.model import (
    Example,
    Localized,
    NeedsQualifier,
    Pattern,
    Phrase,
    PhrasePattern,
    Rule,
    SuggestionTemplate,
    Term,
)
from termilint.rules.problems import InvalidError, quoted
from termilint.rules.syntax import MAX_WORD_LENGTH, WORD, NotationError, example, phrase_pattern
from termilint.rules.values import Built, Choice, Each, OneKey, Reader, Shape, ShortOrLong, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from termilint.rules.model import WordSet
    from termilint.rules.wordlists import WordLists

T = TypeVar("T")

KINDS: Mapping[str, type[Pattern]] = {
    "term": Term,
    "phrase": Phrase,
    "needs_qualifier": NeedsQualifier,
}
SEVERITIES = {severity.value: severity for severity in Severity}
POSSESSIVES = {"keep": True, "drop": False}
APPLICABILITIES = {
    "safe": Applicability.SAFE,
    "unsafe": Applicability.UNSAFE,
    "never": Applicability.DISPLAY_ONLY,
}
PLACES: Mapping[str, frozenset[BlockKind]] = {
    "body": frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL}),
    "heading": frozenset({BlockKind.HEADING}),
    "quote": frozenset({BlockKind.QUOTE}),
    "attribute": frozenset({BlockKind.ATTRIBUTE}),
    "front-matter": frozenset({BlockKind.FRONT_MATTER}),
    "ui-string": frozenset({BlockKind.UI_STRING}),
}
"""Where in a text a rule may speak: a name for people, and the kinds of blocks that it stands for."""
SEVERITY = Choice(SEVERITIES)
CONFIDENCE = Choice({confidence.value: confidence for confidence in Confidence})
PLACEHOLDERS = ("match", "word")

_KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_ATTRIBUTES = {"match": "pattern", "fix": "applicability"}  # keys that Rule names otherwise
_LIST_NAME = re.compile(r"[a-z][a-z0-9_]*")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}|[{}]")
_PAGE = re.compile(r"https?://[\w!#$%&()*+,./:;=?@~-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Contents:
    """The two sections of a rule file, unread."""

    rules: tuple[Value, ...] = ()
    lists: Mapping[str, Value] = field(default_factory=dict)


def contents(root: Value) -> Contents:
    """The rules and the named lists of a file.

    Raises InvalidError when the file has other keys, or neither of the two.
    """
    if not root.data:
        raise root.invalid("the file is empty: a rule file has rules, lists or both")
    return Contents(**Shape({}, {"rules": Each(_itself), "lists": _named_lists}).read(root))


def _itself(value: Value) -> Value:
    return value


def _named_lists(value: Value) -> dict[str, Value]:
    members = value.members()
    if wrong := [name for name in members if not _LIST_NAME.fullmatch(name)]:
        raise InvalidError(value.key_problem(name, _bad_list_name(name)) for name in wrong)
    return members


def _bad_list_name(name: str) -> str:
    return f"list name {quoted(name)} must be lower-case letters a-z, digits and _"


def page(value: Value) -> str:
    """The address of a rule's page: http(s), with ``{rule}`` for its id, ``{language}`` if need be."""
    text = value.text()
    if "{rule}" in text and _PAGE.fullmatch(text.replace("{rule}", "rule").replace("{language}", "fi")):
        return text
    raise value.invalid(
        f"{value.label} {quoted(text)} must be an address with {{rule}} in it, "
        "such as https://example.org/{language}/{rule}.html"
    )


def identifier(value: Value) -> str:
    """A flat kebab-case name of ASCII letters."""
    name = value.text()
    if _KEBAB.fullmatch(name):
        return name
    raise value.invalid(f"{value.label} {quoted(name)} must be kebab-case: a-z, 0-9 and single hyphens")


def localized(value: Value) -> Localized:
    """A text in every language, or one text for all of them."""
    return _localized(value, Value.text, _TEXTS)


def message(value: Value) -> Localized:
    """A localized text that may hold placeholders."""
    return _localized(value, _template, _TEMPLATES)


def _localized(value: Value, read: Callable[[Value], str], shape: Shape) -> Localized:
    if isinstance(value.data, dict):
        return Localized(**shape.read(value))
    text = read(value)
    return Localized(text, text)


def _template(value: Value) -> str:
    text = value.text()
    for found in _PLACEHOLDER.finditer(text):
        if found[1] not in PLACEHOLDERS:
            allowed = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
            raise value.invalid(f"unknown placeholder {quoted(found[0])}. Allowed: {allowed}")
    return text


def bad_example(value: Value) -> Example:
    """An example with at least one mark."""
    found = _noted(example, value)
    if found.marks:
        return found
    raise value.invalid(f"{value.label} must mark with {{…}} what the rule reports")


def good_example(value: Value) -> Example:
    """An example without marks."""
    found = _noted(example, value)
    if not found.marks:
        return found
    raise value.invalid(f"{value.label} must not mark anything: the rule reports nothing in it")


def _noted(read: Callable[[str], T], value: Value) -> T:
    try:
        return read(value.text())
    except NotationError as error:
        raise value.invalid(f"{value.label} {error}") from None


_TEXTS = Shape({"fi": Value.text, "en": Value.text})
_TEMPLATES = Shape({"fi": _template, "en": _template})
_EXAMPLES = Shape({"bad": Each(bad_example), "good": Each(good_example)})


class RuleReader:
    """Reads rules whose word sets may name ``lists``; ``shape`` has the keys of a rule."""

    def __init__(self, lists: WordLists) -> None:
        patterns = Each(PhraseReader(lists))
        self._readers: dict[str, Reader] = {
            "str": base_form,
            "bool": Value.flag,
            "Words": lists.words,
            "WordSet": word_set(lists),
            "PhrasePatterns": patterns,
        }
        kinds = Shape({}, {name: self._pattern_reader(kind) for name, kind in KINDS.items()})
        self.shape = Shape(
            {
                "id": identifier,
                "severity": SEVERITY,
                "match": OneKey(kinds),
                "message": message,
                "why": localized,
                "source": localized,
                "examples": _EXAMPLES.read,
            },
            {
                "enabled": Value.flag,
                "confidence": CONFIDENCE,
                "where": Built(Each(Choice(PLACES)), lambda _, kinds: frozenset().union(*kinds)),
                "unless": patterns,
                "other_sense": word_set(lists),
                "suggestions": suggestions(lists),
                "fix": Choice(APPLICABILITIES),
            },
        )

    def rule(self, value: Value) -> Rule:
        """The rule that ``value`` describes, of no pack yet.

        Raises InvalidError with all its errors.
        """
        found = self.shape.read(value)
        given = found.pop("examples")
        renamed = {_ATTRIBUTES.get(key, key): item for key, item in found.items()}
        return Rule(**renamed, **given, origin=value.file.name)

    def _pattern_reader(self, kind: type[Pattern]) -> Reader:
        readers = {name: self._readers[field_type] for name, field_type in field_types(kind).items()}
        shape = Shape(
            {name: read for name, read in readers.items() if name not in kind._field_defaults},
            {name: read for name, read in readers.items() if name in kind._field_defaults},
        )
        return Built(shape.read, lambda _, found: kind(**found))


@dataclass(frozen=True, slots=True)
class PhraseReader:
    """Reads a phrase pattern with its named lists filled in."""

    lists: WordLists

    def __call__(self, value: Value) -> PhrasePattern:
        """The pattern. Raises InvalidError."""
        return _noted(lambda text: phrase_pattern(text, lambda name: self.lists.named(name, value)), value)


def word_set(lists: WordLists) -> Built[WordSet]:
    """Reads base forms to look up."""
    return Built(lists.words, lambda _, words: frozenset(words))


def suggestions(lists: WordLists) -> Each[SuggestionTemplate]:
    """Reads what to write instead."""
    shape = Shape(
        {"text": Value.text},
        {"note": localized, "cues": word_set(lists), "possessive": Choice(POSSESSIVES)},
    )
    return Each(Built(ShortOrLong(Value.text, shape.read), _suggestion))


def _suggestion(_: Value, content: str | dict[str, Any]) -> SuggestionTemplate:
    """A template that is given as a text, or as a mapping with more."""
    if isinstance(content, str):
        return SuggestionTemplate(content)
    keeps = content.pop("possessive", True)
    return SuggestionTemplate(**content, keeps_possessive=keeps)


def base_form(value: Value) -> str:
    """One word."""
    word = value.text()
    if len(word) <= MAX_WORD_LENGTH and WORD.fullmatch(word):
        return word
    raise value.invalid(f"{value.label} {quoted(word)} must be one word in base form")


def field_types(kind: type[Pattern]) -> dict[str, str]:
    """The fields of a pattern class, and the type of each as its source names it."""
    return {name: annotation.__forward_arg__ for name, annotation in kind.__annotations__.items()}
