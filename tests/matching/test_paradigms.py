"""Every form of asiakas is found; every qualifier silences in every case and number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termilint.engine import Linter
from termilint.matching.triggers import Triggers, literal_stem
from termilint.matching.usage import Label
from termilint.model.source import Source
from termilint.morphology.features import Case, Clitic, Features, Number, Possessive
from termilint.morphology.inflection import Inflector
from termilint.readers import plain
from termilint.rules.model import NeedsQualifier, RuleSet
from termilint.suggestions.rewrite import Rewriter

if TYPE_CHECKING:
    from termilint.morphology.analyzer import Analyzer

CASES = [case for case in Case if case not in (Case.STI, Case.ACCUSATIVE)]
PLURAL_ONLY = (Case.COMITATIVE, Case.INSTRUCTIVE)
ROLE_CASES = (Case.ESSIVE, Case.TRANSLATIVE)
QUALIFIED = [
    "olemassa oleva asiakas",
    "omistaja-asiakas",
    "kanta-asiakas",
    "potentiaalinen asiakas",
    "prospect-asiakas",
    "liiketoiminta-alueen asiakas",
    "suurimman tuoteryhmän asiakas",
    "sisäinen asiakas",
    "maksava asiakas",
    "tilaava asiakas",
    "asiakkaan asiakas",
]


def paradigm(analyzer: Analyzer) -> list[tuple[Features, str]]:
    """Every form of asiakas: cases, numbers, possessives and clitics."""
    inflector = Inflector(analyzer)
    return [
        (features, form)
        for case in CASES
        for number in Number
        for possessive in (None, *Possessive)
        for clitics in ((), (Clitic.KIN,), (Clitic.KAAN,), (Clitic.KO,))
        for features in [Features(case, number, possessive, clitics)]
        for form in inflector.inflect("asiakas", features)
    ]


@pytest.mark.parametrize("prefilter", [True, False], ids=["prefilter", "everything"])
def test_every_form_of_asiakas_is_found(analyzer: Analyzer, shipped_rules: RuleSet, prefilter: bool) -> None:
    linter = Linter(shipped_rules, analyzer, prefilter=prefilter)
    forms = {form for _, form in paradigm(analyzer)}
    assert len(forms) > 600
    silent = [
        form
        for form in sorted(forms)
        if not linter.usages(plain.read(Source("form.txt", f"Nyt {form} näkyy täällä.")))
    ]
    assert silent == []


def test_the_paradigm_has_all_cases_in_both_numbers(analyzer: Analyzer) -> None:
    seen = {(features.case, features.number) for features, _ in paradigm(analyzer)}
    wanted = {(case, number) for case in CASES for number in Number if case not in PLURAL_ONLY}
    assert wanted | {(case, Number.PLURAL) for case in PLURAL_ONLY} <= seen


@pytest.mark.parametrize("qualified", QUALIFIED)
def test_each_qualifier_silences_in_every_case_and_number(
    qualified: str, analyzer: Analyzer, shipped_rules: RuleSet
) -> None:
    linter = Linter(shipped_rules, analyzer)
    rewriter = Rewriter(analyzer)
    reported = []
    for features, form in paradigm(analyzer):
        if features.case in PLURAL_ONLY:
            continue  # *sisäisine asiakkaineen*: adjectives agree without a suffix; no one writes it
        readings = tuple(
            reading
            for reading in analyzer.analyze(form)
            if (reading.case, reading.number) == (features.case, features.number)
        )
        for text in rewriter.rewrites(qualified, form, readings):
            sentence = f"Eilen {text} mainittiin."
            usages = linter.usages(plain.read(Source("form.txt", sentence)))
            assert usages, sentence
            if any(use.usage.label is Label.BARE for use in usages):
                reported.append(sentence)
    assert reported == []


def test_literal_stems_begin_every_form(analyzer: Analyzer, shipped_rules: RuleSet) -> None:
    """The prefilter's literals are never too long, whatever the type of the lemma."""
    inflector = Inflector(analyzer)
    lemmas = {
        "asiakas", "toimija", "sidosryhmä", "kohderyhmä", "resurssi", "massa", "ihminen", "lapsi",
        "vesi", "käsi", "tarve", "perhe", "yritys", "vapaus", "hidas", "kirves", "kerroin", "askel",
        "tytär", "lyhyt", "kevät", "mies", "aika", "kenkä", "hanke", "pöytä", "kunta", "lampi", "ranta",
        "kulta", "parsi", "hapan", "ien", "olut", "kuollut", "suku", "puku", "halki", "kaunis", "ruis",
        "sydän", "työtön", "maa", "suo", "voi", "koe", "kiekko", "tukka", "loppu", "katto", "tulkki",
        "prospekti", "asiakkuus", "poika", "reikä", "sika", "keidas", "varvas", "altis", "rakas",
    }  # fmt: skip
    lemmas |= {r.pattern.lemma for r in shipped_rules if isinstance(r.pattern, NeedsQualifier)}
    too_long = [
        (lemma, form)
        for lemma in sorted(lemmas)
        for case in CASES
        for number in Number
        for form in inflector.inflect(lemma, Features(case, number))
        if not Triggers([literal_stem(lemma)]).found_in(form)
    ]
    assert too_long == []
