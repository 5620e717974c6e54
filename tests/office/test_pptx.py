import io
from datetime import UTC, datetime

import pptx
import pytest

from termilint.errors import FormatError
from termilint.office.changes import Remark
from tests.office.documents import (
    blocks,
    changed_members,
    edited,
    members,
    opened,
    package,
    prose,
    shape,
    slide,
    where,
)
from tests.office.documents import pptx as presentation
from tests.readers.planted import WORD

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def p(*runs: str) -> str:
    return "<a:p>" + "".join(f'<a:r><a:rPr lang="fi-FI"/><a:t>{run}</a:t></a:r>' for run in runs) + "</a:p>"


def table(*rows: list[str]) -> str:
    cells = "".join(
        "<a:tr>" + "".join(f"<a:tc><a:txBody>{p(text)}</a:txBody></a:tc>" for text in row) + "</a:tr>"
        for row in rows
    )
    data = f"<a:graphicData><a:tbl>{cells}</a:tbl></a:graphicData>"
    return f"<p:graphicFrame><a:graphic>{data}</a:graphic></p:graphicFrame>"


SLIDES = {
    "slide1.xml": slide(shape(p("Kolmas"), "title") + shape(p("asiakas"))),
    "slide2.xml": slide(
        shape(p("Sisältö asi", "akas")) + shape(p("Tavoitteet"), "title") + table(["a"], ["b"])
    ),
}
NOTES = {"slide2.xml": slide(shape(p("Muista tämä")) + shape(p("7"), "sldNum"), "notes")}


def test_slides_come_in_the_order_of_the_show() -> None:
    found = blocks("x.pptx", presentation(SLIDES, [2, 1], NOTES))
    assert [(b.text, b.kind.value, where(b), b.headings) for b in found] == [
        ("Sisältö asiakas", "paragraph", "dia 1, Tavoitteet", ("Tavoitteet",)),
        ("Tavoitteet", "heading", "dia 1, Tavoitteet", ()),
        ("a", "table-cell", "dia 1, Tavoitteet, taulukko 1, rivi 1, sarake 1", ("Tavoitteet",)),
        ("b", "table-cell", "dia 1, Tavoitteet, taulukko 1, rivi 2, sarake 1", ("Tavoitteet",)),
        ("Muista tämä", "paragraph", "dia 1, Tavoitteet, muistiinpanot", ("Tavoitteet",)),
        ("Kolmas", "heading", "dia 2, Kolmas", ()),
        ("asiakas", "paragraph", "dia 2, Kolmas", ("Kolmas",)),
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        f'<a:p><a:fld type="datetime"><a:t>{WORD}</a:t></a:fld></a:p>',
        f'<a:p><a:r><a:rPr lang="en-US"/><a:t>{WORD}</a:t></a:r></a:p>',
        "<a:p><a:r><a:t>käsi</a:t></a:r><a:br/><a:r><a:t>työ</a:t></a:r></a:p>",
    ],
)
def test_decoys(paragraph: str) -> None:
    texts = prose(
        "x.pptx", presentation({"slide1.xml": slide(shape(p("Paljon muuta tekstiä") + paragraph))}, [1])
    )
    assert WORD not in " ".join(texts)


def customers(word: str) -> str | None:
    return "ihminen" if word == "asiakas" else None


def test_fix_changes_the_words_and_nothing_else() -> None:
    data = presentation(SLIDES, [2, 1], NOTES)
    source = opened("x.pptx", data)
    fixed = source.to_bytes(edited(source, customers))
    assert changed_members(data, fixed) == {"ppt/slides/slide1.xml", "ppt/slides/slide2.xml"}
    assert "<a:t>Sisältö ihminen</a:t></a:r>" in members(fixed)["ppt/slides/slide2.xml"].decode()


def test_presentations_have_no_tracked_changes() -> None:
    source = opened("x.pptx", presentation(SLIDES, [1]))
    with pytest.raises(FormatError) as caught:
        package(source).tracked("x", NOW)
    assert caught.value.reason == "no-tracked-changes"


def made() -> bytes:
    """A presentation of python-pptx."""
    deck = pptx.Presentation()
    for title in ("Eka", "Toka"):
        added = deck.slides.add_slide(deck.slide_layouts[1])
        added.shapes.title.text = title
        added.placeholders[1].text = "asiakas"
    stream = io.BytesIO()
    deck.save(stream)
    return stream.getvalue()


def test_comments_are_put_on_their_slides_and_join_those_that_are_there() -> None:
    data = made()
    for times in (1, 2):
        source = opened("x.pptx", data)
        starts = [at for at in range(len(source.text)) if source.text.startswith("asiakas", at)]
        data = package(source).commented([Remark(at, at + 7, ("Syy & <muu>",)) for at in starts], NOW)
        parts = members(data)
        assert parts["ppt/comments/comment1.xml"].count(b"<p:text>Syy &amp; &lt;muu&gt;</p:text>") == times
        assert parts["ppt/commentAuthors.xml"].count(b"<p:cmAuthor ") == times
    deck = pptx.Presentation(io.BytesIO(data))
    names = [str(rel.target_part.partname) for one in deck.slides for rel in one.part.rels.values()]
    assert "/ppt/comments/comment1.xml" in names
    assert "/ppt/comments/comment2.xml" in names
    assert prose("x.pptx", data) == ["Eka", "asiakas", "Toka", "asiakas"]
