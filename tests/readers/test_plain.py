from termilint.model.source import Source
from termilint.readers.plain import READER
from tests.readers.planted import kinds, prose

LONGEST = 10_000


def test_wrapped_lines_are_one_block() -> None:
    assert prose(READER, "Palvelemme kaikkia,\njoilla on asiaa.\n\nToinen kappale.\n") == [
        "Palvelemme kaikkia,\njoilla on asiaa.",
        "Toinen kappale.",
    ]


def test_line_end_of_two_characters_is_one_in_the_text() -> None:
    (block,) = READER.read(Source("x", "Eka,\r\ntoka.")).blocks
    assert block.text == "Eka,\ntoka."
    assert [tuple(segment) for segment in block.segments] == [(0, 4, 0, 4), (4, 5, 4, 6), (5, 10, 6, 11)]


def test_short_line_over_a_paragraph_is_a_heading() -> None:
    blocks = READER.read(Source("x", "Tavoitteet\n\nPalvelemme kaikkia.\n")).blocks
    assert [(block.kind.value, block.headings) for block in blocks] == [
        ("heading", ()),
        ("paragraph", ("Tavoitteet",)),
    ]


def test_short_line_directly_over_a_paragraph_is_a_heading() -> None:
    text = "Tavoitteet\nPalvelemme kaikkia niitä ihmisiä, joilla on asiaa kuntaan."
    assert kinds(READER, text)[0] == ("heading", "Tavoitteet")


def test_lone_line_is_a_paragraph() -> None:
    assert kinds(READER, "Asiakas on tärkeä\n") == [("paragraph", "Asiakas on tärkeä")]


def test_wrapped_first_line_is_no_heading() -> None:
    text = "Palvelemme kuntalaisia, yrityksiä ja\nYhdysvaltain lähetystöä."
    assert kinds(READER, text) == [("paragraph", text)]


def test_items_without_their_bullets() -> None:
    assert kinds(READER, "Lupaamme:\n- eka\n- toka\n  jatkuu\n2) kolmas\n") == [
        ("paragraph", "Lupaamme:\n"[:-1]),
        ("list-item", "eka"),
        ("list-item", "toka\n  jatkuu"),
        ("list-item", "kolmas"),
    ]


def test_dash_in_a_wrapped_sentence_is_no_bullet() -> None:
    assert len(prose(READER, "Me tulemme huomenna takaisin\n– jos ehdimme.")) == 1


def test_date_is_no_bullet() -> None:
    assert kinds(READER, "12. lokakuuta avataan.") == [("paragraph", "12. lokakuuta avataan.")]


def test_drawn_rules_separate() -> None:
    assert prose(READER, "Eka.\n-----\nToka.\n* * *\n") == ["Eka.", "Toka."]


def test_endless_line_gives_bounded_blocks_that_hold_all_of_it() -> None:
    text = "Asiakas maksaa. " * 5_000
    texts = prose(READER, text)
    assert "".join(texts) == text
    assert max(map(len, texts)) <= LONGEST
    assert all(text.endswith(". ") for text in texts)


def test_line_without_spaces_is_cut() -> None:
    assert [len(text) for text in prose(READER, "ä" * 25_000)] == [LONGEST, LONGEST, 5_000]
