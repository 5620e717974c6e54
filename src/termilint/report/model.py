"""What the report shows of each document: plain values, bounded before they leave a process."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from termilint.census.model import DocumentCensus

if TYPE_CHECKING:
    from termilint.census.model import Census, Site
    from termilint.model.finding import Severity, Suggestion


class Mark(NamedTuple):
    """A finding at code points ``start`` to ``end`` of a passage's text."""

    start: int
    end: int
    rule_id: str
    severity: Severity
    matched: str
    message: str
    suggestions: tuple[Suggestion, ...]


class Passage(NamedTuple):
    """A block of a document, or a piece of one, as it can be shown; ``skipped`` blocks stood before it."""

    kind: str
    text: str
    marks: tuple[Mark, ...]
    line: int | None = None
    location: str | None = None
    skipped: int = 0
    starts_inside: bool = False
    ends_inside: bool = False


class Shown(NamedTuple):
    """What is shown of a document's text; ``left_out`` findings stand in what is not."""

    passages: tuple[Passage, ...] = ()
    is_whole: bool = True
    left_out: int = 0

    @property
    def characters(self) -> int:
        """How much text it is, in code points."""
        return sum(len(passage.text) for passage in self.passages)


class Rewrite(NamedTuple):
    """A sentence in four parts: before the words ``old``, these, ``new`` instead of them, and the rest."""

    site: Site
    rule_id: str
    before: str
    old: str
    new: str
    after: str
    reason: str | None
    is_likely: bool

    @property
    def sentence(self) -> str:
        """The sentence as it is."""
        return self.before + self.old + self.after


class DocumentReport(NamedTuple):
    """One document: how many words it has, what was found, and a part of its text."""

    name: str
    words: int = 0
    rules: Counter[str] = Counter()  # noqa: RUF012  # never changed
    severities: Counter[Severity] = Counter()  # noqa: RUF012  # never changed
    worn: Counter[tuple[str, str]] = Counter()  # noqa: RUF012  # never changed
    census: DocumentCensus = DocumentCensus("")
    rewrites: tuple[Rewrite, ...] = ()
    shown: Shown = Shown()

    @property
    def findings(self) -> int:
        """The number of findings."""
        return self.rules.total()

    @property
    def density(self) -> float:
        """Findings in a thousand words."""
        return 1_000 * self.findings / self.words if self.words else 0.0


class Gathered(NamedTuple):
    """All documents: those with findings, the one with most first; the texts of some are dropped.

    ``worn`` counts words by rule: the form of a bare term, the lemma of any other word.
    """

    read: int
    words: int
    documents: tuple[DocumentReport, ...]
    texts_dropped: int
    rules: Counter[str]
    severities: Counter[Severity]
    worn: Counter[tuple[str, str]]
    rewrites: tuple[Rewrite, ...]
    census: Census

    @property
    def findings(self) -> int:
        """The number of all findings."""
        return self.rules.total()
