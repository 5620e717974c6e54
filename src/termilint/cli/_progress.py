"""How far a long run is, on one line of a terminal that is cleared in the end."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SILENT_SECONDS = 1.0
_PAUSE_SECONDS = 0.1


@contextmanager
def progress(total: int) -> Iterator[Callable[[int], None] | None]:
    """A function that is told how many of ``total`` are done; None where nobody would see it.

    It shows nothing in the first second.
    """
    if not sys.stderr.isatty():
        yield None
        return
    line = _Line(total)
    try:
        yield line.show
    finally:
        line.clear()


class _Line:
    def __init__(self, total: int) -> None:
        self._total = total
        self._next = time.monotonic() + _SILENT_SECONDS
        self._width = 0

    def show(self, done: int) -> None:
        """Show that ``done`` are done, if it is time again."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _PAUSE_SECONDS
        text = f"{done}/{self._total}"
        self._width = len(text)
        self._write(f"\r{text}")

    def clear(self) -> None:
        """Take the line away."""
        if self._width:
            self._write(f"\r{' ' * self._width}\r")

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
