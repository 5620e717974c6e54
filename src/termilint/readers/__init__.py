"""Input formats, one module each: a module here that holds a ``READER`` is a format."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

from termilint.errors import ReadError
from termilint.modules import public_modules

if TYPE_CHECKING:
    from termilint.readers.reader import Reader


@cache
def readers() -> tuple[Reader, ...]:
    """Every reader, by name. Raises ValueError if two of them claim one suffix."""
    found = sorted(filter(None, map(_reader_in, _modules())), key=lambda reader: reader.name)
    claimed = [suffix for reader in found for suffix in reader.suffixes]
    if len(claimed) != len(set(claimed)):
        raise ValueError(f"two readers claim one suffix: {claimed}")
    return tuple(found)


@cache
def readers_by_suffix() -> dict[str, Reader]:
    """The reader of each known suffix."""
    return {suffix: reader for reader in readers() for suffix in reader.suffixes}


@cache
def _reader_of(suffix: str) -> Reader | None:
    """The reader of a suffix. Modules are asked one by one, likely names first: most need no import."""
    likely = sorted(_modules(), key=lambda name: (not name.startswith(suffix[1:2] or "text"), name))
    return next((r for r in map(_reader_in, likely) if r and suffix in r.suffixes), None)


@cache
def _modules() -> tuple[str, ...]:
    return public_modules(__path__)


def _reader_in(module: str) -> Reader | None:
    reader: Reader | None = getattr(import_module(f"{__name__}.{module}"), "READER", None)
    return reader


def reader_for(name: str) -> Reader:
    """The reader of a file by its name. Raises :class:`ReadError` for an unknown suffix."""
    suffix = PurePath(name).suffix.lower()
    reader = _reader_of(suffix)
    if reader is None:
        known = ", ".join(sorted(filter(None, readers_by_suffix())))
        raise ReadError(
            f"files of type {suffix} are not supported.",
            where=name,
            hint=f"Supported: {known}.",
            reason="unknown-format",
            details=(suffix, known),
        )
    return reader


def reader_of_language(language: str) -> Reader | None:
    """The reader of a format by the name that editors have for it, if there is one."""
    return next((reader for reader in readers() if language in reader.languages), None)


def is_wanted(path: str) -> bool:
    """True if a file that was found in a folder, and not named, is one to read."""
    suffix = PurePath(path).suffix.lower()
    reader = readers_by_suffix().get(suffix) if suffix else None
    return reader is not None and reader.wants(path)
