"""Every shipped rule and list keeps the promises of the rule format."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
import yaml

from termilint.engine import literals_of_rules
from termilint.morphology.analyzer import open_analyzer
from termilint.rules import packs
from termilint.rules.model import Localized, NeedsQualifier, Phrase, Rule, RuleSet, Term, Word
from termilint.rules.packs import load_shipped, shipped_folder
from termilint.rules.syntax import MARKS

if TYPE_CHECKING:
    from termilint.morphology.analyzer import Analyzer

RULES = load_shipped(compiled=False)
LISTS: dict[str, list[str]] = {
    name: " ".join([words] if isinstance(words, str) else words).split()
    for path in shipped_folder().rglob("*.yaml")
    for name, words in yaml.safe_load(path.read_bytes()).get("lists", {}).items()
}
NO_DICTIONARY_WORDS = frozenset({"client_server", "software"})  # names of protocols and programs
SLANG = frozenset(
    {"asiakashype", "asiakasinsight", "prospektointi"}
)  # rules for words that the dictionary does not know

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@cache
def analyzer() -> Analyzer:
    return open_analyzer()


def lemmas(word: str) -> set[str]:
    return {reading.lemma for reading in analyzer().analyze(word)}


def own_words(rule: Rule) -> set[str]:
    pattern = rule.pattern
    if isinstance(pattern, Term):
        return set(pattern.words)
    if isinstance(pattern, NeedsQualifier):
        return {pattern.lemma}
    return set()


def phrase_words(rule: Rule) -> list[Word]:
    patterns = rule.pattern.patterns if isinstance(rule.pattern, Phrase) else ()
    elements = [element for phrase in (*patterns, *rule.unless) for element in phrase.elements]
    return [element for element in elements if isinstance(element, Word)]


def words_of(rule: Rule) -> set[str]:
    return own_words(rule) | {lemma for word in phrase_words(rule) for lemma in word.lemmas}


def test_there_are_rules_and_lists() -> None:
    assert len(RULES) >= 30
    assert [pack.name for pack in RULES.packs] == ["asiakas", "finnish", "ihmiset"]
    assert len(set(RULES.ids)) == len(RULES.rules)


def test_people_as_things_are_off_until_asked_for() -> None:
    off = {rule.id: rule for rule in RULES if rule.pack == "ihmiset"}
    assert len(off) >= 12
    assert not any(rule.enabled for rule in off.values())
    assert all(rule.on_with_pack for rule in off.values())
    switched_on = RuleSet(rule._replace(enabled=True) for rule in off.values())
    own, default = (set().union(*literals_of_rules(rules)) for rules in (switched_on, RULES))
    assert not own & default


def test_nothing_is_special_about_asiakas() -> None:
    guarded = {rule.pattern.lemma for rule in RULES if isinstance(rule.pattern, NeedsQualifier)}
    assert guarded == {"asiakas", "kohderyhmä", "resurssi", "sidosryhmä", "toimija"}


def test_every_list_entry_is_unique_within_its_list() -> None:
    repeated = {name: sorted({w for w in words if words.count(w) > 1}) for name, words in LISTS.items()}
    assert not any(repeated.values()), repeated


@pytest.mark.parametrize("name", sorted(set(LISTS) - NO_DICTIONARY_WORDS))
def test_list_words_are_base_forms(name: str) -> None:
    assert [word for word in LISTS[name] if word not in lemmas(word)] == []


def test_lists_are_broad() -> None:
    sizes = {name: len(words) for name, words in LISTS.items()}
    assert sizes["people"] >= 250
    assert sizes["organisations"] >= 200


def test_a_speaker_is_nothing_else() -> None:
    narrowing = {*LISTS["people"], *LISTS["organisations"], *LISTS["places"], *LISTS["services"]}
    assert not narrowing.intersection(LISTS["speakers"])


def test_an_evaluation_does_not_tell_who_is_meant() -> None:
    telling = "uusi nykyinen maksava potentiaalinen mahdollinen sisäinen ulkomainen iäkäs nuori vakituinen"
    silent = {*LISTS["evaluations"], *LISTS["determiners"], *LISTS["quantities"]}
    assert not silent.intersection(telling.split())


@each_rule
def test_id_pack_and_origin(rule: Rule) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id)
    assert rule.pack in ("asiakas", "ihmiset")
    assert rule.origin.startswith(f"{rule.pack}/")


@each_rule
def test_message_is_one_kind_sentence(rule: Rule) -> None:
    for text in (rule.message.fi, rule.message.en):
        assert text.count("{match}") + text.count("{word}") == 1
        assert re.fullmatch(r"[^.!?]+[.]", text), text
        assert len(text) <= 140
    assert re.search(r"”\{(match|word)\}”", rule.message.fi)
    assert re.search(r"“\{(match|word)\}”", rule.message.en)
    scolding = r"\b(älä|väärin|virhe|huono|never|wrong|bad|don't|must)\b"
    assert not re.search(scolding, f"{rule.message.fi} {rule.message.en}", re.IGNORECASE)


@each_rule
def test_reasons_and_sources_are_sentences(rule: Rule) -> None:
    for text in (rule.why.fi, rule.why.en):
        assert text.endswith(".")
        assert len(text) >= 40
    assert rule.source.fi
    assert rule.source.en


@each_rule
def test_texts_are_translated(rule: Rule) -> None:
    notes = [suggestion.note for suggestion in rule.suggestions if suggestion.note]
    for text in (rule.message, rule.why, rule.source, *notes):
        assert isinstance(text, Localized)
        assert text.fi != text.en


@each_rule
def test_examples_are_many_and_varied(rule: Rule) -> None:
    assert len(rule.bad) >= 3
    assert len(rule.good) >= 3
    texts = [example.text for example in (*rule.bad, *rule.good)]
    assert len(set(texts)) == len(texts)
    forms = {example.text[start:end].lower() for example in rule.bad for start, end in example.spans}
    assert len(forms) >= 2


@each_rule
def test_words_of_patterns_are_base_forms(rule: Rule) -> None:
    if rule.id not in SLANG:
        assert [word for word in sorted(words_of(rule)) if word not in lemmas(word)] == []


@each_rule
def test_exact_forms_are_finnish(rule: Rule) -> None:
    if rule.id not in SLANG:
        forms = {form for word in phrase_words(rule) for form in word.forms}
        assert [form for form in sorted(forms - MARKS) if not lemmas(form)] == []


@each_rule
def test_suggestions_are_finnish_and_clear(rule: Rule) -> None:
    flagged = set(rule.pattern.words) if isinstance(rule.pattern, Term) else set()
    for suggestion in rule.suggestions:
        for word in suggestion.text.split():
            assert lemmas(word), word
            assert not flagged.intersection(lemmas(word))
        assert [cue for cue in sorted(suggestion.cues) if cue not in lemmas(cue)] == []
    assert len({suggestion.text for suggestion in rule.suggestions}) == len(rule.suggestions)


@each_rule
def test_rewrites_are_forms_of_suggestions(rule: Rule) -> None:
    allowed = {
        lemma for suggestion in rule.suggestions for word in suggestion.text.split() for lemma in lemmas(word)
    }
    rewrites = [mark.replacement for example in rule.bad for mark in example.marks if mark.replacement]
    for word in " ".join(rewrites).split():
        assert allowed.intersection(lemmas(word)), word


def test_yaml_files_are_composed_and_end_with_a_line_end() -> None:
    import unicodedata

    for path in packs.shipped_folder().rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text)
        assert text.endswith("\n")
        assert "\t" not in text
