import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from termilint.cli._exit_codes import ERROR, FINDINGS, OK
from termilint.cli.check import _exit_code
from termilint.cli.main import run
from termilint.model.finding import Checked, Failure, Finding, Report, Severity
from termilint.model.source import Source
from termilint.model.span import SourceSpan

BARE = "Palvelemme asiakkaita hyvin.\n"
CLEAN = "Palvelemme kuntalaisia hyvin.\n"


def _check(*arguments: str | Path) -> int:
    return run(["check", "--engine", "embedded", *map(str, arguments)])


def _process(command: str, path: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603  # this program itself
        [sys.executable, "-m", "termilint", command, str(path)],
        capture_output=True,
        env=os.environ | environment,
        check=False,
    )


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    path = tmp_path / "bare.md"
    path.write_text(BARE, encoding="utf-8")
    return path


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    path = tmp_path / "clean.md"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def test_exit_codes(bare: Path, clean: Path, tmp_path: Path) -> None:
    assert _check(clean) == OK
    assert _check(bare, clean) == FINDINGS
    assert _check(bare, "--exit-zero") == OK
    assert _check(bare, tmp_path / "puuttuu.md") == ERROR
    assert _check(tmp_path / "puuttuu.md", "--exit-zero") == ERROR
    assert _check() == ERROR
    assert _check(bare, "--format", "xyz") == ERROR


@pytest.mark.parametrize(
    ("severity", "code"),
    [
        (Severity.HINT, OK),
        (Severity.INFO, OK),
        (Severity.WARNING, FINDINGS),
        (Severity.ERROR, FINDINGS),
    ],
)
def test_severity_decides(severity: Severity, code: int) -> None:
    finding = Finding("x", severity, "m", "w", (SourceSpan(0, 1),), "x", "x")
    report = Report((Checked(Source("a", "x"), (finding,)),))
    assert _exit_code(report, exit_zero=False) == code
    assert _exit_code(Report(report.checked, (Failure("b", "x"),)), exit_zero=True) == ERROR


def test_report_in_each_language(bare: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _check(bare)
    assert f"{bare}:1:12 varoitus bare-asiakas" in capsys.readouterr().out
    _check(bare, "--lang", "en")
    assert f"{bare}:1:12 warning bare-asiakas" in capsys.readouterr().out


def test_output_file(bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "report.json"
    target.write_text("old")
    assert _check(bare, "--format", "json", "--output", target) == FINDINGS
    assert json.loads(target.read_text(encoding="utf-8"))["counts"]["findings"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bare.md", "report.json"]
    assert capsys.readouterr().out == ""


def test_output_that_cannot_be_written(
    bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _check(bare, "--output", tmp_path / "no" / "r.txt") == ERROR
    assert "cannot be written" in capsys.readouterr().err


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Hei `asiakas` ja **asiak**kaat.")))
    assert _check("-", "--stdin-filename", "x.md") == FINDINGS
    assert "x.md:1:20 " in capsys.readouterr().out


def test_own_rules_that_are_broken(bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "own.yaml"
    broken.write_text("rules: [")
    assert _check(bare, "--rules", broken) == ERROR
    captured = capsys.readouterr()
    assert str(broken) in captured.err
    assert captured.out == ""


def test_old_console_gets_question_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("😀 ā " + BARE, encoding="utf-8")
    result = _process("check", path, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert result.returncode == FINDINGS
    assert "Palvelemme asiakkaita" in result.stdout.decode("cp1252")


def test_colors_on_demand(bare: Path) -> None:
    assert b"\x1b[" not in _process("check", bare).stdout
    assert b"\x1b[" in _process("check", bare, FORCE_COLOR="1").stdout
    assert b"\x1b[" not in _process("check", bare, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_reader_that_goes_away_gives_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(BARE * 5_000, encoding="utf-8")
    command = f"{sys.executable} -m termilint check {path} | head -1"
    result = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)  # noqa: S603
    assert result.stdout.count(b"\n") == 1
    assert result.stderr == b""
