"""Is a term the head of a word, and what stands before it in the compound?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termilint.morphology.analysis import Analysis


def parts_before(reading: Analysis, term: str) -> tuple[str, ...] | None:
    """The compound parts before the term that ends the word; None if the word does not end in it.

    A term may be a compound itself: *ydinsidosryhmä* has the part *ydin* before *sidosryhmä*.
    """
    letters = term.replace("-", "")
    tail = ""
    for at in range(len(reading.parts) - 1, -1, -1):
        tail = reading.parts[at].replace("-", "") + tail
        if tail == letters:
            return reading.parts[:at]
        if len(tail) >= len(letters):
            return None
    return None


def ends_in(reading: Analysis, term: str) -> bool:
    """True if the word is the term or a compound whose head it is."""
    return parts_before(reading, term) is not None
