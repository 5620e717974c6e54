"""Compounds: change the first part and keep the rest of the word as it is written.

The template brings its own joint (*kanta-asiakas*, *yritysasiakas*): whether a hyphen stands depends
on the first part and the head's first letter, and both are in the template.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.morphology.normalize import normalize_with_offsets
from termilint.suggestions.capitals import with_capitals_of, without_first_capital

if TYPE_CHECKING:
    from termilint.morphology.analysis import Analysis
    from termilint.suggestions.template import TemplateWord

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"


def shared_head(reading: Analysis, word: TemplateWord) -> str | None:
    """The last compound part that ``reading`` and a template's word have in common, if they do."""
    head = reading.head
    is_shared = any(other.head == head for other in word.readings)
    return head if is_shared and reading.lemma.endswith(head) and word.text.endswith(head) else None


def with_first_part(surface: str, old: str, new: str) -> str | None:
    """``surface`` with ``new`` for the letters ``old`` at its start; None if it does not start so.

    Soft hyphens and other invisible characters of the rest stay.
    """
    text, offsets = normalize_with_offsets(surface)
    if not text.startswith(old.lower()) or len(text) == len(old):
        return None
    end = offsets[len(old)] if old else 0
    while end and surface[end - 1] in _INVISIBLE:
        end -= 1
    rest = surface[end:]
    if not old:
        rest = without_first_capital(rest)
    if not new:
        rest = rest.lstrip(_INVISIBLE)
    return with_capitals_of(surface, new + rest)


def suspended_part(surface: str, first_part: str) -> str | None:
    """``first_part`` as the first half of a compound: *ihmis-* for *asiakas-*."""
    first = first_part.rstrip("-")
    return with_capitals_of(surface, first) + surface[-1] if first else None
