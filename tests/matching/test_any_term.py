"""Nothing is special about asiakas: another noun is guarded by a rule alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termilint.engine import Linter
from termilint.model.source import Source
from termilint.readers import plain
from termilint.rules import packs

if TYPE_CHECKING:
    from pathlib import Path

    from termilint.morphology.analyzer import Analyzer

RULE = """
rules:
  - id: bare-sidosryhma
    severity: info
    match:
      needs_qualifier:
        lemma: sidosryhmä
        does_not_narrow: [$determiners, $quantities, $evaluations]
        speakers: [$speakers]
        people: [$people]
        organisations: [$organisations, $places]
        mention_nouns: [$mention_nouns]
        narrows: [rahoittaja]
    message: {fi: "Keitä sidosryhmä on?", en: "Which stakeholders?"}
    why: {fi: "Lukija ei tiedä.", en: "Readers cannot know."}
    source: oma
    suggestions: [kumppani]
    examples:
      bad: ["Kuulemme {sidosryhmiä}."]
      good: ["Kuulemme kunnan sidosryhmiä."]
"""


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Tapaamme sidosryhmiä syksyllä.", "bare"),
        ("Tapaamme kaikkia sidosryhmiämme syksyllä.", "bare"),
        ("Tapaamme ulkoisia sidosryhmiä syksyllä.", "modifier"),
        ("Kaupungin sidosryhmät tapaavat syksyllä.", "genitive"),
        ("Ydinsidosryhmät tapaavat syksyllä.", "compound"),
        ("Sidosryhmät, joilla on aikaa, tapaavat syksyllä.", "clause"),
        ("Sana sidosryhmä on outo.", "mention"),
    ],
)
def test_an_organisation_can_guard_another_term(
    text: str, label: str, tmp_path: Path, analyzer: Analyzer
) -> None:
    path = tmp_path / "omat.yaml"
    path.write_text(RULE, encoding="utf-8")
    linter = Linter(packs.load([path]), analyzer)
    (use,) = linter.usages(plain.read(Source("case.txt", text)))
    assert (use.rule_id, use.usage.label.value) == ("bare-sidosryhma", label)
