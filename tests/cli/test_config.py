from pathlib import Path

import pytest

from termilint.cli._exit_codes import ERROR, OK
from termilint.cli.main import run


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert run(["config", *arguments]) == OK
    return capsys.readouterr().out.splitlines()


def test_defaults(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys)
    assert lines[:2] == ["Asetustiedosto: ei ole", f"Juurikansio: {folder}"]
    assert "engine: auto  # oletus" in lines
    assert "include: []  # oletus" in lines


def test_origins(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".termilint.yaml").write_text(
        "language: en\nrules:\n  asiakaspolku: off\n  bare-asiakas: {narrows: uusi, open_class: no}\n"
        "packs: {finnish: on}\naudiences: [{text: asukas, cues: kunta}]\n"
        "glossary: {asiakas: Ostaja}\noverrides: [{files: [a/], severity: hint}]\n"
    )
    lines = shown(capsys, "--engine", "embedded")
    assert "language: en  # .termilint.yaml:1" in lines
    assert "engine: embedded  # --engine" in lines
    assert lines[lines.index("rules:  # .termilint.yaml:2") + 1 :][:2] == [
        "  - asiakaspolku: off",
        "  - bare-asiakas: open_class: false, narrows: uusi",
    ]
    assert "  - asukas (kunta)" in lines
    assert "  - asiakas: Ostaja" in lines
    assert "  - a/: severity: hint" in lines
    assert "fail_level: warning  # default" in lines
    assert "baseline: -  # default" in lines


def test_rules_of_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".termilint.yaml").write_text("overrides: [{files: [a/], rules: {asiakaspolku: off}}]\n")
    assert "asiakaspolku             off" in shown(capsys, "a/x.md")
    assert "asiakaspolku             info" in shown(capsys, "x.md")


def test_options(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".termilint.yaml").write_text("language: en\n")
    (folder / "muu.yaml").write_text("repeat: document\n")
    assert "language: fi  # oletus" in shown(capsys, "--no-config")
    assert "repeat: document  # muu.yaml:1" in shown(capsys, "--config", "muu.yaml")
    assert "language: fi  # --lang" in shown(capsys, "--lang", "fi")
    assert run(["config", "--config", "muu.yaml", "--no-config"]) == ERROR
    assert run(["config", "--config", "puuttuu.yaml"]) == ERROR


def test_errors_stop_every_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / ".termilint.yaml").write_text("rules: {asiakaspolk: off}\n")
    (folder / "a.md").write_text("Hei")
    for command in (["config"], ["check", "a.md"], ["check", "puuttuu/"], ["explain"], ["trace", "Hei"]):
        assert run(command) == ERROR
        captured = capsys.readouterr()
        assert captured.err.startswith(
            'termilint: .termilint.yaml:1:9: unknown rule "asiakaspolk", did you mean'
        )
        assert captured.out == ""
    assert run(["check", "a.md", "--no-config"]) == OK
