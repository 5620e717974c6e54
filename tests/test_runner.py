import io
import os
import signal
import sys
from pathlib import Path

import pytest

from termilint import runner
from termilint.discovery import Input
from termilint.filters import AtLeast
from termilint.model.document import Document
from termilint.model.finding import Finding, Severity
from termilint.model.span import TextSpan
from termilint.runner import Plan, examine, inputs, run, suitable_jobs
from termilint.workers import WorkerError

WORD = "kissa"


class Checker:
    """Reports every WORD."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def has_trigger(self, text: str) -> bool:
        return WORD in text

    def check(self, document: Document) -> tuple[Finding, ...]:
        self.read.append(document.source.name)
        return tuple(
            Finding("x", Severity.WARNING, "m", "w", block.to_source(TextSpan(at, at + 5)), WORD, "s")
            for block in document.blocks
            if (at := block.text.find(WORD)) >= 0
        )


def test_findings_and_failures_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Se on **kissa**.")
    (tmp_path / "b.png").write_bytes(b"\0\1")
    (tmp_path / "c.txt").write_bytes(b"\0\1")
    (tmp_path / "d.txt").write_text("Se on koira.")
    paths = [str(tmp_path / name) for name in ("a.md", "b.png", "c.txt", "puuttuu.md", "d.txt")]
    checker = Checker()
    report = run(paths, checker)
    assert [checked.source.name for checked in report.checked] == [paths[0], paths[4]]
    assert [failure.reason for failure in report.failures] == ["unknown-format", "binary", "missing"]
    assert report.findings[0].span.slice("Se on **kissa**.") == WORD
    assert checker.read == [paths[0]]


def test_standard_input_by_its_name() -> None:
    report = run(["-"], Checker(), stdin_name="x.md", stdin=io.BytesIO(b"`kissa` ja kissa"))
    assert [finding.span.start for finding in report.findings] == [11]


def test_standard_input_of_unknown_type_is_a_failure() -> None:
    report = run(["-"], Checker(), stdin_name="x.png", stdin=io.BytesIO(b"kissa"))
    assert [failure.reason for failure in report.failures] == ["unknown-format"]


def test_file_without_suffix_is_plain_text(tmp_path: Path) -> None:
    (tmp_path / "LUEMINUT").write_text("`kissa`")
    assert run([str(tmp_path / "LUEMINUT")], Checker()).findings


def test_too_large_file_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "MAX_BYTES", 10)
    (tmp_path / "a.md").write_text("x" * 11)
    (tmp_path / "b.md").write_text("x" * 10)
    report = run([str(tmp_path)], Checker())
    assert [failure.reason for failure in report.failures] == ["too-large"]
    assert len(report.checked) == 1


def test_file_that_cannot_be_opened_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("kissa")

    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path), mode)

    monkeypatch.setattr(Path, "open", refuse)
    assert [f.reason for f in run([str(tmp_path / "a.md")], Checker()).failures] == ["permission"]


def test_error_of_the_program_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.md").write_text("kissa")

    def fail(_: Checker, document: Document) -> tuple[Finding, ...]:
        raise KeyError(len(document.blocks))

    monkeypatch.setattr(Checker, "check", fail)
    with pytest.raises(KeyError) as caught:
        run([str(tmp_path)], Checker())
    assert any(str(tmp_path / "a.md") in note for note in caught.value.__notes__)


def test_empty_folder_gives_an_empty_report(tmp_path: Path) -> None:
    report = run([str(tmp_path)], Checker())
    assert (report.checked, report.failures) == ((), ())


def _files(folder: Path, number: int) -> list[str]:
    for at in range(number):
        (folder / f"{at:03}.md").write_text("Se on kissa." if at % 3 == 0 else "Se on koira.")
    return [str(folder)]


class Dying(Checker):
    def check(self, document: Document) -> tuple[Finding, ...]:
        if "030" in document.source.name:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().check(document)


class Failing(Checker):
    def check(self, document: Document) -> tuple[Finding, ...]:
        raise KeyError(document.source.name)


def test_several_processes_give_the_same(tmp_path: Path) -> None:
    found = inputs(_files(tmp_path, 70))
    done: list[int] = []
    plan = Plan(Checker(), counts=True)
    one = examine(found, plan, jobs=1)
    two = examine(found, plan, jobs=2, progress=done.append)
    assert two == one
    assert done == list(range(1, 71))
    assert len(one.report.findings) == 24
    assert one.counts[found[0].name] == {("x", ""): 1}


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
def test_a_process_that_dies_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(WorkerError, match="--jobs 1"):
        examine(inputs(_files(tmp_path, 70)), Plan(Dying()), jobs=2)


def test_an_error_in_a_process_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError) as caught:
        examine(inputs(_files(tmp_path, 70)), Plan(Failing()), jobs=2)
    assert "while termilint checked" in caught.value.__notes__[0]


def test_texts_without_findings_are_dropped_on_demand(tmp_path: Path) -> None:
    found = inputs(_files(tmp_path, 3))
    kept = examine(found, Plan(Checker())).report.checked
    dropped = examine(found, Plan(Checker(), keeps_texts=False)).report.checked
    assert [one.source.text for one in kept] == ["Se on kissa.", "Se on koira.", "Se on koira."]
    assert [one.source.text for one in dropped] == ["Se on kissa.", "", ""]
    assert [one.source.name for one in dropped] == [one.source.name for one in kept]


def test_filters_come_after_the_count(tmp_path: Path) -> None:
    plan = Plan(Checker(), filters=(AtLeast(Severity.ERROR),), counts=True, keeps_texts=False)
    outcome = examine(inputs(_files(tmp_path, 1)), plan)
    assert outcome.report.findings == ()
    assert outcome.report.checked[0].source.text == ""
    assert sum(counts.total() for counts in outcome.counts.values()) == 1


def test_jobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "_processors", lambda: 4)
    file = Input("a.md", tmp_path / "a.md")
    assert suitable_jobs([]) == 1
    assert suitable_jobs([file] * 799) == 1
    assert suitable_jobs([file] * 800) == 2
    assert suitable_jobs([file] * 9_000) == 4
    assert suitable_jobs([file], 3) == 3
    assert suitable_jobs([file, Input("<stdin>", None)], 3) == 1
    (tmp_path / "a.md").write_bytes(b"x" * 8_000_000)
    assert suitable_jobs([file]) == 2
