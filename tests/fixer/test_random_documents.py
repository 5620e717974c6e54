"""Random documents of all encodings and line ends: only the planned words change."""

from __future__ import annotations

import unicodedata
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from termilint.engine import Linter
from termilint.fixer import fix
from termilint.model.source import Source
from termilint.morphology.analyzer import open_analyzer
from termilint.rules import packs
from termilint.runner import check_source
from tests.fixer.test_fix_cases import CASES

if TYPE_CHECKING:
    from collections.abc import Callable

    from termilint.model.finding import Checked


class Piece(NamedTuple):
    """A piece of a document as it is and as it must be after fixing."""

    before: str
    after: str

    @classmethod
    def of(cls, text: str) -> Piece:
        """A piece that must not change."""
        return cls(text, text)


PLANNED = [
    Piece("prospekti", "tilaaja"),
    Piece("Prospektin", "Tilaajan"),
    Piece("prospekteille", "tilaajille"),
    Piece("prospektissanikin", "tilaajassanikin"),
    Piece("PROSPEKTEJA", "TILAAJIA"),
    Piece("asiakasarvosta", "koetusta arvosta"),
    Piece("prospektia", "tilaajaa"),
    Piece("(prospektit)", "(tilaajat)"),
    Piece("**prospektilta**", "**tilaajalta**"),
    Piece("[prospektin](https://prospekti.example)", "[tilaajan](https://prospekti.example)"),
    Piece("*prospektien*,", "*tilaajien*,"),
]
UNTOUCHED = [
    "`prospekti`",
    "<https://example.fi/prospekti>",
    "**pros**pektit",
    "rajapinta",
    "kohderyhmästä",
    "ja <!-- prospekti -->",  # at the start of a line it would make an HTML block
    "ja",
    "työ   työ",
    "a\u0308iti",
    "yo\u0308",
    "soft\u00adhyphen",
    "1 000",
    "x–y",
    "”juu”",
    "&auml;&nbsp;",
    "\\*ei\\*",
    "loppu  ",
]
ONLY_IN_UNICODE = ["😀", "日本", "👩‍🚒", "\u2011", "ǆ"]
BREAKS = ["\n", "\n\n", "\n- ", "\n\n## ", "\n> ", "\n1. ", "\n\n```\nprospekti\n```\n\n"]
ENDS = ["\n", "\r\n", "\r"]


@st.composite
def documents(draw: st.DrawFn) -> tuple[Piece, Callable[[str], bytes]]:
    """A document before and after, and how its text becomes bytes."""
    bom, encoding = draw(
        st.sampled_from(
            [(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"", "cp1252")]
        )
    )
    untouched = UNTOUCHED if encoding == "cp1252" else UNTOUCHED + ONLY_IN_UNICODE
    words = st.one_of(st.sampled_from(PLANNED), st.sampled_from(untouched).map(Piece.of))
    gaps = st.sampled_from([" ", " ", " ", *BREAKS])
    ends = draw(st.sampled_from([ENDS[:1], ENDS[1:2], ENDS[2:], ENDS]))
    pieces = []
    for word in draw(st.lists(words, min_size=1, max_size=12)):
        gap = draw(gaps)
        pieces += [word, Piece.of("".join(draw(st.sampled_from(ends)) if c == "\n" else c for c in gap))]
    last = draw(st.sampled_from(["", *ends, " "]))
    prefix = "é\u00e4 " if encoding == "cp1252" else ""
    before = prefix + "".join(piece.before for piece in pieces[:-1]) + last
    after = prefix + "".join(piece.after for piece in pieces[:-1]) + last
    return Piece(before, after), lambda text: bom + text.encode(encoding, "xmlcharrefreplace")


@cache
def check() -> Callable[[Source], Checked]:
    rules = packs.load([CASES / "rules.yaml"])
    return partial(check_source, checker=Linter(rules, open_analyzer("embedded")))


@given(documents())
@settings(max_examples=2_000, deadline=None)
def test_only_the_planned_words_change(document: tuple[Piece, Callable[[str], bytes]]) -> None:
    (before, after), to_bytes = document
    source = Source.from_bytes("random.md", to_bytes(before))
    fixed = fix(check()(source), check())
    assert source.to_bytes(fixed.result.source.text) == to_bytes(after)
    again = fix(fixed.result, check())
    assert (again.result, again.fixed) == (fixed.result, 0)
    reported = [finding.rule_id for finding in again.result.findings if finding.rule_id.startswith("safe")]
    assert len(reported) == before.count("**pros**")


def test_text_beside_a_fix_stays_decomposed() -> None:
    text = "yö prospekti äiti"
    decomposed = unicodedata.normalize("NFD", text)
    fixed = fix(check()(Source("x.md", decomposed)), check())
    assert fixed.result.source.text == unicodedata.normalize("NFD", "yö tilaaja äiti")
