"""The files of a git revision, read as they were."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from termilint import git as git_command
from termilint.discovery import Selection
from termilint.errors import ReadError, TermilintError
from termilint.model.finding import Failure
from termilint.revisions import Blob, BlobReader, find_blobs, revision
from tests.repositories import git

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two commits: *first* and *second*; in the second a file is changed, one is gone and one is new."""
    root = tmp_path / "repo"
    (root / "docs" / ".piilo").mkdir(parents=True)
    (root / "docs" / "a.md").write_text("eka", encoding="utf-8")
    (root / "docs" / "äiti.txt").write_text("eka", encoding="utf-8")
    (root / "docs" / ".piilo" / "b.md").write_text("eka")
    (root / "docs" / "kuva.png").write_text("eka")
    (root / "c.md").write_text("eka")
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "x")
    git(root, "tag", "first")
    (root / "docs" / "a.md").write_text("toka")
    (root / "docs" / "äiti.txt").unlink()
    (root / "docs" / "uusi.md").write_text("toka")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "y")
    git(root, "tag", "second")
    return root


def _found(
    root: Path, name: str, *paths: Path, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()
) -> dict[str, bytes]:
    at = revision(name, str(root))
    selection = Selection(str(root), include, exclude)
    blobs = find_blobs(at, [str(path) for path in paths], (".md", ".txt"), selection=selection)
    with closing(BlobReader(at.top)) as reader:
        read = [(blob, reader.read(blob)) for blob in blobs if isinstance(blob, Blob)]
    assert all(blob.size == len(data) for blob, data in read)
    return {blob.name.removeprefix(f"{root}{os.sep}").replace(os.sep, "/"): data for blob, data in read}


def test_each_revision_has_its_own_files(repository: Path) -> None:
    first = {"c.md": b"eka", "docs/a.md": b"eka", "docs/äiti.txt": b"eka"}
    assert _found(repository, "first", repository) == first
    second = {"c.md": b"eka", "docs/a.md": b"toka", "docs/uusi.md": b"toka"}
    assert _found(repository, "second", repository) == second


def test_files_and_folders_that_are_named(repository: Path) -> None:
    assert _found(repository, "first", repository / "docs" / "äiti.txt") == {"docs/äiti.txt": b"eka"}
    assert _found(repository, "second", repository / "docs" / "äiti.txt") == {}
    both = _found(repository, "second", repository / "docs", repository / "docs" / "a.md")
    assert list(both) == ["docs/a.md", "docs/uusi.md"]


def test_configuration_and_ignore_files_choose(repository: Path) -> None:
    assert list(_found(repository, "first", repository, exclude=("docs/",))) == ["c.md"]
    assert list(_found(repository, "first", repository, include=("*.txt",))) == ["docs/äiti.txt"]
    (repository / ".termilintignore").write_text("a.md\n")
    assert list(_found(repository, "first", repository)) == ["c.md", "docs/äiti.txt"]


def test_names_are_no_patterns(repository: Path) -> None:
    assert _found(repository, "first", repository / "docs" / "*") == {}


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_left_out(repository: Path) -> None:
    (repository / "linkki.md").symlink_to("/etc/passwd")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "z")
    assert "linkki.md" not in _found(repository, "HEAD", repository)


def test_a_path_outside_is_a_failure(repository: Path, tmp_path: Path) -> None:
    at = revision("first", str(repository))
    (failure,) = find_blobs(at, [str(tmp_path)], (".md",), selection=Selection())
    assert isinstance(failure, Failure)
    assert failure.reason == "outside-repository"


@pytest.mark.parametrize("name", ["ei-ole", "--output=x", "first:c.md", "", "@{-1}"])
def test_names_that_are_no_revision(repository: Path, name: str) -> None:
    with pytest.raises(TermilintError, match="no revision"):
        revision(name, str(repository))
    assert not (repository / "x").exists()


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(TermilintError, match="git repository"):
        revision("HEAD", str(tmp_path))


def test_an_object_that_is_gone_is_a_failure(repository: Path) -> None:
    with closing(BlobReader(str(repository))) as reader, pytest.raises(ReadError):
        reader.read(Blob("a.md", "0" * 40, 1))


@pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for a Unix shell")
def test_nothing_of_the_repository_runs_and_nothing_changes(repository: Path, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    script = tmp_path / "evil.sh"
    script.write_text(f"#!/bin/sh\necho >> {ran}\ncat\n")
    script.chmod(0o755)
    (repository / ".gitattributes").write_text("*.md filter=evil diff=evil\n")
    for key in (
        "filter.evil.smudge",
        "filter.evil.clean",
        "diff.evil.textconv",
        "core.fsmonitor",
        "core.pager",
    ):
        git(repository, "config", key, str(script))
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        path = repository / ".git" / "hooks" / hook
        path.parent.mkdir(exist_ok=True)
        path.write_text(script.read_text())
        path.chmod(0o755)
    ran.unlink(missing_ok=True)
    before = {path: path.stat().st_mtime_ns for path in repository.rglob("*")}
    assert _found(repository, "first", repository)["docs/a.md"] == b"eka"
    assert not ran.exists()
    assert {path: path.stat().st_mtime_ns for path in repository.rglob("*")} == before


def test_git_that_is_missing(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(git_command, "started", fail)
    with pytest.raises(ReadError):
        BlobReader(str(repository)).read(Blob("a.md", "0" * 40, 1))
