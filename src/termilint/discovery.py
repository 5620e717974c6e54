"""From the paths that a user names to the inputs to read, in a fixed order."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from termilint.errors import ReadError
from termilint.model.finding import Failure

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

STANDARD_INPUT = "-"
SKIPPED_FOLDERS = frozenset({"node_modules", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Input:
    """Something to check: ``name`` as reports show it; ``path`` is None for standard input."""

    name: str
    path: Path | None


def find_inputs(
    paths: Iterable[str], suffixes: Collection[str], *, stdin_name: str
) -> Iterator[Input | Failure]:
    """The inputs that ``paths`` name, each once.

    A file is taken whatever its suffix is. A folder gives its files with one of ``suffixes``,
    folder by folder in the order of names, but nothing hidden, nothing of
    :data:`SKIPPED_FOLDERS` and no folder behind a link. What is not there gives a failure.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _inputs_of(path, suffixes, stdin_name):
            key = os.path.realpath(found.path) if isinstance(found, Input) and found.path else None
            if key is None or key not in seen:
                yield found
            if key is not None:
                seen.add(key)


def _inputs_of(path: str, suffixes: Collection[str], stdin_name: str) -> Iterator[Input | Failure]:
    if path == STANDARD_INPUT:
        yield Input(stdin_name, None)
    elif Path(path).is_dir():
        yield from _files_under(path, suffixes)
    else:
        yield Input(path, Path(path))


def _files_under(folder: str, suffixes: Collection[str]) -> Iterator[Input | Failure]:
    try:
        with os.scandir(folder) as entries:
            visible = sorted((e for e in entries if e.name[0] != "."), key=lambda e: e.name)
    except OSError as error:
        yield Failure.of(folder, unreadable(folder, error))
        return
    for entry in visible:
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in SKIPPED_FOLDERS:
                yield from _files_under(entry.path, suffixes)
        elif Path(entry.name).suffix.lower() in suffixes and entry.is_file():
            yield Input(entry.path, Path(entry.path))


def unreadable(name: str, error: OSError) -> ReadError:
    """The failure behind an operating system's error, in plain words."""
    if isinstance(error, FileNotFoundError):
        return ReadError("there is no such file or folder.", where=name, reason="missing")
    if isinstance(error, PermissionError):
        return ReadError("there is no permission to read this.", where=name, reason="permission")
    detail = error.strerror or str(error)
    return ReadError(f"it cannot be read: {detail}.", where=name, details=(detail,))
