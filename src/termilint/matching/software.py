"""Client programs: an *asiakas* that asks a server, and is no person."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from termilint.matching import lexicon
from termilint.morphology.features import Case

if TYPE_CHECKING:
    from termilint.matching.use import Use
    from termilint.morphology.analysis import Analysis
    from termilint.rules.model import WordSet

_ENDS = (Case.NOMINATIVE, Case.ALLATIVE, Case.ABLATIVE, Case.ILLATIVE)
_TIGHT_JOINS = ("–", "/")
_JOINS = ("ja", "tai", "sekä", "että", "kuin", *_TIGHT_JOINS)
_ENOUGH_IN_BLOCK = 2
_ENOUGH_WITH_ONE_NEAR = 3
_ENOUGH_IN_DOCUMENT = 4


def named_program(use: Use) -> str:
    """*DHCP-asiakas*, *asiakas ja palvelin*: the compound part or the partner; empty if there is none.

    So is the other end of a message: *asiakas lähettää pyynnön palvelimelle*.
    """
    for reading in use.readings:
        if part := program_part(use, reading):
            return part
    return _partner(use, -1) or _partner(use, 1) or _other_end(use)


def program_part(use: Use, reading: Analysis) -> str:
    """*dhcp* in *DHCP-asiakas*, *komentorivi* in *komentoriviasiakas*; empty if no part names a program."""
    parts = use.modifiers(reading)
    return min(use.pattern.software.intersection({*parts, "".join(parts)}), default="")


def _partner(use: Use, direction: int) -> str:
    """*palvelin* in *asiakas ja palvelin*, *asiakas/palvelin-verkko*, *asiakkaalta palvelimelle*."""
    sentence, near = use.sentence, use.index + direction
    far = near + direction
    other = far if sentence.form(near) in _JOINS else near
    if other == near and not _is_way_between(use, other):
        return ""
    begins = sentence.form(near) in _TIGHT_JOINS and sentence.any_reading(
        other, lambda reading: reading.parts[0] in use.pattern.software
    )
    return sentence.tokens[other].text if begins or other == near or _is_equal(use, other) else ""


def _is_equal(use: Use, other: int) -> bool:
    """True for *palvelin* beside *asiakas*; not for *palvelimen*, which belongs to a word after it."""
    cases = {reading.case for reading in use.readings}
    return use.sentence.any_reading(
        other, lambda r: r.head in use.pattern.software and (r.case is None or r.case in cases)
    )


def _is_way_between(use: Use, other: int) -> bool:
    """True for *asiakkaalta palvelimelle*, not for *lähetämme palvelimen asiakkaalle*."""
    sentence = use.sentence
    there = use.has_case(Case.ALLATIVE) and sentence.has_case(other, Case.ABLATIVE)
    back = use.has_case(Case.ABLATIVE) and sentence.has_case(other, Case.ALLATIVE)
    return (there or back) and sentence.has_head(other, use.pattern.software)


def _other_end(use: Use) -> str:
    """*palvelimelle* in *asiakas lähettää pyynnön palvelimelle*: what programs exchange is in the clause too.

    A firm's own server is none: *palvelimellemme*. Nor is the server of *palvelimen ylläpitäjälle*.
    """
    if not use.has_case(*_ENDS) or any(reading.possessive for reading in use.readings):
        return ""
    if not use.setting.near(use.pattern.client_server):
        return ""
    sentence, clause = use.sentence, tuple(use.sentence.clause(use.index))
    if not any(sentence.has_head(at, lexicon.MESSAGES) for at in clause):
        return ""
    servers = (at for at in clause if sentence.has_head(at, use.pattern.software) and _is_end(use, at))
    return next((sentence.tokens[at].text for at in servers), "")


def _is_end(use: Use, index: int) -> bool:
    return use.sentence.any_reading(
        index, lambda r: r.case in _ENDS and r.possessive is None and r.head in use.pattern.software
    )


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
    enough = _ENOUGH_WITH_ONE_NEAR if near else _ENOUGH_IN_DOCUMENT
    everywhere = use.setting.topic.everywhere(words, enough)
    is_technical = len(everywhere) >= enough
    return ", ".join(sorted(everywhere)) if is_technical and (near or not _has_customers(use)) else ""


@lru_cache
def _pair(lemma: str, software: WordSet) -> re.Pattern[str]:
    """Finds *asiakas/palvelin* and *asiakas-palvelin* with whatever follows."""
    return re.compile(rf"\b{re.escape(lemma)} ?[/–-] ?(?:{'|'.join(map(re.escape, sorted(software)))})\w*")


def _has_customers(use: Use) -> bool:
    """True if the document has compounds of the term that are no part of a program."""
    return bool(use.setting.topic.compounds(use.pattern.lemma) - use.pattern.client_server)
