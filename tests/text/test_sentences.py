"""Sentence boundaries: each case is a text cut at the bars."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termilint.text.sentences import sentences


@pytest.mark.parametrize(
    "cut",
    [
        "Asiakas tuli.| Hän odotti.",
        "Tuliko asiakas?| Tuli!",
        "Esim. asiakas on n. 10 km:n päässä.| Se riittää.",
        "Ks. sivu 3.| Siellä on lisää.",
        "Juhla on 1. tammikuuta kello 10.| Tule mukaan.",
        "A. Virtanen tuli.| B. Korhonen lähti.",
        "Mukana ovat mm. kunnat, kaupungit ym. tahot.| Tervetuloa!",
        "Ostimme paperia, kyniä jne.| Uusi tilaus lähtee huomenna.",
        "Hän sanoi: ”Asiakas tuli.”| Sitten oli hiljaista.",
        "Toim. joht. J. Meri o.s. Aalto puhui.| Kuuntelimme.",
        "Ensin tämä…| Sitten tuo.",
        "Versio 2.5 julkaistiin.| Se toimii.",
    ],
)
def test_sentences(cut: str) -> None:
    text = cut.replace("|", "")
    pieces = [piece.strip() for piece in cut.split("|")]
    assert [span.slice(text) for span in sentences(text)] == pieces


@given(st.text(alphabet='aA.!? \n"”1', max_size=80))
def test_sentences_are_ordered_and_lose_nothing_but_space(text: str) -> None:
    at = 0
    for span in sentences(text):
        assert text[at : span.start].strip() == ""
        at = span.end
    assert text[at:].strip() == ""


@given(st.lists(st.text(alphabet="aä-", min_size=1, max_size=9_000), max_size=9))
def test_text_without_an_end_is_cut_between_words(words: list[str]) -> None:
    text = "\u2003".join(words)
    found = [span.slice(text) for span in sentences(text)]
    assert " ".join(found).split() == words
    assert all(len(piece) <= 4_000 or len(piece.split()) == 1 for piece in found)


def test_no_sentence_is_endless() -> None:
    text = "sana " * 100_000
    assert max(len(span) for span in sentences(text)) <= 4_000
