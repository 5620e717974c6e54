"""What the build stored beside the packs of the program, to save a start-up from reading them.

What is stored holds the checksum of the files it was made from, so it cannot be out of date. Nothing
here imports the rules before they are asked for.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from termilint.rules.model import RuleSet

PACK_FILE = "pack.yaml"
PACKAGE = Path(__file__).resolve().parent.parent
IN_WHEEL = PACKAGE / "rules_data"
IN_CHECKOUT = PACKAGE.parent.parent / "rules"
COMPILED = PACKAGE / "compiled_files.json"
RULES = PACKAGE / "compiled_rules.json"
TRIGGERS = PACKAGE / "compiled_triggers.json"


class StoredTriggers(NamedTuple):
    """The literals of all shipped rules that are on, as a :class:`Triggers` takes them."""

    literals: tuple[str, ...]
    terms: tuple[str, ...]


def folder() -> Path | None:
    """The folder with the packs of the program: in the package or in the checkout."""
    return next((path for path in (IN_WHEEL, IN_CHECKOUT) if path.is_dir()), None)


def checksum(packs: Path, names: Collection[str] | None = None) -> int:
    """A checksum of the names and contents of the rule files under ``packs``.

    With ``names`` only these packs count, and of the others what they say of themselves: a pack that
    is off costs a run no reading of its rules.
    """
    return _checksum_of(
        path
        for path in sorted(packs.glob("*/*.y*ml"))
        if names is None or path.parent.name in names or path.name == PACK_FILE
    )


@cache
def readers_checksum() -> int:
    """A checksum of the modules that read rules."""
    return _checksum_of(sorted(Path(__file__).parent.glob("*.py")))


def _checksum_of(paths: Iterable[Path]) -> int:
    total = 0
    for path in paths:
        total = crc32(path.read_bytes(), crc32(f"{path.parent.name}/{path.name}".encode(), total))
    return total


def triggers() -> StoredTriggers | None:
    """The stored literals; None where the rules have changed since, or nothing was stored."""
    stored = _current(TRIGGERS)
    return StoredTriggers(tuple(stored["literals"]), tuple(stored["terms"])) if stored else None


def rules() -> RuleSet | None:
    """The stored rules of all shipped packs; None where they have changed since, or nothing was stored."""
    if not (stored := _current(RULES)):
        return None
    from termilint.rules.encoding import decoded

    return decoded(stored)


def compiled() -> dict[str, Any]:
    """The data of each shipped file by the file's name; empty if the build stored none."""
    return _read(COMPILED)


def _current(path: Path) -> dict[str, Any]:
    """What is stored in ``path``, empty if it was made from other files than there are now.

    Only in a checkout can the modules have changed, too: a wheel brings both.
    """
    packs = folder()
    stored = _read(path)
    if not packs or not stored or stored.get("checksum") != checksum(packs, stored.get("packs")):
        return {}
    is_current = packs == IN_WHEEL or stored.get("readers") == readers_checksum()
    return stored if is_current else {}


def _read(path: Path) -> dict[str, Any]:
    try:
        stored = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return stored if isinstance(stored, dict) else {}
