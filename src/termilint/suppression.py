"""Comments in a text that silence findings, and findings about comments that do it in vain.

The comment syntax is the format's own; what stands in it is the same everywhere::

    termilint-disable-next-line RULE, RULE -- reason
    termilint-disable-line RULE
    termilint-disable RULE … termilint-enable RULE
    termilint-disable-file RULE

The next line is the next one with prose: in a translation file that is not the one with the key.
Without a rule every finding is silenced. Pure: a document and its findings in, findings out.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from termilint.messages import messages_in
from termilint.model.finding import Finding, Severity
from termilint.model.span import SourceSpan
from termilint.rules.built_in import SUPPRESSION
from termilint.rules.marks import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from termilint.model.document import Comment, Document
    from termilint.model.source import Source
    from termilint.rules.model import Language, Rule, RuleSet

DISABLE = "disable"
ENABLE = "enable"
_NEXT_LINE = "disable-next-line"
_LINE = "disable-line"
_FILE = "disable-file"
DIRECTIVES = (DISABLE, _FILE, _LINE, _NEXT_LINE, ENABLE)

_KEYWORD = re.compile(r"\s*(termilint-([a-zåäö-]*))(?!\w)")
_REASON = re.compile(r"\s(?:--|[–—])(?=\s|\Z)")
_NAME = re.compile(r"[^\s,]+")
_VISIBLE = re.compile(r"\S")
_FINGERPRINT_DIGITS = 16


class _Name(NamedTuple):
    """A rule id or command as a comment writes it, and where."""

    text: str
    span: SourceSpan


class _Directive(NamedTuple):
    """A comment of ours: what it does, for which rules (none means all), and where it stands."""

    kind: str
    keyword: _Name
    names: tuple[_Name, ...]
    span: SourceSpan


@dataclass(slots=True)
class _Range:
    """Source offsets in which findings of ``rule_id`` (all if None) are silent; ``name`` says so.

    From ``reported`` on, findings of a rule are reported again.
    """

    rule_id: str | None
    name: _Name
    start: int
    end: int
    reported: dict[str, int] = field(default_factory=dict)
    is_used: bool = False

    def silences(self, finding: Finding) -> bool:
        """True for a finding that begins in the range; the program's own only if they are named."""
        rule_id, start = finding.rule_id, finding.span.start
        fits = rule_id == self.rule_id if self.rule_id else rule_id != SUPPRESSION.id
        return fits and self.start <= start < min(self.end, self.reported.get(rule_id, self.end))


def suppressed(
    document: Document, findings: Sequence[Finding], rules: RuleSet, language: Language
) -> tuple[Finding, ...]:
    """The findings that no comment of the document silences, and findings about the comments.

    A comment with an unknown rule or an unknown command is reported with the severity of the rule
    ``suppression``, one that silences nothing at most as info. ``rules`` are those of the document;
    of rules that are off nothing is said.
    """
    directives = [found for comment in document.comments if (found := _directive(document, comment))]
    if not directives:
        return tuple(findings)
    ranges, stray = _ranges(directives, document)
    left = [finding for finding in findings if not _is_silenced(finding, ranges)]
    rule = rules.get(SUPPRESSION.id)
    if rule and rule.enabled:
        reports = _Reports(document.source, rule, messages_in(language).suppression, language)
        own = [*reports.unknown(directives, rules), *reports.unused(ranges, stray, rules)]
        left += [finding for finding in own if not _is_silenced(finding, ranges)]
    return tuple(sorted(left, key=lambda finding: finding.span))


def _directive(document: Document, comment: Comment) -> _Directive | None:
    """What a comment orders; None for all other comments."""
    if not _KEYWORD.match(comment.text):
        return None
    raw = comment.span.slice(document.source.text)
    start = max(raw.find(comment.text), 0)
    body = raw[start : start + len(comment.text)]
    keyword = _KEYWORD.search(body)
    if not keyword:
        return None
    reason = _REASON.search(body, keyword.end())
    end = reason.start() if reason else len(body)
    at = comment.span.start + start
    names = (_name(found, 0, at) for found in _NAME.finditer(body, keyword.end(), end))
    return _Directive(keyword[2], _name(keyword, 1, at), tuple(names), comment.span)


def _name(found: re.Match[str], group: int, at: int) -> _Name:
    start, end = found.span(group)
    return _Name(found[group], SourceSpan(at + start, at + end))


def _ranges(directives: Iterable[_Directive], document: Document) -> tuple[list[_Range], list[_Name]]:
    """What is silenced where, and the names that end a silence which never began."""
    ranges: list[_Range] = []
    stray: list[_Name] = []
    opened: dict[str | None, _Range] = {}
    for directive in directives:
        if directive.kind == ENABLE:
            stray += _closed(opened, directive)
            continue
        for rule_id, name in _targets(directive):
            start, end = _reach(directive, document)
            ranges.append(_Range(rule_id, name, start, end))
            if directive.kind == DISABLE:
                opened.setdefault(rule_id, ranges[-1])
    return ranges, stray


def _targets(directive: _Directive) -> list[tuple[str | None, _Name]]:
    if directive.kind not in DIRECTIVES:
        return []
    return [(name.text, name) for name in directive.names] or [(None, directive.keyword)]


def _reach(directive: _Directive, document: Document) -> tuple[int, int]:
    """The source offsets for which a directive speaks."""
    source = document.source
    if directive.kind == _FILE:
        return 0, len(source.text) + 1
    if directive.kind == DISABLE:
        return directive.span.end, len(source.text) + 1
    if directive.kind == _LINE:
        line = source.line_span(source.position(directive.span.start).line)
        return line.start, line.end + 1
    after = source.line_span(source.position(directive.span.end).line).end
    prose = _prose_after(after, document)
    return after, source.line_span(source.position(prose).line).end + 1


def _prose_after(offset: int, document: Document) -> int:
    """Where prose goes on after a source offset; the offset itself if there is none."""
    pieces = (piece for block in document.blocks for piece in block.segments if piece.source_end > offset)
    starts = (
        _text_in(document.source, max(piece.source_start, offset), piece.source_end) for piece in pieces
    )
    return min((start for start in starts if start is not None), default=offset)


def _text_in(source: Source, start: int, end: int) -> int | None:
    """Where the first character other than white space stands in a part of the source."""
    found = _VISIBLE.search(source.text, start, end)
    return found.start() if found else None


def _closed(opened: dict[str | None, _Range], directive: _Directive) -> list[_Name]:
    """Ends what ``directive`` names, else everything; gives the names that nothing had begun."""
    end = directive.span.start
    if not directive.names:
        for open_range in opened.values():
            open_range.end = end
        stray = [] if opened else [directive.keyword]
        opened.clear()
        return stray
    return [name for name in directive.names if not _closes(opened, name.text, end)]


def _closes(opened: dict[str | None, _Range], rule_id: str, end: int) -> bool:
    if rule_id in opened:
        opened.pop(rule_id).end = end
    elif None in opened:
        opened[None].reported.setdefault(rule_id, end)
    else:
        return False
    return True


def _is_silenced(finding: Finding, ranges: Iterable[_Range]) -> bool:
    for one in ranges:
        if one.silences(finding):
            one.is_used = True
            return True
    return False


class _Reports:
    """Makes the findings about comments of one source."""

    def __init__(self, source: Source, rule: Rule, messages: Mapping[str, str], language: Language) -> None:
        self._source = source
        self._rule = rule
        self._messages = messages
        self._language: Language = language
        self._made: Counter[str] = Counter()

    def unknown(self, directives: Iterable[_Directive], rules: RuleSet) -> Iterator[Finding]:
        """Commands and rules that there are not."""
        for directive in directives:
            if directive.kind not in DIRECTIVES:
                commands = tuple(f"{MARK}{kind}" for kind in DIRECTIVES)
                yield self._unknown("unknown_command", directive.keyword, commands)
            for name in directive.names:
                if name.text not in rules:
                    yield self._unknown("unknown_rule", name, rules.ids)

    def unused(self, ranges: Iterable[_Range], stray: Iterable[_Name], rules: RuleSet) -> Iterator[Finding]:
        """Rules and commands that change nothing, though their rules are on."""
        unused = [one.name for one in ranges if not one.is_used and _is_on(one.rule_id, rules)]
        severity = min(Severity.INFO, self._rule.severity, key=lambda severity: severity.rank)
        for kind, names in (("unused", unused), ("stray", stray)):
            for name in names:
                if name.text.startswith(MARK) or name.text in rules:
                    yield self._finding(name, self._messages[kind].format(name.text), severity)

    def _unknown(self, kind: str, name: _Name, known: Sequence[str]) -> Finding:
        from difflib import get_close_matches

        near = get_close_matches(name.text, known, n=1)
        message = self._messages[kind].format(name.text)
        if near:
            message += " " + self._messages["did_you_mean"].format(near[0])
        return self._finding(name, message, self._rule.severity)

    def _finding(self, name: _Name, message: str, severity: Severity) -> Finding:
        self._made[name.text] += 1
        identity = "\0".join((self._rule.id, name.text, str(self._made[name.text])))
        line = self._source.line_text(self._source.position(name.span.start).line)
        return Finding(
            rule_id=self._rule.id,
            severity=severity,
            message=message,
            why=self._rule.why.get(self._language),
            spans=(name.span,),
            matched=name.text,
            sentence=" ".join(line.split()),
            fingerprint=hashlib.sha256(identity.encode()).hexdigest()[:_FINGERPRINT_DIGITS],
        )


def _is_on(rule_id: str | None, rules: RuleSet) -> bool:
    """False for rules that are off, and for the rule about comments, which must not judge itself."""
    rule = rules.get(rule_id) if rule_id else None
    return rule_id is None or (rule is not None and rule.enabled and rule.id != SUPPRESSION.id)
