import io
import re
from datetime import UTC, datetime
from typing import Any

import odfdo
import pytest

from termilint.errors import FormatError, ReadError
from termilint.office.changes import Remark
from tests.office.documents import (
    blocks,
    changed_members,
    edited,
    found,
    members,
    odf,
    odf_content,
    odf_of,
    opened,
    package,
    prose,
    where,
    zipped,
)
from tests.readers.planted import WORD, plant, planted

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
STYLES = "".join(
    f'<style:style style:name="{name}" style:parent-style-name="{parent}">{properties}</style:style>'
    for name, parent, properties in (
        ("T1", "", '<style:text-properties fo:language="sv"/>'),
        ("T2", "", '<style:text-properties text:display="none"/>'),
        ("T3", "T1", ""),
        ("P1", "Preformatted_20_Text", ""),
        ("P2", "Title", ""),
    )
)


def p(content: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def note(content: str, kind: str = "footnote") -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
        f"<text:note-body>{content}</text:note-body></text:note>"
    )


def table(text: str) -> str:
    cell = f"<table:table-cell>{p(text)}</table:table-cell>"
    return f"<table:table><table:table-row>{cell}</table:table-row></table:table>"


PLANTED = [
    p(plant(WORD)),
    p(f"<text:span>{plant('käsi</text:span>työ')} ja muuta"),
    p(f"😀 {plant('k&#228;sityö')} &amp; muuta"),
    p(f'<text:a xmlns:xlink="x" xlink:href="{WORD}">{plant(WORD)}</text:a>'),
    p(f"eka<text:s/>{plant(WORD)}<text:line-break/>toka<text:tab/>kolmas"),
    p(f"eka{note(p(plant(WORD)))} toka"),
    table(plant(WORD)),
    f"<text:list><text:list-item>{p(plant(WORD))}</text:list-item></text:list>",
    p(f"<draw:frame><draw:text-box>{p(plant(WORD))}</draw:text-box></draw:frame>loppu"),
    p(f"{plant('käsi<text:bookmark text:name=%s/>työ')}" % "'x'"),
    p(f"<draw:frame><svg:title>{plant(WORD)}</svg:title><svg:desc>a {plant(WORD)}</svg:desc></draw:frame>b"),
    p(f'<text:change-start text:change-id="c"/>{plant(WORD)}<text:change-end text:change-id="c"/>'),
]
DECOYS = [
    f"<text:tracked-changes><text:changed-region><text:deletion>{p(WORD)}</text:deletion></text:changed-region></text:tracked-changes>",
    p(f"a<office:annotation>{p(WORD)}</office:annotation>b"),
    p(f'<text:span text:style-name="T1">{WORD}</text:span>'),
    p(f'<text:span text:style-name="T3">{WORD}</text:span>'),
    p(f'<text:span text:style-name="T2">{WORD}</text:span>'),
    p(WORD, "P1"),
    p(f"<text:title>{WORD}</text:title>"),
    f"<text:table-of-content><text:index-body>{p(WORD)}</text:index-body></text:table-of-content>",
    f'<text:section text:display="none">{p(WORD)}</text:section>',
    p(f"<draw:frame draw:name='{WORD}'><draw:image/></draw:frame>teksti"),
    p("käsi<text:line-break/>työ"),
    p(f"<!-- {WORD} -->"),
]


def test_planted_words_are_found_and_decoys_are_not() -> None:
    body = "".join(a + b for a, b in zip(PLANTED, DECOYS, strict=False)) + DECOYS[-1]
    marked = planted(odf_content(body, STYLES))
    assert found("x.odt", odf_of(marked.text)) == marked.spans


@pytest.mark.parametrize("piece", DECOYS)
def test_decoy_alone(piece: str) -> None:
    assert found("x.odt", odf(p("Muuta tekstiä on enemmän kuin tätä.") + piece, styles=STYLES)) == []


def test_locations_kinds_and_headings() -> None:
    header = f"<style:master-page><style:header>{p('Ylhäällä')}</style:header></style:master-page>"
    header = f"<office:master-styles>{header}</office:master-styles>"
    body = (
        p("Nimi", "P2")
        + '<text:h text:outline-level="1">Luku</text:h>'
        + p(f"Eka{note(p('Viite'))} loppu")
        + f"<text:list><text:list-item>{p('Kohta')}</text:list-item></text:list>"
        + '<text:h text:outline-level="1">Toinen</text:h>'
        + p("Toka")
    )
    data = odf(body, styles=STYLES, common=header)
    assert [(b.text, b.kind.value, where(b), b.headings) for b in blocks("x.odt", data)] == [
        ("Nimi", "heading", "Nimi, otsikko", ()),
        ("Luku", "heading", "Nimi › Luku, otsikko", ("Nimi",)),
        ("Eka loppu", "paragraph", "Nimi › Luku, kappale 1", ("Nimi", "Luku")),
        ("Viite", "paragraph", "alaviite 1", ()),
        ("Kohta", "list-item", "Nimi › Luku, kappale 2", ("Nimi", "Luku")),
        ("Toinen", "heading", "Nimi › Toinen, otsikko", ("Nimi",)),
        ("Toka", "paragraph", "Nimi › Toinen, kappale 1", ("Nimi", "Toinen")),
        ("Ylhäällä", "paragraph", "ylätunniste", ()),
    ]


def slide(title: str, text: str, notes: str = "") -> str:
    def frame(content: str, kind: str) -> str:
        box = f"<draw:text-box>{p(content)}</draw:text-box>"
        return f'<draw:frame presentation:class="{kind}">{box}</draw:frame>'

    spoken = f"<presentation:notes>{frame(notes, 'notes')}{frame('9', 'page-number')}</presentation:notes>"
    return f"<draw:page>{frame(text, 'outline')}{frame(title, 'title')}{spoken}</draw:page>"


def test_slides_of_presentations() -> None:
    data = odf(slide("Eka", "a", "b") + slide("Toka", "c"), kind="presentation")
    assert [(b.text, b.kind.value, where(b)) for b in blocks("x.odp", data)] == [
        ("a", "paragraph", "dia 1, Eka"),
        ("Eka", "heading", "dia 1, Eka"),
        ("b", "paragraph", "dia 1, Eka, muistiinpanot"),
        ("c", "paragraph", "dia 2, Toka"),
        ("Toka", "heading", "dia 2, Toka"),
    ]


def test_encrypted_file_is_refused() -> None:
    parts = members(odf(p("x")))
    entry = b"<manifest:encryption-data/></manifest:manifest>"
    parts["META-INF/manifest.xml"] = parts["META-INF/manifest.xml"].replace(b"</manifest:manifest>", entry)
    with pytest.raises(ReadError) as caught:
        opened("x.odt", zipped(parts))
    assert caught.value.reason == "encrypted"


def test_spreadsheet_is_refused() -> None:
    with pytest.raises(ReadError) as caught:
        opened("x.odt", odf("", kind="spreadsheet"))
    assert caught.value.reason == "wrong-format"


def body_of(data: bytes) -> Any:
    """The body that odfdo sees."""
    return odfdo.Document(io.BytesIO(data)).body


def customers(word: str) -> str | None:
    return "x < y" if word.startswith("asiak") else None


BODY = p("Palvelemme <text:span>asiak</text:span>kaita &amp; muita.") + p(
    f"asiakas{note(p('asiakas alla'))} täällä"
)
OLD = ["Palvelemme asiakkaita & muita.", "asiakas täällä", "asiakas alla"]
NEW = [re.sub(r"asia\w+", "x < y", text) for text in OLD]


def test_fix_changes_the_words_and_nothing_else() -> None:
    data = odf(BODY)
    source = opened("x.odt", data)
    fixed = source.to_bytes(edited(source, customers))
    assert prose("x.odt", fixed) == NEW
    assert changed_members(data, fixed) == {"content.xml"}
    assert b"<text:span>x &lt; y</text:span> &amp; muita." in members(fixed)["content.xml"]


@pytest.mark.parametrize(
    "before",
    ["", "<office:forms/>", "<text:tracked-changes/>", "<text:tracked-changes>{}</text:tracked-changes>"],
)
def test_tracked_changes_read_as_the_new_text(before: str) -> None:
    region = f"<text:deletion>{p('pois')}</text:deletion>"
    region = f'<text:changed-region text:id="termilint4">{region}</text:changed-region>'
    data = odf(before.format(region) + BODY)
    source = opened("x.odt", data)
    tracked = package(source).tracked(edited(source, customers), NOW)
    assert prose("x.odt", tracked) == NEW
    assert changed_members(data, tracked) == {"content.xml"}
    text = members(tracked)["content.xml"].decode()
    names = re.findall('text:id="([^"]+)"', text)
    assert len(names) == len(set(names)) >= 7
    marks = re.findall('<text:change(?:-start)? text:change-id="([^"]+)"/>', text)
    assert set(marks) <= set(names)
    assert text.count("<text:tracked-changes") == 1
    if "{}" not in before:
        changes = body_of(tracked).tracked_changes
        assert changes is not None
        assert {
            region.get_change_info().get_elements("dc:creator")[0].text
            for region in changes.get_changed_regions()
        } == {"termilint"}


def test_page_headers_are_left_alone_by_tracked_changes() -> None:
    header = f"<office:master-styles><style:header>{p('asiakas')}</style:header></office:master-styles>"
    data = odf(p("muuta"), common=header)
    source = opened("x.odt", data)
    assert package(source).tracked(edited(source, customers), NOW) != b""
    assert prose("x.odt", package(source).tracked(edited(source, customers), NOW)) == ["muuta", "asiakas"]


def test_presentations_have_no_tracked_changes() -> None:
    source = opened("x.odp", odf(slide("a", "b"), kind="presentation"))
    with pytest.raises(FormatError):
        package(source).tracked(source.text, NOW)


def remarks(data: bytes, name: str = "x.odt") -> list[Remark]:
    text = opened(name, data).text
    return [
        Remark(m.start(), m.end(), ("Syy & <muu>", "Ehdotus"), "paikka")
        for m in re.finditer("asiak(as)?", text)
    ]


def test_annotations_stand_at_their_words_and_the_text_is_the_same() -> None:
    header = f"<office:master-styles><style:header>{p('asiakas')}</style:header></office:master-styles>"
    data = odf(BODY, common=header)
    commented = package(opened("x.odt", data)).commented(remarks(data), NOW)
    assert prose("x.odt", commented) == [*OLD, "asiakas"]
    assert changed_members(data, commented) == {"content.xml"}
    annotations = body_of(commented).get_annotations(creator="termilint")
    assert len(annotations) == 4
    assert sum("paikka:" in annotation.note_body for annotation in annotations) == 2
    text = members(commented)["content.xml"].decode()
    assert re.search("</office:annotation>asiak<office:annotation-end", text)
    twice = package(opened("x.odt", commented)).commented(remarks(commented)[:1], NOW)
    names = re.findall('office:annotation [^>]*office:name="([^"]+)"', members(twice)["content.xml"].decode())
    assert len(names) == len(set(names)) == 3


def test_comments_on_slides() -> None:
    data = odf(slide("asiakas", "muuta", "asiakas") + slide("b", "asiakas"), kind="presentation")
    commented = package(opened("x.odp", data)).commented(remarks(data, "x.odp"), NOW)
    slides = members(commented)["content.xml"].decode().split("<draw:page>")[1:]
    assert [one.count("<officeooo:annotation ") for one in slides] == [2, 1]
    assert prose("x.odp", commented) == prose("x.odp", data)
