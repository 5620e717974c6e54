"""What the editor shows when somebody points at a word: why it is reported, and who is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsprotocol.types import Hover, MarkupContent, MarkupKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.engine import LocatedUsage
    from termilint.lsp.linting import Linted, Prose
    from termilint.messages import Messages
    from termilint.model.finding import Finding
    from termilint.model.span import SourceSpan

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#|"})


class _Told(NamedTuple):
    """A paragraph to show and the word that it is about."""

    span: SourceSpan
    text: str


def hover_at(linted: Linted, prose: Prose, offset: int, messages: Messages, kind: MarkupKind) -> Hover | None:
    """What there is to say of the word at a code point offset. Raises ReadError."""
    told = [*_findings(linted, offset, messages, kind), *_usages(prose, offset, messages, kind)]
    if not told:
        return None
    content = MarkupContent(kind, "\n\n".join(one.text for one in told))
    return Hover(content, linted.snapshot.positions.range(told[0].span))


def _findings(linted: Linted, offset: int, messages: Messages, kind: MarkupKind) -> Iterator[_Told]:
    for finding in linted.findings:
        if _holds(finding.span, offset):
            yield _Told(finding.span, "\n\n".join(_finding(finding, messages, kind)))


def _finding(finding: Finding, messages: Messages, kind: MarkupKind) -> Iterator[str]:
    """The rule with its message, and its reason."""
    yield f"{_strong(finding.rule_id, kind)}: {_plain(finding.message, kind)}"
    yield f"{messages.why}: {_plain(finding.why, kind)}"


def _usages(prose: Prose, offset: int, messages: Messages, kind: MarkupKind) -> Iterator[_Told]:
    """Which *asiakas* a word is, and by what words it is known."""
    for used in prose.usages():
        span = _span(used)
        if _holds(span, offset):
            said = messages.use(used.usage.label.name, used.usage.evidence)
            yield _Told(span, f"{_strong(used.span.slice(used.block.text), kind)} = {_plain(said, kind)}")


def _span(used: LocatedUsage) -> SourceSpan:
    parts = used.block.to_source(used.span)
    return type(parts[0])(parts[0].start, parts[-1].end)


def _holds(span: SourceSpan, offset: int) -> bool:
    return span.start <= offset <= span.end


def _plain(text: str, kind: MarkupKind) -> str:
    return text.translate(_MARKS) if kind is MarkupKind.Markdown else text


def _strong(text: str, kind: MarkupKind) -> str:
    return f"**{_plain(text, kind)}**" if kind is MarkupKind.Markdown else text
