"""Java property files: the messages of a program, key by key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termilint.model.document import BlockBuilder, Comment, Document
from termilint.model.span import SourceSpan
from termilint.readers._escapes import Backslashes
from termilint.readers._languages import is_foreign_file, is_foreign_key, looks_translated
from termilint.readers._pieces import add_decoded, unescaped
from termilint.readers._strings import string_blocks
from termilint.readers.reader import HASH_COMMENT, Reader

if TYPE_CHECKING:
    from termilint.model.document import Block
    from termilint.model.source import Source

_LINE = re.compile(
    r"""[ \t\f]*+(?:(?P<comment>[\#!][^\r\n]*+)
      |(?P<key>(?:[^\\\s=:]++|\\(?:\r\n|[^\r\n]|[\r\n]))*+)
       [ \t\f]*+[=:]?+[ \t\f]*+(?:\\(?:\r\n|\r|\n)[ \t\f]*+)?+
       (?P<value>(?:[^\\\r\n]++|\\(?:\r\n|[^\r\n]|[\r\n]|\Z))*+))(?:\r\n|\r|\n|\Z)""",
    re.VERBOSE,
)
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\u[0-9a-fA-F]{4}|\\(?:\r\n|\r|\n)[ \t\f]*+|\\[^\r\n]|\\\Z"
)


def read(source: Source) -> Document:
    """The values of all keys. A file whose name says another language than Finnish gives none."""
    blocks: list[Block] = []
    comments: list[Comment] = []
    escape = _escape(source)
    for line in _LINE.finditer(source.text):
        if line["comment"]:
            comments.append(Comment(SourceSpan(*line.span("comment")), line["comment"][1:].strip()))
        elif line["value"] and not is_foreign_key(line["key"]):
            builder = BlockBuilder()
            add_decoded(builder, source.text, line.span("value"), _ESCAPE, _unescaped)
            blocks.extend(string_blocks(builder, escape, line["key"]))
    return Document(source, () if is_foreign_file(source.name) else tuple(blocks), tuple(comments))


def _unescaped(escape: str) -> str:
    """What a backslash stands for; at a line's end it continues the line."""
    letter = escape[1:2]
    if letter in "\r\n":
        return ""
    return unescaped(escape) if letter in "untrf" else letter


def _escape(source: Source) -> Backslashes:
    r"""Pure ASCII stays so, as older programs read Latin-1; a Latin-1 file takes *\uXXXX* for the rest."""
    return Backslashes("\\", ascii_only=source.text.isascii(), latin_only=source.encoding == "cp1252")


READER = Reader(
    "properties",
    (".properties",),
    read,
    looks_translated,
    languages=("properties", "java-properties", "jproperties"),
    comment=HASH_COMMENT,
)
