"""Document-level facts: a term that the document or a glossary defines counts as defined in all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from termilint.matching import lexicon
from termilint.matching.head import parts_before
from termilint.matching.sentence import QUOTES
from termilint.matching.usage import target_readings
from termilint.model.document import Block, BlockKind
from termilint.morphology.features import Case, Person, WordClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from termilint.matching.sentence import Sentence
    from termilint.matching.topic import Setting
    from termilint.rules.model import NeedsQualifier

_DEFINITION_HEADINGS = ("määritelm", "määrittely", "käsittee", "sanasto", "termit")
_CAPITAL_SHARE = 3
_UNFINISHED = (WordClass.CONJUNCTION, WordClass.PRONOUN, WordClass.ADPOSITION)


class Place(NamedTuple):
    """A use of a term: where its sentence stands, the sentence, the token."""

    setting: Setting
    sentence: Sentence
    at: int

    @property
    def block(self) -> Block:
        """The block in which the sentence stands."""
        return self.setting.block


def definition(places: Iterable[Place], pattern: NeedsQualifier, glossary: Mapping[str, str]) -> str:
    """What shows that the term is defined; empty if nothing does.

    ``glossary`` holds the terms that are defined for the document from outside, with their evidence.
    One formal definition is enough. Capitals inside sentences are enough when at least one simple
    use in three has them: a stray capital in a long text defines nothing.
    """
    if pattern.lemma in glossary:
        return glossary[pattern.lemma]
    simple = [place for place in places if _is_simple(place, pattern)]
    for place in simple:
        if formal := _formal_definition(place) or _meaning(place, pattern):
            return formal
    capitals = [place for place in simple if _has_term_capital(place)]
    if len(capitals) * _CAPITAL_SHARE < len(simple):
        return ""
    if len(capitals) > 1 or any(_is_inside_clause(place) for place in capitals):
        return capitals[0].sentence.tokens[capitals[0].at].text
    return ""


def _is_inside_clause(place: Place) -> bool:
    """True after a word that cannot end a title run into the sentence: *jos Asiakas*, *ja Asiakas*."""
    sentence, before = place.sentence, place.at - 1
    return (
        sentence.form(before) == ","
        or sentence.is_finite_verb(before)
        or sentence.has_class(before, *_UNFINISHED)
    )


def _continues_sentence(sentence: Sentence, index: int) -> bool:
    """True if a capital after this token is not the capital of a new sentence, title or name."""
    token = sentence.tokens[index]
    if token.text == "," or sentence.has_class(index, WordClass.CONJUNCTION):
        return True
    return token.is_word and token.text[0].islower()


def _is_simple(place: Place, pattern: NeedsQualifier) -> bool:
    readings = target_readings(place.sentence, place.at, pattern)
    return any(parts_before(reading, pattern.lemma) == () for reading in readings)


def _formal_definition(place: Place) -> str:
    """*(jäljempänä Asiakas)*, or an entry of a section of definitions."""
    word = hereafter(place)
    if word is not None:
        return f"{place.sentence.tokens[word].text} {place.sentence.tokens[place.at].text}"
    return place.block.headings[-1] if opens_entry(place) else ""


def hereafter(place: Place) -> int | None:
    """The token *jäljempänä* of *(jäljempänä Asiakas)*; None where the term is not named so."""
    sentence, index = place.sentence, place.at
    word = index - 2 if sentence.form(index - 1) in QUOTES else index - 1
    is_named = sentence.form(word) in lexicon.DEFINITION_WORDS and sentence.has_case(index, Case.NOMINATIVE)
    return word if is_named else None


def opens_entry(place: Place) -> bool:
    """True for the term that an entry of a section of definitions begins with."""
    heading = place.block.headings[-1].lower() if place.block.headings else ""
    if not (place.sentence.starts_sentence(place.at) and heading.startswith(_DEFINITION_HEADINGS)):
        return False
    return place.sentence.form(place.at + 1) in (":", "–", "-", "")


def _meaning(place: Place, pattern: NeedsQualifier) -> str:
    """*Asiakkaalla tarkoitetaan* henkilöä, joka …"""
    verb = meaning_verb(place, pattern)
    if verb is None:
        return ""
    tokens = place.sentence.tokens
    return f"{tokens[place.at].text} {tokens[verb].text}"


def meaning_verb(place: Place, pattern: NeedsQualifier) -> int | None:
    """The token *tarkoitetaan* of a statement that says what the term means; a question is none."""
    sentence, index = place.sentence, place.at
    if not sentence.has_case(index, Case.ADESSIVE):
        return None
    clause = list(sentence.clause(index))
    if any(sentence.form(at) in lexicon.QUESTION_WORDS for at in clause):
        return None
    for at in clause:
        if sentence.has_lemma(at, pattern.definition_verbs) and sentence.any_reading(
            at, lambda reading: reading.person is Person.PASSIVE
        ):
            return at
    return None


def _has_term_capital(place: Place) -> bool:
    """True for *Asiakas* with a capital after a small-letter word: not a heading, name or menu item."""
    sentence, index = place.sentence, place.at
    token, before = sentence.tokens[index], sentence.token(index - 1)
    if place.block.kind is BlockKind.HEADING or not token.is_capitalized or token.text.isupper():
        return False
    if before is None or not _continues_sentence(sentence, index - 1):
        return False
    after = sentence.token(index + 1)
    if after is not None and after.is_word and after.is_capitalized:
        return False
    return not any(sentence.has_lemma(at, lexicon.MENU_VERBS) for at in range(index))
