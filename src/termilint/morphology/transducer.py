"""Read Voikko's flat transducer file ``mor.vfst`` in place, with the standard library only.

The file is mapped into memory and states are decoded when a word first needs them. It holds,
little-endian: magic numbers, a header of 16 bytes in all, the symbols (empty = epsilon, flag
diacritics, characters, tags), padding to 8 bytes, and cells of 8 bytes: input symbol (16 bits), output
symbol (16), target cell (24), number of further cells of the same state (8).

Everything here is checked when it is used: a damaged file gives :class:`DictionaryError` or wrong
readings, never a crash or an endless search.
"""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from typing import TYPE_CHECKING, NamedTuple

from termilint.errors import DictionaryError

if TYPE_CHECKING:
    from pathlib import Path

MAX_FORM_LENGTH = 255

FINAL = 0xFFFF  # what a final state reads at the end of the form
NOTHING = -1  # what stands for characters outside the alphabet: no arc reads it

MAX_PATHS = 100_000
MAX_SILENT = 20_000
MAX_STATES = 30_000
MAX_PREFIXES = 5_000
REMEMBERED_PREFIX = 3

_MAGIC = struct.pack("<II", 0x00013A6E, 0x000351FA)
_HEADER_SIZE = 16
_OVERFLOW = 255
_ONE_ARC = 1 << 56  # a first cell below this has no further arcs
_MAX_TARGET = (1 << 24) - 1
_REMEDY = "Reinstall termilint, or give the directory of a Voikko dictionary with --dictionary."


class Flags:
    """A set of flag diacritics, which knows what every flag operation makes of it."""

    __slots__ = ("_after", "_operations", "_values")

    def __init__(self, operations: list[Operation], values: dict[str, str]) -> None:
        self._operations = operations
        self._values = values
        self._after: dict[int, Flags | None] = {}

    def after(self, symbol: int) -> Flags | None:
        """Return the flags after the operation ``symbol``, or None where the path is forbidden."""
        if symbol not in self._after:
            self._after[symbol] = self._work_out(*self._operations[symbol])
        return self._after[symbol]

    def _work_out(self, operation: str, feature: str, value: str) -> Flags | None:
        current = self._values.get(feature)
        if not _allowed(operation, current, value):
            return None
        if operation in "PU" and current != value:
            return Flags(self._operations, {**self._values, feature: value})
        if operation == "C" and current is not None:
            return Flags(self._operations, {k: v for k, v in self._values.items() if k != feature})
        return self


class State(NamedTuple):
    """The arcs of one state.

    ``silent`` arcs read nothing: (epsilon or flag symbol, output, target). ``reading`` gives, for an
    input symbol, (output, target) pairs; a final state reads :data:`FINAL`.
    """

    silent: list[tuple[int, str, int]]
    reading: dict[int, tuple[tuple[str, int], ...]]


Operation = tuple[str, str, str]
SearchPath = tuple[int, Flags, str]


class Transducer:
    """The dictionary, ready to be asked. Threads may share it: what it remembers are facts."""

    def __init__(self, path: Path) -> None:
        """Open ``path`` (a ``mor.vfst``); raise :class:`DictionaryError` if it is missing or damaged."""
        self.path = path
        data = _mapped(path)
        self.size = len(data)
        count = _cell_count_claimed(data, path)
        self.symbols, offset = _read_symbols(data, path)
        self._cells = _cells(data, offset)
        if not len(self._cells) or (count and count != len(self._cells)):
            raise _damaged(path, "its end is missing")
        self._first_char = _first_char(self.symbols)
        self._numbers = {s: i for i, s in enumerate(self.symbols) if i >= self._first_char}
        self._texts = ["" if i < self._first_char else s for i, s in enumerate(self.symbols)]
        self._states: dict[int, State] = {}
        self._prefixes: dict[str, list[SearchPath]] = {}
        self.no_flags = Flags([_parse_flag(s) for s in self.symbols[: self._first_char]], {})

    def lookup(self, form: str) -> list[str]:
        """Return the output strings of ``form``, which must be normalised; an unknown form has none."""
        if not form or len(form) > MAX_FORM_LENGTH:
            return []
        try:
            return self._search(form)
        except (IndexError, ValueError) as error:
            raise _damaged(self.path, str(error)) from error

    def _search(self, form: str) -> list[str]:
        paths = self._prefix_paths(form[:REMEMBERED_PREFIX])
        work = 0
        for char in form[REMEMBERED_PREFIX:]:
            work += len(paths)
            if not paths or work > MAX_PATHS:
                return []
            paths = self._after(paths, self._numbers.get(char, NOTHING))
        return list(dict.fromkeys(output for _, _, output in self._after(paths, FINAL)))

    def _prefix_paths(self, prefix: str) -> list[SearchPath]:
        """Return the paths that read ``prefix``; most words share their first letters with others."""
        paths = self._prefixes.get(prefix)
        if paths is None:
            paths = [(0, self.no_flags, "")]
            for char in prefix:
                paths = self._after(paths, self._numbers.get(char, NOTHING))
            if len(self._prefixes) >= MAX_PREFIXES:
                self._prefixes.clear()
            self._prefixes[prefix] = paths
        return paths

    def _after(self, paths: list[SearchPath], symbol: int) -> list[SearchPath]:  # noqa: C901  # a call here is felt
        """Return the paths that go on from ``paths`` by reading ``symbol``.

        Most states have one arc, whose cell is read in place: it is followed for as long as it reads
        nothing. Other states are remembered.
        """
        cells, texts, states, first_char = self._cells, self._texts, self._states, self._first_char
        found: list[SearchPath] = []
        waiting = paths.copy()
        work = 0
        while waiting:
            cell, flags, output = waiting.pop()
            work += 1
            while (value := cells[cell]) < _ONE_ARC and (read := value & 0xFFFF) < first_char:
                if read:
                    if (after := flags.after(read)) is None:
                        break
                    flags = after
                output += texts[value >> 16 & 0xFFFF]
                cell = value >> 32
                work += 1
                if work > MAX_SILENT:
                    break
            else:
                if value < _ONE_ARC:
                    if read == symbol:
                        found.append((value >> 32, flags, output + texts[value >> 16 & 0xFFFF]))
                    continue
                state = states.get(cell) or self._remember(cell)
                for write, target in state.reading.get(symbol, ()):
                    found.append((target, flags, output + write))
                for operation, write, target in state.silent:
                    after = flags.after(operation) if operation else flags
                    if after is not None:
                        waiting.append((target, after, output + write))
            if work > MAX_SILENT:
                raise ValueError(f"cell {cell} is in a loop")
        return found

    def number_of(self, char: str) -> int:
        """Return the number of a character's symbol; :data:`NOTHING` if no word has the character."""
        return self._numbers.get(char, NOTHING)

    def state_at(self, cell: int) -> State:
        """Return the state that starts at ``cell``."""
        return self._states.get(cell) or self._remember(cell)

    def _remember(self, cell: int) -> State:
        """Decode a state. A cold start spends a good part of its time here, so nothing is called."""
        if len(self._states) >= MAX_STATES:
            self._states.clear()
        cells, texts, first_char = self._cells, self._texts, self._first_char
        value = cells[cell]
        more, start = value >> 56, cell + 1
        if more == _OVERFLOW:
            more, start = cells[start] & 0xFFFFFFFF, start + 1
        if start + more > len(cells):
            raise IndexError(f"state {cell} runs over the end")
        silent: list[tuple[int, str, int]] = []
        reading: dict[int, tuple[tuple[str, int], ...]] = {}
        for arc in (value, *cells[start : start + more]):
            read = arc & 0xFFFF
            end = texts[arc >> 16 & 0xFFFF], arc >> 32 & _MAX_TARGET
            if read < first_char:
                silent.append((read, *end))
            elif read in reading:
                reading[read] += (end,)
            else:
                reading[read] = (end,)
        state = self._states[cell] = State(silent, reading)
        return state


def _parse_flag(symbol: str) -> Operation:
    """``@U.LS.SGNY@`` → operation, feature, value; the value may be empty."""
    operation, _, rest = symbol.strip("@").partition(".")
    feature, _, value = rest.partition(".")
    return operation, feature, value


def _allowed(operation: str, current: str | None, value: str) -> bool:
    if operation == "U":
        return current is None or current == value
    if operation == "R":
        return current == value if value else current is not None
    if operation == "D":
        return current != value if value else current is None
    return operation in ("P", "C")


def _mapped(path: Path) -> mmap.mmap:
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is empty"
        raise DictionaryError(
            f"the Finnish dictionary cannot be read: {reason}.", where=str(path), hint=_REMEDY
        ) from error


def _cell_count_claimed(data: mmap.mmap, path: Path) -> int:
    """Return the number of cells that our build writes into the header; 0 in dictionaries from elsewhere."""
    if len(data) < _HEADER_SIZE + 2 or data[: len(_MAGIC)] != _MAGIC:
        raise _damaged(path, "it is not a Voikko transducer")
    if data[len(_MAGIC)]:
        raise _damaged(path, "weighted transducers are not supported")
    return int(struct.unpack_from("<I", data, 12)[0])


def _read_symbols(data: mmap.mmap, path: Path) -> tuple[list[str], int]:
    """Return the symbols and the offset of the first cell."""
    (count,) = struct.unpack_from("<H", data, _HEADER_SIZE)
    symbols = []
    start = _HEADER_SIZE + 2
    for _ in range(count):
        end = data.find(b"\0", start)
        if end < 0:
            raise _damaged(path, "its symbol table has no end")
        symbols.append(data[start:end].decode("utf-8", "replace"))
        start = end + 1
    return symbols, start + -start % 8


def _cells(data: mmap.mmap, offset: int) -> memoryview | array[int]:
    """Return the cells as 64-bit numbers; only on little-endian machines without a copy."""
    view = memoryview(data)[offset : len(data) - (len(data) - offset) % 8]
    if sys.byteorder == "little":
        return view.cast("Q")
    swapped = array("Q", view.tobytes())
    swapped.byteswap()
    return swapped


def _first_char(symbols: list[str]) -> int:
    """Return the number of the first symbol that is neither epsilon nor a flag."""
    for number, symbol in enumerate(symbols):
        if symbol and not symbol.startswith("@"):
            return number
    return len(symbols)


def _damaged(path: Path, reason: str) -> DictionaryError:
    return DictionaryError(f"the Finnish dictionary is damaged: {reason}.", where=str(path), hint=_REMEDY)
