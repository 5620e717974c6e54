"""Which of several correct forms is the usual one.

Finnish has free variants, above all in the plural (*asiakkaiden*, *asiakkaitten*). Each rule below says
which endings are rare, old-fashioned or colloquial for which lemmas; a form that meets more of them
comes later.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from termilint.morphology.features import Case, Comparison, Features, Number

if TYPE_CHECKING:
    from collections.abc import Callable

# What may follow a case ending: a possessive suffix (which replaces a final n or t) and clitics.
_TAIL = r"(?:n?s[aä]|ni|si|mme|nne|[aä]n|en|n)?(?:kin|kaan|kään|ko|kö)*$"
_V = "aeiouyäö"
# Nouns like naapuri: the vowel before the last consonant is short and has a consonant before it.
_LIGHT_I_STEM = f"[^{_V}][{_V}][rln]i"
# Nouns like sanasto and merkintä, whose plural stem keeps the strong grade and a j.
_PLAIN_STEM = "(?:st[oö]|nt[aäoö])"
_BACK, _FRONT = frozenset("aou"), frozenset("äöy")


class Rule(NamedTuple):
    """A form that matches ``rare`` is less usual for lemmas that match ``lemma``, in these features.

    Both are patterns of :mod:`re`, compiled when first needed: most runs need few of them.
    """

    applies: Callable[[Features], bool]
    lemma: str
    rare: str
    weight: int


def best_first(
    lemma: str, features: Features, forms: list[str], is_second_choice: Callable[[str], bool]
) -> tuple[str, ...]:
    """Return ``forms`` of ``lemma``, the most usual first.

    ``is_second_choice`` tells what needs more than the form's letters; it weighs as much as a rule.
    """
    if len(forms) < 2:
        return tuple(forms)
    rules = [rule for rule in _RULES if rule.applies(features) and re.search(rule.lemma, lemma.lower())]

    def order(form: str) -> tuple[int, int, str]:
        marks = sum(rule.weight for rule in rules if re.search(rule.rare, form))
        marks += is_second_choice(form) + _breaks_harmony(lemma.lower(), form)
        return marks, len(form), form

    return tuple(sorted(forms, key=order))


def _breaks_harmony(lemma: str, form: str) -> bool:
    """Tell whether a back-vowel lemma has a front-vowel ending; both occur for loans like *aktiviteetti*."""
    letters = set(lemma)
    return bool(letters & _BACK) and not letters & _FRONT and bool(set(form) & _FRONT)


def _plural(case: Case) -> Callable[[Features], bool]:
    return lambda features: features.case is case and features.number is Number.PLURAL


def _any_plural(features: Features) -> bool:
    return features.number is Number.PLURAL


def _always(_features: Features) -> bool:
    return True


def _suffix_can_be_short(features: Features) -> bool:
    """The third person suffix is -nsa after vowelless case endings, else usually vowel + n."""
    return features.case not in (Case.NOMINATIVE, Case.GENITIVE)


def _is_superlative(features: Features) -> bool:
    return features.comparison is Comparison.SUPERLATIVE


def _rule(applies: Callable[[Features], bool], lemma: str, rare: str, weight: int = 1) -> Rule:
    return Rule(applies, lemma, rare, weight)


_GENITIVE = _plural(Case.GENITIVE)
_PARTITIVE = _plural(Case.PARTITIVE)
_ILLATIVE = _plural(Case.ILLATIVE)

_RULES = (
    # asiakkaiden before asiakkaitten
    _rule(_GENITIVE, "", "itte" + _TAIL),
    # käyttäjien before käyttäjäin, tekstien before tekstein
    _rule(_GENITIVE, "", "[aäeouyö]i" + _TAIL, weight=4),
    # ihmisten, kokemusten, eläinten, suurten before ihmisien, kokemuksien, eläimien, suurien
    _rule(_GENITIVE, f"(?:nen|[uyoöe]s|n|t|(?:^|[^{_V}])[{_V}]{{1,2}}[rln]i)$", "[^td]ie" + _TAIL),
    # asiakkaiden, kauniiden before asiakasten, kaunisten
    _rule(_GENITIVE, "[aäi]s$", "ste" + _TAIL),
    # palvelujen, leipurien before palveluiden, leipureiden
    _rule(_GENITIVE, "[uyi]$", "ide" + _TAIL),
    # laatikoiden, ravintoloiden before laatikkojen, ravintolojen
    _rule(_GENITIVE, "[oöaä]$", "je" + _TAIL),
    # but sanastojen, merkintöjen before sanastoiden, merkinnöiden
    _rule(_GENITIVE, f"{_PLAIN_STEM}$", "ide" + _TAIL, weight=2),
    _rule(_PARTITIVE, f"{_PLAIN_STEM}$", "[oö]it[aä]" + _TAIL, weight=2),
    # tuntemattomien, tuntemattomana before tuntematonten, tuntematonna
    _rule(_GENITIVE, "t[oö]n$", "nte" + _TAIL, weight=2),
    _rule(_always, "t[oö]n$", "nn[aä]" + _TAIL),
    # palveluita, laatikoita, naapureita before palveluja, laatikkoja, naapureja
    _rule(_PARTITIVE, f"(?:[^i]|{_LIGHT_I_STEM})$", "j[aä]" + _TAIL),
    # kulttuureja before kulttuureita
    _rule(_PARTITIVE, f"(?<!{_LIGHT_I_STEM[:-1]})i$", "eit[aä]" + _TAIL),
    # tarpeisiin before tarpeihin
    _rule(_ILLATIVE, "", "(?<=[eaäoöuy])ihi" + _TAIL),
    # käyttäjille before käyttäjöille, but lukijoille before lukijille
    _rule(_any_plural, "[^i]j[aä]$", "j[oö]i"),
    _rule(_any_plural, "ij[aä]$", "j[ie][^j]*$"),
    # ongelmia before ongelmoita, korkeiden before korkeoiden
    _rule(_any_plural, "(?:m[aä]|e[aä]|v[aä])$", "[oö][ij]"),
    # asiakkaalleen before asiakkaallensa
    _rule(_suffix_can_be_short, "", "ns[aä](?:kin|kaan|kään|ko|kö)*$"),
    # hänellä before hällä
    _rule(_always, "^hän$", "^häl"),
    # merkittävä is not merkittäväinen
    _rule(_always, "(?<!ine)[aä]$", "v[aä]i(?:nen|s)"),
    # parhain is rarer than paras, which is also shorter; kivoin before kivin
    _rule(_is_superlative, "^[^aou]*[eiaäöy][^aouei]*a$", "[^o]i(?:n|mm|mp)"),
)
