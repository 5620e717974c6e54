"""A whole run: inputs in, a report out. One input that fails does not stop the others."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, BinaryIO, Protocol

from termilint.discovery import Input, find_inputs, unreadable
from termilint.errors import ReadError
from termilint.model.finding import Checked, Failure, Finding, Report
from termilint.model.source import Source
from termilint.readers import reader_for, readers_by_suffix

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from termilint.engine import Linter
    from termilint.model.document import Document
    from termilint.rules.model import Language, RuleSet

MAX_BYTES = 50_000_000


class Checker(Protocol):
    """The part of :class:`termilint.engine.Linter` that a run needs."""

    def has_trigger(self, text: str) -> bool:
        """False if the text cannot hold a finding."""

    def check(self, document: Document) -> tuple[Finding, ...]:
        """The findings of a document, in source order."""


def load_rules(paths: Sequence[str | Path] = ()) -> RuleSet:
    """The shipped rules, and those of the rule files and pack folders at ``paths``.

    Raises :class:`RuleError` with every error of the files.
    """
    from termilint.rules import packs

    shipped = packs.load_shipped()
    return shipped.merged(packs.load(paths)) if paths else shipped


def open_linter(rules: RuleSet, *, engine: str = "auto", language: Language = "fi") -> Linter:
    """A linter for ``rules`` on the morphology engine of that name.

    Raises :class:`EngineError` or :class:`DictionaryError` if the engine cannot be used.
    """
    from termilint.engine import Linter
    from termilint.morphology.analyzer import open_analyzer

    return Linter(rules, open_analyzer(engine), language=language)


def run(
    paths: Iterable[str],
    checker: Checker,
    *,
    stdin_name: str = "<stdin>",
    stdin: BinaryIO | None = None,
) -> Report:
    """Check the files, folders and standard input (``-``) that ``paths`` name.

    ``stdin_name`` is the name, and by its suffix the format, of what ``stdin`` gives. Inputs that
    cannot be read are the report's failures; any other error goes up with the input's name.
    """
    checked: list[Checked] = []
    failures: list[Failure] = []
    suffixes = [suffix for suffix in readers_by_suffix() if suffix]
    for found in find_inputs(paths, suffixes, stdin_name=stdin_name):
        result = _check_input(found, checker, stdin) if isinstance(found, Input) else found
        if isinstance(result, Failure):
            failures.append(result)
        else:
            checked.append(result)
    return Report(tuple(checked), tuple(failures))


def check_source(source: Source, checker: Checker) -> Checked:
    """Check one text, by the suffix of its name. Raises ReadError for an unknown suffix."""
    reader = reader_for(source.name)
    if not checker.has_trigger(source.text):
        return Checked(source, ())
    return Checked(source, checker.check(reader.read(source)))


def _check_input(found: Input, checker: Checker, stdin: BinaryIO | None) -> Checked | Failure:
    try:
        return check_source(_source(found, stdin), checker)
    except ReadError as error:
        return Failure.of(found.name, error)
    except Exception as error:
        error.add_note(f"This happened while termilint checked {found.name}.")
        raise


def _source(found: Input, stdin: BinaryIO | None) -> Source:
    """What an input holds. Raises ReadError if it cannot be read or is too large."""
    try:
        data = _bytes(found, stdin)
    except OSError as error:
        raise unreadable(found.name, error) from None
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1_000_000} MB"
        raise ReadError(
            f"the file is larger than {limit}.",
            where=found.name,
            hint="Split it, or check its parts.",
            reason="too-large",
            details=(limit,),
        )
    return Source.from_bytes(found.name, data)


def _bytes(found: Input, stdin: BinaryIO | None) -> bytes:
    """At most one byte more than :data:`MAX_BYTES`, of a file that is there and has a reader."""
    if found.path is None:
        reader_for(found.name)
        return (stdin or sys.stdin.buffer).read(MAX_BYTES + 1)
    found.path.stat()
    reader_for(found.name)
    with found.path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)
