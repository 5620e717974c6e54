"""The dictionary form of a word as written: how it is spelled when it is looked up."""

from __future__ import annotations

import itertools
import unicodedata
from typing import NamedTuple

from termilint.morphology.transducer import MAX_FORM_LENGTH

_TABLE = {
    0x00AD: None,  # soft hyphen
    0x200B: None,  # zero-width space
    0x200C: None,  # zero-width non-joiner
    0x200D: None,  # zero-width joiner
    0x2060: None,  # word joiner
    0x2010: "-",
    0x2011: "-",
    0x2019: "'",
    0x02BC: "'",
}


class Normalized(NamedTuple):
    """A normalised word and, for every index of it and its end, the index in the word as written."""

    text: str
    offsets: tuple[int, ...]


def normalize(form: str) -> str:
    """Return ``form`` in lower case and NFC, without invisible characters; "" if it is too long.

    Hyphens and apostrophes become ``-`` and ``'``. A dash (U+2013) is a boundary between words, so it
    stays and makes the word unknown.
    """
    text = form.lower() if form.isascii() else unicodedata.normalize("NFC", form.translate(_TABLE)).lower()
    return text if len(text) <= MAX_FORM_LENGTH else ""


def normalize_with_offsets(form: str) -> Normalized:
    """Return ``normalize(form)`` and where each of its characters starts in ``form``.

    The last offset is the end of ``form``, so a span of the result maps to a span of the original.
    """
    pieces: list[str] = []
    offsets: list[int] = []
    for start, end in _clusters(form):
        piece = normalize(form[start:end])
        pieces.append(piece)
        offsets += [start] * len(piece)
    text = "".join(pieces)
    if len(text) > MAX_FORM_LENGTH:
        return Normalized("", (0,))
    return Normalized(text, (*offsets, len(form)))


def _clusters(form: str) -> list[tuple[int, int]]:
    """Return the spans of ``form`` that NFC handles apart from each other."""
    bounds = [i for i in range(len(form)) if i == 0 or not _joins_previous(form[i])] + [len(form)]
    return list(itertools.pairwise(bounds))


def _joins_previous(char: str) -> bool:
    return bool(unicodedata.combining(char)) or unicodedata.normalize("NFC", "a" + char) != "a" + char
