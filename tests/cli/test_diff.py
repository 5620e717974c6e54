"""Diffs that ``git apply`` and ``patch`` turn into exactly the new bytes."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termilint.cli._diff import diff_of
from termilint.model.source import Source

if TYPE_CHECKING:
    from pathlib import Path

PROGRAMS = [
    pytest.param(
        command, id=command[0], marks=pytest.mark.skipif(not shutil.which(command[0]), reason="absent")
    )
    for command in (["git", "apply", "-"], ["patch", "-p1", "--binary", "--silent"])
]


def test_no_changes_no_diff() -> None:
    assert diff_of(Source("a.md", "x\n"), "x\n") == b""


def test_a_diff_in_full() -> None:
    before = "".join(f"{n}\n" for n in range(20)) + "loppu"
    after = before.replace("3\n", "kolme\n", 1).replace("loppu", "alku")
    assert diff_of(Source("a.md", before), after).decode().split("\n") == [
        *("--- a/a.md", "+++ b/a.md"),
        *("@@ -1,7 +1,7 @@", " 0", " 1", " 2", "-3", "+kolme", " 4", " 5", " 6"),
        *("@@ -18,4 +18,4 @@", " 17", " 18", " 19"),
        *("-loppu", "\\ No newline at end of file", "+alku", "\\ No newline at end of file", ""),
    ]


def test_more_or_fewer_lines() -> None:
    assert diff_of(Source("a", "a\nb\n"), "a\nb\nc\n").endswith(b"@@ -1,2 +1,3 @@\n a\n b\n+c\n")
    assert diff_of(Source("a", "a\n"), "").endswith(b"@@ -1,1 +0,0 @@\n-a\n")


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("/tmp/x/ä.md", "--- a/tmp/x/ä.md"),  # noqa: S108
        ("oma työ.md", "--- a/oma työ.md\t"),
        ('a"b\n.md', '--- "a/a\\042b\\012.md"'),
    ],
)
def test_names(name: str, header: str) -> None:
    assert diff_of(Source(name, "a"), "b").decode().split("\n")[0] == header


def test_utf_16_is_shown_as_utf_8() -> None:
    assert "\n-ä\n".encode() in diff_of(Source.from_bytes("a", "\ufeffä\n".encode("utf-16-le")), "ö\n")


SOURCES = [
    Source("a.md", "yksi\r\nasiakas\r\nkolme\r\n"),
    Source("a.md", "yksi\nasiakas\r\nkolme\rneljä asiakas"),
    Source("a.md", "asiakas\n\n\nloppu 😀 \n", "utf-8", b"\xef\xbb\xbf"),
    Source("a.md", "ääkkönen\nasiakas ö\n" * 9, "cp1252"),
    Source("alikansio/oma työ.md", "asiakas"),
    Source("a.md", "a\u2028asiakas\x0c\x1casiakas\x85\n--- a\n+++ b\nasiakas\n"),
]


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("command", PROGRAMS)
def test_programs_apply_it(command: list[str], source: Source, tmp_path: Path) -> None:
    assert _applied(command, source, source.text.replace("asiakas", "ihminen"), tmp_path)


LINES = st.lists(st.sampled_from(["asiakas", "x", "", "työ\r", "-", "\\", "+ asiakas"]), max_size=30)


@pytest.mark.skipif(not shutil.which("git"), reason="git is absent")
@given(lines=LINES, last=st.sampled_from(["", "\n"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_git_applies_any(lines: list[str], last: str, tmp_path: Path) -> None:
    text = "\n".join(lines) + last
    assert _applied(["git", "apply", "-"], Source("a.md", text), text.replace("asiakas", "me"), tmp_path)


def _applied(command: list[str], source: Source, text: str, folder: Path) -> bool:
    """True if a program makes the bytes of ``text`` from those of ``source``."""
    path = folder / source.name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(source.to_bytes(source.text))
    diff = diff_of(source, text)
    if diff:
        subprocess.run(command, input=diff, cwd=folder, check=True, capture_output=True)  # noqa: S603
    return path.read_bytes() == source.to_bytes(text)
