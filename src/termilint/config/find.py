"""Which configuration file holds: the nearest one from a folder up to the root of its repository."""

from __future__ import annotations

import os
import re
from pathlib import Path

from termilint.config.settings import Settings
from termilint.discovery import absolute
from termilint.errors import ConfigError

NAMES = (".termilint.yaml", ".termilint.yml")
PYPROJECT = "pyproject.toml"
_HEADER = b"[tool.termilint"
_MAY_HAVE_TABLE = re.compile(rb"tool[\"']?\s*(?:\]|=|\.\s*[\"']?termilint\b)")


def load_settings(folder: str | Path = ".", *, file: Path | None = None, search: bool = True) -> Settings:
    """The settings that hold in ``folder``: of ``file``, else of the nearest configuration.

    Patterns are relative to the folder of a configuration that was found, but to the repository's
    root when it was named: that one may stand anywhere. With ``search=False`` none is looked for.
    Raises :class:`ConfigError` with every
    error of the configuration.
    """
    found = file or (find(folder) if search else None)
    if found is None:
        return Settings(root=repository_root(folder))
    from termilint.config.read import read

    return read(found, repository_root(folder) if file else absolute(found.parent))


def find(folder: str | Path = ".") -> Path | None:
    """The nearest configuration from ``folder`` up to the root of its repository, if there is one.

    Outside a repository only ``folder`` itself is looked at: a stranger's file further up must not
    decide. What cannot be read, as a link to nowhere, is found too, so that its reader tells of it.
    Raises :class:`ConfigError` if one folder has two.
    """
    for candidate in _upwards(folder):
        found = [candidate / name for name in NAMES if os.path.lexists(candidate / name)]
        pyproject = candidate / PYPROJECT
        if _has_table(pyproject):
            found.append(pyproject)
        if len(found) > 1:
            names = " and ".join(path.name for path in found)
            raise ConfigError(f"two configurations: {names}.", where=str(candidate), hint="Keep one of them.")
        if found:
            return found[0]
    return None


def repository_root(folder: str | Path = ".") -> str:
    """The absolute folder that holds ``.git``, at or above ``folder``; else ``folder`` itself."""
    return str(_upwards(folder)[-1])


def _upwards(folder: str | Path) -> list[Path]:
    """``folder`` and those above it up to the repository's root; only itself outside of one."""
    start = Path(absolute(folder))
    folders = []
    for candidate in (start, *start.parents):
        folders.append(candidate)
        if (candidate / ".git").exists():
            return folders
    return [start]


def _has_table(path: Path) -> bool:
    """True if a pyproject.toml has a table of ours, or may have one that cannot be read."""
    try:
        raw = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        return False
    except OSError:
        return True
    if not _MAY_HAVE_TABLE.search(raw):
        return False
    import tomllib

    try:
        tool = tomllib.loads(raw.decode()).get("tool")
    except ValueError:
        return _HEADER in raw
    return isinstance(tool, dict) and "termilint" in tool
