"""Vue components: the template of a single-file component, read as HTML, and its translations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termilint.errors import ReadError
from termilint.model.document import Document
from termilint.model.source import Source
from termilint.readers import json, yaml
from termilint.readers._html import NOT_PROSE, attributes, html_page, tags
from termilint.readers._languages import is_finnish
from termilint.readers.reader import MARKUP_COMMENT, Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOT_PROSE = NOT_PROSE - {"template"}
_TRANSLATIONS = re.compile(r"^<i18n\b[^>]*(?<!/)>(?P<body>[\s\S]*?)</i18n\s*>", re.MULTILINE | re.IGNORECASE)
_NAME = "fi"
_VISIBLE = re.compile(r"[^\r\n]")


def read(source: Source) -> Document:
    """The visible text and the text attributes of the component's template, and its Finnish messages.

    Expressions and bound attributes are code; a template in another language (*lang="pug"*) is none
    that can be read. Messages are those of *i18n* blocks in JSON or YAML; a broken block holds none.
    """
    start, end = _template(source.text)
    page = html_page(source.text, start, end, not_prose=_NOT_PROSE)
    documents = list(_translations(source.text))
    blocks = [*page.blocks, *(block for document in documents for block in document.blocks)]
    comments = [*page.comments, *(comment for document in documents for comment in document.comments)]
    blocks.sort(key=lambda block: block.segments[0].source_start)
    comments.sort(key=lambda comment: comment.span.start)
    return Document(source, tuple(blocks), tuple(comments))


def _translations(text: str) -> Iterator[Document]:
    """What the component's blocks of translations hold; their places are those of the component."""
    for block in _TRANSLATIONS.finditer(text):
        given = {a.name: a.value.lower() for a in attributes(text[block.start() : block.start("body")])}
        if "src" in given or not is_finnish(given.get("locale", _NAME)):
            continue
        reader = yaml if given.get("lang") in ("yaml", "yml") else json
        blank = _VISIBLE.sub(" ", text[: block.start("body")])
        try:
            yield reader.read(Source(_NAME, blank + block["body"]))
        except ReadError:
            continue


def _template(text: str) -> tuple[int, int]:
    """The range inside the outermost *template* element."""
    start = depth = 0
    for tag in tags(text, 0, len(text)):
        if tag["name"] != "template" or tag[0].endswith("/>"):
            continue
        if tag["end"] and depth == 1:
            return start, tag.start()
        if not tag["end"] and depth == 0:
            if _is_other_syntax(tag[0]):
                return 0, 0
            start = tag.end()
        depth = max(depth - 1, 0) if tag["end"] else depth + 1
    return (start, len(text)) if depth else (0, 0)


def _is_other_syntax(tag: str) -> bool:
    return any(a.name == "lang" and a.value.lower() != "html" for a in attributes(tag))


READER = Reader("vue", (".vue",), read, languages=("vue",), comment=MARKUP_COMMENT)
