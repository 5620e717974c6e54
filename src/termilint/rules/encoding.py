"""Rule sets as plain JSON data and back, for what the build stores: everything in them was checked before.

A record is a list of its type's number and its fields; a tuple or a set begins with a number of its
own. Word sets, which rules share, stand in a table and are named by their place there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from termilint.model.document import BlockKind
from termilint.model.finding import Confidence, Severity
from termilint.model.fix import Applicability
from termilint.rules import model
from termilint.rules.model import RuleSet

if TYPE_CHECKING:
    from collections.abc import Mapping

_RECORDS = (
    model.Example,
    model.Gap,
    model.Localized,
    model.Mark,
    model.NeedsQualifier,
    model.Pack,
    model.Phrase,
    model.PhrasePattern,
    model.Rule,
    model.SuggestionTemplate,
    model.Term,
    model.Word,
)
_CHOICES = (Applicability, BlockKind, Confidence, Severity)
_NUMBERS = {kind: number for number, kind in enumerate((*_RECORDS, *_CHOICES))}
_TUPLE = -1
_WORDS = -2
_SET = -3


def encoded(rules: RuleSet) -> dict[str, Any]:
    """``rules`` as data that JSON can hold.

    Raises TypeError for a value of a kind that rules do not have.
    """
    sets: dict[frozenset[str], int] = {}
    content = [_encoded(tuple(rules), sets), _encoded(rules.packs, sets)]
    return {"fields": _fields(), "sets": [sorted(words) for words in sets], "content": content}


def decoded(data: Mapping[str, Any]) -> RuleSet | None:
    """The rules that :func:`encoded` made ``data`` of; None if records had other fields then."""
    if data.get("fields") != _fields():
        return None
    decode = _Decoder([frozenset(words) for words in data["sets"]]).value
    rules, packs = data["content"]
    return RuleSet(decode(rules), decode(packs))


def _fields() -> list[list[str]]:
    return [[kind.__name__, *kind._fields] for kind in _RECORDS]


def _encoded(value: Any, sets: dict[frozenset[str], int]) -> Any:
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, frozenset) and all(isinstance(item, str) for item in value):
        return [_WORDS, sets.setdefault(value, len(sets))]
    if isinstance(value, frozenset):
        return [_SET, *sorted(_encoded(item, sets) for item in value)]
    if isinstance(value, _CHOICES):
        return [_NUMBERS[type(value)], value.value]
    if isinstance(value, (tuple, *_RECORDS)):
        return [_NUMBERS.get(type(value), _TUPLE), *(_encoded(item, sets) for item in value)]
    raise TypeError(f"a rule cannot hold {value!r}")


class _Decoder:
    def __init__(self, sets: list[frozenset[str]]) -> None:
        self._sets = sets

    def value(self, data: Any) -> Any:
        """What a list stands for; anything else is itself."""
        if type(data) is not list:
            return data
        number = data[0]
        if number == _WORDS:
            return self._sets[data[1]]
        # Most values are plain, and a call for each would take half the time.
        values = [self.value(item) if type(item) is list else item for item in data[1:]]
        if number < 0:
            return tuple(values) if number == _TUPLE else frozenset(values)
        if number < len(_RECORDS):
            return _RECORDS[number]._make(values)
        return _CHOICES[number - len(_RECORDS)](values[0])
