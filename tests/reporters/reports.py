"""Reports to write: one with a finding of each shape, and the hostile ones."""

from __future__ import annotations

import io
from typing import Any

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


def written(kind: str, report: Report, language: str = "fi", *, color: bool = False, root: str = "") -> str:
    """What the reporter called ``kind`` writes."""
    stream = io.StringIO()
    reporters()[kind].write(report, stream, Options(language, color=color, root=root))
    return stream.getvalue()


class Slides:
    """The file around the text of a slide show."""

    def to_bytes(self, text: str) -> bytes:
        return text.encode()

    def excerpt(self, text: str, span: SourceSpan) -> tuple[str, str, str]:
        return text[: span.start], span.slice(text), text[span.end :]


SHARED_BYTES = (
    '\ufeff# Työ 😀\r\n\r\nÄlä 😀 **asiak**kaille, <a & "b"> 100 %\r\nasiakas-\r\nkokemus\r\n'.encode()
)
SHARED_SOURCE = Source.from_bytes("docs/näyte 1.md", SHARED_BYTES)


def _shared(rule: str, severity: Severity, *words: str, **values: Any) -> Finding:
    """A finding from the first of ``words`` in the shared text to the last."""
    starts = [SHARED_SOURCE.text.index(word) for word in words]
    spans = tuple(SourceSpan(at, at + len(word)) for at, word in zip(starts, words, strict=True))
    matched = "".join(words)
    given = {"message": f"Sano ”{matched}” toisin.", "why": "Syy on tämä. Ja toinen.", "sentence": matched}
    return Finding(rule, severity, spans=spans, matched=matched, fingerprint="1f0a", **given | values)


def _fix(word: str, content: str, applicability: Applicability) -> Fix:
    start = SHARED_SOURCE.text.index(word)
    return Fix("Vaihda sana", (Edit(SourceSpan(start, start + len(word)), content),), applicability)


SHARED = Report(
    (
        Checked(
            SHARED_SOURCE,
            (
                _shared(
                    "toimi",
                    Severity.ERROR,
                    "Työ",
                    suggestions=(Suggestion("Ääni", "ääni"),),
                    fixes=(_fix("Työ", "Ääni", Applicability.UNSAFE),),
                    url="https://example.org/s%C3%A4%C3%A4nt%C3%B6",
                ),
                _shared(
                    "bare-asiakas",
                    Severity.WARNING,
                    "asiak",
                    "kaille",
                    suggestions=(Suggestion("ihmisille", "ihminen"), Suggestion("tilaajille", "tilaaja")),
                    fixes=(_fix("asiak", "x", Applicability.DISPLAY_ONLY),),
                ),
                _shared("merkki", Severity.HINT, '<a & "b"> 100 %'),
                _shared("kokemus", Severity.INFO, "asiakas-\r\nkokemus", message="Jaettu, sana: [x] {0}"),
            ),
        ),
        Checked(
            Source("dia.pptx", "Hyvä asiakas", package=Slides()),
            (
                Finding(
                    "bare-asiakas",
                    Severity.WARNING,
                    "Kuka?",
                    "Syy.",
                    (SourceSpan(5, 12),),
                    "asiakas",
                    "Hyvä asiakas",
                    fixes=(Fix("Vaihda", (Edit(SourceSpan(5, 12), "x"),), Applicability.UNSAFE),),
                    location="dia 3, Tavoitteet",
                    fingerprint="2b",
                ),
            ),
        ),
        Checked(Source("puhdas.md", "Hei."), ()),
    ),
    (Failure("poissa.md", "Not there.", "missing"),),
)
"""Every shape of finding in a text with a BOM, CRLF line ends, letters and signs of every width."""


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
