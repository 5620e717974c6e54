"""What a configuration, or a pack that extends another, changes of rules that it has not written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from termilint.rules import schema
from termilint.rules.model import NeedsQualifier, Phrase, Term
from termilint.rules.named import Entry, Lenient, Named, PartialError
from termilint.rules.problems import Problem, quoted, unknown
from termilint.rules.values import Each, Shape, ShortOrLong, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from termilint.model.finding import Severity
    from termilint.rules.model import Pattern, PhrasePatterns, Rule, SuggestionTemplate, WordSet
    from termilint.rules.problems import Where
    from termilint.rules.wordlists import WordLists

WORD_SETS = tuple(
    sorted(name for name, kind in schema.field_types(NeedsQualifier).items() if kind == "WordSet")
)
SWITCHES = {"on": True, "off": False}

_KINDS = {NeedsQualifier: "needs_qualifier", Term: "term", Phrase: "phrase"}
_FOR_ALL = ("enabled", "severity", "suggestions", "unless")


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What is changed of one rule; None leaves what the rule says.

    ``suggestions`` stand in place of the rule's own; ``unless`` is added to the rule's, ``words`` to
    the word sets of its pattern, by the name of the key.
    """

    rule_id: str
    where: Where = field(compare=False)
    enabled: bool | None = None
    severity: Severity | None = None
    suggestions: tuple[SuggestionTemplate, ...] | None = None
    unless: PhrasePatterns = ()
    open_class: bool | None = None
    words: Mapping[str, WordSet] = field(default_factory=dict)


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


def reader(lists: WordLists) -> Lenient[tuple[RuleChange, ...]]:
    """Reads the changes of rules by their ids; words and patterns may name ``lists``."""
    shape = Shape(
        {},
        {
            "enabled": switch,
            "severity": schema.SEVERITY,
            "suggestions": schema.suggestions(lists),
            "unless": Each(schema.PhraseReader(lists)),
            "open_class": Value.flag,
            **dict.fromkeys(WORD_SETS, schema.word_set(lists)),
        },
    )
    return Lenient(Named(ShortOrLong(level, shape.read)), _rule_changes)


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
    content: dict[str, Any] = dict(entry.content)
    sets = {name: content.pop(name) for name in WORD_SETS if name in content}
    return RuleChange(entry.name, entry.where, words=sets, **content)


def misplaced(change: RuleChange, rule: Rule) -> Iterator[Problem]:
    """The errors of a change that speaks of what the rule's kind of pattern does not have."""
    needs_qualifier = isinstance(rule.pattern, NeedsQualifier)
    given = [*change.words, *(["open_class"] if change.open_class is not None else [])]
    if needs_qualifier or not given:
        return
    kind = _KINDS[type(rule.pattern)]
    for key in sorted(given):
        message = f"{quoted(rule.id)} is a {kind} rule, which has no {key}."
        yield change.where.problem(f"{message} Allowed: {', '.join(_FOR_ALL)}")


def changed(rule: Rule, change: RuleChange) -> Rule:
    """``rule`` as ``change`` says."""
    said = change.enabled is not None
    return rule._replace(
        enabled=bool(change.enabled) if said else rule.enabled,
        on_with_pack=bool(change.enabled) if said else rule.on_with_pack,
        severity=change.severity or rule.severity,
        suggestions=rule.suggestions if change.suggestions is None else change.suggestions,
        unless=rule.unless + change.unless,
        pattern=_changed_pattern(rule.pattern, change),
    )


def _changed_pattern(pattern: Pattern, change: RuleChange) -> Pattern:
    if not isinstance(pattern, NeedsQualifier):
        return pattern
    sets = {name: getattr(pattern, name) | words for name, words in change.words.items()}
    for name, other in (("narrows", "does_not_narrow"), ("does_not_narrow", "narrows")):
        if name in change.words:
            sets[other] = sets.get(other, getattr(pattern, other)) - change.words[name]
    open_class = pattern.open_class if change.open_class is None else change.open_class
    return pattern._replace(open_class=open_class, **sets)
