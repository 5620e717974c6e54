"""The base of values that do more at birth than a named tuple can, or that remember something.

Dataclasses would say the same in fewer lines, but their import and the code that they make for every
class would be a sixth of what a check of a short text costs.
"""

from __future__ import annotations

from typing import Any


class Record:
    """A value that is equal to another of its class if all fields are that have no underscore."""

    __slots__: tuple[str, ...] = ()

    def _compared(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.__slots__ if not name.startswith("_"))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self._compared() == other._compared()

    def __hash__(self) -> int:
        return hash(self._compared())

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._compared()!r}"
