"""The literate cases of ``tests/cases/rewrites``: what stands for a word in a sentence."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from termilint.matching.sentence import Sentence
from termilint.suggestions.rewrite import Rewriter
from termilint.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.morphology.analyzer import Analyzer

CASES = Path(__file__).parent.parent / "cases" / "rewrites"
_MARK = re.compile(r"\[([^\]]+)\]\{([^→}]+) → ([^}]+)\}")


class Case(NamedTuple):
    """A sentence, the place of the word to rewrite, the template, and what may stand there."""

    text: str
    start: int
    token: str
    template: str
    expected: tuple[str, ...]


def parse(line: str) -> Case:
    [mark] = _MARK.finditer(line)
    text = f"{line[: mark.start()]}{mark[1]}{line[mark.end() :]}".replace("⏎", "\n")
    expected = () if mark[3] == "–" else tuple(mark[3].split(" | "))
    return Case(text, mark.start(), mark[1].replace("⏎", "\n"), mark[2], expected)


def cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.md")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.startswith("- "):
                yield pytest.param(parse(line[2:]), id=f"{path.stem}:{number}")


@pytest.fixture(scope="module")
def rewriter(analyzer: Analyzer) -> Rewriter:
    return Rewriter(analyzer)


def offered(case: Case, rewriter: Rewriter, analyzer: Analyzer) -> tuple[str, ...]:
    for span in sentences(case.text):
        sentence = Sentence(case.text, span, analyzer)
        for index, token in enumerate(sentence.tokens):
            if token.start <= case.start < token.end:
                assert case.text[case.start : token.end].startswith(case.token)
                return rewriter.rewrite_token(sentence, index, case.template)
    raise AssertionError(f"no token at {case.start}")


@pytest.mark.parametrize("case", list(cases()))
def test_what_is_offered(case: Case, rewriter: Rewriter, analyzer: Analyzer) -> None:
    forms = offered(case, rewriter, analyzer)
    assert forms[:1] == case.expected[:1]
    assert set(case.expected) <= set(forms)


def test_there_are_enough_cases() -> None:
    assert len(list(cases())) >= 170
