"""Words in rules that no text can have: unknown ones, and inflected forms where base forms belong."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from termilint.authoring.spelling import base_forms, is_base_form, is_inflected, nearest
from termilint.rules.problems import quoted
from termilint.rules.syntax import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.packs import Written
    from termilint.rules.problems import Problem
    from termilint.rules.values import Value

_NO_LEMMA = frozenset({"*", "=", "$", *MARKS})
_NO_WORDS = frozenset({"lemma", "open_class"})


def problems(written: Written, analyzer: Analyzer, texts: Mapping[str, str]) -> Iterator[Problem]:
    """The words of rules, lists and packs that are not base forms.

    A word to look for and a cue must be known; a word set may also have names and abbreviations.
    """
    needed = chain.from_iterable(_needed(rule) for rule in written.values.values())
    for value, word in chain(needed, chain.from_iterable(map(_in_pack, written.packs))):
        if message := complaint(word, analyzer, texts):
            yield value.problem(message)
    for value, word in chain(_sets(written.values.values()), _listed(written.lists.values())):
        if is_inflected(word, analyzer) and (message := complaint(word, analyzer, texts)):
            yield value.problem(message)


def complaint(word: str, analyzer: Analyzer, texts: Mapping[str, str]) -> str | None:
    """What to say of a word that is no base form; None for one that is."""
    if is_base_form(word, analyzer):
        return None
    bases = base_forms(word, analyzer)
    if bases:
        return texts["inflected"].format(word, _or(bases[:3]))
    near = nearest(word, analyzer)
    return texts["unknown_near" if near else "unknown"].format(word, _or(near))


def _or(words: Iterable[str]) -> str:
    return ", ".join(map(quoted, words))


def _needed(rule: Value) -> Iterator[tuple[Value, str]]:
    members = rule.members()
    for kind, pattern in members["match"].members().items():
        parts = pattern.members()
        if kind == "term":
            yield from _plain(parts["words"])
        elif kind == "phrase":
            yield from _lemmas(parts["patterns"])
        else:
            yield from _plain(parts["lemma"])
    if "unless" in members:
        yield from _lemmas(members["unless"])
    if "other_sense" in members:
        yield from _plain(members["other_sense"])
    yield from _cues(members)


def _cues(members: Mapping[str, Value]) -> Iterator[tuple[Value, str]]:
    for suggestion in members["suggestions"].items() if "suggestions" in members else ():
        if isinstance(suggestion.data, dict) and "cues" in suggestion.data:
            yield from _plain(suggestion.members()["cues"])


def _in_pack(pack: Value) -> Iterator[tuple[Value, str]]:
    members = pack.members()
    if "unless" in members:
        yield from _lemmas(members["unless"])
    for change in members["rules"].members().values() if "rules" in members else ():
        changed = change.members() if isinstance(change.data, dict) else {}
        if "unless" in changed:
            yield from _lemmas(changed["unless"])
        yield from _cues(changed)


def _sets(rules: Iterable[Value]) -> Iterator[tuple[Value, str]]:
    for rule in rules:
        for kind, pattern in rule.members()["match"].members().items():
            if kind == "needs_qualifier":
                for key, value in pattern.members().items():
                    yield from _plain(value) if key not in _NO_WORDS else ()


def _listed(lists: Iterable[Value]) -> Iterator[tuple[Value, str]]:
    for value in lists:
        yield from _plain(value)


def _plain(value: Value) -> Iterator[tuple[Value, str]]:
    """The words of a text or of a list of texts, without those of named lists."""
    for scalar in scalars(value):
        yield from ((scalar, word) for word in str(scalar.data).split() if not word.startswith("$"))


def _lemmas(value: Value) -> Iterator[tuple[Value, str]]:
    """The words of phrase patterns, without gaps, marks, exact forms and named lists."""
    for scalar in scalars(value):
        options = chain.from_iterable(part.split("|") for part in str(scalar.data).split())
        yield from ((scalar, option) for option in options if option[:1] not in _NO_LEMMA)


def scalars(value: Value) -> Iterator[Value]:
    """The value itself, or the items of the list that it is."""
    if isinstance(value.data, list):
        for item in value.items():
            yield from scalars(item)
    else:
        yield value
