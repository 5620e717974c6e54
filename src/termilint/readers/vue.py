"""Vue components: the template of a single-file component, read as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.model.document import Document
from termilint.readers._html import NOT_PROSE, attributes, html_page, tags
from termilint.readers.reader import MARKUP_COMMENT, Reader

if TYPE_CHECKING:
    from termilint.model.source import Source

_NOT_PROSE = NOT_PROSE - {"template"}


def read(source: Source) -> Document:
    """The visible text and the text attributes of the component's template.

    Expressions and bound attributes are code; a template in another language (*lang="pug"*) is none
    that can be read.
    """
    start, end = _template(source.text)
    page = html_page(source.text, start, end, not_prose=_NOT_PROSE)
    return Document(source, tuple(page.blocks), tuple(page.comments))


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
