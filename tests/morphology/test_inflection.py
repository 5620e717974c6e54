"""Lemmas in, inflected forms out: what a suggestion will read like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termilint.morphology.features import Case, Clitic, Comparison, Features, Number, Possessive

if TYPE_CHECKING:
    from termilint.morphology.analyzer import Analyzer

SINGULAR, PLURAL = Number.SINGULAR, Number.PLURAL
OURS, HERS = Possessive.FIRST_PLURAL, Possessive.THIRD
MORE = Comparison.COMPARATIVE
LEMMAS = ("asiakas", "käyttäjä", "ihminen", "kokemus", "kanta-asiakas", "potilas", "kunta")

FEATURES = st.builds(
    Features,
    st.sampled_from(list(Case)),
    st.sampled_from(list(Number)),
    st.none() | st.sampled_from(list(Possessive)),
    st.sampled_from(((), (Clitic.KIN,), (Clitic.KAAN,), (Clitic.KO,))),
)


@pytest.mark.parametrize(
    ("lemma", "features", "form"),
    [
        (
            "käyttäjä",
            Features(Case.ALLATIVE, PLURAL, OURS, (Clitic.KIN,)),
            "käyttäjillemmekin",
        ),
        ("ihminen", Features(Case.GENITIVE, PLURAL), "ihmisten"),
        ("asiakas", Features(Case.GENITIVE, PLURAL), "asiakkaiden"),
        ("asiakas", Features(Case.ALLATIVE, SINGULAR, HERS), "asiakkaalleen"),
        ("asiakas", Features(Case.NOMINATIVE, PLURAL, OURS), "asiakkaamme"),
        ("asiakas", Features(Case.GENITIVE, SINGULAR, OURS), "asiakkaamme"),
        ("kanta-asiakas", Features(Case.ILLATIVE), "kanta-asiakkaaseen"),
        ("palvelunkäyttäjä", Features(Case.ESSIVE, SINGULAR, HERS), "palvelunkäyttäjänään"),
        ("lapsi", Features(Case.COMITATIVE, PLURAL, HERS), "lapsineen"),
        ("jalka", Features(Case.INSTRUCTIVE, PLURAL), "jaloin"),
        ("ihmislähtöinen", Features(Case.STI), "ihmislähtöisesti"),
        (
            "ihmislähtöinen",
            Features(Case.INSTRUCTIVE, PLURAL, comparison=MORE),
            "ihmislähtöisemmin",
        ),
        ("hyvä", Features(comparison=MORE), "parempi"),
        ("hyvä", Features(Case.STI), "hyvin"),
        ("hyvä", Features(Case.PARTITIVE, PLURAL, comparison=Comparison.SUPERLATIVE), "parhaita"),
        ("tilaama", Features(Case.ALLATIVE, PLURAL), "tilaamille"),
        ("koettu", Features(Case.ILLATIVE), "koettuun"),
        ("maksanut", Features(Case.PARTITIVE, PLURAL), "maksaneita"),
        ("myyminen", Features(Case.ELATIVE), "myymisestä"),
        ("lähtöisyys", Features(Case.GENITIVE), "lähtöisyyden"),
        ("opinto", Features(Case.ILLATIVE, PLURAL, Possessive.FIRST_SINGULAR), "opintoihini"),
        ("markkinat", Features(Case.ALLATIVE, PLURAL), "markkinoille"),
        ("Kuopio", Features(Case.INESSIVE), "Kuopiossa"),
        ("EU", Features(Case.GENITIVE), "EU:n"),
        ("B2B-tilaaja", Features(Case.GENITIVE, PLURAL), "B2B-tilaajien"),
        ("vanhempi", Features(Case.GENITIVE, PLURAL), "vanhempien"),
        ("tilaama", Features(Case.GENITIVE), "tilaaman"),
        ("laki", Features(Case.INESSIVE), "laissa"),
        ("siivous", Features(Case.GENITIVE), "siivouksen"),
        ("hän", Features(Case.ALLATIVE), "hänelle"),
    ],
)
def test_the_first_form_is_the_usual_one(
    analyzer: Analyzer, lemma: str, features: Features, form: str
) -> None:
    assert analyzer.inflect(lemma, features)[0] == form


@pytest.mark.parametrize(
    ("lemma", "features", "usual", "rare"),
    [
        ("asiakas", Features(Case.GENITIVE, PLURAL), "asiakkaiden", "asiakkaitten"),
        ("tarve", Features(Case.ILLATIVE, PLURAL), "tarpeisiin", "tarpeihin"),
        ("palvelu", Features(Case.GENITIVE, PLURAL), "palvelujen", "palveluiden"),
        ("palvelu", Features(Case.PARTITIVE, PLURAL), "palveluita", "palveluja"),
        ("lukija", Features(Case.ALLATIVE, PLURAL), "lukijoille", "lukijille"),
        ("asiakas", Features(Case.ADESSIVE, PLURAL, HERS), "asiakkaillaan", "asiakkaillansa"),
    ],
)
def test_rarer_variants_come_later(
    analyzer: Analyzer, lemma: str, features: Features, usual: str, rare: str
) -> None:
    forms = analyzer.inflect(lemma, features)
    assert forms[0] == usual
    assert rare not in forms or forms.index(rare) > 0


@pytest.mark.parametrize("lemma", ["", "-", "asdfgh", "tweetti", "a" * 400, "[Ln]", "asiakkaalle", "maksaa"])
def test_what_is_no_lemma_of_a_nominal_has_no_forms(analyzer: Analyzer, lemma: str) -> None:
    assert analyzer.inflect(lemma, Features(Case.INESSIVE)) == ()


def test_what_finnish_does_not_have_is_not_offered(analyzer: Analyzer) -> None:
    assert analyzer.inflect("asiakas", Features(Case.ACCUSATIVE)) == ()
    assert analyzer.inflect("asiakas", Features(Case.STI)) == ()
    assert analyzer.inflect("asiakas", Features(comparison=MORE)) == ()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lemma=st.sampled_from(LEMMAS), features=FEATURES)
def test_every_generated_form_is_read_back_with_the_wanted_features(
    analyzer: Analyzer, lemma: str, features: Features
) -> None:
    for form in analyzer.inflect(lemma, features):
        assert (lemma, features) in {(r.lemma, r.features) for r in analyzer.analyze(form)} or (
            features.case is Case.STI
        )


@pytest.mark.parametrize("form", ["asiakkaillemmekin", "kokemuksistamme", "kanta-asiakkaitaan", "maksavien"])
def test_the_features_of_a_form_give_the_form_back(analyzer: Analyzer, form: str) -> None:
    reading = analyzer.analyze(form)[0]
    assert reading.features is not None
    assert form in analyzer.inflect(reading.lemma, reading.features)


def test_a_reading_without_case_has_no_features(analyzer: Analyzer) -> None:
    assert [reading.features for reading in analyzer.analyze("maksaisimme")] == [None]


def test_a_difficult_lemma_does_not_search_forever(analyzer: Analyzer) -> None:
    assert analyzer.inflect("asiakas" * 36, Features(Case.INESSIVE, PLURAL)) is not None


@pytest.mark.parametrize(
    ("lemma", "features", "untagged"),
    [
        ("käyttäjä", Features(Case.ALLATIVE, PLURAL, clitics=(Clitic.KO,)), "käyttäjillekös"),
        ("ostaja", Features(Case.ALLATIVE), "ostajallehan"),
        ("ihmislähtöinen", Features(Case.STI), "ihmislähtöisemmästi"),
    ],
)
def test_endings_without_a_tag_are_no_variants(
    analyzer: Analyzer, lemma: str, features: Features, untagged: str
) -> None:
    assert untagged not in analyzer.inflect(lemma, features)
