"""What a rule is: immutable values, complete at birth, without any YAML.

The fields of the pattern kinds are the keys of the rule files: :mod:`termilint.rules.schema` reads
them off these classes, so a new word set is one line here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from termilint.errors import RuleError
from termilint.model.finding import Confidence
from termilint.model.fix import Applicability
from termilint.model.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from termilint.model.document import BlockKind
    from termilint.model.finding import Severity
    from termilint.rules.changes import RuleChange
    from termilint.rules.problems import Where

Language = Literal["fi", "en"]
Words = tuple[str, ...]  # base forms in the order of the file
WordSet = frozenset[str]  # base forms to look up


class Localized(NamedTuple):
    """One text in the languages that the program speaks."""

    fi: str
    en: str

    def get(self, language: Language) -> str:
        """The text in ``language``."""
        return self.fi if language == "fi" else self.en


class Word(NamedTuple):
    """A phrase element that one word fills: by lemma, or by its exact form (lower-case)."""

    lemmas: WordSet = frozenset()
    forms: WordSet = frozenset()


class Gap(NamedTuple):
    """A phrase element that ``least`` to ``most`` words of any kind fill, within one clause."""

    least: int
    most: int


class PhrasePattern(NamedTuple):
    """Words and gaps in order; the first and the last element are words, no two gaps are neighbours."""

    elements: tuple[Word | Gap, ...]
    text: str


PhrasePatterns = tuple[PhrasePattern, ...]


class Term(NamedTuple):
    """Matches a word whose lemma, or the end of whose lemma as whole compound parts, is in ``words``.

    With ``inside_compounds`` the parts may also stand before other parts.
    """

    words: Words
    inside_compounds: bool = False


class Phrase(NamedTuple):
    """Matches words in a row."""

    patterns: PhrasePatterns


class NeedsQualifier(NamedTuple):
    """Matches a use of ``lemma`` that nothing in its noun phrase narrows down.

    With ``open_class`` an adjective or participle that no set names counts as narrowing.
    """

    lemma: str
    open_class: bool = True
    narrows: WordSet = frozenset()
    does_not_narrow: WordSet = frozenset()
    speakers: WordSet = frozenset()
    quantities: WordSet = frozenset()
    greetings: WordSet = frozenset()
    mention_nouns: WordSet = frozenset()
    definition_verbs: WordSet = frozenset()
    definition_nouns: WordSet = frozenset()
    people: WordSet = frozenset()
    organisations: WordSet = frozenset()
    services: WordSet = frozenset()
    software: WordSet = frozenset()
    client_server: WordSet = frozenset()


Pattern = Term | Phrase | NeedsQualifier


class SuggestionTemplate(NamedTuple):
    """What to write instead, in base form (``koettu arvo``); ``note`` says when it fits.

    ``cues`` are lemmas whose presence in the text speaks for this suggestion (``hoito`` → *potilas*).
    Without ``keeps_possessive`` a possessive suffix is dropped, where it would say something else:
    *asiakkaidemme* are not *yrityksemme* but *yritykset*. ``is_own`` marks a word of the
    organisation's own list, which comes first where its cues are, or if it has none.
    """

    text: str
    note: Localized | None = None
    cues: WordSet = frozenset()
    keeps_possessive: bool = True
    is_own: bool = False


class Mark(NamedTuple):
    """Code points ``start`` to ``end`` of an example that must be reported, and how to rewrite them."""

    start: int
    end: int
    replacement: str | None = None


class Example(NamedTuple):
    """A text without markup, and the marked places that its rule must report: exactly these."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """The marked ranges in code points, in text order."""
        return tuple((mark.start, mark.end) for mark in self.marks)


class Rule(NamedTuple):
    """One rule. ``pack`` is empty for a rule of a single file; ``origin`` names its file.

    It is silent where a pattern of ``unless`` matches over a word of what it would report, outside the
    kinds of blocks in ``where``, if it names any, and in a text that speaks of ``other_sense``: *massa*
    is dough where *taikina* is near. ``on_with_pack`` says whether it is on when its
    pack is. ``page`` is the address of its page, for :meth:`url`.
    """

    id: str
    severity: Severity
    pattern: Pattern
    message: Localized
    why: Localized
    source: Localized
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    suggestions: tuple[SuggestionTemplate, ...] = ()
    applicability: Applicability = Applicability.UNSAFE
    unless: PhrasePatterns = ()
    other_sense: WordSet = frozenset()
    where: frozenset[BlockKind] = frozenset()
    confidence: Confidence = Confidence.HIGH
    enabled: bool = True
    on_with_pack: bool = True
    pack: str = ""
    origin: str = ""
    page: str = ""

    def message_for(self, matched: str, language: Language, word: str | None = None) -> str:
        """The message in ``language`` about the words ``matched``, whose base form is ``word``."""
        text = self.message.get(language)
        return text.replace("{match}", matched).replace("{word}", word or matched)

    def url(self, language: Language) -> str | None:
        """The address of the rule's page in ``language``, if it has one."""
        return self.page.replace("{rule}", self.id).replace("{language}", language) or None


class Pack(NamedTuple):
    """What a rule pack says of itself.

    ``changes`` are of rules of the packs that it ``extends``, which it names at ``extends_at``. When they
    have been made, neither is there any more.
    """

    name: str
    version: str
    license: str
    language: str
    title: Localized
    description: Localized
    extends: Words = ()
    extends_at: tuple[Where, ...] = ()
    changes: tuple[RuleChange, ...] = ()


class RuleSet(Record):
    """Rules with different ids, sorted by id, and the packs that they come from."""

    __slots__ = ("_by_id", "packs", "rules")

    def __init__(self, rules: Iterable[Rule] = (), packs: tuple[Pack, ...] = ()) -> None:
        self.rules: Final = tuple(sorted(rules, key=lambda rule: rule.id))
        self.packs: Final = packs
        self._by_id: Final = {rule.id: rule for rule in self.rules}

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __contains__(self, rule_id: object) -> bool:
        return rule_id in self._by_id

    def get(self, rule_id: str) -> Rule | None:
        """The rule of that id, or ``None``."""
        return self._by_id.get(rule_id)

    @property
    def ids(self) -> tuple[str, ...]:
        """All rule ids, sorted."""
        return tuple(self._by_id)

    def merged(self, other: RuleSet) -> RuleSet:
        """The rules and packs of both.

        Raises RuleError when both have a rule of the same id.
        """
        problems = tuple(
            f'{rule.origin}: rule id "{rule.id}" is already used in {self._by_id[rule.id].origin}'
            for rule in other
            if rule.id in self
        )
        if problems:
            raise RuleError("rule ids are used twice", problems=problems)
        return RuleSet(self.rules + other.rules, self.packs + other.packs)
