"""Which project a text belongs to: the nearest configuration, opened once and again when files change.

Every file that a project was made from is remembered with its size and time. They are looked at
before each use, so that a change counts also where the editor does not watch files.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from termilint.config.find import NAMES, find, load_settings
from termilint.discovery import absolute
from termilint.errors import ConfigError, TermilintError
from termilint.lsp.problems import FileProblem, problems_of
from termilint.project import Project
from termilint.rules.packs import SUFFIXES
from termilint.runner import baseline_of, filters_of, inputs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from termilint.config.settings import Settings
    from termilint.filters import Filter
    from termilint.rules.model import Language

Stamp = tuple[int, int]


class Place(NamedTuple):
    """Where a text stands: its path, or that which it might get, and the folder that was opened for it."""

    path: str
    folder: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A project as its files are now.

    While they have errors, the ``problems``, it is what held before; ``is_default`` if nothing did.
    """

    project: Project
    filters: tuple[Filter, ...]
    problems: tuple[FileProblem, ...]
    stamps: Mapping[str, Stamp | None]
    is_default: bool = False

    def is_fresh(self) -> bool:
        """True if none of its files has changed."""
        return all(_stamp(path) == stamp for path, stamp in self.stamps.items())


class Projects:
    """The projects of all open texts. ``config`` names one configuration for all of them.

    What held in ``before``, under other settings of the editor, holds on while files have errors.
    """

    def __init__(
        self,
        *,
        config: str | None = None,
        language: Language | None = None,
        before: Projects | None = None,
    ) -> None:
        self._config = config
        self._language = language
        self._opened: dict[tuple[str, str], Opened] = {}
        self.held: dict[str, Opened] = dict(before.held) if before else {}

    def of(self, place: Place) -> Opened:
        """The project of a text, with the errors of its files if there are any."""
        spot = str(Path(place.path).parent)
        before = self.held.get(spot) or self._default(place.folder)
        self.held[spot] = found = self._now(place, before)
        return found

    def _now(self, place: Place, before: Opened) -> Opened:
        """The project of a text; while its files have errors, what it was ``before``."""
        try:
            key = self._key(place)
        except ConfigError as error:
            problems = tuple(problems_of(error, _first_of(error.where or "")))
            return before if before.problems == problems else replace(before, problems=problems, stamps={})
        known = self._opened.get(key)
        if known is None or not known.is_fresh():
            known = self._opened[key] = self._open(key, known or before)
        return known

    def _default(self, folder: str) -> Opened:
        """What holds where no configuration could be read."""
        settings = self._spoken(load_settings(folder, search=False))
        return Opened(Project(settings), (), (), {}, is_default=True)

    def _key(self, place: Place) -> tuple[str, str]:
        """The configuration that holds, empty for none, and the folder to start from."""
        if self._config:
            return str(Path(place.folder, self._config)), place.folder
        for folder in _upwards(str(Path(place.path).parent), place.folder):
            if found := find(folder):
                return str(found), str(found.parent)
        return "", place.folder

    def _open(self, key: tuple[str, str], before: Opened) -> Opened:
        """The project; while its files have errors, what it was ``before``."""
        file, folder = key
        stamps: dict[str, Stamp | None] = {file: _stamp(file)} if file else {}
        settings = None
        try:
            settings = self._settings(file, folder)
            stamps |= _stamps_of(settings)
            project = Project(settings)
            project.rules  # noqa: B018  # their errors are told whatever the text holds
            filters = filters_of(project, baseline_of(project))
        except TermilintError as error:
            stamps |= _stamps_of(settings) if settings else {}
            return replace(before, problems=tuple(problems_of(error, file)), stamps=stamps)
        return Opened(project, filters, (), stamps)

    def _settings(self, file: str, folder: str) -> Settings:
        named = Path(file) if file and self._config else None
        return self._spoken(load_settings(folder, file=named))

    def _spoken(self, settings: Settings) -> Settings:
        """The settings in the language that the editor asks for, if it asks for any."""
        return settings._replace(language=self._language) if self._language else settings


def is_left_out(project: Project, path: str) -> bool:
    """True for a file that the project's patterns or ignore files exclude."""
    return not inputs([path], selection=project.selection(force_exclude=True))


def _first_of(folder: str) -> str:
    """The configuration file that is told of when a folder has two."""
    return next((str(path) for name in NAMES if (path := Path(folder, name)).is_file()), "")


def _upwards(folder: str, top: str) -> list[str]:
    """``folder`` and those above it up to ``top``; only itself where it does not lie below."""
    start = Path(absolute(folder))
    folders = [start, *start.parents]
    last = Path(absolute(top))
    until = folders.index(last) + 1 if last in folders else 1
    return [str(candidate) for candidate in folders[:until]]


def _stamps_of(settings: Settings) -> dict[str, Stamp | None]:
    named = [*settings.rule_files, *([settings.baseline] if settings.baseline else [])]
    files = [file for path in named for file in _rule_files(path)]
    return {file: _stamp(file) for file in files}


def _rule_files(path: str) -> list[str]:
    """A rule file itself; of a pack's folder, the folder and its files."""
    if not Path(path).is_dir():
        return [path]
    return [path, *(str(file) for file in sorted(Path(path).iterdir()) if file.suffix in SUFFIXES)]


def _stamp(path: str) -> Stamp | None:
    try:
        status = os.stat(path)  # noqa: PTH116  # many a keystroke
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
