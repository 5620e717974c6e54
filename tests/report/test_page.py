"""What a reader of the report page is told."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from termilint.cli._exit_codes import ERROR, OK
from termilint.cli.main import run
from termilint.config.settings import Settings
from termilint.messages import LANGUAGES, page_texts_in
from termilint.model.finding import Severity
from termilint.model.source import Source
from termilint.project import Project
from termilint.report.gather import Bounds
from tests.report.pages import gathered_of, page_of, page_of_sources, parsed, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

STRATEGY = """# Strategia

Palvelemme asiakkaita hyvin. Kanta-asiakkaamme ja uudet asiakkaat saavat edun.

Parannamme **asiakas**kokemusta &amp; lyhennämme jonoja. Kuulimme asiakkailta.
"""
DEFINITIONS = ("Asiakkaalla tarkoitetaan maksajaa.", "Asiakkaalla tarkoitetaan ostajaa.")


@pytest.fixture
def house(project: Project) -> Element:
    """The page about a strategy, two definitions and a text without anything to remark on."""
    texts = {"strategia.md": STRATEGY, "a.md": DEFINITIONS[0], "b.md": DEFINITIONS[1], "c.md": "Satoi."}
    return parsed(page_of_sources([Source(name, text) for name, text in texts.items()], project))


def _by_id(root: Element, name: str) -> Element:
    (found,) = (one for one in root.iter() if one.attrib.get("id") == name)
    return found


def _of_class(root: Element, name: str) -> list[Element]:
    return [one for one in root.iter() if name in one.attrib.get("class", "").split()]


def test_it_tells_where_the_language_stands(house: Element) -> None:
    told = text_of(_by_id(house, "tilanne"))
    assert "Sana asiakas esiintyy teksteissä 6 kertaa. 2 kertaa lukija jää arvaamaan" in told
    assert "33 % kertoo, keistä on kyse (2)" in told
    assert "3 asiakirjassa ei ole mitään huomautettavaa." in told
    assert "Eniten selvennettävää on asiakirjassa strategia.md." in told
    assert "Yleisin kulunut sana tai ilmaus on asiakaskokemus." in told
    assert "Yksi sana on määritelty eri tavoin eri paikoissa." in told


def test_marks_stand_over_what_was_found(house: Element) -> None:
    (document,) = _of_class(house, "document")
    marks = [text_of(mark) for mark in document.iter("mark")]
    assert marks == ["asiakkaitaHuomautus 1", "asiakaskokemustaHuomautus 2", "asiakkailtaHuomautus 3"]
    texts = [text_of(text) for text in _of_class(document, "text")]
    assert texts[0] == "Strategia"
    assert texts[2].endswith("& lyhennämme jonoja. Kuulimme asiakkailtaHuomautus 3.")


def test_each_mark_leads_to_its_reason_and_back(house: Element) -> None:
    (document,) = _of_class(house, "document")
    notes = _of_class(document, "note")
    links = [link.attrib["href"] for mark in document.iter("mark") for link in mark.iter("a")]
    assert links == [f"#{note.attrib['id']}" for note in notes]
    for mark, note in zip(document.iter("mark"), notes, strict=True):
        back, *others = (link.attrib["href"] for link in note.iter("a"))
        assert back == f"#{mark.attrib['id']}"
        assert _by_id(house, others[-1].removeprefix("#")) is not None
        assert "Miksi?" in text_of(note)
    assert "→" not in text_of(notes[0])
    assert _of_class(notes[0], "suggestions")


def test_every_link_has_a_target_and_every_id_is_one(house: Element) -> None:
    ids = [one.attrib["id"] for one in house.iter() if "id" in one.attrib]
    assert len(ids) == len(set(ids))
    targets = {link.attrib["href"].removeprefix("#") for link in house.iter("a")}
    named = {one.attrib["aria-labelledby"] for one in house.iter() if "aria-labelledby" in one.attrib}
    assert targets | named <= set(ids)


def test_sentences_before_and_after(house: Element) -> None:
    before, after = _of_class(house, "before")[0], _of_class(house, "after")[0]
    (old,), (new,) = before.iter("del"), after.iter("ins")
    assert text_of(old) == "asiakkaita"
    assert text_of(before).removeprefix("Ennen ") == "Palvelemme asiakkaita hyvin."
    assert text_of(after).removeprefix("Jälkeen ") == f"Palvelemme {text_of(new)} hyvin."


def test_meanings_and_conflicts(house: Element) -> None:
    told = text_of(_by_id(house, "merkitykset"))
    assert "strategia.mdMuualla: kanta-asiakas · uusi asiakas2" in told
    for definition, name in zip(DEFINITIONS, ("a.md", "b.md"), strict=True):
        assert f"{definition}{name}, rivi 1" in told


def test_charts_have_their_figures_as_text(house: Element) -> None:
    for table in _of_class(house, "chart"):
        for row in list(table.iter("tr"))[1:]:
            (head,) = row.iter("th")
            assert text_of(head)
            assert any(text_of(cell).isdigit() for cell in row.iter("td"))
    assert all(svg.attrib["aria-hidden"] == "true" for svg in house.iter("{http://www.w3.org/2000/svg}svg"))


def test_both_languages_say_the_same_things() -> None:
    finnish, english = (page_texts_in(language) for language in LANGUAGES)
    assert finnish.plain.keys() == english.plain.keys()
    assert finnish.counted.keys() == english.counted.keys()
    for name, text in finnish.plain.items():
        assert text.count("{0}") == english.plain[name].count("{0}"), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_left_over(language: str) -> None:
    template = (Path(sys.modules["termilint.report"].__path__[0]) / "template" / "page.html").read_text(
        "utf-8"
    )
    texts = page_texts_in(language)
    wording = {"title", "decimal", "percent", "thousands", "day"}
    assert [name for name in texts.plain if name not in wording and f"t.{name}" not in template] == []
    assert [name for name in texts.counted if f'"{name}"' not in template] == []


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fi", ("1 234 sanaa", "Raportti 7.3.2026", "10 %")),
        ("en", ("1,234 words", "Report of 2026-03-07", "10%")),
    ],
)
def test_numbers_are_written_as_the_language_has_them(language: str, told: tuple[str, ...]) -> None:
    project = Project(Settings(engine="embedded", language="fi" if language == "fi" else "en"))
    text = f"Palvelemme asiakkaita. {'Uusi asiakas tuli. ' * 9}{'sana ' * 1_205}"
    root = parsed(page_of_sources([Source("a.md", text)], project))
    assert root.attrib["lang"] == language
    for one in told:
        assert one in text_of(root)


def test_a_long_document_is_cut_to_its_places(project: Project) -> None:
    fill = "\n\n".join("Satoi koko päivän ja tuuli yltyi. " * 20 for _ in range(60))
    text = f"Palvelemme asiakkaita.\n\n{fill}\n\nKuulimme asiakkailta.\n\n{fill}"
    root = parsed(page_of_sources([Source("a.md", text)], project))
    (document,) = _of_class(root, "document")
    assert "Teksti on pitkä" in text_of(document)
    assert len(list(document.iter("mark"))) == 2
    (gap,) = _of_class(document, "gap")
    assert text_of(gap) == "60 kohtaa ohitettu"
    assert len(text_of(document)) < 3_000


def test_findings_that_are_not_shown_are_counted(project: Project) -> None:
    root = parsed(page_of_sources([Source("a.md", "Palvelemme asiakkaita. " * 250)], project))
    (document,) = _of_class(root, "document")
    assert len(list(document.iter("mark"))) == 200
    assert "50 huomautusta jäi näyttämättä." in text_of(document)


def test_only_the_texts_with_most_findings_are_kept(project: Project) -> None:
    sources = [Source(f"{at}.md", "Palvelemme asiakkaita. " * at) for at in range(1, 8)]
    gathered = gathered_of(sources, project, Bounds(texts=2))
    shown = [one.name for one in gathered.documents if one.shown.passages]
    assert shown == ["7.md", "6.md"]
    assert (gathered.texts_dropped, len(gathered.documents), gathered.findings) == (5, 7, 28)
    root = parsed(page_of_sources(sources, project, Bounds(texts=2)))
    assert "5 tekstiä jäi pois." in text_of(_by_id(root, "tekstit"))
    assert next(text_of(row) for row in _of_class(root, "document")).startswith("7.md 7 huomautusta")
    few = gathered_of(sources, project, Bounds(characters=300))
    assert sum(one.shown.characters for one in few.documents) <= 300


def test_terms_that_are_not_shown_are_counted(tmp_path: Path) -> None:
    nouns = "kissa koira vuohi hevonen kana sika".split()
    rules = "".join(
        f"  - id: bare-{noun}\n    severity: warning\n    match: {{needs_qualifier: {{lemma: {noun}}}}}\n"
        "    message: {fi: x, en: x}\n    why: {fi: x, en: x}\n    source: {fi: x, en: x}\n"
        f"    examples: {{bad: ['Se on {{{noun}}}.', 'Tämä on {{{noun}}}.', 'Tuo on {{{noun}}}.'],"
        f" good: ['Se on uusi {noun}.', 'Se on vanha {noun}.', 'Se on iso {noun}.']}}\n"
        for noun in nouns
    )
    (tmp_path / "own.yaml").write_text(f"rules:\n{rules}", encoding="utf-8")
    project = Project(Settings(engine="embedded", rule_files=(str(tmp_path / "own.yaml"),)))
    text = " ".join(f"Se on {noun}." for noun in nouns)
    root = parsed(page_of_sources([Source("a.md", text)], project))
    told = text_of(_by_id(root, "merkitykset"))
    assert "Sivulta jäi pois 1 harvinaisempi sana" in told
    assert told.count("Mitä sana") == 5


def test_nothing_to_remark_on_and_nothing_to_read(project: Project) -> None:
    fine = text_of(parsed(page_of_sources([Source("a.md", "Satoi.")], project)))
    assert "Teksteistä ei löytynyt huomautettavaa." in fine
    assert "Asiakirjoja ei löytynyt." in text_of(parsed(page_of_sources([], project)))


def test_weak_findings_stay_out_if_the_configuration_says_so() -> None:
    source = Source("a.md", "Asiakaspolku on kuvattu. Palvelemme asiakkaita.")
    everything = Project(Settings(engine="embedded"))
    warnings = Project(Settings(engine="embedded", min_severity=Severity.WARNING))
    assert gathered_of([source], everything).findings > gathered_of([source], warnings).findings == 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "talo"
    (root / "ohjeet").mkdir(parents=True)
    (root / "strategia.md").write_text(STRATEGY, encoding="utf-8")
    (root / "ohjeet" / "ohje.txt").write_text("Palvelemme asiakkaita.", encoding="utf-8")
    return root


def test_a_whole_run(folder: Path) -> None:
    page = page_of(folder, "--title", "Talon kieli")
    assert "<title>Talon kieli</title>" in page
    told = text_of(parsed(page))
    assert "ohjeet/ohje.txt" in told
    assert str(folder) not in told


def test_two_processes_make_the_same_page(folder: Path) -> None:
    for at in range(60):
        (folder / f"{at}.md").write_text(f"{STRATEGY}\n\nLuku {at}.\n", encoding="utf-8")
    assert page_of(folder, "--jobs", "2") == page_of(folder, "--jobs", "1")


def test_files_that_cannot_be_read_are_told(folder: Path) -> None:
    (folder / "kuva.md").write_bytes(b"\0\1")
    told = text_of(parsed(page_of(folder, code=ERROR)))
    assert "kuva.md: Tämä ei ole tekstitiedosto." in told


def test_a_configuration_holds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".termilint.yaml").write_text("language: en\nexclude: [ohjeet/]\n")
    monkeypatch.chdir(folder)
    root = parsed(page_of(folder))
    assert root.attrib["lang"] == "en"
    assert "ohje.txt" not in text_of(root)


def test_a_page_is_no_document_of_the_next_one(folder: Path) -> None:
    target = folder / "raportti.html"
    pages = []
    for _ in range(2):
        assert run(["report", str(folder), "-o", str(target), "--engine", "embedded"]) == OK
        pages.append(target.read_text(encoding="utf-8"))
    assert pages[0] == pages[1]
    assert run(["check", str(target), "--engine", "embedded"]) == OK


def test_standard_output_and_the_missing_extra(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["report", str(folder), "-o", "-", "--engine", "embedded"]) == OK
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")
    monkeypatch.setitem(sys.modules, "jinja2", None)
    assert run(["report", str(folder), "-o", "-", "--engine", "embedded"]) == ERROR
    assert 'pip install "termilint[report]"' in capsys.readouterr().err
