import io
from pathlib import Path

import docx
import pytest

from termilint.cli._exit_codes import ERROR, FINDINGS, OK
from termilint.cli.main import run
from tests.office.documents import docx as word_file
from tests.office.documents import members, odf, prose
from tests.office.test_docx import p, r

BODY = p(r("Palvelemme ") + r("asiak") + r("kaita hyvin.")) + p(r("Kehitämme asiakaskokemusta."))


@pytest.fixture
def strategy(tmp_path: Path) -> Path:
    path = tmp_path / "strategia.docx"
    path.write_bytes(word_file(BODY))
    return path


def review(*arguments: str | Path) -> int:
    return run(["review", "--no-config", "--engine", "embedded", *map(str, arguments)])


def comments(path: Path) -> list[str]:
    return [comment.text for comment in docx.Document(io.BytesIO(path.read_bytes())).comments]


def test_copy_with_comments_beside_the_document(strategy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = strategy.read_bytes()
    assert review(strategy) == OK
    target = strategy.with_name("strategia-kommentoitu.docx")
    assert capsys.readouterr().out == f"{target}: 2 kommenttia\n"
    assert strategy.read_bytes() == before
    assert prose("x.docx", target.read_bytes()) == prose("x.docx", before)
    first, second = comments(target)
    message, suggestions, why = first.split("\n")
    assert "asiakkaita" in message
    assert suggestions.startswith("Ehdotuksia: ")
    assert suggestions.count(";") == 2
    assert why.startswith("Miksi: ")
    assert "asiakaskokemus" in second


def test_named_output_and_language(strategy: Path) -> None:
    target = strategy.with_name("toinen.docx")
    target.write_bytes(b"vanha")
    assert review("--lang", "en", strategy, "-o", target) == OK
    assert "Suggestions: " in comments(target)[0]


def test_the_document_itself_is_never_written(strategy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = strategy.read_bytes()
    link = strategy.with_name("linkki.docx")
    link.symlink_to(strategy)
    for target in (strategy, link):
        assert review(strategy, "-o", target) == ERROR
        assert "alkuperäisen päälle" in capsys.readouterr().err
    assert strategy.read_bytes() == before


def test_default_name_that_is_taken_is_not_overwritten(strategy: Path) -> None:
    target = strategy.with_name("strategia-kommentoitu.docx")
    target.write_bytes(b"vanha")
    assert review(strategy) == ERROR
    assert target.read_bytes() == b"vanha"


def test_output_of_another_type_is_refused(strategy: Path) -> None:
    assert review(strategy, "-o", strategy.with_suffix(".odt")) == ERROR


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("x.md", b"Palvelemme asiakkaita.", "only Office documents"),
        ("x.docx", b"roskaa", "not a .docx file"),
        ("x.docx", None, "no such file"),
    ],
)
def test_what_cannot_be_reviewed_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes | None, expected: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    assert review(path) == ERROR
    assert expected in capsys.readouterr().err
    assert len(list(tmp_path.iterdir())) == (data is not None)


def test_document_without_findings_is_copied(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(word_file(p(r("Palvelemme kuntalaisia."))))
    assert review(path) == OK
    assert "ei kommentoitavaa" in capsys.readouterr().out
    assert (tmp_path / "x-kommentoitu.docx").read_bytes() == path.read_bytes()


@pytest.mark.parametrize("options", [(), ("--track-changes",)])
def test_fix_writes_the_document(strategy: Path, options: tuple[str, ...]) -> None:
    command = ["fix", "--unsafe-fixes", "--engine", "embedded", *options, str(strategy)]
    assert run(command) == OK
    text = " ".join(prose("x.docx", strategy.read_bytes()))
    assert "asiak" not in text
    fixed = strategy.read_bytes()
    assert run(command) == OK
    assert strategy.read_bytes() == fixed
    assert (b"w:del" in members(fixed)["word/document.xml"]) == bool(options)


@pytest.mark.parametrize("options", [(), ("--interactive",)])
def test_what_bears_no_tracked_change_is_told_and_left(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n" * 9))
    described = "<draw:frame><draw:image/><svg:desc>Kuvassa on asiakas.</svg:desc></draw:frame>"
    header = "<style:header><text:p>Asiakkaan tiedot</text:p></style:header>"
    file = tmp_path / "strategia.odt"
    file.write_bytes(
        odf(
            f"<text:p>Palvelemme asiakkaita.{described}</text:p>",
            common=f"<office:master-styles>{header}</office:master-styles>",
        )
    )
    command = ["fix", "--lang", "fi", "--unsafe-fixes", "--engine", "embedded", "--track-changes"]
    assert run([*command, *options, str(file)]) == FINDINGS
    out = capsys.readouterr().out
    assert "1 kohta korjattu" in out
    assert "2 kohtaa jäi ennalleen, koska muutoksia ei voi näyttää niissä" in out
    assert "muotoiltava" not in out
    text = " ".join(prose(file.name, file.read_bytes()))
    assert [word for word in ("asiakkaita", "Kuvassa on asiakas", "Asiakkaan tiedot") if word in text] == [
        "Kuvassa on asiakas",
        "Asiakkaan tiedot",
    ]


def test_tracked_changes_need_an_office_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.md"
    path.write_text("Palvelemme asiakkaita.\n", encoding="utf-8")
    assert run(["fix", "--unsafe-fixes", "--engine", "embedded", "--track-changes", str(path)]) == ERROR
    assert "Vain Office-asiakirjoissa" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "Palvelemme asiakkaita.\n"
