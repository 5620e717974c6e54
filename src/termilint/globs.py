"""File patterns with the rules of .gitignore, for ignore files and for the configuration.

Paths are relative to the folder that the patterns speak of, with ``/`` between names.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TRAILING_SPACES = re.compile(r"(?<!\\) +\Z")
_ANY_FOLDERS = re.compile(r"\*{2,}")
_STARS = re.compile(r"\*+")
_CLASS = re.compile(r"\[([!^]?)(\]?(?:\\.|\[:[a-z]+:\]|[^\]\\])*)\]", re.DOTALL)
_POSIX_CLASS = re.compile(r"\[:([a-z]+):\]")
_POSIX: Mapping[str, str] = {
    "alnum": "a-zA-Z0-9",
    "alpha": "a-zA-Z",
    "digit": "0-9",
    "lower": "a-z",
    "space": r"\s",
    "upper": "A-Z",
    "xdigit": "0-9a-fA-F",
}


class GlobError(ValueError):
    """A pattern cannot match anything; the message says why."""


class _Glob(NamedTuple):
    """One line: what it matches, by itself and with what is below, and what that means."""

    match: re.Pattern[str]
    match_below: re.Pattern[str]
    excludes: bool
    folders_only: bool


class Globs:
    """Patterns in order: the last one that matches decides; one with ``!`` takes files out again."""

    __slots__ = ("_globs",)

    def __init__(self, globs: tuple[_Glob, ...]) -> None:
        self._globs: Final = globs

    @classmethod
    def of(cls, patterns: Iterable[str]) -> Globs:
        """The globs of ``patterns``. Raises GlobError for one that can match nothing."""
        return cls(tuple(glob for pattern in patterns if (glob := _parsed(pattern))))

    @classmethod
    def of_lines(cls, text: str) -> Globs:
        """The globs of an ignore file: empty lines, comments and broken patterns match nothing."""
        return cls(tuple(glob for line in text.splitlines() if (glob := _parsed_line(line))))

    def __bool__(self) -> bool:
        return bool(self._globs)

    def covers(self, path: str) -> bool:
        """True if the last pattern that matches the file at ``path`` or a folder above it takes it.

        In .gitignore no pattern can take out a file below a folder that matches; here one can.
        """
        path = unicodedata.normalize("NFC", path)
        for glob in reversed(self._globs):
            if glob.match_below.fullmatch(path):
                return glob.excludes
        return False

    def verdict(self, path: str, *, is_folder: bool) -> bool | None:
        """What the last pattern that matches this very path says; None if none matches."""
        for glob in reversed(self._globs):
            if (is_folder or not glob.folders_only) and glob.match.fullmatch(path):
                return glob.excludes
        return None


def _parsed_line(line: str) -> _Glob | None:
    if line.startswith("#"):
        return None
    try:
        return _parsed(line)
    except GlobError:
        return None


def _parsed(pattern: str) -> _Glob | None:
    """The glob of a pattern; None for an empty one."""
    text = _TRAILING_SPACES.sub("", unicodedata.normalize("NFC", pattern))
    excludes = not text.startswith("!")
    text = text if excludes else text[1:]
    folders_only = text.endswith("/")
    text = text.removesuffix("/")
    anchored = "/" in text
    text = text.removeprefix("/")
    if not text:
        return None
    parts = text.split("/") if anchored else ["**", text]
    pattern = _joined(parts)
    below = f"(?:{pattern})/.+" if folders_only else f"(?:{pattern})(?:/.+)?"
    return _Glob(re.compile(pattern, re.DOTALL), re.compile(below, re.DOTALL), excludes, folders_only)


def _joined(parts: list[str]) -> str:
    """The expression for names between slashes; ``**`` stands for any number of them."""
    pieces = []
    for at, part in enumerate(parts):
        is_last = at == len(parts) - 1
        if _ANY_FOLDERS.fullmatch(part):
            pieces.append(".+" if is_last else "(?:.+/)?")
        else:
            pieces.append(_name(part) + ("" if is_last else "/"))
    return "".join(pieces)


def _name(part: str) -> str:
    """The expression for one name."""
    pieces = []
    at = 0
    while at < len(part):
        piece, at = _piece(part, at)
        pieces.append(piece)
    return "".join(pieces)


def _piece(part: str, at: int) -> tuple[str, int]:
    """The expression for what stands at ``at``, and where the next one begins."""
    character = part[at]
    if stars := _STARS.match(part, at):
        return "[^/]*", stars.end()
    if character == "?":
        return "[^/]", at + 1
    if character == "[":
        return _class(part, at)
    if character == "\\":
        if at + 1 == len(part):
            raise GlobError("ends with a lonely \\")
        return re.escape(part[at + 1]), at + 2
    return re.escape(character), at + 1


def _class(part: str, at: int) -> tuple[str, int]:
    found = _CLASS.match(part, at)
    if not found:
        raise GlobError("has a [ without its ]")
    inside = _POSIX_CLASS.sub(lambda name: _POSIX.get(name[1], ""), found[2])
    inside = re.sub(r"\\(?![sdw])(.)", r"\\\1", inside)
    inside = inside.replace("[", r"\[").replace("&&", r"&\&").replace("~~", r"~\~").replace("||", r"|\|")
    inside = inside.replace("^", r"\^") if inside.startswith("^") else inside
    inside = "\\" + inside if inside.startswith("]") else inside
    text = f"(?!/)[{'^' if found[1] else ''}{inside}]"
    try:
        re.compile(text)
    except re.error as error:
        raise GlobError(f"has a wrong range in [ ]: {error.msg}") from None
    return text, found.end()
