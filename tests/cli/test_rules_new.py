"""``termilint rules new``: a draft that holds, and nothing overwritten."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import yaml

from termilint.cli._exit_codes import ERROR, INTERRUPTED, OK
from termilint.cli.main import run
from termilint.rules.packs import load


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def only_rule(path: str) -> dict[str, object]:
    [rule] = yaml.safe_load(Path(path).read_text(encoding="utf-8"))["rules"]
    return dict(rule)


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize(
    ("given", "name"),
    [
        (["yhteisö", "--instead", "naapuri"], "yhteiso.yaml"),
        (["taho"], "taho.yaml"),
        (["henkilöstövahvuus", "--instead", "työntekijä", "--instead", "meillä työssä oleva"], None),
        (["portaali kohdentaa|kohdistaa", "--kind", "phrase"], "portaali-kohdentaa-kohdistaa.yaml"),
        (["massa =liikkeelle", "--kind", "phrase", "--instead", "ihminen"], "massa-liikkeelle.yaml"),
        (["käyttäjä", "--kind", "needs_qualifier", "--instead", "verkkokaupan käyttäjä"], "kayttaja.yaml"),
        (["kapasiteetti", "--example", "Siirsimme kapasiteettia pohjoiseen."], "kapasiteetti.yaml"),
    ],
)
def test_a_draft_is_sound(
    given: list[str], name: str | None, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["rules", "new", *given, "--lang", language]) == OK
    [path] = Path().iterdir()
    assert name in (None, path.name)
    for command in ("check", "test"):
        assert run(["rules", command, str(path)]) == OK, capsys.readouterr().out
    assert "#" in path.read_text(encoding="utf-8")


def test_examples_come_out_as_they_are_written() -> None:
    run(["rules", "new", "portaali", "--instead", "ihminen", "--example", "Meiltä puuttuu portaaleja."])
    assert only_rule("portaali.yaml")["examples"] == {
        "bad": ["Meiltä puuttuu {portaaleja}${ihmisiä}."],
        "good": ["Meiltä puuttuu ihmisiä."],
    }


def test_an_example_without_the_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "new", "portaali", "--example", "Meiltä puuttuu rahaa."]) == ERROR
    assert "Sääntö ei huomauta lauseesta ”Meiltä puuttuu rahaa.”" in capsys.readouterr().err
    assert list(Path().iterdir()) == []


def test_a_pack_is_begun_and_grows(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "new", "portaali", "--pack", "Talon sanat"]) == OK
    assert "Talon sanat/pack.yaml" in capsys.readouterr().out.replace("\\", "/")
    manifest = Path("Talon sanat", "pack.yaml")
    first = manifest.read_bytes()
    assert run(["rules", "new", "massa", "--pack", "Talon sanat", "-o", "ihmiset.yaml"]) == OK
    assert manifest.read_bytes() == first
    rules = load(["Talon sanat"])
    assert rules.ids == ("massa", "portaali")
    assert [pack.name for pack in rules.packs] == ["talon-sanat"]


def test_nothing_is_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    Path("portaali.yaml").write_text("omani", encoding="utf-8")
    assert run(["rules", "new", "portaali"]) == ERROR
    assert "nothing is overwritten" in capsys.readouterr().err
    assert Path("portaali.yaml").read_text(encoding="utf-8") == "omani"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["portaalin"], "on taivutettu muoto"),
        (["portaali", "--instead", "ihminne"], "Tarkoititko"),
        (["portaali", "--id", "Iso nimi"], 'id "Iso nimi" must be kebab-case'),
        (["* a", "--kind", "phrase"], "must begin and end with a word"),
        (["asiakaspolku"], "Sääntö asiakaspolku on jo olemassa (asiakas)"),
    ],
)
def test_what_cannot_be_a_rule(given: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "new", *given]) == ERROR
    told = capsys.readouterr()
    assert said in told.out + told.err
    assert list(Path().iterdir()) == []


def test_questions_and_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("portaali\nihminen, tekijä\n"))
    assert run(["rules", "new"]) == OK
    assert only_rule("portaali.yaml")["suggestions"] == ["ihminen", "tekijä"]


def test_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert run(["rules", "new"]) == INTERRUPTED
    assert list(Path().iterdir()) == []


def test_a_folder_that_cannot_be(capsys: pytest.CaptureFixture[str]) -> None:
    Path("este").write_text("", encoding="utf-8")
    assert run(["rules", "new", "portaali", "--pack", "este/sanat"]) == ERROR
    assert "it cannot be written" in capsys.readouterr().err


def test_the_file_to_write_may_be_one_that_the_configuration_names() -> None:
    Path(".termilint.yaml").write_text("rule_files: [portaali.yaml]\n", encoding="utf-8")
    assert run(["rules", "new", "portaali"]) == OK
    assert run(["check", "."]) == OK
