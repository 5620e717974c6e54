"""What every input format provides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from termilint.model.document import Document
    from termilint.model.source import Source


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format.

    ``suffixes`` are in lower case and start with a dot; ``""`` stands for names without one.
    ``read`` never fails on a decoded source: what is broken in the markup is simply not prose.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Source], Document]
