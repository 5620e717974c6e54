"""File names as the page shows them: from the folder on that all documents share."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from termilint.report.model import Gathered


class FileNames(NamedTuple):
    """The folder above all documents; empty if there is none."""

    folder: str

    @classmethod
    def of(cls, gathered: Gathered) -> FileNames:
        """The folder of the documents that the page names."""
        names = [document.name for document in gathered.documents]
        names += [document.name for document in gathered.census.documents]
        names += [failure.name for failure in gathered.census.failures]
        folders = {os.path.dirname(name) for name in names}  # noqa: PTH120  # names may be no paths
        try:
            return cls(os.path.commonpath(folders) if folders else "")
        except ValueError:  # some are absolute, some are not, or they are on different drives
            return cls("")

    def short(self, name: str) -> str:
        """The name from the folder on, with forward slashes."""
        path = PurePath(name)
        inside = path.relative_to(self.folder) if self.folder and path.is_relative_to(self.folder) else path
        return inside.as_posix()
