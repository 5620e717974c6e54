"""Tracked changes: at which findings they can be written, and writing them."""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from termilint.files import rewrite
from termilint.model.finding import Checked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.model.finding import Finding
    from termilint.model.source import Source


def write(source: Source, text: str) -> None:
    """Write a source's file with what ``text`` changes as tracked changes. Raises FormatError, WriteError."""
    if text != source.text:
        from termilint.office.package import office_package

        data = office_package(source).tracked(text, datetime.now(UTC))
        rewrite(Path(source.name), source.to_bytes(source.text), data)


def fixable_only(checked: Checked) -> Checked:
    """The same findings; those where no change can be tracked have no fixes."""
    left = set(untrackable(checked))
    findings = (each._replace(fixes=()) if each in left else each for each in checked.findings)
    return Checked(checked.source, tuple(findings)) if left else checked


def untrackable(checked: Checked) -> Iterator[Finding]:
    """The findings of an Office file where no change can be tracked, as in an image's alternative text."""
    from termilint.office.package import OfficePackage

    package = checked.source.package
    if not checked.findings or not isinstance(package, OfficePackage):
        return
    ranges = list(package.trackable(checked.source.text))
    for finding in checked.findings:
        start, end = finding.spans[0].start, finding.spans[0].end
        at = bisect_right(ranges, (start, len(checked.source.text))) - 1
        if at < 0 or ranges[at][1] < end:
            yield finding
