"""Which *asiakas* is meant: the label of each use of a term, with the words that prove it.

The labels are those of the project's linguistic policy. Each kind of evidence is one function
``(use) -> evidence or None``; they are asked in a fixed order and the first answer is the label.
A use that nothing narrows or exempts is bare.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from termilint.matching.head import ends_in
from termilint.matching.mention import mention
from termilint.matching.noun_phrase import AttributeKind, noun_phrase
from termilint.matching.postmodifier import postmodifier
from termilint.matching.role import address, role
from termilint.matching.sentence import Sentence, agreement_of
from termilint.matching.software import named_program, program_part, technical_text
from termilint.matching.use import Use
from termilint.morphology.features import Case, Number, WordClass
from termilint.text.tokens import TokenKind

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from termilint.matching.definition import Place
    from termilint.morphology.analysis import Analysis
    from termilint.rules.model import NeedsQualifier
    from termilint.text.tokens import Token


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


class Usage(NamedTuple):
    """The label of one use and the words of the text that led to it (empty for a bare use)."""

    label: Label
    evidence: str = ""


def classify(place: Place, pattern: NeedsQualifier, *, defined: str = "") -> Usage | None:
    """The usage of the word at ``place``; None if it is no use of the term.

    ``defined`` is the evidence that the document defines the term, empty if it does not.
    """
    use = use_at(place, pattern)
    if use is None:
        return None
    for label, evidence_of in _EVIDENCE:
        if evidence := evidence_of(use):
            return Usage(label, evidence)
        if label is _DEFINED_AFTER and defined:
            return Usage(Label.DEFINED, defined)
    return Usage(Label.BARE)


def classify_all(
    places: Iterable[Place], pattern: NeedsQualifier, *, defined: str = ""
) -> list[tuple[Place, Usage]]:
    """The usages at those places that are uses of the term, in order.

    A paragraph that once calls the term a client program speaks of programs with its bare uses as well.
    """
    found = [(place, usage) for place in places if (usage := classify(place, pattern, defined=defined))]
    programs = {id(place.block): usage for place, usage in found if usage.label is Label.SOFTWARE}
    if not programs:
        return found
    return [
        (place, programs[id(place.block)] if _may_be_program(place, usage, programs) else usage)
        for place, usage in found
    ]


def _may_be_program(place: Place, usage: Usage, programs: Container[int]) -> bool:
    """True for a bare use beside a program; not for *asiakkaamme*: programs are nobody's."""
    if usage.label is not Label.BARE or id(place.block) not in programs:
        return False
    return not place.sentence.any_reading(place.at, lambda reading: reading.possessive is not None)


def use_at(place: Place, pattern: NeedsQualifier) -> Use | None:
    """The word at ``place`` as a use of the term, with the words left of it; None if it is none."""
    sentence, index = place.sentence, place.at
    readings = target_readings(sentence, index, pattern)
    if not readings:
        return None
    phrase = noun_phrase(sentence, index, agreement_of(_governed(sentence, index, readings)), pattern)
    return Use(sentence, index, readings=readings, pattern=pattern, phrase=phrase, setting=place.setting)


def _governed(sentence: Sentence, index: int, readings: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """Only the genitive before a postposition: *asiakkaansa puolesta*; else all readings."""
    if len(readings) == 1 or not sentence.has_class(index + 1, WordClass.ADPOSITION):
        return readings
    return tuple(reading for reading in readings if reading.case is Case.GENITIVE) or readings


def target_readings(sentence: Sentence, index: int, pattern: NeedsQualifier) -> tuple[Analysis, ...]:
    """The readings of a token whose head is the term; none for a suspended or unfinished compound."""
    token = sentence.tokens[index]
    if not token.is_word or token.is_suspended or _is_cut_off(sentence, index):
        return ()
    return tuple(
        reading
        for reading in sentence.readings(index)
        if ends_in(reading, pattern.lemma) and reading.word_class is WordClass.NOUN
    )


def _is_cut_off(sentence: Sentence, index: int) -> bool:
    """True for the first word of *asiakas -sana*: the head comes after the space."""
    following = sentence.token(index + 1)
    if following is None or not following.is_word or not following.continues_open_compound:
        return False
    return following.start > sentence.tokens[index].end


def _compound(use: Use) -> str:
    """The compound part before the head, also after a space: *VIP asiakkaat*, *New York -asiakas*."""
    parts = next(filter(None, (narrowing_parts(use, reading) for reading in use.readings)), ())
    return "-".join(parts) or _open_compound(use)


def narrowing_parts(use: Use, reading: Analysis) -> tuple[str, ...]:
    """The compound parts before the term in a reading, if they narrow it.

    A word of quantity counts nothing there: *ryhmäasiakkaat* come in groups. Nor does a listed part
    inside another word: *huippu* in *huippu-urheiluasiakas*.
    """
    parts, pattern = use.modifiers(reading), use.pattern
    listed = [part for part in parts if part in pattern.does_not_narrow and part not in pattern.quantities]
    is_empty = len(listed) == len(parts) or "".join(parts) in pattern.does_not_narrow - pattern.quantities
    return () if is_empty or program_part(use, reading) else parts


def _open_compound(use: Use) -> str:
    sentence, before = use.sentence, use.index - 1
    token = sentence.token(before)
    if token is None or token.kind is TokenKind.MARK:
        return ""
    if use.token.continues_open_compound:
        return token.text
    if not token.is_word or token.is_suspended or _starts_anew(use, token) or _is_modifier(use, before):
        return ""
    return token.text if _is_loose_first_part(use, before) else ""


def _is_modifier(use: Use, before: int) -> bool:
    """True for *vammainen asiakas*: an adjective that agrees, though it is a noun as well."""
    found = use.phrase.narrowing
    return found is not None and found.kind is AttributeKind.MODIFIER and found.end == before + 1


def _starts_anew(use: Use, before: Token) -> bool:
    """True if the head's capital after a small letter begins a new title or sentence."""
    return use.token.is_capitalized and not before.is_capitalized


def _is_loose_first_part(use: Use, before: int) -> bool:
    """True for a nominative noun just before the head that can only be its first part."""
    sentence, pattern = use.sentence, use.pattern
    if sentence.form(before) in pattern.narrows or sentence.has_lemma(before, pattern.narrows):
        readings = sentence.readings(before)
        return not readings or any(_is_base_form(reading) for reading in readings)
    if not use.has_case(Case.NOMINATIVE) or sentence.has_lemma(before, pattern.does_not_narrow):
        return False
    if sentence.is_acronym(before) or _is_unknown_name(sentence, before):
        return True
    is_noun = sentence.any_reading(before, _is_plain_nominative)
    return is_noun and sentence.has_head(before, pattern.people | pattern.organisations)


def _is_plain_nominative(reading: Analysis) -> bool:
    return reading.word_class is WordClass.NOUN and _is_base_form(reading)


def _is_base_form(reading: Analysis) -> bool:
    """True for *avain*, not for *avaimet* and *avaimeni*."""
    return (
        reading.case is Case.NOMINATIVE
        and reading.number is Number.SINGULAR
        and reading.possessive is None
        and not reading.clitics
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


def _attribute(kind: AttributeKind) -> Callable[[Use], str]:
    def evidence(use: Use) -> str:
        found = use.phrase.narrowing
        return use.text(found.start, found.end) if found and found.kind is kind else ""

    return evidence


_EVIDENCE: tuple[tuple[Label, Callable[[Use], str]], ...] = (
    (Label.SOFTWARE, named_program),
    (Label.COMPOUND, _compound),
    (Label.MENTION, mention),
    (Label.ADDRESS, address),
    (Label.MODIFIER, _attribute(AttributeKind.MODIFIER)),
    (Label.GENITIVE, _attribute(AttributeKind.GENITIVE)),
    (Label.CLAUSE, postmodifier),
    (Label.ROLE, role),
    (Label.SOFTWARE, technical_text),
)
_DEFINED_AFTER = Label.MENTION
"""What the word itself says goes before the document's definition; the words around it, after."""
