"""Terms that are defined differently in two places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.census.counting import census, document_census

if TYPE_CHECKING:
    from termilint.engine import Linter

BUYER = "Asiakas on henkilö, joka ostaa palvelun."


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (BUYER, "asiakas"),
        ("Asiakkaalla tarkoitetaan palvelun ostajaa.", "asiakas"),
        ("Tässä ohjeessa asiakkaalla tarkoitetaan palvelun ostajaa.", "asiakas"),
        ("Kanta-asiakkaalla tarkoitetaan jäsentä.", "kanta-asiakas"),
        ("Palvelun tilannut yritys (jäljempänä Asiakas) maksaa laskun.", "asiakas"),
        ("## Määritelmät\n\n- **Asiakas**: palvelun ostava yritys\n", "asiakas"),
        ("## Käsitteet\n\nAsiakas – joka ostaa palvelun.\n", "asiakas"),
    ],
)
def test_definitions_are_found(text: str, term: str, linter: Linter) -> None:
    assert [stated.term for stated in document_census(linter, text).definitions] == [term]


@pytest.mark.parametrize(
    "text",
    [
        "Mitä asiakkaalla tarkoitetaan?",
        "Asiakas voi olla henkilö tai yritys.",
        "Asiakas on tyytyväinen.",
        "Koivurannan Vesi Oy (jäljempänä Asiakas) maksaa laskun.",
        "Mitä asiakas tarkoittaa sanalla laatu, selviää kyselystä.",
        "Palvelemme asiakkaita.",
    ],
)
def test_other_statements_define_nothing(text: str, linter: Linter) -> None:
    assert document_census(linter, text).definitions == ()


def test_two_meanings_conflict_and_both_places_are_told(linter: Linter) -> None:
    found = census(linter, a=BUYER, b=f"# Ohje\n\n{BUYER}", c="Asiakkaalla tarkoitetaan laskun maksajaa.")
    (conflict,) = found.conflicts
    assert conflict.term == "asiakas"
    places = [[example.site[:2] for example in meaning.examples] for meaning in conflict.meanings]
    assert places == [[("a.md", 1), ("b.md", 3)], [("c.md", 1)]]
    assert conflict.meanings[1].examples[0].text == "Asiakkaalla tarkoitetaan laskun maksajaa."


def test_few_places_of_a_meaning_are_kept_and_all_are_counted(linter: Linter) -> None:
    texts = {f"t{at}": BUYER for at in range(9)}
    (conflict,) = census(linter, **texts, z="Asiakkaalla tarkoitetaan laskun maksajaa.").conflicts
    assert [(meaning.places, len(meaning.examples)) for meaning in conflict.meanings] == [(9, 5), (1, 1)]


def test_the_same_meaning_in_other_words_is_no_conflict(linter: Linter) -> None:
    same = "Asiakkaalla tarkoitetaan henkilöä, joka ostaa palvelun."
    assert census(linter, a=BUYER, b=same).conflicts == ()


def test_terms_are_compared_with_themselves_only(linter: Linter) -> None:
    assert census(linter, a=BUYER, b="Kanta-asiakkaalla tarkoitetaan jäsentä.").conflicts == ()


def test_two_meanings_in_one_document_conflict(linter: Linter) -> None:
    text = f"{BUYER}\n\n## Määritelmät\n\nAsiakas: laskun maksava yritys\n"
    (conflict,) = census(linter, a=text).conflicts
    assert [meaning.examples[0].site.line for meaning in conflict.meanings] == [1, 5]
