"""Roles and address: the person is named otherwise, or is spoken to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.matching import lexicon
from termilint.matching.noun_phrase import is_agent_noun
from termilint.morphology.features import Case, Clitic, Mood, Person, WordClass
from termilint.text.tokens import TokenKind

if TYPE_CHECKING:
    from termilint.matching.use import Use
    from termilint.morphology.analysis import Analysis

_ADDRESS_MARKS = frozenset("!.:–…")
_LONGEST_ADDRESS = 8
_INFINITIVES = (Mood.A_INFINITIVE, Mood.MA_INFINITIVE)


def role(use: Use) -> str:
    """*asiakkaana*, *asiakkaaksi*, *olet asiakas*: what makes the word only a role; empty if nothing."""
    if use.has_case(Case.ESSIVE, Case.TRANSLATIVE):
        return use.token.text
    return _predicate_of_person(use)


def _predicate_of_person(use: Use) -> str:
    if not _can_be_predicate(use):
        return ""
    verb = _copula_before(use)
    subject = _subject(use, verb) if verb is not None else _subject_of_becoming(use)
    if subject is None:
        subject = _subject_after_verb(use)
    return use.text(subject, use.index + 1) if subject is not None else ""


def _can_be_predicate(use: Use) -> bool:
    """True in the nominative and the plural partitive; not for *olemme asiakkaita varten*."""
    if use.sentence.form(use.index + 1) in lexicon.PURPOSE:
        return False
    return use.has_case(Case.NOMINATIVE) or (use.has_case(Case.PARTITIVE) and use.is_plural_only)


def _copula_before(use: Use) -> int | None:
    """The form of *olla* before the noun phrase; adverbs and *meille*, *meillä* may stand between."""
    at = use.phrase.start - 1
    while not _is_copula(use, at) and _may_stand_between(use, at):
        at -= 1
    return at if _is_copula(use, at) else None


def _may_stand_between(use: Use, index: int) -> bool:
    return use.sentence.any_reading(
        index,
        lambda r: (
            r.word_class is WordClass.ADVERB
            or (r.word_class is WordClass.PRONOUN and r.case in (Case.ALLATIVE, Case.ADESSIVE))
        ),
    )


def _subject_of_becoming(use: Use) -> int | None:
    """*Sinusta tulee asiakkaamme*: who comes to be in the role stands in the elative."""
    verb = use.phrase.start - 1
    becomes = use.sentence.has_lemma(verb, lexicon.BECOMING)
    return verb - 1 if becomes and use.sentence.has_case(verb - 1, Case.ELATIVE) else None


def _subject_after_verb(use: Use) -> int | None:
    """*Onko yrityksesi jo asiakkaamme?*: the verb opens the clause, the subject follows."""
    at = use.phrase.start - 1
    while use.sentence.has_class(at, WordClass.ADVERB):
        at -= 1
    follows = _is_copula(use, at - 1) and use.sentence.any_reading(at, lambda r: _can_be_in_a_role(use, r))
    return at - 1 if follows and use.sentence.any_reading(at - 1, lambda r: Clitic.KO in r.clitics) else None


def _is_copula(use: Use, index: int) -> bool:
    return use.sentence.any_reading(
        index,
        lambda r: (
            (r.verb or r.lemma) in lexicon.COPULA
            and (r.case in (None, Case.NOMINATIVE) or r.mood is Mood.MA_INFINITIVE)
            and (r.mood is None or r.mood.is_finite or r.mood in _INFINITIVES)
        ),
    )


def _subject(use: Use, verb: int) -> int | None:
    """The token that shows who is in the role: the verb's person, or the word before the verb."""
    sentence, at = use.sentence, verb
    while _is_copula(use, at) or _belongs_to_copula(use, at):
        if sentence.any_reading(at, lambda r: r.person in (Person.FIRST, Person.SECOND)):
            return at
        at -= 1
    if sentence.any_reading(at, lambda r: r.person in (Person.FIRST, Person.SECOND)):
        return at
    if sentence.any_reading(at, lambda r: _can_be_in_a_role(use, r)):
        return at
    if sentence.is_name(at) and sentence.has_case(at, Case.NOMINATIVE):
        return at
    asked = verb + 1
    if asked < use.index and sentence.has_lemma(asked, lexicon.PERSONAL_PRONOUNS):
        return verb
    return None


def _belongs_to_copula(use: Use, index: int) -> bool:
    """True for *eivät*, *koskaan* and *tule* in *eivät koskaan tule olemaan*."""
    sentence = use.sentence
    becomes = sentence.has_lemma(index, lexicon.BECOMING) and _is_copula(use, index + 1)
    return becomes or sentence.has_class(index, WordClass.NEGATION, WordClass.ADVERB)


def _can_be_in_a_role(use: Use, reading: Analysis) -> bool:
    if reading.case is not Case.NOMINATIVE:
        return False
    if reading.word_class is WordClass.PRONOUN:
        return True
    holders = use.pattern.people | use.pattern.organisations | use.pattern.speakers
    return reading.head in holders or is_agent_noun(reading)


def address(use: Use) -> str:
    """*Hyvä asiakas,*, *Arvoisat asiakkaamme ja kumppanimme!*: a greeting between marks, and no verb."""
    if not use.has_case(Case.NOMINATIVE):
        return ""
    start, end = _between_marks(use)
    words = range(start, end)
    sentence = use.sentence
    if len(words) > _LONGEST_ADDRESS or any(sentence.is_finite_verb(at) for at in words if at != start):
        return ""
    if not _is_greeting(use, start) or not _address_ends(use, end):
        return ""
    return use.text(start, use.index + 1)


def _between_marks(use: Use) -> tuple[int, int]:
    """The tokens around the use up to the next marks; a new sentence may begin without a mark."""
    tokens = use.sentence.tokens
    start = use.index
    while start > 0 and tokens[start - 1].kind is not TokenKind.MARK and not _opens(use, start):
        start -= 1
    end = use.index + 1
    while end < len(tokens) and tokens[end].kind is not TokenKind.MARK and not tokens[end].is_capitalized:
        end += 1
    return start, end


def _opens(use: Use, index: int) -> bool:
    """True for a capitalised greeting: it begins an address even after a heading without a full stop."""
    return use.sentence.tokens[index].is_capitalized and _is_greeting(use, index)


def _is_greeting(use: Use, start: int) -> bool:
    """True if the words begin with a greeting, or one stands before the mark: *Hei, asiakas!*"""
    sentence, greetings = use.sentence, use.pattern.greetings
    if start < use.index and sentence.has_lemma(start, greetings):
        return True
    return start == use.index and sentence.form(start - 1) == "," and sentence.form(start - 2) in greetings


def _address_ends(use: Use, end: int) -> bool:
    """True if the words are followed by a mark that ends an address, or by a new sentence."""
    after = use.sentence.token(end)
    if after is None or after.is_word:
        return True
    if after.text == ",":
        return not use.sentence.has_lemma(end + 1, lexicon.RELATIVE)
    return after.text in _ADDRESS_MARKS
