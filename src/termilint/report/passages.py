"""The text of a document with marks at its findings: all of a short one, the places of a long one."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from termilint.model.document import OBJECT
from termilint.model.span import TextSpan
from termilint.report.model import Mark, Passage, Shown
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from termilint.model.document import Block, Document, Segment
    from termilint.model.finding import Finding

WHOLE_TEXT = 20_000
"""The most code points of a document that is shown as a whole, and of what is shown of a longer one."""

MOST_MARKS = 200
"""The most findings that are shown in one document."""

_AROUND = 240
"""Code points that are shown on each side of a finding in a long document."""

_OBJECT_SHOWN = "▫"


class Placed(NamedTuple):
    """A finding with the block in which it stands, and its place in the block's text."""

    finding: Finding
    at: int
    block: Block
    span: TextSpan


def placed(document: Document, findings: Iterable[Finding]) -> tuple[Placed, ...]:
    """The findings with their blocks, in source order; one whose block is not found is left out."""
    blocks = [(at, block) for at, block in enumerate(document.blocks) if block.segments]
    starts = [block.segments[0].source_start for _, block in blocks]
    return tuple(one for finding in findings if (one := _placed(finding, blocks, starts)))


def _placed(finding: Finding, blocks: Sequence[tuple[int, Block]], starts: Sequence[int]) -> Placed | None:
    """The block nearest before the finding that really covers it: blocks may lie inside others."""
    for number in range(bisect_right(starts, finding.span.start) - 1, -1, -1):
        at, block = blocks[number]
        span = _text_span(block, finding)
        if span is not None and block.to_source(span) == finding.spans:
            return Placed(finding, at, block, span)
    return None


def _text_span(block: Block, finding: Finding) -> TextSpan | None:
    start = _text_offset(block.segments, finding.span.start, end=False)
    end = _text_offset(block.segments, finding.span.end, end=True)
    return TextSpan(start, end) if start is not None and end is not None and start <= end else None


def _text_offset(segments: Sequence[Segment], offset: int, *, end: bool) -> int | None:
    """The place in the text of an offset in the source: in the segment that covers it."""
    inside = offset - 1 if end else offset
    at = bisect_right(segments, inside, key=lambda segment: segment.source_start) - 1
    if at < 0 or not segments[at].source_start <= inside < segments[at].source_end:
        return None
    segment = segments[at]
    if segment.verbatim:
        return segment.text_start + offset - segment.source_start
    return segment.text_end if end else segment.text_start


def shown(document: Document, found: Sequence[Placed], total: int) -> Shown:
    """What the report shows of a document with ``total`` findings, of which ``found`` have a place."""
    kept = found[:MOST_MARKS]
    is_whole = sum(len(block.text) for block in document.blocks) <= WHOLE_TEXT
    passages = tuple(_all_blocks(document, kept) if is_whole else _places(document, kept))
    marked = sum(len(passage.marks) for passage in passages)
    return Shown(passages, is_whole, total - marked)


def _all_blocks(document: Document, found: Sequence[Placed]) -> Iterator[Passage]:
    own: defaultdict[int, list[Placed]] = defaultdict(list)
    for one in found:
        own[one.at].append(one)
    for at, block in enumerate(document.blocks):
        if block.text.strip():
            yield _passage(document, block, TextSpan(0, len(block.text)), own[at])


def _places(document: Document, found: Sequence[Placed]) -> Iterator[Passage]:
    """The surroundings of each finding, joined where they touch, until they are too long."""
    left = WHOLE_TEXT
    expected = 0
    for at, window, own in _windows(found):
        passage = _passage(document, own[0].block, window, own)
        left -= len(passage.text)
        if left < 0:
            return
        yield passage._replace(skipped=max(0, at - expected))
        expected = at + 1


def _windows(found: Sequence[Placed]) -> Iterator[tuple[int, TextSpan, list[Placed]]]:
    together: list[Placed] = []
    for one in found:
        if together and (one.at != together[-1].at or _window(one).start > _window(together[-1]).end):
            yield _joined(together)
            together = []
        together.append(one)
    if together:
        yield _joined(together)


def _joined(together: list[Placed]) -> tuple[int, TextSpan, list[Placed]]:
    start, end = _window(together[0]).start, _window(together[-1]).end
    return together[0].at, TextSpan(start, end), together


def _window(one: Placed) -> TextSpan:
    """The words around a finding, not cut through the middle if the cut is near."""
    text = one.block.text
    start, end = max(0, one.span.start - _AROUND), min(len(text), one.span.end + _AROUND)
    first = text.find(" ", start, one.span.start) + 1 if start else 0
    last = text.rfind(" ", one.span.end, end) if end < len(text) else end
    return TextSpan(first or start, last if last >= 0 else end)


def _passage(document: Document, block: Block, window: TextSpan, own: Sequence[Placed]) -> Passage:
    text = printable(window.slice(block.text)).replace(OBJECT, _OBJECT_SHOWN)
    first = own[0].span.start if own else window.start
    line = None
    if document.source.has_lines and block.segments:
        (start, *_) = block.to_source(TextSpan(first, first + 1)) or (None,)
        line = document.source.position(start.start).line if start else None
    return Passage(
        block.kind.value,
        text,
        tuple(_mark(one, window.start) for one in own),
        line,
        own[0].finding.location if own else None,
        starts_inside=window.start > 0,
        ends_inside=window.end < len(block.text),
    )


def _mark(one: Placed, offset: int) -> Mark:
    finding = one.finding
    return Mark(
        one.span.start - offset,
        one.span.end - offset,
        finding.rule_id,
        finding.severity,
        finding.matched,
        finding.message,
        finding.suggestions,
    )
