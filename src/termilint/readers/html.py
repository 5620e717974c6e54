"""HTML: what a browser shows and a screen reader says, in Finnish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.model.document import Document
from termilint.readers._html import html_page
from termilint.readers.reader import MARKUP_COMMENT, Reader

if TYPE_CHECKING:
    from termilint.model.source import Source


def read(source: Source) -> Document:
    """The visible text, the title, the meta description, and attributes such as *alt*.

    Text under a *lang* other than *fi* or under *translate="no"* is not read; without *lang* text is
    Finnish.
    """
    page = html_page(source.text)
    return Document(source, tuple(page.blocks), tuple(page.comments))


READER = Reader(
    "html", (".html", ".htm", ".xhtml"), read, languages=("html", "xhtml"), comment=MARKUP_COMMENT
)
