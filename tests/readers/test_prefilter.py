"""The prefilter looks at raw text: it must see every word that a reader puts together from pieces."""

from __future__ import annotations

import importlib.util
import re
from html.entities import html5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termilint.errors import ReadError
from termilint.matching.triggers import Triggers, fold
from termilint.model.source import Source
from termilint.readers import reader_for
from tests.readers.formats import FORMATS
from tests.readers.planted import CLOSE, OPEN, WORD

TRIGGERS = Triggers(["asiak"])
CUTS = [
    *('"\n"', '" \r\n\t"', "\\\n  ", "\\\r\n", "\\\r\t", "\\ ", "\\"),
    *("**", "*", "_", "__", "`", "~~", "##", "#", "^", "+", '"', "''", "'"),
    *("</b>", "<b>", "<b></b>", "<i title='a > b'>", '<g id="1">', "<0>", "</0>", "<wbr>", "<!-- x -->"),
    *("<b class='" + "x" * 300 + "'>", "<![CDATA[", "]]>", "<Osa>", "</Osa>", "<span\nid='x'>"),
    *("[", "](https://a.fi)", "](a 'b')", "](a_(b))", "][viite]", "[^1]", "[[", "]]", "![", "{empty}"),
    *("\u00ad", "\u200b", "\u2060", "-\n", "-\r\n", "- \n  ", "&shy;", "&#173;", "&#x61;", "&zwnj;", "{}"),
    *("\\u00ad", "\\xad", "\\255", "\\N{SOFT HYPHEN}", "\\:", "\\k", ":sub:`", "\\ :sub:`", "[.x]#", "$$"),
    *("<!---->", "{/* x */}", "<a><b>", "</a></b>", "{''}", '{" "}', "''{''"),
]
WORDS = ("asia{}kas", "as{}iakas", "a{}siakka{}alle", "ASIA{}KAS", "asi{}\\141kas", "\\x61siakas")
SLOT = re.compile(f"{OPEN}{WORD}{CLOSE}")
SLOTS = [
    (name, number)
    for name, form in FORMATS.items()
    for number, part in enumerate(form.parts)
    if SLOT.search(part)
]

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("tree_sitter_typescript") is None, reason="the extra jsx is not installed"
)


def _require_seen(name: str, number: int, word: str) -> None:
    """Fail if a document with ``word`` in a slot holds a trigger that its raw text hides."""
    form = FORMATS[name]
    document = form.head + SLOT.sub(lambda _: word, form.parts[number]) + form.tail
    text = re.sub(f"[{OPEN}{CLOSE}]", "", document)
    try:
        blocks = reader_for(form.file).read(Source(form.file, text)).blocks
    except ReadError:
        return
    if any(TRIGGERS.found_in(block.text) for block in blocks):
        assert TRIGGERS.found_in_source(text), word


@pytest.mark.parametrize(("name", "number"), SLOTS)
def test_every_cut(name: str, number: int) -> None:
    for word in WORDS:
        for cut in CUTS:
            _require_seen(name, number, word.replace("{}", cut))


@given(
    slot=st.sampled_from(SLOTS), word=st.sampled_from(WORDS), cuts=st.lists(st.sampled_from(CUTS), max_size=4)
)
def test_cuts_together(slot: tuple[str, int], word: str, cuts: list[str]) -> None:
    _require_seen(*slot, word.replace("{}", "".join(cuts)))


@pytest.mark.parametrize(
    "cut", ['"\n"', "\\\n  ", "<b></b>", "](https://a.fi)", "\\ ", "##", "<![CDATA[", '"', "&shy", "-\n"]
)
def test_a_source_without_the_word_in_a_row_is_read(cut: str) -> None:
    assert TRIGGERS.found_in_source(f"[x asia{cut}kas x")


def test_every_entity_that_may_be_in_a_word() -> None:
    for name, characters in html5.items():
        letters = fold(characters)
        if letters != characters.lower() or (letters.isalpha() and letters < "\u0250"):
            assert TRIGGERS.found_in_source(f"x &{name} x"), name


@pytest.mark.parametrize(
    "text",
    [
        "Asia kuntoon.\nToinen asia\nkaikille, asia-kirja asia; kas.",
        'msgid "a"\nmsgstr ""\n"Tämä asia "\n"kestää"\n',
        '{"a": "asia", "kas": "b\\nc"}',
        "<p>asia&nbsp;\n&ndash; kas&quot;",
        "<p>asia</p>\n<p class='a'>kas</p> a < b",
        "[Kela](https://a.fi/x) ja [1] asia(kas) C# a=b",
    ],
)
def test_other_texts_need_no_reading(text: str) -> None:
    assert not TRIGGERS.found_in_source(text)
