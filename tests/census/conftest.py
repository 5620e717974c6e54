from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termilint.engine import Linter

if TYPE_CHECKING:
    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.model import RuleSet


@pytest.fixture(scope="session")
def linter(shipped_rules: RuleSet, analyzer: Analyzer) -> Linter:
    return Linter(shipped_rules, analyzer)
