from __future__ import annotations

import pytest

from termilint.config.settings import Settings
from termilint.project import Project


@pytest.fixture(scope="session")
def project() -> Project:
    """One for all tests: it remembers the words that it has looked up."""
    return Project(Settings(engine="embedded"))
