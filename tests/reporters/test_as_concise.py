import re

from tests.reporters.reports import SHARED, written

LINE = re.compile(r"(?P<f>.+?):(?P<l>\d+):(?P<c>\d+): (?P<t>error|warning|info|hint): (?P<m>.+)")
"""The ``%f:%l:%c: %t%*[a-z]: %m`` of an ``errorformat``."""


def test_shared_report() -> None:
    assert written("concise", SHARED) == (
        "docs/näyte 1.md:1:3: error: Sano ”Työ” toisin. [toimi]\n"
        "docs/näyte 1.md:3:9: warning: Sano ”asiakkaille” toisin. [bare-asiakas]\n"
        'docs/näyte 1.md:3:24: hint: Sano ”<a & "b"> 100 %” toisin. [merkki]\n'
        "docs/näyte 1.md:4:1: info: Jaettu, sana: [x] {0} [kokemus]\n"
        "dia.pptx:1:1: warning: dia 3, Tavoitteet: Kuka? [bare-asiakas]\n"
        "poissa.md:1:1: error: Tiedostoa tai kansiota ei ole. [not-checked]\n"
        "3 tiedostoa, 5 löydöstä, 1 tiedosto jäi tarkastamatta\n"
    )


def test_only_the_summary_is_no_place() -> None:
    *places, summary = written("concise", SHARED, "en").splitlines()
    assert all(LINE.fullmatch(line) for line in places)
    assert summary == "3 files, 5 findings, 1 file was not checked"
