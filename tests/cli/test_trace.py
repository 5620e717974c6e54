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
