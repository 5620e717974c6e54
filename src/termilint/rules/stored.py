"""What the build stored beside the packs of the program, to save a start-up from reading them.

Nothing here imports the rules. What is stored holds the checksum of the files it was made from, so
it cannot be out of date.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

PACKAGE = Path(__file__).resolve().parent.parent
IN_WHEEL = PACKAGE / "rules_data"
IN_CHECKOUT = PACKAGE.parent.parent / "rules"
COMPILED = PACKAGE / "compiled_rules.json"
TRIGGERS = PACKAGE / "compiled_triggers.json"


class StoredTriggers(NamedTuple):
    """The literals of all shipped rules that are on, as a :class:`Triggers` takes them."""

    literals: tuple[str, ...]
    terms: tuple[str, ...]


def folder() -> Path | None:
    """The folder with the packs of the program: in the package or in the checkout."""
    return next((path for path in (IN_WHEEL, IN_CHECKOUT) if path.is_dir()), None)


def checksum(packs: Path) -> int:
    """A checksum of the names and contents of all rule files under ``packs``."""
    total = 0
    for path in sorted(packs.glob("*/*.y*ml")):
        total = crc32(path.read_bytes(), crc32(f"{path.parent.name}/{path.name}".encode(), total))
    return total


def triggers() -> StoredTriggers | None:
    """The stored literals; None where the rules have changed since, or nothing was stored."""
    packs = folder()
    stored = _read(TRIGGERS)
    if packs is None or not stored or stored.get("checksum") != checksum(packs):
        return None
    return StoredTriggers(tuple(stored["literals"]), tuple(stored["terms"]))


def compiled() -> dict[str, Any]:
    """The data of each shipped file by the file's name; empty if the build stored none."""
    return _read(COMPILED)


def _read(path: Path) -> dict[str, Any]:
    try:
        stored = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}
