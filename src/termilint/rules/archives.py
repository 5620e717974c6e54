"""Rule packs in zip files: read in memory, never unpacked.

A zip comes from anywhere, so its names, its sizes and the number of its files are bounded, and what
its directory says of a size is not believed.
"""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from termilint.rules.limits import MAX_FILES, MAX_TOTAL_BYTES
from termilint.rules.problems import InvalidError, Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ENCRYPTED = 0x1
_UNSAFE_NAME = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(?:^|/)\.\.?(?:/|$)|//|[\x00-\x1f\x7f]")
_PYTHON_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError)


class Member(NamedTuple):
    """A file of an archive: its path inside, with ``/``, and its bytes."""

    path: str
    raw: bytes

    @property
    def folder(self) -> str:
        """The folder that the file is in; empty at the top."""
        return self.path.rpartition("/")[0]

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition("/")[2]


@dataclass(slots=True)
class _Room:
    """How many bytes may still be read."""

    left: int = MAX_TOTAL_BYTES


def members(path: Path, suffixes: frozenset[str], max_bytes: int) -> tuple[Member, ...]:
    """The files with one of ``suffixes``, each of at most ``max_bytes``, by their paths.

    Raises InvalidError for an archive that is broken, too large, encrypted or has unsafe names.
    """
    name = str(path)
    try:
        with zipfile.ZipFile(path) as archive:
            wanted = _wanted(archive, suffixes, name)
            room = _Room()
            return tuple(
                Member(info.filename, _read(archive, info, max_bytes, room, name)) for info in wanted
            )
    except OSError as error:
        raise _invalid(name, f"cannot be read: {error.strerror or error}") from None
    except _PYTHON_ERRORS as error:
        raise _invalid(name, f"is no sound zip file: {error}") from None


def _wanted(archive: zipfile.ZipFile, suffixes: frozenset[str], name: str) -> list[zipfile.ZipInfo]:
    infos = archive.infolist()
    if len(infos) > MAX_FILES:
        raise _invalid(name, f"has {len(infos)} files: a pack has at most {MAX_FILES}")
    problems = list(_problems(infos, name))
    if problems:
        raise InvalidError(problems)
    files = [info for info in infos if not info.is_dir()]
    wanted = [info for info in files if any(info.filename.endswith(suffix) for suffix in suffixes)]
    return sorted(wanted, key=lambda info: info.filename)


def _problems(infos: list[zipfile.ZipInfo], name: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for info in infos:
        shown = quoted(info.orig_filename)
        if _UNSAFE_NAME.search(info.orig_filename):
            yield Problem(name, 0, 0, f"holds the unsafe name {shown}: names are paths inside the pack")
        if info.filename in seen:
            yield Problem(name, 0, 0, f"holds {shown} twice")
        if stat.S_ISLNK(info.external_attr >> 16):
            yield Problem(name, 0, 0, f"holds the link {shown}: a pack has files only")
        if info.flag_bits & _ENCRYPTED:
            yield Problem(name, 0, 0, f"holds {shown} encrypted")
        seen.add(info.filename)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, max_bytes: int, room: _Room, name: str) -> bytes:
    with archive.open(info) as stream:
        raw = stream.read(max_bytes + 1)
    if len(raw) > max_bytes:
        raise _invalid(name, f"holds {quoted(info.filename)}, which is larger than {max_bytes} bytes")
    room.left -= len(raw)
    if room.left < 0:
        raise _invalid(name, f"is too large: a pack has at most {MAX_TOTAL_BYTES} bytes")
    return raw


def _invalid(name: str, message: str) -> InvalidError:
    return InvalidError([Problem(name, 0, 0, message)])
