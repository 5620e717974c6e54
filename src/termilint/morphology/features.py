"""Grammatical features of Finnish words under their standard linguistic names.

The values are the tag letters of Voikko's transducer output (``[Sine]`` → ``Case.INESSIVE``), so the
parser of :mod:`termilint.morphology.analysis` and the generator of
:mod:`termilint.morphology.inflection` share one table.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class WordClass(Enum):
    """Word class of a reading: the ``[L…]`` tag that decides how the whole word behaves."""

    NOUN = "n"
    ADJECTIVE = "l"
    NOUN_ADJECTIVE = "nl"  # both: nykyinen, ulkomaalainen, suomalainen
    VERB = "t"
    PRONOUN = "r"
    NUMERAL = "u"
    ADVERB = "s"
    ADPOSITION = "d"
    CONJUNCTION = "c"
    INTERJECTION = "h"
    ABBREVIATION = "a"
    PREFIX = "p"
    NEGATION = "k"
    FIRST_NAME = "em"
    LAST_NAME = "es"
    PLACE_NAME = "ep"
    NAME = "ee"

    @property
    def is_proper(self) -> bool:
        """True for names of persons, places and other named things."""
        return self in _PROPER

    @property
    def is_nominal(self) -> bool:
        """True for classes that inflect in case and number."""
        return self in _NOMINAL


_PROPER = frozenset({WordClass.FIRST_NAME, WordClass.LAST_NAME, WordClass.PLACE_NAME, WordClass.NAME})
_NOMINAL = _PROPER | {
    WordClass.NOUN,
    WordClass.ADJECTIVE,
    WordClass.NOUN_ADJECTIVE,
    WordClass.PRONOUN,
    WordClass.NUMERAL,
    WordClass.ABBREVIATION,
}


class Case(Enum):
    """The Finnish cases of VISK § 1222, and the two adverb forms that Voikko marks in the case slot."""

    NOMINATIVE = "n"
    GENITIVE = "g"
    PARTITIVE = "p"
    INESSIVE = "ine"
    ELATIVE = "ela"
    ILLATIVE = "ill"
    ADESSIVE = "ade"
    ABLATIVE = "abl"
    ALLATIVE = "all"
    ESSIVE = "es"
    TRANSLATIVE = "tr"
    ABESSIVE = "ab"
    COMITATIVE = "ko"
    INSTRUCTIVE = "in"
    ACCUSATIVE = "ak"  # personal pronouns only: minut, kenet
    STI = "sti"  # the adverb of an adjective: lähtöisesti


class Number(Enum):
    """Grammatical number."""

    SINGULAR = "y"
    PLURAL = "m"


class Possessive(Enum):
    """Possessive suffixes, by the person of the owner; the third person has no number."""

    FIRST_SINGULAR = "1y"
    SECOND_SINGULAR = "2y"
    FIRST_PLURAL = "1m"
    SECOND_PLURAL = "2m"
    THIRD = "3"


class Clitic(Enum):
    """Clitics that Voikko tags; -han/-hän and -pa/-pä leave no tag."""

    KIN = "kin"
    KAAN = "kaan"
    KO = "ko"
    KA = "ka"
    S = "s"


class Comparison(Enum):
    """Degrees of comparison; the positive is None."""

    COMPARATIVE = "c"
    SUPERLATIVE = "s"


class Participle(Enum):
    """The Finnish participles."""

    PRESENT_ACTIVE = "v"  # maksava
    PRESENT_PASSIVE = "a"  # maksettava
    PAST_ACTIVE = "u"  # maksanut
    PAST_PASSIVE = "t"  # maksettu
    AGENT = "m"  # tilaama
    NEGATIVE = "e"  # maksamaton


class Mood(Enum):
    """Moods of finite verbs, and the infinitives in the same slot."""

    INDICATIVE = "t"
    CONDITIONAL = "e"
    IMPERATIVE = "k"
    POTENTIAL = "m"
    A_INFINITIVE = "n1"
    E_INFINITIVE = "n2"
    MA_INFINITIVE = "n3"
    MINEN_INFINITIVE = "n4"
    MAISILLA_INFINITIVE = "n5"

    @property
    def is_finite(self) -> bool:
        """True for moods of a finite verb, False for infinitives."""
        return len(self.value) == 1


class Person(Enum):
    """Person of a verb form; the passive counts as one."""

    FIRST = "1"
    SECOND = "2"
    THIRD = "3"
    PASSIVE = "4"


class Features(NamedTuple):
    """The inflection of a nominal: what an inflected form adds to its lemma.

    The default is the nominative singular, the form of most lemmas. The number of a ``STI`` adverb does
    not matter.
    """

    case: Case = Case.NOMINATIVE
    number: Number = Number.SINGULAR
    possessive: Possessive | None = None
    clitics: tuple[Clitic, ...] = ()
    comparison: Comparison | None = None
