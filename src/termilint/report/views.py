"""What the template shows, computed beforehand: rows, widths of bars, texts cut at their marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from termilint.matching.usage import Label
from termilint.rules.model import NeedsQualifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from termilint.census.model import Census, Sense, SenseCount
    from termilint.model.finding import Severity
    from termilint.report.model import DocumentReport, Gathered, Mark, Passage
    from termilint.rules.model import Language, Rule, RuleSet

BARS = 12
"""Rows of a chart."""

TERMS = 5
"""Terms that are shown."""

_PHRASED = (Label.COMPOUND, Label.MODIFIER, Label.GENITIVE)


class Bar(NamedTuple):
    """A row of a chart; ``width`` is in hundredths of the longest. Without a name, the label speaks.

    ``kind`` is that of a sense: *said*, *bare* or *other*.
    """

    name: str
    number: int
    width: float
    label: Label | None = None
    kind: str = ""


class Chart(NamedTuple):
    """The longest bars, how many others there are, and the sum of all."""

    bars: tuple[Bar, ...]
    more: int
    total: int


class TermView(NamedTuple):
    """A guarded term: how its uses divide, and its senses."""

    term: str
    said: int
    bare: int
    other: int
    senses: Chart

    @property
    def uses(self) -> int:
        """All uses."""
        return self.said + self.bare + self.other


class Charts(NamedTuple):
    """The forms of bare terms, and the other words and phrases that rules speak of."""

    bare: Chart
    worn: Chart


class Piece(NamedTuple):
    """Text of a passage, with the number of its mark if it has one."""

    text: str
    mark: Mark | None = None
    number: int = 0


class PassageView(NamedTuple):
    """A passage cut at its marks."""

    passage: Passage
    pieces: tuple[Piece, ...]

    @property
    def notes(self) -> tuple[Piece, ...]:
        """The pieces that are marked."""
        return tuple(piece for piece in self.pieces if piece.mark)


class DocumentView(NamedTuple):
    """A document with its place in the ranking, from 1."""

    number: int
    report: DocumentReport
    passages: tuple[PassageView, ...]


class RuleView(NamedTuple):
    """A rule that spoke: how often, and what it says for itself."""

    rule_id: str
    severity: Severity
    number: int
    why: str
    source: str


def term_views(census: Census) -> tuple[TermView, ...]:
    """The terms that are used most."""
    return tuple(_term_view(term, census.of_term(term)) for term in census.terms[:TERMS])


def _term_view(term: str, counts: Sequence[SenseCount]) -> TermView:
    uses = sum(count.uses for count in counts)
    bare = sum(count.uses for count in counts if count.sense.is_bare)
    said = sum(count.uses for count in counts if count.sense.says_who)
    rows = [Bar(_name(count), count.uses, 0, count.sense.label, _kind(count.sense)) for count in counts]
    return TermView(term, said, bare, uses - said - bare, _chart(rows))


def _kind(sense: Sense) -> str:
    if sense.is_bare:
        return "bare"
    return "said" if sense.says_who else "other"


def _name(count: SenseCount) -> str:
    return count.phrase if count.sense.label in _PHRASED else ""


def word_charts(gathered: Gathered, rules: RuleSet) -> Charts:
    """The words that rules speak of, bare terms apart."""
    terms = {rule.id for rule in rules if isinstance(rule.pattern, NeedsQualifier)}
    ranked = sorted(gathered.worn.items(), key=lambda item: (-item[1], item[0]))
    bare = [Bar(word, number, 0) for (rule_id, word), number in ranked if rule_id in terms]
    worn = [Bar(word, number, 0) for (rule_id, word), number in ranked if rule_id not in terms]
    return Charts(_chart(bare), _chart(worn))


def _chart(rows: Sequence[Bar]) -> Chart:
    longest = max((row.number for row in rows), default=1)
    bars = tuple(row._replace(width=round(100 * row.number / longest, 1)) for row in rows[:BARS])
    return Chart(bars, max(0, len(rows) - BARS), sum(row.number for row in rows))


def document_rows(gathered: Gathered) -> tuple[DocumentView, ...]:
    """Every document with findings, without its text."""
    return tuple(DocumentView(at, one, ()) for at, one in enumerate(gathered.documents, 1))


def document_views(gathered: Gathered) -> Iterator[DocumentView]:
    """The documents whose text is shown, one after another: together they are large."""
    for at, one in enumerate(gathered.documents, 1):
        if one.shown.passages:
            yield DocumentView(at, one, tuple(_passage_views(one.shown.passages)))


def _passage_views(passages: Iterable[Passage]) -> Iterator[PassageView]:
    number = 0
    for passage in passages:
        pieces = tuple(_pieces(passage, number))
        number += len(passage.marks)
        yield PassageView(passage, pieces)


def _pieces(passage: Passage, number: int) -> Iterator[Piece]:
    """The text in order; a mark that overlaps the one before begins after it."""
    at = 0
    for mark in passage.marks:
        number += 1
        start = max(at, mark.start)
        if at < start:
            yield Piece(passage.text[at:start])
        yield Piece(passage.text[start : max(start, mark.end)], mark, number)
        at = max(start, mark.end)
    if at < len(passage.text):
        yield Piece(passage.text[at:])


def rule_views(gathered: Gathered, rules: RuleSet, language: Language) -> tuple[RuleView, ...]:
    """The rules that spoke, the one that spoke most first."""
    ranked = sorted(gathered.rules.items(), key=lambda item: (-item[1], item[0]))
    known = [(rule, number) for rule_id, number in ranked if (rule := rules.get(rule_id))]
    return tuple(_rule_view(rule, number, language) for rule, number in known)


def _rule_view(rule: Rule, number: int, language: Language) -> RuleView:
    return RuleView(rule.id, rule.severity, number, rule.why.get(language), rule.source.get(language))
