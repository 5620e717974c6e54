"""Which modules a package has, without importing them.

``pkgutil`` would tell too, but imports ``inspect`` for it, which costs a start-up milliseconds.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def public_modules(folders: Iterable[str]) -> tuple[str, ...]:
    """The names of the modules in a package's ``__path__`` that do not begin with ``_``, sorted."""
    names = (path.stem for folder in folders for path in Path(folder).glob("*.py"))
    return tuple(sorted(name for name in names if not name.startswith("_")))
