"""The place of a rewrite: the words around it say how it is read and what can stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from termilint.matching.sentence import COORDINATORS, Sentence
from termilint.morphology.features import Case, Number, Person, WordClass
from termilint.morphology.normalize import normalize
from termilint.text.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.morphology.analysis import Analysis

_MODIFIERS = frozenset({WordClass.ADJECTIVE, WordClass.NOUN_ADJECTIVE, WordClass.PRONOUN, WordClass.NUMERAL})
_SKIPPED = frozenset({WordClass.ADVERB})
_RARE_CASES = frozenset({Case.INSTRUCTIVE, Case.COMITATIVE, Case.ABESSIVE})
_CASELESS = frozenset({None, Case.STI})
_NECESSITY = frozenset("täytyä pitää kannattaa kuulua tarvita tulla sopia".split())
_COPULA = frozenset({"olla"})
_THIRD = frozenset({Person.THIRD, None})  # the negation shows only its number
_REACH = 6
_PLAUSIBLE = 1.5


class Place(NamedTuple):
    """Tokens ``start`` to ``end`` of a sentence.

    ``readings`` are those of the last token; ``surface`` is the text, without a line end that cuts
    the word.
    """

    sentence: Sentence
    start: int
    end: int
    readings: tuple[Analysis, ...]
    surface: str

    @property
    def is_word(self) -> bool:
        """True if the place is one word and not a phrase."""
        return self.end - self.start == 1

    def likeliest_first(self) -> tuple[Analysis, ...]:
        """The readings in the order that the words around suggest."""
        return tuple(sorted(self.readings, key=lambda reading: -self._likelihood(reading)))

    def plausible(self) -> tuple[Analysis, ...]:
        """The readings that the words around do not speak against, likeliest first."""
        ordered = self.likeliest_first()
        if not ordered:
            return ()
        least = self._likelihood(ordered[0]) - _PLAUSIBLE
        return tuple(reading for reading in ordered if self._likelihood(reading) > least)

    def _likelihood(self, reading: Analysis) -> float:
        score = self._agreement(reading) - 1.5 * (reading.case in _RARE_CASES) - self._rarity(reading)
        if reading.case is Case.GENITIVE:
            return score + self._as_genitive(reading)
        if reading.case is Case.NOMINATIVE:
            return score + self._as_nominative(reading)
        return score

    def _rarity(self, reading: Analysis) -> float:
        """Of words that look the same, which is not meant.

        The shorter is the usual one (*palvelu*, not *palvelus*), and a base form is more than chance.
        """
        is_longer = any(reading.lemma == other.lemma + "s" for other in self.readings)
        is_name = reading.word_class.is_proper and not self.surface[:1].isupper()
        is_base_form = reading.case is Case.NOMINATIVE and reading.lemma == normalize(self.surface)
        return 0.5 * is_longer + 1.0 * is_name - 0.3 * is_base_form

    def _agreement(self, reading: Analysis) -> float:
        """What an adjective or pronoun in front says about the case and number."""
        before = [r for r in self.sentence.readings(self._before()) if r.case is not None]
        if not before or not all(r.word_class in _MODIFIERS for r in before):
            return 0.0
        return 3.0 if any(_agree(r, reading) for r in before) else -1.0

    def _before(self) -> int:
        """The index of the nearest word in front that is no adverb."""
        at = self.start - 1
        while at >= 0 and self.sentence.has_class(at, *_SKIPPED):
            at -= 1
        return at

    def _as_genitive(self, reading: Analysis) -> float:
        score = 0.1 * (reading.number is Number.SINGULAR)
        if self.precedes_head:
            score += 0.5 if self.sentence.is_finite_verb(self.end) else 3.0
        for at, verb in self._verbs():
            if verb.lemma in _NECESSITY and at > self.start and self._has_infinitive(at):
                score += 3.0
            elif reading.number is Number.SINGULAR and self._is_object(at, verb):
                score += 1.0
        return score

    def _as_nominative(self, reading: Analysis) -> float:
        score = 0.2 * (reading.number is Number.PLURAL)
        for at, verb in self._verbs():
            is_sure = all(_is_finite(r) or r.participle for r in self.sentence.readings(at))
            if verb.person not in _THIRD or (self._is_object(at, verb) and verb.lemma not in _COPULA):
                score += 0.5 * (verb.person is Person.PASSIVE)
            elif verb.number is reading.number:
                score += 2.0 if is_sure else 0.7
        return score

    def _verbs(self) -> Iterator[tuple[int, Analysis]]:
        """The finite verbs of the clause, one reading each."""
        for at in self.sentence.clause(self.start):
            for reading in self.sentence.readings(at):
                if _is_finite(reading):
                    yield at, reading
                    break

    def _is_object(self, verb_at: int, verb: Analysis) -> bool:
        """True if the verb cannot have the place as its subject: it has one already."""
        if verb.person is Person.PASSIVE:
            return False
        if verb.person not in _THIRD:
            return True
        return verb_at < self.start and any(
            self.sentence.any_reading(at, lambda r: r.case is Case.NOMINATIVE and r.number is verb.number)
            for at in range(max(verb_at - _REACH, 0), verb_at)
        )

    def _has_infinitive(self, verb_at: int) -> bool:
        following = range(verb_at + 1, min(verb_at + _REACH, len(self.sentence)))
        return any(
            self.sentence.any_reading(at, lambda r: r.mood is not None and not r.mood.is_finite)
            for at in following
        )

    @property
    def precedes_head(self) -> bool:
        """True if a word follows that a genitive can belong to: a noun, an attribute, a postposition."""
        return self._is_nominal_or_postposition(self.end)

    @property
    def is_attribute(self) -> bool:
        """True for a genitive before its own head, also through *ja*: *asiakasymmärryksen ja tiedon taso*."""
        if not any(reading.case is Case.GENITIVE for reading in self.readings):
            return False
        at = self.end
        while self.sentence.form(at) in COORDINATORS or self.sentence.form(at) == ",":
            at = self._after_genitive(at + 1)
        return self._is_nominal_or_postposition(at)

    def _after_genitive(self, start: int) -> int:
        """The index after the first genitive noun from ``start`` on; beyond the sentence if none is near."""
        for at in range(start, min(start + 3, len(self.sentence))):
            if self.sentence.any_reading(at, _is_genitive_noun):
                return at + 1
        return len(self.sentence)

    def _is_nominal_or_postposition(self, at: int) -> bool:
        return self.sentence.any_reading(at, _can_have_genitive)

    def agreeing_before(self, reading: Analysis) -> tuple[Analysis, ...]:
        """The readings of the word directly in front as an attribute that agrees with ``reading``."""
        return tuple(
            r
            for r in self.sentence.readings(self.start - 1)
            if r.word_class in _MODIFIERS and _agree(r, reading)
        )

    def is_counted(self, reading: Analysis) -> bool:
        """True for a genitive after digits: *500 asiakkaan*."""
        token = self.sentence.token(self.start - 1)
        return reading.case is Case.GENITIVE and token is not None and token.kind is TokenKind.NUMBER

    @property
    def ends_clause(self) -> bool:
        """True if no word follows, but a mark or nothing."""
        return not self.sentence.is_word(self.end)

    def agrees_with_next(self, reading: Analysis) -> bool:
        """True if ``reading`` can be an attribute of the next word."""
        return self.sentence.any_reading(self.end, lambda r: r.word_class.is_nominal and _agree(r, reading))

    def lemmas_before(self, reading: Analysis) -> frozenset[tuple[str, Case]]:
        """Lemmas and cases of the words of the same noun phrase before the place."""
        found: set[tuple[str, Case]] = set()
        for at in range(self.start - 1, max(self.start - _REACH, -1), -1):
            own = [r for r in self.sentence.readings(at) if _belongs(r, reading)]
            if not own:
                break
            found.update((r.lemma, r.case) for r in own if r.case is not None)
        return frozenset(found)

    def forms_after(self) -> frozenset[str]:
        """The spellings of the next few words."""
        return frozenset(self.sentence.form(at) for at in range(self.end, self.end + 3)) - {""}

    @property
    def shares_compound_part(self) -> bool:
        """True in *käyttäjä- ja asiakaslähtöinen* and *asiakaslähtöisyys ja -keskeisyys*."""
        return self._completes_part() or self._lends_part()

    def _completes_part(self) -> bool:
        at = self.start - 1
        if self.sentence.form(at) not in COORDINATORS and self.sentence.form(at) != "/":
            return False
        token = self.sentence.token(at - 1)
        return token is not None and token.is_suspended

    def _lends_part(self) -> bool:
        token = self.sentence.token(self.end + 1)
        is_joined = self.sentence.form(self.end) in COORDINATORS
        return is_joined and token is not None and token.continues_open_compound

    @property
    def borrows_part(self) -> bool:
        """True for *-keskeisyys* in *asiakaslähtöisyys ja -keskeisyys*."""
        token = self.sentence.tokens[self.start]
        return token.continues_open_compound and self.sentence.form(self.start - 1) in COORDINATORS


def _is_genitive_noun(reading: Analysis) -> bool:
    return reading.case is Case.GENITIVE and reading.word_class is WordClass.NOUN


def _can_have_genitive(reading: Analysis) -> bool:
    """True for postpositions and for nominals other than pronouns and adverbs in -sti."""
    if reading.word_class is WordClass.PRONOUN or not reading.word_class.is_nominal:
        return reading.word_class is WordClass.ADPOSITION
    return reading.case not in _CASELESS


def _is_finite(reading: Analysis) -> bool:
    is_negation = reading.word_class is WordClass.NEGATION
    return is_negation or (reading.person is not None and reading.mood is not None and reading.mood.is_finite)


def _agree(modifier: Analysis, head: Analysis) -> bool:
    return modifier.case is head.case and modifier.number is head.number


def _belongs(word: Analysis, head: Analysis) -> bool:
    """True for attributes that agree with the head, genitives, and adverbs between them."""
    if word.word_class in _SKIPPED or word.case is Case.GENITIVE:
        return True
    is_quantity = word.lemma in ("kaikki", "moni", "usea")
    return is_quantity or (word.word_class.is_nominal and _agree(word, head))
