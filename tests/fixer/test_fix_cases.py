"""The literate cases of ``tests/cases/fixes``: what fixing makes of a text."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from termilint.engine import Linter
from termilint.fixer import fix
from termilint.model.source import Source
from termilint.rules import packs
from termilint.runner import check_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.morphology.analyzer import Analyzer

CASES = Path(__file__).parent.parent / "cases" / "fixes"
_CASE = re.compile(r"^- (.*)(?:\n  → (.*))?$", re.MULTILINE)


def cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for match in _CASE.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            yield pytest.param(
                path.stem == "unsafe", match[1], match[2] or match[1], id=f"{path.stem}:{line}"
            )


@pytest.fixture(scope="module")
def linter(analyzer: Analyzer) -> Linter:
    return Linter(packs.load([CASES / "rules.yaml"]), analyzer)


@pytest.mark.parametrize(("unsafe", "before", "after"), list(cases()))
def test_each_text_becomes_what_is_written_under_it(
    unsafe: bool, before: str, after: str, linter: Linter
) -> None:
    check = partial(check_source, checker=linter)
    fixed = fix(check(Source("case.md", before)), check, unsafe=unsafe)
    assert fixed.result.source.text == after
    again = fix(fixed.result, check, unsafe=unsafe)
    assert (again.result, again.fixed, again.overlapping) == (fixed.result, 0, 0)
