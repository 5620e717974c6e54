"""What narrows a noun before it: agreeing modifiers and genitive attributes.

The words of a Finnish noun phrase stand left of their head: determiners, a genitive attribute, and
adjectives or participles that agree with the head in case and number (VISK §§ 556–570). The scan
goes from the head to the left over what can belong to the phrase and stops at the first word that
cannot.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from termilint.matching import lexicon
from termilint.matching.sentence import COORDINATORS, Agreement, Sentence, agreement_of
from termilint.morphology.features import Case, Clitic, Number, Participle, Person, Possessive, WordClass
from termilint.text.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.morphology.analysis import Analysis
    from termilint.rules.model import NeedsQualifier

_MODIFIER_CLASSES = frozenset(
    {WordClass.ADJECTIVE, WordClass.NOUN_ADJECTIVE, WordClass.NUMERAL, WordClass.PRONOUN}
)
_NOUN_CLASSES = frozenset({WordClass.NOUN, WordClass.NOUN_ADJECTIVE, WordClass.ABBREVIATION})
_OPEN_CLASSES = frozenset({WordClass.ADJECTIVE, WordClass.NOUN_ADJECTIVE})
_ADVERBIAL_CASES = frozenset(
    {Case.INESSIVE, Case.ELATIVE, Case.ILLATIVE, Case.ADESSIVE, Case.ABLATIVE, Case.ALLATIVE}
)
_STATE_CASES = frozenset({Case.ESSIVE, Case.TRANSLATIVE})
_ARGUMENT_CASES = _ADVERBIAL_CASES | {Case.PARTITIVE, Case.GENITIVE}
_HEADS_OF_GENITIVE = frozenset({WordClass.NOUN, WordClass.ADPOSITION, WordClass.ADVERB})
_OBJECT_CASES = frozenset({Case.NOMINATIVE, Case.GENITIVE, Case.PARTITIVE})
_SHORTEST_GENITIVE = 3
_AGENT_PARTICIPLES = frozenset({Participle.AGENT, Participle.PAST_PASSIVE})


class AttributeKind(Enum):
    """How an attribute narrows: by agreeing with the head, or as a genitive before it."""

    MODIFIER = "modifier"
    GENITIVE = "genitive"


class Attribute(NamedTuple):
    """An attribute that narrows a head: tokens ``start`` to ``end`` (exclusive)."""

    kind: AttributeKind
    start: int
    end: int


class NounPhrase(NamedTuple):
    """The words left of a head: the index of the first, and the nearest attribute that narrows."""

    start: int
    narrowing: Attribute | None
    has_demonstrative: bool = False


class _Step(Enum):
    SKIP = "belongs to the phrase, narrows nothing"
    LAST = "belongs to the phrase and opens it"
    STOP = "belongs to something else"


def noun_phrase(
    sentence: Sentence, head: int, agreement: frozenset[Agreement], pattern: NeedsQualifier
) -> NounPhrase:
    """The noun phrase whose head is the token ``head``, which allows the given cases and numbers."""
    return _Scan(sentence, head, agreement, pattern).run()


class _Scan:
    """One walk from a head to the left."""

    def __init__(
        self,
        sentence: Sentence,
        head: int,
        agreement: frozenset[Agreement],
        pattern: NeedsQualifier,
    ) -> None:
        self.sentence = sentence
        self.head = head
        self.agreement = agreement
        self.pattern = pattern
        self.holders = pattern.people | pattern.organisations | {pattern.lemma}
        self.at = head - 1
        self.demonstrative = False

    def run(self) -> NounPhrase:
        while self.at >= 0:
            found = self._narrowing()
            if found:
                return NounPhrase(found.start, found, self.demonstrative)
            step = self._step()
            if step is _Step.STOP:
                break
            self.at -= 1
            if step is _Step.LAST:
                break
        shared = self._shared_with_left_conjunct()
        return NounPhrase(self.at + 1, shared, self.demonstrative)

    def _narrowing(self) -> Attribute | None:
        if self._modifies() and not self._is_listed(self.at):
            return Attribute(AttributeKind.MODIFIER, self._argument_start(), self.at + 1)
        if self._is_genitive_attribute():
            return Attribute(AttributeKind.GENITIVE, self._genitive_start(), self.at + 1)
        return None

    # Modifiers that agree

    def _agreeing(self, index: int) -> Iterator[Analysis]:
        return (
            reading
            for reading in self.sentence.agreeing(index, self.agreement)
            if reading.word_class in _MODIFIER_CLASSES
            and (reading.possessive is None or reading.participle is Participle.AGENT)
            and Clitic.KO not in reading.clitics
        )

    def _modifies(self) -> bool:
        """True if the word is an open-class adjective or participle that agrees with the head."""
        if self.sentence.has_lemma(self.at, self.pattern.narrows):
            return any(self._agreeing(self.at))
        if not self.pattern.open_class or self._is_verb_of_the_clause():
            return False
        return self._is_person_before_head() or any(
            reading.word_class in _OPEN_CLASSES for reading in self._agreeing(self.at)
        )

    def _is_person_before_head(self) -> bool:
        """True for *muistisairaat asiakkaat*: a noun for a person that agrees just before the head."""
        return self.at == self.head - 1 and any(
            reading.word_class is WordClass.NOUN
            and reading.head in self.pattern.people
            and reading.possessive is None
            and (reading.case, reading.number) != (Case.NOMINATIVE, Number.SINGULAR)
            for reading in self.sentence.agreeing(self.at, self.agreement)
        )

    def _is_listed(self, index: int) -> bool:
        lists = self.pattern.does_not_narrow | self.pattern.quantities | self.pattern.greetings
        return self.sentence.has_lemma(index, lists)

    def _is_verb_of_the_clause(self) -> bool:
        """True for *voivat asiakkaat*, *mitä haluavat asiakkaat*: a verb that looks like a participle.

        So are the participles of *on kohdattava asiakas*, what must be done, and of *on tullut asiakas*.
        """
        readings = self.sentence.readings(self.at)
        if any(_makes_a_tense(reading) for reading in readings) and self._follows_auxiliary():
            return True
        if not self.sentence.is_finite_verb(self.at):
            return False
        if any(reading.verb in lexicon.VERBS_BEFORE_SUBJECT for reading in readings):
            return True
        return any(
            self.sentence.form(index) in lexicon.QUESTION_WORDS
            for index in self.sentence.clause(self.at)
            if index < self.at
        )

    def _follows_auxiliary(self) -> bool:
        """True after a form of *olla*, adverbs between them or not: *on juuri tullut*."""
        before = self.at - 1
        while self.sentence.has_class(before, WordClass.ADVERB):
            before -= 1
        return self.sentence.has_lemma(before, lexicon.COPULA)

    def _argument_start(self) -> int:
        """Where the modifier with its own arguments begins: *palvelua käyttävä*, *hyvin nuori*."""
        at = self.at
        readings = self.sentence.readings(at)
        is_participle = any(reading.participle for reading in readings)
        while at > 0 and self._is_argument(at - 1, of_participle=is_participle):
            at -= 1
        return at

    def _is_argument(self, index: int, *, of_participle: bool) -> bool:
        if self.sentence.is_finite_verb(index):
            return False
        if self.sentence.has_class(index, WordClass.ADVERB) or any(self._agreeing(index)):
            return True
        return of_participle and any(
            reading.case in _ARGUMENT_CASES or reading.verb for reading in self.sentence.readings(index)
        )

    # Words that belong to the phrase and narrow nothing

    def _step(self) -> _Step:
        token = self.sentence.tokens[self.at]
        if token.kind is TokenKind.NUMBER:
            return _Step.SKIP
        if token.kind is TokenKind.OPAQUE:
            return _Step.SKIP if token.text[0] in "%{$" else _Step.STOP
        if token.text == ")":
            return self._bracket_step()
        if token.kind is TokenKind.MARK or self.sentence.form(self.at) in COORDINATORS:
            return _Step.SKIP if self._joins_modifiers(token.text) else _Step.STOP
        return self._word_step()

    def _bracket_step(self) -> _Step:
        """*(uusia) asiakkaita*: a modifier in brackets counts; anything else there is passed over."""
        if any(self._agreeing(self.at - 1)):
            return _Step.SKIP
        while self.at >= 0 and self.sentence.form(self.at) != "(":
            self.at -= 1
        return _Step.SKIP

    def _joins_modifiers(self, text: str) -> bool:
        """True for what stands between two modifiers of the head: *nykyiset ja uudet*, *iso, uusi*."""
        if self.at == self.head - 1 or (not text.isalpha() and text not in ",/&"):
            return False
        return any(self._agreeing(self.at - 1)) and any(self._agreeing(self.at + 1))

    def _word_step(self) -> _Step:
        at = self.at
        if any(self._agreeing(at)) or self._is_listed_here(at) or self._is_indeclinable(at):
            opens = self.sentence.has_lemma(at, lexicon.DETERMINERS_THAT_OPEN)
            self.demonstrative |= self.sentence.has_lemma(at, lexicon.DEMONSTRATIVES)
            return _Step.LAST if opens else _Step.SKIP
        if self._is_genitive_pronoun(at):
            return _Step.LAST
        if self.sentence.has_class(at, WordClass.NUMERAL) or self._is_speaker(at):
            return _Step.SKIP
        if at < self.head - 1 and self._is_adverb(at) and any(self._agreeing(at + 1)):
            return _Step.SKIP
        return _Step.STOP

    def _is_genitive_pronoun(self, index: int) -> bool:
        if self.sentence.form(index) in lexicon.SPOKEN_GENITIVES:
            return True
        return any(
            reading.word_class is WordClass.PRONOUN and reading.case is Case.GENITIVE
            for reading in self.sentence.readings(index)
        ) and not self.sentence.has_lemma(index, frozenset({"muu", "moni", "usea"}))

    def _is_indeclinable(self, index: int) -> bool:
        """True for *eri*, *koko*, *joka*: listed words that never agree."""
        return (
            self._is_listed(index)
            and not self.sentence.is_finite_verb(index)
            and all(reading.case in (None, Case.NOMINATIVE) for reading in self.sentence.readings(index))
        )

    def _is_adverb(self, index: int) -> bool:
        return self.sentence.has_class(index, WordClass.ADVERB) or self.sentence.has_case(index, Case.STI)

    # Genitive attributes

    def _is_genitive_attribute(self) -> bool:
        at = self.at
        if not self._is_genitive_noun(at):
            return False
        if self._is_speaker(at) or self._is_agent_of_participle() or self._has_another_owner():
            return False
        return self._names_a_holder(at) or not self._is_object(at)

    def _is_unknown_genitive(self, index: int) -> bool:
        """True for an unknown word in -n: a capitalised name, or after a genitive that needs a noun."""
        token = self.sentence.tokens[index]
        if not token.text.endswith("n") or len(token.text) < _SHORTEST_GENITIVE:
            return False
        return token.is_capitalized or self.sentence.any_reading(
            index - 1, lambda r: r.case is Case.GENITIVE and r.word_class in _OPEN_CLASSES
        )

    def _is_genitive_noun(self, index: int) -> bool:
        sentence = self.sentence
        if not sentence.is_word(index) or sentence.tokens[index].is_suspended:
            return False
        if self._is_listed_here(index) or self._is_quantity(index):
            return False
        if sentence.form(index) in lexicon.TIMES:
            return False
        readings = sentence.readings(index)
        if not readings:
            return sentence.form(index) not in lexicon.SPOKEN_GENITIVES and self._is_unknown_genitive(index)
        if any(_excludes_noun(reading) for reading in readings) and not sentence.is_name(index):
            return False
        return any(_is_genitive_nominal(reading) and self._can_hold(reading) for reading in readings)

    def _is_listed_here(self, index: int) -> bool:
        """True for a listed word that agrees with the head, whatever its class: *kaikkien*, *oman*."""
        return self._is_listed(index) and any(self.sentence.agreeing(index, self.agreement))

    def _is_quantity(self, index: int) -> bool:
        """True for *kymmenen asiakasta*, *paljon asiakkaita*, *ison osan asiakkaista*."""
        cases = {case for case, _ in self.agreement}
        if not cases & {Case.PARTITIVE, Case.ELATIVE}:
            return False
        return self.sentence.has_class(index, WordClass.NUMERAL) or self.sentence.has_lemma(
            index, self.pattern.quantities
        )

    def _can_hold(self, reading: Analysis) -> bool:
        """False for *työnsä* in *tekee työnsä asiakkaiden tiloissa*: a form that is mostly an object."""
        return reading.possessive is None or reading.head in self.holders

    def _is_speaker(self, index: int) -> bool:
        """True for a genitive that only repeats the speaker: *yrityksen*, not *suurimman yrityksen*."""
        is_speaker = any(
            reading.lemma in self.pattern.speakers
            and reading.case is Case.GENITIVE
            and reading.number is Number.SINGULAR
            for reading in self.sentence.readings(index)
        )
        return is_speaker and not self._is_specified(index)

    def _is_specified(self, index: int) -> bool:
        """True if the genitive noun itself is narrowed by a modifier or a genitive."""
        genitive = frozenset({(Case.GENITIVE, Number.SINGULAR), (Case.GENITIVE, None)})
        inner = _Scan(self.sentence, index, genitive, self.pattern)
        inner.at = index - 1
        return inner.at >= 0 and inner._narrowing() is not None

    def _is_agent_of_participle(self) -> bool:
        """True for *kunnan* in *kunnan asiakkaalle myöntämä seteli*: the doer, not the holder."""
        after = self.head + 1
        if any(case is Case.NOMINATIVE or case is Case.GENITIVE for case, _ in self.agreement):
            return False
        readings = self.sentence.readings(after)
        is_infinitive = any(reading.mood is not None for reading in readings)
        return not is_infinitive and any(_has_agent(reading) for reading in readings)

    def _has_another_owner(self) -> bool:
        """True for *myyjän* before *asiakkailleen*: the suffix refers to the subject instead."""
        suffixed = all(r.possessive is Possessive.THIRD for r in self.sentence.readings(self.head))
        return suffixed and self._is_person(self.at) and not self.sentence.is_name(self.at)

    def _names_a_holder(self, index: int) -> bool:
        """True for a person, group, organisation or place: what one is a customer of."""
        return (
            self.sentence.is_name(index)
            or self.sentence.has_head(index, self.holders)
            or any(is_agent_noun(reading) for reading in self.sentence.readings(index))
        )

    def _is_object(self, index: int) -> bool:
        """True if a verb before the genitive noun governs it: *lähettää laskun asiakkaalle*.

        A head that can be subject, object or predicate itself leaves no object to the genitive. What
        one can be a customer of is an object only just after its verb; any other thing, anywhere
        after a verb of the same clause.
        """
        cases = {case for case, _ in self.agreement}
        start = self._genitive_start()
        is_service = self.sentence.has_head(index, self.pattern.services)
        if not is_service and self._is_object_of_verb_after(start):
            return True
        if not cases <= _ADVERBIAL_CASES and not self._is_attribute_itself(cases):
            return False
        if is_service:
            return self.sentence.any_reading(start - 1, _governs)
        before = (at for at in self.sentence.clause(index) if at < start)
        return any(self.sentence.any_reading(at, _governs) for at in before)

    def _is_object_of_verb_after(self, start: int) -> bool:
        """True for *laskun* in *Laskun asiakas maksaa*: it opens the clause, and the verb has no other."""
        sentence, verb = self.sentence, self.head + 1
        clause = list(sentence.clause(self.head))
        if (Case.NOMINATIVE, Number.SINGULAR) not in self.agreement or min(clause, default=start) != start:
            return False
        if not sentence.any_reading(verb, lambda r: r.person is Person.THIRD and _governs(r)):
            return False
        return not any(at > verb and sentence.any_reading(at, _can_be_object) for at in clause)

    def _is_attribute_itself(self, cases: set[Case]) -> bool:
        """True for *asiakkaan* in *lähettää laskun asiakkaan osoitteeseen*, *asiakkaan kanssa*.

        Other genitives may be joined to it: *luo pohjan asiakkaan ja pankin hyvälle suhteelle*.
        """
        after = self.head + 1
        while self.sentence.form(after) in COORDINATORS and self.sentence.has_case(after + 1, Case.GENITIVE):
            after += 2
        return cases == {Case.GENITIVE} and self.sentence.any_reading(after, _follows_genitive)

    def _genitive_start(self) -> int:
        """Where the genitive attribute with its own modifiers begins: *suurimman tuoteryhmän*."""
        at = self.at
        agreement = agreement_of(tuple(r for r in self.sentence.readings(at) if r.case is Case.GENITIVE))
        while at > 0 and self._belongs_to_genitive(at - 1, agreement):
            at -= 1
        return at

    def _belongs_to_genitive(self, index: int, agreement: frozenset[Agreement]) -> bool:
        if self.sentence.is_finite_verb(index):
            return False
        return any(
            reading.word_class in _MODIFIER_CLASSES for reading in self.sentence.agreeing(index, agreement)
        ) or (self._is_genitive_noun(index) and not self.sentence.is_finite_verb(index))

    # Attributes before a coordination reach all its heads

    def _shared_with_left_conjunct(self) -> Attribute | None:
        """The attribute of *potentiaaliset kumppanit ja asiakkaat* that also narrows the last head."""
        left = self.at - 1
        if self.at != self.head - 1 or self.sentence.form(self.at) not in COORDINATORS or left < 0:
            return None
        conjunct = tuple(
            reading
            for reading in self.sentence.agreeing(left, self.agreement)
            if reading.word_class in _NOUN_CLASSES
        )
        if not conjunct or self.sentence.has_head(left, frozenset({self.pattern.lemma})):
            return None
        return self._reaching(left, conjunct)

    def _reaching(self, left: int, conjunct: tuple[Analysis, ...]) -> Attribute | None:
        inner = noun_phrase(self.sentence, left, agreement_of(conjunct), self.pattern).narrowing
        if inner is None:
            return None
        is_person = self._is_person(left)
        plural = all(reading.number is Number.PLURAL for reading in conjunct)
        if inner.kind is AttributeKind.MODIFIER and (plural or is_person):
            return inner
        return inner if inner.kind is AttributeKind.GENITIVE and is_person else None

    def _is_person(self, index: int) -> bool:
        return self.sentence.has_head(index, self.pattern.people) or any(
            is_agent_noun(reading) for reading in self.sentence.readings(index)
        )


def is_agent_noun(reading: Analysis) -> bool:
    """True for a noun such as *työntekijä*, *maksaja*: its ending says that it is a doer."""
    return (
        reading.word_class is WordClass.NOUN
        and len(reading.head) > 4
        and reading.head.endswith(lexicon.AGENT_ENDINGS)
        and reading.roots[-1] != reading.head
    )


def _is_genitive_nominal(reading: Analysis) -> bool:
    is_noun = reading.word_class in _NOUN_CLASSES or reading.word_class.is_proper
    return is_noun and reading.case is Case.GENITIVE


def _follows_genitive(reading: Analysis) -> bool:
    """True for a word that a genitive can belong to, or a modifier of it: not for *iloisena*."""
    if reading.word_class in _OPEN_CLASSES:
        return reading.case not in _STATE_CASES
    return reading.word_class in _HEADS_OF_GENITIVE


def _makes_a_tense(reading: Analysis) -> bool:
    """True for a participle that, after a form of *olla*, is the verb of the clause."""
    if reading.participle is Participle.PAST_ACTIVE:
        return reading.verb in lexicon.VERBS_OF_COMING
    return reading.participle is Participle.PRESENT_PASSIVE


def _has_agent(reading: Analysis) -> bool:
    """True for *myöntämä*, *myönnetty*, which may have a doer: not for *ollut*."""
    return reading.participle in _AGENT_PARTICIPLES and reading.verb not in lexicon.COPULA


def _excludes_noun(reading: Analysis) -> bool:
    """True for a reading likelier than a genitive noun of the same form: *saan*, *ennen*, *kuulemaan*."""
    if reading.mood is not None:
        return True
    return reading.word_class in (
        WordClass.ADVERB,
        WordClass.ADPOSITION,
        WordClass.CONJUNCTION,
        WordClass.PRONOUN,
        WordClass.NEGATION,
    )


def _can_be_object(reading: Analysis) -> bool:
    """True for a noun, adjective or pronoun in a case of objects: not for *itse*, which stresses the doer."""
    is_nominal = reading.word_class in _NOUN_CLASSES | _MODIFIER_CLASSES or reading.word_class.is_proper
    return is_nominal and reading.case in _OBJECT_CASES and reading.lemma not in lexicon.EMPHATIC


def _governs(reading: Analysis) -> bool:
    """True for a verb form that can take an object: not for *olla*."""
    is_verb = reading.mood is not None or reading.participle is not None
    return is_verb and (reading.verb or reading.lemma) not in lexicon.COPULA
