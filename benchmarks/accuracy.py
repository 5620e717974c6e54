"""Precision and recall of the bare rule, and accuracy over labels, on labelled sentences.

Usage: python benchmarks/accuracy.py FILE.jsonl [--rule bare-asiakas] [--engine auto]

A line is an object with ``prev``, ``sentence``, ``next``, ``token``, ``start`` (code points into
``sentence``), ``label``, ``by`` and ``domain``. The program is given the three sentences as one
paragraph; only the target at ``start`` is judged. ``either`` is not scored; ``none`` must not be a
target.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from termilint.engine import Linter
from termilint.model.source import Source
from termilint.morphology.analyzer import open_analyzer
from termilint.readers import plain
from termilint.rules.packs import load_shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.model.document import Document

NOT_SCORED = "either"
NO_TARGET = "none"


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled line and what the program says of it."""

    line: dict[str, Any]
    label: str
    evidence: str
    suggestions: tuple[str, ...] = ()

    @property
    def gold(self) -> str:
        """The label that the readers gave."""
        return str(self.line["label"])

    @property
    def is_right(self) -> bool:
        """True if the program says the same."""
        return self.label == self.gold


def judge(lines: list[dict[str, Any]], linter: Linter, rule_id: str) -> Iterator[Judged]:
    """The program's label of each line's target."""
    for line in lines:
        before = f"{line['prev']} " if line["prev"] else ""
        text = f"{before}{line['sentence']} {line['next']}".strip()
        at = len(before) + line["start"]
        document = plain.read(Source("gold.txt", text))
        label, evidence = NO_TARGET, ""
        for use in linter.usages(document):
            span = use.block.to_source(use.span)[0]
            if use.rule_id == rule_id and span.start <= at < span.end:
                label, evidence = use.usage.label.value, use.usage.evidence
        yield Judged(line, label, evidence, suggestions_at(linter, document, rule_id, at))


def suggestions_at(linter: Linter, document: Document, rule_id: str, at: int) -> tuple[str, ...]:
    """The base forms of the suggestions of the rule's finding at a source offset, best first."""
    for finding in linter.check(document):
        if finding.rule_id == rule_id and finding.span.start <= at < finding.span.end:
            return tuple(dict.fromkeys(suggestion.base for suggestion in finding.suggestions))
    return ()


def role_hits(judged: list[Judged], first: int) -> float:
    """The share of bare lines with role words that one of the ``first`` suggestions meets.

    A suggestion meets a role word that it equals or that is its head.
    """
    wanted = [one for one in judged if one.gold == "bare" and one.line.get("role_words")]
    met = sum(_meets(one.suggestions[:first], one.line["role_words"]) for one in wanted)
    return ratio(met, len(wanted))


def _meets(suggestions: tuple[str, ...], role_words: list[str]) -> bool:
    return any(text in role_words or text.split()[-1] in role_words for text in suggestions)


def ratio(part: int, whole: int) -> float:
    """``part`` of ``whole``; 1 of nothing."""
    return part / whole if whole else 1.0


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one group of lines."""

    n: int
    hits: int
    misses: int
    false_alarms: int
    right_labels: int

    @classmethod
    def of(cls, judged: list[Judged]) -> Score:
        """Count the hits, misses and false alarms of the bare rule."""
        reported = [one for one in judged if one.label == "bare"]
        bare = [one for one in judged if one.gold == "bare"]
        hits = sum(one.gold == "bare" for one in reported)
        right = sum(one.is_right for one in judged)
        return cls(len(judged), hits, len(bare) - hits, len(reported) - hits, right)

    def __str__(self) -> str:
        precision = ratio(self.hits, self.hits + self.false_alarms)
        recall = ratio(self.hits, self.hits + self.misses)
        f1 = ratio(int(2e9 * precision * recall), int(1e9 * (precision + recall)))
        labels = ratio(self.right_labels, self.n)
        return f"n={self.n} precision={precision:.4f} recall={recall:.4f} f1={f1:.4f} labels={labels:.4f}"


def print_errors(judged: list[Judged]) -> None:
    """Each wrong label with what led to it."""
    for one in judged:
        if not one.is_right:
            line = one.line
            end = line["start"] + len(line["token"])
            sentence = f"{line['sentence'][: line['start']]}[{line['token']}]{line['sentence'][end:]}"
            print(f"{one.gold} ({line['by']}) → {one.label} ({one.evidence}): {sentence}")


def print_role_misses(judged: list[Judged]) -> None:
    """Each bare line none of whose suggestions is a reader's word."""
    for one in judged:
        roles = one.line.get("role_words")
        if one.gold == "bare" and roles and not _meets(one.suggestions, roles):
            print(f"{', '.join(roles)} ← {', '.join(one.suggestions)}: {one.line['sentence']}")


def print_confusion(judged: list[Judged]) -> None:
    """A table of the readers' labels against the program's."""
    pairs = Counter((one.gold, one.label) for one in judged)
    labels = sorted({label for pair in pairs for label in pair})
    width = max(map(len, labels)) + 1
    print("gold \\ said".ljust(width + 2) + "".join(label[:8].rjust(9) for label in labels))
    for gold in labels:
        row = "".join(str(pairs[gold, said] or "·").rjust(9) for said in labels)
        print(gold.ljust(width + 2) + row)


def main() -> None:
    """Judge the file and print everything, the summary last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--rule", default="bare-asiakas")
    parser.add_argument("--engine", default="auto")
    parser.add_argument("--roles", action="store_true", help="show the suggestions that miss")
    options = parser.parse_args()
    lines = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines()]
    linter = Linter(load_shipped(), open_analyzer(options.engine))
    judged = [one for one in judge(lines, linter, options.rule) if one.gold != NOT_SCORED]
    print_errors(judged)
    if options.roles:
        print_role_misses(judged)
    print()
    print_confusion(judged)
    print()
    for domain in sorted({str(one.line["domain"]) for one in judged}):
        print(domain.ljust(12), Score.of([one for one in judged if one.line["domain"] == domain]))
    print(f"role_hit1={role_hits(judged, 1):.4f} role_hit3={role_hits(judged, 3):.4f}")
    print(Score.of(judged))


if __name__ == "__main__":
    main()
