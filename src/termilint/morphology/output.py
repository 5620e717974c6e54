"""Read the transducer's output strings: the one place that knows Voikko's tags.

An output string is the word form with tags between its letters:
``[Ln][Xp]kanta[X]kant[Sn][Ny]a-[Bh][Bc][Ln][Xp]asiakas[X]asiakka[Sp][Nm]ita``. ``[L…]`` is a word class,
``[Xp]…[X]`` a base form, ``[Xj]…[X]`` the base form of a derivational ending, ``[S…]`` a case, ``[N…]`` a
number, ``[O…]`` a possessive suffix, ``[F…]`` a clitic, ``[C…]`` a comparison, ``[R…]`` a participle,
``[T…]`` a mood, ``[P…]`` a person, ``[E…]`` whether a verb form is negative, ``[Bc]`` a compound boundary
and ``[Bh]`` a place where a hyphen may stand. All other tags say nothing about the grammar.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termilint.morphology.analysis import Analysis
from termilint.morphology.features import (
    Case,
    Clitic,
    Comparison,
    Mood,
    Number,
    Participle,
    Person,
    Possessive,
    WordClass,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PIECE = re.compile(r"\[([^\]]*)\]|([^\[]+)")
_HYPHEN_POINT = "[Bh]"
_BOUNDARY = "[Bc]"
_INVISIBLE = re.compile(r"\[X[prj]\][^\[]*\[X\]|\[[^\]]*\]")
_VOWELS = frozenset("aeiouyäöå")
_FREE_HYPHEN = ("[Isf]", "[Icu]")

_WORD_CLASSES = {item.value: item for item in WordClass} | {"ur": WordClass.NUMERAL}
_CASES = {item.value: item for item in Case}
_NUMBERS = {item.value: item for item in Number}
_POSSESSIVES = {item.value: item for item in Possessive}
_CLITICS = {item.value: item for item in Clitic}
_COMPARISONS = {item.value: item for item in Comparison}
_PARTICIPLES = {item.value: item for item in Participle}
_MOODS = {item.value: item for item in Mood}
_PERSONS = {item.value: item for item in Person}


def parse_outputs(outputs: Iterable[str]) -> tuple[Analysis, ...]:
    """Return the readings that ``outputs`` describe, without duplicates, in an order of their own.

    The order does not depend on the order of ``outputs``: readings with fewer compound parts come first.
    """
    readings: dict[Analysis, None] = {}
    for output in sorted(set(outputs), key=_output_order):
        if has_allowed_hyphens(output):
            readings.update(dict.fromkeys(_expand(parse_output(output))))
    return tuple(_without_name_parts(list(readings)))


def parse_output(output: str) -> Analysis:
    """Return the reading that one output string describes."""
    return _analysis([_Part(piece) for piece in output.split(_BOUNDARY)])


def letters_of(output: str) -> str:
    """Return the word form that an output string is about."""
    return _INVISIBLE.sub("", output)


def has_allowed_hyphens(output: str) -> bool:
    """Tell whether every hyphen between compound parts is where Finnish spelling has one.

    A hyphen stands between two parts if the letters on both sides are the same vowel, or after a digit;
    elsewhere it is allowed only after parts that Voikko marks for it.
    """
    start = output.find(_HYPHEN_POINT)
    while start >= 0:
        if not _is_allowed_hyphen(output[:start], output[start:]):
            return False
        start = output.find(_HYPHEN_POINT, start + 1)
    return True


def _is_allowed_hyphen(left: str, right: str) -> bool:
    before, after = letters_of(left), letters_of(right)
    if not before or not after:
        return True
    stem = before.removesuffix("-")
    has_hyphen = stem != before or after.startswith("-")
    last, first = stem[-1:], after.removeprefix("-")[:1]
    if (last == first and last in _VOWELS) or last.isdigit():
        return has_hyphen
    return not has_hyphen or stem.endswith("is") or _is_marked(left)


def _is_marked(left: str) -> bool:
    part = left[left.rfind(_BOUNDARY) + 1 :]
    return any(tag in part for tag in _FREE_HYPHEN)


def _output_order(output: str) -> tuple[int, int, str]:
    return output.count(_BOUNDARY), output.count("[Xj]"), output


class _Part:
    """One compound part while its piece of the output string is read, left to right."""

    __slots__ = (
        "base",
        "case",
        "clitics",
        "comparison",
        "ending",
        "has_base",
        "mood",
        "negative",
        "number",
        "participle",
        "person",
        "possessive",
        "previous_tag",
        "root",
        "stem",
        "surface",
        "verb",
        "word_class",
    )

    def __init__(self, piece: str) -> None:
        self.base = self.surface = self.stem = self.root = self.previous_tag = ""
        self.ending: str | None = None
        self.has_base = self.negative = False
        self.word_class: WordClass | None = None
        self.case: Case | None = None
        self.number: Number | None = None
        self.possessive: Possessive | None = None
        self.clitics: tuple[Clitic, ...] = ()
        self.comparison: Comparison | None = None
        self.participle: Participle | None = None
        self.mood: Mood | None = None
        self.person: Person | None = None
        self.verb: str | None = None
        self._read(piece)

    def _read(self, piece: str) -> None:
        """Feed the tags and letters of ``piece`` to the handlers."""
        content_of = ""
        for tag, letters in _PIECE.findall(piece):
            if tag[:1] == "X":
                content_of = self._open(tag)
            elif letters:
                self._letters(content_of, letters)
            else:
                _HANDLERS.get(tag[:1], _ignore)(self, tag[1:])
            self.previous_tag = tag

    def _open(self, tag: str) -> str:
        """Start or end the content of an ``[X…]`` tag; return whose content the next letters are."""
        if tag == "Xp":
            # An empty base form (Roman numerals) stands for the letters so far.
            self.base, self.has_base, self.ending = self.surface, True, None
            self.root = self.root or self.base
        return "" if tag == "X" else tag

    def _letters(self, content_of: str, letters: str) -> None:
        if content_of == "Xp":
            self.base = self.root = letters.replace("=", "")
        elif content_of == "Xj":
            self.ending = letters
            self.base = self.surface + letters
        elif not content_of:
            self.surface += letters

    @property
    def lemma(self) -> str:
        """The base form of this part."""
        return self.base if self.has_base else self.surface.strip("-")

    def take_class(self, value: str) -> None:
        if self.possessive:
            return  # Voikko repeats a class after the suffix of words that are nouns and adjectives.
        if self.word_class is WordClass.VERB:
            self.verb = self.lemma
        if not self.previous_tag.startswith("R"):
            self.participle = None
        self.word_class = _WORD_CLASSES.get(value)

    def take_case(self, value: str) -> None:
        self.case = _CASES.get(value)
        self.stem = self.surface

    def take_number(self, value: str) -> None:
        self.number = _NUMBERS.get(value)

    def take_possessive(self, value: str) -> None:
        self.possessive = _POSSESSIVES.get(value)

    def take_focus(self, value: str) -> None:
        if value in _CLITICS:
            self.clitics = (*self.clitics, _CLITICS[value])

    def take_comparison(self, value: str) -> None:
        """Take the degree, unless it is part of the lemma: *vanhempi* (parent), *ylin*."""
        if self.lemma not in (self.stem + "mpi", self.stem + "in"):
            self.comparison = _COMPARISONS.get(value)

    def take_participle(self, value: str) -> None:
        self.participle = _PARTICIPLES.get(value)

    def take_mood(self, value: str) -> None:
        self.mood = _MOODS.get(value)
        if self.mood is Mood.MINEN_INFINITIVE:
            self.verb = self.lemma
            self.base = self.surface + "minen"
            self.word_class = WordClass.NOUN

    def take_person(self, value: str) -> None:
        self.person = _PERSONS.get(value)

    def take_polarity(self, value: str) -> None:
        self.negative = value == "t"


def _ignore(_part: _Part, _value: str) -> None:
    """A tag that says nothing about the grammar."""


_HANDLERS = {
    "L": _Part.take_class,
    "S": _Part.take_case,
    "N": _Part.take_number,
    "O": _Part.take_possessive,
    "F": _Part.take_focus,
    "C": _Part.take_comparison,
    "R": _Part.take_participle,
    "T": _Part.take_mood,
    "P": _Part.take_person,
    "E": _Part.take_polarity,
}


def _analysis(parts: list[_Part]) -> Analysis:
    head = parts[-1]
    if not head.surface:
        return _suspended(parts[:-1])
    named = [part for part in parts if part.lemma]
    is_participle = head.participle is not None
    return Analysis(
        lemma="".join(_modifier_text(part, head) for part in parts[:-1]) + head.lemma,
        word_class=WordClass.ADJECTIVE if is_participle else head.word_class or WordClass.NOUN,
        parts=tuple(part.lemma for part in named),
        roots=tuple(part.root or part.lemma for part in named),
        case=head.case,
        number=head.number,
        possessive=head.possessive,
        clitics=head.clitics,
        comparison=head.comparison,
        participle=head.participle,
        verb=head.verb if is_participle or head.mood is Mood.MINEN_INFINITIVE else None,
        mood=head.mood,
        person=head.person,
        negative=head.negative,
    )


def _suspended(parts: list[_Part]) -> Analysis:
    """The first half of a suspended compound: ``asiakas-`` in *asiakas- ja myyntidata*."""
    named = [part for part in parts if part.lemma]
    return Analysis(
        lemma="".join(with_capitals_of(part.surface, part.base) for part in parts),
        word_class=WordClass.PREFIX,
        parts=tuple(part.lemma for part in named),
        roots=tuple(part.root or part.lemma for part in named),
    )


def _modifier_text(part: _Part, head: _Part) -> str:
    """Return how a modifier stands in the lemma: as written, unless it inflects together with the head."""
    if part.case is not None and part.case is head.case and _agrees(part, head):
        hyphen = "-" if part.surface.endswith("-") else ""
        return _proper_modifier(part.base, head) + hyphen
    return with_capitals_of(part.surface, part.base)


def _agrees(part: _Part, head: _Part) -> bool:
    """Numerals (*kahdenkymmenen*) and adjectives in place names (*Ison-Britannian*) agree with the head."""
    if part.word_class is WordClass.NUMERAL:
        return head.word_class is WordClass.NUMERAL
    is_adjective = part.word_class in (WordClass.ADJECTIVE, WordClass.NOUN_ADJECTIVE)
    is_name = head.word_class is not None and head.word_class.is_proper
    return is_adjective and is_name


def _proper_modifier(base: str, head: _Part) -> str:
    is_name = head.word_class is not None and head.word_class.is_proper
    return base[:1].upper() + base[1:] if is_name else base


def with_capitals_of(surface: str, base: str) -> str:
    """Return ``surface`` with the capitals of ``base`` where the letters are the same: *eu-* → *EU-*."""
    if base == base.lower():
        return surface
    pairs = zip(surface, base, strict=False)
    return "".join(b if a == b.lower() else a for a, b in pairs) + surface[len(base) :]


def _expand(reading: Analysis) -> Iterator[Analysis]:
    """Yield the readings that one tag sequence stands for.

    Before a possessive suffix the nominative of both numbers and the genitive singular look the same
    (*asiakkaani*), and Voikko tags all three as nominative singular.
    """
    yield reading
    if reading.possessive and reading.case is Case.NOMINATIVE and reading.number is Number.SINGULAR:
        yield reading._replace(number=Number.PLURAL)
        yield reading._replace(case=Case.GENITIVE)


def _without_name_parts(readings: list[Analysis]) -> list[Analysis]:
    """Drop readings with a proper name for a modifier where another reading has the common noun.

    *maa-asetus* is about *maa*, not about a person called *Maa*.
    """
    plain = {reading.lemma for reading in readings if reading.lemma == reading.lemma.lower()}
    return [r for r in readings if not (len(r.parts) > 1 and r.lemma.lower() in plain - {r.lemma})]
