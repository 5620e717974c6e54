"""The life of a baseline, from the command line."""

import json
from pathlib import Path

import pytest

from termilint.cli._exit_codes import ERROR, FINDINGS, OK
from termilint.cli.main import run

TEXT = """\
# Palvelu

Palvelemme asiakkaita joka päivä. Asiakaskokemus paranee.

- Kuuntelemme asiakkaita ennen päätöstä.
- Vien paketin asiakkaalle kotiin.

Toinen kappale kertoo, että asiakas tuli.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".termilint.yaml").write_text("baseline: b.json\nengine: embedded\n")
    (tmp_path / "ä").mkdir()
    (tmp_path / "ä" / "a.md").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["check", ".", "--no-baseline", "-q"]) == FINDINGS
    assert run(["baseline", "write", "."]) == OK
    assert run(["check", ".", "-q"]) == OK
    return tmp_path


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / "ä" / "a.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_the_file_holds_no_lines(folder: Path) -> None:
    data = json.loads((folder / "b.json").read_text(encoding="utf-8"))
    assert list(data) == ["schema", "files"]
    assert list(data["files"]) == ["ä/a.md"]
    assert {rule: sum(known.values()) for rule, known in data["files"]["ä/a.md"].items()} == {
        "asiakaskokemus": 1,
        "bare-asiakas": 4,
    }


@pytest.mark.parametrize(
    "changed",
    [
        TEXT.replace("# Palvelu", "# Palvelu\n\nUusi kappale ilman ongelmia.\n\nToinen."),
        TEXT.replace("- ", "  - "),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("Palvelemme asiakkaita joka päivä.", "Palvelemme asiakkaita\njoka   päivä."),
        "\n\n".join(reversed(TEXT.split("\n\n"))),
        TEXT.replace("- Kuuntelemme", "1. Kuuntelemme").replace("asiakas tuli", "**asiakas** tuli"),
        "---\ntitle: Hei\n---\n" + TEXT,
    ],
    ids=["moved", "indented", "line ends", "wrapped", "reordered", "marked up", "front matter"],
)
def test_what_only_moves_is_still_known(changed: str, folder: Path) -> None:
    (folder / "ä" / "a.md").write_bytes(changed.encode())
    assert run(["check", ".", "-q"]) == OK
    assert run(["baseline", "check", "."]) == OK


def test_a_new_use_is_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(folder, "# Palvelu", "# Palvelu\n\nAsiakas soitti.")
    assert run(["check", ".", "--format", "concise"]) == FINDINGS
    out = capsys.readouterr().out
    assert "a.md:3:1: warning" in out
    assert out.count("[bare-asiakas]") == 1
    assert run(["baseline", "check", "."]) == FINDINGS
    assert "1 uusi löydös" in capsys.readouterr().out


def test_the_same_sentence_again_is_new(folder: Path) -> None:
    edit(folder, "- Vien", "- Vien paketin asiakkaalle kotiin.\n- Vien")
    assert run(["check", ".", "-q"]) == FINDINGS


def test_what_is_gone_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(folder, "- Vien paketin asiakkaalle kotiin.\n", "")
    before = (folder / "b.json").read_bytes()
    assert run(["check", "."]) == OK
    assert "Lähtötasossa on 1 löydös, jota ei enää ole." in capsys.readouterr().err
    assert run(["check", ".", "-q", "--min-severity", "error"]) == OK
    assert run(["baseline", "check", "."]) == FINDINGS
    assert "ä/a.md: bare-asiakas " in capsys.readouterr().out
    assert (folder / "b.json").read_bytes() == before
    assert run(["baseline", "write", "."]) == OK
    assert run(["baseline", "check", "."]) == OK


def test_it_grows_on_demand_only(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(folder, "# Palvelu", "# Palvelu\n\nAsiakas soitti.")
    assert run(["baseline", "write", "."]) == OK
    assert "--add-new" in capsys.readouterr().out
    assert run(["check", ".", "-q"]) == FINDINGS
    assert run(["baseline", "write", ".", "--add-new"]) == OK
    assert run(["check", ".", "-q"]) == OK


def test_a_look_at_some_files_leaves_the_others(folder: Path) -> None:
    (folder / "b.md").write_text("Hei.\n")
    before = (folder / "b.json").read_bytes()
    assert run(["baseline", "write", "b.md"]) == OK
    assert run(["baseline", "check", "b.md"]) == OK
    assert (folder / "b.json").read_bytes() == before


def test_a_file_that_is_gone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "ä" / "a.md").unlink()
    assert run(["baseline", "check", "."]) == FINDINGS
    assert "ä/a.md: bare-asiakas" in capsys.readouterr().out
    assert run(["baseline", "write", "."]) == OK
    assert json.loads((folder / "b.json").read_text())["files"] == {}


def test_it_holds_from_every_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".git").mkdir()
    monkeypatch.chdir(folder / "ä")
    assert run(["check", "a.md", "-q"]) == OK
    assert run(["check", str(folder / "ä" / "a.md"), "-q"]) == OK


def test_options(folder: Path) -> None:
    (folder / "tyhja.json").write_text('{"schema": "termilint-baseline/1", "files": {}}')
    assert run(["check", ".", "-q", "--baseline", "tyhja.json"]) == FINDINGS
    assert run(["check", ".", "-q", "--baseline", "puuttuu.json"]) == ERROR
    assert run(["check", ".", "-q", "--baseline", "b.json", "--no-baseline"]) == ERROR
    assert run(["check", ".", "-q", "--no-config", "--baseline", "b.json"]) == OK
    assert run(["baseline", "write", ".", "--baseline", "uusi.json"]) == OK
    assert (folder / "uusi.json").read_bytes() == (folder / "b.json").read_bytes()


def test_files_that_cannot_be_read(folder: Path) -> None:
    (folder / "c.txt").write_bytes(b"\0\1")
    assert run(["baseline", "write", "."]) == ERROR
    assert run(["baseline", "check", "."]) == ERROR
