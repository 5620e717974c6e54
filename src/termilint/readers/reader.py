"""What every input format provides."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from termilint.errors import ReadError
from termilint.model.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from termilint.model.document import Document
    from termilint.model.span import SourceSpan


MAX_PACKAGE_BYTES = 300_000_000


class Later:
    """A function of a module that is imported when it is first called: a start-up need not pay for it."""

    __slots__ = ("module", "name")

    def __init__(self, module: str, name: str) -> None:
        self.module: Final = module
        self.name: Final = name

    def __call__(self, *arguments: Any) -> Any:
        """What the function gives for ``arguments``."""
        return getattr(import_module(self.module), self.name)(*arguments)


def is_document(path: str) -> bool:
    """False for the file by which Office marks a document as open: it is not worth reading."""
    return not PurePath(path).name.startswith("~$")


def any_name(_: str) -> bool:
    """True: of formats that hold nothing but text for people."""
    return True


class CommentForm(NamedTuple):
    """How a comment is written on a line of its own; ``{}`` stands for its text.

    ``within_line`` says that prose may stand before it and after it. With ``between_blocks`` it must
    stand above all the lines of an entry or a paragraph, with ``blank_after`` followed by an empty one.
    ``may_stand`` tells of a comment that was read in a source whether every program takes it for one;
    None where reading it says so.
    """

    template: str
    within_line: bool = False
    between_blocks: bool = False
    blank_after: bool = False
    may_stand: Callable[[Source, SourceSpan], bool] | None = None


MARKUP_COMMENT = CommentForm("<!-- {} -->", within_line=True)
EXPRESSION_COMMENT = CommentForm("{{/* {} */}}", within_line=True)
HASH_COMMENT = CommentForm("# {}")


class Reader(NamedTuple):
    """One input format.

    ``suffixes`` are in lower case and start with a dot; ``""`` stands for names without one.
    ``read`` takes what is broken in the markup for no prose. It raises :class:`ReadError`, with line
    and column, where a broken file is of no use to anybody (JSON, YAML, XML), and where an optional
    package is missing.
    ``wants`` tells from a path whether a file is worth reading if nobody named it and it was merely
    found in a folder: most JSON files are not for people.
    ``open`` makes a source of a file's name and bytes; it raises ReadError for what is not its
    format. ``max_bytes`` is the largest file that it is given, None for a text's usual limit.
    ``languages`` are the names that editors have for the format; without any it is not edited as text.
    ``comment`` is how a comment is added, None where the format has none that every program reads.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Source], Document]
    wants: Callable[[str], bool] = any_name
    open: Callable[[str, bytes], Source] = Source.from_bytes
    max_bytes: int | None = None
    languages: tuple[str, ...] = ()
    comment: CommentForm | None = None


def broken(source: Source, offset: int, problem: str) -> ReadError:
    """The failure of a file whose syntax breaks at a code point offset."""
    line, column = source.position(min(max(offset, 0), len(source.text)))
    return ReadError(
        f"this is not valid: {problem}.",
        where=f"{source.name}:{line}:{column}",
        reason="broken",
        details=(problem,),
    )


def missing_extra(source: Source, extra: str) -> ReadError:
    """The failure of a format whose optional package is not installed."""
    command = f'pip install "termilint[{extra}]"'
    return ReadError(
        "reading this format needs an optional package.",
        where=source.name,
        hint=f"Install it: {command}",
        reason="missing-extra",
        details=(command,),
    )
