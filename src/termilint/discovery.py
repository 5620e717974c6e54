"""From the paths that a user names to the inputs to read, in a fixed order."""

from __future__ import annotations

import os
import unicodedata
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from termilint.errors import ReadError
from termilint.globs import Globs
from termilint.model.finding import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

STANDARD_INPUT = "-"
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})
IGNORE_FILE = ".termilintignore"
_GIT_IGNORE_FILE = ".gitignore"


class Input(NamedTuple):
    """Something to check: ``name`` as reports show it; ``path`` is None for standard input."""

    name: str
    path: Path | None


class Selection(NamedTuple):
    """Which files a folder gives: patterns with the rules of .gitignore, relative to ``root``.

    ``root`` is an absolute path; the ignore files from there on count. An empty ``include`` takes
    every file of a known format. With ``force_exclude`` files that are named obey too.
    """

    root: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    force_exclude: bool = False


def find_inputs(
    paths: Iterable[str],
    suffixes: Iterable[str],
    *,
    stdin_name: str,
    selection: Selection | None = None,
    wants: Callable[[str], bool] | None = None,
) -> Iterator[Input | Failure]:
    """The inputs that ``paths`` name, each once.

    A file is taken whatever its suffix is. A folder gives its files with one of ``suffixes``, in
    the order of names, but nothing hidden, nothing of :data:`SKIPPED_FOLDERS`, nothing that git or
    a :data:`IGNORE_FILE` ignores, nothing that ``wants`` refuses by its path, and no folder behind a
    link. What is not there gives a failure.
    """
    finder = _Finder(selection or Selection(), suffixes, stdin_name, wants)
    seen: set[str] = set()
    for path in paths:
        for found, identity in finder.inputs(path):
            if identity not in seen:
                yield found
            if identity:
                seen.add(identity)


def chosen_files(
    folder: str,
    files: list[str],
    suffixes: Iterable[str],
    *,
    selection: Selection,
    wants: Callable[[str], bool] | None = None,
) -> Iterator[str]:
    """What ``folder`` would give if ``files``, paths from it on, were all that it holds.

    The rules are those of :func:`find_inputs`; the ignore files are those that are there now.
    """
    listing = _from_root(folder, files, selection.root)
    yield from _Finder(selection, suffixes, "", wants).chosen(listing)


def relative_name(name: str, root: str) -> str | None:
    """The path ``name`` from the absolute folder ``root`` on, with ``/`` and in NFC.

    None if it is not below ``root``.
    """
    path = absolute(name)
    below = _relative(path, root)
    return _relative(_behind_links(path), root) if below is None else below


def absolute(name: str | os.PathLike[str]) -> str:
    """The absolute path without ``..``; links stay as they are."""
    return os.path.abspath(name)  # noqa: PTH100  # Path.resolve() would follow links


def _behind_links(path: str) -> str:
    folder, base = os.path.split(path)
    return str(Path(os.path.realpath(folder), base))


def _relative(path: str, root: str) -> str | None:
    prefix = root.rstrip(os.sep) + os.sep
    if path == root:
        return ""
    if not path.startswith(prefix):
        return None
    return unicodedata.normalize("NFC", path[len(prefix) :].replace(os.sep, "/"))


class _Finder:
    """Lists folders by one selection; gives each input with the path that tells it from others."""

    def __init__(
        self,
        selection: Selection,
        suffixes: Iterable[str],
        stdin_name: str,
        wants: Callable[[str], bool] | None,
    ) -> None:
        self._wants_file = wants
        self._selection = selection
        self._known = suffixes
        self._stdin_name = stdin_name
        self._include = Globs.of(selection.include)
        self._exclude = Globs.of(selection.exclude)

    def inputs(self, path: str) -> Iterator[tuple[Input | Failure, str]]:
        """What one named path gives; the identity of a failure or of standard input is empty."""
        if path == STANDARD_INPUT:
            if not self._is_refused(self._stdin_name):
                yield Input(self._stdin_name, None), ""
        elif Path(path).is_dir():
            yield from self._below(path)
        elif not self._is_refused(path):
            yield Input(path, Path(path)), os.path.realpath(path)

    def _is_refused(self, name: str) -> bool:
        """True for a named file that the patterns or ignore files leave out, if they shall."""
        if not self._selection.force_exclude:
            return False
        below = relative_name(name, self._selection.root)
        if below is None:
            return False
        ignores = Ignores(self._selection.root)
        ignores.read_down_to(below.rpartition("/")[0])
        return self._exclude.covers(below) or ignores.covers(below)

    def _below(self, folder: str) -> Iterator[tuple[Input | Failure, str]]:
        listing = _listing(folder, self._selection.root)
        real = os.path.realpath(folder)
        for path in self.chosen(listing):
            file = Path(folder, path)
            identity = _identity(file, real, path)
            if identity:
                yield Input(str(file), file), identity
        for failure in listing.failures:
            yield failure, ""

    def chosen(self, listing: _Listing) -> Iterator[str]:
        """What a folder gives of the files that are listed in it."""
        for path in sorted(listing.files, key=lambda path: path.split("/")):
            if self._wants(path) and self._selects(listing.from_root(path)):
                yield path

    @cached_property
    def _suffixes(self) -> set[str]:
        """The suffixes of files to take; asked for in folders only, as it may take time to tell them."""
        return {*self._known, ""} if self._selection.include else set(self._known)

    def _wants(self, path: str) -> bool:
        suffix = _suffix(path)
        if suffix not in self._suffixes or _is_hidden(path):
            return False
        return not (suffix and self._wants_file) or self._wants_file(path)

    def _selects(self, path: str) -> bool:
        if self._include and not self._include.covers(path):
            return False
        return not self._exclude.covers(path)


def _identity(file: Path, real_folder: str, path: str) -> str:
    """The real path of a file; empty if there is none or it is no ordinary file."""
    if file.is_symlink():
        return os.path.realpath(file) if file.is_file() else ""
    return f"{real_folder}{os.sep}{path}" if file.is_file() else ""


def _suffix(path: str) -> str:
    """What PurePath.suffix gives, in lower case and many times faster."""
    name = path.rpartition("/")[2]
    at = name.rfind(".")
    return name[at:].lower() if 0 < at < len(name) - 1 else ""


def _is_hidden(path: str) -> bool:
    """True for hidden files and for what lies in hidden or skipped folders."""
    if path.startswith(".") or "/." in path:
        return True
    return any(f"{name}/" in path for name in SKIPPED_FOLDERS) and not SKIPPED_FOLDERS.isdisjoint(
        path.split("/")[:-1]
    )


class _Listing(NamedTuple):
    """The files below a folder, by their paths from it on; ``prefix`` leads to it from the root."""

    files: list[str]
    prefix: str
    failures: tuple[Failure, ...] = ()

    def from_root(self, path: str) -> str:
        return f"{self.prefix}/{path}" if self.prefix else path


def _listing(folder: str, root: str) -> _Listing:
    """What git or, where it cannot tell, the file system lists, without what is ignored.

    A folder outside the root is its own root.
    """
    listed = _listed_by_git(folder)
    if listed is not None:
        return _from_root(folder, listed, root)
    prefix, ignores = _ignores_of(folder, root)
    walk = _Walk(folder, prefix, ignores)
    return _Listing(list(walk.files("")), prefix, tuple(walk.failures))


def _from_root(folder: str, listed: list[str], root: str) -> _Listing:
    """The files that are ``listed``, paths from the folder on, without what ignore files cover."""
    prefix, ignores = _ignores_of(folder, root)
    listing = _Listing(listed, prefix)
    for path in listed:
        if path.endswith(f"/{IGNORE_FILE}"):
            ignores.read(listing.from_root(path.rpartition("/")[0]))
    if not ignores:
        return listing
    return _Listing([path for path in listed if not ignores.covers(listing.from_root(path))], prefix)


def _ignores_of(folder: str, root: str) -> tuple[str, Ignores]:
    """The path that leads to a folder from the root on, and the ignore files on the way."""
    prefix = relative_name(folder, root) if root else None
    ignores = Ignores(absolute(folder) if prefix is None else root)
    ignores.read_down_to(prefix or "")
    return prefix or "", ignores


def _listed_by_git(folder: str) -> list[str] | None:
    """Tracked and untracked files that git does not ignore; None if there is no repository.

    None too for a folder that is ignored itself: who names it wants its files.
    """
    from termilint import git

    listed = git.output(folder, "ls-files", "-co", "--exclude-standard", "-z")
    if listed is None:
        return None
    names = [name for name in dict.fromkeys(os.fsdecode(listed).split("\0")) if name]
    is_ignored = not names and git.output(folder, "check-ignore", "-q", ".") is not None
    return None if is_ignored else names


class _Walk:
    """Lists a folder where git cannot; also .gitignore files are heeded."""

    def __init__(self, folder: str, prefix: str, ignores: Ignores) -> None:
        self.failures: list[Failure] = []
        self._folder = folder
        self._prefix = prefix
        self._ignores = ignores

    def files(self, below: str) -> Iterator[str]:
        """The files in and below the folder ``below`` of the walk's own folder."""
        path = str(Path(self._folder, below)) if below else self._folder
        try:
            with os.scandir(path) as entries:
                found = list(entries)
        except OSError as error:
            self.failures.append(Failure.of(path, unreadable(path, error)))
            return
        self._ignores.read(self._from_root(below), {entry.name for entry in found}, with_git=True)
        for entry in found:
            name = f"{below}/{entry.name}" if below else entry.name
            if entry.is_dir(follow_symlinks=False):
                if not self._is_left_out(entry.name, name):
                    yield from self.files(name)
            elif not self._ignores.covers(self._from_root(name)):
                yield name

    def _is_left_out(self, name: str, path: str) -> bool:
        hidden = name.startswith(".") or name in SKIPPED_FOLDERS
        return hidden or self._ignores.covers_folder(self._from_root(path))

    def _from_root(self, path: str) -> str:
        return "/".join(filter(None, (self._prefix, path)))


class Ignores:
    """The ignore files of a tree, each of which speaks of what is below its own folder."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._globs: dict[str, Globs] = {}
        self._folders: dict[str, bool] = {}

    def __bool__(self) -> bool:
        return bool(self._globs)

    def read(self, folder: str, names: Collection[str] = (IGNORE_FILE,), *, with_git: bool = False) -> None:
        """Heed the ignore files among ``names`` in ``folder``, a path from the root on."""
        wanted = (_GIT_IGNORE_FILE, IGNORE_FILE) if with_git else (IGNORE_FILE,)
        texts = [_text_of(Path(self._root, folder, name)) for name in wanted if name in names]
        globs = Globs.of_lines("\n".join(texts))
        if globs:
            self._globs[folder] = globs

    def read_down_to(self, folder: str) -> None:
        """Heed the :data:`IGNORE_FILE` of the root and of each folder on the way to ``folder``."""
        parts = folder.split("/") if folder else []
        for length in range(len(parts) + 1):
            self.read("/".join(parts[:length]))

    def covers(self, path: str) -> bool:
        """True if a file, a path from the root on, is ignored."""
        if not self._globs:
            return False
        folder = path.rpartition("/")[0]
        return (bool(folder) and self.covers_folder(folder)) or self._verdict(path, is_folder=False)

    def covers_folder(self, path: str) -> bool:
        """True if a folder is ignored, or one that it lies in."""
        if path not in self._folders:
            above = path.rpartition("/")[0]
            covered = (bool(above) and self.covers_folder(above)) or self._verdict(path, is_folder=True)
            self._folders[path] = covered
        return self._folders[path]

    def _verdict(self, path: str, *, is_folder: bool) -> bool:
        """What the deepest ignore file that speaks of ``path`` says."""
        path = unicodedata.normalize("NFC", path)
        at = len(path)
        while at > 0:
            at = path.rfind("/", 0, at)
            globs = self._globs.get(path[: max(at, 0)])
            verdict = globs.verdict(path[at + 1 :], is_folder=is_folder) if globs else None
            if verdict is not None:
                return verdict
        return False


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ""


def unreadable(name: str, error: OSError) -> ReadError:
    """The failure behind an operating system's error, in plain words."""
    if isinstance(error, FileNotFoundError):
        return ReadError("there is no such file or folder.", where=name, reason="missing")
    if isinstance(error, PermissionError):
        return ReadError("there is no permission to read this.", where=name, reason="permission")
    detail = error.strerror or str(error)
    return ReadError(f"it cannot be read: {detail}.", where=name, details=(detail,))
