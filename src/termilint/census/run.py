"""A whole census: the files of a working tree or of a git revision in, one sum out."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from termilint.census.model import DocumentCensus
from termilint.census.take import take
from termilint.census.total import Tally
from termilint.model.finding import Failure
from termilint.readers import is_wanted
from termilint.revisions import BlobReader, find_blobs
from termilint.rules.marks import is_own_page
from termilint.runner import (
    document_of,
    each,
    inputs,
    known_suffixes,
    most_bytes,
    source_from,
    source_of,
    suitable_jobs,
    too_large,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager
    from typing import BinaryIO

    from termilint.census.model import Census
    from termilint.discovery import Input, Selection
    from termilint.model.source import Source
    from termilint.project import Project
    from termilint.revisions import Blob, Revision

    Progress = Callable[[int], AbstractContextManager[Callable[[int], None] | None]]


class Survey(NamedTuple):
    """What to count, by which project, and how. ``progress`` makes a context for a number of files."""

    project: Project
    paths: Sequence[str]
    selection: Selection
    progress: Progress
    jobs: int | None = None
    stdin_name: str = "<stdin>"

    def of_files(self, stdin: BinaryIO | None = None) -> Census:
        """The census of the files as they are. Raises :class:`WorkerError` if a process dies."""
        found = inputs(self.paths, stdin_name=self.stdin_name, selection=self.selection)
        jobs = suitable_jobs(found, self.jobs)
        self._warm_up(jobs)
        return self._total(found, each(found, partial(_of_input, self.project, stdin), jobs=jobs))

    def of_revision(self, at: Revision) -> Census:
        """The census of the files as a revision has them; names and rules are those of today."""
        found = tuple(find_blobs(at, self.paths, known_suffixes(), selection=self.selection, wants=is_wanted))
        jobs = suitable_jobs(found, self.jobs)
        self._warm_up(jobs)
        with closing(BlobReader(at.top)) as reader:
            return self._total(found, each(found, partial(_of_blob, self.project, reader), jobs=jobs))

    def _warm_up(self, jobs: int) -> None:
        """Load before the processes begin what each would load."""
        if jobs > 1:
            self.project.has_trigger("")

    def _total(self, found: Sequence[object], counted: Iterable[DocumentCensus | Failure | None]) -> Census:
        tally = Tally()
        with self.progress(len(found)) as show:
            for number, one in enumerate(counted, 1):
                if isinstance(one, Failure):
                    tally.fail(one)
                elif one:
                    tally.add(one)
                if show:
                    show(number)
        return tally.census()


def _of_input(project: Project, stdin: BinaryIO | None, found: Input) -> DocumentCensus | None:
    return _of_house(source_of(found, stdin), project)


def _of_blob(project: Project, reader: BlobReader, blob: Blob) -> DocumentCensus | None:
    if blob.size > most_bytes(blob.name):
        raise too_large(blob.name)
    return _of_house(source_from(blob.name, reader.read(blob)), project)


def _of_house(source: Source, project: Project) -> DocumentCensus | None:
    """The census of a source, None for a page of our own."""
    return None if is_own_page(source.text) else census_of(source, project)


def census_of(source: Source, project: Project) -> DocumentCensus:
    """The census of one source. Raises ReadError if its format is broken."""
    document = document_of(source, project)
    if document is None:
        return DocumentCensus(source.name)
    return take(document, project.linter_for(source.name))
