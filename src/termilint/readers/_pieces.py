"""Decoding with places: what stands in the source, and what it stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termilint.model.document import Block, BlockBuilder, Segment
from termilint.model.span import TextSpan

if TYPE_CHECKING:
    from collections.abc import Callable

_HIGH = re.compile(r"\\u([dD][89abAB]..)\\u([dD][c-fC-F]..)")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "a": "\a", "0": "\0"}

BACKSLASH = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\(?:\r\n|.)",
    re.DOTALL,
)
"""A backslash and what belongs to it; a pair of surrogates belongs together."""


def unescaped(escape: str) -> str:
    r"""What a match of :data:`BACKSLASH` stands for: *\u00e4* is ä, *\n* a line break, *\"* a quote.

    A backslash at a line's end continues the line and stands for nothing.
    """
    if pair := _HIGH.match(escape):
        high, low = (int(digits, 16) for digits in pair.groups())
        return chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
    if len(escape) > 3:
        return chr(int(f"0x{escape[2:]}", 0))
    return "" if escape[1] in "\r\n" else _LETTERS.get(escape[1], escape[1])


def add_decoded(
    builder: BlockBuilder,
    text: str,
    span: tuple[int, int],
    escape: re.Pattern[str],
    decode: Callable[[str], str],
) -> None:
    """Add a range of ``text`` to ``builder``: every match of ``escape`` as what ``decode`` says."""
    at, end = span
    for match in escape.finditer(text, at, end):
        builder.add(text[at : match.start()], at, match.start())
        builder.add(decode(match[0]), match.start(), match.end())
        at = match.end()
    builder.add(text[at:end], at, end)


def relocated(block: Block, raw: Block) -> Block:
    """``block``, whose segments are offsets into the text of ``raw``, with those of the source."""
    shift = _shift_of(raw)
    if shift is not None:
        return block.changed(segments=_shifted(block.segments, shift))
    builder = relocated_text(block, raw)
    return builder.build(block.kind, location=block.location, headings=block.headings, escape=block.escape)


def _shift_of(raw: Block) -> int | None:
    """Where the text of ``raw`` begins in the source, if it stands there in one piece as it is."""
    only = raw.segments[0] if len(raw.segments) == 1 else None
    return only.source_start if only and only.verbatim else None


def _shifted(segments: tuple[Segment, ...], shift: int) -> tuple[Segment, ...]:
    """The segments, so far on in the source."""
    if not shift:
        return segments
    return tuple(
        Segment(text_start, text_end, start + shift, end + shift)
        for text_start, text_end, start, end in segments
    )


def relocated_text(block: Block, raw: Block) -> BlockBuilder:
    """The text of :func:`relocated` alone."""
    builder = BlockBuilder()
    shift = _shift_of(raw)
    for segment in block.segments:
        text = block.text[segment.text_start : segment.text_end]
        if shift is not None:
            builder.add(text, segment.source_start + shift, segment.source_end + shift)
        elif segment.verbatim:
            _add_verbatim(builder, text, segment.source_start, raw)
        else:
            builder.add(text, *source_span(raw, segment.source_start, segment.source_end))
    return builder


def source_span(raw: Block, start: int, end: int) -> tuple[int, int]:
    """The source range from the first to the last piece of a range of the text of ``raw``."""
    parts = raw.to_source(TextSpan(start, end))
    return parts[0].start, parts[-1].end


def _add_verbatim(builder: BlockBuilder, text: str, start: int, raw: Block) -> None:
    """Add a run of the text of ``raw`` with the segments that ``raw`` has for it."""
    end = start + len(text)
    for at, segment_end, segment in raw.parts(TextSpan(start, end)):
        builder.add(
            text[at - start : segment_end - start],
            segment.source_offset(at, end=False),
            segment.source_offset(segment_end, end=True),
        )
