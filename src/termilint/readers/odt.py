"""ODT: OpenDocument texts and presentations; read by :mod:`termilint.readers._odt`."""

from __future__ import annotations

from termilint.readers.reader import MAX_PACKAGE_BYTES, Later, Reader, is_document

_MODULE = "termilint.readers._odt"

READER = Reader(
    "odt",
    (".odt", ".ott", ".odp", ".otp"),
    Later(_MODULE, "read"),
    is_document,
    Later(_MODULE, "open_odf"),
    MAX_PACKAGE_BYTES,
)
