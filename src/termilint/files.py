"""Write files so that a reader, or a crash, meets the old content or the new one, never a half."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from termilint.errors import ReasonedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class WriteError(ReasonedError):
    """A file cannot be written; it is as it was."""

    usual_reason = "unwritable"


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes become the file ``target`` when the block ends without an error.

    An existing file gives its permissions, and its owner where the system allows it, to the new
    one. ``target`` must not be a link. The bytes wait in a hidden file beside it, so that the last
    step is one rename. Raises OSError.
    """
    status = _status(target)
    unfinished = target.with_name(f".termilint-{os.urandom(8).hex()}.tmp")
    try:
        with _created(unfinished, private=status is not None) as stream:
            yield stream
            stream.flush()
            if status:
                _take_over(target, status, unfinished)
            os.fsync(stream.fileno())
        unfinished.replace(target)
        _sync_folder(target.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def rewrite(path: Path, old: bytes, new: bytes) -> None:
    """Replace the content ``old`` of a file by ``new``; of a link, the content of its target.

    A file with several names (hard links) is refused: a rename would part them, and writing in
    place could leave it half written. Raises :class:`WriteError` for it, for a read-only file, for
    one whose content is no longer ``old``, and for what the system refuses.
    """
    try:
        target = path.resolve(strict=True)
        _require_writable(path, target.stat())
        with replacing(target) as stream:
            stream.write(new)
            stream.flush()
            os.fsync(stream.fileno())
            _require_content(path, target, old)
    except OSError as error:
        detail = error.strerror or str(error)
        raise WriteError(f"it cannot be written: {detail}.", where=str(path), details=(detail,)) from None


def _require_writable(path: Path, status: os.stat_result) -> None:
    """Permission bits are asked too: an administrator may write, but somebody protected the file."""
    if not stat.S_ISREG(status.st_mode):
        raise WriteError("this is not an ordinary file.", where=str(path), reason="special-file")
    if not status.st_mode & _ANY_WRITE or not os.access(path, os.W_OK):
        raise WriteError("the file is read-only.", where=str(path), reason="read-only")
    if status.st_nlink > 1:
        raise WriteError(
            "the file has other names (hard links), which would keep the old text.",
            where=str(path),
            hint="Fix a copy of it.",
            reason="hard-links",
        )


def _require_content(path: Path, target: Path, expected: bytes) -> None:
    if target.read_bytes() != expected:
        raise WriteError(
            "somebody else changed the file meanwhile, so it was left alone.",
            where=str(path),
            hint="Run the command again.",
            reason="changed",
        )


def _status(target: Path) -> os.stat_result | None:
    with suppress(FileNotFoundError):
        return target.stat()
    return None


def _created(path: Path, *, private: bool) -> BinaryIO:
    """A new file; one that stands in for another is private until it has that one's permissions."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600 if private else 0o666), "wb")


def _take_over(target: Path, status: os.stat_result, unfinished: Path) -> None:
    """Give ``unfinished`` the owner, extended attributes and permission bits of ``target``.

    The bits come last, because a change of owner clears some of them.
    """
    if hasattr(os, "chown"):
        for owner, group in ((-1, status.st_gid), (status.st_uid, -1)):
            with suppress(PermissionError):
                os.chown(unfinished, owner, group)
    for name in _attributes(target):
        with suppress(OSError):
            os.setxattr(unfinished, name, os.getxattr(target, name))
    unfinished.chmod(stat.S_IMODE(status.st_mode))


def _attributes(path: Path) -> list[str]:
    """The names of extended attributes, access control lists among them, where there are such."""
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            return os.listxattr(path)
    return []


def _sync_folder(folder: Path) -> None:
    """Make the rename last through a power cut, where a folder can be opened for that."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
