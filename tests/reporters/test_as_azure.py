from termilint.model.finding import Severity
from tests.reporters.reports import SHARED, finding, report, written


def test_shared_report() -> None:
    assert written("azure", SHARED) == (
        "##vso[task.logissue type=error;sourcepath=docs/näyte 1.md;linenumber=1;columnnumber=3;code=toimi]"
        "Sano ”Työ” toisin. Ehdotus: Ääni.\n"
        "##vso[task.logissue type=warning;sourcepath=docs/näyte 1.md;linenumber=3;columnnumber=9;"
        "code=bare-asiakas]Sano ”asiakkaille” toisin. Ehdotuksia: ihmisille, tilaajille.\n"
        'docs/näyte 1.md:3:24:merkki: Sano ”<a & "b"> 100 %” toisin.\n'
        "docs/näyte 1.md:4:1:kokemus: Jaettu, sana: [x] {0}\n"
        "##vso[task.logissue type=warning;sourcepath=dia.pptx;code=bare-asiakas]"
        "dia 3, Tavoitteet: Kuka?\n"
        "##vso[task.logissue type=error;sourcepath=poissa.md;code=not-checked]"
        "Tiedostoa tai kansiota ei ole.\n"
        "3 tiedostoa, 5 löydöstä, 1 tiedosto jäi tarkastamatta\n"
    )


def test_escapes_and_no_command_of_a_document() -> None:
    text = "##vso[task.x]100 %;"
    one = finding(text, text)._replace(message=text)
    shown = written("azure", report(text, one, name="a;b].md")).splitlines()[0]
    assert shown == (
        "##vso[task.logissue type=warning;sourcepath=a%3Bb%5D.md;linenumber=1;columnnumber=1;code=sana]"
        "##vso[task.x]100 %AZP25;"
    )
    plain = written("azure", report(text, one._replace(severity=Severity.HINT)))
    assert "##" not in plain
    assert "100 %;" in plain
