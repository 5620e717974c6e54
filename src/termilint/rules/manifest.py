"""What a pack says of itself in its ``pack.yaml``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from termilint import __version__
from termilint.rules import changes, schema
from termilint.rules.model import Pack
from termilint.rules.named import where_of
from termilint.rules.problems import quoted
from termilint.rules.values import Built, Choice, Each, Shape, Value

if TYPE_CHECKING:
    from termilint.rules.model import PhrasePatterns, Rule
    from termilint.rules.wordlists import WordLists

LANGUAGES = {"fi": "fi"}

_REQUIREMENT = re.compile(r"termilint\s*>=\s*(\d{1,6}(?:\.\d{1,6}){0,2})")
_NUMBERS = re.compile(r"\d+")


class Manifest(NamedTuple):
    """A pack, and what it says of all its rules."""

    pack: Pack
    unless: PhrasePatterns = ()
    enabled: bool = True
    page: str = ""

    def adopted(self, rule: Rule) -> Rule:
        """``rule`` as a rule of the pack."""
        return rule._replace(
            pack=self.pack.name,
            unless=rule.unless + self.unless,
            enabled=rule.enabled and self.enabled,
            on_with_pack=rule.enabled,
            page=self.page,
        )


def shape(lists: WordLists) -> Shape:
    """The keys of a ``pack.yaml``; its patterns and words may name ``lists``."""
    return Shape(
        {
            "name": schema.identifier,
            "version": Value.text,
            "license": Value.text,
            "language": Choice(LANGUAGES),
            "title": schema.localized,
            "description": schema.localized,
        },
        {
            "requires": requirement,
            "extends": Each(Built(schema.identifier, lambda value, name: (name, where_of(value)))),
            "enabled": Value.flag,
            "rule_pages": schema.page,
            "unless": Each(schema.PhraseReader(lists)),
            "rules": changes.reader(lists),
        },
    )


def manifest(root: Value, lists: WordLists) -> Manifest:
    """What a ``pack.yaml`` holds.

    Raises InvalidError. Of a pack for a newer program only that is told: the rest may be new, too.
    """
    _refuse_newer(root)
    found = shape(lists).read(root)
    found.pop("requires", None)
    of_others = found.pop("rules", ())
    of_rules = {
        "unless": found.pop("unless", ()),
        "enabled": found.pop("enabled", True),
        "page": found.pop("rule_pages", ""),
    }
    bases = found.pop("extends", ())
    pack = Pack(
        **found,
        extends=tuple(name for name, _ in bases),
        extends_at=tuple(where for _, where in bases),
        changes=of_others,
    )
    return Manifest(pack, **of_rules)


def _refuse_newer(root: Value) -> None:
    given = root.members().get("requires") if isinstance(root.data, dict) else None
    if given is not None:
        requirement(given)


def requirement(value: Value) -> str:
    """The oldest version of the program that the pack works with: ``termilint >= 0.1``."""
    text = value.text()
    found = _REQUIREMENT.fullmatch(text)
    if not found:
        raise value.invalid(f'{value.label} {quoted(text)} must be like "termilint >= {__version__}"')
    if _numbers(found[1]) > _numbers(__version__):
        raise value.invalid(f"the pack needs {text}, this is {__version__}: update termilint")
    return text


def _numbers(version: str) -> tuple[int, ...]:
    """The first three numbers of a version, zeros for those that it does not name."""
    numbers = [int(number) for number in _NUMBERS.findall(version)[:3]]
    return (*numbers, *(0,) * (3 - len(numbers)))
