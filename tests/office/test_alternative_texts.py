"""The texts that describe images to those who cannot see them are prose, and can be rewritten."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

import docx
import pptx
import pytest
from PIL import Image

from termilint.messages import messages_in
from termilint.model.location import in_words
from termilint.model.span import TextSpan
from termilint.office.changes import Remark
from tests.office.documents import blocks, edited, members, odf, opened, package, slide, where
from tests.office.documents import pptx as presentation

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
DESCRIBED = 'descr="Kuvassa &quot;uusi&quot; asiakas &amp; kissa" title="Otsikoitu asiakas" name="asiakas"'


def _picture() -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "png")
    stream.seek(0)
    return stream


def _word() -> bytes:
    document = docx.Document()
    document.add_heading("Tavoitteet", 1)
    document.add_paragraph("Teksti on suomea.")
    document.add_picture(_picture())
    stream = io.BytesIO()
    document.save(stream)
    return _described(
        stream.getvalue(), "word/document.xml", r'(<wp:docPr id="\d+") name="[^"]*"(?: descr="[^"]*")?'
    )


def _deck() -> bytes:
    deck = pptx.Presentation()
    added = deck.slides.add_slide(deck.slide_layouts[5])
    added.shapes.title.text = "Tavoitteet"
    added.shapes.add_picture(_picture(), 0, 0)
    stream = io.BytesIO()
    deck.save(stream)
    data = stream.getvalue()
    return _described(
        data,
        "ppt/slides/slide1.xml",
        r'(<p:pic><p:nvPicPr><p:cNvPr id="\d+") name="[^"]*"(?: descr="[^"]*")?',
    )


def _described(data: bytes, part: str, tag: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, member in members(data).items():
            text = member.decode() if name == part else ""
            archive.writestr(name, re.sub(tag, rf"\1 {DESCRIBED}", text) if text else member)
    return stream.getvalue()


FRAME = (
    '<draw:frame draw:name="asiakas"><draw:image/><svg:title>Otsikoitu asiakas</svg:title>'
    "<svg:desc>Kuvassa &quot;uusi&quot; asiakas &amp; kissa</svg:desc></draw:frame>"
)
FILES = {
    "a.docx": _word(),
    "a.pptx": _deck(),
    "a.odt": odf(f"<text:h>Tavoitteet</text:h><text:p>Teksti {FRAME} jatkuu.</text:p>"),
    "a.odp": odf(
        f'<draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>Tavoitteet</text:p>'
        f"</draw:text-box></draw:frame>{FRAME}</draw:page>",
        kind="presentation",
    ),
}
PLACES = {
    "a.docx": "Tavoitteet, tekstivastine",
    "a.pptx": "dia 1, Tavoitteet, tekstivastine",
    "a.odt": "Tavoitteet, tekstivastine",
    "a.odp": "dia 1, Tavoitteet, tekstivastine",
}


def _customers(word: str) -> str | None:
    return 'lapsi & "äiti\'s"' if word == "asiakas" else None


@pytest.mark.parametrize("name", FILES)
def test_they_are_read_with_their_place(name: str) -> None:
    found = [block for block in blocks(name, FILES[name]) if block.kind.value == "attribute"]
    assert {block.text for block in found} == {'Kuvassa "uusi" asiakas & kissa', "Otsikoitu asiakas"}
    assert {where(block) for block in found} == {PLACES[name]}


def test_places_are_told_in_the_language_of_the_messages() -> None:
    found = [block for block in blocks("a.pptx", FILES["a.pptx"]) if block.kind.value == "attribute"]
    assert in_words(found[0].location, messages_in("en").landmarks) == "slide 1, Tavoitteet, alt text"


@pytest.mark.parametrize("name", FILES)
def test_they_are_rewritten_where_they_stand(name: str) -> None:
    source = opened(name, FILES[name])
    fixed = source.to_bytes(edited(source, _customers))
    found = [block.text for block in blocks(name, fixed) if block.kind.value == "attribute"]
    assert set(found) == {'Kuvassa "uusi" lapsi & "äiti\'s" & kissa', 'Otsikoitu lapsi & "äiti\'s"'}
    old, new = members(FILES[name]), members(fixed)
    (part,) = [member for member in old if old[member] != new[member]]
    written = b"lapsi &amp; &quot;\xc3\xa4iti&apos;s&quot;"
    changed = old[part].replace(b" asiakas", b" " + written)
    assert new[part] == changed


@pytest.mark.parametrize("name", FILES)
def test_excerpts_show_the_text_and_no_markup(name: str) -> None:
    source = opened(name, FILES[name])
    block = next(block for block in blocks(name, FILES[name]) if block.text.startswith("Kuvassa"))
    at = block.text.index("asiakas")
    (span,) = block.to_source(TextSpan(at, at + len("asiakas")))
    assert package(source).excerpt(source.text, span) == ('Kuvassa "uusi" ', "asiakas", " & kissa")


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_tracked_changes_leave_them_alone(name: str) -> None:
    source = opened(name, FILES[name])
    tracked = package(source).tracked(edited(source, _customers), NOW)
    assert [block.text for block in blocks(name, tracked)] == [
        block.text for block in blocks(name, FILES[name])
    ]


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_it_is_known_that_no_change_can_be_shown_there(name: str) -> None:
    source = opened(name, FILES[name])
    ranges = list(package(source).trackable(source.text))
    assert ranges == sorted(ranges)
    for word, is_trackable in (("asiakas &amp;", False), ("Otsikoitu", False), ("Teksti", True)):
        at = source.text.index(word)
        assert any(start <= at < end for start, end in ranges) == is_trackable


def test_word_comments_stand_at_the_image() -> None:
    source = opened("a.docx", FILES["a.docx"])
    at = source.text.index("asiakas &amp;")
    commented = package(source).commented([Remark(at, at + 7, ("Syy",), "tekstivastine")], NOW)
    text = members(commented)["word/document.xml"].decode()
    assert re.search(r'<w:commentRangeStart w:id="\d+"/><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:drawing>', text)
    (comment,) = docx.Document(io.BytesIO(commented)).comments
    assert comment.text == "tekstivastine:\nSyy"


@pytest.mark.parametrize("name", ["a.odt", "a.odp", "a.pptx"])
def test_comments_are_written(name: str) -> None:
    source = opened(name, FILES[name])
    at = source.text.index("asiakas &amp;")
    commented = package(source).commented([Remark(at, at + 7, ("Syy",), "tekstivastine")], NOW)
    assert blocks(name, commented) == blocks(name, commented)
    assert any(b"Syy" in member for member in members(commented).values())


def test_hidden_pictures_are_not_described() -> None:
    shape = '<p:pic><p:nvPicPr><p:cNvPr id="2" hidden="1" descr="asiakas"/></p:nvPicPr></p:pic>'
    assert blocks("a.pptx", presentation({"slide1.xml": slide(shape)}, [1])) == ()
