"""A text from the editor checked as ``termilint check`` checks a file of that name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from termilint.errors import TermilintError
from termilint.filters import filtered
from termilint.lsp.projects import Place, is_left_out
from termilint.model.finding import Checked
from termilint.model.source import Source
from termilint.readers import reader_of_language, readers_by_suffix

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from termilint.engine import LocatedUsage
    from termilint.lsp.documents import Snapshot
    from termilint.lsp.projects import Opened, Projects
    from termilint.model.document import Document
    from termilint.model.finding import Finding
    from termilint.project import Project
    from termilint.readers.reader import Reader

MAX_LENGTH = 2_000_000
"""Code points. What is longer would take seconds after each change."""


class TooLongError(TermilintError):
    """A text is longer than :data:`MAX_LENGTH`."""


class SupersededError(Exception):
    """Nobody needs what a check would find: its text has been changed meanwhile."""


@dataclass(frozen=True)
class Prose:
    """A text with what reads and checks it, for all that is asked about one version of it."""

    source: Source
    reader: Reader
    project: Project
    pulse: Callable[[], None] | None = None

    @cached_property
    def document(self) -> Document:
        """The text as its reader sees it. Raises ReadError."""
        return self.reader.read(self.source)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings that no comment silences: what fixes go by.

        Raises ReadError, and SupersededError.
        """
        if not self.project.has_trigger(self.source.text):
            return ()
        return self.project.check(self.document, self.pulse)

    @cached_property
    def fixed_text(self) -> str:
        """The text as ``termilint fix`` writes it. Raises ReadError."""
        from termilint.fixer import fix

        return fix(self.checked, self.check).result.source.text

    @property
    def checked(self) -> Checked:
        """The text with its findings."""
        return Checked(self.source, self.findings)

    def with_text(self, text: str) -> Prose:
        """The same place with another text."""
        source = Source(self.source.name, text)
        return Prose(source, self.reader, self.project)

    def check(self, source: Source) -> Checked:
        """Another text at the same place, checked. Raises ReadError."""
        return self.with_text(source.text).checked

    def usages(self) -> tuple[LocatedUsage, ...]:
        """Every use of a guarded term, whether it is reported or not. Raises ReadError."""
        if not self.project.has_trigger(self.source.text):
            return ()
        return self.project.linter_for(self.source.name).usages(self.document)


@dataclass(frozen=True)
class Linted:
    """What one version of a text gave.

    ``findings`` are those to show, ``prose`` is None for a text that is not checked, and ``failure``
    says why it could not be.
    """

    snapshot: Snapshot
    opened: Opened
    prose: Prose | None = None
    findings: tuple[Finding, ...] = ()
    failure: TermilintError | None = None


class Linting:
    """Checks open texts, each version once. It belongs to one thread."""

    def __init__(self, projects: Projects) -> None:
        self._projects = projects
        self._last: dict[str, Linted] = {}

    def of(
        self, snapshot: Snapshot, folders: Sequence[str], is_wanted: Callable[[], bool] = lambda: True
    ) -> Linted:
        """What a text in one of the open ``folders`` gives; nothing for what is no prose of ours.

        Raises SupersededError when ``is_wanted`` is so no longer: the text has been changed.
        """
        reader = _reader(snapshot)
        place = _place(snapshot, folders, reader)
        opened = self._projects.of(place)
        last = self._last.get(snapshot.uri)
        if last and last.snapshot is snapshot and last.opened is opened:
            return last
        self._last[snapshot.uri] = found = _lint(snapshot, reader, place, opened, _pulse(is_wanted))
        return found

    def forget(self, uri: str) -> None:
        """Forget a text that was closed."""
        self._last.pop(uri, None)


def _pulse(is_wanted: Callable[[], bool]) -> Callable[[], None]:
    def pulse() -> None:
        if not is_wanted():
            raise SupersededError

    return pulse


def _lint(
    snapshot: Snapshot, reader: Reader | None, place: Place, opened: Opened, pulse: Callable[[], None]
) -> Linted:
    pulse()
    project = opened.project
    if not reader or not _is_wanted(project, reader, place, snapshot):
        return Linted(snapshot, opened)
    prose = Prose(Source(place.path, snapshot.text[snapshot.start :]), reader, project, pulse)
    try:
        findings = _findings(prose, opened)
    except TermilintError as error:
        return Linted(snapshot, opened, failure=error)
    return Linted(snapshot, opened, prose, findings)


def _findings(prose: Prose, opened: Opened) -> tuple[Finding, ...]:
    """The findings to show. Raises TermilintError."""
    if len(prose.source.text) > MAX_LENGTH:
        raise TooLongError(f"the text is longer than {MAX_LENGTH} characters.")
    return filtered(prose.document, prose.findings, opened.filters) if prose.findings else ()


def _reader(snapshot: Snapshot) -> Reader | None:
    """The reader of a text: by the suffix of its name, else by its language.

    Editors call every file that they do not know plain text.
    """
    suffix = Path(snapshot.path or "").suffix.lower()
    found = readers_by_suffix().get(suffix) if suffix else None
    if found is None:
        found = reader_of_language(snapshot.language)
        if suffix and found and "" in found.suffixes:
            return None
    return found if found and found.languages else None


def _place(snapshot: Snapshot, folders: Sequence[str], reader: Reader | None) -> Place:
    """Where a text stands; one that is no file yet, in the first folder with a name of its format."""
    if snapshot.path:
        above = [folder for folder in folders if Path(folder) in Path(snapshot.path).parents]
        return Place(snapshot.path, max(above, key=len, default=str(Path(snapshot.path).parent)))
    folder = folders[0] if folders else str(Path.cwd())
    suffix = reader.suffixes[0] if reader else ""
    return Place(str(Path(folder, snapshot.title).with_suffix(suffix)), folder)


def _is_wanted(project: Project, reader: Reader, place: Place, snapshot: Snapshot) -> bool:
    """True for what a check of its folder would not leave out, and for every text that is no file yet."""
    return snapshot.path is None or (reader.wants(place.path) and not is_left_out(project, place.path))
