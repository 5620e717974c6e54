"""XML with texts for people: Android string resources, and any other that a user names."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from termilint.model.document import OBJECT, BlockBuilder, BlockKind, Comment, Document
from termilint.readers._escapes import Backslashes, Within
from termilint.readers._languages import is_finnish, is_foreign_file
from termilint.readers._pieces import BACKSLASH, add_decoded, relocated_text, unescaped
from termilint.readers._strings import string_blocks
from termilint.readers._xml import Escapes, Tag, Text, add_text, scan
from termilint.readers.reader import MARKUP_COMMENT, Reader

if TYPE_CHECKING:
    from termilint.model.document import Block
    from termilint.model.source import Source
    from termilint.readers._escapes import Escaping

_INLINE = frozenset(
    "a annotation b big em font g i li mark s small span strike strong sub sup tt u ul".split()
)
_VALUES = frozenset(("string", "item"))
_RESOURCES = re.compile(r"<resources\b")
_HEAD = 5_000
_ANDROID_NAMES = re.compile(r"(?:strings|plurals|arrays)(?:[_-]\w+)?\Z")
_ANDROID_ESCAPE = re.compile(rf'{BACKSLASH.pattern}|"', re.DOTALL)


def read(source: Source) -> Document:
    """The strings of an Android resource file, each located by its name; or all texts of other XML.

    Elements with another *xml:lang*, and strings that are not translatable, are out. A resource
    file in the folder of another language holds nothing to read. Raises ReadError for a document
    that is not well-formed.
    """
    is_android = bool(_RESOURCES.search(source.text, 0, _HEAD))
    reader = _Elements(source, is_android=is_android)
    for part in scan(source):
        reader.take(part)
    return Document(source, tuple(reader.blocks), tuple(reader.comments))


class _Element:
    """An element that is open."""

    __slots__ = ("is_read", "location", "name")

    def __init__(self, name: str, location: str, *, is_read: bool) -> None:
        self.name = name
        self.location = location
        self.is_read = is_read


class _Elements:
    """Collects the texts of elements; those of inline elements belong to the text around them."""

    def __init__(self, source: Source, *, is_android: bool) -> None:
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._source = source
        self._is_android = is_android
        self._escapes = Escapes(source)
        self._backslashes = _backslashes(source.text)
        self._open = [_Element("", "", is_read=not is_foreign_file(source.name))]
        self._builder = BlockBuilder()
        self._has_data = False

    def take(self, part: Tag | Text | Comment) -> None:
        """Take the next part of the document."""
        if isinstance(part, Comment):
            self.comments.append(part)
        elif isinstance(part, Text):
            if self._is_text():
                add_text(self._builder, self._source, part)
                self._has_data = self._has_data or part.is_data
        else:
            self._on_tag(part)

    def _is_text(self) -> bool:
        top = self._open[-1]
        return top.is_read and (not self._is_android or top.name in _VALUES or top.name in _INLINE)

    def _on_tag(self, tag: Tag) -> None:
        name = tag.name.rpartition(":")[2]
        if name not in _INLINE:
            self._end_block()
        elif tag.name.startswith("xliff:") and tag.opens and self._open[-1].is_read:
            self._builder.add(OBJECT, tag.start, tag.end)
        if tag.opens and not tag.closes:
            self._open.append(self._element(name, tag))
        elif not tag.opens and len(self._open) > 1:
            self._open.pop()

    def _element(self, name: str, tag: Tag) -> _Element:
        above = self._open[-1]
        language = tag.attributes.get("xml:lang") or tag.attributes.get("tools:locale")
        is_read = is_finnish(language) if language else above.is_read
        is_kept_out = tag.attributes.get("translatable") == "false" or tag.name.startswith("xliff:")
        location = tag.attributes.get("name") or above.location
        return _Element(name, location, is_read=is_read and not is_kept_out)

    def _end_block(self) -> None:
        """Finish the text collected so far."""
        builder = self._builder
        if not builder.length:
            return
        escape = self._escapes.at(in_data=self._has_data)
        if self._is_android:
            builder = _without_android_escapes(builder)
            escape = Within(escape, self._backslashes)
        self.blocks.extend(string_blocks(builder, escape, self._open[-1].location))
        self._builder = BlockBuilder()
        self._has_data = False


def _backslashes(text: str) -> Escaping:
    return Backslashes("\\'\"", ascii_only=text.isascii() and "\\u" in text)


def _without_android_escapes(raw: BlockBuilder) -> BlockBuilder:
    text = raw.text
    if "\\" not in text and '"' not in text:
        return raw
    builder = BlockBuilder()
    add_decoded(builder, text, (0, len(text)), _ANDROID_ESCAPE, _unescaped)
    return relocated_text(builder.build(BlockKind.UI_STRING), raw.build(BlockKind.UI_STRING))


def _unescaped(escape: str) -> str:
    """A quote only keeps white space; it is not shown."""
    return "" if escape == '"' else unescaped(escape)


def _wants(path: str) -> bool:
    """Android's string resources; other XML is seldom for people."""
    name = PurePath(path)
    in_values = name.parent.name.startswith("values") or name.parent.name == ""
    return in_values and bool(_ANDROID_NAMES.match(name.stem)) and not is_foreign_file(path)


READER = Reader("xml", (".xml",), read, _wants, languages=("xml",), comment=MARKUP_COMMENT)
