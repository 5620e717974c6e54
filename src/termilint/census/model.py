"""What a census holds: plain values, complete at birth."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from termilint.matching.usage import Label

if TYPE_CHECKING:
    from termilint.model.finding import Failure


class Sense(NamedTuple):
    """What a use of a term means: its label and, where one decides, the qualifier's lemma."""

    term: str
    label: Label
    qualifier: str = ""

    @property
    def is_bare(self) -> bool:
        """True if the text does not say who is meant."""
        return self.label is Label.BARE

    @property
    def says_who(self) -> bool:
        """True if words around the term narrow it."""
        return self.label in _NARROWING


_NARROWING = frozenset({Label.COMPOUND, Label.MODIFIER, Label.GENITIVE, Label.CLAUSE})


class Site(NamedTuple):
    """Where a text stands: the document, and its 1-based line or, without lines, its location."""

    document: str
    line: int | None = None
    location: str | None = None


class Example(NamedTuple):
    """A sentence with a use, cut around it if it is long."""

    site: Site
    text: str


class Stated(NamedTuple):
    """A definition that a document gives. ``meaning`` is the same for the same words in other forms."""

    term: str
    meaning: tuple[str, ...]
    example: Example


class DocumentCensus(NamedTuple):
    """The census of one document: every use once, an example for each sense.

    ``phrases`` tell how often each phrase (*kirjaston asiakas*, *kirjastojen asiakas*) stood for a sense.
    """

    name: str
    uses: Counter[Sense] = Counter()  # noqa: RUF012  # never changed
    phrases: Counter[tuple[Sense, str]] = Counter()  # noqa: RUF012  # never changed
    examples: tuple[tuple[Sense, Example], ...] = ()
    definitions: tuple[Stated, ...] = ()


class SenseCount(NamedTuple):
    """How often a sense was meant, and in how many documents; ``phrase`` is its most common one."""

    sense: Sense
    phrase: str
    uses: int
    documents: int
    examples: tuple[Example, ...]


class DocumentCount(NamedTuple):
    """A document that uses a term: how often, how often bare, and the phrases that say who is meant."""

    name: str
    term: str
    uses: int
    bare: int
    senses: tuple[str, ...]

    @property
    def is_unclear(self) -> bool:
        """True if the term means several things here and yet stands bare: each reader guesses."""
        return self.bare > 0 and len(self.senses) > 1


class Meaning(NamedTuple):
    """One of a term's meanings: in how many places it is stated, and some of these."""

    places: int
    examples: tuple[Example, ...]


class Conflict(NamedTuple):
    """A term with several meanings, in the order in which they came up."""

    term: str
    meanings: tuple[Meaning, ...]


class Census(NamedTuple):
    """The census of many documents; ``read`` tells how many there were.

    ``senses`` come by term, the most common first, ``documents`` the one with most bare uses first.
    """

    read: int
    senses: tuple[SenseCount, ...]
    documents: tuple[DocumentCount, ...]
    conflicts: tuple[Conflict, ...]
    failures: tuple[Failure, ...] = ()

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms that are used, the most common first."""
        uses: Counter[str] = Counter()
        for count in self.senses:
            uses[count.sense.term] += count.uses
        return tuple(term for term, _ in sorted(uses.items(), key=lambda item: (-item[1], item[0])))

    def of_term(self, term: str) -> tuple[SenseCount, ...]:
        """The senses of one term, the most common first."""
        return tuple(count for count in self.senses if count.sense.term == term)

    @property
    def uses(self) -> int:
        """All uses of all terms."""
        return sum(count.uses for count in self.senses)

    @property
    def bare(self) -> int:
        """The uses that do not say who is meant."""
        return sum(count.uses for count in self.senses if count.sense.is_bare)

    @property
    def unclear(self) -> tuple[DocumentCount, ...]:
        """The documents in which a term means several things and yet stands bare."""
        return tuple(document for document in self.documents if document.is_unclear)


class Change(NamedTuple):
    """How often a sense was meant before and after."""

    sense: Sense
    phrase: str
    before: int
    after: int


class DocumentChange(NamedTuple):
    """How often a document used a term without saying who is meant, before and after."""

    name: str
    term: str
    before: int
    after: int


class Trend(NamedTuple):
    """Two censuses compared; each side is named. The greatest changes come first."""

    before_name: str
    after_name: str
    before: Census
    after: Census
    senses: tuple[Change, ...]
    documents: tuple[DocumentChange, ...]
