from pathlib import Path

import pytest

from termilint.cli._exit_codes import OK
from termilint.cli.main import run


def _trace(text: str, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert run(["trace", "--engine", "embedded", *options, text]) == OK
    return capsys.readouterr().out


def test_readings_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    out = _trace("Palvelemme asiakkaitammekin.", capsys)
    assert "asiakas: substantiivi, monikko, partitiivi, omistusliite -mme, liite -kin" in out
    assert "= bare – ei selviä, keitä tarkoitetaan" in out


def test_usage_with_its_evidence(capsys: pytest.CaptureFixture[str]) -> None:
    out = _trace("Potentiaaliset asiakkaat tulevat.", capsys, "--lang", "en")
    assert "= modifier – narrowed by a modifier: " in out


def test_unknown_word_and_control_characters(capsys: pytest.CaptureFixture[str]) -> None:
    out = _trace("Xyzzyqw \x1b[31m.", capsys)
    assert "tuntematon sana" in out
    assert "\x1b" not in out


def test_defined_by_the_glossary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a glossary defines is told with its place, and only for the files that it is for."""
    monkeypatch.chdir(tmp_path)
    Path(".termilint.yaml").write_text(
        "glossary:\n  asiakas: {definition: Liittymän tilaaja., files: [ehdot/]}\n", encoding="utf-8"
    )
    told = "= defined – sana on määritelty: Liittymän tilaaja. (.termilint.yaml:2:3)"
    assert told in _trace("Asiakas maksaa laskun.", capsys, "--stdin-filename", "ehdot/yleiset.md")
    assert "= bare" in _trace("Asiakas maksaa laskun.", capsys)
