"""Words as written and as looked up, and the way back from one to the other."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termilint.morphology.normalize import normalize, normalize_with_offsets

WORD_LIKE = st.text(
    alphabet=st.one_of(
        st.sampled_from("aäÄöåÅshS-'’\u00ad\u200b\u200d\u2060\u2010\u2011\u2013\u0308\u030a\u0301İ"),
        st.characters(codec="utf-8"),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("written", "looked_up"),
    [
        ("Asiakas", "asiakas"),
        ("asia\u00adkas", "asiakas"),
        ("kanta\u2011asiakas", "kanta-asiakas"),
        ("raa’an", "raa'an"),
        ("a\u0308iti", "äiti"),
        ("asiakas\u2013yritys", "asiakas\u2013yritys"),
        ("x" * 255, "x" * 255),
        ("x" * 256, ""),
    ],
)
def test_spelling_variants_become_one_form(written: str, looked_up: str) -> None:
    assert normalize(written) == looked_up


@given(WORD_LIKE)
def test_normalising_twice_changes_nothing(form: str) -> None:
    assert normalize(normalize(form)) == normalize(form)


@given(WORD_LIKE)
def test_composed_and_decomposed_spelling_are_the_same(form: str) -> None:
    assert normalize(unicodedata.normalize("NFC", form)) == normalize(unicodedata.normalize("NFD", form))


@given(WORD_LIKE)
def test_the_offset_map_belongs_to_the_normalised_form(form: str) -> None:
    text, offsets = normalize_with_offsets(form)
    assert text == normalize(form)
    assert len(offsets) == len(text) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[-1] == len(form)


@given(WORD_LIKE)
def test_each_character_comes_from_where_its_offset_points(form: str) -> None:
    text, offsets = normalize_with_offsets(form)
    starts = sorted({*offsets, len(form)})
    for start, end in itertools.pairwise(starts):
        made = "".join(char for char, offset in zip(text, offsets, strict=False) if offset == start)
        assert made == normalize(form[start:end])


def test_positions_survive_soft_hyphens_and_combining_letters() -> None:
    text, offsets = normalize_with_offsets("asia\u00adka\u0308s")
    assert text == "asiakäs"
    assert offsets == (0, 1, 2, 3, 5, 6, 8, 9)
