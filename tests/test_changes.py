from pathlib import Path

import pytest

from termilint.changes import Changes, _parsed, changes_since
from termilint.errors import TermilintError
from tests.repositories import git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "ä b.md").write_text("yksi\nkaksi\nkolme\nneljä\n", encoding="utf-8")
    (tmp_path / "pois.md").write_text("a\nb\n")
    (tmp_path / "sama.md").write_text("a\n")
    (tmp_path / 'lainaus"\t.md').write_text("a\n")
    (tmp_path / "kuva.docx").write_bytes(b"\0\1")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "x")
    return tmp_path


def test_changed_lines(repository: Path) -> None:
    (repository / "ä b.md").write_text(
        "yksi\nKAKSI\nkolme\nneljä\nviisi\n@@ -1 +9 @@\n--- x\n", encoding="utf-8"
    )
    (repository / "pois.md").write_text("a\n")
    (repository / 'lainaus"\t.md').write_text("b\n")
    (repository / "kuva.docx").write_bytes(b"\0\2")
    (repository / "uusi ö.md").write_text("a\n")
    changes, root = changes_since("HEAD", str(repository))
    assert root == str(repository.resolve())
    assert changes == {
        "ä b.md": Changes(((2, 2), (5, 7))),
        "pois.md": Changes(),
        'lainaus"\t.md': Changes(((1, 1),)),
        "kuva.docx": Changes(whole=True),
        "uusi ö.md": Changes(whole=True),
    }


def test_settings_of_the_user_do_not_matter(repository: Path) -> None:
    for name, value in {
        "diff.noprefix": "true",
        "diff.mnemonicPrefix": "true",
        "color.ui": "always",
        "diff.external": "false",
        "core.quotepath": "on",
    }.items():
        git(repository, "config", name, value)
    (repository / "ä b.md").write_text("a\n", encoding="utf-8")
    assert changes_since("HEAD", str(repository))[0] == {"ä b.md": Changes(((1, 1),))}


def test_later_work_of_others_does_not_count(repository: Path) -> None:
    git(repository, "checkout", "-qb", "oma")
    git(repository, "checkout", "-q", "main")
    (repository / "sama.md").write_text("muiden\n")
    git(repository, "commit", "-qam", "muiden")
    git(repository, "checkout", "-q", "oma")
    (repository / "pois.md").write_text("a\nB\n")
    git(repository, "commit", "-qam", "oma")
    assert changes_since("main", str(repository))[0] == {"pois.md": Changes(((2, 2),))}


@pytest.mark.parametrize("revision", ["nope", "--output=x", "-p"])
def test_no_such_revision(revision: str, repository: Path) -> None:
    with pytest.raises(TermilintError, match="there is no revision"):
        changes_since(revision, str(repository))


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(TermilintError, match="in a git repository only"):
        changes_since("HEAD", str(tmp_path))


def test_lines_that_look_like_headers() -> None:
    diff = (
        b"diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n--- b/x\n-+++ b/x\n+++ b/y\n+@@ -1 +1 @@\n"
        b"\\ No newline at end of file\n@@ -9 +9,0 @@\n-x\n"
    )
    assert {name: change for name, change in _parsed(diff) if name} == {"a": Changes(((1, 2),))}


def test_before_the_first_commit_all_is_new(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "a.md").write_text("yksi\nkaksi\n", encoding="utf-8")
    git(tmp_path, "add", "a.md")
    (tmp_path / "b.md").write_text("kolme\n", encoding="utf-8")
    changes, _ = changes_since("HEAD", str(tmp_path))
    assert changes == {"a.md": Changes(((1, 2),)), "b.md": Changes(whole=True)}
