import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, Range

from termilint.lsp.positions import Positions
from termilint.model.span import SourceSpan
from tests.lsp.editor import ENCODINGS

PIECES = [
    "a",
    "ä",
    "a\u0308",
    "€",
    "😀",
    "👍🏽",
    "\n",
    "\r\n",
    "\r",
    "\u2028",
    "\x0b",
    "\x0c",
    "\x85",
    "\ufeff",
    " ",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
WIDTHS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
BYTES = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


def lines_of(text: str) -> list[str]:
    """The lines of the protocol with their ends, found in the simplest way."""
    lines = [""]
    for at, character in enumerate(text):
        lines[-1] += character
        if character == "\n" or (character == "\r" and text[at + 1 : at + 2] != "\n"):
            lines.append("")
    return lines


def place_of(text: str, offset: int, encoding: str) -> tuple[int, int]:
    before = lines_of(text)
    line = 0
    while (
        offset > len(before[line].rstrip("\r\n")) and line + 1 < len(before) and offset >= len(before[line])
    ):
        offset -= len(before[line])
        line += 1
    return line, len(before[line][:offset].encode(WIDTHS[encoding])) // BYTES[encoding]


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXTS, data=st.data())
def test_every_offset_has_a_position_and_goes_back(encoding: str, text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    positions = Positions(text, encoding)
    found = positions.position(offset)
    assert (found.line, found.character) == place_of(text, offset, encoding)
    is_within_line_end = text[offset - 1 : offset + 1] == "\r\n"
    assert positions.offset(found) == offset - is_within_line_end


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXTS, line=st.integers(0, 50), character=st.integers(0, 100))
def test_any_position_is_somewhere_in_the_text(encoding: str, text: str, line: int, character: int) -> None:
    offset = Positions(text, encoding).offset(Position(line, character))
    assert 0 <= offset <= len(text)
    assert Positions(text, encoding).offset(Position(10**9, 10**9)) == len(text)


def test_columns_of_the_encodings() -> None:
    text = "ä😀asiakas"
    columns = [Positions(text, encoding).position(2).character for encoding in ENCODINGS]
    assert columns == [6, 3, 2]


def test_a_position_within_a_character_is_its_beginning() -> None:
    assert Positions("ä😀x", "utf-16").offset(Position(0, 2)) == 1
    assert Positions("ä😀x", "utf-8").offset(Position(0, 4)) == 1


def test_a_range_that_ends_before_it_begins() -> None:
    wanted = Range(Position(0, 3), Position(0, 1))
    assert Positions("abcd", "utf-16").span(wanted) == SourceSpan(1, 3)


def test_offsets_without_the_mark_at_the_beginning() -> None:
    positions = Positions("\ufeffä asiakas", "utf-8", start=1)
    assert positions.position(2) == Position(0, 6)
    assert positions.offset(Position(0, 6)) == 2
    assert positions.offset(Position(0, 0)) == 0


def test_other_line_ends_than_those_of_the_protocol_end_no_line() -> None:
    rng = random.Random(1)  # noqa: S311  # chance makes variety here, no secrets
    text = "".join(rng.choice(["\u2028", "\x0c", "\x1c", "\x85", "x"]) for _ in range(200))
    assert Positions(text, "utf-16").position(len(text)) == Position(0, len(text))
