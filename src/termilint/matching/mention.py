"""Mentions: the word itself is talked about, or what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.matching import lexicon
from termilint.matching.head import ends_in
from termilint.matching.sentence import COORDINATORS, QUOTES
from termilint.morphology.features import Case, Person, WordClass
from termilint.text.tokens import TokenKind

if TYPE_CHECKING:
    from termilint.matching.use import Use
    from termilint.morphology.analysis import Analysis

_DEFINITION_REACH = 6


def mention(use: Use) -> str:
    """What shows that the word is mentioned, not used; empty if nothing does."""
    return (
        _quoted(use)
        or _after_metaword(use)
        or _meaning(use)
        or _definition(use)
        or _metaword_predicate(use)
        or _classification(use)
        or _question(use)
        or _replaced_word(use)
    )


def _quoted(use: Use) -> str:
    """The word stands alone in quotation marks."""
    before, after = use.sentence.token(use.index - 1), use.sentence.token(use.index + 1)
    if before and after and before.text in QUOTES and after.text in QUOTES:
        return f"{before.text}{use.token.text}{after.text}"
    return ""


def _after_metaword(use: Use) -> str:
    """*termi asiakas*, *sanaa asiakas*; also *termi ”asiakas”* and *sanat potilas ja asiakas*."""
    if not use.has_case(Case.NOMINATIVE):
        return ""
    at = use.index - 1
    if use.sentence.form(at) in COORDINATORS and use.sentence.has_case(at - 1, Case.NOMINATIVE):
        at -= 2
    while use.sentence.form(at) in QUOTES or use.sentence.form(at) == ":":
        at -= 1
    if use.sentence.has_head(at, use.pattern.mention_nouns):
        return use.text(at, use.index + 1)
    return ""


def _meaning(use: Use) -> str:
    """*asiakkaalla tarkoitetaan*, *asiakas voi tarkoittaa*, *asiakas määritellään*."""
    sentence, pattern = use.sentence, use.pattern
    for at in sentence.clause(use.index):
        if sentence.has_lemma(at, pattern.definition_verbs) and _is_defined_by(use, at):
            return use.text(min(at, use.index), max(at, use.index) + 1)
    return ""


def _is_defined_by(use: Use, verb: int) -> bool:
    sentence = use.sentence
    if sentence.has_lemma(verb, frozenset({"tarkoittaa"})):
        return use.has_case(Case.ADESSIVE) or (
            use.has_case(Case.NOMINATIVE) and verb > use.index and not _is_asked(use)
        )
    passive = sentence.any_reading(verb, lambda reading: reading.person is Person.PASSIVE)
    if sentence.has_lemma(verb, frozenset({"määritellä"})):
        return passive and use.has_case(Case.NOMINATIVE)
    return passive and use.has_case(Case.ADESSIVE)


def _is_asked(use: Use) -> bool:
    """True for *mitä asiakas tarkoittaa*: a person means something."""
    before = (at for at in use.sentence.clause(use.index) if at < use.index)
    return any(use.sentence.form(at) in lexicon.QUESTION_WORDS for at in before)


def _opens_clause(use: Use) -> bool:
    """True at the start of a clause, also after a source: *sanakirjan mukaan asiakas on …*."""
    before = use.phrase.start - 1
    start = min((at for at in use.sentence.clause(use.index) if at < use.index), default=use.index)
    return use.phrase.start == start or use.sentence.form(before) in lexicon.SOURCES


def _definition(use: Use) -> str:
    """*Asiakas on henkilö, joka …*: subject, copula, a noun of the widest sense."""
    if not use.has_case(Case.NOMINATIVE) or not _opens_clause(use):
        return ""
    may = use.sentence.has_lemma(use.index + 1, frozenset({"voida"}))
    end = end_of_predicate(use, use.index + 2 if may else use.index + 1)
    return use.text(use.index + 1, end) if end else ""


def end_of_predicate(use: Use, verb: int) -> int | None:
    """After the noun of the widest sense that a form of *olla* at ``verb`` says the term to be.

    None if the verb is another one or says something else.
    """
    sentence = use.sentence
    if not sentence.has_lemma(verb, lexicon.COPULA):
        return None
    if sentence.form(verb + 1) == "se" and sentence.has_lemma(verb + 3, lexicon.RELATIVE):
        return verb + 2
    for at in range(verb + 1, min(use.index + _DEFINITION_REACH, len(sentence))):
        if sentence.tokens[at].kind is TokenKind.MARK and sentence.form(at) not in QUOTES:
            return None
        if sentence.has_lemma(at, use.pattern.definition_nouns) and _is_predicate(use, at):
            return at + 1
    return None


def _is_predicate(use: Use, index: int) -> bool:
    return use.sentence.has_case(index, Case.NOMINATIVE)


def _metaword_predicate(use: Use) -> str:
    """*Asiakas on monitulkintainen termi*, *Asiakas on johdettu sanasta asia*."""
    sentence = use.sentence
    if not use.has_case(Case.NOMINATIVE) or not _has_copula_after(use):
        return ""
    for at in sentence.clause(use.index):
        if at > use.index and sentence.any_reading(at, lambda r: _is_metaword(use, r)):
            return use.text(use.index + 1, at + 1)
    return ""


def _classification(use: Use) -> str:
    """*Asiakas voi olla sisäinen asiakas*: the word is subject and predicate of the same clause."""
    sentence, lemma = use.sentence, use.pattern.lemma
    if not use.has_case(Case.NOMINATIVE) or not _has_copula_after(use) or use.phrase.narrowing:
        return ""
    for at in sentence.clause(use.index):
        is_same = sentence.any_reading(
            at, lambda r: ends_in(r, lemma) and r.case is Case.NOMINATIVE and r.possessive is None
        )
        if at > use.index and is_same:
            return use.text(use.index + 1, at + 1)
    return ""


def _question(use: Use) -> str:
    """*Kuka on asiakkaamme?*: the clause asks whom the word means."""
    sentence, verb = use.sentence, use.phrase.start - 1
    asks = sentence.has_lemma(verb - 1, lexicon.INTERROGATIVES)
    if asks and sentence.has_lemma(verb, lexicon.COPULA):
        return use.text(verb - 1, use.index + 1)
    return ""


def _is_metaword(use: Use, reading: Analysis) -> bool:
    """True for the predicate *termi* and for *sanasta*, from which a word is derived."""
    return (
        reading.head in use.pattern.mention_nouns
        and reading.possessive is None
        and reading.case in (Case.NOMINATIVE, Case.ELATIVE)
    )


def _has_copula_after(use: Use) -> bool:
    nearby = range(use.index + 1, use.index + 4)
    return any(use.sentence.has_lemma(at, lexicon.COPULA) for at in nearby)


def _replaced_word(use: Use) -> str:
    """*puhutaan kansalaisesta potilaan tai asiakkaan sijaan*: one word instead of another."""
    sentence = use.sentence
    if sentence.form(use.index + 1) not in lexicon.REPLACING or not use.has_case(Case.GENITIVE):
        return ""
    for at in sentence.clause(use.index):
        if sentence.has_lemma(at, lexicon.SPEECH_VERBS) and sentence.has_class(at, WordClass.VERB):
            return use.text(min(at, use.index), use.index + 2)
    return ""
