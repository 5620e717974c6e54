"""What the literals of rules cost."""

from termilint.matching.triggers import Triggers, _shortest


def test_literals_that_hold_another_are_dropped() -> None:
    assert _shortest(["asiak", "asiakaspol", "pol", "x", "pol"]) == ("x", "pol", "asiak")
    assert _shortest(["", "a"]) == ("",)


def test_many_literals_are_compared_by_their_letters_and_not_with_each_other() -> None:
    """As many as the rules of one file can give; compared in pairs they would take hours."""
    words = [f"{number:06}" for number in range(150_000)]
    assert Triggers(words).found_in("luku 149999")
