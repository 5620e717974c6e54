"""Capitals of a rewrite: as the text has them."""

from __future__ import annotations


def with_capitals_of(model: str, text: str) -> str:
    """``text`` in capitals, or with a first capital, as ``model`` is.

    The capitals of an acronym (*IT-asiakas*) belong to the acronym: what replaces it has none.
    """
    letters = [letter for letter in model if letter.isalpha()]
    if len(letters) > 1 and all(letter.isupper() for letter in letters):
        return text.upper()
    if letters and letters[0].isupper() and not starts_with_acronym(model):
        return text[:1].upper() + text[1:]
    return text


def starts_with_acronym(word: str) -> bool:
    """True for *IT-asiakas* and *B2B-asiakas*, not for *ASIAKAS* or *Asiakas*."""
    first, hyphen, _ = word.partition("-")
    return bool(hyphen) and len(first) > 1 and first.isupper() and not word.isupper()


def without_first_capital(word: str) -> str:
    """``word`` in lower case if only its first letter is a capital."""
    return word if word[1:2].isupper() else word[:1].lower() + word[1:]
