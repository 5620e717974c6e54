import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termilint.errors import ReadError
from termilint.model.source import Position, Source


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("päivä".encode(), "utf-8"),
        (codecs.BOM_UTF8 + "päivä".encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + "päivä".encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + "päivä".encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + "päivä".encode("utf-32-le"), "utf-32-le"),
        ("päivä".encode("cp1252"), "cp1252"),
    ],
)
def test_decoding_loses_nothing(data: bytes, encoding: str) -> None:
    source = Source.from_bytes("x", data)
    assert (source.text, source.encoding) == ("päivä", encoding)
    assert source.to_bytes(source.text) == data


@pytest.mark.parametrize("data", [b"MZ\0\0", bytes(range(32)) * 4])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        Source.from_bytes("x", data)
    assert caught.value.reason == "binary"


def test_broken_utf16_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        Source.from_bytes("x", codecs.BOM_UTF16_LE + b"\x00\xd8a")
    assert caught.value.reason == "bad-encoding"


def test_positions_with_every_kind_of_line_end() -> None:
    source = Source("x", "a\nbö\r\nc\rd😀e")
    assert [source.position(at) for at in (0, 1, 2, 6, 8, 10)] == [
        Position(1, 1),
        Position(1, 2),
        Position(2, 1),
        Position(3, 1),
        Position(4, 1),
        Position(4, 3),
    ]
    assert [source.line_text(line) for line in (1, 2, 3, 4)] == ["a", "bö", "c", "d😀e"]


@given(st.text("aö\n\r", max_size=20))
def test_positions_and_lines_agree(text: str) -> None:
    source = Source("x", text)
    for offset, character in enumerate(text):
        if character not in "\r\n":
            line, column = source.position(offset)
            assert source.line_text(line)[column - 1] == character
            assert source.line_span(line).start == offset - column + 1
