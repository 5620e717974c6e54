"""Which *asiakas* is meant: the label of each use of a term, with the words that prove it.

The labels are those of the project's linguistic policy. Each kind of evidence is one function
``(use) -> evidence or None``; they are asked in a fixed order and the first answer is the label.
A use that nothing narrows or exempts is bare.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from termilint.matching.mention import mention
from termilint.matching.noun_phrase import AttributeKind, noun_phrase
from termilint.matching.postmodifier import postmodifier
from termilint.matching.role import address, role
from termilint.matching.sentence import Sentence, agreement_of
from termilint.matching.use import Use
from termilint.morphology.features import Case, Number, WordClass
from termilint.text.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from termilint.morphology.analysis import Analysis
    from termilint.rules.model import NeedsQualifier


class Label(Enum):
    """What narrows or exempts a use of a term; ``BARE`` if nothing does."""

    BARE = "bare"
    COMPOUND = "compound"
    MODIFIER = "modifier"
    GENITIVE = "genitive"
    CLAUSE = "clause"
    MENTION = "mention"
    DEFINED = "defined"
    ROLE = "role"
    ADDRESS = "address"
    SOFTWARE = "software"


@dataclass(frozen=True, slots=True)
class Usage:
    """The label of one use and the words of the text that led to it (empty for a bare use)."""

    label: Label
    evidence: str = ""


def classify(sentence: Sentence, index: int, pattern: NeedsQualifier, defined: str) -> Usage | None:
    """The usage of the token ``index``; None if the token is no use of the term.

    ``defined`` is the evidence that the document defines the term, empty if it does not.
    """
    readings = target_readings(sentence, index, pattern)
    if not readings:
        return None
    use = _use(sentence, index, readings, pattern)
    for label, evidence_of in _EVIDENCE:
        if evidence := evidence_of(use):
            return Usage(label, evidence)
    if defined:
        return Usage(Label.DEFINED, defined)
    for label, evidence_of in _WEAKER_EVIDENCE:
        if evidence := evidence_of(use):
            return Usage(label, evidence)
    return Usage(Label.BARE)


def target_readings(sentence: Sentence, index: int, pattern: NeedsQualifier) -> tuple[Analysis, ...]:
    """The readings of a token whose head is the term; none for a suspended or unfinished compound."""
    token = sentence.tokens[index]
    if not token.is_word or token.is_suspended or _is_cut_off(sentence, index):
        return ()
    return tuple(
        reading
        for reading in sentence.readings(index)
        if reading.head == pattern.lemma and reading.word_class is WordClass.NOUN
    )


def _is_cut_off(sentence: Sentence, index: int) -> bool:
    """True for the first word of *asiakas -sana*: the head comes after the space."""
    following = sentence.token(index + 1)
    if following is None or not following.is_word or not following.continues_open_compound:
        return False
    return following.start > sentence.tokens[index].end


def _use(sentence: Sentence, index: int, readings: tuple[Analysis, ...], pattern: NeedsQualifier) -> Use:
    phrase = noun_phrase(sentence, index, agreement_of(readings), pattern)
    return Use(sentence, index, readings, pattern, phrase)


def _compound(use: Use) -> str:
    """The compound part before the head, also after a space: *VIP asiakkaat*, *New York -asiakas*."""
    for reading in use.readings:
        modifiers = reading.modifiers
        empty = use.pattern.does_not_narrow.intersection({*modifiers, "".join(modifiers)})
        if modifiers and not empty and not use.pattern.software.intersection(modifiers):
            return "-".join(modifiers)
    return _open_compound(use)


def _open_compound(use: Use) -> str:
    sentence, before = use.sentence, use.index - 1
    token = sentence.token(before)
    if token is None or token.kind is TokenKind.MARK:
        return ""
    if use.token.continues_open_compound:
        return token.text
    if not token.is_word or token.is_suspended:
        return ""
    return token.text if _is_loose_first_part(use, before) else ""


def _is_loose_first_part(use: Use, before: int) -> bool:
    """True for a nominative noun just before the head that can only be its first part."""
    sentence, pattern = use.sentence, use.pattern
    if sentence.form(before) in pattern.narrows or sentence.has_lemma(before, pattern.narrows):
        return sentence.has_case(before, Case.NOMINATIVE) or not sentence.readings(before)
    if not use.has_case(Case.NOMINATIVE) or sentence.has_lemma(before, pattern.does_not_narrow):
        return False
    if sentence.is_acronym(before) or _is_unknown_name(sentence, before):
        return True
    is_noun = sentence.any_reading(before, _is_plain_nominative)
    return is_noun and (sentence.has_head(before, pattern.people) or use.is_plural_only)


def _is_plain_nominative(reading: Analysis) -> bool:
    return (
        reading.case is Case.NOMINATIVE
        and reading.number is Number.SINGULAR
        and reading.possessive is None
        and reading.word_class is WordClass.NOUN
    )


def _is_unknown_name(sentence: Sentence, index: int) -> bool:
    """True for *Norton asiakkaat*: an unknown name that does not inflect."""
    token = sentence.tokens[index]
    known = sentence.readings(index)
    return (
        not known
        and sentence.is_name(index)
        and not sentence.starts_sentence(index)
        and not (token.text.endswith("n"))
    )


def _software(use: Use) -> str:
    for reading in use.readings:
        if parts := use.pattern.software.intersection(reading.modifiers):
            return min(parts)
    return _partner(use, -1) or _partner(use, 1)


def _partner(use: Use, direction: int) -> str:
    """*palvelin* in *asiakas ja palvelin*, *asiakas–palvelin*."""
    join, other = use.index + direction, use.index + 2 * direction
    joined = use.sentence.form(join) in ("ja", "tai", "sekä", "–", "/")
    if joined and use.sentence.has_head(other, use.pattern.software):
        return use.sentence.tokens[other].text
    return ""


def _attribute(kind: AttributeKind) -> Callable[[Use], str]:
    def evidence(use: Use) -> str:
        found = use.phrase.narrowing
        return use.text(found.start, found.end) if found and found.kind is kind else ""

    return evidence


_EVIDENCE: tuple[tuple[Label, Callable[[Use], str]], ...] = (
    (Label.SOFTWARE, _software),
    (Label.COMPOUND, _compound),
    (Label.MENTION, mention),
    (Label.ADDRESS, address),
    (Label.MODIFIER, _attribute(AttributeKind.MODIFIER)),
    (Label.GENITIVE, _attribute(AttributeKind.GENITIVE)),
)
_WEAKER_EVIDENCE: tuple[tuple[Label, Callable[[Use], str]], ...] = (
    (Label.CLAUSE, postmodifier),
    (Label.ROLE, role),
)
