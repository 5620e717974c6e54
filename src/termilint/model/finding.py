"""What termilint tells its user: findings and failures of one document."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from termilint.model.span import SourceSpan

if TYPE_CHECKING:
    from termilint.errors import ReadError
    from termilint.model.fix import Fix
    from termilint.model.source import Source

Identity = tuple[str, str]


class Severity(Enum):
    """How much a finding matters, weakest first."""

    HINT = "hint"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for the weakest severity."""
        return list(Severity).index(self)


class Confidence(Enum):
    """How sure a rule is that its findings are right, weakest first; it says nothing of their weight."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

    @property
    def rank(self) -> int:
        """0 for the weakest confidence."""
        return list(Confidence).index(self)


class Suggestion(NamedTuple):
    """A rewrite to offer: the text to write, its base form, and in a few words when it fits."""

    text: str
    base: str
    reason: str | None = None


class Finding(NamedTuple):
    """One place that a rule speaks of, complete at birth.

    ``spans`` are its source ranges in order (more than one where markup cuts through the word);
    ``matched`` is the text as a reader sees it; ``evidence`` says what led to the verdict;
    ``fingerprint`` stays the same when the place moves in the file.
    """

    rule_id: str
    severity: Severity
    message: str
    why: str
    spans: tuple[SourceSpan, ...]
    matched: str
    sentence: str
    suggestions: tuple[Suggestion, ...] = ()
    fixes: tuple[Fix, ...] = ()
    confidence: Confidence = Confidence.HIGH
    evidence: str | None = None
    location: str | None = None
    url: str | None = None
    fingerprint: str = ""

    @property
    def span(self) -> SourceSpan:
        """The source range from the first to the last character of the place."""
        return SourceSpan(self.spans[0].start, self.spans[-1].end)

    @property
    def identity(self) -> Identity:
        """What the finding is, wherever it stands: its rule and its fingerprint."""
        return self.rule_id, self.fingerprint


class Failure(NamedTuple):
    """An input that could not be checked, and why.

    ``message`` is in English; ``reason`` and ``details`` are those of the ReadError behind it.
    """

    name: str
    message: str
    reason: str = "unreadable"
    details: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str, error: ReadError) -> Failure:
        """The failure of the input ``name`` that ``error`` tells of."""
        message = f"{error.message} {error.hint or ''}".rstrip()
        return cls(name, message, error.reason, error.details)


class Checked(NamedTuple):
    """A source that was checked, and what was found in it, in source order."""

    source: Source
    findings: tuple[Finding, ...]


class Report(NamedTuple):
    """The result of a run, in the order of the inputs."""

    checked: tuple[Checked, ...]
    failures: tuple[Failure, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all inputs, in their order."""
        return tuple(finding for checked in self.checked for finding in checked.findings)
