"""XLIFF 1.2 and 2: the target texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.model.document import OBJECT, BlockBuilder, Comment, Document
from termilint.readers._languages import is_finnish, is_foreign_file
from termilint.readers._strings import string_blocks
from termilint.readers._xml import Escapes, Tag, Text, add_text, scan
from termilint.readers.reader import MARKUP_COMMENT, Reader

if TYPE_CHECKING:
    from termilint.model.document import Block
    from termilint.model.source import Source

_CODES = frozenset(("ph", "x", "bx", "ex", "bpt", "ept", "it", "sc", "ec", "cp"))
"""Elements that stand for something, or hold the original's code."""

_UNITS = frozenset(("trans-unit", "unit", "segment"))

_MEMORY = frozenset(("alt-trans", "match"))
"""Elements with what a translation memory once said, in XLIFF 1.2 and 2: nobody reads it."""


def read(source: Source) -> Document:
    """The targets of all units, each located by the unit's id; none of a translation memory.

    A file whose target language, or else whose name, is not Finnish holds nothing to read. Raises
    ReadError for a document that is not well-formed.
    """
    reader = _Units(source)
    for part in scan(source):
        reader.take(part)
    return Document(source, tuple(reader.blocks), tuple(reader.comments))


class _Units:
    """Collects the targets of units."""

    def __init__(self, source: Source) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._source = source
        self._escapes = Escapes(source)
        self._is_finnish = not is_foreign_file(source.name)
        self._id = ""
        self._target: BlockBuilder | None = None
        self._has_data = False
        self._code: list[str] = []
        self._memory_depth = 0

    def take(self, part: Tag | Text | Comment) -> None:
        """Take the next part of the document."""
        if isinstance(part, Comment):
            self.comments.append(part)
        elif isinstance(part, Text):
            if self._target is not None and not self._code:
                add_text(self._target, self._source, part)
                self._has_data = self._has_data or part.is_data
        else:
            self._on_tag(part)

    def _on_tag(self, tag: Tag) -> None:
        name = tag.name.rpartition(":")[2]
        if self._target is not None and name != "target":
            self._on_inline(name, tag, self._target)
        elif name in _MEMORY:
            self._memory_depth += tag.opens - tag.closes
        elif self._memory_depth:
            return
        elif name == "target":
            self._on_target(tag)
        elif tag.opens and name in ("file", "xliff"):
            self._on_language(tag)
        elif tag.opens and name in _UNITS:
            self._id = tag.attributes.get("resname") or tag.attributes.get("id") or self._id

    def _on_language(self, tag: Tag) -> None:
        language = tag.attributes.get("target-language") or tag.attributes.get("trglang")
        if language:
            self._is_finnish = is_finnish(language)

    def _on_target(self, tag: Tag) -> None:
        if tag.opens and not tag.closes:
            self._target = BlockBuilder()
        elif self._target is not None:
            if self._is_finnish and self._target.length:
                escape = self._escapes.at(in_data=self._has_data)
                self.blocks.extend(string_blocks(self._target, escape, self._id))
            self._target = None
            self._has_data = False

    def _on_inline(self, name: str, tag: Tag, target: BlockBuilder) -> None:
        """Codes are objects; marks and groups are only around text."""
        if name not in _CODES:
            return
        if tag.opens and not self._code:
            target.add(OBJECT, tag.start, tag.end)
        if tag.opens and not tag.closes:
            self._code.append(name)
        elif not tag.opens and self._code:
            self._code.pop()


READER = Reader(
    "xliff",
    (".xlf", ".xliff"),
    read,
    lambda path: not is_foreign_file(path),
    languages=("xliff",),
    comment=MARKUP_COMMENT,
)
