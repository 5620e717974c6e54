"""Applying fixes to a text, once."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termilint.fixer import Applied, apply
from termilint.model.fix import Applicability, Edit, Fix
from termilint.model.span import SourceSpan
from tests.fixer.word_rules import edit


def test_nothing_to_apply() -> None:
    assert apply("abc", []) == Applied("abc", (), ())


def test_order_does_not_matter() -> None:
    fixes = [edit(4, 6, "X"), edit(0, 2, "YYY")]
    assert apply("ab cdef", fixes).text == "YYY cXf"
    assert apply("ab cdef", fixes[::-1]).text == "YYY cXf"


def test_touching_fixes_are_both_applied() -> None:
    assert apply("aabb", [edit(0, 2, "x"), edit(2, 4, "y")]) == Applied("xy", (0, 1), ())


def test_the_leftmost_then_the_longest_of_overlapping_fixes_wins() -> None:
    assert apply("abcdef", [edit(2, 5, "X"), edit(1, 3, "Y")]) == Applied("aYdef", (1,), (0,))
    assert apply("abcdef", [edit(1, 3, "Y"), edit(1, 5, "X")]) == Applied("aXf", (1,), (0,))
    assert apply("abcdef", [edit(1, 3, "Y"), edit(1, 3, "X")]) == Applied("aYdef", (0,), (1,))


def test_an_insertion_touches_but_two_at_one_place_overlap() -> None:
    assert apply("abc", [edit(1, 1, "X"), edit(1, 2, "Y")]).text == "aXYc"
    assert apply("abc", [edit(2, 2, "X"), edit(1, 2, "Y")]).text == "aYXc"
    assert apply("abc", [edit(1, 1, "X"), edit(1, 1, "Y")]) == Applied("aXbc", (0,), (1,))
    assert apply("abc", [edit(1, 1, "X"), edit(0, 2, "Y")]) == Applied("Yc", (1,), (0,))


def test_a_fix_with_several_edits_is_applied_whole_or_not_at_all() -> None:
    both = Fix("x", (Edit(SourceSpan(0, 1), "X"), Edit(SourceSpan(4, 5), "X")), Applicability.SAFE)
    assert apply("abcdef", [both, edit(2, 3, "Y")]).text == "XbYdXf"
    assert apply("abcdef", [both, edit(3, 6, "Y")]) == Applied("XbcdXf", (0,), (1,))


@pytest.mark.parametrize(
    "spans", [[(3, 4)], [(1, 2), (0, 1)], [(0, 2), (1, 3)]], ids=["outside", "backwards", "overlapping"]
)
def test_unsound_fixes_are_refused(spans: list[tuple[int, int]]) -> None:
    edits = tuple(Edit(SourceSpan(*span), "x") for span in spans)
    with pytest.raises(ValueError, match="edit"):
        apply("abc", [Fix("x", edits, Applicability.SAFE)])


SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)
FIXES = st.lists(
    st.builds(lambda span, text: edit(span[0], span[1], text), SPANS, st.sampled_from(["", "x", "ÄÖ"]))
)


@given(st.text(min_size=30, max_size=40), FIXES)
def test_only_the_edited_ranges_change(text: str, fixes: list[Fix]) -> None:
    result = apply(text, fixes)
    assert sorted(result.applied + result.overlapping) == list(range(len(fixes)))
    expected, at = "", 0
    for change in sorted((fixes[n].edits[0] for n in result.applied), key=lambda change: change.span):
        assert change.span.start >= at
        expected += text[at : change.span.start] + change.content
        at = change.span.end
    assert result.text == expected + text[at:]


def test_many_fixes_take_little_time() -> None:
    started = time.perf_counter()
    result = apply("ab" * 50_000, [edit(at, at + 1, "x") for at in range(0, 100_000, 2)])
    assert result.text == "xb" * 50_000
    assert time.perf_counter() - started < 5
