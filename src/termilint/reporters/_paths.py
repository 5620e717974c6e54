"""Names of files as other programs look them up: from the root of a repository on."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def relative_path(name: str, root: str = "") -> str:
    """The file ``name`` from the folder ``root`` on (or from the current one), with forward slashes.

    A file outside that folder keeps its whole path. What is not Unicode in a name becomes ``?``.
    """
    path = _relative(name, root).as_posix()
    return path.encode(errors="replace").decode()


def relative_uri(name: str, root: str) -> str:
    """The same as a URI reference: relative, or ``file:`` for a file outside of ``root``."""
    path = _relative(name, root)
    quoted = quote(path.as_posix(), safe="/", errors="surrogateescape")
    return f"file:///{quoted.lstrip('/')}" if path.is_absolute() else quoted


def _relative(name: str, root: str) -> Path:
    """The path as it is named if that leads into the root, else by the folder it really is in."""
    path = Path(os.path.normpath(Path.cwd() / name))
    base = Path(root).resolve() if root else Path.cwd()
    if not path.is_relative_to(base):
        real = path.parent.resolve() / path.name
        path = real if real.is_relative_to(base) else path
    return path.relative_to(base) if path.is_relative_to(base) else path
