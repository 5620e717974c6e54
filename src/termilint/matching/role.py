"""Roles and address: the person is named otherwise, or is spoken to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.matching import lexicon
from termilint.matching.noun_phrase import is_agent_noun
from termilint.morphology.features import Case, Mood, Person, WordClass
from termilint.text.tokens import TokenKind

if TYPE_CHECKING:
    from termilint.matching.use import Use
    from termilint.morphology.analysis import Analysis

_ADDRESS_MARKS = frozenset(",!.:–…")


def role(use: Use) -> str:
    """*asiakkaana*, *asiakkaaksi*, *olet asiakas*: what makes the word only a role; empty if nothing."""
    if use.has_case(Case.ESSIVE, Case.TRANSLATIVE):
        return use.token.text
    return _predicate_of_person(use)


def _predicate_of_person(use: Use) -> str:
    if not use.has_case(Case.NOMINATIVE, Case.PARTITIVE):
        return ""
    verb = _copula_before(use)
    if verb is None:
        return ""
    subject = _subject(use, verb)
    return use.text(subject, use.index + 1) if subject is not None else ""


def _copula_before(use: Use) -> int | None:
    """The form of *olla* just before the noun phrase; adverbs may stand between."""
    at = use.phrase.start - 1
    while use.sentence.has_class(at, WordClass.ADVERB) and not _is_copula(use, at):
        at -= 1
    return at if _is_copula(use, at) else None


def _is_copula(use: Use, index: int) -> bool:
    return use.sentence.any_reading(
        index,
        lambda r: (
            (r.verb or r.lemma) in lexicon.COPULA
            and r.case in (None, Case.NOMINATIVE)
            and (r.mood is None or r.mood.is_finite or r.mood is Mood.A_INFINITIVE)
        ),
    )


def _subject(use: Use, verb: int) -> int | None:
    """The token that shows who is in the role: the verb's person, or the word before the verb."""
    sentence, at = use.sentence, verb
    while _is_copula(use, at) or sentence.has_class(at, WordClass.NEGATION, WordClass.ADVERB):
        if sentence.any_reading(at, lambda r: r.person in (Person.FIRST, Person.SECOND)):
            return at
        at -= 1
    if sentence.any_reading(at, lambda r: _can_be_in_a_role(use, r)):
        return at
    if sentence.is_name(at) and sentence.has_case(at, Case.NOMINATIVE):
        return at
    asked = verb + 1
    if asked < use.index and sentence.has_lemma(asked, lexicon.PERSONAL_PRONOUNS):
        return verb
    return None


def _can_be_in_a_role(use: Use, reading: Analysis) -> bool:
    if reading.case is not Case.NOMINATIVE:
        return False
    if reading.word_class is WordClass.PRONOUN:
        return True
    holders = use.pattern.people | use.pattern.organisations
    return reading.head in holders or is_agent_noun(reading)


def address(use: Use) -> str:
    """*Hyvä asiakas,*, *Arvoisat asiakkaamme!*: a greeting at the start, and the end of an address."""
    sentence, start = use.sentence, use.phrase.start
    opens = sentence.starts_sentence(start) or sentence.tokens[start].is_capitalized
    if not use.has_case(Case.NOMINATIVE) or not opens:
        return ""
    greeted = any(sentence.has_lemma(at, use.pattern.greetings) for at in range(start, use.index))
    return use.text(start, use.index + 1) if greeted and _address_ends(use) else ""


def _address_ends(use: Use) -> bool:
    after = use.sentence.token(use.index + 1)
    if after is None:
        return True
    if after.text == ",":
        return not use.sentence.has_lemma(use.index + 2, lexicon.RELATIVE)
    if after.kind is TokenKind.MARK:
        return after.text in _ADDRESS_MARKS
    return after.is_word and after.is_capitalized
