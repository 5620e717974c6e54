"""What a document says that a term means: definitions that can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from termilint.matching import lexicon
from termilint.matching.definition import Place, hereafter, meaning_verb, opens_entry
from termilint.matching.mention import end_of_predicate
from termilint.matching.usage import use_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from termilint.matching.sentence import Sentence
    from termilint.matching.use import Use
    from termilint.rules.model import NeedsQualifier

_MOST_TOKENS = 40
_ASKS = "?"


class Definition(NamedTuple):
    """A statement of what ``term`` (a lemma) means, at a place.

    ``meaning`` is what the term is said to be, as lemmas: the same for the same words in other forms.
    """

    place: Place
    term: str
    meaning: tuple[str, ...]


def definitions(places: Iterable[Place], pattern: NeedsQualifier) -> Iterator[Definition]:
    """The definitions of the term, and of compounds that it ends, among its places.

    A name for a party (*Koivurannan Vesi Oy (jäljempänä Asiakas)*) tells who it is in one document,
    and defines nothing.
    """
    for place in places:
        use = use_at(place, pattern)
        if use and (meaning := _meaning(place, use)):
            yield Definition(place, use.readings[0].lemma, meaning)


def _meaning(place: Place, use: Use) -> tuple[str, ...]:
    if _ASKS in use.sentence.text:
        return ()
    if (word := hereafter(place)) is not None:
        return _before(use.sentence, word)
    start = _start(place, use)
    return _lemmas(use.sentence, start, len(use.sentence)) if start is not None else ()


def _start(place: Place, use: Use) -> int | None:
    """Where the words begin that say what the term is."""
    if opens_entry(place):
        return use.index + 2
    verb = meaning_verb(place, use.pattern)
    if verb is not None:
        return verb + 1
    opens = use.phrase.start == 0 and end_of_predicate(use, use.index + 1)
    return use.index + 2 if opens else None


def _before(sentence: Sentence, word: int) -> tuple[str, ...]:
    """The meaning before *(jäljempänä …)*; none if it is a name."""
    end = word - 1
    start = end
    while start > 0 and sentence.form(start - 1) != ",":
        start -= 1
    names = any(sentence.is_name(at) for at in range(start, end) if not sentence.starts_sentence(at))
    return () if names else _lemmas(sentence, start, end)


def _lemmas(sentence: Sentence, start: int, end: int) -> tuple[str, ...]:
    said = range(start, min(end, start + _MOST_TOKENS))
    words = (at for at in said if sentence.is_word(at))
    return tuple(_lemma(sentence, at) for at in words if not sentence.has_lemma(at, lexicon.COPULA))


def _lemma(sentence: Sentence, index: int) -> str:
    """One lemma for all forms of a word, whichever readings a form has; a name only if nothing else."""
    readings = sentence.readings(index)
    lemmas = {r.lemma for r in readings if not r.word_class.is_proper} or {r.lemma for r in readings}
    return min(lemmas, default=sentence.form(index))
