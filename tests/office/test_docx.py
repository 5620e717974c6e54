import io

import docx
import pytest

from termilint.model.document import OBJECT
from tests.office.documents import (
    blocks,
    docx_of,
    found,
    prose,
    where,
    word_document,
    word_story,
)
from tests.office.documents import docx as word_file
from tests.readers.planted import WORD, plant, planted

LONGEST = 10_000


def p(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def field(instruction: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return mark.format("begin") + code + mark.format("separate") + result + mark.format("end")


def box(content: str) -> str:
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{inner}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


PLANTED = [
    p(r(plant(WORD))),
    p(f"<w:r><w:t>{plant('käsi</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>työ')}</w:t></w:r>"),
    p(r(f"😀 {plant('k&#228;sity&#xF6;')} &amp; muuta")),
    p(
        f"<w:r><w:t>{plant('käsi</w:t></w:r><w:proofErr w:type=%s/><w:r><w:t>työ')}</w:t></w:r>"
        % "'spellEnd'"
    ),
    p(f"<w:hyperlink r:id='rId9' w:tooltip='{WORD}'>{r(plant(WORD))}</w:hyperlink>"),
    p(f"<w:ins w:id='1' w:author='a'>{r(plant(WORD))}</w:ins>"),
    p(f"<w:moveTo w:id='1' w:author='a'>{r(plant(WORD))}</w:moveTo>"),
    p(f"<w:sdt><w:sdtPr/><w:sdtContent>{r(plant(WORD))}</w:sdtContent></w:sdt>"),
    p(field(f' HYPERLINK "{WORD}" ', r(plant(WORD)))),
    p(f"<w:smartTag>{r(plant(WORD))}</w:smartTag>"),
    p(r("eka") + f"<w:r><w:tab/><w:t>{plant(WORD)}</w:t><w:br/><w:t>toka</w:t></w:r>"),
    f"<w:tbl><w:tr><w:tc>{p(r(plant(WORD)))}</w:tc></w:tr></w:tbl>",
    p(r(plant(WORD), '<w:vanish w:val="0"/>')),
    p(r(plant(WORD), '<w:lang w:val="fi-FI"/>')),
    p(r(plant(WORD), '<w:rFonts w:ascii="Arial>"/>')),
    p(f"<w:r><w:t><![CDATA[{plant(WORD)}]]></w:t></w:r>"),
    "<w:p>" + r(plant(WORD)) + "</w:p>",
]
DECOYS = [
    p(f"<w:del w:id='1' w:author='a'><w:r><w:delText>{WORD}</w:delText></w:r></w:del>"),
    p(f"<w:moveFrom w:id='1' w:author='a'>{r(WORD)}</w:moveFrom>"),
    p(r(WORD, "<w:vanish/>")),
    p(r(WORD, '<w:rStyle w:val="Piilo"/>')),
    p(r(WORD, '<w:lang w:val="sv-SE"/>')),
    p(r(WORD), '<w:pStyle w:val="Koodi"/>'),
    p(field(" TOC \\o ", r(WORD) + "</w:p><w:p>" + r(WORD))),
    p(field(" REF x ", r(WORD))),
    p(f'<w:fldSimple w:instr=" DATE ">{r(WORD)}</w:fldSimple>'),
    p(f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r(WORD)}</w:sdtContent></w:sdt>"),
    p(f"<!-- <w:r><w:t>{WORD}</w:t></w:r> -->" + r("teksti")),
    p(f'<w:bookmarkStart w:id="3" w:name="{WORD}"/>' + r("teksti")),
    p("<w:r><w:t>käsi</w:t><w:br/><w:t>työ</w:t></w:r>"),
    "<w:p><w:r><w:t>käsi</w:t></w:r></w:p><w:p><w:r><w:t>työ</w:t></w:r></w:p>",
]


def test_planted_words_are_found_and_decoys_are_not() -> None:
    marked = planted(word_document("".join(a + b for a, b in zip(PLANTED, DECOYS * 2, strict=False))))
    assert found("x.docx", docx_of(marked.text)) == marked.spans


@pytest.mark.parametrize("piece", DECOYS)
def test_decoy_alone(piece: str) -> None:
    assert found("x.docx", word_file(p(r("Muuta tekstiä on enemmän kuin tätä.")) + piece)) == []


def test_text_box_is_read_once() -> None:
    data = word_file(p(r("Ennen. ") + box(p(r(f"Laatikon {WORD}."))) + r("Jälkeen.")))
    assert prose("x.docx", data) == ["Ennen. Jälkeen.", f"Laatikon {WORD}."]


STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


@pytest.mark.parametrize(("prefix", "declared"), [("n:", "xmlns:n"), ("", "xmlns")])
def test_other_prefixes_and_strict_documents(prefix: str, declared: str) -> None:
    text = f"<n:r><n:t>{plant(WORD)}</n:t></n:r>"
    document = f'<n:document {declared}="{STRICT}"><n:body><n:p>{text}</n:p></n:body></n:document>'
    marked = planted(document.replace("<n:", f"<{prefix}").replace("</n:", f"</{prefix}"))
    assert found("x.docx", docx_of(marked.text)) == marked.spans


def test_locations_kinds_and_headings() -> None:
    table = "".join(
        f"<w:tr><w:tc>{p(r(a))}</w:tc><w:tc>{p(r(b))}</w:tc></w:tr>" for a, b in (("a", "b"), ("c", "d"))
    )
    data = word_file(
        p(r("Alku."))
        + p(r("Strategia"), '<w:pStyle w:val="Otsikko1"/>')
        + p(r("Eka."))
        + p("")
        + p(r("Toka."), '<w:numPr><w:numId w:val="2"/></w:numPr>')
        + p(r("Tavoitteet"), '<w:pStyle w:val="Oma"/>')
        + p(r("Kolmas."), '<w:numPr><w:numId w:val="0"/></w:numPr>')
        + f"<w:tbl>{table}</w:tbl>"
        + p(r("Neljäs.") + box(p(r("Laatikko.")))),
        {
            "header1": word_story("hdr", p(r("Ylhäällä."))),
            "footer1": word_story("ftr", p(r("Alhaalla."))),
        },
    )
    assert [(b.text, b.kind.value, where(b)) for b in blocks("x.docx", data)] == [
        ("Alku.", "paragraph", "kappale 1"),
        ("Strategia", "heading", "Strategia, otsikko"),
        ("Eka.", "paragraph", "Strategia, kappale 1"),
        ("Toka.", "list-item", "Strategia, kappale 2"),
        ("Tavoitteet", "heading", "Strategia › Tavoitteet, otsikko"),
        ("Kolmas.", "paragraph", "Strategia › Tavoitteet, kappale 1"),
        ("a", "table-cell", "Strategia › Tavoitteet, taulukko 1, rivi 1, sarake 1"),
        ("b", "table-cell", "Strategia › Tavoitteet, taulukko 1, rivi 1, sarake 2"),
        ("c", "table-cell", "Strategia › Tavoitteet, taulukko 1, rivi 2, sarake 1"),
        ("d", "table-cell", "Strategia › Tavoitteet, taulukko 1, rivi 2, sarake 2"),
        ("Neljäs.", "paragraph", "Strategia › Tavoitteet, kappale 2"),
        ("Laatikko.", "paragraph", "Strategia › Tavoitteet, tekstiruutu"),
        ("Ylhäällä.", "paragraph", "ylätunniste"),
        ("Alhaalla.", "paragraph", "alatunniste"),
    ]
    assert [b.headings for b in blocks("x.docx", data)][4:6] == [("Strategia",), ("Strategia", "Tavoitteet")]


def test_notes_have_the_numbers_that_readers_see() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{id_}"{kind}>{p(r(text))}</w:footnote>'
        for id_, kind, text in (("0", ' w:type="separator"', "viiva"), ("7", "", "b"), ("5", "", "a"))
    )
    body = p(r("Eka") + mark.format(5) + r(" jatkuu.") + mark.format(7))
    data = word_file(body, {"footnotes": word_story("footnotes", notes)})
    assert [(b.text, where(b)) for b in blocks("x.docx", data)] == [
        ("Eka jatkuu.", "kappale 1"),
        ("b", "alaviite 2"),
        ("a", "alaviite 1"),
    ]


def test_comments_and_unrelated_parts_are_not_read() -> None:
    data = word_file(p(r("teksti")), {"comments": word_story("comments", p(r(WORD)))})
    assert prose("x.docx", data) == ["teksti"]


def test_language_marks_do_not_count_where_most_of_the_text_has_them() -> None:
    english = '<w:lang w:val="en-US"/>'
    data = word_file(p(r("Kaikki suomeksi, merkitty englanniksi. ", english) + r("Lyhyt.")))
    assert prose("x.docx", data) == ["Kaikki suomeksi, merkitty englanniksi. Lyhyt."]
    data = word_file(p(r("Pitkä teksti suomeksi: ") + r("short", english)))
    assert prose("x.docx", data) == [f"Pitkä teksti suomeksi: {OBJECT}"]


def test_breaks_hyphens_and_objects() -> None:
    word = "<w:t>e</w:t><w:noBreakHyphen/><w:t>kirja</w:t>"
    run = f"{word}<w:tab/><w:t>tä</w:t><w:softHyphen/><w:t>mä</w:t>"
    assert prose("x.docx", word_file(p(f"<w:r>{run}</w:r>"))) == ["e\u2011kirja tä\u00admä"]


def test_endless_paragraph_gives_bounded_blocks_that_hold_all_of_it() -> None:
    text = "Asiakas maksaa. " * 5_000
    texts = prose("x.docx", word_file(p(r(text))))
    assert "".join(texts) == text
    assert max(map(len, texts)) <= LONGEST


def test_document_of_python_docx() -> None:
    document = docx.Document()
    document.add_heading("Otsikko", 1)
    paragraph = document.add_paragraph("Alku ")
    paragraph.add_run("käsi").bold = True
    paragraph.add_run("työ")
    document.add_table(1, 1).cell(0, 0).text = WORD
    document.sections[0].header.paragraphs[0].text = WORD
    stream = io.BytesIO()
    document.save(stream)
    assert [where(b) for b in blocks("x.docx", stream.getvalue())] == [
        "Otsikko, otsikko",
        "Otsikko, kappale 1",
        "Otsikko, taulukko 1, rivi 1, sarake 1",
        "ylätunniste",
    ]
    assert len(found("x.docx", stream.getvalue())) == 3
