"""``unless`` and ``where`` hold for every kind of rule, with and without the prefilter."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from termilint.engine import Linter
from termilint.matching.phrases import matches_of
from termilint.matching.sentence import Sentence
from termilint.model.document import BlockKind
from termilint.model.source import Source
from termilint.model.span import TextSpan
from termilint.readers import markdown
from termilint.rules.model import NeedsQualifier, Pattern, Phrase, Rule, RuleSet, Term
from termilint.rules.packs import load_shipped
from termilint.rules.syntax import phrase_pattern

if TYPE_CHECKING:
    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.model import PhrasePattern

[BASE, *_] = load_shipped()


def phrase(text: str) -> PhrasePattern:
    return phrase_pattern(text, lambda name: [name])


KINDS: dict[str, Pattern] = {
    "term": Term(("koira",)),
    "phrase": Phrase((phrase("koira"),)),
    "needs_qualifier": NeedsQualifier("koira"),
}
each_kind = pytest.mark.parametrize("kind", KINDS)


def rule(kind: str, unless: tuple[str, ...] = (), where: frozenset[BlockKind] = frozenset()) -> Rule:
    patterns = tuple(map(phrase, unless))
    return BASE._replace(
        id="koe", pattern=KINDS[kind], enabled=True, suggestions=(), unless=patterns, where=where
    )


def found(text: str, one: Rule, analyzer: Analyzer) -> list[str]:
    document = markdown.READER.read(Source("a.md", text))
    results = {
        tuple(
            finding.sentence
            for finding in Linter(RuleSet((one,)), analyzer, prefilter=prefilter).check(document)
        )
        for prefilter in (True, False)
    }
    [sentences] = results
    return list(sentences)


@each_kind
def test_unless(kind: str, analyzer: Analyzer) -> None:
    text = "Koira haukkui. Koiran elämää vietettiin. Näin koiria ja kissoja. Näin koiria ja lintuja."
    silent = rule(kind, ("koira elämä", "koira ja kissa"))
    assert found(text, silent, analyzer) == ["Koira haukkui.", "Näin koiria ja lintuja."]
    assert len(found(text, rule(kind), analyzer)) == 4


@each_kind
def test_where(kind: str, analyzer: Analyzer) -> None:
    text = "---\ntitle: Koira alussa\n---\n\n# Koira otsikossa\n\nKoira tekstissä.\n\n> Koira lainassa.\n"
    places = {
        BlockKind.FRONT_MATTER: "Koira alussa",
        BlockKind.HEADING: "Koira otsikossa",
        BlockKind.PARAGRAPH: "Koira tekstissä.",
        BlockKind.QUOTE: "Koira lainassa.",
    }
    for where, sentence in places.items():
        assert found(text, rule(kind, where=frozenset({where})), analyzer) == [sentence]
    assert found(text, rule(kind, where=frozenset(places)), analyzer) == list(places.values())
    assert found(text, rule(kind), analyzer) == list(places.values())


def test_many_gaps_cost_their_sum_and_not_their_product(
    analyzer: Analyzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten gaps of three over a sentence where every word fits: 4¹⁰ ways, but few places."""
    pattern = phrase("talo" + " *3 talo" * 9 + " kissa")
    text = "talo " * 60 + "koira"
    sentence = Sentence(text, TextSpan(0, len(text)), analyzer)
    asked = count()
    fills = Sentence.is_word
    monkeypatch.setattr(Sentence, "is_word", lambda self, at: (next(asked), fills(self, at))[1])
    assert matches_of((pattern,), sentence) == []
    assert next(asked) < 60 * 20 * 60
