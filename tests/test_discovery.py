import time
from pathlib import Path
from typing import Any

import pytest

from termilint.discovery import Input, Selection, find_inputs, relative_name
from termilint.model.finding import Failure
from tests.repositories import git

SUFFIXES = (".md", ".txt")


def _names(*paths: Path | str) -> list[str]:
    found = find_inputs([str(path) for path in paths], SUFFIXES, stdin_name="in.md")
    return [each.name for each in found]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.md", "a/z.TXT", "a/a.md", "c.png", ".git/x.md", ".x.md", "node_modules/p/r.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Hei")
    return tmp_path


def test_folder_gives_its_texts_in_order(tree: Path) -> None:
    assert _names(tree) == [str(tree / name) for name in ("a/a.md", "a/z.TXT", "b.md")]


def test_file_that_is_named_is_taken_whatever_it_is(tree: Path) -> None:
    assert _names(tree / "c.png", tree / ".x.md") == [str(tree / "c.png"), str(tree / ".x.md")]


def test_each_file_comes_once(tree: Path) -> None:
    assert _names(tree / "b.md", tree, tree / "a") == [
        str(tree / name) for name in ("b.md", "a/a.md", "a/z.TXT")
    ]


def test_standard_input() -> None:
    (found,) = find_inputs(["-"], SUFFIXES, stdin_name="in.md")
    assert found == Input("in.md", None)


def test_links_to_folders_are_not_followed(tree: Path) -> None:
    (tree / "a" / "loop").symlink_to(tree)
    (tree / "linked.md").symlink_to(tree / "a" / "a.md")
    assert _names(tree) == [str(tree / name) for name in ("a/a.md", "a/z.TXT", "b.md")]


def test_link_that_is_named_is_followed(tree: Path) -> None:
    link = tree / "linkki"
    link.symlink_to(tree / "a")
    assert _names(link) == [str(link / "a.md"), str(link / "z.TXT")]


def test_folder_that_cannot_be_listed_is_a_failure(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: str) -> None:
        raise PermissionError(13, "Permission denied", folder)

    monkeypatch.setattr("os.scandir", refuse)
    (found,) = find_inputs([str(tree)], SUFFIXES, stdin_name="x")
    assert isinstance(found, Failure)
    assert found.reason == "permission"


def _found(*paths: Path | str, suffixes: tuple[str, ...] = SUFFIXES, **selection: Any) -> list[str]:
    found = find_inputs(map(str, paths), suffixes, stdin_name="in.md", selection=Selection(**selection))
    return [each.name for each in found]


def _write(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Hei", encoding="utf-8")
    return root


@pytest.fixture(params=["git", "no git"])
def repository(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with ignore files; with git, one file is tracked though it is ignored later."""
    root = _write(
        tmp_path / "r",
        *(
            "a.md",
            "ä.md",
            "b/c.md",
            "b/kesken.md",
            "b/ok/kesken.md",
            "ulos/x.md",
            "tmp/y.md",
            ".piilo/z.md",
            "p.png",
        ),
    )
    (root / ".gitignore").write_text("tmp/\n")
    (root / ".termilintignore").write_text("kesken.md\n/ulos/\n")
    (root / "b" / "ok").mkdir(exist_ok=True)
    (root / "b" / "ok" / ".termilintignore").write_text("!kesken.md\n")
    if request.param == "git":
        git(root, "init", "-q")
        git(root, "add", "a.md", "b")
    else:
        monkeypatch.setattr("termilint.git.output", lambda *_: None)
    monkeypatch.chdir(root)
    return root


def test_ignore_files(repository: Path) -> None:
    assert _found(".", root=str(repository)) == ["a.md", "b/c.md", "b/ok/kesken.md", "ä.md"]
    assert _found("b", root=str(repository)) == ["b/c.md", "b/ok/kesken.md"]
    assert _found(str(repository / "b"), root=str(repository))[0] == str(repository / "b" / "c.md")
    assert _found("ulos", "b/kesken.md", root=str(repository)) == ["b/kesken.md"]


def test_an_ignored_folder_that_is_named_gives_its_files(repository: Path) -> None:
    assert _found("tmp", root=str(repository)) == ["tmp/y.md"]


def test_include_and_exclude(repository: Path) -> None:
    root = str(repository)
    assert _found(".", root=root, exclude=("b/", "ä*")) == ["a.md"]
    assert _found(".", root=root, include=("b/**", "!b/ok/**")) == ["b/c.md"]
    _write(repository, "LUEMINUT")
    assert _found(".", root=root, include=("LUEMINUT", "p.png")) == ["LUEMINUT"]


def test_force_exclude_holds_for_named_files(repository: Path) -> None:
    named = ("a.md", "b/kesken.md", "b/ok/kesken.md", "b/c.md", "/toisaalla/x.md", "-")
    selection: dict[str, Any] = {"root": str(repository), "exclude": ("c.md",)}
    assert _found(*named, **selection) == [*named[:-1], "in.md"]
    forced = _found(*named, **selection, force_exclude=True)
    assert forced == ["a.md", "b/ok/kesken.md", "/toisaalla/x.md", "in.md"]


def test_both_spellings_of_a_name(tmp_path: Path) -> None:
    root = _write(tmp_path, "a\u0308.md", "o\u0308/x.md")
    assert _found(str(root), root=str(root), exclude=("ä.md",)) == [str(root / "o\u0308" / "x.md")]
    assert relative_name(str(root / "o\u0308" / "x.md"), str(root)) == "ö/x.md"


def test_tracked_files_that_are_gone_and_conflicts(tmp_path: Path) -> None:
    root = _write(tmp_path, "a.md", "b.md", "sub/c.md")
    git(root, "init", "-q")
    git(root, "add", ".")
    (root / "a.md").unlink()
    (root / "loop").symlink_to(root)
    (root / "link.md").symlink_to(root / "b.md")
    (root / "dead.md").symlink_to(root / "none.md")
    assert _found(str(root), root=str(root)) == [str(root / "b.md"), str(root / "sub" / "c.md")]


def test_git_is_not_asked_to_run_a_program_of_the_repository(tmp_path: Path) -> None:
    root = _write(tmp_path, "a.md")
    git(root, "init", "-q")
    (root / "spy").write_text(f"#!/bin/sh\ntouch {root}/seen\n")
    (root / "spy").chmod(0o755)
    git(root, "config", "core.fsmonitor", str(root / "spy"))
    assert _found(str(root), root=str(root)) == [str(root / "a.md")]
    assert not (root / "seen").exists()


def test_relative_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "a")
    monkeypatch.chdir(tmp_path)
    assert relative_name("x.md", str(tmp_path)) == "x.md"
    assert relative_name("a/../x.md", str(tmp_path)) == "x.md"
    assert relative_name(str(tmp_path / "link" / "x.md"), str(tmp_path / "a")) == "x.md"
    assert relative_name(".", str(tmp_path)) == ""
    assert relative_name("../x.md", str(tmp_path)) is None
    assert relative_name("x.md", str(tmp_path / "a")) is None


def test_many_files_are_found_fast(tmp_path: Path) -> None:
    root = _write(tmp_path, *(f"k{n % 20}/sivu-{n}.md" for n in range(2_000)))
    git(root, "init", "-q")
    start = time.process_time()
    assert len(_found(str(root), root=str(root), exclude=("*.tmp", "vendor/"))) == 2_000
    # Measured under 0.05 s; the limit leaves room for slow machines.
    assert time.process_time() - start < 0.5
