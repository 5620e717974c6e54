"""Output formats, one module each: a module here that holds a ``REPORTER`` is a format."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from termilint.reporters.reporter import Reporter


@cache
def reporters() -> dict[str, Reporter]:
    """Every reporter by its name, in order of names. Raises ValueError if two share a name."""
    modules = (import_module(f"{__name__}.{info.name}") for info in iter_modules(__path__))
    found = [module.REPORTER for module in modules if hasattr(module, "REPORTER")]
    by_name = {reporter.name: reporter for reporter in sorted(found, key=lambda r: r.name)}
    if len(by_name) != len(found):
        raise ValueError(f"two reporters share a name: {[r.name for r in found]}")
    return by_name
