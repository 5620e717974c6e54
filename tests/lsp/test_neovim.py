"""A real Neovim, without a screen, with the server as docs/editors.md sets it up."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lsp.editor import PATIENCE, command

SCRIPT = Path(__file__).parent / "neovim.lua"
OLDEST = (0, 11)
"""The first version that sets up language servers by itself."""


def neovim() -> str:
    """The program; the test is skipped where there is none, or only an old one."""
    beside = str(Path(sys.executable).parent)
    found = shutil.which("nvim", path=beside) or shutil.which("nvim")
    if found is None:
        pytest.skip("Neovim is not installed")
    told = subprocess.run([found, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603  # found above
    version = re.search(r"v(\d+)\.(\d+)", told)
    assert version
    if (int(version[1]), int(version[2])) < OLDEST:
        pytest.skip(f"Neovim is older than {OLDEST}: {version[0]}")
    return found


def test_neovim_shows_findings_and_applies_a_quick_fix(tmp_path: Path) -> None:
    text, answer = tmp_path / "a.md", tmp_path / "answer.json"
    text.write_text("# Otsikko 😀\n\nÄlä huoli 😀: asiakkaat odottavat.\n", encoding="utf-8")
    (tmp_path / ".termilint.yaml").write_text("audiences: [kuntalainen]\n", encoding="utf-8")
    environment = {
        **os.environ,
        "PROGRAM": command(),
        "TEXT": str(text),
        "ANSWER": str(answer),
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
        "XDG_STATE_HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path),
    }
    done = subprocess.run(  # noqa: S603  # our own script in the editor that was found
        [neovim(), "--headless", "--clean", "-S", str(SCRIPT)],
        env=environment,
        capture_output=True,
        timeout=3 * PATIENCE,
        check=False,
    )
    assert answer.exists(), done.stderr.decode()
    said = json.loads(answer.read_text(encoding="utf-8"))
    assert said["told"] == [{"code": "bare-asiakas", "text": "asiakkaat", "source": "termilint"}]
    assert (said["found"], said["applied"], said["stopped"]) == (True, True, True)
    assert text.read_text(encoding="utf-8") == "# Otsikko 😀\n\nÄlä huoli 😀: kuntalaiset odottavat.\n"
