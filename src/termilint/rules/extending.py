"""Packs that build on others: what they change of the rules of those."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.rules.changes import changed, misplaced
from termilint.rules.model import RuleSet
from termilint.rules.problems import quoted, refuse, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from termilint.rules.changes import RuleChange
    from termilint.rules.model import Pack
    from termilint.rules.problems import Problem


def extended(rules: RuleSet) -> RuleSet:
    """``rules`` as their packs change them: a pack after those that it extends.

    Raises RuleError for packs and rules that are not there, and for circles.
    """
    if not any(pack.extends_at or pack.changes for pack in rules.packs):
        return rules
    packs = {pack.name: pack for pack in rules.packs}
    refuse(problem for pack in rules.packs for problem in _problems(pack, packs, rules))
    found = {rule.id: rule for rule in rules}
    for pack in _in_order(packs):
        for change in pack.changes:
            found[change.rule_id] = changed(found[change.rule_id], change)
    done = tuple(pack._replace(extends_at=(), changes=()) for pack in rules.packs)
    return RuleSet(found.values(), done)


def _problems(pack: Pack, packs: Mapping[str, Pack], rules: RuleSet) -> Iterator[Problem]:
    for base, where in zip(pack.extends, pack.extends_at, strict=False):
        if base not in packs:
            yield where.problem(f"{unknown('pack', base, packs)}. Name its folder or zip, too")
        elif pack.name in _bases(base, packs):
            yield where.problem(f"pack {quoted(pack.name)} would extend itself by {quoted(base)}")
    allowed = _bases(pack.name, packs) - {pack.name}
    for change in pack.changes:
        yield from _misdirected(change, pack, allowed, rules)


def _misdirected(
    change: RuleChange, pack: Pack, allowed: frozenset[str], rules: RuleSet
) -> Iterator[Problem]:
    rule = rules.get(change.rule_id)
    if rule is None:
        inherited = (rule.id for rule in rules if rule.pack in allowed)
        yield change.where.problem(unknown("rule", change.rule_id, inherited))
    elif rule.pack == pack.name:
        yield change.where.problem(f"{quoted(rule.id)} is a rule of this pack: change it in {rule.origin}")
    elif rule.pack not in allowed:
        message = f"{quoted(rule.id)} is a rule of pack {quoted(rule.pack)}, which this pack does not extend"
        yield change.where.problem(f"{message}: add {rule.pack} to extends")
    else:
        yield from misplaced(change, rule)


def _bases(name: str, packs: Mapping[str, Pack]) -> frozenset[str]:
    """The names of a pack and of all that it builds on."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one in packs and one not in found:
            found.add(one)
            waiting += packs[one].extends
    return frozenset(found)


def _in_order(packs: Mapping[str, Pack]) -> list[Pack]:
    """The packs, each after those that it builds on; of others the order stays."""
    return sorted(packs.values(), key=lambda pack: len(_bases(pack.name, packs)))
