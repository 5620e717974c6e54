"""What a word form means: readings as the rest of the program sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termilint.morphology.features import (
    Case,
    Clitic,
    Comparison,
    Mood,
    Number,
    Participle,
    Person,
    Possessive,
    WordClass,
)

if TYPE_CHECKING:
    from termilint.morphology.analysis import Analysis
    from termilint.morphology.analyzer import Analyzer


@pytest.mark.parametrize(
    ("form", "lemma", "parts"),
    [
        ("asiakas", "asiakas", ("asiakas",)),
        ("ASIAKKAILLEMME", "asiakas", ("asiakas",)),
        ("kanta-asiakkaita", "kanta-asiakas", ("kanta", "asiakas")),
        ("asiakaskokemuksemme", "asiakaskokemus", ("asiakas", "kokemus")),
        ("palvelunkäyttäjille", "palvelunkäyttäjä", ("palvelu", "käyttäjä")),
        ("asiakaslähtöisesti", "asiakaslähtöinen", ("asiakas", "lähtöinen")),
        ("Kuopiossa", "Kuopio", ("Kuopio",)),
        ("Ison-Britannian", "Iso-Britannia", ("iso", "Britannia")),
        ("EU:n", "EU", ("EU",)),
        ("EU-asiakkaan", "EU-asiakas", ("EU", "asiakas")),
        ("helsinkiläiset", "helsinkiläinen", ("helsinkiläinen",)),
        ("kahdenkymmenen", "kaksikymmentä", ("kaksi", "kymmentä")),
    ],
)
def test_a_form_gives_its_lemma_and_compound_parts(
    analyzer: Analyzer, form: str, lemma: str, parts: tuple[str, ...]
) -> None:
    assert (lemma, parts) in {(r.lemma, r.parts) for r in analyzer.analyze(form)}


@pytest.mark.parametrize(
    ("form", "lemma", "parts"),
    [
        ("B2B-asiakkaat", "b2b-asiakas", ("b2b", "asiakas")),
        ("VIP-asiakas", "vip-asiakas", ("vip", "asiakas")),
        ("prospect-asiakkaille", "prospect-asiakas", ("prospect", "asiakas")),
        ("asiakas-sanan", "asiakas-sana", ("asiakas", "sana")),
        ("kanta-asiakas-sanan", "kanta-asiakas-sana", ("kanta", "asiakas", "sana")),
    ],
)
def test_an_unknown_compound_is_read_by_what_follows_its_last_hyphen(
    analyzer: Analyzer, form: str, lemma: str, parts: tuple[str, ...]
) -> None:
    assert {(r.lemma, r.parts) for r in analyzer.analyze(form)} == {(lemma, parts)}


@pytest.mark.parametrize("form", ["", "-", "asdfgh", "b2b-", "-qwerty", "asiakas–sana", "🙂", "a" * 300])
def test_what_is_no_finnish_word_has_no_reading(analyzer: Analyzer, form: str) -> None:
    assert analyzer.analyze(form) == ()


def test_a_derived_noun_tells_what_it_is_derived_from(analyzer: Analyzer) -> None:
    (reading,) = analyzer.analyze("asiakkuuden")
    assert reading.parts == ("asiakkuus",)
    assert reading.roots == ("asiakas",)


def test_the_first_half_of_a_suspended_compound_is_a_prefix(analyzer: Analyzer) -> None:
    (reading,) = analyzer.analyze("asiakas-")
    assert (reading.word_class, reading.lemma, reading.parts) == (WordClass.PREFIX, "asiakas-", ("asiakas",))


def test_the_second_half_of_a_suspended_compound_keeps_its_hyphen(analyzer: Analyzer) -> None:
    (reading,) = analyzer.analyze("-asiakkaille")
    assert (reading.lemma, reading.parts, reading.case) == ("-asiakas", ("asiakas",), Case.ALLATIVE)


@pytest.mark.parametrize(
    ("form", "lemma", "participle", "verb"),
    [
        ("maksavien", "maksava", Participle.PRESENT_ACTIVE, "maksaa"),
        ("maksettava", "maksettava", Participle.PRESENT_PASSIVE, "maksaa"),
        ("maksaneelle", "maksanut", Participle.PAST_ACTIVE, "maksaa"),
        ("koettuun", "koettu", Participle.PAST_PASSIVE, "kokea"),
        ("tilaamamme", "tilaama", Participle.AGENT, "tilata"),
        ("maksamattoman", "maksamaton", Participle.NEGATIVE, "maksaa"),
    ],
)
def test_a_participle_is_an_adjective_that_knows_its_verb(
    analyzer: Analyzer, form: str, lemma: str, participle: Participle, verb: str
) -> None:
    readings = [r for r in analyzer.analyze(form) if r.participle]
    assert {(r.lemma, r.participle, r.verb, r.word_class) for r in readings} == {
        (lemma, participle, verb, WordClass.ADJECTIVE)
    }


def test_a_noun_from_a_verb_is_listed_as_a_noun(analyzer: Analyzer) -> None:
    (reading,) = analyzer.analyze("myymiseen")
    assert (reading.lemma, reading.word_class, reading.verb) == ("myyminen", WordClass.NOUN, "myydä")
    assert reading.case is Case.ILLATIVE


def test_before_a_possessive_suffix_three_forms_look_the_same(analyzer: Analyzer) -> None:
    readings = analyzer.analyze("palvelunsa")
    assert {(r.case, r.number) for r in readings} == {
        (Case.NOMINATIVE, Number.SINGULAR),
        (Case.NOMINATIVE, Number.PLURAL),
        (Case.GENITIVE, Number.SINGULAR),
    }
    assert {r.possessive for r in readings} == {Possessive.THIRD}


def test_the_genitive_plural_differs_also_before_a_suffix(analyzer: Analyzer) -> None:
    assert [(r.case, r.number) for r in analyzer.analyze("palvelujensa")] == [(Case.GENITIVE, Number.PLURAL)]


def test_clitics_and_suffixes_are_told_apart(analyzer: Analyzer) -> None:
    (reading,) = analyzer.analyze("käyttäjillemmekin")
    assert (reading.case, reading.number) == (Case.ALLATIVE, Number.PLURAL)
    assert (reading.possessive, reading.clitics) == (Possessive.FIRST_PLURAL, (Clitic.KIN,))


def test_han_and_pa_change_nothing(analyzer: Analyzer) -> None:
    assert analyzer.analyze("asiakaspa") == analyzer.analyze("asiakashan") == analyzer.analyze("asiakas")


@pytest.mark.parametrize(
    ("form", "lemma", "comparison"),
    [
        ("parempaan", "hyvä", Comparison.COMPARATIVE),
        ("parhaiden", "hyvä", Comparison.SUPERLATIVE),
        ("ylimmän", "ylin", None),
        ("aiemmasta", "aiempi", None),
    ],
)
def test_degrees_are_marked_unless_the_lemma_has_them(
    analyzer: Analyzer, form: str, lemma: str, comparison: Comparison | None
) -> None:
    assert {(r.lemma, r.comparison) for r in analyzer.analyze(form)} == {(lemma, comparison)}


def test_vanhempi_is_a_parent_and_somebody_older(analyzer: Analyzer) -> None:
    found = {(r.lemma, r.comparison) for r in analyzer.analyze("vanhemmille")}
    assert found == {("vanhempi", None), ("vanha", Comparison.COMPARATIVE)}


def _verb(analyzer: Analyzer, form: str) -> Analysis:
    (reading,) = analyzer.analyze(form)
    return reading


def test_verbs_have_mood_person_and_number(analyzer: Analyzer) -> None:
    reading = _verb(analyzer, "olisitteko")
    assert (reading.word_class, reading.lemma) == (WordClass.VERB, "olla")
    assert (reading.mood, reading.person, reading.number) == (Mood.CONDITIONAL, Person.SECOND, Number.PLURAL)
    assert reading.clitics == (Clitic.KO,)


def test_the_passive_is_a_person_and_a_connegative_is_negative(analyzer: Analyzer) -> None:
    assert _verb(analyzer, "maksetaan").person is Person.PASSIVE
    assert _verb(analyzer, "makseta").negative
    assert not _verb(analyzer, "maksetaan").negative


def test_the_negation_verb_has_a_class_of_its_own(analyzer: Analyzer) -> None:
    reading = _verb(analyzer, "emme")
    assert (reading.word_class, reading.lemma, reading.person) == (WordClass.NEGATION, "ei", Person.FIRST)


def test_numbers_in_digits_are_numerals(analyzer: Analyzer) -> None:
    assert [(r.word_class, r.lemma) for r in analyzer.analyze("500")] == [(WordClass.NUMERAL, "500")]


def test_a_compound_is_not_about_a_person_called_like_its_first_part(analyzer: Analyzer) -> None:
    assert {r.parts for r in analyzer.analyze("maa-asetus")} == {("maa", "asetus")}


@pytest.mark.parametrize("form", ["puuohjaus", "asiakaslähtöinen", "kuorma-auto", "linja-auto"])
def test_compounds_spelled_as_finnish_wants_are_known(analyzer: Analyzer, form: str) -> None:
    assert analyzer.analyze(form)


@pytest.mark.parametrize("form", ["kuormaauto", "linjaauto"])
def test_a_missing_hyphen_between_like_vowels_makes_a_word_unknown(analyzer: Analyzer, form: str) -> None:
    assert analyzer.analyze(form) == ()


def test_the_same_question_gives_the_same_answer(analyzer: Analyzer) -> None:
    assert analyzer.analyze("asiakkaan") is analyzer.analyze("Asia\u00adkkaan")
