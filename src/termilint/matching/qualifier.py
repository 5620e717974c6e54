"""What narrows a use, as something that can be counted: the qualifier's lemma, and the phrase it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from termilint.matching.usage import Label, narrowing_parts
from termilint.morphology.features import Case, WordClass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from termilint.matching.usage import Usage
    from termilint.matching.use import Use
    from termilint.morphology.analysis import Analysis

_MOST_ARGUMENTS = 3
_MODIFIER_CLASSES = (WordClass.ADJECTIVE, WordClass.NOUN_ADJECTIVE)


class Qualifier(NamedTuple):
    """The lemma of what narrows (*kanta-*, *potentiaalinen*, *kirjasto*), and the phrase with the term.

    The phrase is in the nominative singular but for a genitive, which stays as it is:
    *kanta-asiakas*, *potentiaalinen asiakas*, *kirjaston asiakas*.
    """

    lemma: str
    phrase: str


def qualifier(use: Use, usage: Usage) -> Qualifier | None:
    """The qualifier of a use; None for a usage that no compound part, modifier or genitive decides."""
    make = _MAKERS.get(usage.label)
    return make(use, usage) if make else None


def _of_compound(use: Use, usage: Usage) -> Qualifier:
    for reading in use.readings:
        if narrowing_parts(use, reading):
            return Qualifier(f"{usage.evidence.lower()}-", _with_acronym(reading.lemma, use.token.text))
    return Qualifier(f"{usage.evidence.lower()}-", f"{usage.evidence}-{use.pattern.lemma}")


def _with_acronym(lemma: str, text: str) -> str:
    """The lemma with a first part in capitals and digits as the text has it: *B2B-asiakas*."""
    first, hyphen, rest = text.partition("-")
    is_acronym = bool(hyphen) and first.isupper() and not rest.isupper()
    return first + lemma[len(first) :] if is_acronym and lemma.startswith(first.lower()) else lemma


def _of_modifier(use: Use, _: Usage) -> Qualifier | None:
    found = use.phrase.narrowing
    if found is None:
        return None
    last = found.end - 1
    reading = next(_agreeing(use, last), None)
    lemma = reading.lemma if reading else use.sentence.form(last)
    words = [*_arguments(use, found.start, last), lemma] if reading and reading.participle else [lemma]
    return Qualifier(" ".join(words), " ".join([*words, use.pattern.lemma]))


def _agreeing(use: Use, index: int) -> Iterator[Analysis]:
    """The readings of a modifier that agree with the head, adjectives first."""
    agreement = frozenset((reading.case, reading.number) for reading in use.readings if reading.case)
    found = list(use.sentence.agreeing(index, agreement))
    yield from sorted(found, key=lambda reading: reading.word_class not in _MODIFIER_CLASSES)


def _arguments(use: Use, start: int, end: int) -> list[str]:
    """The words before a participle that belong to it: *palvelua* in *palvelua käyttävä*."""
    own = [at for at in range(start, end) if not any(_agreeing(use, at))]
    return [_as_inside(use, at) for at in own[-_MOST_ARGUMENTS:]]


def _of_genitive(use: Use, _: Usage) -> Qualifier | None:
    found = use.phrase.narrowing
    if found is None:
        return None
    last = found.end - 1
    genitives = [r for r in use.sentence.readings(last) if r.case is Case.GENITIVE]
    names = [reading for reading in genitives if reading.word_class.is_proper]
    is_name = use.sentence.is_name(last)
    chosen = (names if is_name and names else genitives)[:1]
    text = _as_inside(use, last)
    return Qualifier(chosen[0].lemma if chosen else text, f"{text} {use.pattern.lemma}")


def _as_inside(use: Use, index: int) -> str:
    """A word as it stands inside a sentence: small letters but for names and acronyms."""
    text = use.sentence.tokens[index].text
    keeps = use.sentence.is_name(index) or use.sentence.is_acronym(index)
    return text if keeps else text.lower()


_MAKERS: dict[Label, Callable[[Use, Usage], Qualifier | None]] = {
    Label.COMPOUND: _of_compound,
    Label.MODIFIER: _of_modifier,
    Label.GENITIVE: _of_genitive,
}
