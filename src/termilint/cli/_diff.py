"""A unified diff of one file that ``git apply`` and ``patch -p1`` take, byte for byte."""

from __future__ import annotations

import re
from difflib import diff_bytes, unified_diff
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.model.source import Source

_NO_LINE_END = b"\n\\ No newline at end of file\n"
_QUOTED = re.compile(rb'[\x00-\x1f\x7f"\\]')


def diff_of(source: Source, text: str) -> bytes:
    """The changes from ``source`` to ``text``, in the file's own encoding; empty if there are none.

    UTF-16 and UTF-32 are shown as UTF-8, since no program can apply a patch of theirs. Raises
    UnicodeEncodeError.
    """
    lines = diff_bytes(
        unified_diff,
        _lines(source, source.text),
        _lines(source, text),
        *(_header_name(side, source.name) for side in ("a", "b")),
    )
    return b"".join(line if line.endswith(b"\n") else line + _NO_LINE_END for line in lines)


def _lines(source: Source, text: str) -> list[bytes]:
    """Lines with their ends. Only LF ends a line of a patch: CR is a character like others."""
    is_wide = source.encoding.startswith(("utf-16", "utf-32"))
    data = text.encode() if is_wide else source.to_bytes(text)
    return list(_split(data))


def _split(data: bytes) -> Iterator[bytes]:
    *whole, last = data.split(b"\n")
    yield from (line + b"\n" for line in whole)
    if last:
        yield last


def _header_name(side: str, name: str) -> bytes:
    """``a/name``, quoted as git does it, and with a tab after a name with spaces."""
    path = f"{side}/{PurePath(name).as_posix().lstrip('/')}".encode(errors="surrogateescape")
    if _QUOTED.search(path):
        return b'"' + _QUOTED.sub(lambda match: b"\\%03o" % match[0][0], path) + b'"'
    return path + b"\t" if b" " in path else path
