from pathlib import Path

import pytest

from termilint import __version__
from termilint.cli._exit_codes import ERROR, OK
from termilint.cli.main import run
from termilint.morphology.analyzer import Analyzer


def test_installation_is_described_and_works(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--engine", "embedded"]) == OK
    out = capsys.readouterr().out
    for part in (__version__, "embedded", "valittu komennossa", "MB", "asiakas", "kunnossa"):
        assert part in out


def test_broken_engine_is_told(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Analyzer, "analyze", lambda *_: ())
    assert run(["doctor", "--engine", "embedded", "--lang", "en"]) == ERROR
    assert "failed" in capsys.readouterr().out


def test_broken_rules_are_told_among_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".termilint.yaml").write_text("rule_files: [omat.yaml]\n", encoding="utf-8")
    assert run(["doctor", "--engine", "embedded"]) == ERROR
    out = capsys.readouterr().out
    assert "omat.yaml" in out
    assert "kunnossa" in out
