from __future__ import annotations

import pytest

from build_support.dictionary import write_dictionary
from termilint.errors import EngineError
from termilint.morphology.analyzer import Analyzer, open_analyzer, packaged_dictionary


@pytest.fixture(scope="session", autouse=True)
def _dictionary() -> None:
    """Write the dictionary if this checkout was never installed."""
    if not (packaged_dictionary() / "5").exists():
        write_dictionary(packaged_dictionary() / "5" / "mor-standard")


@pytest.fixture(scope="session")
def analyzer(_dictionary: None) -> Analyzer:
    return open_analyzer("embedded")


@pytest.fixture(scope="session")
def native(_dictionary: None) -> Analyzer:
    try:
        return open_analyzer("native")
    except EngineError as error:
        pytest.skip(str(error))
