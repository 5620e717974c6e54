from xml.etree import ElementTree as ET

from termilint.model.finding import Report
from tests.reporters.reports import SHARED, written


def test_shared_report() -> None:
    assert written("junit", Report(SHARED.checked[:1], SHARED.failures)) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<testsuites name="termilint" tests="5" failures="2" errors="1">\n'
        '  <testsuite name="docs/näyte 1.md" tests="4" failures="2" errors="0">\n'
        '    <testcase name="1:3 toimi" classname="docs/näyte 1.md" file="docs/näyte 1.md" line="1">\n'
        '      <failure type="error" message="Sano ”Työ” toisin.">'
        "docs/näyte 1.md:1:3: Sano ”Työ” toisin. Ehdotus: Ääni.\nTyö</failure>\n"
        "    </testcase>\n"
        '    <testcase name="3:9 bare-asiakas" classname="docs/näyte 1.md"'
        ' file="docs/näyte 1.md" line="3">\n'
        '      <failure type="warning" message="Sano ”asiakkaille” toisin.">'
        "docs/näyte 1.md:3:9: Sano ”asiakkaille” toisin. Ehdotuksia: ihmisille, tilaajille.\n"
        "asiakkaille</failure>\n"
        "    </testcase>\n"
        '    <testcase name="3:24 merkki" classname="docs/näyte 1.md" file="docs/näyte 1.md" line="3">\n'
        "      <system-out>docs/näyte 1.md:3:24: Sano ”&lt;a &amp; &quot;b&quot;&gt; 100 %” toisin.\n"
        "&lt;a &amp; &quot;b&quot;&gt; 100 %</system-out>\n"
        "    </testcase>\n"
        '    <testcase name="4:1 kokemus" classname="docs/näyte 1.md" file="docs/näyte 1.md" line="4">\n'
        "      <system-out>docs/näyte 1.md:4:1: Jaettu, sana: [x] {0}\n"
        "asiakas- \nkokemus</system-out>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        '  <testsuite name="poissa.md" tests="1" failures="0" errors="1">\n'
        '    <testcase name="not-checked" classname="poissa.md" file="poissa.md">\n'
        '      <error type="missing" message="Tiedostoa tai kansiota ei ole."/>\n'
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_numbers_are_those_of_the_elements() -> None:
    root = ET.fromstring(written("junit", SHARED).encode())  # noqa: S314  # our own text
    for element in (root, *root.iter("testsuite")):
        for number, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            assert int(element.attrib[number]) == len(list(element.iter(tag)))


def test_clean_file_passes_and_a_file_without_lines_has_none() -> None:
    slides, clean = SHARED.checked[1:]
    assert written("junit", Report((slides, clean))).splitlines()[2:-1] == [
        '  <testsuite name="dia.pptx" tests="1" failures="1" errors="0">',
        '    <testcase name="dia 3, Tavoitteet bare-asiakas" classname="dia.pptx" file="dia.pptx">',
        '      <failure type="warning" message="dia 3, Tavoitteet: Kuka?">dia.pptx: dia 3, Tavoitteet: Kuka?',
        "Hyvä asiakas</failure>",
        "    </testcase>",
        "  </testsuite>",
        '  <testsuite name="puhdas.md" tests="1" failures="0" errors="0">',
        '    <testcase name="termilint" classname="puhdas.md"/>',
        "  </testsuite>",
    ]
