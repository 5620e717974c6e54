"""Changes to a source that a finding proposes."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from termilint.model.span import SourceSpan


class Applicability(Enum):
    """How far a fix may go by itself.

    SAFE: one right answer; the inflected form is verified by analysis, no markup is crossed and the
    rule allows it. UNSAFE: grammatical, but a person should judge whether the meaning fits.
    DISPLAY_ONLY: shown as advice, never applied.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY_ONLY = "display-only"


class Edit(NamedTuple):
    """Replace one source range by ``content`` (already escaped for the format)."""

    span: SourceSpan
    content: str


class Fix(NamedTuple):
    """Edits that make sense together, in source order and not overlapping."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability
