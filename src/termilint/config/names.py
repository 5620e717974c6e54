"""The names in a configuration must be those of rules, packs and terms that there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.errors import ConfigError
from termilint.rules.changes import misplaced
from termilint.rules.model import NeedsQualifier
from termilint.rules.problems import unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from termilint.config.parts import Switch
    from termilint.config.settings import Settings
    from termilint.rules.changes import RuleChange
    from termilint.rules.model import RuleSet
    from termilint.rules.problems import Problem


def refuse(problems: Iterable[Problem]) -> None:
    """Raise ConfigError with all the problems, in file order; return when there are none."""
    lines = tuple(str(problem) for problem in sorted(set(problems)))
    if lines:
        raise ConfigError("the configuration has errors", problems=lines)


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
                yield audience.where.problem(unknown("rule", rule_id, rules.ids))
    terms = {rule.pattern.lemma for rule in rules if isinstance(rule.pattern, NeedsQualifier)}
    for entry in settings.glossary:
        if entry.term not in terms:
            yield entry.where.problem(unknown("glossary term", entry.term, terms))


def _packs(switches: Iterable[Switch], rules: RuleSet) -> Iterator[Problem]:
    names = [pack.name for pack in rules.packs]
    for switch in switches:
        if switch.name not in names:
            yield switch.where.problem(unknown("pack", switch.name, names))


def _rules(changes: Iterable[RuleChange], rules: RuleSet) -> Iterator[Problem]:
    for change in changes:
        rule = rules.get(change.rule_id)
        if rule is None:
            yield change.where.problem(unknown("rule", change.rule_id, rules.ids))
        else:
            yield from misplaced(change, rule)
