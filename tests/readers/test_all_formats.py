"""Every text format: planted words are found where they stand, and what is written is read back."""

from __future__ import annotations

import codecs
import importlib.util
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from termilint.errors import ReadError
from termilint.model.source import Source
from termilint.model.span import TextSpan
from termilint.readers import readers
from tests.readers.formats import FORMATS, NFD, Format
from tests.readers.planted import WORD, found_in, planted

if TYPE_CHECKING:
    from termilint.readers.reader import Reader

READERS = {reader.name: reader for reader in readers() if reader.open == Source.from_bytes}
LINE_ENDS = ("\n", "\r\n", "\r")
PARTS = st.lists(st.integers(0, 30), max_size=6)
LETTERS = st.text(
    st.sampled_from("asiakäöÅé€😀'\"\\&<>{}%$#@*_`|[]()!?.,:;/-=~^+ \u2013"), min_size=1, max_size=12
)

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("tree_sitter_typescript") is None, reason="the extra jsx is not installed"
)


def _document(form: Format, numbers: list[int], line_end: str) -> str:
    parts = [form.parts[number % len(form.parts)] for number in numbers]
    return (form.head + form.between.join(parts) + form.tail).replace("\n", line_end)


def test_every_text_format_has_a_description() -> None:
    assert FORMATS.keys() == READERS.keys()


@pytest.mark.parametrize("line_end", LINE_ENDS, ids=repr)
@pytest.mark.parametrize("name", FORMATS)
def test_every_part_is_read_exactly(name: str, line_end: str) -> None:
    form = FORMATS[name]
    for number in range(len(form.parts)):
        text, spans = planted(_document(form, [number], line_end))
        assert found_in(READERS[name].read(Source(form.file, text))) == sorted(spans), form.parts[number]


@given(numbers=PARTS, line_end=st.sampled_from(LINE_ENDS))
@pytest.mark.parametrize("name", FORMATS)
def test_documents_are_read_exactly(name: str, numbers: list[int], line_end: str) -> None:
    form = FORMATS[name]
    text, spans = planted(_document(form, numbers, line_end))
    assert found_in(READERS[name].read(Source(form.file, text))) == sorted(spans)


@pytest.mark.parametrize("name", FORMATS)
def test_byte_order_mark_is_not_counted(name: str) -> None:
    form = FORMATS[name]
    text, spans = planted(_document(form, list(range(len(form.parts))), "\n"))
    for bom, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le")):
        source = Source.from_bytes(form.file, bom + text.encode(encoding))
        assert found_in(READERS[name].read(source)) == sorted(spans)


@pytest.mark.parametrize("name", FORMATS)
def test_comments_are_where_they_say(name: str) -> None:
    form = FORMATS[name]
    text, _ = planted(_document(form, list(range(len(form.parts))), "\n"))
    document = READERS[name].read(Source(form.file, text))
    has_comments = name not in ("text", "csv")
    assert any(WORD in comment.text for comment in document.comments) == has_comments
    for comment in document.comments:
        raw = comment.span.slice(text)
        assert all(line.strip() in raw for line in comment.text.splitlines())
    starts = [comment.span.start for comment in document.comments]
    assert starts == sorted(starts)


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(number=st.integers(0, 30), choice=st.integers(0, 9), new=LETTERS)
@pytest.mark.parametrize("name", FORMATS)
def test_escaped_text_is_read_back(name: str, number: int, choice: int, new: str) -> None:
    form, read = FORMATS[name], READERS[name].read
    assume(new.strip() == new)
    text, _ = planted(_document(form, [number], "\n"))
    blocks = read(Source(form.file, text)).blocks
    places = [
        (at, block.text.find(word), word)
        for at, block in enumerate(blocks)
        for word in (WORD, NFD)
        if word in block.text
    ]
    assume(places)
    at, start, word = places[choice % len(places)]
    parts = blocks[at].to_source(TextSpan(start, start + len(word)))
    assume(len(parts) == 1)
    try:
        written = blocks[at].escaped(new)
    except ValueError:
        assume(False)
    changed = text[: parts[0].start] + written + text[parts[0].end :]
    after = read(Source(form.file, changed)).blocks[at]
    assert after.text[: start + len(new)] == blocks[at].text[:start] + new


OPENINGS = [
    "link:",
    "https://a/",
    "a-",
    "<<a",
    "{a",
    "{/*",
    "+a ",
    "`a ",
    "[[a",
    "[a](",
    "(((a",
    '<a b="',
    "*a ",
]


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("name", ["asciidoc", "html", "markdown", "mdx", "rst"])
def test_lines_of_openings_without_an_end_cost_their_length(name: str, opening: str) -> None:
    """Were each opening followed to the end of the line, this would take minutes."""
    source = Source(FORMATS[name].file, f"sana {opening * 60_000}\n\n{FORMATS[name].parts[0]}")
    blocks = READERS[name].read(source).blocks
    assert blocks[0].text.startswith("sana")


@pytest.mark.parametrize("name", FORMATS)
def test_broken_files_are_read_or_refused_with_a_place(name: str) -> None:
    form = FORMATS[name]
    text, _ = planted(_document(form, list(range(len(form.parts))), "\n"))
    for end in range(0, len(text), 7):
        _read_or_refuse(READERS[name], form.file, text[:end])
        _read_or_refuse(READERS[name], form.file, text[:end] + "\0" + text[end:])
        _read_or_refuse(READERS[name], form.file, text[end:])


def _read_or_refuse(reader: Reader, file: str, text: str) -> None:
    try:
        reader.read(Source(file, text))
    except ReadError as error:
        refused = error
    else:
        return
    assert reader.name in ("json", "yaml", "xml", "xliff")
    assert refused.reason == "broken"
    assert str(refused).startswith(f"{file}:")
