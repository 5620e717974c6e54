"""A stand-in for the linter: each of its rules replaces one string wherever it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termilint.model.finding import Checked, Finding, Severity
from termilint.model.fix import Applicability, Edit, Fix
from termilint.model.span import SourceSpan

if TYPE_CHECKING:
    from termilint.model.source import Source


@dataclass(frozen=True, slots=True)
class WordRule:
    """Reports what ``pattern`` matches, and offers ``replacement`` for it."""

    id: str
    pattern: str
    replacement: str | None
    applicability: Applicability = Applicability.SAFE


@dataclass(slots=True)
class WordRules:
    """Checks sources by word rules, and remembers which texts it was asked about."""

    rules: tuple[WordRule, ...]
    seen: list[str] = field(default_factory=list)

    def check(self, source: Source) -> Checked:
        """The findings of all rules in text order."""
        self.seen.append(source.text)
        found = [
            _finding(rule, match) for rule in self.rules for match in re.finditer(rule.pattern, source.text)
        ]
        return Checked(source, tuple(sorted(found, key=lambda finding: finding.span)))


def _finding(rule: WordRule, match: re.Match[str]) -> Finding:
    span = SourceSpan(match.start(), match.end())
    fixes: tuple[Fix, ...] = ()
    if rule.replacement is not None:
        fixes = (edit(span.start, span.end, rule.replacement, rule.applicability),)
    return Finding(rule.id, Severity.WARNING, "m", "w", (span,), match[0], match.string, fixes=fixes)


def edit(start: int, end: int, content: str, applicability: Applicability = Applicability.SAFE) -> Fix:
    """A fix with a single edit."""
    return Fix(content, (Edit(SourceSpan(start, end), content),), applicability)
