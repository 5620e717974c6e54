import re
from pathlib import Path

import pytest

from termilint.cli._exit_codes import FINDINGS, OK
from termilint.cli.main import run

ROOT = Path(__file__).parents[2]


def test_excerpt_is_what_the_program_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert run(["check", "--engine", "embedded", "examples/strategia.md"]) == FINDINGS
    printed = capsys.readouterr().out.split("\n\n")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    excerpt, *_ = re.findall(r"```text\n(.*?)\n```", readme, re.DOTALL)
    for finding in excerpt.split("\n\n"):
        assert finding in printed


def test_census_is_what_the_program_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert run(["census", "--engine", "embedded", "examples/"]) == OK
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (excerpt,) = re.findall(r"```text\n(Luettiin.*?)\n```", readme, re.DOTALL)
    assert excerpt in capsys.readouterr().out
