"""Patterns mean what they mean to git."""

import random
import shutil
from pathlib import Path

import pytest

from termilint.discovery import Ignores
from termilint.globs import GlobError, Globs
from tests.repositories import git

FILES = """a a.md ab/a ab/b.md b/a/a b/a/ä.md b/ab/a.md doc/a doc/doc/b.md [x]/a a b/[x] !a #a x/y/z/a.md
doc/ab x/doc/a x/y/b""".split()
NAMES = [*FILES, "a b c", "x/a b.md"]
ATOMS = """a b ab * ** *.md a* ? [ab] [!a] [^b]* doc ä.md ä* \\!a \\#a [[]x] *** [a-b] []x] [[:alpha:]] x
a\\* *b*""".split()


@pytest.mark.parametrize(
    ("patterns", "path", "covered"),
    [
        (["*.md"], "x/a.md", True),
        (["/a.md"], "x/a.md", False),
        (["x/*.md"], "y/x/a.md", False),
        (["**/x/*.md"], "y/x/a.md", True),
        (["x/**"], "x/y/a.md", True),
        (["x/**/a.md"], "x/a.md", True),
        (["x/"], "x", False),
        (["x/"], "y/x/a.md", True),
        (["*.md", "!a.md"], "x/a.md", False),
        (["x/", "!x/a.md"], "x/a.md", False),
        (["x/", "!x/y/", "x/y/z/"], "x/y/a.md", False),
        (["x/", "!x/y/", "x/y/z/"], "x/y/z/a.md", True),
        (["ä.md"], "a\u0308.md", True),
        (["a\u0308.md"], "ä.md", True),
        (["A.md"], "a.md", False),
        ([], "a", False),
    ],
)
def test_covers(patterns: list[str], path: str, covered: bool) -> None:
    assert Globs.of(patterns).covers(path) is covered


@pytest.mark.parametrize("pattern", ["[", "a[b", "\\", "[z-a]"])
def test_patterns_that_match_nothing_are_errors(pattern: str) -> None:
    with pytest.raises(GlobError):
        Globs.of([pattern])
    assert not Globs.of_lines(f"# comment\n\n{pattern}\n")


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
@pytest.mark.parametrize("seed", range(3))
def test_as_git(seed: int, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    for name in NAMES:
        path = tmp_path / name
        if not any(parent.is_file() for parent in path.parents):
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.is_dir():
                path.touch()
    names = {
        p.relative_to(tmp_path).as_posix()
        for p in tmp_path.rglob("*")
        if p.is_file() and ".git" not in p.parts
    }
    chance = random.Random(seed)  # noqa: S311  # variety, no secrets
    for _ in range(25):
        text = "".join(f"{pattern(chance)}\n" for _ in range(chance.randrange(1, 5)))
        (tmp_path / ".gitignore").write_text(text, encoding="utf-8")
        listed = git(tmp_path, "ls-files", "-o", "--exclude-standard", "-z").decode()
        ignores = Ignores(str(tmp_path))
        ignores.read("", {".gitignore"}, with_git=True)
        assert {n for n in names if not ignores.covers(n)} == set(listed.split("\0")) - {"", ".gitignore"}, (
            text
        )


def pattern(chance: random.Random) -> str:
    parts = [chance.choice(ATOMS) for _ in range(chance.choice([1, 1, 2, 3]))]
    text = "/".join(parts)
    text = text if chance.random() < 0.75 else f"/{text}"
    text = text if chance.random() < 0.75 else f"{text}/"
    return text if chance.random() < 0.75 else f"!{text}"
