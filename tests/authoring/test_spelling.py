"""The nearest words to a slip of the pen."""

import pytest

from termilint.authoring.spelling import base_forms, nearest
from termilint.morphology.analyzer import Analyzer


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("sidosryhma", "sidosryhmä"),
        ("resursi", "resurssi"),
        ("asiakskokemus", "asiakaskokemus"),
        ("toimjia", "toimija"),
        ("kohderyhmää", "kohderyhmä"),
        ("Massaa", "massa"),
        ("henkilostö", "henkilöstö"),
        ("resursin", "resurssi"),
    ],
)
def test_nearest(slip: str, meant: str, analyzer: Analyzer) -> None:
    assert meant in nearest(slip, analyzer)[:2]


def test_no_word_is_near_to_nonsense(analyzer: Analyzer) -> None:
    assert nearest("zzyxxyz", analyzer) == ()
    assert base_forms("zzyxxyz", analyzer) == ()
