import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termilint.terminal import display_width, printable, printable_lines, wants_color


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@given(st.text())
def test_printable_text_holds_nothing_that_a_terminal_obeys(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not any(c < " " or "\x7f" <= c <= "\x9f" or "\u202a" <= c <= "\u202e" for c in shown)


def test_printable_keeps_what_can_be_read() -> None:
    assert printable("ä \x1b[31m\tb\x07\r\n") == "ä ␛[31m b␇  "
    assert printable_lines("a\nb\x1b") == "a\nb␛"


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("äö", 2), ("a\u0308", 1), ("日本", 4), ("", 0)])
def test_display_width(text: str, width: int) -> None:
    assert display_width(text) == width


@pytest.mark.parametrize(
    ("terminal", "environment", "wanted"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "0"}, False),
        (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colors(terminal: bool, environment: dict[str, str], wanted: bool) -> None:
    stream = Terminal() if terminal else io.StringIO()
    assert wants_color(stream, environment) is wanted
