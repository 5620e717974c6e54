"""The files of a git revision, read without touching the working tree or running anything from it."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from termilint import git
from termilint.discovery import Selection, absolute, chosen_files
from termilint.errors import ReadError, TermilintError
from termilint.model.finding import Failure

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterable, Iterator

_ORDINARY = (b"100644", b"100755")
"""Modes of files; links and submodules have others."""


class Blob(NamedTuple):
    """A file of a revision: its name as if it were in the working tree, its object and its bytes' number."""

    name: str
    object_id: str
    size: int


class Revision(NamedTuple):
    """A commit of the repository whose top folder is ``top``; ``name`` is what a user calls it."""

    name: str
    commit: str
    top: str


def revision(name: str, folder: str) -> Revision:
    """The commit that ``name`` means in the repository of ``folder``.

    Raises :class:`TermilintError` without a repository or such a revision.
    """
    top = git.output(folder, "rev-parse", "--show-toplevel")
    if top is None:
        raise TermilintError("revisions are known in a git repository only.", where=absolute(folder))
    root = os.fsdecode(top.removesuffix(b"\n"))
    return Revision(name, commit_of(name, root), root)


def commit_of(name: str, root: str) -> str:
    """The id of the commit that ``name`` means. Raises :class:`TermilintError` if there is none."""
    commit = git.output(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if commit is None:
        raise TermilintError(
            f"there is no revision {name!r}.",
            where=root,
            hint="In CI, fetch it first: a shallow clone has the last commit only.",
        )
    return commit.decode("ascii").strip()


def find_blobs(
    at: Revision,
    paths: Iterable[str],
    suffixes: Iterable[str],
    *,
    selection: Selection,
    wants: Callable[[str], bool] | None = None,
) -> Iterator[Blob | Failure]:
    """The files that ``paths`` named at a revision, each once, by the rules for the working tree.

    A path that the revision lacks gives nothing: it may be newer. One outside the repository gives a
    failure.
    """
    choose = partial(chosen_files, suffixes=tuple(suffixes), selection=selection, wants=wants)
    seen: set[str] = set()
    for path in paths:
        inside = _inside(path, at.top)
        if inside is None:
            yield Failure(path, "it is not in the repository.", "outside-repository")
            continue
        for blob in _below(at, path, inside, choose):
            if blob.name not in seen:
                seen.add(blob.name)
                yield blob


def _inside(path: str, top: str) -> str | None:
    """The path from the repository's top on, as git names it; None if it is outside."""
    real = os.path.realpath(path)
    if real == os.path.realpath(top):
        return ""
    prefix = os.path.realpath(top).rstrip(os.sep) + os.sep
    return real.removeprefix(prefix).replace(os.sep, "/") if real.startswith(prefix) else None


def _below(
    at: Revision, path: str, inside: str, choose: Callable[[str, list[str]], Iterable[str]]
) -> Iterator[Blob]:
    listed = {entry.name: entry for entry in _listed(at, inside)}
    if inside in listed:
        yield listed[inside]._replace(name=path)
        return
    prefix = f"{inside}/" if inside else ""
    for name in choose(path, [name.removeprefix(prefix) for name in listed]):
        yield listed[prefix + name]._replace(name=str(Path(path, name)))


def _listed(at: Revision, inside: str) -> Iterator[Blob]:
    """The ordinary files at or below a path, by their names from the top on."""
    only = (inside,) if inside else ()
    out = git.output(at.top, "ls-tree", "-r", "-l", "-z", "--full-tree", at.commit, "--", *only)
    for entry in (out or b"").split(b"\0"):
        about, _, name = entry.partition(b"\t")
        if about.startswith(_ORDINARY):
            _, _, object_id, size = about.split()
            yield Blob(os.fsdecode(name), object_id.decode("ascii"), int(size) if size != b"-" else 0)


class BlobReader:
    """Reads objects through one git process, started when the first is asked for.

    Another process that gets the reader starts its own.
    """

    def __init__(self, top: str) -> None:
        self._top = top
        self._git: subprocess.Popen[bytes] | None = None

    def __reduce__(self) -> tuple[type[BlobReader], tuple[str]]:
        return BlobReader, (self._top,)

    def read(self, blob: Blob) -> bytes:
        """The bytes of a file. Raises :class:`ReadError` if git cannot give them."""
        try:
            return self._answer(blob)
        except (OSError, ValueError):
            raise ReadError("it cannot be read: git.", where=blob.name, details=("git",)) from None

    def _answer(self, blob: Blob) -> bytes:
        if self._git is None:
            self._git = git.started(self._top, "cat-file", "--batch")
        if self._git.stdin is None or self._git.stdout is None:
            raise ValueError(blob.object_id)
        self._git.stdin.write(blob.object_id.encode() + b"\n")
        self._git.stdin.flush()
        _, kind, size = self._git.stdout.readline().split()
        data = self._git.stdout.read(int(size) + 1)[:-1]
        if kind != b"blob" or len(data) != int(size):
            raise ValueError(blob.object_id)
        return data

    def close(self) -> None:
        """End the git process, if there is one."""
        if self._git is not None:
            self._git.communicate()
            self._git = None
