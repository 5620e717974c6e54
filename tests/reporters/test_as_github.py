from termilint.model.finding import Report, Severity
from tests.reporters.reports import SHARED, finding, report, written

TEXT = "sana"


def _annotations(one: Report, language: str = "fi") -> list[str]:
    """The lines after the text report, where commands are on again."""
    first, rest = written("github", one, language).split("\n", maxsplit=1)
    assert first.startswith("::stop-commands::")
    text, annotations = rest.split(f"::{first.removeprefix('::stop-commands::')}::\n")
    assert text == written("text", one, language)
    return annotations.splitlines()


def test_shared_report() -> None:
    assert _annotations(SHARED) == [
        "::error file=poissa.md,title=termilint%3A not-checked::Tiedostoa tai kansiota ei ole.",
        (
            "::error file=docs/näyte 1.md,line=1,endLine=1,col=3,endColumn=6,title=termilint%3A toimi"
            "::Sano ”Työ” toisin. Ehdotus: Ääni."
        ),
        (
            "::warning file=docs/näyte 1.md,line=3,endLine=3,col=9,endColumn=22,"
            "title=termilint%3A bare-asiakas::Sano ”asiakkaille” toisin. Ehdotuksia: ihmisille, tilaajille."
        ),
        "::warning file=dia.pptx,title=termilint%3A bare-asiakas::dia 3, Tavoitteet: Kuka?",
        "::notice file=docs/näyte 1.md,line=4,endLine=5,title=termilint%3A kokemus::Jaettu, sana: [x] {0}",
        (
            "::notice file=docs/näyte 1.md,line=3,endLine=3,col=24,endColumn=39,title=termilint%3A merkki"
            '::Sano ”<a & "b"> 100 %25” toisin.'
        ),
    ]


def test_properties_are_escaped() -> None:
    one = finding(TEXT, TEXT)._replace(message="100 %, a:b\r\n::error::x")
    (line,) = _annotations(report(TEXT, one, name="a,b: 5 %.md"))
    assert line == (
        "::warning file=a%2Cb%3A 5 %25.md,line=1,endLine=1,col=1,endColumn=5,title=termilint%3A sana"
        "::100 %25, a:b  ::error::x"
    )


def test_as_many_annotations_as_github_shows() -> None:
    found = finding(TEXT, TEXT)
    severities = [Severity.WARNING] * 13 + [Severity.ERROR] * 11 + [Severity.INFO, Severity.HINT] * 6
    lines = _annotations(report(TEXT, *(found._replace(severity=severity) for severity in severities)))
    kinds = [line.split(" ")[0] for line in lines]
    assert kinds == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert lines[-1] == (
        "::notice title=termilint::7 löydöstä jäi ilman merkintää, sillä GitHub näyttää kustakin tasosta"
        " vain 10. Kaikki löydökset ovat lokissa."
    )


def test_document_cannot_give_commands() -> None:
    text = "sana ::error::x ::stop-commands::y"
    one = finding(text, text)._replace(message="::add-mask::sana")
    assert len(_annotations(report(text, one))) == 1
