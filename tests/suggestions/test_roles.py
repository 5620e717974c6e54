"""The literate cases of ``roles.md``: which role word fits the text around the word."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from termilint.engine import Linter
from termilint.model.source import Source
from termilint.readers import plain
from termilint.rules.model import RuleSet, SuggestionTemplate
from termilint.suggestions.roles import cue_beginnings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.morphology.analyzer import Analyzer

CASES = Path(__file__).parent / "roles.md"
_MARK = re.compile(r"\[([^\]]+)\]\{([^{}]+)\}")


def cases() -> Iterator[object]:
    for number, line in enumerate(CASES.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("- "):
            yield pytest.param(line[2:], id=str(number))


def suggested(text: str, linter: Linter) -> list[str]:
    """The base forms of the suggestions for the one finding in ``text``."""
    [finding] = [
        finding
        for finding in linter.check(plain.read(Source("case.txt", text)))
        if finding.rule_id == "bare-asiakas"
    ]
    return [suggestion.base for suggestion in finding.suggestions]


@pytest.fixture(scope="module")
def linter(analyzer: Analyzer, shipped_rules: RuleSet) -> Linter:
    return Linter(shipped_rules, analyzer)


@pytest.mark.parametrize("case", list(cases()))
def test_a_fitting_word_is_among_the_first_three(case: str, linter: Linter) -> None:
    mark = _MARK.search(case)
    assert mark is not None
    wanted = set(mark.group(2).split("|"))
    offered = suggested(_MARK.sub(r"\1", case), linter)
    assert wanted.intersection(offered) or wanted.intersection(word.split()[-1] for word in offered), offered


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("hoitaja", "hoitaja hoitajia"),
        ("ihminen", "ihminen ihmisiä"),
        ("koti", "koti kodin"),
        ("aika", "aikaa ajan"),
        ("vesi", "vesi veden"),
        ("opas", "opas oppaan"),
        ("annos", "annos annokset"),
        ("rengas", "rengas renkaat"),
        ("kohdata", "kohdata kohtaan"),
        ("suunnitella", "suunnitella suunnittelen"),
        ("ostaa", "ostaa ostin"),
        ("lukea", "lukea luin"),
        ("iho", "iho ihoa"),
    ],
)
def test_forms_begin_with_the_beginning_of_their_cue(lemma: str, forms: str) -> None:
    assert all(form.startswith(cue_beginnings(lemma)) for form in forms.split())


def test_an_organisations_own_word_comes_first_where_its_cue_is(
    analyzer: Analyzer, shipped_rules: RuleSet
) -> None:
    rule = shipped_rules.get("bare-asiakas")
    assert rule
    own = SuggestionTemplate("laituripaikan haltija", cues=frozenset({"laituri"}), is_own=True)
    rules = RuleSet((rule._replace(suggestions=(own, *rule.suggestions)),))
    linter = Linter(rules, analyzer)
    texts = {"Asiakas maksaa laiturin vuokran.": True, "Asiakas maksaa ostokset kassalla.": False}
    for text, is_first in texts.items():
        (found,) = linter.check(plain.read(Source("case.txt", text)))
        assert (found.suggestions[0].base == own.text) is is_first
