"""``termilint rules``: what people who write rules see."""

from pathlib import Path

import pytest
import yaml

from termilint.cli._exit_codes import ERROR, OK
from termilint.cli.main import run
from tests.authoring.rule_files import RULE, changed, written
from tests.rules.test_packs import make_pack


def test_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "list", "--rules", str(make_pack(tmp_path))]) == OK
    rows = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines()}
    assert rows["koe"] == ["info", "oma"]
    assert rows["sisainen-asiakas"] == ["off", "asiakas"]
    assert rows["suppression"] == ["warning"]


def test_show_is_the_rule_as_it_holds_here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = written(
        tmp_path, "rules: {asiakaspolku: {severity: error, unless: [asiakaspolkumalli]}}", "c.yaml"
    )
    assert run(["rules", "show", "asiakaspolku", "--config", str(config)]) == OK
    [rule] = yaml.safe_load(capsys.readouterr().out)["rules"]
    assert (rule["id"], rule["severity"], rule["unless"]) == ("asiakaspolku", "error", ["asiakaspolkumalli"])


def test_show_of_an_unknown_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "show", "asiakaspolk"]) == ERROR
    assert "asiakaspolku" in capsys.readouterr().err


def test_check_of_a_sound_rule(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "check", str(written(tmp_path, RULE))]) == OK
    assert capsys.readouterr().out == "Kunnossa. Sääntöjä 1, esimerkkejä 2.\n"


def test_check_tells_all_that_is_unclear(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, changed("[resurssi]", "[resurssi, resursi]", "[ihminen]", "[ihmisen]"))
    assert run(["rules", "check", str(path)]) == ERROR
    lines = capsys.readouterr().out.replace(f"{path.resolve()}:", "").splitlines()
    assert [line.split(" ")[0] for line in lines] == ["6:27:", "10:19:", "13:11:", "Sääntöjä"]
    assert "Tarkoititko" in lines[0]
    assert lines[-1] == "Sääntöjä 1, esimerkkejä 2. Korjattavaa: 3."


def test_check_tells_errors_of_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "check", str(written(tmp_path, "rules: [{}]"))]) == ERROR
    said = capsys.readouterr().out
    assert "r.yaml:1:9: rules[0]: puuttuu examples, id, match" in said
    assert "Sääntöjä ei voi lukea" in said


def test_check_beside_the_shipped_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, changed("[resurssi]", "[resurssi, asiakaspolku]"))
    assert run(["rules", "check", str(path)]) == ERROR
    assert "Säännöt koe ja asiakaspolku huomauttavat samasta kohdasta" in capsys.readouterr().out


def test_check_of_an_id_that_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, changed("id: koe", "id: asiakaspolku"))
    assert run(["rules", "check", str(path)]) == ERROR
    assert 'Tunnus "asiakaspolku" on jo säännöllä tiedostossa asiakas/matka.yaml' in capsys.readouterr().out


@pytest.mark.parametrize("command", ["check", "test"])
def test_shipped_packs_hold(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    from termilint.rules.packs import shipped_folder

    packs = [str(path.parent) for path in sorted(shipped_folder().glob("*/pack.yaml"))]
    assert run(["rules", command, *packs]) == OK, capsys.readouterr().out


@pytest.mark.parametrize("command", ["check", "test"])
def test_without_paths_the_configured_files_are_meant(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["rules", command]) == ERROR
    assert "asetuksissa ei ole kohtaa rule_files" in capsys.readouterr().err
    written(tmp_path, RULE)
    written(tmp_path, "rule_files: [r.yaml]", ".termilint.yaml")
    assert run(["rules", command]) == OK


def test_test_shows_what_came_out_otherwise(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, changed("{resursseja}${ihmisiä}", "{resursseja}${ihmistä}"))
    assert run(["rules", "test", str(path)]) == ERROR
    assert capsys.readouterr().out.replace(str(path.resolve()), "r.yaml").splitlines() == [
        "r.yaml:13:11: koe, bad[0]: tulos on toinen.",
        "  odotettu:  Tarvitsemme {resursseja}${ihmistä}.",
        "  tulos:     Tarvitsemme {resursseja}${ihmisiä}.",
        "",
        "Sääntöjä 1, esimerkkejä 2. Eroja: 1.",
    ]
