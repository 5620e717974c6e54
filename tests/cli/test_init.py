import json
from pathlib import Path

import pytest

from termilint.cli._exit_codes import ERROR, OK
from termilint.cli.main import run
from termilint.config.find import load_settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.md").write_text("Hei")
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: []")
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", ["fi", "en"])
def test_a_configuration_to_begin_with(
    language: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", "--lang", language]) == OK
    text = (folder / ".termilint.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=.termilint-schema.json\n")
    assert '#include: ["*.md"]' in text
    assert load_settings().file == str(folder / ".termilint.yaml")
    assert json.loads((folder / ".termilint-schema.json").read_text(encoding="utf-8"))["properties"]["rules"]
    out = capsys.readouterr().out
    assert ".md 1" in out
    assert ".pre-commit-config.yaml" in out
    assert "GitLab" not in out


@pytest.mark.parametrize("name", [".termilint.yaml", ".termilint.yml", "pyproject.toml"])
def test_nothing_is_overwritten(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / name).write_text("[tool.termilint]\n")
    assert run(["init"]) == ERROR
    assert name in capsys.readouterr().out
    assert (folder / name).read_text() == "[tool.termilint]\n"
    assert not (folder / ".termilint-schema.json").exists()


def test_an_own_schema_file_stays(folder: Path) -> None:
    (folder / ".termilint-schema.json").write_text("{}")
    assert run(["init"]) == OK
    assert (folder / ".termilint-schema.json").read_text() == "{}"


@pytest.mark.parametrize("kind", ["config", "rules"])
def test_schema(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", kind]) == OK
    assert json.loads(capsys.readouterr().out)["type"]
