"""YAML bytes to plain data with the place of every value, bounded in depth.

Only the plain part of YAML is taken: no anchors, aliases, tags or second documents, so a small file
cannot grow large and nothing is ever constructed but texts, numbers, truth values, lists and mappings.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

import yaml

from termilint.rules.limits import MAX_VALUES
from termilint.rules.problems import InvalidError, Problem, quoted
from termilint.rules.values import Path, RuleFile

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 16

_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONSTANTS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def parse(name: str, raw: bytes) -> tuple[RuleFile, tuple[Problem, ...]]:
    """The file's data with its marks, and the errors that do not keep the rest from being read.

    Raises InvalidError when nothing of the file can be used.
    """
    text = _decoded(name, raw)
    reader = _Reader(name, _LOADER(text))
    try:
        return reader.read(), tuple(reader.problems)
    except yaml.MarkedYAMLError as error:
        raise InvalidError([_syntax_problem(name, error)]) from None
    except yaml.YAMLError as error:
        raise InvalidError([Problem(name, 0, 0, f"cannot be read as YAML: {error}")]) from None
    finally:
        reader.loader.dispose()


def _decoded(name: str, raw: bytes) -> str:
    try:
        text = unicodedata.normalize("NFC", raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        message = f"is not UTF-8: byte 0x{raw[error.start]:02x} cannot be read"
        raise InvalidError([_text_problem(name, before, message)]) from None
    if odd := _UNPRINTABLE.search(text):
        message = f"holds the character U+{ord(odd.group()):04X}, which is not text"
        raise InvalidError([_text_problem(name, text[: odd.start()], message)])
    return text


def _text_problem(name: str, before: str, message: str) -> Problem:
    lines = before.splitlines() or [""]
    at_line_start = before.endswith(("\n", "\r"))
    line = len(lines) + at_line_start
    column = 1 if at_line_start else len(lines[-1]) + 1
    return Problem(name, line, column, message)


def _syntax_problem(name: str, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    return Problem(name, line, column, f"is not YAML: {error.problem or error.context}")


class _Reader:
    """Builds plain data from the events of one document; recursion is bounded by MAX_DEPTH."""

    def __init__(self, name: str, loader: Any) -> None:
        self.name = name
        self.loader = loader
        self.problems: list[Problem] = []
        self.marks: dict[Path, tuple[int, int]] = {(): (1, 1)}
        self.keys: dict[Path, tuple[int, int]] = {}

    def read(self) -> RuleFile:
        """The only document of the stream; an empty stream gives ``None`` as data."""
        self._next()  # the start of the stream
        data = None
        if not self.loader.check_event(yaml.StreamEndEvent):
            self._next()  # the start of the document
            data = self._value(())
            self._next()  # its end
            self._end_of_stream()
        return RuleFile(self.name, data, self.marks, self.keys)

    def _next(self) -> Any:
        return self.loader.get_event()

    def _end_of_stream(self) -> None:
        event = self._next()
        if not isinstance(event, yaml.StreamEndEvent):
            raise self._fatal(event, "a file holds one YAML document, here begins a second")

    def _value(self, path: Path) -> object:
        event = self._next()
        if len(self.marks) > MAX_VALUES:
            message = f"holds more than {MAX_VALUES} values: write word lists as texts with spaces"
            raise self._fatal(event, message)
        self.marks[path] = self._place(event)
        self._refuse_extras(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return list(self._items(path))
        return self._scalar(event)

    def _refuse_extras(self, event: Any, path: Path) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise self._fatal(event, f'YAML aliases such as "*{event.anchor}" are not allowed')
        if event.anchor:
            self._note(event, f'YAML anchors such as "&{event.anchor}" are not allowed')
        if event.tag:
            self._note(event, f"YAML tags such as {quoted(event.tag)} are not allowed")
        if len(path) > MAX_DEPTH:
            raise self._fatal(event, f"is nested deeper than {MAX_DEPTH} levels")

    def _mapping(self, path: Path) -> dict[object, object]:
        data: dict[object, object] = {}
        while not self.loader.check_event(yaml.MappingEndEvent):
            event = self.loader.peek_event()
            key = self._key(path)
            if (first := self.keys.get((*path, key))) is None:
                self.keys[(*path, key)] = self._place(event)
                data[key] = self._value((*path, key))
                continue
            self._note(event, f"key {quoted(key)} is already given on line {first[0]}")
            self._value((*path, key, "again"))
        self._next()
        return data

    def _key(self, path: Path) -> str:
        event = self._next()
        if not isinstance(event, yaml.ScalarEvent):
            raise self._fatal(event, "a key must be a word, not a list, a mapping or an alias")
        self._refuse_extras(event, path)
        return unicodedata.normalize("NFC", str(event.value))

    def _items(self, path: Path) -> Iterator[object]:
        index = 0
        while not self.loader.check_event(yaml.SequenceEndEvent):
            yield self._value((*path, index))
            index += 1
        self._next()

    def _scalar(self, event: Any) -> object:
        if not event.implicit[0]:
            return event.value
        kind = self.loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        return _constant(kind.rpartition(":")[2], event.value)

    def _place(self, event: Any) -> tuple[int, int]:
        return event.start_mark.line + 1, event.start_mark.column + 1

    def _note(self, event: Any, message: str) -> None:
        self.problems.append(Problem(self.name, *self._place(event), message))

    def _fatal(self, event: Any, message: str) -> InvalidError:
        self._note(event, message)
        return InvalidError(self.problems)


def _constant(kind: str, value: str) -> object:
    if kind == "null":
        return None
    if kind == "bool":
        return _CONSTANTS[value.lower()]
    # A rule file needs no numbers; as its own type, an unquoted one (a version 1.0) is refused.
    return value if kind == "str" else Unquoted(value)


class Unquoted(str):
    """A plain scalar that YAML takes for a number or a date."""

    __slots__ = ()
