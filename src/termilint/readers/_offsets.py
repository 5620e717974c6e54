"""From the UTF-8 byte offsets that parsers give to code points."""

from __future__ import annotations


class CodePoints:
    """Maps byte offsets of a text's UTF-8 form to code point offsets.

    It keeps its last place: offsets asked in rising order cost the text's length in all.
    """

    __slots__ = ("_byte", "_code_point", "_data")

    def __init__(self, text: str) -> None:
        self._data = b"" if text.isascii() else text.encode()
        self._byte = 0
        self._code_point = 0

    def at(self, byte: int) -> int:
        """The code point offset of a byte offset that stands between two characters."""
        if not self._data:
            return byte
        if byte >= self._byte:
            self._code_point += len(self._data[self._byte : byte].decode())
        else:
            self._code_point -= len(self._data[byte : self._byte].decode())
        self._byte = byte
        return self._code_point
