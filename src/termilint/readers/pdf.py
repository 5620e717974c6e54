"""PDF, with the extra ``pdf``; read by :mod:`termilint.readers._pdf`."""

from __future__ import annotations

from importlib.util import find_spec

from termilint.readers.reader import MAX_PACKAGE_BYTES, Later, Reader

_MODULE = "termilint.readers._pdf"


def can_be_read(_: str) -> bool:
    """False where the extra is missing: then only a PDF that somebody names is a failure."""
    return find_spec("pypdfium2") is not None


READER = Reader(
    "pdf", (".pdf",), Later(_MODULE, "read"), can_be_read, Later(_MODULE, "open_pdf"), MAX_PACKAGE_BYTES
)
