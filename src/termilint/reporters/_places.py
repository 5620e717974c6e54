"""Where a finding is, in the units of the programs that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from termilint.model.fix import Applicability

if TYPE_CHECKING:
    from termilint.model.finding import Finding
    from termilint.model.fix import Fix
    from termilint.model.source import Position, Source
    from termilint.model.span import SourceSpan


class Region(NamedTuple):
    """A range between two places of a file; ``end`` is after the last character."""

    start: Position
    end: Position

    @property
    def on_one_line(self) -> bool:
        """True if the range does not go over a line end."""
        return self.start.line == self.end.line


def region_of(finding: Finding, source: Source) -> Region | None:
    """The lines and columns of a finding, or ``None`` in a file that has none (a slide show)."""
    return span_region(finding.span, source) if source.has_lines else None


def span_region(span: SourceSpan, source: Source) -> Region:
    """The lines and columns of ``span``, in code points."""
    return Region(source.position(span.start), source.position(span.end))


def line_of(finding: Finding, source: Source) -> int:
    """The line of a finding; 1 in a file without lines, for programs that must have one."""
    region = region_of(finding, source)
    return region.start.line if region else 1


def applicable(finding: Finding, source: Source) -> tuple[Fix, ...]:
    """The fixes that another program may offer to apply: none in a file without lines."""
    if not source.has_lines:
        return ()
    return tuple(fix for fix in finding.fixes if fix.applicability is not Applicability.DISPLAY_ONLY)
