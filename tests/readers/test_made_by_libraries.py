"""What libraries write is read word by word, and nothing else."""

import pytest

from tests.readers.made import MAKERS, compared


@pytest.mark.parametrize("name", MAKERS)
@pytest.mark.parametrize("seed", range(1, 13))
def test_documents_of_libraries(name: str, seed: int) -> None:
    made = MAKERS[name](8_000, seed)
    assert len(made.planted) > 50
    found = compared(made)
    assert not any(found), found
