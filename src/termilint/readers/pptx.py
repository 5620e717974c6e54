"""PPTX: PowerPoint presentations; read by :mod:`termilint.readers._pptx`."""

from __future__ import annotations

from termilint.readers.reader import MAX_PACKAGE_BYTES, Later, Reader, is_document

_MODULE = "termilint.readers._pptx"

READER = Reader(
    "pptx",
    (".pptx", ".pptm", ".ppsx", ".potx"),
    Later(_MODULE, "read"),
    is_document,
    Later(_MODULE, "open_pptx"),
    MAX_PACKAGE_BYTES,
)
