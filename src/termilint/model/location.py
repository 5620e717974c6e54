"""Where a text stands in a document, for people: on which slide, in which cell, under which key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Landmark(NamedTuple):
    """Something that a person can find: a slide, a footnote, a cell. ``numbers`` count from 1."""

    kind: str
    numbers: tuple[int, ...] = ()


Location = tuple[str | Landmark, ...]
"""From the whole to the part; titles and keys are given as they stand. Empty where lines say it all."""


def in_words(location: Location, names: Mapping[str, str]) -> str | None:
    """A location as people read it (*dia 4, Tavoitteet*), None for an empty one.

    ``names`` gives the words for each kind of landmark, with ``{}`` for each of its numbers; a
    landmark without numbers goes without.
    """
    return ", ".join(_step(step, names) for step in location if step) or None


def _step(step: str | Landmark, names: Mapping[str, str]) -> str:
    if isinstance(step, str):
        return step
    name = names[step.kind]
    return name.format(*step.numbers) if step.numbers else name.replace(" {}", "")
