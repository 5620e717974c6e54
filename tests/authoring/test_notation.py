"""A rule that is shown is the rule: read again it is the same."""

from __future__ import annotations

import pytest

from termilint.authoring.notation import rule_file
from termilint.rules import packs
from termilint.rules.model import Localized, Rule
from termilint.rules.packs import load_shipped


def read_again(rule: Rule) -> Rule:
    [found] = packs.read_bytes("r.yaml", rule_file(rule).encode()).rules
    return found._replace(pack=rule.pack, origin=rule.origin, on_with_pack=rule.on_with_pack, page=rule.page)


@pytest.mark.parametrize("rule", load_shipped(), ids=lambda rule: rule.id)
def test_every_shipped_rule(rule: Rule) -> None:
    assert read_again(rule) == rule


def test_all_that_a_rule_can_say() -> None:
    from termilint.model.document import BlockKind
    from termilint.model.finding import Confidence
    from termilint.model.fix import Applicability
    from termilint.rules.model import SuggestionTemplate
    from termilint.rules.syntax import phrase_pattern

    [first, *_] = load_shipped()
    rule = first._replace(
        confidence=Confidence.LOW,
        where=frozenset({BlockKind.HEADING, BlockKind.QUOTE}),
        enabled=False,
        applicability=Applicability.SAFE,
        unless=(phrase_pattern("=yes *2 no|=on", lambda _: ()),),
        why=Localized("Sama: #1 'kaikille'.", "Sama: #1 'kaikille'."),
        suggestions=(
            SuggestionTemplate("1.0", Localized("a", "b"), frozenset({"työ", "no"}), keeps_possessive=False),
            SuggestionTemplate("ei"),
        ),
    )
    assert read_again(rule) == rule
