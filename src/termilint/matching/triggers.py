"""The cheap question before the dear one: can this text hold anything that a rule speaks of?

A lemma's forms all begin with the same letters. A text in which none of these literals occurs needs
no analysis. A literal may be too short (then more is analysed than needed), never too long.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_VOWELS = "aeiouyäöå"
_MAY_CHANGE = "kptdvjhsmnlrg"
_GEMINATES_OPEN = "kpt"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060*_~`"
_LINE_CUT = re.compile(r"[-\u2010\u2011][ \t]*\r?\n[ \t>]*")
_DIVIDED = re.compile(r"\w[-\u2010\u2011](?=[\s,/])|(?<=\s)[-\u2010\u2011]\w")
_BEGINNING = 4
_FEW = 50  # literals that are compared one by one faster than by their pieces
_INFINITIVES = tuple(f"{letter}{vowel}" for letter in "aeioudtlnr" for vowel in "a") + tuple(
    f"{letter}ä" for letter in "äeiöydtlnr"
)
_VERB_END, _L_VERB_END = 4, 5
_IRREGULAR = {
    **dict.fromkeys("hyvä moni ei se ne tämä nämä me te kuka".split(), ""),
    "pitkä": "pi",
    "hän": "h",
}
_NO_LETTERS = """amp lt gt quot apos nbsp copy reg laquo raquo ldquo rdquo bdquo lsquo rsquo mdash ndash
hellip middot bull times euro larr rarr uarr darr thinsp ensp emsp"""
_ESCAPE = re.compile(rf"&#|\\[uUxN0-7]|&(?!(?:{'|'.join(_NO_LETTERS.split())})\b)[a-zA-Z]")
"""A letter that is not written as itself, or nothing that is written as something."""
_JOINT = re.compile(
    r"""\"[ \t]*[\r\n]+[ \t]*\"|\\(?:[\r\n]+[ \t\f>]*|[ ](?::[\w:+.-]+:)?)?|:[a-z][\w+.-]*:"""
)
"""What readers join the pieces of a string or a word over: line ends in quotes or after a backslash."""
_JOINTS = "\"'#^+"
_SEAM = "\0"
# Each alternative begins with a literal: then the engine passes over all else at once.
_MARKUP = re.compile(
    r"(\0\0*|<!\[cdata\[|\]\]>|<[^<>]*>|\]\0*\((?:[^()]|\([^()]*\))*\)|\]\0*\[[^\]\r\n]*\]"
    r"|\[[.^][^\]\r\n]*\]|\[|\]|!|\{|\})"
)
_BRACKET_IN_TAG = re.compile(r"""=\s*(?:"[^"<>]*>|'[^'<>]*>)""")


def literal_stem(lemma: str) -> str:
    """The letters with which every inflected form of ``lemma`` begins.

    Finnish stems change at their end only: final vowel or -nen/-s type endings, and by consonant
    gradation the stop before them (VISK §§ 41–55).
    """
    first, separator, last = lemma.rpartition("-")
    if separator:
        return f"{first}-{literal_stem(last)}" if last else first
    if lemma.endswith("nen"):
        return lemma[:-3]
    if lemma.endswith(("io", "iö")) or (lemma.endswith(("lin", "rin")) and lemma[-4:-3] in _VOWELS):
        return lemma[:-1]  # no stop alternates there: radion, palvelimen
    if lemma[-1:] in _VOWELS:
        return _before_gradation(lemma[:-1])
    stem = lemma[:-1].rstrip(_VOWELS)
    return stem if stem[-1:] in _GEMINATES_OPEN else _before_gradation(stem)


def word_stem(lemma: str) -> str:
    """The letters with which every form of ``lemma`` begins, be it a noun or a verb.

    A verb's stem may change further from its end (*kuunnella*, *kuuntelen*; *olla*, *on*). Empty where
    the forms share no beginning (*hyvä*, *parempi*).
    """
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    stem = literal_stem(lemma)
    if not lemma.endswith(_INFINITIVES):
        return stem
    kept = len(lemma) - (_L_VERB_END if lemma.endswith(("lla", "llä")) else _VERB_END)
    return stem[: max(1, kept)]


def _before_gradation(stem: str) -> str:
    """Without the last consonant where gradation or assibilation may change it.

    A *k* may take an *i* before it along (*aika*, *ajat*), an *s* its stop (*lapsi*, *lasten*).
    """
    stem = stem.rstrip(_VOWELS)
    if stem.endswith(("ik", "ps", "ts", "ks")):
        return stem[:-2]
    return stem[:-1] if stem[-1:] in _MAY_CHANGE else stem


def fold(text: str) -> str:
    """``text`` as the literals see it: lower case, without what may stand inside a word."""
    folded = unicodedata.normalize("NFC", text.lower())
    return _LINE_CUT.sub("", _without(_INVISIBLE, folded))


def _without(characters: str, text: str, filler: str = "") -> str:
    """``text`` with ``filler`` in place of some characters; many times faster than a pattern."""
    for character in characters:
        if character in text:
            text = text.replace(character, filler)
    return text


def _seams(pieces: Iterable[str], reach: int) -> str:
    """The pieces joined; of long ones, which were looked at before, only what a word over a seam reaches."""
    return "".join(
        piece if len(piece) <= 2 * reach else f"{piece[:reach]}\n{piece[-reach:]}" for piece in pieces
    )


class Folded:
    """Text as the literals see it, for many questions; half a word is looked for when first asked for."""

    __slots__ = ("_has_half_word", "text")

    def __init__(self, text: str) -> None:
        self.text: Final = fold(text)
        self._has_half_word: bool | None = None

    @property
    def has_half_word(self) -> bool:
        """True if a hyphen stands at a word's edge: *asiakas- ja*."""
        if self._has_half_word is None:
            self._has_half_word = _DIVIDED.search(self.text) is not None
        return self._has_half_word


class Triggers:
    """The literals of a set of rules.

    ``terms`` are base forms that may also stand divided, as in *asiakas- ja käyttäjälähtöinen*: then only
    their beginning is there, and a hyphen at a word's edge.
    """

    __slots__ = ("_beginnings", "_literals", "_longest")

    def __init__(self, literals: Iterable[str], terms: Iterable[str] = ()) -> None:
        self._literals = _shortest(literals)
        self._beginnings = _shortest(term[:_BEGINNING] for term in terms)
        self._longest = max(map(len, self._literals), default=_BEGINNING)

    def found_in(self, text: str) -> bool:
        """True if extracted text may hold a match."""
        return self.found_in_folded(Folded(text))

    def found_in_folded(self, folded: Folded) -> bool:
        """Like :meth:`found_in`."""
        return self._found_in_part(folded.text, folded)

    def found_in_source(self, text: str) -> bool:
        """True if a file's raw text may hold a match.

        Letters written as escapes may hide one, and so may what cuts a word: a string's line end, a
        tag, a link. Where a reader may join two pieces, they are looked at as joined.
        """
        folded = Folded(text)
        if self.found_in_folded(folded) or _ESCAPE.search(text) or _BRACKET_IN_TAG.search(text):
            return True
        pieces = _MARKUP.split(_without(_JOINTS, _JOINT.sub(_SEAM, folded.text), _SEAM))
        inside_markup = "\n".join(pieces[1::2]).replace(_SEAM, "")
        return self._found_in_part(f"{_seams(pieces[::2], self._longest)}\n{inside_markup}", folded)

    def _found_in_part(self, text: str, whole: Folded) -> bool:
        """True if a part of a text may hold a match; a half word's hyphen may stand elsewhere."""
        if _holds_any(text, self._literals):
            return True
        return _holds_any(text, self._beginnings) and whole.has_half_word


def _holds_any(text: str, literals: Iterable[str]) -> bool:
    for literal in literals:  # noqa: SIM110  # any() would make a generator for each of many short texts
        if literal in text:
            return True
    return False


def _shortest(literals: Iterable[str]) -> tuple[str, ...]:
    """The literals without those that hold another, the shortest first."""
    kept: dict[str, None] = {}
    for literal in sorted(set(literals), key=lambda literal: (len(literal), literal)):
        if not _holds_one(literal, kept):
            kept[literal] = None
    return tuple(kept)


def _holds_one(literal: str, others: Collection[str]) -> bool:
    if len(others) <= _FEW:
        return any(other in literal for other in others)
    return any(piece in others for piece in _pieces(literal))


def _pieces(literal: str) -> Iterator[str]:
    """Every run of letters in a literal, the empty one first."""
    yield ""
    for start in range(len(literal)):
        for end in range(start + 1, len(literal) + 1):
            yield literal[start:end]
