"""Office documents and PDFs that well-known libraries write, with planted words and decoys.

Every word is there once, so that it tells its place by itself. What the libraries do not write (tracked
changes, fields, hidden text) is added to their XML.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

import docx
import odfdo
import pptx
from docx.oxml import parse_xml
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from termilint.readers import reader_for
from tests.readers.made import Found, Words, compared_document

if TYPE_CHECKING:
    from collections.abc import Callable

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FILLERS = """ja työ jatkuu keväällä 😀 日本 a\u0308iti ”juu” 1\u00a0000 x–y it's "sano" 50 % & < > #1 -
* _ ; [a] (b)""".split()
_LATIN = "ja työ jatkuu keväällä 1 000 x-y (a) 50 % - * Å & <b>".split()
_TITLE_AND_BODY = 1


class Made(NamedTuple):
    """A file, and the words that must be found in it."""

    name: str
    data: bytes
    planted: frozenset[str]


def compared(made: Made) -> Found:
    """What the reader of a file finds of what was planted."""
    reader = reader_for(made.name)
    document = reader.read(reader.open(made.name, made.data))
    return compared_document(document, made.planted, decoded)


def decoded(raw: str) -> str:
    """The text of raw character data, and of plain text."""
    return str(ET.fromstring(f"<a>{raw}</a>").text)  # noqa: S314  # it was written here


def _divided(words: Words) -> tuple[str, str, str]:
    """A text in three pieces; the first planted word of it is cut."""
    text = words.text(fillers=_FILLERS)
    cut = text.index("käsityö") + words.chance.randrange(1, 12)
    middle = words.chance.randrange(len(text) - cut) + cut
    return text[:cut], text[cut:middle], text[middle:]


def made_docx(size: int, seed: int) -> Made:
    """A Word file of python-docx."""
    words = Words(seed)
    document = docx.Document()
    length = 0
    while length < size:
        length += _add_to_word(document, words)
    section = document.sections[0]
    section.header.paragraphs[0].text = words.text(fillers=_FILLERS)
    section.footer.paragraphs[0].text = words.text(fillers=_FILLERS)
    document.core_properties.title = words.decoy()
    stream = io.BytesIO()
    document.save(stream)
    return Made("a.docx", stream.getvalue(), frozenset(words.planted))


def _add_to_word(document: docx.document.Document, words: Words) -> int:
    """Add one paragraph or table; gives how long it is."""
    chance = words.chance.random()
    if chance < 0.1:
        text = words.text(fillers=_FILLERS)
        document.add_heading(text, words.chance.randrange(1, 4))
        return len(text)
    if chance < 0.2:
        table = document.add_table(2, 2)
        for row in table.rows:
            for cell in row.cells:
                cell.text = words.text(fillers=_FILLERS)
        return 200
    paragraph = document.add_paragraph(style=words.chance.choice([None, "List Bullet", "Quote"]))
    pieces = _divided(words)
    for piece in pieces:
        run = paragraph.add_run(piece)
        run.bold = words.chance.random() < 0.5
    paragraph._p.append(parse_xml(words.chance.choice(_WORD_DECOYS).format(w=_W, decoy=words.decoy())))
    return sum(map(len, pieces))


_DELETED = '<w:del xmlns:w="{w}" w:id="9" w:author="a"><w:r><w:delText>{decoy}</w:delText></w:r></w:del>'
_WORD_DECOYS = (
    _DELETED,
    '<w:r xmlns:w="{w}"><w:rPr><w:vanish/></w:rPr><w:t>{decoy}</w:t></w:r>',
    '<w:r xmlns:w="{w}"><w:rPr><w:lang w:val="sv-SE"/></w:rPr><w:t>{decoy}</w:t></w:r>',
    '<w:fldSimple xmlns:w="{w}" w:instr=" REF x "><w:r><w:t>{decoy}</w:t></w:r></w:fldSimple>',
    '<w:bookmarkStart xmlns:w="{w}" w:id="7" w:name="{decoy}"/>',
    '<w:r xmlns:w="{w}"><w:instrText>{decoy}</w:instrText></w:r>',
)


def made_pptx(size: int, seed: int) -> Made:
    """A presentation of python-pptx."""
    words = Words(seed)
    deck = pptx.Presentation()
    length = 0
    while length < size:
        slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_AND_BODY])
        slide.shapes.title.text = words.text(fillers=_FILLERS)
        frame = slide.placeholders[1].text_frame
        for _ in range(words.chance.randrange(1, 8)):
            paragraph = frame.add_paragraph()
            for piece in _divided(words):
                run = paragraph.add_run()
                run.text, run.font.bold = piece, words.chance.random() < 0.5
                length += len(piece)
        box = slide.shapes.add_table(2, 2, 0, 0, 9, 9).table
        box.cell(1, 1).text = words.text(fillers=_FILLERS)
        slide.shapes[-1].name = words.decoy()
        if words.chance.random() < 0.5:
            slide.notes_slide.notes_text_frame.text = words.text(fillers=_FILLERS)
    stream = io.BytesIO()
    deck.save(stream)
    return Made("a.pptx", stream.getvalue(), frozenset(words.planted))


def made_odt(size: int, seed: int) -> Made:
    """A text of odfdo."""
    words = Words(seed)
    document = odfdo.Document("text")
    document.body.clear()
    length = 0
    while length < size:
        element = _odf_element(words)
        document.body.append(element)
        length += len(str(element))
    return _odf("a.odt", document, words)


def _odf_element(words: Words) -> odfdo.Element:
    chance = words.chance.random()
    if chance < 0.1:
        return odfdo.Header(words.chance.randrange(1, 4), words.text(fillers=_FILLERS))
    if chance < 0.2:
        return odfdo.List([words.text(fillers=_FILLERS) for _ in range(3)])
    if chance < 0.3:
        table = odfdo.Table(words.decoy(), width=2, height=2)
        table.set_value((1, 1), words.text(fillers=_FILLERS))
        return table
    before, inside, after = _divided(words)
    paragraph = odfdo.Paragraph(before)
    paragraph.append(odfdo.Span(inside))
    paragraph.append_plain_text(after)
    if chance < 0.6:
        paragraph.insert_note(note_id=words.decoy(), citation="1", body=words.text(fillers=_FILLERS))
    elif chance < 0.8:
        paragraph.insert_annotation(body=words.decoy(), creator="a")
    return paragraph


def made_odp(size: int, seed: int) -> Made:
    """A presentation of odfdo."""
    words = Words(seed)
    document = odfdo.Document("presentation")
    document.body.clear()
    length = 0
    while length < size:
        page = odfdo.DrawPage(words.decoy(), name=words.decoy())
        for _ in range(4):
            text = words.text(fillers=_FILLERS)
            page.append(odfdo.Frame.text_frame(text, size=("9cm", "2cm"), name=words.decoy()))
            length += len(text)
        document.body.append(page)
    return _odf("a.odp", document, words)


def _odf(name: str, document: odfdo.Document, words: Words) -> Made:
    stream = io.BytesIO()
    document.save(stream)
    return Made(name, stream.getvalue(), frozenset(words.planted))


def made_pdf(size: int, seed: int) -> Made:
    """A PDF of reportlab; its lines are cut at blanks."""
    words = Words(seed)
    stream = io.BytesIO()
    canvas = Canvas(stream, A4)
    canvas.setTitle(words.decoy())
    length = 0
    while length < size:
        for number in range(40):
            text = words.text(fillers=_LATIN)
            canvas.drawString(60, 780 - 18 * number, text)
            length += len(text)
        canvas.showPage()
    canvas.save()
    return Made("a.pdf", stream.getvalue(), frozenset(words.planted))


MAKERS: dict[str, Callable[[int, int], Made]] = {
    "docx": made_docx,
    "pptx": made_pptx,
    "odt": made_odt,
    "odp": made_odp,
    "pdf": made_pdf,
}
"""By suffix: each makes a file with about so many characters of text from a seed."""
