"""Words that a rule asks for: does the dictionary know them, and as base forms?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.morphology.features import Features

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.morphology.analyzer import Analyzer

MOST = 3

_LETTERS = "aeiouyäöåkptdvjhsmnlrgbfcwxzq"
_OTHER_VOWEL = str.maketrans("aouäöy", "äöyaou")


def base_forms(word: str, analyzer: Analyzer) -> tuple[str, ...]:
    """The base forms that ``word`` can be a form of, the likeliest first; none for an unknown word."""
    return tuple(dict.fromkeys(reading.lemma for reading in analyzer.analyze(word)))


def is_base_form(word: str, analyzer: Analyzer) -> bool:
    """True if ``word`` is the base form of a noun, an adjective, a verb or a particle."""
    return any(word in (reading.lemma, reading.verb) for reading in analyzer.analyze(word))


def is_inflected(word: str, analyzer: Analyzer) -> bool:
    """True if ``word`` is known, but as nothing else than inflected forms; names may be in small letters."""
    readings = analyzer.analyze(word)
    return bool(readings) and all(
        reading.lemma.lower() != word.lower() and Features() != reading.features for reading in readings
    )


def nearest(word: str, analyzer: Analyzer) -> tuple[str, ...]:
    """At most :data:`MOST` base forms that are one slip away from ``word``, the likeliest slip first.

    If there are none, those of inflected forms that are one slip away.
    """
    near = [one for one in dict.fromkeys(_one_slip_away(word.lower())) if analyzer.analyze(one)]
    found = [one for one in near if one != word and is_base_form(one, analyzer)]
    bases = found or [base for one in near for base in base_forms(one, analyzer)]
    return tuple(dict.fromkeys(bases))[:MOST]


def _one_slip_away(word: str) -> Iterator[str]:
    """Vowels from the other row, letters twice or once, in the wrong order, too many, wrong, missing."""
    yield word.translate(_OTHER_VOWEL)
    places = range(len(word))
    yield from (word[:at] + word[at].translate(_OTHER_VOWEL) + word[at + 1 :] for at in places)
    yield from (word[:at] + word[at] + word[at:] for at in places)
    yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in places[:-1])
    yield from (word[:at] + word[at + 1 :] for at in places)
    yield from (word[:at] + letter + word[at:] for at in range(len(word) + 1) for letter in _LETTERS)
    yield from (word[:at] + letter + word[at + 1 :] for at in places for letter in _LETTERS)
