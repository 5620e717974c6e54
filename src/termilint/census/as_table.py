"""The census for people at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from termilint.matching.usage import Label
from termilint.messages import census_messages_in, messages_in
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from termilint.census.model import Census, Conflict, Sense, Site, Trend

_MOST_SENSES = 6
"""Phrases that are told of a document."""


def write_census(census: Census, stream: TextIO, language: str, top: int) -> None:
    """Write at most ``top`` rows of each table; what is left out is counted."""
    _write(stream, _Table(language, top).census(census))


def write_trend(trend: Trend, stream: TextIO, language: str, top: int) -> None:
    """Write what has changed, then the census as it is now."""
    _write(stream, _Table(language, top).trend(trend))


def _write(stream: TextIO, lines: Iterable[str]) -> None:
    stream.writelines(f"{printable(line).rstrip()}\n" for line in lines)


class _Table:
    """Makes the lines in one language."""

    def __init__(self, language: str, top: int) -> None:
        self._texts = census_messages_in(language)
        self._messages = messages_in(language)
        self._top = top

    def census(self, census: Census) -> Iterator[str]:
        yield self._texts.read.of(census.read)
        if census.read and not census.senses:
            yield self._texts.no_uses
        for term in census.terms:
            yield from self._term(census, term)
        yield from self._unclear(census)
        yield from self._conflicts(census.conflicts)
        yield from self._failures(census)

    def trend(self, trend: Trend) -> Iterator[str]:
        texts = self._texts
        yield texts.trend.format(trend.before_name, trend.after_name)
        yield ""
        rows = [
            (one.before, one.after, one.after - one.before, self.meaning(one.sense, one.phrase))
            for one in trend.senses
        ]
        heads = texts.column_before, texts.column_after, texts.column_change, texts.column_meaning
        yield from self._rows(heads, rows, signed=2) if rows else [texts.no_change]
        changed = [(one.before, one.after, one.after - one.before, one.name) for one in trend.documents]
        if changed:
            yield from ("", texts.documents_changed)
            yield from self._rows((*heads[:3], ""), changed, signed=2)
        yield ""
        yield from self.census(trend.after)

    def _term(self, census: Census, term: str) -> Iterator[str]:
        texts, senses = self._texts, census.of_term(term)
        uses = sum(count.uses for count in senses)
        bare = sum(count.uses for count in senses if count.sense.is_bare)
        documents = sum(1 for document in census.documents if document.term == term)
        in_documents = texts.in_documents.of(documents)
        yield ""
        yield f"{term}: {texts.uses.of(uses)} {in_documents}. {texts.bare.of(bare, round(100 * bare / uses))}"
        yield ""
        rows = [(one.uses, one.documents, self.meaning(one.sense, one.phrase)) for one in senses]
        heads = texts.column_uses, texts.column_documents, texts.column_meaning
        yield from self._rows(heads, rows)

    def meaning(self, sense: Sense, phrase: str) -> str:
        """A sense in words: its phrase, or the term with what its label says."""
        label = self._messages.labels[sense.label.name]
        if sense.label in (Label.COMPOUND, Label.MODIFIER, Label.GENITIVE):
            return phrase or f"{sense.term}: {label}"
        return f"{sense.term}: {label}"

    def _rows(
        self, heads: Sequence[str], rows: Sequence[tuple[int | str, ...]], *, signed: int | None = None
    ) -> Iterator[str]:
        """Numbers to the right, the last column as it is; ``signed`` is a column with signs."""
        shown = [
            [f"{cell:+d}" if at == signed else str(cell) for at, cell in enumerate(row)]
            for row in rows[: self._top]
        ]
        widths = [max(len(row[at]) for row in [heads, *shown]) for at in range(len(heads) - 1)]
        for row in [heads, *shown]:
            numbers = "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=False))
            yield f"  {numbers}  {row[-1]}"
        yield from self._more(len(rows))

    def _more(self, number: int) -> Iterator[str]:
        if number > self._top:
            yield f"  {self._texts.more.of(number - self._top)} (--top {number})"

    def _unclear(self, census: Census) -> Iterator[str]:
        unclear = census.unclear
        if unclear:
            yield from ("", f"{self._texts.unclear}:")
        for document in unclear[: self._top]:
            bare = self._texts.unclear_document.of(document.bare)
            more = self._texts.more.of(max(0, len(document.senses) - _MOST_SENSES))
            phrases = ", ".join(document.senses[:_MOST_SENSES])
            yield f"  {document.name}: {document.term} {bare}; {phrases} {more}"
        yield from self._more(len(unclear))

    def _conflicts(self, conflicts: Sequence[Conflict]) -> Iterator[str]:
        for conflict in conflicts:
            yield from ("", f"{self._texts.conflicts}: {conflict.term}")
            for meaning in conflict.meanings[: self._top]:
                yield f"  {meaning.examples[0].text}"
                yield from (f"    {place(example.site)}" for example in meaning.examples)
                if meaning.places > len(meaning.examples):
                    yield f"    {self._texts.more.of(meaning.places - len(meaning.examples))}"
            yield from self._more(len(conflict.meanings))

    def _failures(self, census: Census) -> Iterator[str]:
        if census.failures:
            yield from ("", f"{self._texts.failed}:")
        for failure in census.failures:
            reason = self._messages.failure(failure.reason, failure.details, failure.message)
            yield f"  {failure.name}: {reason}"


def place(site: Site) -> str:
    """Where something stands, as people write it: *a.md:12*, *a.pptx (slide 4)*."""
    line = f":{site.line}" if site.line else ""
    location = f" ({site.location})" if site.location else ""
    return f"{site.document}{line}{location}"
