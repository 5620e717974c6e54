"""Asks the editor to tell when configurations, rule files, baselines and ignore files change."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from lsprotocol.types import (
    WORKSPACE_DID_CHANGE_CONFIGURATION,
    WORKSPACE_DID_CHANGE_WATCHED_FILES,
    DidChangeConfigurationRegistrationOptions,
    DidChangeWatchedFilesRegistrationOptions,
    FileSystemWatcher,
    Registration,
)

from termilint.config.find import NAMES, PYPROJECT
from termilint.config.settings import BASELINE_FILE
from termilint.discovery import IGNORE_FILE
from termilint.lsp.settings import SECTION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lsprotocol.types import ClientCapabilities

_USUAL_NAMES = (*NAMES, PYPROJECT, IGNORE_FILE, BASELINE_FILE)


class Watching:
    """The names that the editor watches; others join when a project turns out to need them."""

    def __init__(self) -> None:
        self._watched: set[str] = set()

    def registrations(self, files: Iterable[str] = ()) -> list[Registration]:
        """What to register so that ``files`` are watched, and those that any project may have."""
        names = {*_USUAL_NAMES, *(PurePath(file).name for file in files)} - self._watched
        if not names:
            return []
        self._watched |= names
        watchers = [FileSystemWatcher(f"**/{name}") for name in sorted(names)]
        options = DidChangeWatchedFilesRegistrationOptions(watchers)
        number = len(self._watched)
        return [Registration(f"termilint-files-{number}", WORKSPACE_DID_CHANGE_WATCHED_FILES, options)]


def settings_registration() -> Registration:
    """What to register to be told of changed settings."""
    options = DidChangeConfigurationRegistrationOptions(SECTION)
    return Registration("termilint-settings", WORKSPACE_DID_CHANGE_CONFIGURATION, options)


def can_watch(capabilities: ClientCapabilities) -> bool:
    """True if the editor watches files that it is asked to watch."""
    workspace = capabilities.workspace
    found = workspace.did_change_watched_files if workspace else None
    return bool(found and found.dynamic_registration)


def can_tell_settings(capabilities: ClientCapabilities) -> bool:
    """True if the editor tells its settings when asked."""
    return bool(capabilities.workspace and capabilities.workspace.configuration)


def can_register_settings(capabilities: ClientCapabilities) -> bool:
    """True if the editor has to be asked to tell of changed settings."""
    workspace = capabilities.workspace
    found = workspace.did_change_configuration if workspace else None
    return bool(found and found.dynamic_registration)
