"""Tokens of real Finnish: each case is a text and its tokens, ``~`` before what is not prose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termilint.text.tokens import Token, TokenKind, tokenize


def shown(text: str) -> list[str]:
    return [("~" if t.kind is TokenKind.OPAQUE else "") + t.text for t in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Asiakas tuli.", ["Asiakas", "tuli", "."]),
        ("EU:n 10 %:n 20 000 asiakasta", ["EU:n", "10 %:n", "20 000", "asiakasta"]),
        ("raa'an vaa’an", ["raa'an", "vaa’an"]),
        ("kanta- ja avainasiakkaat", ["kanta-", "ja", "avainasiakkaat"]),
        ("Norton -asiakas", ["Norton", "-asiakas"]),
        ("B2B-asiakas 3-vuotias 2020-luvun", ["B2B-asiakas", "3-vuotias", "2020-luvun"]),
        ("asiakas–toimittaja", ["asiakas", "–", "toimittaja"]),
        ("asiakkaiden/potilaiden", ["asiakkaiden", "/", "potilaiden"]),
        ("”asiakas”", ["”", "asiakas", "”"]),
        ("«asiakas» 'asiakas'", ["«", "asiakas", "»", "'", "asiakas", "'"]),
        ("käyttäjä_id asiakas_id", ["~käyttäjä_id", "~asiakas_id"]),
        ("getAsiakas() asiakasID", ["~getAsiakas()", "~asiakasID"]),
        ("Katso https://esim.fi/asiakas, kiitos.", ["Katso", "~https://esim.fi/asiakas", ",", "kiitos", "."]),
        ("Katso www.esim.fi/asiakas.", ["Katso", "~www.esim.fi/asiakas", "."]),
        ("asiakas@esim.fi", ["~asiakas@esim.fi"]),
        ("@asiakas #asiakas", ["~@asiakas", "~#asiakas"]),
        ("asiakas.md ja docs/fi/asiakas/", ["~asiakas.md", "ja", "~docs/fi/asiakas/"]),
        ("%s {nimi} {{ nimi }} %(n)s ${nimi}", ["~%s", "~{nimi}", "~{{ nimi }}", "~%(n)s", "~${nimi}"]),
        ("katso [[Asiakas]]", ["katso", "~[[Asiakas]]"]),
        ("valitsin --asiakas ja :asiakas: tähän", ["valitsin", "~--asiakas", "ja", "~:asiakas:", "tähän"]),
        ("kuntaan.Uudet", ["kuntaan", ".", "Uudet"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert shown(text) == tokens


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("asiakas-\npalvelu", ("asiakaspalvelu", "asiakas-palvelu")),
        ("kanta-\r\n   asiakas", ("kantaasiakas", "kanta-asiakas")),
        ("asiakas", ("asiakas",)),
    ],
)
def test_a_word_cut_at_a_line_end_is_one_word(text: str, forms: tuple[str, ...]) -> None:
    (token,) = tokenize(text)
    assert token.forms == forms
    assert token.text == text


def test_a_suspended_part_before_a_line_end_is_not_joined() -> None:
    assert shown("asiakas-\nja toimittajatiedot") == ["asiakas-", "ja", "toimittajatiedot"]


@given(st.text(max_size=200))
def test_tokens_are_exact_ordered_and_lose_nothing_but_space(text: str) -> None:
    at = 0
    for token in tokenize(text):
        assert isinstance(token, Token)
        assert text[token.start : token.end] == token.text != ""
        assert text[at : token.start].strip() == ""
        at = token.end
    assert text[at:].strip() == ""
