"""What a reader sees around a place in the XML of an Office part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from termilint.office import markup

if TYPE_CHECKING:
    from termilint.model.span import SourceSpan

_REACH = 4_000
"""Code points of XML that are looked at on either side."""

_EDGE = re.compile(r"</?(?:[\w.-]+:)?(?:p|h|tc|table-cell|list-item|title|desc)(?:\s[^>]*)?>|\0")
_NOT_SHOWN = re.compile(
    r"<((?:[\w.-]+:)?(?:delText|instrText|annotation|note-citation))\b[^>]*(?<!/)>.*?</\1>|<!--.*?-->",
    re.DOTALL,
)
_BLANK = re.compile(r"<(?:[\w.-]+:)?(?:tab|br|cr|line-break|s)(?:\s[^>]*)?/>")
_VALUE = re.compile(r"""<[^<>]*=\s*(["'])((?:(?!\1)[^<])*)\Z""")
"""The beginning of an attribute's value."""
_TAG = re.compile(r"<[^>]*>")


def excerpt(text: str, span: SourceSpan) -> tuple[str, str, str]:
    """The text before a span, at it and after it, inside the paragraph or the attribute."""
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    value = _VALUE.search(before)
    if value:
        return _shown(value[2]), _shown(span.slice(text)), _shown(after.partition(value[1])[0])
    edges = list(_EDGE.finditer(before))
    edge = _EDGE.search(after)
    before = before[edges[-1].end() :] if edges else before.partition(">")[2] or before
    after = after[: edge.start()] if edge else after.rpartition("<")[0] or after
    return _shown(before), _shown(span.slice(text)), _shown(after)


def _shown(raw: str) -> str:
    text = _TAG.sub("", _BLANK.sub(" ", _NOT_SHOWN.sub("", raw)))
    return "".join(piece for piece, *_ in markup.pieces(text))
