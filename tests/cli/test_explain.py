import pytest

from termilint.cli._exit_codes import ERROR, OK
from termilint.cli.main import run
from termilint.rules.packs import load_shipped


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize("rule_id", load_shipped().ids)
def test_every_rule_has_a_page(rule_id: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", rule_id, "--lang", language]) == OK
    out = capsys.readouterr().out
    rule = load_shipped().get(rule_id)
    assert rule is not None
    words = out.split()
    assert out.startswith(rule_id)
    for text in (rule.why, rule.source):
        assert set(text.fi.split() if language == "fi" else text.en.split()) <= set(words)
    assert "{match}" not in out


def test_list_names_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == OK
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == sorted([*load_shipped().ids, "suppression"])


def test_unknown_rule_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "bare-asiaks"]) == ERROR
    assert "bare-asiakas" in capsys.readouterr().err
