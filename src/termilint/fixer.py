"""Apply fixes to a text. Pure: a text and its findings in, a new text out.

A round applies one fix of each finding that may be applied, and looks at the text again. A fix whose
place the same rule reports again has not helped: it is taken back. Rounds follow until nothing
changes, so fixing a fixed text changes nothing.

Where a rule offers several words, its findings vote: each gives its first word one vote, its second a
half, its third a third. A finding takes the word of its own that has most votes in the text, so that
the same people are not *kävijä* in one sentence and *lainaaja* in the next.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from termilint.model.fix import Applicability, Edit, Fix
from termilint.model.span import SourceSpan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from termilint.model.finding import Checked, Finding
    from termilint.model.source import Source

    Check = Callable[[Source], Checked]

SAFE_ONLY = frozenset({Applicability.SAFE})
SAFE_AND_UNSAFE = frozenset({Applicability.SAFE, Applicability.UNSAFE})
MAX_ROUNDS = 10
"""A text that has not come to rest after so many rounds is left as it was."""

_VOTE = 60
"""A vote in parts, so that halves and thirds are whole numbers."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A text with fixes applied, and which ones, as indices into the fixes that were given."""

    text: str
    applied: tuple[int, ...]
    overlapping: tuple[int, ...]


class Choice(NamedTuple):
    """A fix that may be chosen, and in a few words when it fits."""

    fix: Fix
    reason: str | None


@dataclass(frozen=True, slots=True)
class Left:
    """Findings that remain, by why no fix of theirs was applied.

    ``unsafe`` wait for a person's judgement; ``display_only`` have no fix that could be applied;
    ``ineffective`` would be reported again.
    """

    unsafe: int = 0
    display_only: int = 0
    ineffective: int = 0


@dataclass(frozen=True, slots=True)
class Fixed:
    """A fixed source with the findings that remain in it.

    ``fixed`` counts the fixes applied, ``overlapping`` those skipped for another one that took
    away what they were for.
    """

    result: Checked
    fixed: int
    overlapping: int
    left: Left


def apply(text: str, fixes: Sequence[Fix]) -> Applied:
    """``text`` with ``fixes`` applied, the leftmost first and of those the longest.

    A fix of which any edit overlaps an edit already taken is skipped as a whole. Edits may touch;
    two insertions at one place overlap. Raises ValueError for an edit outside the text and for a
    fix whose edits are not in order.
    """
    taken: list[Edit] = []
    applied, overlapping = [], []
    for index in sorted(range(len(fixes)), key=lambda index: _priority(fixes[index])):
        _require_sound(fixes[index], len(text))
        if _fits(fixes[index], taken):
            applied.append(index)
            for edit in fixes[index].edits:
                taken.insert(bisect_right(taken, edit.span, key=_span), edit)
        else:
            overlapping.append(index)
    return Applied(_edited(text, taken), tuple(applied), tuple(overlapping))


def favourites(findings: Iterable[Finding], allowed: Iterable[Applicability]) -> Iterator[Fix | None]:
    """For each finding the fix whose word its rule has most votes for, if it is allowed.

    None for a finding without one: another word would fit less well.
    """
    findings = tuple(findings)
    votes: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        for place, suggestion in enumerate(finding.suggestions, start=1):
            votes[finding.rule_id, suggestion.base] += _VOTE // place
    for finding in findings:
        fix = _favourite(finding, votes)
        yield fix if fix and fix.edits and fix.applicability in allowed else None


def _favourite(finding: Finding, votes: Mapping[tuple[str, str], int]) -> Fix | None:
    """The fix of the suggestion with most votes, of equals the first; fixes go with suggestions."""
    pairs = zip(finding.fixes, finding.suggestions, strict=False)
    best = max(pairs, key=lambda pair: votes[finding.rule_id, pair[1].base], default=None)
    return best[0] if best else next(iter(finding.fixes), None)


def choices(finding: Finding) -> list[Choice]:
    """The fixes of a finding that a person may choose from, best first."""
    reasons = [suggestion.reason for suggestion in finding.suggestions]
    reasons += [None] * (len(finding.fixes) - len(reasons))
    pairs = zip(finding.fixes, reasons, strict=False)
    return [Choice(fix, reason) for fix, reason in pairs if fix.applicability in SAFE_AND_UNSAFE]


def fix(checked: Checked, check: Check, *, unsafe: bool = False) -> Fixed:
    """Fix a source until nothing more changes; ``check`` gives the findings of a changed source.

    Only SAFE fixes are applied, with ``unsafe`` also UNSAFE ones. Where fixes undo each other in
    turn, the text before their second turn stands.
    """
    allowed = SAFE_AND_UNSAFE if unsafe else SAFE_ONLY
    check = _remembering(check, checked)
    rounds = [_Round(checked)]
    for _ in range(MAX_ROUNDS):
        following = _round(rounds[-1].result, check, allowed)
        known = next((n for n, one in enumerate(rounds) if one.text == following.text), None)
        if known is not None:
            return _fixed(rounds[: known + 1], allowed)
        rounds.append(following)
    return _fixed(rounds[:1], allowed)


def fix_chosen(checked: Checked, fixes: Sequence[Fix], check: Check) -> Fixed:
    """Apply what a person chose, once, whatever the rules say of the result."""
    result = apply(checked.source.text, fixes)
    after = check(checked.source.with_text(result.text)) if result.applied else checked
    left = _left(after.findings, frozenset())
    return Fixed(after, len(result.applied), len(result.overlapping), left)


@dataclass(frozen=True, slots=True)
class _Round:
    """What one round made, and how many fixes it applied and skipped."""

    result: Checked
    fixed: int = 0
    overlapping: int = 0

    @property
    def text(self) -> str:
        return self.result.source.text


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A finding and the fix to try."""

    finding: Finding
    fix: Fix


def _round(checked: Checked, check: Check, allowed: frozenset[Applicability]) -> _Round:
    """Apply every allowed fix that helps. The fewer do, the more often it looks at the text."""
    fixes = favourites(checked.findings, allowed)
    attempts = [_Attempt(finding, fix) for finding, fix in zip(checked.findings, fixes, strict=True) if fix]
    for _ in range(MAX_ROUNDS):
        result = apply(checked.source.text, [attempt.fix for attempt in attempts])
        if not result.applied:
            break
        after = check(checked.source.with_text(result.text))
        made = [attempts[index] for index in result.applied]
        skipped = [attempts[index] for index in result.overlapping]
        again = _Again(after.findings, [edit for attempt in made for edit in attempt.fix.edits])
        useless = {index for index in result.applied if again.reports(attempts[index])}
        if not useless:
            return _Round(after, len(made), sum(not again.reports(attempt) for attempt in skipped))
        attempts = [attempt for index, attempt in enumerate(attempts) if index not in useless]
    return _Round(checked)


class _Again:
    """Tells whether a place is reported again after edits."""

    def __init__(self, findings: Iterable[Finding], edits: Iterable[Edit]) -> None:
        self._spans: defaultdict[str, list[SourceSpan]] = defaultdict(list)
        for finding in findings:
            self._spans[finding.rule_id].append(finding.span)
        for spans in self._spans.values():
            spans.sort()
        self._edits = sorted(edits, key=_span)
        grown = (len(edit.content) - len(edit.span) for edit in self._edits)
        self._shifts = list(accumulate(grown, initial=0))

    def reports(self, attempt: _Attempt) -> bool:
        """True if the rule of the finding reports anything where the finding was."""
        start, end = self._moved(_place(attempt))
        spans = self._spans[attempt.finding.rule_id]
        before_end = bisect_left(spans, end, key=lambda span: span.start)
        return before_end > 0 and spans[before_end - 1].end > start

    def _moved(self, place: SourceSpan) -> tuple[int, int]:
        """Where ``place`` is after the edits; it grows to the whole of an edit that cuts it."""
        return self._offset(place.start, is_end=False), self._offset(place.end, is_end=True)

    def _offset(self, offset: int, *, is_end: bool) -> int:
        before = bisect_right(self._edits, offset, key=lambda edit: edit.span.end)
        following = self._edits[before : before + 1]
        if following and following[0].span.start < offset:
            edit = following[0]
            start = edit.span.start + self._shifts[before]
            return start + len(edit.content) if is_end else start
        return offset + self._shifts[before]


def _place(attempt: _Attempt) -> SourceSpan:
    """From the first to the last character of a finding and its edits."""
    spans = [attempt.finding.span, *(edit.span for edit in attempt.fix.edits)]
    return SourceSpan(min(span.start for span in spans), max(span.end for span in spans))


def _remembering(check: Check, checked: Checked) -> Check:
    """``check``, which looks at no text twice."""
    known = {checked.source.text: checked}

    def remembered(source: Source) -> Checked:
        if source.text not in known:
            known[source.text] = check(source)
        return known[source.text]

    return remembered


def _fixed(rounds: Sequence[_Round], allowed: frozenset[Applicability]) -> Fixed:
    result = rounds[-1].result
    return Fixed(
        result,
        sum(one.fixed for one in rounds),
        sum(one.overlapping for one in rounds),
        _left(result.findings, allowed),
    )


def _left(findings: Sequence[Finding], allowed: frozenset[Applicability]) -> Left:
    effective = sum(fix is not None for fix in favourites(findings, allowed))
    possible = sum(fix is not None for fix in favourites(findings, SAFE_AND_UNSAFE))
    return Left(possible - effective, len(findings) - possible, effective)


def _span(edit: Edit) -> SourceSpan:
    return edit.span


def _priority(fix: Fix) -> tuple[int, int]:
    """Leftmost first, then longest. A fix without edits comes anywhere."""
    return (fix.edits[0].span.start, -fix.edits[-1].span.end) if fix.edits else (0, 0)


def _require_sound(fix: Fix, length: int) -> None:
    if any(edit.span.end > length for edit in fix.edits):
        raise ValueError(f"an edit lies outside the text of {length} code points: {fix}")
    if any(_overlap(first.span, second.span) for first, second in pairwise(fix.edits)):
        raise ValueError(f"the edits of a fix are not in order: {fix}")


def _overlap(first: SourceSpan, second: SourceSpan) -> bool:
    """True unless ``second`` comes after ``first``; two insertions at one place overlap."""
    return first.end > second.start or first == second


def _fits(fix: Fix, taken: list[Edit]) -> bool:
    return all(_is_free(edit.span, taken) for edit in fix.edits)


def _is_free(span: SourceSpan, taken: list[Edit]) -> bool:
    at = bisect_left(taken, span, key=_span)
    before, after = taken[max(at - 1, 0) : at], taken[at : at + 1]
    clear_before = not any(_overlap(edit.span, span) for edit in before)
    return clear_before and not any(_overlap(span, edit.span) for edit in after)


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with ``edits``, which are in order and do not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += text[at : edit.span.start], edit.content
        at = edit.span.end
    return "".join([*pieces, text[at:]])
