"""Fixtures that many tests share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from termilint.morphology.analyzer import Analyzer, open_analyzer
from termilint.rules.packs import load_shipped

if TYPE_CHECKING:
    from termilint.rules.model import RuleSet

# Every run tries the same examples, so that a change is what breaks a test; HYPOTHESIS_PROFILE=explore
# looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


@pytest.fixture(scope="session")
def analyzer() -> Analyzer:
    """The embedded engine: it works on every machine."""
    return open_analyzer("embedded")


@pytest.fixture(scope="session")
def shipped_rules() -> RuleSet:
    return load_shipped()
