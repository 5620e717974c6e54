"""Fingerprints that differ for any two findings of one file."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from termilint.model.finding import Finding


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with its fingerprint and how often that came up to here: ``1f0a:1``."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.fingerprint] += 1
        yield finding, f"{finding.fingerprint}:{seen[finding.fingerprint]}"
