"""Fixing a source until nothing changes: what is taken back, what is left, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termilint.fixer import MAX_ROUNDS, Fixed, Left, fix, fix_chosen
from termilint.model.fix import Applicability
from termilint.model.source import Source
from tests.fixer.word_rules import WordRule, WordRules, edit


def fixed(text: str, *rules: WordRule, unsafe: bool = False) -> Fixed:
    checker = WordRules(rules)
    return fix(checker.check(Source("x", text)), checker.check, unsafe=unsafe)


def text_of(result: Fixed) -> str:
    return result.result.source.text


def test_every_place_is_fixed() -> None:
    result = fixed("foo ja foo", WordRule("r", "foo", "barbar"))
    assert text_of(result) == "barbar ja barbar"
    assert (result.fixed, result.overlapping, result.left) == (2, 0, Left())


def test_applicability_decides() -> None:
    rules = (
        WordRule("safe", "aa", "A"),
        WordRule("unsafe", "bb", "B", Applicability.UNSAFE),
        WordRule("display", "cc", "C", Applicability.DISPLAY_ONLY),
        WordRule("none", "dd", None),
    )
    result = fixed("aa bb cc dd", *rules)
    assert (text_of(result), result.fixed) == ("A bb cc dd", 1)
    assert result.left == Left(unsafe=1, display_only=2)
    assert [finding.rule_id for finding in result.result.findings] == ["unsafe", "display", "none"]
    result = fixed("aa bb cc dd", *rules, unsafe=True)
    assert (text_of(result), result.fixed, result.left) == ("A B cc dd", 2, Left(display_only=2))


def test_a_chain_of_rules_is_followed_to_its_end() -> None:
    result = fixed("foo", WordRule("r1", "foo", "bar"), WordRule("r2", "bar", "baz"))
    assert (text_of(result), result.left) == ("baz", Left())


def test_a_fix_that_its_own_rule_reports_again_is_taken_back() -> None:
    result = fixed("foo bar", WordRule("r1", "foo", "foofoo"), WordRule("r2", "bar", "baz"))
    assert (text_of(result), result.fixed, result.left) == ("foo baz", 1, Left(ineffective=1))


def test_a_fix_that_changes_nothing_is_not_counted() -> None:
    assert fixed("foo", WordRule("r", "foo", "foo")).left == Left(ineffective=1)


def test_only_the_useless_one_of_two_fixes_of_a_rule_is_taken_back() -> None:
    result = fixed("xa foo", WordRule("r", r"foo|(?<=x)a", "a"))
    assert (text_of(result), result.fixed, result.left) == ("xa a", 1, Left(ineffective=1))


def test_of_overlapping_fixes_the_other_one_is_counted_if_its_place_is_gone() -> None:
    result = fixed("abc", WordRule("r1", "ab", "X"), WordRule("r2", "bc", "Y"))
    assert (text_of(result), result.fixed, result.overlapping) == ("Xc", 1, 1)


def test_an_overlapping_fix_gets_its_turn_if_its_place_is_still_there() -> None:
    result = fixed("abc", WordRule("r1", "ab", "Xb"), WordRule("r2", "bc", "Y"))
    assert (text_of(result), result.fixed, result.overlapping) == ("XY", 2, 0)


def test_two_rules_that_report_one_word() -> None:
    result = fixed("foo foo", WordRule("r1", "foo", "x"), WordRule("r2", "foo", "y"))
    assert (text_of(result), result.fixed, result.overlapping) == ("x x", 2, 2)


def test_a_fix_gets_its_turn_where_an_overlapping_one_was_taken_back() -> None:
    result = fixed("abc", WordRule("r1", "ab", "aab"), WordRule("r2", "bc", "Y"))
    assert (text_of(result), result.fixed, result.left) == ("aY", 1, Left())


def test_rules_that_undo_each_other_come_to_rest() -> None:
    rules = (WordRule("r1", "foo", "bar"), WordRule("r2", "bar", "foo"), WordRule("r3", "x", "y"))
    first = fixed("foo x", *rules)
    assert "x" not in text_of(first)
    assert text_of(fixed(text_of(first), *rules)) == text_of(first)
    assert first.left == Left(ineffective=1)


def test_a_text_that_never_comes_to_rest_is_left_as_it_was() -> None:
    result = fixed("a", WordRule("r1", "a", "bb"), WordRule("r2", "b", "aa"))
    assert (text_of(result), result.fixed, result.left) == ("a", 0, Left(ineffective=1))


def test_a_change_elsewhere_can_make_a_fix_useful() -> None:
    rules = (WordRule("r1", r"foo|bar(?= foo)", "bar"), WordRule("r2", r"q(?=bar$)", "Q"))
    result = fixed("foo qbar", *rules)
    assert (text_of(result), result.left) == ("bar Qbar", Left())


def test_a_clean_text_is_looked_at_once() -> None:
    checker = WordRules((WordRule("r", "foo", "bar"),))
    fix(checker.check(Source("x", "abc")), checker.check)
    assert checker.seen == ["abc"]


def test_no_text_is_looked_at_twice() -> None:
    checker = WordRules((WordRule("r1", "foo", "foofoo"), WordRule("r2", "bar", "foo")))
    fix(checker.check(Source("x", "foo bar foo")), checker.check)
    assert len(checker.seen) == len(set(checker.seen))


def test_the_encoding_of_the_source_is_kept() -> None:
    checker = WordRules((WordRule("r", "foo", "bar"),))
    source = Source("x", "foo", "cp1252", b"bom")
    assert fix(checker.check(source), checker.check).result.source == Source("x", "bar", "cp1252", b"bom")


def test_what_a_person_chose_is_done_once() -> None:
    checker = WordRules((WordRule("r", "foo", "foofoo", Applicability.UNSAFE),))
    result = fix_chosen(checker.check(Source("x", "foo foo")), [edit(0, 3, "foofoo")], checker.check)
    assert (text_of(result), result.fixed, result.left) == ("foofoo foo", 1, Left(unsafe=3))
    untouched = checker.check(Source("x", "foo"))
    assert fix_chosen(untouched, [], checker.check).result is untouched


LETTERS = st.text("abc", min_size=1, max_size=3)
RULES = st.lists(st.tuples(LETTERS, st.text("abcX", max_size=3)), min_size=1, max_size=4)


@given(st.text("abc ", max_size=20), RULES)
def test_twice_is_once_and_numbers_agree(text: str, pairs: list[tuple[str, str]]) -> None:
    rules = [WordRule(f"r{n}", pattern, new) for n, (pattern, new) in enumerate(pairs)]
    checker = WordRules(tuple(rules))
    first = fix(checker.check(Source("x", text)), checker.check)
    assert first.left.ineffective == len(first.result.findings)
    assert (first.fixed > 0) or text_of(first) == text
    second = fix(first.result, checker.check)
    assert text_of(second) == text_of(first)
    assert len(set(checker.seen)) <= 4 * (MAX_ROUNDS + 1) * MAX_ROUNDS


@pytest.mark.parametrize("count", [1, 2_000])
def test_many_useless_fixes_take_little_time(count: int) -> None:
    result = fixed("foo " * count, WordRule("r", "foo", "foofoo"))
    assert result.left == Left(ineffective=count)
