"""Both engines give the same records, whatever the machine has."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termilint.errors import EngineError
from termilint.morphology.analyzer import open_analyzer
from termilint.morphology.features import Case, Clitic, Features, Number, Possessive

if TYPE_CHECKING:
    from termilint.morphology.analyzer import Analyzer

# Words of all inflection types, among them the irregular ones and those this program is about.
LEMMAS = Path(__file__).with_name("lemmas.txt").read_text(encoding="utf-8").split()


def _paradigm() -> list[Features]:
    bare = [Features(case, number) for case, number in product(Case, Number)]
    owned = [
        Features(case, number, owner, clitics)
        for case, number in product((Case.NOMINATIVE, Case.INESSIVE, Case.ILLATIVE, Case.COMITATIVE), Number)
        for owner, clitics in ((Possessive.THIRD, ()), (Possessive.FIRST_PLURAL, (Clitic.KIN,)))
    ]
    return [*bare, *owned, Features(Case.PARTITIVE, Number.PLURAL, clitics=(Clitic.KAAN,))]


def test_full_paradigms_have_the_same_records_in_both_engines(analyzer: Analyzer, native: Analyzer) -> None:
    assert len(set(LEMMAS)) >= 200
    forms = {
        form for lemma in LEMMAS for features in _paradigm() for form in analyzer.inflect(lemma, features)
    }
    assert len(forms) > 8_000
    assert [form for form in sorted(forms) if analyzer.analyze(form) != native.analyze(form)] == []


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(form=st.text("asiklumenrtäöyvhpdjog-:'0159ABÄ\u00ad\u0000", max_size=25))
def test_letter_salad_has_the_same_records_in_both_engines(
    analyzer: Analyzer, native: Analyzer, form: str
) -> None:
    assert analyzer.analyze(form) == native.analyze(form)


def test_threads_may_share_an_analyzer(native: Analyzer) -> None:
    forms = [
        f"{first}{last}" for first in ("asiakas", "kunta", "raha") for last in ("kokemus", "palvelu", "työ")
    ]
    expected = [native.analyze(form) for form in forms]
    shared = open_analyzer("native")
    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(lambda _: [shared.analyze(form) for form in forms], range(40)))
    assert all(result == expected for result in results)


def test_without_the_shared_library_auto_falls_back_and_native_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "libvoikko", None)
    fallen_back = open_analyzer("auto")
    assert fallen_back.engine_name == "embedded"
    assert "libvoikko" in fallen_back.describe().reason
    with pytest.raises(EngineError, match="apt install libvoikko1"):
        open_analyzer("native")
