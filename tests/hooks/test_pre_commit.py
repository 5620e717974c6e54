"""The hooks as a team gets them: installed by pre-commit and prek, on a machine without libvoikko."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from termilint.readers import readers_by_suffix

ROOT = Path(__file__).parents[2]
FINDING = "Asiakas on meille tärkeä.\n"
CLEAN = "Lainaaja palauttaa kirjan kirjastoon.\n"
DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>"""
RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Target="word/document.xml"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"""
TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""

pytestmark = pytest.mark.slow


class Team(NamedTuple):
    """A repository whose commits go through hooks."""

    folder: Path
    environment: dict[str, str]

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return _run(command, self.folder, self.environment)

    def commit(self, *names: str) -> subprocess.CompletedProcess[str]:
        self.run("git", "add", *names)
        return self.run("git", "commit", "-m", "Texts")

    @property
    def commits(self) -> int:
        return len(self.run("git", "log", "--format=%h").stdout.split())


def _run(
    command: tuple[str, ...], folder: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # our own words
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=600
    )


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a machine with an index of packages, but without libvoikko."""
    folder = tmp_path_factory.mktemp("machine")
    download = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", ".", "pyromark")
    if _run(download, folder, dict(os.environ)).returncode:
        pytest.skip("no package index answers, so no hook can be installed")
    hidden = folder / "hidden"
    hidden.mkdir()
    # The loader finds this empty file first and cannot use it.
    (hidden / "libvoikko.so.1").touch()
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))}
    return inherited | {
        "LD_LIBRARY_PATH": str(hidden),
        "PRE_COMMIT_HOME": str(folder / "pre-commit"),
        "PREK_HOME": str(folder / "prek"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "Aino",
        "GIT_AUTHOR_EMAIL": "aino@example.org",
        "GIT_COMMITTER_NAME": "Aino",
        "GIT_COMMITTER_EMAIL": "aino@example.org",
    }


@pytest.fixture(scope="session")
def hooks(machine: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """``repo`` and ``rev`` lines for this repository as it is now, committed elsewhere."""
    copy = tmp_path_factory.mktemp("termilint")
    listed = _run(("git", "ls-files", "-coz", "--exclude-standard"), ROOT, machine).stdout
    if not listed:
        pytest.skip("this is no git checkout, so it cannot be installed as one")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "Now")):
        assert _run(("git", *command), copy, machine).returncode == 0
    revision = _run(("git", "rev-parse", "HEAD"), copy, machine).stdout.strip()
    return f"repo: {copy}\n    rev: {revision}"


@pytest.fixture(params=["pre-commit", "prek"])
def tool(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    found = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.fixture
def team(tool: str, machine: dict[str, str], hooks: str, tmp_path: Path) -> Team:
    """A fresh repository; its hooks write where the first text of a test asks for it."""
    made = Team(tmp_path, machine)
    made.run("git", "init", "-q")
    _configure(made, hooks, "termilint", "termilint-office")
    assert made.run(tool, "install").returncode == 0
    return made


def _configure(team: Team, hooks: str, *ids: str, arguments: str = "[]") -> None:
    listed = "".join(f"      - id: {name}\n        args: {arguments}\n" for name in ids)
    text = f"repos:\n  - {hooks}\n    hooks:\n{listed}"
    (team.folder / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")
    team.run("git", "add", ".pre-commit-config.yaml")


def _write_docx(path: Path, text: str) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", RELATIONS)
        package.writestr("word/document.xml", DOCUMENT.format(text))


def test_findings_block_the_commit(team: Team) -> None:
    text = team.folder / "työ 1.md"
    text.write_text(FINDING, encoding="utf-8")
    blocked = team.commit(text.name)
    assert blocked.returncode == 1, blocked.stdout + blocked.stderr
    assert "työ 1.md:1:1 varoitus bare-asiakas" in blocked.stdout + blocked.stderr
    assert team.commits == 0
    text.write_text(CLEAN, encoding="utf-8")
    passed = team.commit(text.name)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert team.commits == 1


def test_findings_in_a_document_block_the_commit(team: Team) -> None:
    if ".docx" not in readers_by_suffix():
        pytest.skip("this version reads no .docx files")
    document = team.folder / "strategia.DOCX"
    _write_docx(document, FINDING.strip())
    blocked = team.commit(document.name)
    assert blocked.returncode == 1, blocked.stdout + blocked.stderr
    assert "bare-asiakas" in blocked.stdout + blocked.stderr
    _write_docx(document, CLEAN.strip())
    passed = team.commit(document.name)
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_fix_hook_repairs(team: Team, hooks: str) -> None:
    _configure(team, hooks, "termilint-fix", arguments="[--unsafe-fixes]")
    text = team.folder / "teksti.md"
    text.write_bytes("Tärkeintä on asiakaskokemus.\r\n".encode())
    blocked = team.commit(text.name)
    assert blocked.returncode == 1, blocked.stdout + blocked.stderr
    fixed = text.read_bytes().decode()
    assert fixed.startswith("Tärkeintä on ")
    assert fixed.endswith("kokemus.\r\n")
    assert "asiakas" not in fixed
    passed = team.commit(text.name)
    assert passed.returncode == 0, passed.stdout + passed.stderr
