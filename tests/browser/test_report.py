"""The report page in a real browser, where there is one: see report.mjs."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from benchmarks.house import build
from termilint.cli._exit_codes import ERROR
from termilint.cli.main import run
from tests.report.hostile import write_hostile

HERE = Path(__file__).parent
MODULES = Path(os.environ.get("NODE_MODULES", HERE / "node_modules"))
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")

pytestmark = [
    pytest.mark.skipif(not CHROMIUM, reason="chromium is not installed (apt install chromium)"),
    pytest.mark.skipif(
        not (MODULES / "playwright-core").is_dir() or not (MODULES / "axe-core").is_dir(),
        reason="playwright-core and axe-core are not installed (npm install in tests/browser)",
    ),
]


def _opened(page: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # the script beside this file
        [shutil.which("node") or "node", str(HERE / "report.mjs"), str(page)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"NODE_MODULES": str(MODULES), "CHROMIUM": CHROMIUM or ""},
    )


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_page_of_a_house(language: str, tmp_path: Path) -> None:
    build(tmp_path / "talo", 30)
    run(["report", str(tmp_path / "talo"), "-o", str(tmp_path / "r.html"), "--lang", language])
    done = _opened(tmp_path / "r.html")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_page_of_hostile_documents(tmp_path: Path) -> None:
    write_hostile(tmp_path / "talo")
    assert run(["report", str(tmp_path / "talo"), "-o", str(tmp_path / "r.html")]) == ERROR
    done = _opened(tmp_path / "r.html")
    assert (done.returncode, done.stderr) == (0, "")
