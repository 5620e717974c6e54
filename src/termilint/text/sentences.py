"""Sentence boundaries of Finnish prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termilint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

ABBREVIATIONS = frozenset(
    """
    aik ao as ark biol dipl ed eKr ekr em ent esim eteläp evl fil fys ha hist huom hum ilm ins jaa
    jne jKr jkr joht ko ks kand kirj kk klo kok kpl kr kts l lab lis lk lkm lt lyh läh lääk m maist
    maks mat max mikr milj min ml mm mom mrd ms muist myös n nim ns nti nk nro o os osm p pj pk ph
    pnä prof ps puh pv pvm r rak rkm rno rva s sek sen seur sh sis siv sivut so suom sv synt t tait
    tal tav tekn teol toht toim tri ts tsto tp tv v va valt vas vast ven vk vko vlk vm vrk vrt vs
    vsk yht yliopp yo ym yms alk art cd co dr eds et etc fig inc ltd mr mrs no nr nrot op p.o st str
    vol vt
    """.split()
)
"""Abbreviations written with a full stop that does not end a sentence (Kotus, lyhenneluettelo)."""

_BOUNDARY = re.compile(r"[.!?…]+[\"”»’')\]]*(?=\s)|[•●▪◦■]|(?<=\s)[|¦](?=\s)")
_NEXT = re.compile(r"\s*[\"”»’'(\[–—-]*\s*(\S)")
_LAST_WORD = re.compile(r"(\S+?)[.]$")
_ENDS_ANYWAY = frozenset("jne ym yms".split())
_MONTH = re.compile(r"\s*(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu")
_MAX_TAIL = 64
_MAX_LENGTH = 4_000
"""Code points of a sentence: what is longer is none, and would make every finding in it cost its length."""

_CUT = re.compile(rf"(?s:.{{1,{_MAX_LENGTH}}}(?<=\s))|\S+")
"""As much as a sentence may have, to a blank; a word that is longer as a whole."""


def sentences(text: str) -> Iterator[TextSpan]:
    """The sentences of a block's text, in order, without the white space between them.

    Text that goes on and on without an end of sentence is cut between words.
    """
    start = 0
    for match in _BOUNDARY.finditer(text):
        if _ends_sentence(text, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[TextSpan]:
    for first, last in _bounded(text, start, end):
        piece = text[first:last]
        left = first + len(piece) - len(piece.lstrip())
        right = first + len(piece.rstrip())
        if left < right:
            yield TextSpan(left, right)


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The range from ``start`` to ``end``, cut behind blanks where it is too long for a sentence."""
    while end - start > _MAX_LENGTH:
        match = _CUT.match(text, start, end)
        cut = match.end() if match else end
        yield start, cut
        start = cut
    yield start, end


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] not in ".…!?":
        return True
    following = _NEXT.match(text, match.end())
    if following is None:
        return True
    first = following.group(1)
    if mark == "." and not _full_stop_ends(text, match.start(), first):
        return False
    return first.isupper() or first.isdigit() or not first.isalnum() or first == "\ufffc"


def _full_stop_ends(text: str, at: int, following: str) -> bool:
    """False for the full stop of an abbreviation, an initial or an ordinal number."""
    tail = text[max(0, at - _MAX_TAIL) : at + 1]
    word_match = _LAST_WORD.search(tail.rsplit(None, 1)[-1])
    if word_match is None:
        return True
    word = word_match.group(1).lstrip('("”»[–-')
    if word.isdigit():
        return following.isupper() and not _MONTH.match(text, at + 1)
    if word in _ENDS_ANYWAY:
        return following.isupper()
    is_initial = len(word) == 1 and word.isupper()
    return not (is_initial or word.lower() in ABBREVIATIONS or _is_dotted(word))


def _is_dotted(word: str) -> bool:
    """True for *o.s*, *e.m*, *t.m.s*: single letters between full stops."""
    pieces = word.split(".")
    return len(pieces) > 1 and all(len(piece) <= 2 for piece in pieces)
