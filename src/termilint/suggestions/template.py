"""What to write instead, in base form: which of its words inflects, which agree, which stay."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from termilint.morphology.features import Case, Number, WordClass

if TYPE_CHECKING:
    from termilint.morphology.analysis import Analysis
    from termilint.morphology.analyzer import Analyzer

_NOUNS = frozenset({WordClass.NOUN, WordClass.NOUN_ADJECTIVE, WordClass.ABBREVIATION})
_ADJECTIVES = frozenset({WordClass.ADJECTIVE, WordClass.NOUN_ADJECTIVE})
_AGREEING = _ADJECTIVES | {WordClass.NUMERAL, WordClass.PRONOUN}
_UNINFLECTED = frozenset("eri koko joka ensi viime pikku kelpo".split())
_CONJUNCTIONS = frozenset("ja tai sekä".split())
_NOBODYS = frozenset(
    """ihminen ihmiset henkilö lapsi nuori aikuinen vanhus perhe nainen mies poika tyttö väki yleisö
    kansalainen kuntalainen lukija""".split()
)
"""People who are nobody's own: *ihmistemme kokemus* would be about the staff."""


class Part(Enum):
    """What a word of a template does when the template is inflected."""

    HEAD = "inflects like the word that it replaces"
    AGREES = "takes the head's case and number"
    HOLDER = "a genitive noun; stays, or takes the possessive suffix"
    STAYS = "stays as it is"


class TemplateWord(NamedTuple):
    """A word of a template without the marks after it. ``readings`` are its readings as written."""

    text: str
    part: Part
    readings: tuple[Analysis, ...] = ()
    mark: str = ""


class Template(NamedTuple):
    """The words of a rewrite in order.

    One is the head, or several that a conjunction joins (*ostaja tai tilaaja*). None is if the
    template is no noun or adjective phrase (*ihmisten tarpeista lähtien*); then it can only be written
    as it is.
    """

    text: str
    words: tuple[TemplateWord, ...]
    head_is_adjective: bool
    is_plural: bool = False

    @property
    def head_at(self) -> int | None:
        """The index of the head, the last one where several are joined."""
        return max((at for at, word in enumerate(self.words) if word.part is Part.HEAD), default=None)

    @property
    def head(self) -> str:
        """The head's base form; empty if there is none."""
        return "" if self.head_at is None else self.words[self.head_at].text

    @property
    def has_postmodifier(self) -> bool:
        """True for *ymmärrys ihmisten tarpeista*: the head does not come last."""
        return self.words[-1].part is not Part.HEAD

    @property
    def has_clause(self) -> bool:
        """True for *ihminen, joka tarvitsee apua*: its verb fits the singular, and a comma must follow."""
        return any(word.mark for word in self.words)

    @property
    def is_word(self) -> bool:
        """True if there is nothing but the head."""
        return len(self.words) == 1 and self.head_at == 0

    @property
    def may_compare(self) -> bool:
        """True for adjectives that have degrees; a participle with its own object has none."""
        return self.head_is_adjective and not any(_is_argument(word) for word in self.words)

    @property
    def suffix_places(self) -> tuple[int, ...]:
        """The words that can take a possessive suffix, the best place first.

        A genitive comes first: *palvelumme käyttäjät*. People are nobody's own: not *ihmistemme
        tarpeet*, and *palveluamme tarvitsevat ihmiset* rather than *tarvitsevat ihmisemme*.
        """
        if self.head_at is None:
            return ()
        for at, word in enumerate(self.words):
            if word.part is Part.HOLDER:
                is_fixed = _is_nobodys(word) or any(r.verb for w in self.words for r in _agreeing(w))
                return () if is_fixed else (at, self.head_at)
        objects = tuple(at for at in range(self.head_at) if _is_object(self.words[at]))
        if objects and self.head_is_adjective:
            return objects
        return (*objects, self.head_at) if _is_nobodys(self.words[self.head_at]) else (self.head_at,)


def parse_template(text: str, analyzer: Analyzer) -> Template:
    """The template that ``text`` (words in base form) stands for.

    The head is the last noun in the nominative, else the last such adjective, before any comma.
    Adjectives, participles and numerals in the nominative before it agree with it (VISK § 569).
    """
    pieces = [(piece.rstrip(",;"), piece) for piece in text.split()]
    readings = [analyzer.analyze(word) for word, _ in pieces]
    reach = next((at + 1 for at, (word, piece) in enumerate(pieces) if word != piece), len(pieces))
    head, number = _head([pieces[at][0] for at in range(reach)], readings[:reach])
    roles = _Roles([word for word, _ in pieces], readings, head, _holder(pieces, readings, head), number)
    words = tuple(
        TemplateWord(word, roles.part(at), readings[at], piece[len(word) :])
        for at, (word, piece) in enumerate(pieces)
    )
    is_adjective = head is not None and _is_adjective(readings, head, words)
    return Template(text, words, is_adjective, number is Number.PLURAL)


class _Roles(NamedTuple):
    """The words of a template, and which of them leads and which takes a possessive suffix."""

    words: list[str]
    readings: list[tuple[Analysis, ...]]
    head: int | None
    holder: int | None
    number: Number

    def part(self, at: int) -> Part:
        """What the word at an index does."""
        if at == self.head:
            return Part.HEAD
        if self.head is None or at > self.head or self.words[at] in _UNINFLECTED:
            return Part.STAYS
        if self._is_base_form(at, _AGREEING):
            return Part.AGREES
        if self._is_base_form(at, _NOUNS) and self.words[at + 1] in _CONJUNCTIONS:
            return Part.HEAD
        return Part.HOLDER if at == self.holder else Part.STAYS

    def _is_base_form(self, at: int, classes: frozenset[WordClass]) -> bool:
        return any(_is_base_form(reading, classes, self.number) for reading in self.readings[at])


def _head(texts: list[str], readings: list[tuple[Analysis, ...]]) -> tuple[int | None, Number]:
    if len(texts) == 1 and texts[0].startswith("-"):
        return None, Number.SINGULAR
    for number in Number:
        if any(_is_base_form(r, _NOUNS | _ADJECTIVES, number) for r in readings[-1]):
            return len(readings) - 1, number
        for classes in (_NOUNS - _ADJECTIVES, _ADJECTIVES):
            for at in range(len(readings) - 1, -1, -1):
                if any(_is_base_form(r, classes, number) for r in readings[at]):
                    return at, number
    is_unknown_word = len(texts) == 1 and not readings[0]
    return (0 if is_unknown_word else None), Number.SINGULAR


def _is_adjective(readings: list[tuple[Analysis, ...]], head: int, words: tuple[TemplateWord, ...]) -> bool:
    """True for adjectives; a word that is both is one if an argument of its own stands before it."""
    own = readings[head]
    if not any(_is_base_form(r, _ADJECTIVES, n) for r in own for n in Number):
        return False
    is_noun_too = any(_is_base_form(r, _NOUNS - _ADJECTIVES, n) for r in own for n in Number)
    return not is_noun_too or any(words[at].part is Part.STAYS for at in range(head))


def _holder(
    pieces: list[tuple[str, str]], readings: list[tuple[Analysis, ...]], head: int | None
) -> int | None:
    """The genitive that a possessive suffix goes to: the first that is no attribute of another.

    None if that is a name, which says already whose the rest is (*Kelan etuuden saaja*).
    """
    for at in range(head or 0):
        if pieces[at][0][:1].isupper():
            return None
        nouns = [r for r in readings[at] if r.case is Case.GENITIVE and r.word_class in _NOUNS]
        following = readings[at + 1]
        is_attribute = any(
            r.word_class in _ADJECTIVES and r.case is Case.GENITIVE for r in readings[at]
        ) and any(r.case is Case.GENITIVE and r.word_class in _NOUNS for r in following)
        if nouns and not is_attribute:
            return at
    return None


def _is_base_form(reading: Analysis, classes: frozenset[WordClass], number: Number) -> bool:
    return (
        reading.word_class in classes
        and reading.case is Case.NOMINATIVE
        and reading.number is number
        and reading.possessive is None
    )


def _is_argument(word: TemplateWord) -> bool:
    """True for a noun that does not inflect with the phrase: *tarpeita* in *tarpeita vastaava*."""
    if word.part not in (Part.STAYS, Part.HOLDER):
        return False
    return any(r.case not in (None, Case.NOMINATIVE) and r.word_class in _NOUNS for r in word.readings)


def _is_object(word: TemplateWord) -> bool:
    """True for an argument that is no genitive: *palvelua* in *palvelua tarvitseva ihminen*."""
    return _is_argument(word) and not any(r.case is Case.GENITIVE for r in word.readings)


def _is_nobodys(word: TemplateWord) -> bool:
    return not _NOBODYS.isdisjoint(reading.lemma for reading in word.readings)


def _agreeing(word: TemplateWord) -> tuple[Analysis, ...]:
    return word.readings if word.part is Part.AGREES else ()
