"""A census of texts, as tests need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.census.take import take
from termilint.census.total import Tally
from termilint.model.source import Source
from termilint.readers import reader_for

if TYPE_CHECKING:
    from termilint.census.model import Census, DocumentCensus
    from termilint.engine import Linter


def document_census(linter: Linter, text: str, name: str = "a.md") -> DocumentCensus:
    source = Source(name, text)
    return take(reader_for(name).read(source), linter)


def census(linter: Linter, **texts: str) -> Census:
    """The census of Markdown texts, each in a document of its name."""
    tally = Tally()
    for name, text in texts.items():
        tally.add(document_census(linter, text, f"{name}.md"))
    return tally.census()
