"""``termilint fix``: whole runs of the program."""

from __future__ import annotations

import io
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from termilint import files
from termilint.cli._exit_codes import ERROR, FINDINGS, INTERRUPTED, OK
from termilint.cli.main import run
from tests.fixer.test_fix_cases import CASES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# The rules of tests/cases/fixes: prospekti is safe to fix, rajapinta unsafe, kohderyhmä never fixed.
RULES = str(CASES / "rules.yaml")
SAFE = "Etsimme prospekteja. Prospekti odottaa.\n"
SAFE_FIXED = "Etsimme tilaajia. Tilaaja odottaa.\n"
UNSAFE = "Avaamme rajapinnan.\n"
UNSAFE_FIXED = "Avaamme palvelun.\n"


@pytest.fixture(autouse=True)
def only_own_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped rules would report *prospekti* too."""
    from termilint.rules.model import RuleSet

    monkeypatch.setattr("termilint.config.rules.shipped_rules", RuleSet)


def _fix(*arguments: str | Path) -> int:
    return run(["fix", "--engine", "embedded", "--rules", RULES, *map(str, arguments)])


def _process(
    *arguments: str | Path, data: bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "termilint", "fix", "--engine", "embedded", *map(str, arguments)]
    return subprocess.run(command, input=data, capture_output=True, check=False, cwd=cwd)  # noqa: S603


def _answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


@pytest.fixture
def safe(tmp_path: Path) -> Path:
    path = tmp_path / "safe.md"
    path.write_text(SAFE, encoding="utf-8")
    return path


@pytest.fixture
def unsafe(tmp_path: Path) -> Path:
    path = tmp_path / "unsafe.md"
    path.write_text(UNSAFE, encoding="utf-8")
    return path


def test_safe_fixes_are_written(safe: Path, unsafe: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _fix(safe.parent) == FINDINGS
    assert safe.read_text(encoding="utf-8") == SAFE_FIXED
    assert unsafe.read_text(encoding="utf-8") == UNSAFE
    captured = capsys.readouterr()
    assert captured.err == ""
    assert captured.out.splitlines() == [
        f"{safe}: 2 kohtaa korjattu",
        "2 kohtaa korjattu 1 tiedostossa",
        "  1 kohta odottaa päätöstäsi",
        "Valitse ehdotuksista itse (--interactive), tai ota useimpiin kohtiin sopivat (--unsafe-fixes).",
    ]


def test_twice_is_once(safe: Path) -> None:
    assert _fix(safe) == OK
    before = safe.stat()
    assert _fix(safe) == OK
    after = safe.stat()
    assert (after.st_ino, after.st_mtime_ns, after.st_size) == (
        before.st_ino,
        before.st_mtime_ns,
        before.st_size,
    )


def test_unsafe_fixes_on_demand(unsafe: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _fix(unsafe, "--unsafe-fixes", "--lang", "en") == OK
    assert unsafe.read_text(encoding="utf-8") == UNSAFE_FIXED
    assert capsys.readouterr().out.splitlines()[-1] == "1 place fixed in 1 file"


def test_what_no_fix_reaches_is_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.md"
    path.write_text("Kohderyhmät ja **pros**pektit.", encoding="utf-8")
    assert _fix(path, "--unsafe-fixes") == FINDINGS
    assert capsys.readouterr().out.splitlines() == ["mitään ei korjattu", "  2 kohtaa on muotoiltava itse"]


def test_findings_that_weigh_nothing_leave_the_exit_code_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Tämä kohderyhmä odottaa.", encoding="utf-8")
    assert _fix(path) == OK


def test_nothing_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _fix(tmp_path) == OK
    assert "ei löytynyt" in capsys.readouterr().out


def test_one_broken_input_does_not_stop_the_others(
    safe: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _fix(tmp_path / "puuttuu.md", safe) == ERROR
    assert safe.read_text(encoding="utf-8") == SAFE_FIXED
    captured = capsys.readouterr()
    assert "puuttuu.md: ei tarkastettu" in captured.err
    assert "2 kohtaa korjattu 1 tiedostossa, 1 tiedosto jäi tarkastamatta" in captured.out


@pytest.mark.parametrize(
    "data",
    [
        "\r\nEtsimme prospekteja.\r\n\r\n  Toinen \t\r\nprospekti",
        "\ufeffA\u0308iti ja prospekti 😀\rloppu\n\n\n",
        "prospekti\nprospekti\r\nprospekti\r",
    ],
    ids=["CRLF", "BOM, NFD, emoji", "mixed line ends"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_every_other_byte_survives(data: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    if encoding == "cp1252":
        data = "ä " + data.encode("cp1252", "ignore").decode("cp1252")
    path.write_bytes(data.encode(encoding))
    assert _fix(path) == OK
    fixed = data.replace("prospekteja", "tilaajia").replace("prospekti", "tilaaja")
    assert path.read_bytes() == fixed.encode(encoding)


OWN_RULE = """\
rules:
  - id: oma
    severity: warning
    fix: safe
    match: {term: {words: [valtti]}}
    message: {fi: Koe., en: Test.}
    why: {fi: Syy., en: Reason.}
    source: itse
    suggestions: [Łódźin etu]
    examples: {bad: ["{Valtti}"], good: [Kissa]}
"""


def test_a_letter_that_the_encoding_lacks(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    rules, path = tmp_path / "own.yaml", tmp_path / "a.md"
    rules.write_text(OWN_RULE, encoding="utf-8")
    text = "yö valtti prospekti".encode("cp1252")
    path.write_bytes(text)
    assert _fix(path, "--rules", rules) == ERROR
    assert path.read_bytes() == text
    message = "ei korjattu: Tiedoston merkistössä cp1252 ei ole merkkiä Ł."
    assert f"{path}: {message}".encode() in capfdbinary.readouterr().err
    result = _process("-", "--rules", rules, data=text)
    assert (result.returncode, result.stdout) == (ERROR, text)
    assert message in result.stderr.decode()


def test_a_read_only_file(safe: Path, unsafe: Path, capsys: pytest.CaptureFixture[str]) -> None:
    safe.chmod(0o444)
    assert _fix(safe, unsafe, "--unsafe-fixes") == ERROR
    assert safe.read_text(encoding="utf-8") == SAFE
    assert unsafe.read_text(encoding="utf-8") == UNSAFE_FIXED
    captured = capsys.readouterr()
    assert captured.err == f"{safe}: ei korjattu: Tiedosto on kirjoitussuojattu.\n"
    assert "1 kohta korjattu 1 tiedostossa, 1 tiedosto jäi korjaamatta\n" in captured.out


def test_a_file_with_nothing_to_fix_may_be_read_only(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Kissa.", encoding="utf-8")
    path.chmod(0o444)
    assert _fix(path) == OK


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_links(safe: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(safe)
    assert _fix(link, safe) == OK
    assert link.is_symlink()
    assert safe.read_text(encoding="utf-8") == SAFE_FIXED
    assert "2 kohtaa korjattu 1 tiedostossa" in capsys.readouterr().out
    safe.write_text(SAFE, encoding="utf-8")
    (tmp_path / "hard.md").hardlink_to(safe)
    assert _fix(link) == ERROR
    assert safe.read_text(encoding="utf-8") == SAFE
    assert "kova linkki" in capsys.readouterr().err


def test_a_file_that_changes_meanwhile(
    safe: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from termilint.cli import fix as command

    def meddle(path: Path, old: bytes, new: bytes) -> None:
        path.write_text("Toinen teksti.", encoding="utf-8")
        files.rewrite(path, old, new)

    monkeypatch.setattr(command, "rewrite", meddle)
    assert _fix(safe) == ERROR
    assert safe.read_text(encoding="utf-8") == "Toinen teksti."
    assert "Joku muutti tiedostoa" in capsys.readouterr().err
    assert list(safe.parent.iterdir()) == [safe]


def test_diff_writes_nothing(safe: Path, unsafe: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = safe.stat()
    assert _fix(safe, unsafe, "--diff") == FINDINGS
    assert safe.stat() == before
    captured = capsys.readouterr()
    name = safe.as_posix().lstrip("/")
    lines = [f"--- a/{name}", f"+++ b/{name}", "@@ -1,1 +1,1 @@", f"-{SAFE[:-1]}", f"+{SAFE_FIXED[:-1]}"]
    assert captured.out.splitlines() == lines
    assert captured.err.splitlines()[:2] == [
        f"{safe}: 2 kohtaa korjattaisiin",
        "2 kohtaa korjattaisiin 1 tiedostossa",
    ]
    assert _fix(unsafe, "--diff") == OK
    assert capsys.readouterr().out == ""


def test_standard_input(unsafe: Path) -> None:
    rules = ("--rules", RULES)
    data = b"\xef\xbb\xbfEtsimme rajapintoja.\r\nLoppu"
    result = _process("-", *rules, "--unsafe-fixes", "--stdin-filename", "x.md", data=data)
    assert result.returncode == OK, result.stderr
    assert result.stdout == data.replace(b"rajapintoja", b"palveluita")
    assert "x.md: 1 kohta korjattu" in result.stderr.decode()
    assert _process("-", *rules, data=data).stdout == data
    result = _process("-", *rules, "--unsafe-fixes", "--diff", data=data)
    assert result.returncode == FINDINGS
    assert result.stdout.startswith(b"--- a/<stdin>\n+++ b/<stdin>\n@@ -1,2 +1,2 @@\n-\xef\xbb\xbfEtsimme")
    result = _process("-", unsafe, *rules, "--unsafe-fixes", data=data)
    assert result.stdout == data.replace(b"rajapintoja", b"palveluita")
    assert unsafe.read_text(encoding="utf-8") == UNSAFE_FIXED
    assert _process("-", data=b"\0\1").returncode == ERROR


@pytest.mark.parametrize("arguments", [(), ("-", "--interactive"), ("x.md", "--interactive", "--diff")])
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert _fix(*arguments) == ERROR


INTERACTIVE = "Avaamme rajapinnan. Rajapinta\non uusi, ja prospekti odottaa rajapintaa.\n\nKohderyhmä\n"


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.md"
    path.write_text(INTERACTIVE, encoding="utf-8")
    return path


def test_questions(many: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    _answer(monkeypatch, "2\n")
    assert _fix(many, "--interactive") == FINDINGS
    question = "  1–2 = valitse, s = ohita, a = ohita koko sääntö, q = lopeta: "
    assert capsys.readouterr().out.split("\n") == [
        "",
        f"{many}:1:9 unsafe-noun (1/4)",
        "  ”rajapinnan” on tekniikkaa.",
        "  nyt  Avaamme [rajapinnan].",
        "  1    Avaamme [palvelun].",
        "  2    Avaamme [työn].",
        question,
        f"{many}:1:21 unsafe-noun (2/4)",
        "  ”Rajapinta” on tekniikkaa.",
        "  nyt  [Rajapinta] on uusi, ja prospekti odottaa rajapintaa.",
        "  1    [Palvelu] on uusi, ja prospekti odottaa rajapintaa.",
        "  2    [Työ] on uusi, ja prospekti odottaa rajapintaa.",
        question,
        f"{many}: 1 kohta korjattu",
        "1 kohta korjattu 1 tiedostossa",
        "  3 kohtaa odottaa päätöstäsi",
        "  1 kohta on muotoiltava itse",
        "",
    ]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ("1\n2\n1\n1\n", "palvelun Työ tilaaja palvelua"),
        ("s\n1\ns\n2\n", "rajapinnan Palvelu prospekti työtä"),
        ("a\n1\n", "rajapinnan Rajapinta tilaaja rajapintaa"),
        ("1\nq\n", "palvelun Rajapinta prospekti rajapintaa"),
        ("1\n", "palvelun Rajapinta prospekti rajapintaa"),
        ("3\n0\n-1\nk\n\n²\n S \n2\n", "rajapinnan Työ prospekti rajapintaa"),
        ("", "rajapinnan Rajapinta prospekti rajapintaa"),
    ],
    ids=["choose", "skip", "skip the rule", "quit", "end of input", "nonsense", "nothing"],
)
def test_answers(answers: str, words: str, many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third, fourth = words.split()
    _answer(monkeypatch, answers)
    _fix(many, "--interactive")
    expected = f"Avaamme {first}. {second}\non uusi, ja {third} odottaa {fourth}.\n\nKohderyhmä\n"
    assert many.read_text(encoding="utf-8") == expected


def test_a_skipped_rule_is_skipped_in_every_file(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later = many.with_name("z.md")
    later.write_text("Rajapinta ja prospekti.", encoding="utf-8")
    _answer(monkeypatch, "a\ns\n1\n")
    _fix(many, later, "--interactive")
    assert many.read_text(encoding="utf-8") == INTERACTIVE
    assert later.read_text(encoding="utf-8") == "Rajapinta ja tilaaja."


def test_an_interrupt_leaves_files_whole(
    many: Path, safe: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def lines() -> Iterator[str]:
        yield from ["1\n", "1\n", "1\n"]
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(readline=lines().__next__))
    assert _fix(safe, many, "--interactive") == INTERRUPTED
    assert safe.read_text(encoding="utf-8") == SAFE_FIXED
    assert many.read_text(encoding="utf-8") == INTERACTIVE
    assert sorted(path.name for path in many.parent.iterdir()) == ["many.md", "safe.md"]
    assert "korjattu" not in capsys.readouterr().out


def test_questions_over_a_pipe(many: Path) -> None:
    result = _process(many, "--rules", RULES, "--interactive", data=b"1\nq\n")
    assert "Avaamme palvelun. Rajapinta" in many.read_text(encoding="utf-8")
    assert result.returncode == FINDINGS
    assert result.stderr == b""


def test_a_terminal_shows_the_word_in_bold(
    unsafe: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    _answer(monkeypatch, "q\n")
    _fix(unsafe, "--interactive")
    assert "rajapinnan" in capsys.readouterr().out


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL")
def test_killing_the_program_leaves_whole_files(tmp_path: Path) -> None:
    filler = "Kissa istuu ikkunalla.\n" * 30_000
    contents = {SAFE + filler, SAFE_FIXED + filler}
    paths = [tmp_path / f"{n}.md" for n in range(4)]
    chance = random.Random(2)  # noqa: S311  # moments to kill at, no secrets
    command = [sys.executable, "-m", "termilint", "fix", "--rules", RULES, str(tmp_path)]
    for _ in range(6):
        for path in paths:
            path.write_text(SAFE + filler, encoding="utf-8")
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
            until = time.monotonic() + 60
            while time.monotonic() < until and _begins(paths[0], SAFE):
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.05))
            process.kill()
        assert _begins(paths[0], SAFE_FIXED)
        assert {path.read_text(encoding="utf-8") for path in paths} <= contents


def _begins(path: Path, text: str) -> bool:
    with path.open(encoding="utf-8", newline="") as stream:
        return stream.read(len(text)) == text


def _docx(path: Path, text: str) -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts = {
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{word}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
        "</w:body></w:document>",
        "muuta.bin": "\0\1",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_an_office_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.docx"
    _docx(path, "Etsimme prospekteja. Avaamme rajapinnan.")
    before = path.read_bytes()
    assert _fix(path, "--diff") == FINDINGS
    assert path.read_bytes() == before
    diff = "-Etsimme prospekteja. Avaamme rajapinnan.\n+Etsimme tilaajia. Avaamme rajapinnan.\n"
    assert capsys.readouterr().out.endswith(diff)
    assert _fix(path) == FINDINGS
    _answer(monkeypatch, "1\n")
    assert _fix(path, "--interactive") == OK
    assert "  nyt  Avaamme rajapinnan.\n  1    palvelun\n" in capsys.readouterr().out
    with zipfile.ZipFile(path) as archive:
        assert "<w:t>Etsimme tilaajia. Avaamme palvelun.</w:t>" in archive.read("word/document.xml").decode()
        assert archive.read("muuta.bin") == b"\0\1"


def test_configuration_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".termilint.yaml").write_text("exclude: [vanha/**]\n", encoding="utf-8")
    old = tmp_path / "vanha" / "teksti.md"
    old.parent.mkdir()
    old.write_text("Kuuntelemme asiakkaita.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["fix", "--unsafe-fixes", "--force-exclude", "--engine", "embedded", "vanha/teksti.md"]) == OK
    assert old.read_text(encoding="utf-8") == "Kuuntelemme asiakkaita.\n"
