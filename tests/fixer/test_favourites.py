"""Of several words, a text keeps to one: the people of one document have one name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from termilint.engine import Linter
from termilint.fixer import fix
from termilint.model.source import Source
from termilint.runner import check_source

if TYPE_CHECKING:
    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.model import RuleSet


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "Asiakas lainaa kirjan.\n\nAsiakas käy kirjastossa.\n\nAsiakas lainaa lehden.\n",
            "Lainaaja lainaa kirjan.\n\nLainaaja käy kirjastossa.\n\nLainaaja lainaa lehden.\n",
            id="the word of most places, where it is offered",
        ),
        pytest.param(
            "Asiakas lainaa kirjan.\n\nAsiakas lainaa kirjan taas.\n\nAsiakas odottaa leikkausta.\n",
            "Lainaaja lainaa kirjan.\n\nLainaaja lainaa kirjan taas.\n\nPotilas odottaa leikkausta.\n",
            id="another word where it is not",
        ),
        pytest.param(
            "Asiakas käy kirjastossa.\n",
            "Kuntalainen käy kirjastossa.\n",
            id="the first word of a single place",
        ),
    ],
)
def test_the_word_that_fits_most_places(
    before: str, after: str, analyzer: Analyzer, shipped_rules: RuleSet
) -> None:
    check = partial(check_source, checker=Linter(shipped_rules, analyzer))
    fixed = fix(check(Source("a.md", before)), check, unsafe=True)
    assert fixed.result.source.text == after
    assert fix(fixed.result, check, unsafe=True).fixed == 0


def test_without_leave_nothing_is_chosen(analyzer: Analyzer, shipped_rules: RuleSet) -> None:
    check = partial(check_source, checker=Linter(shipped_rules, analyzer))
    fixed = fix(check(Source("a.md", "Asiakas lainaa kirjan. Asiakas saa kortin.")), check)
    assert (fixed.fixed, fixed.left.unsafe) == (0, 2)
