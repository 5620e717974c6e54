"""The names in a configuration must be those of rules, packs and terms that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.errors import ConfigError
from termilint.rules.model import NeedsQualifier, Phrase, Rule, RuleSet, Term
from termilint.rules.problems import Problem, quoted, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from termilint.config.parts import RuleChange, Switch, Where
    from termilint.config.settings import Settings

_KINDS = {NeedsQualifier: "needs_qualifier", Term: "term", Phrase: "phrase"}


def refuse(problems: Iterable[Problem]) -> None:
    """Raise ConfigError with all the problems, in file order; return when there are none."""
    lines = tuple(str(problem) for problem in sorted(set(problems)))
    if lines:
        raise ConfigError("the configuration has errors", problems=lines)


def problem_at(where: Where, message: str) -> Problem:
    """An error at a place of the configuration."""
    return Problem(where.file, where.line, where.column, message)


def wrong_names(settings: Settings, rules: RuleSet) -> tuple[Problem, ...]:
    """The names that nothing in ``rules`` has, and the word sets that their rule has no use for."""
    return tuple(_problems(settings, rules))


def _problems(settings: Settings, rules: RuleSet) -> Iterator[Problem]:
    yield from _packs(settings.packs, rules)
    yield from _rules(settings.rules, rules)
    for override in settings.overrides:
        yield from _packs(override.packs, rules)
        yield from _rules(override.rules, rules)
    for audience in settings.audiences:
        for rule_id in audience.rules:
            if rule_id not in rules:
                yield problem_at(audience.where, unknown("rule", rule_id, rules.ids))
    terms = {rule.pattern.lemma for rule in rules if isinstance(rule.pattern, NeedsQualifier)}
    for entry in settings.glossary:
        if entry.term not in terms:
            yield problem_at(entry.where, unknown("glossary term", entry.term, terms))


def _packs(switches: Iterable[Switch], rules: RuleSet) -> Iterator[Problem]:
    names = [pack.name for pack in rules.packs]
    for switch in switches:
        if switch.name not in names:
            yield problem_at(switch.where, unknown("pack", switch.name, names))


def _rules(changes: Iterable[RuleChange], rules: RuleSet) -> Iterator[Problem]:
    for change in changes:
        rule = rules.get(change.rule_id)
        if rule is None:
            yield problem_at(change.where, unknown("rule", change.rule_id, rules.ids))
        else:
            yield from _misplaced(change, rule)


def _misplaced(change: RuleChange, rule: Rule) -> Iterator[Problem]:
    allowed = allowed_keys(rule)
    given = [*change.words, *(["open_class"] if change.open_class is not None else [])]
    for key in sorted(set(given).difference(allowed)):
        kind = _KINDS[type(rule.pattern)]
        message = f"{quoted(rule.id)} is a {kind} rule, which has no {key}."
        yield problem_at(change.where, f"{message} Allowed: {', '.join((*allowed, 'enabled', 'severity'))}")


def allowed_keys(rule: Rule) -> tuple[str, ...]:
    """The keys with which a configuration can change the pattern of a rule."""
    if isinstance(rule.pattern, Term):
        return ("except",)
    if isinstance(rule.pattern, NeedsQualifier):
        from termilint.config.keys import EXCEPT, WORD_SETS

        return (*(name for name in WORD_SETS if name != EXCEPT), "open_class")
    return ()
