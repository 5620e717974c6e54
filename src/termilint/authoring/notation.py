"""A rule as a rule file says it, whatever it was read from and whatever has changed it since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from termilint.model.finding import Confidence
from termilint.model.fix import Applicability
from termilint.rules import schema
from termilint.rules.model import PhrasePattern
from termilint.rules.syntax import markup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.rules.model import Localized, Pattern, Rule, SuggestionTemplate

Data = dict[str, Any]

_WIDTH = 100
_FIX = {applicability: name for name, applicability in schema.APPLICABILITIES.items()}


def rule_file(rule: Rule) -> str:
    """A rule file with this rule alone; what a rule has without saying it is left out."""
    return yaml.safe_dump({"rules": [data(rule)]}, allow_unicode=True, sort_keys=False, width=_WIDTH)


def data(rule: Rule) -> Data:
    """The rule as plain data, its keys in the order in which people read them."""
    return dict(_entries(rule))


def _entries(rule: Rule) -> Iterator[tuple[str, Any]]:
    yield "id", rule.id
    yield "severity", rule.severity.value
    if rule.confidence is not Confidence.HIGH:
        yield "confidence", rule.confidence.value
    if rule.where:
        yield "where", [name for name, kinds in schema.PLACES.items() if kinds <= rule.where]
    if not rule.enabled:
        yield "enabled", False
    yield "match", {_kind(rule.pattern): _pattern(rule.pattern)}
    if rule.unless:
        yield "unless", _plain(rule.unless)
    if rule.other_sense:
        yield "other_sense", _plain(rule.other_sense)
    for key in ("message", "why", "source"):
        yield key, _localized(getattr(rule, key))
    if rule.suggestions:
        yield "suggestions", [_suggestion(suggestion) for suggestion in rule.suggestions]
    if rule.applicability is not Applicability.UNSAFE:
        yield "fix", _FIX[rule.applicability]
    yield "examples", {"bad": list(map(markup, rule.bad)), "good": list(map(markup, rule.good))}


def _kind(pattern: Pattern) -> str:
    return next(name for name, kind in schema.KINDS.items() if isinstance(pattern, kind))


def _pattern(pattern: Pattern) -> Data:
    usual = pattern._field_defaults
    return {
        key: _plain(value)
        for key, value in pattern._asdict().items()
        if key not in usual or value != usual[key]
    }


def _plain(value: Any) -> Any:
    """Words as a list in a fixed order, phrase patterns as their texts."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [item.text if isinstance(item, PhrasePattern) else item for item in value]
    return value


def _localized(texts: Localized) -> Any:
    return texts.fi if texts.fi == texts.en else texts._asdict()


def _suggestion(suggestion: SuggestionTemplate) -> Any:
    more: Data = {}
    if suggestion.note:
        more["note"] = _localized(suggestion.note)
    if suggestion.cues:
        more["cues"] = sorted(suggestion.cues)
    if not suggestion.keeps_possessive:
        more["possessive"] = "drop"
    return {"text": suggestion.text, **more} if more else suggestion.text
