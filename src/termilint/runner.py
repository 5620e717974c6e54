"""A whole run: inputs in, a report out. One input that fails does not stop the others."""

from __future__ import annotations

import os
import sys
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol, TypeVar

from termilint.discovery import Input, find_inputs, unreadable
from termilint.errors import ReadError
from termilint.filters import AtLeast, FirstOfEach, filtered
from termilint.model.finding import Checked, Confidence, Failure, Report, Severity
from termilint.model.source import Source
from termilint.project import bare_term_rules
from termilint.readers import is_wanted, reader_for, readers_by_suffix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from termilint.baseline import Baseline
    from termilint.discovery import Selection
    from termilint.filters import Filter
    from termilint.model.document import Document
    from termilint.model.finding import Finding, Identity
    from termilint.project import Project

MAX_BYTES = 50_000_000
FILES_PER_PROCESS = 400
"""A process more pays for its start with so many small files, or with as much work."""

_BYTES_LIKE_A_FILE = 10_000

_FILES_PER_PIECE = 20


class Named(Protocol):
    """Something that can be read, as reports name it."""

    @property
    def name(self) -> str:
        """The name that reports show."""


class Stored(Named, Protocol):
    """Something to read that is no file; ``size`` is its number of bytes."""

    @property
    def size(self) -> int:
        """The number of bytes."""


F = TypeVar("F", bound=Named)
R = TypeVar("R")


class Checker(Protocol):
    """The part of :class:`termilint.engine.Linter` that a run needs."""

    def has_trigger(self, text: str) -> bool:
        """False if the text cannot hold a finding."""

    def check(self, document: Document) -> tuple[Finding, ...]:
        """The findings of a document, in source order."""


class Plan(NamedTuple):
    """How each input is checked; other processes may get it too.

    ``filters`` take findings away. With ``counts`` the findings are counted before that. Without
    ``keeps_texts`` the text of a source without findings is dropped when it is checked.
    """

    checker: Checker
    filters: tuple[Filter, ...] = ()
    counts: bool = False
    keeps_texts: bool = True


class Outcome(NamedTuple):
    """The report of a run, and how often each finding came up before the filters, by file name."""

    report: Report
    counts: Mapping[str, Counter[Identity]]


class _Examined(NamedTuple):
    """What one input gave."""

    checked: Checked
    counts: Counter[Identity] | None


def run(
    paths: Iterable[str],
    checker: Checker,
    *,
    stdin_name: str = "<stdin>",
    stdin: BinaryIO | None = None,
    selection: Selection | None = None,
) -> Report:
    """Check the files, folders and standard input (``-``) that ``paths`` name.

    ``stdin_name`` is the name, and by its suffix the format, of what ``stdin`` gives; ``selection``
    says which files folders give. Inputs that cannot be read are the report's failures; any other
    error goes up with the input's name.
    """
    found = inputs(paths, stdin_name=stdin_name, selection=selection)
    return examine(found, Plan(checker), stdin=stdin).report


def inputs(
    paths: Iterable[str], *, stdin_name: str = "<stdin>", selection: Selection | None = None
) -> tuple[Input | Failure, ...]:
    """What ``paths`` name, in order: of folders, the files of the formats that can be read."""
    return tuple(
        find_inputs(paths, known_suffixes(), stdin_name=stdin_name, selection=selection, wants=is_wanted)
    )


def known_suffixes() -> Iterator[str]:
    """The suffixes of all formats that folders are searched for."""
    yield from filter(None, readers_by_suffix())


def baseline_of(project: Project) -> Baseline | None:
    """The baseline that the settings name. Raises :class:`ConfigError` if it cannot be read."""
    if project.settings.baseline is None:
        return None
    from termilint.baseline import read

    return read(project.settings.baseline)


def filters_of(project: Project, known: Baseline | None, extra: Iterable[Filter] = ()) -> tuple[Filter, ...]:
    """What takes findings away, in order: what is ``known``, too weak, ``extra``, or said before."""
    return tuple(_filters(project, known, extra))


def _filters(project: Project, known: Baseline | None, extra: Iterable[Filter]) -> Iterator[Filter]:
    settings = project.settings
    if known:
        from termilint.baseline import NotKnown

        yield NotKnown(known.files, settings.root)
    if settings.min_severity is not Severity.HINT or settings.min_confidence is not Confidence.LOW:
        yield AtLeast(settings.min_severity, settings.min_confidence)
    yield from extra
    if settings.repeat != "every":
        yield FirstOfEach(settings.repeat, bare_term_rules(project.rules))


def examine(
    found: Sequence[Input | Failure],
    plan: Plan,
    *,
    jobs: int = 1,
    stdin: BinaryIO | None = None,
    progress: Callable[[int], None] | None = None,
) -> Outcome:
    """Check inputs by ``plan``, in ``jobs`` processes; the outcome is in their order.

    ``progress`` hears how many inputs are done. Raises :class:`WorkerError` if a process dies.
    """
    checked: list[Checked] = []
    failures: list[Failure] = []
    counts: dict[str, Counter[Identity]] = {}
    if jobs > 1:
        # What is loaded before the processes begin need not be loaded in each.
        plan.checker.has_trigger("")
    for number, one in enumerate(each(found, partial(_examine, plan, stdin), jobs=jobs), 1):
        if isinstance(one, Failure):
            failures.append(one)
        else:
            checked.append(one.checked)
            if one.counts is not None:
                counts[one.checked.source.name] = one.counts
        if progress:
            progress(number)
    return Outcome(Report(tuple(checked), tuple(failures)), counts)


def suitable_jobs(found: Sequence[Input | Stored | Failure], wanted: int | None = None) -> int:
    """How many processes to use: ``wanted``, else as many as there are processors if it pays.

    Standard input is read in this process only.
    """
    if any(isinstance(one, Input) and one.path is None for one in found):
        return 1
    return wanted or max(1, min(_processors(), int(sum(map(_work, found))) // FILES_PER_PROCESS))


def _work(found: Input | Stored | Failure) -> float:
    """How much work an input is; a small file is 1."""
    return 1 + min(_size(found), MAX_BYTES) / _BYTES_LIKE_A_FILE


def _size(found: Input | Stored | Failure) -> int:
    if isinstance(found, Failure):
        return 0
    if not isinstance(found, Input):
        return found.size
    try:
        return found.path.stat().st_size if found.path else 0
    except OSError:
        return 0


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each(found: Sequence[F | Failure], work: Callable[[F], R], *, jobs: int = 1) -> Iterator[R | Failure]:
    """What ``work`` gives for each input, in their order, done by ``jobs`` processes.

    A ReadError becomes a failure; any other error goes up with the input's name. Raises
    :class:`WorkerError` if a process dies.
    """
    if jobs < 2:
        yield from (_tried(work, one) for one in found)
        return
    from termilint import workers

    pieces = [found[at : at + _FILES_PER_PIECE] for at in range(0, len(found), _FILES_PER_PIECE)]
    for piece in workers.results(pieces, partial(_tried_all, work), jobs):
        yield from piece


def _tried_all(work: Callable[[F], R], found: Sequence[F | Failure]) -> list[R | Failure]:
    return [_tried(work, one) for one in found]


def _tried(work: Callable[[F], R], found: F | Failure) -> R | Failure:
    if isinstance(found, Failure):
        return found
    try:
        return work(found)
    except ReadError as error:
        return Failure.of(found.name, error)
    except Exception as error:
        error.add_note(f"This happened while termilint checked {found.name}.")
        raise


def _examine(plan: Plan, stdin: BinaryIO | None, found: Input) -> _Examined:
    return _examine_source(source_of(found, stdin), plan)


def _examine_source(source: Source, plan: Plan) -> _Examined:
    document = document_of(source, plan.checker)
    findings = plan.checker.check(document) if document else ()
    counts = Counter(finding.identity for finding in findings) if plan.counts else None
    if document:
        findings = filtered(document, findings, plan.filters)
    if not (findings or plan.keeps_texts):
        source = Source(source.name, "", source.encoding, source.bom)
    return _Examined(Checked(source, findings), counts)


def check_source(source: Source, checker: Checker) -> Checked:
    """Check one text, by the suffix of its name. Raises ReadError for an unknown suffix."""
    document = document_of(source, checker)
    return Checked(source, checker.check(document) if document else ())


def document_of(source: Source, checker: Checker) -> Document | None:
    """What there is to read in a source; None if it cannot hold a finding."""
    reader = reader_for(source.name)
    if source.package is None and not checker.has_trigger(source.text):
        return None
    return reader.read(source)


def source_of(found: Input, stdin: BinaryIO | None = None) -> Source:
    """What an input holds. Raises ReadError if it cannot be read or is too large."""
    try:
        if found.path:
            found.path.stat()
        data = _bytes(found, stdin, most_bytes(found.name))
    except OSError as error:
        raise unreadable(found.name, error) from None
    return source_from(found.name, data)


def source_from(name: str, data: bytes) -> Source:
    """What the bytes of a file of that name hold. Raises ReadError if they cannot be read."""
    if len(data) > most_bytes(name):
        raise too_large(name)
    return reader_for(name).open(name, data)


def most_bytes(name: str) -> int:
    """How large a file of that name may be. Raises ReadError for an unknown suffix."""
    return reader_for(name).max_bytes or MAX_BYTES


def too_large(name: str) -> ReadError:
    """The failure of a file that has more than :func:`most_bytes`."""
    limit = f"{most_bytes(name) // 1_000_000} MB"
    return ReadError(
        f"the file is larger than {limit}.",
        where=name,
        hint="Split it, or check its parts.",
        reason="too-large",
        details=(limit,),
    )


def _bytes(found: Input, stdin: BinaryIO | None, most: int) -> bytes:
    """At most one byte more than ``most``."""
    if found.path is None:
        return (stdin or sys.stdin.buffer).read(most + 1)
    with found.path.open("rb") as stream:
        return stream.read(most + 1)
