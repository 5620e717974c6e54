"""One input as it came: its name, its text, and how the text was encoded."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from typing import Final, NamedTuple, Protocol

from termilint.errors import ReadError
from termilint.model.record import Record
from termilint.model.span import SourceSpan

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SNIFFED_BYTES = 8192
_CONTROLS = bytes(sorted(set(range(32)) - set(b"\t\n\r\f\x1b")))


class Position(NamedTuple):
    """A place in a source: 1-based line and 1-based column in code points."""

    line: int
    column: int


class Package(Protocol):
    """The file around a source's text, where the file is more than its text."""

    def to_bytes(self, text: str) -> bytes:
        """The file with ``text`` in place of the text that it was opened with.

        Raises FormatError if the format cannot be written.
        """

    def excerpt(self, text: str, span: SourceSpan) -> tuple[str, str, str]:
        """What a reader sees around and at a span of ``text``: before it, at it and after it.

        It reaches no further than the paragraph, and need not reach as far.
        """


class Source(Record):
    """The decoded text of one input.

    ``text`` keeps every character and line end of the file but the BOM; ``text.encode(encoding)``
    after ``bom`` gives the file's bytes again. Of a package (an Office file, a PDF) ``text`` is what
    its reader took from it: places in it are exact, but its lines are nobody's.
    """

    __slots__ = ("_line_starts", "bom", "encoding", "name", "package", "text")

    def __init__(
        self,
        name: str,
        text: str,
        encoding: str = "utf-8",
        bom: bytes = b"",
        package: Package | None = None,
    ) -> None:
        self.name: Final = name
        self.text: Final = text
        self.encoding: Final = encoding
        self.bom: Final = bom
        self.package: Final = package
        self._line_starts: list[int] = []

    @classmethod
    def from_bytes(cls, name: str, data: bytes) -> Source:
        """Decode ``data``: by its BOM, else as UTF-8, else as Windows-1252.

        Raises :class:`ReadError` for binary data and for text that its encoding cannot hold.
        """
        for bom, encoding in _BOMS:
            if data.startswith(bom):
                return cls(name, _decode(name, data[len(bom) :], encoding), encoding, bom)
        _refuse_binary(name, data)
        try:
            return cls(name, data.decode("utf-8"))
        except UnicodeDecodeError:
            return cls(name, _decode(name, data, "cp1252"), "cp1252")

    def _compared(self) -> tuple[str, str, str, bytes]:
        return self.name, self.text, self.encoding, self.bom

    def with_text(self, text: str) -> Source:
        """A source of the same name, encoding and package with another text."""
        return Source(self.name, text, self.encoding, self.bom, self.package)

    @property
    def has_lines(self) -> bool:
        """False if lines and columns say nothing to a person: then a block's location does."""
        return self.package is None

    def to_bytes(self, text: str) -> bytes:
        """The file with ``text`` in place of this source's: in its encoding, after its BOM.

        Raises UnicodeEncodeError, and FormatError if the format cannot be written.
        """
        if self.package:
            return self.package.to_bytes(text)
        return self.bom + text.encode(self.encoding)

    def position(self, offset: int) -> Position:
        """The line and column of a code point offset into ``text``."""
        starts = self._starts()
        line = bisect_right(starts, offset) - 1
        return Position(line + 1, offset - starts[line] + 1)

    @property
    def line_count(self) -> int:
        """The number of lines: an empty text has one, and so has what follows the last line end."""
        return len(self._starts())

    def line_text(self, line: int) -> str:
        """The text of a 1-based line without its line end."""
        starts = self._starts()
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r\n")

    def line_span(self, line: int) -> SourceSpan:
        """The span of a 1-based line without its line end."""
        start = self._starts()[line - 1]
        return SourceSpan(start, start + len(self.line_text(line)))

    def _starts(self) -> list[int]:
        """Offsets of line starts, found once: a line ends at LF, CRLF or a lone CR."""
        if not self._line_starts:
            self._line_starts.extend(_line_starts(self.text))
        return self._line_starts


def _line_starts(text: str) -> list[int]:
    starts = [0]
    find = text.find
    if "\r" not in text:
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts
    offset = 0
    while offset < len(text):
        character = text[offset]
        offset += 1
        if character == "\n" or (character == "\r" and text[offset : offset + 1] != "\n"):
            starts.append(offset)
    return starts


def _decode(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"the text is not valid {encoding} (byte {error.start}).",
            where=name,
            hint="Save the file as UTF-8.",
            reason="bad-encoding",
            details=(encoding, str(error.start)),
        ) from None


def _refuse_binary(name: str, data: bytes) -> None:
    head = data[:_SNIFFED_BYTES]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if b"\0" in head or controls * 10 > len(head):
        raise ReadError(
            "this is a binary file, not text.",
            where=name,
            hint="termilint reads text files (UTF-8, UTF-16 with a BOM, or Windows-1252).",
            reason="binary",
        )
