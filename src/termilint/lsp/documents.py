"""The texts that are open in the editor, as its messages change them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from lsprotocol.types import TextDocumentContentChangePartial
from pygls.uris import to_fs_path, urlparse

from termilint.lsp.positions import Positions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lsprotocol.types import PositionEncodingKind, TextDocumentContentChangeEvent, TextDocumentItem

_BOM = "\ufeff"


@dataclass(frozen=True)
class Snapshot:
    """One version of an open text.

    ``text`` is all that the editor has. Linters get it without the BOM that some editors keep:
    :attr:`start` code points come before what they see.
    """

    uri: str
    language: str
    version: int
    text: str
    encoding: PositionEncodingKind | str

    @cached_property
    def path(self) -> str | None:
        """The path of the file, None for a text that is no file yet."""
        scheme = urlparse(self.uri)[0]
        return to_fs_path(self.uri) if scheme in {"", "file"} else None

    @cached_property
    def title(self) -> str:
        """The name of a text that is no file."""
        return urlparse(self.uri)[2].rpartition("/")[2] or "untitled"

    @property
    def start(self) -> int:
        """Where the text begins for linters."""
        return int(self.text.startswith(_BOM))

    @cached_property
    def positions(self) -> Positions:
        """The positions of what linters see."""
        return Positions(self.text, self.encoding, start=self.start)

    def changed(self, change: TextDocumentContentChangeEvent, version: int) -> Snapshot:
        """The text after a change: of a range, or as a whole."""
        text = change.text
        if isinstance(change, TextDocumentContentChangePartial):
            span = Positions(self.text, self.encoding).span(change.range)
            text = self.text[: span.start] + text + self.text[span.end :]
        return replace(self, text=text, version=version)


class Documents:
    """The open texts by address."""

    def __init__(self) -> None:
        self.encoding: PositionEncodingKind | str = "utf-16"
        self._open: dict[str, Snapshot] = {}

    def __iter__(self) -> Iterator[Snapshot]:
        return iter(tuple(self._open.values()))

    def get(self, uri: str) -> Snapshot | None:
        """The text as it is now; None if it is not open."""
        return self._open.get(uri)

    def open(self, item: TextDocumentItem) -> None:
        """Remember a text that was opened."""
        snapshot = Snapshot(item.uri, item.language_id, item.version, item.text, self.encoding)
        self._open[item.uri] = snapshot

    def change(self, uri: str, version: int, changes: Sequence[TextDocumentContentChangeEvent]) -> None:
        """Change a text, one change after the other.

        Of a text that is not open nothing is known, and a change of an older version than that which is
        open does not fit it: neither is taken.
        """
        snapshot = self._open.get(uri)
        if snapshot is None or version < snapshot.version:
            return
        for change in changes:
            snapshot = snapshot.changed(change, version)
        self._open[uri] = replace(snapshot, version=version)

    def close(self, uri: str) -> None:
        """Forget a text."""
        self._open.pop(uri, None)
