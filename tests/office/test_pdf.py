import builtins
import io
from typing import Any

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from termilint.errors import FormatError, ReadError
from termilint.model.span import TextSpan
from termilint.readers import reader_for
from termilint.text.tokens import tokenize
from tests.office.documents import blocks, opened, where

LINE = 14.0


class Page:
    """Writes lines of a page from the top down."""

    def __init__(self) -> None:
        self._stream = io.BytesIO()
        self._canvas = Canvas(self._stream, A4)
        self._y = 800.0

    def lines(self, *lines: str, size: float = 11, x: float = 60) -> None:
        self._canvas.setFont("Helvetica", size)
        for line in lines:
            self._canvas.drawString(x, self._y, line)
            self._y -= LINE
        self._y -= LINE

    def to(self, y: float) -> None:
        self._y = y

    def next(self) -> None:
        self._canvas.showPage()
        self._y = 800.0

    def data(self) -> bytes:
        self._canvas.save()
        return self._stream.getvalue()


def document() -> bytes:
    page = Page()
    page.lines("Strategia", size=20)
    page.lines("Palvelemme kaikkia ihmisiä, jotka asioivat", "kunnassa. Kuntalaiset ovat tärkeitä.")
    page.lines("Toinen kappale alkaa tästä ja jatkuu", "seuraavalla rivillä.")
    page.next()
    page.lines("Sivun kaksi teksti on tässä.", "Ja toinen rivi siinä.")
    return page.data()


def test_paragraphs_headings_pages_and_lines() -> None:
    found = blocks("x.pdf", document())
    assert [(b.kind.value, b.text, where(b), b.headings) for b in found] == [
        ("heading", "Strategia", "sivu 1, rivi 1", ()),
        (
            "paragraph",
            "Palvelemme kaikkia ihmisiä, jotka asioivat\nkunnassa. Kuntalaiset ovat tärkeitä.",
            "sivu 1, rivi 2",
            ("Strategia",),
        ),
        (
            "paragraph",
            "Toinen kappale alkaa tästä ja jatkuu\nseuraavalla rivillä.",
            "sivu 1, rivi 4",
            ("Strategia",),
        ),
        (
            "paragraph",
            "Sivun kaksi teksti on tässä.\nJa toinen rivi siinä.",
            "sivu 2, rivi 1",
            ("Strategia",),
        ),
    ]


def test_a_place_tells_its_own_line() -> None:
    block = blocks("x.pdf", document())[1]
    assert where(block, block.text.index("jotka")) == "sivu 1, rivi 2"
    assert where(block, block.text.index("Kuntalaiset")) == "sivu 1, rivi 3"


def test_places_are_those_of_the_source_text() -> None:
    source = opened("x.pdf", document())
    for block in reader_for("x.pdf").read(source).blocks:
        (span,) = block.to_source(TextSpan(0, len(block.text)))
        assert span.slice(source.text) == block.text


def test_word_that_a_line_end_divides_has_both_forms() -> None:
    page = Page()
    page.lines("Palvelemme kaikkia asia-", "kaslähtöisesti ja linja-", "autolla päivittäin.")
    (block,) = blocks("x.pdf", page.data())
    forms = [token.forms for token in tokenize(block.text) if len(token.forms) > 1]
    assert forms == [("asiakaslähtöisesti", "asia-kaslähtöisesti"), ("linjaautolla", "linja-autolla")]
    assert where(block, block.text.index("kaslähtöisesti")) == "sivu 1, rivi 2"


def test_columns_are_read_one_after_another() -> None:
    page = Page()
    page.lines("Vasen palsta alkaa ja", "sen lause jatkuu", x=60)
    page.to(800)
    page.lines("oikealla palstalla loppuun.", "Uusi lause.", x=320)
    text = "\n".join(block.text for block in blocks("x.pdf", page.data()))
    assert text == "Vasen palsta alkaa ja\nsen lause jatkuu\noikealla palstalla loppuun.\nUusi lause."


def test_list_items() -> None:
    page = Page()
    page.lines("Lupaamme:", "• ensimmäisen asian", "• toisen asian", "joka jatkuu")
    found = [(block.kind.value, block.text) for block in blocks("x.pdf", page.data())]
    assert found == [
        ("paragraph", "Lupaamme:"),
        ("list-item", "ensimmäisen asian"),
        ("list-item", "toisen asian\njoka jatkuu"),
    ]


def test_a_pdf_is_read_only() -> None:
    data = document()
    source = opened("x.pdf", data)
    (block, *_) = reader_for("x.pdf").read(source).blocks
    with pytest.raises(ValueError, match="cannot be changed"):
        block.escaped("uusi")
    assert source.to_bytes(source.text) == data
    with pytest.raises(FormatError) as caught:
        source.to_bytes("muuta")
    assert caught.value.reason == "read-only-format"


def protected() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, A4, encrypt=StandardEncryption("salaisuus"))
    canvas.drawString(60, 800, "teksti")
    canvas.save()
    return stream.getvalue()


def without_text() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, A4)
    canvas.rect(10, 10, 100, 100)
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"teksti", "wrong-format"),
        (b"%PDF-1.7\nroskaa", "broken-package"),
        (document()[:700], "broken-package"),
        (protected(), "encrypted"),
        (without_text(), "no-text"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, expected: str) -> None:
    with pytest.raises(ReadError) as caught:
        opened("x.pdf", data)
    assert caught.value.reason == expected


def test_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    known = builtins.__import__

    def without_pdfium(name: str, *rest: Any) -> Any:
        if name.startswith("pypdfium2"):
            raise ImportError(name)
        return known(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_pdfium)
    with pytest.raises(ReadError, match=r"termilint\[pdf\]"):
        opened("x.pdf", document())
