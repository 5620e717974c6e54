"""Fixtures that many tests share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termilint.morphology.analyzer import Analyzer, open_analyzer
from termilint.rules.packs import load_shipped

if TYPE_CHECKING:
    from termilint.rules.model import RuleSet


@pytest.fixture(scope="session")
def analyzer() -> Analyzer:
    """The embedded engine: it works on every machine."""
    return open_analyzer("embedded")


@pytest.fixture(scope="session")
def shipped_rules() -> RuleSet:
    return load_shipped()
