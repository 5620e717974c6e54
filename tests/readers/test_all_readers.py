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

_MARKUP = [
    *"*_`<>&;#-+|[]()!:\\\"'= \t\n\r$~^x1äÖ😀",
    "---\n",
    "<!--",
    "-->",
    "</b>",
    "[[",
    "]]",
    "](a)",
    "[^1]",
    "|",
]
MARKUP = st.sampled_from(_MARKUP)
TEXTS = st.one_of(st.lists(MARKUP, max_size=60).map("".join), st.text(max_size=60))
SLOWEST_SECONDS = 5.0
SLOWEST_RECOVERY = 25.0
OF_TEXT = [reader for reader in readers() if reader.open == Source.from_bytes]
MAY_REFUSE = ("json", "yaml", "xml", "xliff")


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


def _blocks(reader: Reader, text: str) -> tuple[Block, ...]:
    """The blocks of a text; none of one that may be refused and is."""
    try:
        return reader.read(Source("x", text)).blocks
    except ReadError as error:
        refused = error
    assert reader.name in (*MAY_REFUSE, "jsx")
    assert refused.reason == "broken"
    return ()


@given(text=TEXTS)
@pytest.mark.parametrize("each", OF_TEXT, ids=lambda reader: reader.name)
def test_blocks_lie_in_the_source(each: Reader, text: str) -> None:
    blocks = _blocks(each, text)
    for block in blocks:
        assert block.text.strip()
        assert all(0 <= s.source_start <= s.source_end <= len(text) for s in block.segments)
    starts = [block.segments[0].source_start for block in blocks]
    assert starts == sorted(starts)


@given(text=TEXTS)
@pytest.mark.parametrize("each", OF_TEXT, ids=lambda reader: reader.name)
def test_letters_are_those_of_the_source(each: Reader, text: str) -> None:
    for block in _blocks(each, text):
        for piece, raw in _verbatim(block, text):
            assert piece == raw or piece.replace("\n", "\r") == raw.replace("\n", "\r")


def _verbatim(block: Block, text: str) -> Iterator[tuple[str, str]]:
    for segment in block.segments:
        span = TextSpan(segment.text_start, segment.text_end)
        if segment.verbatim and len(span) > 1:
            yield span.slice(block.text), text[segment.source_start : segment.source_end]


HOSTILE = (
    "asiakas " * 100_000,
    "ä" * 1_000_000,
    "- " * 100_000,
    "<div>\n" + "<b" * 100_000,
    "<div>\n" + "<!-- a " * 100_000,
    "<div>\n" + "</a " * 100_000,
    "<div>\n" + "<a b='" * 100_000,
    "<div lang=fi>" * 100_000,
    "<a>" * 100_000,
    "<!DOCTYPE a [" + "<!ENTITY b 'c'>" * 1_000,
    "---\n" + "a" * 1_000_000,
    "---\na: " + "[" * 10_000 + "\n---\n",
    "[a" * 50_000,
    "[" * 50_000 + "]" * 50_000,
    "{" * 100_000,
    '{"a":' * 100_000,
    '"' * 100_000,
    '{"a":"' + "{n, plural, other {" * 50_000 + '"}',
    'msgstr "' * 50_000,
    "k=v\\\n" * 100_000,
    "a," * 200_000,
    "{{" * 200_000,
    "{% " * 200_000,
    "<A b={" * 50_000,
    "import {\n" * 50_000,
    ":a" * 100_000,
    "`a " * 100_000,
    "a:b[" * 50_000,
    "|===\n" * 50_000,
    "+-+\n|a|\n" * 20_000,
    "\0" * 100_000,
    "a\r\nb\rc\n" * 50_000,
    "\n" * 500_000 + "---" + " " * 500_000 + "x",
    "*a " * 50_000,
    "&" * 500_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
@pytest.mark.parametrize("each", OF_TEXT, ids=lambda reader: reader.name)
def test_hostile_texts_cost_no_more_than_their_length(each: Reader, text: str) -> None:
    start = time.process_time()
    _blocks(each, text)
    slowest = SLOWEST_RECOVERY if each.name == "jsx" else SLOWEST_SECONDS
    assert time.process_time() - start < slowest


@pytest.mark.parametrize("each", OF_TEXT, ids=lambda reader: reader.name)
def test_a_line_of_ten_million_characters(each: Reader) -> None:
    start = time.process_time()
    _blocks(each, "ä" * 10_000_000)
    assert time.process_time() - start < 4 * SLOWEST_SECONDS
