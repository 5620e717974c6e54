"""Keeps a folder of generated pages in step with what they are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from termilint.errors import TermilintError
from termilint.files import replacing
from termilint.rules.pages import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path


class Change(NamedTuple):
    """What there is to do with a page: ``+`` write it anew, ``~`` write it again, ``-`` remove it."""

    kind: str
    path: Path
    content: bytes | None = None


def changes(folder: Path, pages: Mapping[str, str]) -> tuple[Change, ...]:
    """What there is to do until ``folder`` has these pages, by path.

    Files that were not generated are left alone. Raises TermilintError if one stands in the way.
    """
    wanted = {folder / name: text.encode() for name, text in pages.items()}
    folders = {path.parent for path in wanted}
    gone = (path for place in folders for path in place.glob("*.md") if path not in wanted)
    removed = [Change("-", path) for path in gone if _is_generated(path)]
    return tuple(sorted((*_written(wanted), *removed), key=lambda change: change.path))


def _written(wanted: Mapping[Path, bytes]) -> Iterator[Change]:
    for path, content in wanted.items():
        if not path.exists():
            yield Change("+", path, content)
        elif not _is_generated(path):
            raise TermilintError("it is not a generated page, so it is left alone.", where=str(path))
        elif path.read_bytes() != content:
            yield Change("~", path, content)


def _is_generated(path: Path) -> bool:
    mark = MARK.encode()
    with path.open("rb") as stream:
        return stream.read(len(mark)) == mark


def carry_out(found: Iterable[Change]) -> None:
    """Write and remove the pages. Raises TermilintError."""
    for change in found:
        try:
            _carry_out(change)
        except OSError as error:
            message = f"the page cannot be written: {error.strerror}."
            raise TermilintError(message, where=str(change.path)) from None


def _carry_out(change: Change) -> None:
    if change.content is None:
        change.path.unlink()
        return
    change.path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(change.path) as stream:
        stream.write(change.content)
