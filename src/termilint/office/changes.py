"""What comments and tracked changes have in common in all formats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

AUTHOR = "termilint"
INITIALS = "tl"

_TOKEN = re.compile(r"&#?\w+;|\w+|\s+|.", re.DOTALL)
_MOST_TOKENS = 20_000
"""Beyond so many words and marks two texts are not compared: one stands for the other as a whole."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment to write: at which code points of the source's text, and its paragraphs.

    ``place`` says in words where that is, for a place that can bear no comment itself.
    """

    start: int
    end: int
    paragraphs: tuple[str, ...]
    place: str | None = None

    def texts(self, *, says_where: bool) -> tuple[str, ...]:
        """The paragraphs, with the place before them where the comment cannot stand at it."""
        head = (f"{self.place}:",) if says_where and self.place else ()
        return head + self.paragraphs


class Change(NamedTuple):
    """A piece of text: ``old`` and ``new`` are the same where nothing changed.

    With ``inserts_first`` the new text is shown before the old one: where a word goes on in the next
    run, its deleted pieces then stand together.
    """

    old: str
    new: str
    inserts_first: bool = False

    @property
    def is_same(self) -> bool:
        """True where nothing changed."""
        return self.old == self.new


class Replacement(NamedTuple):
    """What stands in a part's text instead of a range of it."""

    start: int
    end: int
    text: str


def replaced(text: str, replacements: Iterable[Replacement]) -> str:
    """``text`` with replacements that do not overlap; of two at one place the first given comes first."""
    pieces: list[str] = []
    at = 0
    for start, end, new in sorted(replacements, key=lambda one: one[:2]):
        pieces += text[at:start], new
        at = end
    return "".join([*pieces, text[at:]])


def changes_of_runs(olds: Sequence[str], news: Sequence[str]) -> list[list[Change]]:
    """The changes of each run's text, for all runs in order."""
    found = [list(changes(old, new)) if old != new else [] for old, new in zip(olds, news, strict=True)]
    for mine, following in pairwise(found):
        if mine and following and mine[-1].new and not mine[-1].is_same and not following[0].new:
            mine[-1] = mine[-1]._replace(inserts_first=True)
    return found


def changes(old: str, new: str) -> Iterator[Change]:
    """Raw character data compared word by word; together the pieces give both texts."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) + len(after) > _MOST_TOKENS:
        yield Change(old, new)
        return
    start = _same_at_start(before, after)
    rest = min(len(before), len(after)) - start
    end = min(_same_at_start(before[::-1], after[::-1]), rest)
    before_end, after_end = len(before) - end, len(after) - end
    yield from _same(before[:start])
    yield from _compared(before[start:before_end], after[start:after_end])
    yield from _same(before[before_end:])


def _same_at_start(first: list[str], second: list[str]) -> int:
    pairs = zip(first, second, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second)))


def _same(tokens: list[str]) -> Iterator[Change]:
    if tokens:
        yield Change("".join(tokens), "".join(tokens))


def _compared(before: list[str], after: list[str]) -> Iterator[Change]:
    """Spaces between two changes belong to them: single blanks are no common text."""
    old = new = ""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after).get_opcodes():
        old_piece, new_piece = "".join(before[i1:i2]), "".join(after[j1:j2])
        if tag == "equal" and not (old_piece.isspace() and (old or new)):
            if old or new:
                yield Change(old, new)
            old = new = ""
            yield Change(old_piece, new_piece)
        else:
            old += old_piece
            new += new_piece
    if old or new:
        yield Change(old, new)


def timestamp(moment: datetime) -> str:
    """A moment as Office formats write it, in UTC with whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
