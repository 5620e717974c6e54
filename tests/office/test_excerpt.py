import re

import pytest

from termilint.model.span import SourceSpan
from tests.office.documents import docx, odf, opened
from tests.office.test_docx import p, r
from tests.office.test_odt import p as odf_p

WORD = p(r("Eka.")) + p(
    r("Tieto &amp; ")
    + "<w:r><w:delText>pois</w:delText><w:tab/></w:r>"
    + r("asiak")
    + r("kaat, ")
    + r("loppu")
)
ODF = odf_p("Eka.") + odf_p("Tieto &amp;<text:s/> <text:span>asiak</text:span>kaat, loppu")


@pytest.mark.parametrize(("name", "data"), [("x.docx", docx(WORD)), ("x.odt", odf(ODF))])
def test_what_a_reader_sees_around_a_place(name: str, data: bytes) -> None:
    source = opened(name, data)
    match = re.search("asiak<.*?>kaat", source.text)
    assert match is not None
    assert source.package is not None
    before, place, after = source.package.excerpt(source.text, SourceSpan(*match.span()))
    assert (before, place, after) == ("Tieto &  ", "asiakkaat", ", loppu")


def test_a_long_paragraph_is_looked_at_in_part() -> None:
    text = "<w:r><w:t>sana </w:t></w:r>" * 10_000
    source = opened("x.docx", docx(p(text + r("asiakas") + text)))
    at = source.text.index("asiakas")
    assert source.package is not None
    before, place, after = source.package.excerpt(source.text, SourceSpan(at, at + 7))
    assert place == "asiakas"
    assert re.fullmatch("(sana )+", before)
    assert re.fullmatch("(sana )+", after)
