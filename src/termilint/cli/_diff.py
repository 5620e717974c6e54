"""A unified diff of one file that ``git apply`` and ``patch -p1`` take, byte for byte."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from termilint.readers import reader_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.model.source import Source

    Opcode = tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]

_CONTEXT_LINES = 3
_NO_LINE_END = b"\n\\ No newline at end of file\n"
_QUOTED = re.compile(rb'[\x00-\x1f\x7f"\\]')


def diff_of(source: Source, text: str) -> bytes:
    """The changes from ``source`` to ``text``, in the file's own encoding; empty if there are none.

    No program can apply a patch of UTF-16, UTF-32 or an Office file: of those, UTF-8 is shown, and of
    an Office file its prose, a line for each paragraph. Raises UnicodeEncodeError.
    """
    if text == source.text:
        return b""
    header = b"--- %s\n+++ %s\n" % (_header_name("a", source.name), _header_name("b", source.name))
    return header + b"".join(_hunks(_lines(source, source.text), _lines(source, text)))


class _LineByLine(SequenceMatcher[bytes]):
    """Compares texts of as many lines: fixes seldom touch line ends, and in a large file this is fast."""

    def __init__(self, _is_junk: None, old: list[bytes], new: list[bytes]) -> None:
        super().__init__(None, old, new)
        self._same = [before == after for before, after in zip(old, new, strict=True)]

    def get_opcodes(self) -> list[Opcode]:
        """Runs of lines that are the same, and runs that are not."""
        opcodes: list[Opcode] = []
        at = 0
        for is_same, run in groupby(self._same):
            end = at + len(list(run))
            opcodes.append(("equal" if is_same else "replace", at, end, at, end))
            at = end
        return opcodes


def _hunks(old: list[bytes], new: list[bytes]) -> Iterator[bytes]:
    matcher = (_LineByLine if len(old) == len(new) else SequenceMatcher)(None, old, new)
    for group in matcher.get_grouped_opcodes(_CONTEXT_LINES):
        (_, old_start, _, new_start, _), (_, _, old_end, _, new_end) = group[0], group[-1]
        yield f"@@ -{_range(old_start, old_end)} +{_range(new_start, new_end)} @@\n".encode()
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from (_marked(b" ", line) for line in old[i1:i2])
            else:
                yield from (_marked(b"-", line) for line in old[i1:i2])
                yield from (_marked(b"+", line) for line in new[j1:j2])


def _range(start: int, end: int) -> str:
    """The first line, counted from 1, and the number of lines; the line before if there are none."""
    return f"{start + (end > start)},{end - start}"


def _marked(mark: bytes, line: bytes) -> bytes:
    return mark + line + (b"" if line.endswith(b"\n") else _NO_LINE_END)


def _lines(source: Source, text: str) -> list[bytes]:
    """Lines with their ends. Only LF ends a line of a patch: CR is a character like others."""
    *whole, last = _shown(source, text).split(b"\n")
    return [line + b"\n" for line in whole] + ([last] if last else [])


def _shown(source: Source, text: str) -> bytes:
    if source.package:
        blocks = reader_for(source.name).read(source.with_text(text)).blocks
        return "".join(" ".join(block.text.split()) + "\n" for block in blocks).encode()
    if source.encoding.startswith(("utf-16", "utf-32")):
        return text.encode()
    return source.to_bytes(text)


def _header_name(side: str, name: str) -> bytes:
    """``a/name``, quoted as git does it, and with a tab after a name with spaces."""
    path = f"{side}/{PurePath(name).as_posix().lstrip('/')}".encode(errors="surrogateescape")
    if _QUOTED.search(path):
        return b'"' + _QUOTED.sub(lambda match: b"\\%03o" % match[0][0], path) + b'"'
    return path + b"\t" if b" " in path else path
