"""All documents of a report, gathered with bounded memory."""

from __future__ import annotations

import heapq
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from termilint.census.total import Tally
from termilint.model.finding import Failure
from termilint.report.examine import report_of
from termilint.report.model import DocumentReport, Gathered, Shown
from termilint.rules.marks import is_own_page
from termilint.runner import each, inputs, source_of, suitable_jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager

    from termilint.discovery import Input, Selection
    from termilint.model.finding import Severity
    from termilint.project import Project
    from termilint.report.model import Rewrite

    Progress = Callable[[int], AbstractContextManager[Callable[[int], None] | None]]

MOST_TEXTS = 200
"""Documents whose text the report may show."""

MOST_CHARACTERS = 1_500_000
"""Code points of text that the report may show."""

_REWRITES_OF_A_RULE = 4


class Bounds(NamedTuple):
    """How much of the documents' text a report shows at most."""

    texts: int = MOST_TEXTS
    characters: int = MOST_CHARACTERS


def gather(
    paths: Sequence[str],
    project: Project,
    selection: Selection,
    *,
    bounds: Bounds,
    jobs: int | None,
    progress: Progress,
) -> Gathered:
    """Everything that the report of ``paths`` shows. Raises :class:`WorkerError` if a process dies.

    Earlier pages are no documents.
    """
    found = inputs(paths, selection=selection)
    number = suitable_jobs(found, jobs)
    if number > 1:
        # What is loaded before the processes begin need not be loaded in each.
        project.has_trigger("")
    gathering = Gathering(bounds)
    with progress(len(found)) as show:
        for done, one in enumerate(each(found, partial(_examine, project), jobs=number), 1):
            if one:
                gathering.add(one)
            if show:
                show(done)
    return gathering.gathered()


def _examine(project: Project, found: Input) -> DocumentReport | None:
    """The report of a document, None for a page of our own."""
    source = source_of(found)
    return None if is_own_page(source.text) else report_of(source, project)


class Gathering:
    """Adds up documents; of the texts, it keeps those of the documents with most findings."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._tally = Tally()
        self._read = self._words = self._characters = self._dropped = 0
        self._documents: dict[str, DocumentReport] = {}
        self._texts: list[tuple[int, int, str]] = []
        self._rules: Counter[str] = Counter()
        self._severities: Counter[Severity] = Counter()
        self._worn: Counter[tuple[str, str]] = Counter()
        self._rewrites: dict[str, list[Rewrite]] = {}

    def add(self, one: DocumentReport | Failure) -> None:
        """Count one document, or remember that it could not be read."""
        if isinstance(one, Failure):
            self._tally.fail(one)
            return
        self._read += 1
        self._words += one.words
        self._tally.add(one.census)
        self._rules.update(one.rules)
        self._severities.update(one.severities)
        self._worn.update(one.worn)
        self._keep_rewrites(one.rewrites)
        if one.findings:
            self._keep(one)

    def _keep(self, one: DocumentReport) -> None:
        self._documents[one.name] = one._replace(
            census=DocumentReport("").census, rewrites=(), worn=Counter()
        )
        # The later of two equal documents goes first.
        heapq.heappush(self._texts, (one.findings, -len(self._documents), one.name))
        self._characters += one.shown.characters
        while len(self._texts) > self._bounds.texts or (
            self._characters > self._bounds.characters and len(self._texts) > 1
        ):
            self._drop_text(heapq.heappop(self._texts)[2])

    def _drop_text(self, name: str) -> None:
        document = self._documents[name]
        self._characters -= document.shown.characters
        self._dropped += 1
        self._documents[name] = document._replace(shown=Shown(left_out=document.findings))

    def _keep_rewrites(self, rewrites: Iterable[Rewrite]) -> None:
        for rewrite in rewrites:
            kept = self._rewrites.setdefault(rewrite.rule_id, [])
            if any(one.sentence == rewrite.sentence for one in kept):
                continue
            kept.append(rewrite)
            kept.sort(key=lambda one: not one.is_likely)
            del kept[_REWRITES_OF_A_RULE:]

    def gathered(self) -> Gathered:
        """All that was added."""
        ranked = sorted(self._documents.values(), key=lambda one: (-one.findings, -one.density, one.name))
        return Gathered(
            self._read,
            self._words,
            tuple(ranked),
            self._dropped,
            self._rules,
            self._severities,
            self._worn,
            tuple(self._best_rewrites()),
            self._tally.census(),
        )

    def _best_rewrites(self) -> Iterable[Rewrite]:
        """In turns one of each rule, the rule with most findings first."""
        by_rule = [self._rewrites[rule] for rule, _ in self._rules.most_common() if rule in self._rewrites]
        for turn in range(_REWRITES_OF_A_RULE):
            yield from (rewrites[turn] for rewrites in by_rule if turn < len(rewrites))
