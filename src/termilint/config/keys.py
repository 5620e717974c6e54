"""The keys of a configuration: one table from which the file is read and its JSON Schema is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from termilint.config.parts import Audience, GlossaryTerm, Override, RuleChange, Switch, Where
from termilint.config.settings import ENGINES, NEVER, REPEATS
from termilint.globs import GlobError, Globs
from termilint.messages import LANGUAGES
from termilint.rules import schema
from termilint.rules.model import NeedsQualifier, SuggestionTemplate, WordSet
from termilint.rules.problems import InvalidError, quoted, shown, unknown
from termilint.rules.values import Built, Choice, Each, Shape, ShortOrLong, Value
from termilint.rules.wordlists import WordLists

if TYPE_CHECKING:
    from termilint.rules.problems import Problem

Read = Callable[[Value], Any]
T = TypeVar("T")

EXCEPT = "except"
WORD_SETS = tuple(
    sorted(
        {*(name for name, kind in schema.field_types(NeedsQualifier).items() if kind == "WordSet"), EXCEPT}
    )
)
SWITCHES = {"on": True, "off": False}
MAX_FINDINGS = 1_000_000

_NO_LISTS = WordLists({})


class Entry(NamedTuple):
    """A key that the user names, its place, and what was read there."""

    name: str
    where: Where
    content: Any


class PartialError(InvalidError):
    """Some entries are wrong; ``found`` is what the others give, so that their names are checked too."""

    def __init__(self, problems: Iterable[Problem], found: Any) -> None:
        super().__init__(problems)
        self.found = found


@dataclass(frozen=True, slots=True)
class Named:
    """Reads a mapping whose keys the user chooses."""

    item: Read

    def __call__(self, value: Value) -> tuple[Entry, ...]:
        """The entries in the order of the file. Raises InvalidError with the errors of all."""
        problems: list[Problem] = []
        entries: list[Entry] = []
        for name, member in value.members().items():
            try:
                entries.append(Entry(name, _where_of_key(value, name), self.item(member)))
            except InvalidError as error:
                problems.extend(error.problems)
        if problems:
            raise PartialError(problems, tuple(entries))
        return tuple(entries)


@dataclass(frozen=True, slots=True)
class Lenient(Built[T]):
    """Builds also from what is right of a structure with errors; PartialError brings it along."""

    def __call__(self, value: Value) -> T:
        """What ``build`` gives."""
        try:
            structure = self.structure(value)
        except PartialError as error:
            found, problems = _partly(self.build, value, error.found)
            raise PartialError([*error.problems, *problems], found) from None
        return self.build(value, structure)


def _partly(
    build: Callable[[Value, Any], Any], value: Value, structure: Any
) -> tuple[Any, tuple[Problem, ...]]:
    try:
        return build(value, structure), ()
    except PartialError as error:
        return error.found, error.problems


def words(value: Value) -> WordSet:
    """Base forms: a list, or a text with spaces between them."""
    return frozenset(_NO_LISTS.words(value))


def switch(value: Value) -> bool:
    """True or false, or the words on and off."""
    if isinstance(value.data, bool):
        return value.data
    return value.choice(SWITCHES)


def level(value: Value) -> dict[str, object]:
    """The short form of a rule: on, off or a severity, which also turns it on."""
    if isinstance(value.data, bool):
        return {"enabled": value.data}
    name = value.text()
    if name in SWITCHES:
        return {"enabled": SWITCHES[name]}
    if name in schema.SEVERITIES:
        return {"enabled": True, "severity": schema.SEVERITIES[name]}
    raise value.invalid(unknown(f"severity of {value.label}", name, (*SWITCHES, *schema.SEVERITIES)))


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


def _rule_changes(value: Value, entries: tuple[Entry, ...]) -> tuple[RuleChange, ...]:
    changes = tuple(_rule_change(entry) for entry in entries)
    problems = [problem for entry in entries for problem in _conflicts(value, entry)]
    if problems:
        raise PartialError(problems, changes)
    return changes


def _conflicts(value: Value, entry: Entry) -> list[Problem]:
    both = entry.content.get("narrows", frozenset()) & entry.content.get("does_not_narrow", frozenset())
    return [
        value.key_problem(entry.name, f"{quoted(word)} is both in narrows and in does_not_narrow")
        for word in sorted(both)
    ]


def _rule_change(entry: Entry) -> RuleChange:
    content = dict(entry.content)
    sets = {name: content.pop(name) for name in WORD_SETS if name in content}
    return RuleChange(entry.name, entry.where, words=sets, **content)


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
    return Audience(template, _where_of(value), given.get("rules", ()))


def _glossary(_: Value, entries: tuple[Entry, ...]) -> tuple[GlossaryTerm, ...]:
    return tuple(_term(entry) for entry in entries)


def _term(entry: Entry) -> GlossaryTerm:
    if isinstance(entry.content, str):
        return GlossaryTerm(entry.name, entry.content, entry.where)
    return GlossaryTerm(entry.name, entry.content["definition"], entry.where, entry.content.get("files", ()))


def _override(value: Value, content: dict[str, Any]) -> Override:
    if len(content) == 1:
        raise value.invalid(f"{value.label} changes nothing: it lacks packs, rules or severity")
    return Override(where=_where_of(value), **content)


def _where_of(value: Value) -> Where:
    return Where(value.file.name, *value.place)


def _where_of_key(value: Value, key: str) -> Where:
    problem = value.key_problem(key, "")
    return Where(problem.file, problem.line, problem.column)


GLOBS = Each(glob)
SEVERITY = Choice(schema.SEVERITIES)
PACKS = Lenient(Named(switch), _switches)
RULE = Shape(
    {},
    {
        "enabled": switch,
        "severity": SEVERITY,
        "open_class": Value.flag,
        **dict.fromkeys(WORD_SETS, words),
    },
)
RULES = Lenient(Named(ShortOrLong(level, RULE.read)), _rule_changes)
AUDIENCE = Shape(
    {"text": Value.text},
    {
        "note": schema.source,
        "cues": words,
        "possessive": Choice(schema.POSSESSIVES),
        "rules": Each(schema.identifier),
    },
)
TERM = Shape({"definition": Value.text}, {"files": GLOBS})
OVERRIDE = Shape({"files": GLOBS}, {"packs": PACKS, "rules": RULES, "severity": SEVERITY})

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
    "min_severity": SEVERITY,
    "fail_level": Choice({**schema.SEVERITIES, NEVER: None}),
    "max_findings": count,
    "baseline": Value.text,
}
