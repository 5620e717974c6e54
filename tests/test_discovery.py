from pathlib import Path

import pytest

from termilint.discovery import Input, find_inputs
from termilint.model.finding import Failure

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
