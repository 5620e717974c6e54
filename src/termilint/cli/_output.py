"""Where a command's result goes: standard output, or a file that is never half written."""

from __future__ import annotations

import io
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from termilint.errors import TermilintError
from termilint.files import replacing
from termilint.readers import readers_by_suffix
from termilint.rules.marks import PAGE_HEAD, is_own_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PAGE_SUFFIXES = frozenset({".html", ".htm"})
_REPORT_SUFFIXES = frozenset({"", ".txt", ".json", ".csv", ".tsv", ".xml"})
"""Names that reports of a run before may have."""


@contextmanager
def output_to(path: Path | None) -> Iterator[TextIO]:
    """A stream for the result: standard output, or the file at ``path`` in UTF-8.

    The file appears under its name when the block ends without an error. Raises TermilintError if it
    cannot be written or would take the place of somebody's text, BrokenPipeError if nobody reads any
    more what goes to a pipe.
    """
    if path is None or str(path) == "-":
        yield sys.stdout
        return
    _refuse_text(path)
    try:
        with _file(path) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise TermilintError(f"the report cannot be written: {reason}.", where=str(path)) from None


def _refuse_text(path: Path) -> None:
    """Raise TermilintError if there is a file that no report of ours can be: it would be lost."""
    if not path.is_file() or not _is_text_of_somebody(path):
        return
    message = "there is a text of this name: the report would overwrite it."
    raise TermilintError(message, where=str(path), hint="Give the report another name.")


def _is_text_of_somebody(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix in _PAGE_SUFFIXES:
        with path.open(encoding="utf-8", errors="replace") as file:
            head = file.read(PAGE_HEAD)
        return bool(head) and not is_own_page(head)
    return suffix in readers_by_suffix() and suffix not in _REPORT_SUFFIXES


@contextmanager
def _file(path: Path) -> Iterator[TextIO]:
    if path.exists() and not path.is_file():  # asked of the link: /dev/stdout leads to no path
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        return
    with replacing(path.resolve()) as binary:
        stream = io.TextIOWrapper(binary, encoding="utf-8", newline="\n")
        yield stream
        stream.detach()


def create(path: Path, text: str) -> None:
    """Write a file that is not there yet, and its folder if need be. Raises TermilintError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        message = "there is such a file already; nothing is overwritten."
        raise TermilintError(message, where=str(path)) from None
    except OSError as error:
        raise TermilintError(f"it cannot be written: {error.strerror}.", where=str(path)) from None
