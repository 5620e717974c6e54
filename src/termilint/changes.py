"""Which lines a working tree has changed since a revision, as git tells."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import deque
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from termilint import git
from termilint.discovery import absolute
from termilint.errors import TermilintError
from termilint.revisions import commit_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.model.finding import Finding
    from termilint.model.source import Source

_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_BINARY = re.compile(rb"Binary files .* and (.*) differ\Z", re.DOTALL)
_ESCAPE = re.compile(rb'\\([0-7]{3}|[abtnvfr"\\])')
_HEAD = "HEAD"
_DIFF = (
    *("diff", "-U0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames"),
    *("--src-prefix=a/", "--dst-prefix=b/"),
)
_LETTERS = dict(zip(b'abtnvfr"\\', b'\a\b\t\n\v\f\r"\\', strict=True))


@dataclass(frozen=True, slots=True)
class Changes:
    """Changed lines of one file as ranges of 1-based line numbers, both ends included.

    ``whole`` is set for new files and for those that have no lines.
    """

    lines: tuple[tuple[int, int], ...] = ()
    whole: bool = False

    def touch(self, source: Source, finding: Finding) -> bool:
        """True if a finding stands on a changed line, in part at least."""
        if self.whole:
            return True
        first = source.position(finding.span.start).line
        last = source.position(max(finding.span.end - 1, finding.span.start)).line
        return any(start <= last and first <= end for start, end in self.lines)


def changes_since(revision: str, folder: str = ".") -> tuple[dict[str, Changes], str]:
    """The changes by file name, and the absolute folder that the names start from.

    Compared is the working tree with the point where ``revision`` and the current commit parted, so
    that other people's later work on a branch does not count. Files that git does not track count as
    new. Raises :class:`TermilintError` without a repository or such a revision.
    """
    top = git.output(folder, "rev-parse", "--show-toplevel")
    if top is None:
        raise TermilintError("changed lines are known in a git repository only.", where=absolute(folder))
    root = os.fsdecode(top.removesuffix(b"\n"))
    base = _base(revision, root)
    diff = git.output(root, *_DIFF, base, "--")
    new = git.output(root, "ls-files", "-o", "--exclude-standard", "-z")
    if diff is None or new is None:
        raise TermilintError(f"git cannot compare with {revision!r}.", where=root)
    changes = {name: change for name, change in _parsed(diff) if name}
    changes.update((_key(name), Changes(whole=True)) for name in new.split(b"\0") if name)
    return changes, os.path.normpath(root)


def _base(revision: str, root: str) -> str:
    """What to compare with: where work parted from ``revision``; nothing before the first commit."""
    if revision == _HEAD and git.output(root, "rev-parse", "--verify", "--quiet", _HEAD) is None:
        empty = git.output(root, "hash-object", "-t", "tree", "--stdin")
        if empty is not None:
            return empty.decode("ascii").strip()
    found = commit_of(revision, root)
    parted = git.output(root, "merge-base", found, _HEAD)
    return parted.decode("ascii").strip() if parted else found


def _parsed(diff: bytes) -> Iterator[tuple[str, Changes]]:
    """The files of a diff without context lines, each with the lines that it has now."""
    name = ""
    ranges: list[tuple[int, int]] = []
    lines = iter(diff.split(b"\n"))
    for line in lines:
        if hunk := _HUNK.match(line):
            removed, start, added = int(hunk[1] or 1), int(hunk[2]), int(hunk[3] or 1)
            if added:
                ranges.append((start, start + added - 1))
            # What stands in a hunk is text, whatever it looks like.
            deque(islice(lines, removed + added), maxlen=0)
        elif line.startswith(b"diff --git "):
            yield name, Changes(tuple(ranges))
            name, ranges = "", []
        elif line.startswith(b"+++ "):
            name = _name(line[4:])
        elif binary := _BINARY.match(line):
            yield _name(binary[1]), Changes(whole=True)
    yield name, Changes(tuple(ranges))


def _name(name: bytes) -> str:
    """The path behind ``b/``, which git puts in quotation marks if it holds special characters."""
    name = name.removesuffix(b"\t")
    if name.startswith(b'"'):
        name = _ESCAPE.sub(_unescaped, name[1:-1])
    return _key(name.removeprefix(b"b/"))


def _unescaped(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    return bytes([int(code, 8)]) if len(code) == 3 else bytes([_LETTERS[code[0]]])


def _key(name: bytes) -> str:
    return unicodedata.normalize("NFC", os.fsdecode(name))
