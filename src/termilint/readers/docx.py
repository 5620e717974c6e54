"""DOCX: Word documents; read by :mod:`termilint.readers._docx`."""

from __future__ import annotations

from termilint.readers.reader import MAX_PACKAGE_BYTES, Later, Reader, is_document

_MODULE = "termilint.readers._docx"

READER = Reader(
    "docx",
    (".docx", ".docm", ".dotx", ".dotm"),
    Later(_MODULE, "read"),
    is_document,
    Later(_MODULE, "open_docx"),
    MAX_PACKAGE_BYTES,
)
