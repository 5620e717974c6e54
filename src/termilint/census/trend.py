"""What has changed between two censuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.census.model import Change, DocumentChange, Trend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.census.model import Census


def trend(before: Census, after: Census, before_name: str, after_name: str) -> Trend:
    """The senses and documents whose numbers differ, the greatest changes first."""
    senses = sorted(_senses(before, after), key=lambda one: (_size(one), one.sense.term, one.phrase))
    documents = sorted(_documents(before, after), key=lambda one: (_size(one), one.name, one.term))
    return Trend(before_name, after_name, before, after, tuple(senses), tuple(documents))


def _size(change: Change | DocumentChange) -> int:
    return -abs(change.after - change.before)


def _senses(before: Census, after: Census) -> Iterator[Change]:
    old = {count.sense: count for count in before.senses}
    new = {count.sense: count for count in after.senses}
    for sense in sorted(old.keys() | new.keys(), key=lambda one: (one.label.value, one.qualifier)):
        earlier, later = old.get(sense), new.get(sense)
        phrase = (later or earlier or old[sense]).phrase
        numbers = (earlier.uses if earlier else 0, later.uses if later else 0)
        if numbers[0] != numbers[1]:
            yield Change(sense, phrase, *numbers)


def _documents(before: Census, after: Census) -> Iterator[DocumentChange]:
    old = {(one.name, one.term): one.bare for one in before.documents}
    new = {(one.name, one.term): one.bare for one in after.documents}
    for name, term in old.keys() | new.keys():
        numbers = old.get((name, term), 0), new.get((name, term), 0)
        if numbers[0] != numbers[1]:
            yield DocumentChange(name, term, *numbers)
