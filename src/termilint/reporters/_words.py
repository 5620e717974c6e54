"""What formats with one text for each finding say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termilint.messages import Messages
    from termilint.model.finding import Failure, Finding, Report

MOST_SUGGESTIONS = 5

NOT_CHECKED = "not-checked"
"""Stands where a rule's id stands, for an input that could not be checked."""


def located(finding: Finding) -> str:
    """The message; after where it stands if lines do not tell."""
    return f"{finding.location}: {finding.message}" if finding.location else finding.message


def advice(finding: Finding, messages: Messages) -> str:
    """The message with what to write instead."""
    shown = [suggestion.text for suggestion in finding.suggestions[:MOST_SUGGESTIONS]]
    if not shown:
        return located(finding)
    label = messages.suggestions if len(shown) > 1 else messages.suggestion
    return f"{located(finding)} {label}: {', '.join(shown)}."


def failure_text(failure: Failure, messages: Messages) -> str:
    """Why an input could not be checked."""
    return messages.failure(failure.reason, failure.details, failure.message)


def summary(report: Report, messages: Messages) -> str:
    """The numbers of files, findings and failures."""
    if not report.checked and not report.failures:
        return messages.nothing_to_check
    counts = []
    if report.checked:
        counts += [messages.files.of(len(report.checked)), messages.findings.of(len(report.findings))]
    if report.failures:
        counts.append(messages.failed_files.of(len(report.failures)))
    return ", ".join(counts)
