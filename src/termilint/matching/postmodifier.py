"""What narrows a noun after it: relative clause, apposition, bracket, name, place; and its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.matching import lexicon
from termilint.matching.head import ends_in
from termilint.matching.noun_phrase import is_agent_noun
from termilint.matching.sentence import COORDINATORS
from termilint.morphology.features import Case, Number, Person, WordClass
from termilint.text.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.matching.use import Use
    from termilint.morphology.analysis import Analysis

_RELATIVE_REACH = 3
_APPOSITION_REACH = 6
_PREDICATE_REACH = 10
_PLACE_CASES = frozenset({Case.ELATIVE, Case.ABLATIVE})
_PLACES = frozenset("ulkomaa alue lähialue maa seutu kunta kaupunki maakunta kylä".split())
_NOUNS = frozenset({WordClass.NOUN, WordClass.NOUN_ADJECTIVE})


def postmodifier(use: Use) -> str:
    """The words after the head that say who is meant; empty if none do."""
    return (
        _relative_clause(use)
        or _or_rather(use)
        or _bracket(use)
        or _name(use)
        or _place(use)
        or _apposition(use)
        or _name_after_comma(use)
        or _customer_of_customer(use)
        or _such_as(use)
        or _predicate(use)
    )


def _such_as(use: Use) -> str:
    """*asiakkaille, kuten kunnille*."""
    after = use.index + 1
    after += use.sentence.form(after) == ","
    if use.sentence.form(after) == "kuten" and use.sentence.is_word(after + 1):
        return use.text(after, after + 2)
    return ""


def _customer_of_customer(use: Use) -> str:
    """*asiakkaan asiakas*: the word that itself says whose customer the next one is."""
    if not use.has_case(Case.GENITIVE):
        return ""
    lemma = use.pattern.lemma
    is_same = use.sentence.any_reading(use.index + 1, lambda r: ends_in(r, lemma))
    return use.text(use.index, use.index + 2) if is_same else ""


def _relative_clause(use: Use) -> str:
    """*asiakkaat, jotka …*; after *ne asiakkaat* the comma may come a few words later."""
    sentence = use.sentence
    reach = _RELATIVE_REACH if use.phrase.has_demonstrative else 0
    for comma in range(use.index + 1, use.index + 2 + reach):
        if sentence.form(comma) == ",":
            return _relative_at(use, comma + 1)
    return _relative_without_comma(use)


def _relative_without_comma(use: Use) -> str:
    """*asiakkaat joilla on kortti*; a singular *joka* may also mean "each"."""
    after = use.index + 1
    if use.sentence.form(after) == "joka":
        return ""
    return _relative_at(use, after) if use.sentence.is_word(after) else ""


def _relative_at(use: Use, index: int) -> str:
    for reading in use.sentence.readings(index):
        if reading.lemma in lexicon.RELATIVE and use.has_number(reading.number or Number.SINGULAR):
            return use.text(index, min(index + 2, len(use.sentence)))
    return ""


def _or_rather(use: Use) -> str:
    """*asiakas eli tilaaja*."""
    after = use.index + 1
    after += use.sentence.form(after) == ","
    if use.sentence.form(after) == "eli" and use.sentence.is_word(after + 1):
        return use.text(after, after + 2)
    return ""


def _bracket(use: Use) -> str:
    """*asiakas (tilaaja)*: the bracket begins with a noun that can stand for the head."""
    sentence, after = use.sentence, use.index + 1
    if sentence.form(after) != "(" or sentence.tokens[after].start == use.token.end:
        return ""
    cases = {reading.case for reading in use.readings} | {Case.NOMINATIVE}
    if sentence.form(after + 1) in lexicon.DEFINITION_WORDS:
        return use.text(after, min(after + 3, len(sentence)))
    while sentence.has_class(after + 1, WordClass.ADVERB):
        after += 1
    if sentence.has_lemma(after + 1, use.pattern.does_not_narrow):
        return ""
    if sentence.any_reading(after + 1, lambda r: r.word_class in _NOUNS and r.case in cases):
        return use.text(after, min(after + 3, len(sentence)))
    return ""


def _name(use: Use) -> str:
    """*asiakas Virtanen*, *asiakkaan {nimi}*, *asiakas A*."""
    sentence, after = use.sentence, use.index + 1
    token = sentence.token(after)
    if token is None or use.is_plural_only:
        return ""
    if token.kind is TokenKind.OPAQUE:
        return token.text if token.text[0] in "%{$" else ""
    if token.kind is TokenKind.NUMBER:
        return token.text if use.has_case(Case.NOMINATIVE) else ""
    if not token.is_word:
        return ""
    return token.text if _names_the_head(use, after) else ""


def _names_the_head(use: Use, after: int) -> bool:
    token, readings = use.sentence.tokens[after], use.sentence.readings(after)
    if not readings:
        return _is_placeholder_name(token.text) or (token.is_capitalized and not use.sentence.is_shouted())
    if not use.sentence.is_name(after):
        return False
    title = use.has_case(Case.NOMINATIVE)
    persons = (WordClass.FIRST_NAME, WordClass.LAST_NAME)
    if title and use.sentence.has_class(after, *persons):
        return True
    cases = {reading.case for reading in use.readings}
    return any(reading.case in cases and reading.word_class.is_proper for reading in readings)


def _is_placeholder_name(text: str) -> bool:
    """True for *xyz*, *A*, *NN*: letters that spell no word."""
    return len(text) <= 4 and not any(letter in "aeiouäö" for letter in text.lower()[1:])


def _place(use: Use) -> str:
    """*asiakkaat Kuopiosta*, *asiakkaat New Yorkista*."""
    sentence = use.sentence
    for after in (use.index + 1, use.index + 2):
        token = sentence.token(after)
        if token is None or not token.is_word:
            return ""
        if use.has_case(Case.NOMINATIVE) and use.sentence.any_reading(
            after, lambda r: r.case in _PLACE_CASES and r.head in _PLACES
        ):
            return use.text(use.index + 1, after + 1)
        if not token.is_capitalized:
            return ""
        if any(r.case in _PLACE_CASES for r in sentence.readings(after)) or (
            not sentence.readings(after) and token.text.endswith(("sta", "stä", "lta", "ltä"))
        ):
            return use.text(use.index + 1, after + 1)
    return ""


def _apposition(use: Use) -> str:
    """*asiakkaamme, kuntalaiset, ansaitsevat*: a noun in the same case between commas, then a verb."""
    sentence, comma = use.sentence, use.index + 1
    if sentence.form(comma) not in (",", "–"):
        return ""
    for at in range(comma + 1, min(comma + _APPOSITION_REACH, len(sentence))):
        if sentence.form(at) == sentence.form(comma):
            return _apposition_between(use, comma, at)
        if sentence.is_finite_verb(at) or sentence.has_lemma(at, lexicon.RELATIVE):
            return ""
    return ""


def _name_after_comma(use: Use) -> str:
    """*asiakkaalle, Maija Meikäläiselle*: a known name in the same case, and no list of names.

    Not in the nominative, where the name of a speaker may follow.
    """
    sentence, start = use.sentence, use.index + 2
    if sentence.form(use.index + 1) != "," or use.is_plural_only:
        return ""
    end = start
    while sentence.is_name(end):
        end += 1
    cases = {reading.case for reading in use.readings} - {Case.NOMINATIVE}
    if not sentence.any_reading(end - 1, lambda r: r.case in cases and r.word_class.is_proper):
        return ""
    following = end + 1 if sentence.form(end) == "," else end
    continues = sentence.form(end) in COORDINATORS or sentence.is_name(following)
    return "" if continues else use.text(start, end)


def _apposition_between(use: Use, first: int, second: int) -> str:
    sentence = use.sentence
    cases = {(reading.case, reading.number) for reading in use.readings}
    head = sentence.any_reading(second - 1, lambda r: r.word_class in _NOUNS and (r.case, r.number) in cases)
    if head and sentence.is_finite_verb(second + 1):
        return use.text(first + 1, second)
    return ""


def _predicate(use: Use) -> str:
    """*Asiakkaamme ovat kuntia*, *asiakkaisiimme kuuluvat kaupungit*: the clause says who they are."""
    sentence = use.sentence
    if not use.has_number(Number.PLURAL) or use.has_case(Case.ESSIVE):
        return ""
    verb = _verb_of_belonging(use)
    if verb is None:
        return ""
    for at in _until_clause_end(use, verb + 1):
        if sentence.any_reading(at, lambda r: r.number is Number.PLURAL and _can_be_predicate(use, r)):
            return use.text(verb, at + 1)
    return ""


def _verb_of_belonging(use: Use) -> int | None:
    for at in (use.index + 1, use.index + 2):
        if use.sentence.has_lemma(at, lexicon.PREDICATIVE_VERBS) and use.sentence.any_reading(
            at, lambda r: r.person is Person.THIRD
        ):
            return at
        if not use.sentence.has_class(at, WordClass.ADVERB):
            return None
    return None


def _until_clause_end(use: Use, start: int) -> Iterator[int]:
    for at in range(start, min(start + _PREDICATE_REACH, len(use.sentence))):
        token = use.sentence.tokens[at]
        if use.sentence.is_finite_verb(at) or (token.kind is TokenKind.MARK and token.text not in ",."):
            return
        if use.sentence.form(at) not in COORDINATORS:
            yield at


def _can_be_predicate(use: Use, reading: Analysis) -> bool:
    if reading.case not in (Case.NOMINATIVE, Case.PARTITIVE):
        return False
    holders = use.pattern.people | use.pattern.organisations | use.pattern.speakers
    return reading.head in holders or is_agent_noun(reading)
