"""What every reader keeps to, whatever it is given."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termilint import readers as package
from termilint.errors import ReadError
from termilint.model.document import Block
from termilint.model.source import Source
from termilint.model.span import TextSpan
from termilint.readers import reader_for, readers
from termilint.readers.reader import Reader

_MARKUP = [*"*_`<>&;#-+|[]()!:\\\"'= \t\n\r$~^x1äÖ😀", "---\n", "<!--", "-->", "</b>"]
MARKUP = st.sampled_from(_MARKUP)
TEXTS = st.one_of(st.lists(MARKUP, max_size=60).map("".join), st.text(max_size=60))
SLOWEST_SECONDS = 5.0


@pytest.fixture(params=readers(), ids=lambda reader: reader.name)
def reader(request: pytest.FixtureRequest) -> Reader:
    found: Reader = request.param
    return found


def test_every_module_is_a_reader() -> None:
    shared = {"__init__.py", "reader.py"}
    names = {path.name for path in Path(package.__path__[0]).glob("*.py")} - shared
    assert len(readers()) == len([name for name in names if not name.startswith("_")])


def test_suffixes_are_lower_case_and_reach_their_reader(reader: Reader) -> None:
    for suffix in reader.suffixes:
        assert suffix == suffix.lower()
        assert reader_for(f"Teksti{suffix.upper()}") is reader


def test_unknown_suffix_names_what_is_supported() -> None:
    with pytest.raises(ReadError, match=r"\.exe are not supported.*\.md.*\.txt"):
        reader_for("peli.exe")


@given(text=TEXTS)
@pytest.mark.parametrize("each", readers(), ids=lambda reader: reader.name)
def test_blocks_lie_in_the_source(each: Reader, text: str) -> None:
    blocks = each.read(Source("x", text)).blocks
    for block in blocks:
        assert block.text.strip()
        assert all(0 <= s.source_start <= s.source_end <= len(text) for s in block.segments)
    starts = [block.segments[0].source_start for block in blocks]
    assert starts == sorted(starts)


@given(text=TEXTS)
@pytest.mark.parametrize("each", readers(), ids=lambda reader: reader.name)
def test_letters_are_those_of_the_source(each: Reader, text: str) -> None:
    for block in each.read(Source("x", text)).blocks:
        for piece, raw in _verbatim(block, text):
            assert piece == raw or piece.replace("\n", "\r") == raw.replace("\n", "\r")


def _verbatim(block: Block, text: str) -> Iterator[tuple[str, str]]:
    for segment in block.segments:
        span = TextSpan(segment.text_start, segment.text_end)
        if segment.verbatim and len(span) > 1:
            yield span.slice(block.text), text[segment.source_start : segment.source_end]


@pytest.mark.parametrize(
    "text",
    [
        "asiakas " * 100_000,
        "ä" * 1_000_000,
        "- " * 100_000,
        "<div>\n" + "<b" * 100_000,
        "<div>\n" + "<!-- a " * 100_000,
        "<div>\n" + "</a " * 100_000,
        "<div>\n" + "<a b='" * 100_000,
        "---\n" + "a" * 1_000_000,
        "---\na: " + "[" * 10_000 + "\n---\n",
        "[a" * 50_000,
        "\n" * 500_000 + "---" + " " * 500_000 + "x",
        "*a " * 50_000,
        "&" * 500_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_texts_cost_no_more_than_their_length(reader: Reader, text: str) -> None:
    start = time.process_time()
    reader.read(Source("x", text))
    assert time.process_time() - start < SLOWEST_SECONDS
