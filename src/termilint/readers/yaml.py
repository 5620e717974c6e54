"""YAML translation files: nested keys, as Rails, Symfony, Hugo and Jekyll use them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from termilint.model.document import Comment, Document
from termilint.model.span import SourceSpan
from termilint.readers._languages import is_foreign_file, is_foreign_key, looks_translated
from termilint.readers._strings import string_blocks
from termilint.readers._yaml import Escapes, Scalar, decode, events, scalar_of
from termilint.readers.reader import HASH_COMMENT, Reader, broken

if TYPE_CHECKING:
    from termilint.errors import ReadError
    from termilint.model.document import Block
    from termilint.model.source import Source

MAX_DEPTH = 500

_COMMENT = re.compile(r"(?:^|(?<=[ \t\r\n]))#([^\r\n]*)")
_NOT_TEXT = re.compile(r"(?:true|false|null|~|yes|no|on|off|[-+.]{0,2}\d[-+.,:\deE_]*)\Z", re.IGNORECASE)


def read(source: Source) -> Document:
    """The values of a translation file, each located by its keys (*fi.nav.title*).

    Values under the key of another language are out; a file whose name says another language holds
    nothing to read. Raises ReadError for a file that is not YAML.
    """
    from yaml import YAMLError

    walker = _Walker(source)
    try:
        for kind, event in events(source.text):
            walker.take(kind, event)
    except YAMLError as error:
        raise _broken(source, error) from None
    walker.add_comments(len(source.text))
    blocks = () if is_foreign_file(source.name) else tuple(walker.blocks)
    return Document(source, blocks, tuple(walker.comments))


def _broken(source: Source, error: Any) -> ReadError:
    mark = getattr(error, "problem_mark", None)
    offset = mark.index if mark else getattr(error, "position", 0)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it is no YAML"
    return broken(source, offset, problem)


class _Level:
    """A mapping or a sequence that is open: the key or the index that is being read."""

    __slots__ = ("in_flow", "index", "is_mapping", "is_read", "key", "path")

    def __init__(self, path: str, *, is_mapping: bool, is_read: bool, in_flow: bool) -> None:
        self.path = path
        self.is_mapping = is_mapping
        self.is_read = is_read
        self.in_flow = in_flow
        self.key: str | None = None
        self.index = 0


class _Walker:
    """Turns the parser's events into blocks."""

    def __init__(self, source: Source) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._source = source
        self._escapes = Escapes(source.text)
        self._levels: list[_Level] = []
        self._at = 0

    def take(self, kind: str, event: Any) -> None:
        """Take one event. Raises ReadError where the nesting is too deep."""
        if kind.endswith("Start"):
            self._open(kind, event)
            return
        if kind.endswith("End"):
            self._levels.pop()
        elif kind == "Scalar":
            self._on_scalar(event)
            return
        self._after_value("")

    def add_comments(self, end: int) -> None:
        """Collect the comments between the last scalar and ``end``."""
        for match in _COMMENT.finditer(self._source.text, self._at, end):
            self.comments.append(Comment(SourceSpan(*match.span()), match[1].strip()))

    def _open(self, kind: str, event: Any) -> None:
        if len(self._levels) >= MAX_DEPTH:
            raise broken(self._source, event.start_mark.index, f"more than {MAX_DEPTH} levels")
        path, is_read = self._path(), self._is_read()
        is_flow = bool(event.flow_style) or (bool(self._levels) and self._levels[-1].in_flow)
        is_mapping = kind.startswith("Mapping")
        self._levels.append(_Level(path, is_mapping=is_mapping, is_read=is_read, in_flow=is_flow))

    def _on_scalar(self, event: Any) -> None:
        scalar = scalar_of(event, self._source.text)
        self.add_comments(scalar.start)
        self._at = scalar.end
        is_value = not self._awaits_key() and self._is_read()
        is_text = scalar.style or not _NOT_TEXT.match(event.value)
        if is_value and is_text and not event.tag:
            self._add_string(scalar)
        self._after_value(event.value)

    def _add_string(self, scalar: Scalar) -> None:
        in_flow = bool(self._levels) and self._levels[-1].in_flow
        escape = self._escapes.of(scalar, in_flow=in_flow)
        raw = decode(self._source.text, scalar)
        self.blocks.extend(string_blocks(raw, escape, self._path()))

    def _awaits_key(self) -> bool:
        return bool(self._levels) and self._levels[-1].is_mapping and self._levels[-1].key is None

    def _after_value(self, value: str) -> None:
        """Go on in the level that is open: a key has come, or a value."""
        if not self._levels:
            return
        level = self._levels[-1]
        level.index += 1
        if level.is_mapping:
            level.key = value if level.key is None else None

    def _is_read(self) -> bool:
        """True if the value at this place is Finnish."""
        if not self._levels:
            return True
        level = self._levels[-1]
        return level.is_read and (level.key is None or not is_foreign_key(level.key))

    def _path(self) -> str:
        if not self._levels:
            return ""
        level = self._levels[-1]
        step = (level.key or "") if level.is_mapping else str(level.index + 1)
        return f"{level.path}.{step}" if level.path else step


READER = Reader("yaml", (".yaml", ".yml"), read, looks_translated, languages=("yaml",), comment=HASH_COMMENT)
