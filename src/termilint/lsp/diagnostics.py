"""What the editor shows at places of a text: findings, a text that could not be checked, broken files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol.types import CodeDescription, Diagnostic, DiagnosticSeverity, DiagnosticTag, Position, Range

from termilint.errors import ReadError, ReasonedError
from termilint.lsp.linting import MAX_LENGTH, TooLongError
from termilint.lsp.problems import place_of
from termilint.model.finding import Severity
from termilint.model.span import SourceSpan
from termilint.rules.built_in import SUPPRESSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from termilint.errors import TermilintError
    from termilint.lsp.linting import Linted
    from termilint.lsp.positions import Positions
    from termilint.lsp.problems import FileProblem
    from termilint.messages import Messages
    from termilint.model.finding import Finding

SOURCE = "termilint"
NOT_CHECKED = "not-checked"
_BROKEN_FILE = "configuration"

_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
    Severity.HINT: DiagnosticSeverity.Hint,
}


def diagnostics_of(linted: Linted, messages: Messages) -> list[Diagnostic]:
    """What to show in a text: its findings, or why it could not be checked."""
    positions = linted.snapshot.positions
    found = [finding_diagnostic(finding, positions) for finding in linted.findings]
    if linted.failure:
        found.append(_failure(linted.failure, linted, messages))
    return found


def finding_diagnostic(finding: Finding, positions: Positions) -> Diagnostic:
    """A finding as the editor underlines it; its data tells the finding again."""
    return Diagnostic(
        range=positions.range(finding.span),
        message=finding.message,
        severity=_SEVERITIES[finding.severity],
        code=finding.rule_id,
        code_description=CodeDescription(finding.url) if finding.url else None,
        source=SOURCE,
        tags=[DiagnosticTag.Unnecessary] if _is_unused_comment(finding) else None,
        data=data_of(finding),
    )


def data_of(finding: Finding) -> dict[str, Any]:
    """What tells a finding from all others of its kind, as plain data."""
    return {"rule": finding.rule_id, "fingerprint": finding.fingerprint}


def problem_diagnostics(problems: Iterable[FileProblem], positions: Positions, text: str) -> list[Diagnostic]:
    """Errors of one configuration or rule file, whose text is ``text``."""
    return [
        Diagnostic(
            range=positions.range(problem.span(text)),
            message=problem.message,
            severity=DiagnosticSeverity.Error,
            code=_BROKEN_FILE,
            source=SOURCE,
        )
        for problem in problems
    ]


def reason_of(error: TermilintError, messages: Messages) -> str:
    """Why a text was not checked, in the reader's language where there are words for it."""
    if isinstance(error, TooLongError):
        reason = messages.editor.too_long.format(MAX_LENGTH)
    elif isinstance(error, ReasonedError):
        fallback = " ".join(filter(None, (error.message, error.hint)))
        reason = messages.failure(error.reason, error.details, fallback)
    else:
        reason = str(error)
    return messages.editor.not_checked.format(reason)


def _failure(error: TermilintError, linted: Linted, messages: Messages) -> Diagnostic:
    """At the place that cannot be read, else at the beginning."""
    where = _place(error, linted)
    return Diagnostic(
        range=where,
        message=reason_of(error, messages),
        severity=DiagnosticSeverity.Information,
        code=NOT_CHECKED,
        source=SOURCE,
    )


def _place(error: TermilintError, linted: Linted) -> Range:
    start = Position(0, 0)
    _, line, column = place_of(error.where or "") if isinstance(error, ReadError) else ("", 0, 0)
    if not line:
        return Range(start, start)
    snapshot = linted.snapshot
    offset = snapshot.positions.offset(Position(line - 1, 0)) + column - 1
    return snapshot.positions.range(SourceSpan(offset, max(offset, min(offset + 1, len(snapshot.text)))))


def _is_unused_comment(finding: Finding) -> bool:
    """True for a comment that silences nothing: editors show it faded."""
    return finding.rule_id == SUPPRESSION.id and finding.severity.rank <= Severity.INFO.rank
