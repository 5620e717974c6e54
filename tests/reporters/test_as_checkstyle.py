from xml.etree import ElementTree as ET

import pytest

from termilint.messages import LANGUAGES
from termilint.model.finding import Report
from tests.reporters.reports import HOSTILE, SHARED, finding, report, written


def test_shared_report() -> None:
    assert written("checkstyle", SHARED) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<checkstyle version="8.0">\n'
        '  <file name="docs/näyte 1.md">\n'
        '    <error line="1" column="3" severity="error"'
        ' message="Sano ”Työ” toisin. Ehdotus: Ääni." source="termilint.toimi"/>\n'
        '    <error line="3" column="9" severity="warning"'
        ' message="Sano ”asiakkaille” toisin. Ehdotuksia: ihmisille, tilaajille."'
        ' source="termilint.bare-asiakas"/>\n'
        '    <error line="3" column="24" severity="info"'
        ' message="Sano ”&lt;a &amp; &quot;b&quot;&gt; 100 %” toisin." source="termilint.merkki"/>\n'
        '    <error line="4" column="1" severity="info"'
        ' message="Jaettu, sana: [x] {0}" source="termilint.kokemus"/>\n'
        "  </file>\n"
        '  <file name="dia.pptx">\n'
        '    <error line="1" severity="warning"'
        ' message="dia 3, Tavoitteet: Kuka?" source="termilint.bare-asiakas"/>\n'
        "  </file>\n"
        '  <file name="poissa.md">\n'
        '    <error line="1" severity="error"'
        ' message="Tiedostoa tai kansiota ei ole." source="termilint.not-checked"/>\n'
        "  </file>\n"
        "</checkstyle>\n"
    )


@pytest.mark.parametrize("kind", ["checkstyle", "junit"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("one", [HOSTILE, SHARED, Report(())])
def test_any_report_is_xml(kind: str, language: str, one: Report) -> None:
    ET.fromstring(written(kind, one, language).encode())  # noqa: S314  # our own text


@pytest.mark.parametrize("kind", ["checkstyle", "junit"])
def test_every_character_is_xml(kind: str) -> None:
    text = "".join(map(chr, [*range(0x300), 0xD800, 0xFFFE, 0xFFFF, 0x1F600]))
    shown = written(kind, report(text, finding(text, text, rule=text), name=text))
    ET.fromstring(shown.encode())  # noqa: S314  # our own text
