from pathlib import Path

import pytest

from termilint.cli._exit_codes import ERROR, OK
from termilint.cli.main import run
from tests.rules.test_packs import RULE, make_pack


def test_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "list", "--rules", str(make_pack(tmp_path))]) == OK
    rows = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines()}
    assert rows["koe"] == ["info", "oma"]
    assert rows["sisainen-asiakas"] == ["off", "asiakas"]
    assert rows["suppression"] == ["warning"]


@pytest.mark.parametrize(
    ("wrong", "code", "said"),
    [
        (RULE, OK, "Kunnossa. Sääntöjä 1, esimerkkejä 2."),
        (
            RULE.replace("good: [Kissa]", "good: [Koiralle]"),
            ERROR,
            '"Koiralle" reports "Koiralle", not nothing',
        ),
        (RULE.replace("{Koira}", "{Kissa}"), ERROR, '"Kissa" reports nothing, not "Kissa"'),
    ],
)
def test_check(wrong: str, code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(wrong, encoding="utf-8")
    assert run(["rules", "check", str(path)]) == code
    assert said in capsys.readouterr().out


def test_check_tells_errors_of_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "r.yaml").write_text("rules: [{}]")
    assert run(["rules", "check", str(tmp_path / "r.yaml")]) == ERROR
    assert "lacks" in capsys.readouterr().err
