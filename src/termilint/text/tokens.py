"""Tokens: words, numbers, marks and things that are not prose, with exact places.

Offsets are code points of the block's text. Nothing is normalised here but the ``forms`` of a word
that a line end cuts in two: morphology normalises spelling itself.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from termilint.model.document import OBJECT

if TYPE_CHECKING:
    from collections.abc import Iterator


class TokenKind(Enum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    OPAQUE = "opaque"  # not prose: an address, a file name, an identifier, a placeholder, code


class Token(NamedTuple):
    """A token and its place in the block's text.

    ``forms`` are the spellings to look up, most likely first: a word has one, a word that is cut by
    a hyphen at a line end has two (*asiakas-⏎palvelu*: without the hyphen and with it).
    """

    text: str
    start: int
    end: int
    kind: TokenKind
    forms: tuple[str, ...]

    @property
    def is_word(self) -> bool:
        """True for a word, also a suspended or continued one."""
        return self.kind is TokenKind.WORD

    @property
    def word(self) -> str:
        """The most likely spelling of the word, as capitalised in the text."""
        return self.forms[0]

    @property
    def is_capitalized(self) -> bool:
        """True if the first letter is a capital."""
        return self.text[:1].isupper()

    @property
    def is_suspended(self) -> bool:
        """True for a first part whose head comes later: *asiakas- ja toimittajatiedot*."""
        return self.is_word and self.text[-1] in HYPHENS

    @property
    def continues_open_compound(self) -> bool:
        """True for a last part after a space: *New York -asiakas*."""
        return self.is_word and self.text[0] in HYPHENS


HYPHENS = "-\u2010\u2011"
_HYPHEN = r"[\-\u2010\u2011]"
_JOINERS = "\u00ad\u200b\u200c\u200d\u2060"
_LETTER = r"[^\W\d_]"
_WORD_CHAR = rf"(?:{_LETTER}|[0-9\u0300-\u036f{_JOINERS}])"
_COORDINATORS = "ja|tai|sekä|eli|taikka|kuin|että|eikä|tahi"
_LINE_CUT = rf"{_HYPHEN}[ \t]*\r?\n[ \t]*(?=[a-zåäöšž])(?!(?:{_COORDINATORS})\b)"

# Every repetition that could start anew inside a long run of letters is bounded, so that the time
# is linear in the text whatever it holds.
_URL = r"(?:(?:https?|ftp|file|mailto|tel):[^\s<>\"”]+|www\.[^\s<>\"”]+)"
_EMAIL = r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]+)+"
_PLACEHOLDER = (
    r"\{\{[^{}]{0,80}\}\}|\$?\{[^{}\n]{0,80}\}|%\([\w.]+\)[a-z]|%\{\w+\}|%[0-9.]*\$?[sdifu@](?!\w)"
    r"|\[\[[^\[\]\n]{1,80}\]\]|!INCLUDE\s?\[[^\]\n]*\]|</?[a-zA-Z][^<>\n]{0,200}>"
)
_HANDLE = r"(?<![\w&])[@#][\w-]*[^\W\d]\w*|(?<![\w-])--[a-zåäö][\w-]*|(?<![\w:]):[a-z][\w+-]*:(?!\w)"
_EXTENSION = (
    r"(?:md|mdx|txt|html?|rst|adoc|json|ya?ml|toml|po|xlf|xliff|properties|xml|csv|tsv|tsx?|jsx?|vue|docx?"
    r"|pptx?|xlsx?|odt|odp|pdf|py|sh|css|svg|png|jpe?g|gif|zip|exe|fi|com|org|net|eu|info|io|se)"
)
_FILE = rf"(?:[\w~-]{{1,80}}\.){{1,8}}{_EXTENSION}(?!\w)(?:/[^\s<>\"”)]*)?"
_PATH = (
    r"(?<![\w.])(?:\.{0,2}|~)/[\w.-]+(?:/[\w.-]+)+/?|\w[\w.-]{0,80}(?:/[\w.-]+){2,}/?"
    r"|[A-Za-z]:\\[^\s\"]+"
)
_IDENTIFIER = (
    r"(?=[^\W_]{0,80}_)\w+|(?=[a-zåäö][a-zåäö0-9]{0,80}[A-ZÅÄÖ])\w+(?:\(\))?|\w{1,80}\(\)"
    r"|\w{1,80}(?:::\w+)+|(?:[a-zåäö][a-zåäö0-9]{1,80}\.)+[a-zåäö]\w+(?:\(\))?"
)
_PLAIN_WORD = rf"(?:{_LETTER}[a-zåäö]*|[A-ZÅÄÖ]+)(?=[\s,;!?)”]|\.?(?:\s|\Z))"
_WORD = (
    rf"(?:(?<![\w\-\u2010\u2011]){_HYPHEN}(?={_LETTER}))?"
    rf"(?:[0-9]+(?:[:\-\u2010\u2011](?={_LETTER}))?)?{_LETTER}{_WORD_CHAR}*"
    rf"(?:(?:{_LINE_CUT}|[\-\u2010\u2011{_JOINERS}:'’ʼ´]){_WORD_CHAR}+)*"
    rf"{_HYPHEN}?"
)
_NUMBER = r"[0-9]+(?:[.,:\u00a0\u202f ](?=[0-9])[0-9]+)*(?:[ \u00a0]?%(?::\w+)?)?"
_TOKEN = re.compile(
    rf"(?P<word>{_PLAIN_WORD})"
    rf"|(?P<opaque>{_URL}|{_EMAIL}|{_PLACEHOLDER}|{_HANDLE}|{_PATH}|{_FILE}|{_IDENTIFIER}|{OBJECT})"
    rf"|(?P<hyphened>{_WORD})|(?P<number>{_NUMBER})|(?P<mark>\.\.\.+|[^\s])"
)
_CUT = re.compile(rf"({_HYPHEN})[ \t]*\r?\n[ \t]*")
_TRAILING = ".,;:!?)]}’'\"»"
_KINDS = {kind.value: kind for kind in TokenKind} | {"hyphened": TokenKind.WORD}


def tokenize(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of ``text[start:end]`` in order; white space is in none of them."""
    stop = len(text) if end is None else end
    at = start
    while match := _TOKEN.search(text, at, stop):
        kind = _KINDS[match.lastgroup or "mark"]
        token_end = match.end()
        if kind is TokenKind.OPAQUE:
            token_end = _without_trailing_marks(text, match.start(), token_end)
        piece = text[match.start() : token_end]
        forms = _forms(piece) if kind is TokenKind.WORD else (piece,)
        yield Token(piece, match.start(), token_end, kind, forms)
        at = token_end


def _without_trailing_marks(text: str, start: int, end: int) -> int:
    """Sentence marks after an address belong to the sentence."""
    if text[start] in "{[<%!($:":
        return end
    while end > start + 1 and text[end - 1] in _TRAILING:
        if text[end - 1] == ")" and "(" in text[start:end]:
            break
        end -= 1
    return end


def _forms(piece: str) -> tuple[str, ...]:
    if "\n" not in piece:
        return (piece,)
    return (_CUT.sub("", piece), _CUT.sub(r"\1", piece))
