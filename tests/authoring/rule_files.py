"""Rule files for the tests of those who write rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

RULE = """\
rules:
  - id: koe
    severity: info
    match:
      term:
        words: [resurssi]
    message: "”{match}” on koe."
    why: Syy.
    source: itse
    suggestions: [ihminen]
    examples:
      bad:
        - "Tarvitsemme {resursseja}${ihmisiä}."
      good:
        - "Tarvitsemme ihmisiä."
"""


def changed(*changes: str, rule: str = RULE) -> str:
    """The rule with each first text replaced by the one after it."""
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert old in rule, old
        rule = rule.replace(old, new)
    return rule


def written(folder: Path, text: str, name: str = "r.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
