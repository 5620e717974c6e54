"""Write Voikko's Finnish dictionary in the flat format that the program and libvoikko both read.

The source is the transducer that PyPI's ``pyvoikko`` carries (``voikko.kfst``, read with ``kfst``). The
result is a directory that ``Voikko("fi", path=…)`` accepts. The same source always gives the same
bytes.

A transducer file holds, little-endian: two magic numbers, one byte *weighted*, three zero bytes, the
number of cells (0 in files from elsewhere), the symbols, zero bytes up to a multiple of 8, and cells of
8 bytes: input symbol, output symbol, target cell, number of further cells. See
:mod:`termilint.morphology.transducer` for the reader.
"""

from __future__ import annotations

import struct
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, NamedTuple

MAGIC = struct.pack("<II", 0x00013A6E, 0x000351FA)
EPSILON = "@_EPSILON_SYMBOL_@"
FINAL_INPUT = 0xFFFF
OVERFLOW = 255
ALPHABET_OF_AUTOCORR = ("", "a")

INDEX_TEXT = """\
Voikko-Dictionary-Format: 5
Language: fi-x-standard
Copyright: 2006-2025 Hannu Väisänen, Harri Pitkänen, Teemu Likonen and others
License: GPL version 2 or later
Description: suomi (perussanasto)
Morphology-Backend: finnishVfst
"""


class Arc(NamedTuple):
    """One transition: symbol numbers and the number of the target state."""

    read: int
    write: int
    target: int


def write_dictionary(target: Path) -> None:
    """Write ``mor.vfst``, ``autocorr.vfst`` and ``index.txt`` into the directory ``target``."""
    target.mkdir(parents=True, exist_ok=True)
    (target / "mor.vfst").write_bytes(flat_bytes(read_kfst(voikko_source())))
    (target / "autocorr.vfst").write_bytes(empty_transducer())
    (target / "index.txt").write_text(INDEX_TEXT, encoding="utf-8", newline="\n")


def voikko_source() -> Path:
    """Return the path of pyvoikko's transducer; importing pyvoikko would load it, which takes seconds."""
    for file in distribution("pyvoikko").files or ():
        if file.name == "voikko.kfst":
            return Path(str(file.locate()))
    raise FileNotFoundError("pyvoikko is installed without voikko.kfst")


def read_kfst(path: Path) -> Any:
    """Return the ``kfst`` transducer stored at ``path``."""
    from kfst.transducer import FST

    return FST.from_kfst_file(path)


def flat_bytes(fst: Any) -> bytes:
    """Return a ``kfst`` transducer in the flat format."""
    symbols = sorted({_name(symbol) for symbol in fst.symbols} | {""}, key=_symbol_order)
    numbers = {name: number for number, name in enumerate(symbols)}
    return _file(symbols, _cells(_states(fst, numbers), frozenset(fst.final_states)))


def empty_transducer() -> bytes:
    """Return the smallest transducer that libvoikko accepts: it knows no word."""
    return _file(ALPHABET_OF_AUTOCORR, [struct.pack("<HHI", 1, 1, 0)])


def _name(symbol: Any) -> str:
    name = str(symbol.get_symbol())
    return "" if name == EPSILON else name


def _symbol_order(name: str) -> tuple[int, str]:
    """Readers tell the kinds of symbols apart by their order: epsilon, flags, characters, tags."""
    if len(name) < 2:
        return (2 if name else 0), name
    return (1 if name.startswith("@") else 3), name


def _states(fst: Any, numbers: dict[str, int]) -> dict[int, list[Arc]]:
    """Return the arcs of every state that can be reached, states in depth-first order.

    Depth-first order puts the letters of a word beside each other, so that few pages are read.
    """
    states: dict[int, list[Arc]] = {}
    waiting = [0]
    while waiting:
        state = waiting.pop()
        if state not in states:
            states[state] = _arcs(fst.rules.get(state, {}), numbers)
            waiting.extend(arc.target for arc in reversed(states[state]))
    return states


def _arcs(rules: Any, numbers: dict[str, int]) -> list[Arc]:
    return sorted(
        Arc(numbers[_name(read)], numbers[_name(write)], target)
        for read, transitions in rules.items()
        for target, write, _weight in transitions
    )


def _cells(states: dict[int, list[Arc]], finals: frozenset[int]) -> list[bytes]:
    starts = _cell_numbers(states, finals)
    cells: list[bytes] = []
    for state, arcs in states.items():
        run = [(FINAL_INPUT, 0, 0)] if state in finals else []
        run += [(arc.read, arc.write, starts[arc.target]) for arc in arcs]
        cells += _run(run)
    return cells


def _cell_numbers(states: dict[int, list[Arc]], finals: frozenset[int]) -> dict[int, int]:
    starts: dict[int, int] = {}
    position = 0
    for state, arcs in states.items():
        starts[state] = position
        count = len(arcs) + (state in finals)
        position += count + (count > OVERFLOW)
    return starts


def _run(arcs: list[tuple[int, int, int]]) -> list[bytes]:
    """Return the cells of one state; a long run has its length in a cell of its own."""
    more = len(arcs) - 1
    cells = [struct.pack("<HHI", read, write, target) for read, write, target in arcs]
    read, write, target = arcs[0]
    cells[0] = struct.pack("<HHI", read, write, target | min(more, OVERFLOW) << 24)
    if more >= OVERFLOW:
        cells.insert(1, struct.pack("<II", more, 0))
    return cells


def _file(symbols: list[str] | tuple[str, ...], cells: list[bytes]) -> bytes:
    table = struct.pack("<H", len(symbols)) + b"".join(s.encode() + b"\0" for s in symbols)
    header = MAGIC + struct.pack("<II", 0, len(cells)) + table
    return header + bytes(-len(header) % 8) + b"".join(cells)
