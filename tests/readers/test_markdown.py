from termilint.model.document import OBJECT
from termilint.model.source import Source
from termilint.readers.markdown import READER
from tests.readers.planted import kinds, prose


def test_kinds_of_blocks() -> None:
    text = "# Otsikko\n\nKappale.\n\n- kohta\n\n> lainaus\n\n| solu |\n|---|\n| toinen |\n"
    assert kinds(READER, text) == [
        ("heading", "Otsikko"),
        ("paragraph", "Kappale."),
        ("list-item", "kohta"),
        ("quote", "lainaus"),
        ("table-cell", "solu"),
        ("table-cell", "toinen"),
    ]


def test_emphasis_inside_a_word_leaves_one_word() -> None:
    assert prose(READER, "Siis **asiak**kaille.") == ["Siis asiakkaille."]


def test_wikilinks_show_their_text_or_a_name() -> None:
    text = "Katso [[asiakas]] ja [[sivu|asiakkaat]]. ![[asiakas.png]] ![[a.png|kuva]] [[[[a]]]]"
    assert prose(READER, text) == [
        f"Katso {OBJECT} ja asiakkaat. {OBJECT} {OBJECT} [[{OBJECT}]]",
        "kuva",
    ]


def test_line_breaks_are_kept() -> None:
    assert prose(READER, "eka\ntoka  \nkolmas\\\nneljäs<br>viides") == ["eka\ntoka\nkolmas\nneljäs\nviides"]


def test_what_is_not_prose_leaves_an_object_in_its_place() -> None:
    assert prose(READER, "Aja `ls` ja <kbd>Esc</kbd>, $x$ on <https://a.fi>.") == [
        f"Aja {OBJECT} ja {OBJECT}, {OBJECT} on {OBJECT}."
    ]


def test_comment_separates() -> None:
    assert prose(READER, "yksi<!-- x -->kaksi") == ["yksi kaksi"]


def test_image_text_is_a_block_of_its_own_after_the_paragraph() -> None:
    assert kinds(READER, "Tässä ![kaksi *kissaa*](k.png) näin.") == [
        ("paragraph", f"Tässä {OBJECT} näin."),
        ("attribute", "kaksi kissaa"),
    ]


def test_headings_above_a_block() -> None:
    text = "# A\n\n## B\n\nb\n\n### C\n\n## D\n\nd\n\nE\n===\n\ne"
    blocks = READER.read(Source("x.md", text)).blocks
    assert [(block.text, block.headings) for block in blocks] == [
        ("A", ()),
        ("B", ("A",)),
        ("b", ("A", "B")),
        ("C", ("A", "B")),
        ("D", ("A",)),
        ("d", ("A", "D")),
        ("E", ()),
        ("e", ("E",)),
    ]


def test_rule_in_the_middle_is_no_front_matter() -> None:
    assert prose(READER, "eka\n\n---\nasiakas: tärkeä\n\n---\n\ntoka") == ["eka", "asiakas: tärkeä", "toka"]


def test_rule_at_the_start_is_no_front_matter() -> None:
    assert prose(READER, "---\n\nTeksti jatkuu.\n\n---\n\nLoppu.") == ["Teksti jatkuu.", "Loppu."]


def test_front_matter_shows_visible_values_only() -> None:
    text = "---\ntitle: Eka\nslug: toka\ndescription: |\n  Kolmas\n---\nLoppu."
    assert kinds(READER, text) == [
        ("front-matter", "Eka"),
        ("front-matter", "Kolmas"),
        ("paragraph", "Loppu."),
    ]


def test_broken_front_matter_is_not_prose_and_stops_nothing() -> None:
    assert prose(READER, '---\ntitle: "kesken\n---\nLoppu.') == ["Loppu."]


def test_html_blocks_show_what_a_browser_shows() -> None:
    text = "# A\n\n<h2>B &amp; C</h2>\n<p>Teksti<script>koodi</script> <img alt='kuva'></p>"
    blocks = READER.read(Source("x.md", text)).blocks
    assert [(b.kind.value, b.text.strip(), b.headings) for b in blocks] == [
        ("heading", "A", ()),
        ("heading", "B & C", ("A",)),
        ("paragraph", f"Teksti{OBJECT} {OBJECT}", ("A", "B & C")),
        ("attribute", "kuva", ("A",)),
    ]


def test_hidden_element_that_is_never_closed_ends_with_its_block() -> None:
    assert prose(READER, "Eka <code>toka\n\nkolmas") == [f"Eka {OBJECT}", "kolmas"]


def test_list_item_in_a_quote() -> None:
    assert kinds(READER, "> - kohta\n>   jatkuu\n") == [("list-item", "kohta\njatkuu")]


def test_text_that_names_a_link_definition_is_no_prose() -> None:
    text = "Lue [asiakas][] ja [opas], sitten [asiakkaan opas][opas].\n\n[asiakas]: a\n[opas]: b\n"
    blocks = READER.read(Source("x.md", text)).blocks
    assert [block.text for block in blocks] == ["Lue \ufffc ja \ufffc, sitten asiakkaan opas."]
