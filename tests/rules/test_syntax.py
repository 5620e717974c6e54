"""The notations of phrase patterns and examples."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termilint.rules.model import Example, Gap, Mark, Word
from termilint.rules.syntax import NotationError, example, phrase_pattern

plain_text = st.text(st.characters(exclude_characters="{}$"), max_size=12)
marked_text = st.text(st.characters(exclude_characters="{}$"), min_size=1, max_size=8)


def no_lists(name: str) -> tuple[str, ...]:
    raise AssertionError(name)


def test_marks_and_rewrites() -> None:
    found = example("Se {koira}${kissa} ja {lintu} lensi.")
    assert found == Example("Se koira ja lintu lensi.", (Mark(3, 8, "kissa"), Mark(12, 17)))
    assert found.spans == ((3, 8), (12, 17))


@pytest.mark.parametrize("text", ["{}", "{a", "a}", "{{a}}", "${a}", "{a} ${b}", "{a}${b}${c}", "{a}${}"])
def test_wrong_marks(text: str) -> None:
    with pytest.raises(NotationError):
        example(text)


@given(st.lists(st.tuples(plain_text, marked_text, st.none() | marked_text), max_size=4), plain_text)
def test_what_is_marked_is_found_again(pieces: list[tuple[str, str, str | None]], rest: str) -> None:
    def rewrite(text: str | None) -> str:
        return "" if text is None else "${" + text + "}"

    markup = "".join(f"{before}{{{word}}}{rewrite(new)}" for before, word, new in pieces) + rest
    found = example(markup)
    assert found.text == "".join(before + word for before, word, _ in pieces) + rest
    assert [found.text[start:end] for start, end in found.spans] == [word for _, word, _ in pieces]
    assert [mark.replacement for mark in found.marks] == [new for _, _, new in pieces]


@given(st.text(alphabet="ab{}$ ", max_size=20))
def test_every_text_is_an_example_or_a_notation_error(markup: str) -> None:
    try:
        found = example(markup)
    except NotationError:
        return
    assert all(0 <= start < end <= len(found.text) for start, end in found.spans)


@given(st.text(alphabet="ab*12|=$ ", max_size=20))
def test_patterns_begin_and_end_with_words(text: str) -> None:
    try:
        elements = phrase_pattern(text, lambda _: ("x",)).elements
    except NotationError:
        return
    assert isinstance(elements[0], Word)
    assert isinstance(elements[-1], Word)
    assert not any(
        isinstance(one, Gap) and isinstance(next_, Gap) for one, next_ in itertools.pairwise(elements)
    )


def test_exact_forms_ignore_case() -> None:
    assert phrase_pattern("=Keskiössä", no_lists).elements == (Word(forms=frozenset({"keskiössä"})),)


def test_neighbouring_gaps_become_one() -> None:
    elements = phrase_pattern("a * *2 * b", no_lists).elements
    assert elements[1] == Gap(2, 4)


@pytest.mark.parametrize(
    "text", ["", "*", "* a", "a *", "a *0 b", "a ** b", "a|", "=", "a,b", "a *x b", ": a", ":"]
)
def test_wrong_patterns(text: str) -> None:
    with pytest.raises(NotationError):
        phrase_pattern(text, no_lists)


def test_a_colon_stands_for_itself() -> None:
    assert phrase_pattern("a :", no_lists).elements[1] == Word(forms=frozenset({":"}))
