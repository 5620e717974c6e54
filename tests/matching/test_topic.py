"""What a document is about tells which sense of a word is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termilint.engine import Linter
from termilint.matching.usage import Label
from termilint.model.source import Source
from termilint.readers import markdown

if TYPE_CHECKING:
    from termilint.model.document import Document
    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.model import RuleSet

SENTENCE = "Asiakas lähettää tunnisteen ja odottaa."


def document(text: str) -> Document:
    return markdown.read(Source("ohje.md", text))


def label(text: str, rules: RuleSet, analyzer: Analyzer) -> Label:
    linter = Linter(rules, analyzer)
    return linter.usages(document(text))[0].usage.label


@pytest.mark.parametrize(
    "before",
    [
        "Viestit kulkevat MQTT-protokollalla TCP:n päällä, ja TLS salaa ne.",
        "## HTTP ja TLS\n\nMolemmat on kuvattu asiakaskirjastoissa ja REST-oppaassa.",
        "Klusterissa on Kubernetesin kuormantasaaja, ja IP-osoitteet jakaa DHCP.",
    ],
)
def test_many_technical_words_anywhere_mean_client_programs(
    before: str, shipped_rules: RuleSet, analyzer: Analyzer
) -> None:
    text = f"# Ohje\n\n{before}\n\nVälimuisti nopeuttaa.\n\n{SENTENCE}"
    assert label(text, shipped_rules, analyzer) is Label.SOFTWARE


@pytest.mark.parametrize(
    "before",
    [
        "",
        "Osoite on https://example.org/mqtt/tcp/tls/http.",
        "Palvelemme torilla. Palvelija auttaa.",
        "Myymme palvelimia.",
        "TCP, TLS, DNS ja MQTT kuuluvat hintaan. Asiakaspalvelu neuvoo.",
    ],
)
def test_addresses_likenesses_and_sellers_mean_people(
    before: str, shipped_rules: RuleSet, analyzer: Analyzer
) -> None:
    assert label(f"{before}\n\n{SENTENCE}", shipped_rules, analyzer) is Label.BARE


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Asiakasmatka alkaa hakukoneesta.", 1),
        ("# Matkalaskut\n\nAsiakasmatka alkaa kotoa.", 0),
        ("Asiakasmatka alkaa kotoa. Päiväraha maksetaan jälkikäteen.", 0),
        ("Soitimme prospektille.", 1),
        ("Rahastosta on julkaistu prospekti.", 0),
    ],
)
def test_a_worn_word_in_another_sense_is_left_alone(
    text: str, found: int, shipped_rules: RuleSet, analyzer: Analyzer
) -> None:
    assert len(Linter(shipped_rules, analyzer).check(document(text))) == found


def test_a_form_that_only_its_parts_are_known_of_is_found(shipped_rules: RuleSet, analyzer: Analyzer) -> None:
    assert not analyzer.analyze("asiakaskeskeisempi")
    [finding] = Linter(shipped_rules, analyzer).check(document("Malli on asiakaskeskeisempi."))
    assert finding.rule_id == "asiakaskeskeinen"
