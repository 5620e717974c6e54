"""Reports to write: one with a finding of each shape, and the hostile ones."""

from __future__ import annotations

import io

from termilint.model.finding import Checked, Failure, Finding, Report, Severity, Suggestion
from termilint.model.fix import Applicability, Edit, Fix
from termilint.model.source import Source
from termilint.model.span import SourceSpan
from termilint.reporters import reporters
from termilint.reporters.reporter import Options


def finding(text: str, word: str, *suggestions: Suggestion, rule: str = "sana") -> Finding:
    """A finding about the first ``word`` in ``text``."""
    start = text.index(word)
    span = SourceSpan(start, start + len(word))
    fixes = (Fix("Vaihda", (Edit(span, "x"),), Applicability.UNSAFE),) if suggestions else ()
    return Finding(
        rule_id=rule,
        severity=Severity.WARNING,
        message="Sano toisin.",
        why="Koska sana on epäselvä.",
        spans=(span,),
        matched=word,
        sentence=text,
        suggestions=suggestions,
        fixes=fixes,
        fingerprint="0f",
    )


def report(text: str, *findings: Finding, name: str = "a.md") -> Report:
    """A report of one input."""
    return Report((Checked(Source(name, text), findings),))


def written(kind: str, report: Report, language: str = "fi", *, color: bool = False) -> str:
    """What the reporter called ``kind`` writes."""
    stream = io.StringIO()
    reporters()[kind].write(report, stream, Options(language, color=color))
    return stream.getvalue()


HOSTILE_TEXT = "alku \x1b]0;x\x07 \u202esana\x9b31m\r\n\x00 loppu"
HOSTILE = Report(
    (
        Checked(
            Source("\x1b[2J\udcff.md", HOSTILE_TEXT),
            (finding(HOSTILE_TEXT, "sana\x9b31m", Suggestion("\x1b[31m", "x", "\x07")),),
        ),
    ),
    (Failure("b\x1b.md", "\x1b[31m"),),
)
