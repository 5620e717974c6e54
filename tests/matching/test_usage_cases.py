"""The literate cases of ``tests/cases/usages``: which asiakas is meant, and by what evidence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from termilint.engine import Linter
from termilint.model.source import Source
from termilint.readers import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.model import RuleSet

CASES = Path(__file__).parent.parent / "cases" / "usages"
_MARK = re.compile(r"\[([^\]]+)\]\{((?:[^{}]|\{[^{}]*\})*)\}")


class Marked(NamedTuple):
    """A marked word of a case: its place in the text, its label, and the evidence if it is given."""

    start: int
    end: int
    label: str
    evidence: str | None


def parse(marked: str) -> tuple[str, list[Marked]]:
    """The text of a case without its marks, and the marked words."""
    text, marks, at = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        label, _, evidence = match.group(2).partition(": ")
        if label:
            start = len(text)
            marks.append(Marked(start, start + len(match.group(1)), label, evidence or None))
        text += match.group(1)
        at = match.end()
    return text + marked[at:], marks


def cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("- "):
                yield pytest.param(line[2:], id=f"{path.stem}:{number}")


@pytest.mark.parametrize("prefilter", [True, False], ids=["prefilter", "everything"])
@pytest.mark.parametrize("case", list(cases()))
def test_each_use_has_the_marked_label(
    case: str, prefilter: bool, analyzer: Analyzer, shipped_rules: RuleSet
) -> None:
    text, marks = parse(case)
    linter = Linter(shipped_rules, analyzer, prefilter=prefilter)
    found = {
        (use.span.start, use.span.end): use.usage
        for use in linter.usages(plain.read(Source("case.txt", text)))
        if use.rule_id == "bare-asiakas"
    }
    said = {place: usage.label.value for place, usage in found.items()}
    assert said == {(mark.start, mark.end): mark.label for mark in marks}
    for mark in marks:
        if mark.evidence is not None:
            assert found[mark.start, mark.end].evidence == mark.evidence
