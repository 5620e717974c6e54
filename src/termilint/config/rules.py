"""The rules as a project wants them: those of the program, its own, and what it changes of them."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from termilint.errors import ConfigError
from termilint.rules.built_in import BUILT_IN
from termilint.rules.model import NeedsQualifier, Rule, RuleSet
from termilint.rules.shipped import shipped_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from termilint.config.parts import Audience, Override, Switch
    from termilint.config.settings import Settings
    from termilint.model.finding import Severity
    from termilint.rules.changes import RuleChange


def shipped_and_own(settings: Settings) -> RuleSet:
    """The rules of the program and those of the files that the settings name, as their packs say.

    Raises :class:`RuleError` with every error of the files, :class:`ConfigError` for two packs of one
    name.
    """
    rules = shipped_rules().merged(RuleSet(BUILT_IN))
    if not settings.rule_files:
        return rules
    # What reads rule files is slow to import.
    from termilint.rules import packs
    from termilint.rules.extending import extended

    rules = rules.merged(packs.load(settings.rule_files))
    _refuse_clashes(rules)
    return extended(rules)


def _refuse_clashes(rules: RuleSet) -> None:
    names = Counter(pack.name for pack in rules.packs)
    if twice := [name for name, number in names.items() if number > 1]:
        problems = tuple(f'pack name "{name}" is used twice' for name in twice)
        raise ConfigError("the packs clash", problems=problems)


def load_rules(settings: Settings) -> RuleSet:
    """The rules that hold where no override speaks.

    Raises :class:`RuleError` for rule files with errors, :class:`ConfigError` for a configuration
    that names what is not there.
    """
    rules = shipped_and_own(settings)
    if settings.rule_pages:
        rules = _mapped(rules, partial(_with_page, settings.rule_pages))
    if not settings.changes_rules:
        return rules
    from termilint.config.names import refuse, wrong_names

    refuse(wrong_names(settings, rules))
    return _offering(_changed(rules, settings.packs, settings.rules), settings.audiences)


def _with_page(page: str, rule: Rule) -> Rule:
    return rule if rule in BUILT_IN else rule._replace(page=page)


def with_overrides(rules: RuleSet, overrides: Iterable[Override]) -> RuleSet:
    """``rules`` as the overrides change them, one after the other."""
    for override in overrides:
        rules = _changed(rules, override.packs, override.rules, override.severity)
    return rules


def _changed(
    rules: RuleSet,
    switches: Iterable[Switch],
    changes: Iterable[RuleChange],
    severity: Severity | None = None,
) -> RuleSet:
    """What is said of a rule outweighs what is said of its pack or of all rules."""
    from termilint.rules.changes import changed

    said = {switch.name: switch.enabled for switch in switches}
    by_id = {change.rule_id: change for change in changes}

    def change(rule: Rule) -> Rule:
        if rule.pack in said:
            rule = rule._replace(enabled=said[rule.pack] and rule.on_with_pack)
        if severity:
            rule = rule._replace(severity=severity)
        return changed(rule, by_id[rule.id]) if rule.id in by_id else rule

    return _mapped(rules, change)


def _offering(rules: RuleSet, audiences: Iterable[Audience]) -> RuleSet:
    """``rules`` whose first suggestions are the organisation's own words."""
    given = tuple(audiences)

    def offer(rule: Rule) -> Rule:
        own = tuple(audience.template._replace(is_own=True) for audience in given if _belongs(audience, rule))
        texts = {template.text for template in own}
        rest = tuple(template for template in rule.suggestions if template.text not in texts)
        return rule._replace(suggestions=own + rest) if own else rule

    return _mapped(rules, offer) if given else rules


def _belongs(audience: Audience, rule: Rule) -> bool:
    return rule.id in audience.rules if audience.rules else isinstance(rule.pattern, NeedsQualifier)


def _mapped(rules: RuleSet, change: Callable[[Rule], Rule]) -> RuleSet:
    return RuleSet(tuple(map(change, rules)), rules.packs)
