"""The comment that silences one finding, written where its format allows one.

The changed text is read and checked again: the comment must be one, the prose must stay what it was, and
of all findings just this one must be gone.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from termilint.errors import ReadError
from termilint.fixer import apply
from termilint.model.document import OBJECT, BlockKind
from termilint.model.fix import Applicability, Edit, Fix
from termilint.model.span import SourceSpan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.lsp.linting import Prose
    from termilint.model.document import Block, Document
    from termilint.model.finding import Finding
    from termilint.model.source import Source
    from termilint.readers.reader import CommentForm

_NEXT_LINE = "termilint-disable-next-line"
_SAME_LINE = "termilint-disable-line"
_APART = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_CELL, BlockKind.QUOTE})
"""Blocks that a line of its own may cut off from their neighbours."""


def silencing(prose: Prose, finding: Finding) -> Fix | None:
    """A fix that inserts a comment which silences the finding; None where none can stand.

    Raises ReadError.
    """
    form = prose.reader.comment
    if form is None:
        return None
    block = _block_of(finding, prose.document)
    for edit, order in _candidates(prose.source, finding, block, form):
        fix = Fix(order, (edit,), Applicability.SAFE)
        if _silences(prose, fix, finding):
            return fix
    return None


def _candidates(
    source: Source, finding: Finding, block: Block | None, form: CommentForm
) -> Iterator[tuple[Edit, str]]:
    """Where the comment might stand and what it orders, best place first."""
    line = source.position(finding.span.start).line
    if form.between_blocks:
        line = _first_of_entry(source, line)
    above = _above(source, line, form, f"{_NEXT_LINE} {finding.rule_id}")
    behind = _behind(source, finding, block, form) if form.within_line and block else None
    stands_alone = _is_blank(source, line - 1) and not (block and block.kind in _APART)
    for candidate in (above, behind) if stands_alone or form.between_blocks else (behind, above):
        if candidate:
            yield candidate


def _above(source: Source, line: int, form: CommentForm, order: str) -> tuple[Edit, str]:
    """A line of its own, as far to the right as ``line``."""
    text = source.line_text(line)
    indent = text[: len(text) - len(text.lstrip(" \t"))]
    newline = _newline(source)
    start = source.line_span(line).start
    comment = indent + form.template.format(order) + newline * (1 + form.blank_after)
    return Edit(SourceSpan(start, start), comment), order


def _behind(source: Source, finding: Finding, block: Block, form: CommentForm) -> tuple[Edit, str] | None:
    """Behind the last words of the block on the finding's line."""
    line = source.line_span(source.position(finding.span.start).line)
    ends = [
        min(segment.source_end, line.end)
        for segment in block.segments
        if segment.source_start < line.end and segment.source_end > line.start
    ]
    if not ends:
        return None
    at = line.start + len(source.text[line.start : max(ends)].rstrip())
    order = f"{_SAME_LINE} {finding.rule_id}"
    return Edit(SourceSpan(at, at), " " + form.template.format(order)), order


def _silences(prose: Prose, fix: Fix, finding: Finding) -> bool:
    """True if the fix adds a comment and nothing else, by which this finding goes and no other."""
    changed = prose.with_text(apply(prose.source.text, [fix]).text)
    try:
        return _is_only_a_comment(prose, fix, changed) and _goes_alone(finding, prose, changed)
    except ReadError:
        return False


def _is_only_a_comment(prose: Prose, fix: Fix, changed: Prose) -> bool:
    """True if the comment is read as one and all prose stays what it was. Raises ReadError."""
    before, after = prose.document, changed.document
    is_read = sum(comment.text == fix.title for comment in after.comments)
    was_read = sum(comment.text == fix.title for comment in before.comments)
    if is_read != was_read + 1 or _words(after) != _words(before):
        return False
    may_stand = prose.reader.comment and prose.reader.comment.may_stand
    if may_stand is None:
        return True
    (edit,) = fix.edits
    start, end = edit.span.start, edit.span.start + len(edit.content)
    return any(
        start <= comment.span.start < end and may_stand(changed.source, comment.span)
        for comment in after.comments
    )


def _goes_alone(finding: Finding, prose: Prose, changed: Prose) -> bool:
    """True if the finding is no longer there, all others are, and there is no new one."""
    before = Counter(one.identity for one in prose.findings)
    return before - Counter([finding.identity]) == Counter(one.identity for one in changed.findings)


def _words(document: Document) -> list[tuple[BlockKind, list[str], tuple[str, ...]]]:
    return [
        (block.kind, block.text.replace(OBJECT, " ").split(), block.headings) for block in document.blocks
    ]


def _block_of(finding: Finding, document: Document) -> Block | None:
    start = finding.span.start
    return next(
        (
            block
            for block in document.blocks
            if any(piece.source_start <= start < piece.source_end for piece in block.segments)
        ),
        None,
    )


def _first_of_entry(source: Source, line: int) -> int:
    while line > 1 and not _is_blank(source, line - 1):
        line -= 1
    return line


def _is_blank(source: Source, line: int) -> bool:
    """True for an empty line, and before the first one."""
    return line < 1 or not source.line_text(line).strip()


def _newline(source: Source) -> str:
    """The line end of the first line."""
    end = source.line_span(1).end
    return (
        source.text[end : end + 2]
        if source.text[end : end + 2] == "\r\n"
        else source.text[end : end + 1] or "\n"
    )
