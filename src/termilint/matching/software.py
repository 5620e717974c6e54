"""Client programs: an *asiakas* that asks a server, and is no person."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from termilint.morphology.features import Case

if TYPE_CHECKING:
    from termilint.matching.use import Use
    from termilint.rules.model import WordSet

_TIGHT_JOINS = ("–", "/")
_JOINS = ("ja", "tai", "sekä", *_TIGHT_JOINS)
_ENOUGH_IN_BLOCK = 2
_ENOUGH_WITH_ONE_NEAR = 3
_ENOUGH_IN_DOCUMENT = 4


def named_program(use: Use) -> str:
    """*DHCP-asiakas*, *asiakas ja palvelin*: the compound part or the partner; empty if there is none."""
    for reading in use.readings:
        if parts := use.pattern.software.intersection(use.modifiers(reading)):
            return min(parts)
    return _partner(use, -1) or _partner(use, 1)


def _partner(use: Use, direction: int) -> str:
    """*palvelin* in *asiakas ja palvelin*, *asiakas/palvelin-verkko*, *asiakkaalta palvelimelle*."""
    sentence, near = use.sentence, use.index + direction
    far = near + direction
    other = far if sentence.form(near) in _JOINS else near
    if other == near and not use.has_case(Case.ABLATIVE, Case.ALLATIVE):
        return ""
    begins = sentence.form(near) in _TIGHT_JOINS and sentence.any_reading(
        other, lambda reading: reading.parts[0] in use.pattern.software
    )
    if sentence.is_word(other) and (begins or sentence.has_head(other, use.pattern.software)):
        return sentence.tokens[other].text
    return ""


def technical_text(use: Use) -> str:
    """The words of client and server programs that a text about them holds; empty for other texts.

    Two in the same paragraph are enough, or *asiakas/palvelin*, or one there and more elsewhere.
    Without one there the document must be full of them, and speak of no *asiakaspalvelu*,
    *asiakasnumero* or the like.
    """
    words = use.pattern.client_server
    if not words or any(reading.possessive for reading in use.readings):
        return ""
    if pair := _pair(use.pattern.lemma, use.pattern.software).search(use.setting.block.text.lower()):
        return pair[0]
    near = use.setting.near(words)
    if len(near) >= _ENOUGH_IN_BLOCK:
        return ", ".join(sorted(near))
    everywhere = use.setting.topic.everywhere(words)
    is_technical = len(everywhere) >= (_ENOUGH_WITH_ONE_NEAR if near else _ENOUGH_IN_DOCUMENT)
    return ", ".join(sorted(everywhere)) if is_technical and (near or not _has_customers(use)) else ""


@lru_cache
def _pair(lemma: str, software: WordSet) -> re.Pattern[str]:
    """Finds *asiakas/palvelin* and *asiakas-palvelin* with whatever follows."""
    return re.compile(rf"\b{re.escape(lemma)} ?[/–-] ?(?:{'|'.join(map(re.escape, sorted(software)))})\w*")


def _has_customers(use: Use) -> bool:
    """True if the document has compounds of the term that are no part of a program."""
    return bool(use.setting.topic.compounds(use.pattern.lemma) - use.pattern.client_server)
