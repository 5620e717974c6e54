"""Whole runs of ``termilint census``."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from termilint.cli._exit_codes import ERROR, OK
from termilint.cli.main import run
from tests.repositories import git

if TYPE_CHECKING:
    from collections.abc import Callable

    Census = Callable[..., str]

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "census.md"

STRATEGY = """# Strategia

Palvelemme asiakkaita hyvin. Kanta-asiakkaamme ja uudet asiakkaat saavat edun.
Kuulimme asiakkailta.
"""
CONTRACT = "Asiakkaalla tarkoitetaan laskun maksajaa.\n"
GUIDE = "Asiakkaalla tarkoitetaan palvelun käyttäjää.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "talo"
    root.mkdir()
    for name, text in {"strategia.md": STRATEGY, "sopimus.md": CONTRACT, "ohje.txt": GUIDE}.items():
        (root / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def census(folder: Path, capsys: pytest.CaptureFixture[str]) -> Census:
    """Runs the command in the folder and gives what it prints."""

    def counted(*arguments: str, code: int = OK) -> str:
        assert folder.is_dir()
        assert run(["census", "--engine", "embedded", *arguments]) == code
        return capsys.readouterr().out

    return counted


def test_pages_of_its_own_are_no_texts_of_the_house(census: Census) -> None:
    before = census(".")
    assert run(["report", ".", "-o", "raportti.html", "--engine", "embedded"]) == OK
    assert Path("raportti.html").is_file()
    assert census(".") == before
    assert run(["report", ".", "-o", "toinen.html", "--engine", "embedded"]) == OK
    assert "raportti.html" not in Path("toinen.html").read_text(encoding="utf-8")


def test_table(census: Census) -> None:
    table = census(".")
    assert "Luettiin 3 asiakirjaa." in table
    assert "asiakas: 6 käyttöä 3 asiakirjassa. 2 kertaa (33 %) ei selviä, keitä tarkoitetaan." in table
    assert re.search(r"^ +1 +1 +kanta-asiakas$", table, re.MULTILINE)
    assert "  strategia.md: asiakas 2 kertaa ilman tarkennetta; kanta-asiakas, uusi asiakas\n" in table
    assert f"Sana on määritelty eri tavoin: asiakas\n  {GUIDE}    ohje.txt:1\n  {CONTRACT}" in table


def test_table_in_english(census: Census) -> None:
    assert "asiakas: 6 uses in 3 documents. 2 times (33 %)" in census(".", "--lang", "en")


def test_what_a_table_leaves_out_is_counted(census: Census) -> None:
    assert "  ja 2 muuta (--top 4)\n" in census(".", "--top", "2")
    assert "--top" not in census(".", "--top", "4")


def test_nothing_to_count(census: Census, folder: Path) -> None:
    (folder / "tyhjä").mkdir()
    assert census("tyhjä") == "Asiakirjoja ei luettu.\n"
    (folder / "sää.md").write_text("Satoi.")
    assert "Vartioituja sanoja ei käytetä." in census("sää.md")


def test_json(census: Census) -> None:
    found = json.loads(census(".", "--format", "json"))
    assert found["schema"] == "termilint-census/1"
    assert found["counts"] == {"documents": 3, "uses": 6, "bare": 2, "unclear": 1, "failures": 0}
    (term,) = found["terms"]
    senses = [(one["label"], one["qualifier"], one["phrase"], one["uses"]) for one in term["senses"]]
    assert senses == [
        ("bare", None, None, 2),
        ("mention", None, None, 2),
        ("compound", "kanta-", "kanta-asiakas", 1),
        ("modifier", "uusi", "uusi asiakas", 1),
    ]
    (conflict,) = found["conflicts"]
    meanings = [[(one["document"], one["line"]) for one in each["examples"]] for each in conflict["meanings"]]
    assert meanings == [[("ohje.txt", 1)], [("sopimus.md", 1)]]
    assert found["trend"] is None


def _keys(value: Any) -> set[str]:
    """Every key of an object and of the objects in it."""
    if isinstance(value, dict):
        return set(value) | {key for one in value.values() for key in _keys(one)}
    return {key for one in value for key in _keys(one)} if isinstance(value, list) else set()


def test_every_key_of_the_json_is_documented(census: Census, folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "x")
    (folder / "strategia.md").write_text("Palvelemme asiakkaita.")
    found = json.loads(census(".", "puuttuu.md", "--since", "HEAD", "--format", "json", code=ERROR))
    text = DOCUMENTATION.read_text(encoding="utf-8")
    assert found["failures"]
    assert found["trend"]["senses"]
    documented = set(re.findall(r"`([a-z]+)`", text))
    assert _keys(found) <= documented
    assert f'"{found["schema"]}"' in text


def test_csv(census: Census) -> None:
    rows = list(csv.DictReader(io.StringIO(census(".", "--format", "csv"))))
    assert list(rows[0]) == ["term", "label", "qualifier", "phrase", "uses", "documents"]
    assert list(rows[0].values()) == ["asiakas", "bare", "", "", "2", "1"]
    assert len(rows) == 4


def test_output_file(census: Census, folder: Path) -> None:
    assert census("strategia.md", "-o", "laskenta.csv", "--format", "csv") == ""
    assert (folder / "laskenta.csv").read_text(encoding="utf-8").startswith("term,label,")


def test_configuration_and_excludes_hold(census: Census, folder: Path) -> None:
    (folder / ".termilint.yaml").write_text('exclude: ["strategia.md"]\nlanguage: en\n')
    assert "2 documents were read." in census(".")
    assert "3 documents were read." in census(".", "--no-config", "--lang", "en")


def test_unreadable_inputs_are_told(census: Census, folder: Path) -> None:
    (folder / "kuva.md").write_bytes(b"\0\1")
    table = census(".", "puuttuu.md", code=ERROR)
    assert "Lukematta jäi:\n  kuva.md: Tämä ei ole tekstitiedosto.\n  puuttuu.md: " in table
    assert "Luettiin 3 asiakirjaa." in table


def test_standard_input(census: Census, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Palvelemme `asiakas` asiakkaita.")))
    assert "1 käyttö 1 asiakirjassa" in census("-", "--stdin-filename", "x.md")


@pytest.fixture
def repository(folder: Path) -> Path:
    """Three commits: the strategy as it was, with one bare use less, and with a new document."""
    git(folder, "init", "-q")
    for tag, name, text in (
        ("v1", "strategia.md", STRATEGY),
        ("v2", "strategia.md", STRATEGY.replace("Kuulimme asiakkailta.", "Kuulimme kirjaston asiakkailta.")),
        ("v3", "uutta.md", "Palvelemme asiakkaita. Kuulimme asiakkailta. Asiakkaat tulevat."),
    ):
        (folder / name).write_text(text, encoding="utf-8")
        git(folder, "add", ".")
        git(folder, "commit", "-q", "-m", tag)
        git(folder, "tag", tag)
    return folder


def _trend(text: str) -> list[tuple[str, str | None, int, int]]:
    senses = json.loads(text)["trend"]["senses"]
    return [(one["label"], one["phrase"], one["before"], one["after"]) for one in senses]


def test_trend_between_revisions(census: Census, repository: Path) -> None:
    assert repository.is_dir()
    first = census(".", "--between", "v1", "v2", "--format", "json")
    assert _trend(first) == [("bare", None, 2, 1), ("genitive", "kirjaston asiakas", 0, 1)]
    documents = json.loads(census(".", "--between", "v2", "v3", "--format", "json"))["trend"]["documents"]
    assert documents == [{"name": "uutta.md", "term": "asiakas", "before": 0, "after": 3}]
    assert _trend(census(".", "--between", "v3", "v3", "--format", "json")) == []


def test_trend_since_a_revision_sees_the_working_tree(census: Census, repository: Path) -> None:
    (repository / "uutta.md").unlink()
    (repository / "sopimus.md").write_text("Palvelemme asiakkaita.")
    assert _trend(census(".", "--since", "v1", "--format", "json")) == [
        ("mention", None, 2, 1),
        ("genitive", "kirjaston asiakas", 0, 1),
    ]
    table = census(".", "--since", "v3")
    assert "Muutos: v3 → työkansio" in table
    assert re.search(r"^ +4 +2 +-2 +asiakas: ei selviä", table, re.MULTILINE)
    assert re.search(r"^ +3 +0 +-3 +uutta.md$", table, re.MULTILINE)


def test_a_trend_as_csv(census: Census, repository: Path) -> None:
    assert repository.is_dir()
    rows = census(".", "--between", "v1", "v2", "--format", "csv").splitlines()
    assert rows == [
        "term,label,qualifier,phrase,before,after",
        "asiakas,bare,,,2,1",
        "asiakas,genitive,kirjasto,kirjaston asiakas,0,1",
    ]


def test_paths_in_a_trend(census: Census, repository: Path) -> None:
    assert repository.is_dir()
    assert _trend(census("uutta.md", "--between", "v1", "v3", "--format", "json")) == [("bare", None, 0, 3)]


def test_wrong_revisions(census: Census, repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert repository.is_dir()
    assert run(["census", ".", "--since", "ei-ole"]) == ERROR
    assert "there is no revision 'ei-ole'" in capsys.readouterr().err
    census(".", "--since", "v1", "--between", "v1", "v2", code=ERROR)


@pytest.mark.parametrize("arguments", [[], ["--between", "v1", "v3"]])
def test_two_processes_count_the_same(arguments: list[str], census: Census, repository: Path) -> None:
    for at in range(60):
        (repository / f"{at:02}.md").write_text(f"{STRATEGY}Kutsumme {at} asiakasta.\n", encoding="utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "z")
    git(repository, "tag", "-f", "v3")
    one = census(".", *arguments, "--format", "json", "--jobs", "1")
    assert census(".", *arguments, "--format", "json", "--jobs", "2") == one
    assert json.loads(one)["counts"]["documents"] == 64


def test_the_installed_command(folder: Path) -> None:
    done = subprocess.run(  # noqa: S603  # this program itself
        [sys.executable, "-m", "termilint", "census", str(folder)], capture_output=True, check=True
    )
    assert "Luettiin 3 asiakirjaa." in done.stdout.decode()


def test_formulas_are_not_for_spreadsheets(census: Census, folder: Path) -> None:
    (folder / "a.md").write_text("Palvelemme =SUMMA asiakkaita ja @nimi-asiakkaita ja -x-asiakkaita.")
    for row in csv.reader(io.StringIO(census("a.md", "--format", "csv"))):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@"))]
