import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from termilint.cli._checking import _exit_code
from termilint.cli._exit_codes import ERROR, FINDINGS, INTERRUPTED, OK
from termilint.cli.main import run
from termilint.model.finding import Checked, Failure, Finding, Report, Severity
from termilint.model.source import Source
from termilint.model.span import SourceSpan
from tests.authoring.rule_files import changed, written
from tests.repositories import git

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


@pytest.mark.parametrize("severity", Severity)
@pytest.mark.parametrize("level", [*Severity, None])
def test_severity_decides(severity: Severity, level: Severity | None) -> None:
    finding = Finding("x", severity, "m", "w", (SourceSpan(0, 1),), "x", "x")
    report = Report((Checked(Source("a", "x"), (finding,)),))
    is_failing = level is not None and severity.rank >= level.rank
    assert _exit_code(report, level) == (FINDINGS if is_failing else OK)
    assert _exit_code(Report(report.checked, (Failure("b", "x"),)), level) == ERROR


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
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Kuulimme `asiakas` ja **asiak**kaat.")))
    assert _check("-", "--stdin-filename", "x.md") == FINDINGS
    assert "x.md:1:25 " in capsys.readouterr().out


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


MANY = (
    "Asiakas tuli. Asiakas meni.\n\nAsiakas tuli taas.\n\n# Otsikko\n\nAsiakas meni. Asiakaskokemus parani.\n"
)


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "many.md"
    path.write_text(MANY, encoding="utf-8")
    return path


def _lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line.split(":")[1] for line in capsys.readouterr().out.splitlines() if "[" in line]


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        ([], ["1", "1", "3", "7", "7"]),
        (["--repeat", "paragraph"], ["1", "3", "7", "7"]),
        (["--repeat", "section"], ["1", "7", "7"]),
        (["--repeat", "document"], ["1", "7"]),
        (["--max-findings", "2"], ["1", "1"]),
        (["--min-severity", "error"], []),
    ],
)
def test_limits(options: list[str], lines: list[str], many: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _check(many, "--format", "concise", *options)
    assert _lines(capsys) == lines


def test_limits_in_the_configuration(many: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (many.parent / ".termilint.yaml").write_text("repeat: document\nmax_findings: 1\nfail_level: error\n")
    assert _check(many, "--format", "concise") == OK
    captured = capsys.readouterr()
    assert captured.out.count("[") == 1
    assert "1 löydös jätettiin näyttämättä." in captured.err
    assert _check(many, "--format", "concise", "--repeat", "every", "--fail-level", "info") == FINDINGS
    assert _check(many, "-q", "--fail-level", "never") == OK


def test_cut_findings_still_decide(many: Path) -> None:
    (many.parent / ".termilint.yaml").write_text("rules: {asiakaskokemus: error}\n")
    assert _check(many, "-q", "--max-findings", "1", "--fail-level", "error") == FINDINGS


def test_overrides_and_excludes(many: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (many.parent / "vanha").mkdir()
    (many.parent / "vanha" / "a.md").write_text(BARE, encoding="utf-8")
    (many.parent / ".termilint.yaml").write_text(
        "exclude: [many.md]\noverrides: [{files: [vanha/], severity: hint}]\n"
    )
    assert _check(".", "--format", "concise") == OK
    assert capsys.readouterr().out.startswith("vanha/a.md:1:12: hint:".replace("/", os.sep))
    assert _check("many.md", "-q") == FINDINGS
    assert _check("many.md", "-q", "--force-exclude") == OK


def test_only_changed_lines(many: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(many.parent, "init", "-q")
    git(many.parent, "add", ".")
    git(many.parent, "commit", "-qmx")
    assert _check(".", "-q", "--diff-only", "HEAD") == OK
    many.write_text(MANY.replace("tuli taas", "tuli taaskin"), encoding="utf-8")
    assert _check(".", "--format", "concise", "--diff-only", "HEAD") == FINDINGS
    assert _lines(capsys) == ["3"]
    assert _check(".", "-q", "--diff-only", "puuttuu") == ERROR


def test_several_formats(many: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        _check(many, "--format", "concise", "--format", "json=a.json", "--format", "concise=b.txt")
        == FINDINGS
    )
    out = capsys.readouterr().out
    assert Path("b.txt").read_text(encoding="utf-8") == out
    assert json.loads(Path("a.json").read_text(encoding="utf-8"))["counts"]["findings"] == 5
    assert _check(many, "-q", "--format", "json=c.json") == FINDINGS
    assert capsys.readouterr().out == ""
    assert Path("c.json").read_bytes() == Path("a.json").read_bytes()


@pytest.mark.parametrize(
    "options",
    [
        ["--format", "text", "--format", "json"],
        ["--format", "json=a", "--format", "text=./a"],
        ["--format", "json=a", "--output", "b"],
        ["--format", "json="],
        ["--format", "xyz=a"],
        ["--baseline", "b", "--no-baseline"],
        ["--config", "c", "--no-config"],
        ["--max-findings", "0"],
        ["--jobs", "0"],
    ],
)
def test_options_that_contradict_each_other(options: list[str], many: Path) -> None:
    assert _check(many, *options) == ERROR
    assert sorted(path.name for path in many.parent.iterdir()) == ["many.md"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_processes_change_nothing(jobs: str, many: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(50):
        (many.parent / f"{number:02}.md").write_text(BARE if number % 5 else CLEAN, encoding="utf-8")
    (many.parent / "z.txt").write_bytes(b"\0\1")
    assert _check(".", "--format", "concise", "--jobs", jobs) == ERROR
    out = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in out[:40]] == [f"{n:02}.md" for n in range(50) if n % 5]
    assert out[45].startswith("z.txt")


def test_full_disk(many: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    command = ["/bin/sh", "-c", f"{sys.executable} -m termilint check {many} > /dev/full"]
    result = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
    assert (result.returncode, result.stdout) == (ERROR, b"")
    assert result.stderr.count(b"\n") == 1
    assert b"cannot be written" in result.stderr
    assert _check(many, "--output", "/dev/full") == ERROR


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted(jobs: str, many: Path) -> None:
    for number in range(3):
        (many.parent / f"{number}.md").write_text(MANY * 3_000, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "termilint",
        "check",
        ".",
        "--jobs",
        jobs,
        "--output",
        "r.txt",
        "--engine",
        "embedded",
    ]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)  # noqa: S603
    time.sleep(1)
    os.killpg(process.pid, signal.SIGINT)
    error = process.communicate(timeout=20)[1]
    assert process.returncode == INTERRUPTED
    assert b"Traceback" not in error
    assert not Path("r.txt").exists()
    assert not [path for path in many.parent.iterdir() if path.name.startswith(".termilint")]


@pytest.mark.parametrize("flags", [[], ["--force-exclude"], ["--no-config"], ["--engine=embedded"]])
def test_paths_alone_give_what_options_give(
    flags: list[str], bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``check PATH`` does not wait for click, and says the same."""
    code = run(["check", *flags, str(bare)])
    plain = capsys.readouterr()
    assert run(["check", *flags, "--format", "text", str(bare)]) == code
    assert capsys.readouterr() == plain


def test_paths_alone_need_no_click(bare: Path) -> None:
    program = "import sys; from termilint.cli.main import run; run(sys.argv[1:]); print(*sys.modules)"
    command = [sys.executable, "-c", program, "check", str(bare)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  # our own
    assert "click" not in done.stdout.splitlines()[-1].split()


@pytest.mark.parametrize(
    ("closing", "arguments", "code"),
    [
        (">&-", ["check", "a.md"], FINDINGS),
        (">&-", ["--help"], OK),
        ("2>&-", ["check", "a.md", "nowhere.md"], ERROR),
        ("2>&-", ["check", "--nope"], ERROR),
        ("<&-", ["check", "-", "a.md"], FINDINGS),
    ],
)
def test_closed_streams(closing: str, arguments: list[str], code: int, tmp_path: Path) -> None:
    """Who starts the program without a stream gets the exit code all the same."""
    (tmp_path / "a.md").write_text(BARE, encoding="utf-8")
    command = ["sh", "-c", f'exec "$0" -m termilint "$@" {closing}', sys.executable, *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603  # our own words
    assert done.returncode == code
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("columns", "widest"), [("200", 88), ("40", 40), ("3", 20), ("", 88), ("x", 88)])
def test_reports_fit_the_terminal(
    columns: str,
    widest: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", columns)
    text = "Kuulemme ja palvelemme täällä joka päivä asiakkaita aamusta iltaan ympäri vuoden.\n"
    Path("a.md").write_text(text, encoding="utf-8")
    assert _check("a.md") == FINDINGS
    heading, *lines = capsys.readouterr().out.splitlines()
    assert heading == "a.md:1:42 varoitus bare-asiakas"
    assert widest - 15 < max(map(len, lines)) <= widest
    frame = next(at for at, line in enumerate(lines) if " | " in line)
    assert lines[frame][lines[frame + 1].index("^") :].startswith("asiakkaita"[: widest - 6])


def test_a_report_does_not_overwrite_the_text_that_it_is_about(
    bare: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = bare.with_name("linkki.md")
    link.symlink_to(bare)
    for output in (bare, link):
        assert _check(bare, "--output", output) == ERROR
        assert (
            "the report would overwrite this text. Give the report another name." in capsys.readouterr().err
        )
    assert bare.read_text(encoding="utf-8") == BARE


@pytest.mark.parametrize("name", ["toinen.md", "sivu.html", "kirje.docx"])
@pytest.mark.parametrize("command", [["check", "--output"], ["report", "-o"], ["census", "--output"]])
def test_no_report_takes_the_place_of_a_text(
    name: str,
    command: list[str],
    bare: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(bare.parent)
    text = bare.with_name(name)
    text.write_text("<p>Kirje.</p>", encoding="utf-8")
    for path in (".", str(bare)):
        assert run([command[0], path, command[1], name, "--lang", "en"]) == ERROR
        assert f"{name}: there is a text of this name" in capsys.readouterr().err
    assert text.read_text(encoding="utf-8") == "<p>Kirje.</p>"


def test_the_report_of_the_last_run_is_no_text(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bare.parent)
    reports = []
    for _ in range(2):
        assert _check(".", "--output", "raportti.txt") == FINDINGS
        reports.append(Path("raportti.txt").read_text(encoding="utf-8"))
    assert reports[0] == reports[1]
    assert reports[0].splitlines()[-1] == "1 tiedosto, 1 löydös"


def test_output_through_a_device(bare: Path) -> None:
    if not Path("/dev/stdout").exists():
        pytest.skip("needs /dev/stdout")
    command = [sys.executable, "-m", "termilint", "check", str(bare), "--output", "/dev/stdout"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)  # noqa: S603
    assert done.returncode == FINDINGS
    assert done.stdout.splitlines()[-1] == "1 tiedosto, 1 löydös"


@pytest.mark.parametrize(
    ("confidence", "given", "code"),
    [
        ("low", [], FINDINGS),
        ("low", ["--min-confidence", "low"], FINDINGS),
        ("low", ["--min-confidence", "medium"], OK),
        ("medium", ["--min-confidence", "medium"], FINDINGS),
        ("medium", ["--min-confidence", "high"], OK),
    ],
)
def test_findings_of_rules_that_are_not_sure_enough(
    confidence: str, given: list[str], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sure = changed("severity: info", f"severity: warning\n    confidence: {confidence}")
    text = written(tmp_path, "Tarvitsemme resursseja.\n", "a.txt")
    rules = written(tmp_path, sure)
    assert _check(text, "--rules", rules, "--format", "jsonl", *given) == code
    findings = [json.loads(line) for line in capsys.readouterr().out.splitlines()[:-1]]
    assert [finding["confidence"] for finding in findings] == [confidence] * (code == FINDINGS)


def test_the_configured_confidence(tmp_path: Path) -> None:
    sure = changed("severity: info", "severity: warning\n    confidence: low")
    rules = written(tmp_path, sure)
    config = written(tmp_path, f"rule_files: ['{rules}']\nmin_confidence: high\n", "c.yaml")
    text = written(tmp_path, "Tarvitsemme resursseja.\n", "a.txt")
    assert _check(text, "--config", config) == OK
    assert _check(text, "--config", config, "--min-confidence", "low") == FINDINGS
