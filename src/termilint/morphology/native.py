"""Ask native libvoikko for the same output strings that the embedded reader gives; faster, optional."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from termilint.errors import EngineError

if TYPE_CHECKING:
    from pathlib import Path

_REMEDY = (
    "Install libvoikko (Debian: apt install libvoikko1, macOS: brew install libvoikko) "
    "or use --engine embedded."
)


class NativeVoikko:
    """libvoikko on one dictionary directory. Threads may share it: each gets a handle of its own.

    A handle that two threads use at the same time crashes the process.
    """

    def __init__(self, dictionary: Path) -> None:
        """Open ``dictionary``; raise :class:`EngineError` if the library cannot be used."""
        self.dictionary = dictionary
        self._handles = threading.local()
        self._handle()

    def lookup(self, form: str) -> list[str]:
        """Return the output strings of ``form``, which must be normalised; an unknown form has none."""
        analyses: list[dict[str, str]] = self._handle().analyze(form)
        return [analysis["FSTOUTPUT"] for analysis in analyses if "FSTOUTPUT" in analysis]

    @property
    def library_version(self) -> str:
        """The version of the shared library."""
        return str(self._handle().getVersion())

    @property
    def library_path(self) -> str | None:
        """The name under which the shared library was loaded."""
        library = getattr(self._handle(), "_Voikko__lib", None)
        return getattr(library, "_name", None)

    def _handle(self) -> Any:
        handle = getattr(self._handles, "voikko", None)
        if handle is None:
            handle = self._handles.voikko = _open_handle(self.dictionary)
        return handle


def _open_handle(dictionary: Path) -> Any:
    try:
        from libvoikko import Voikko, VoikkoException
    except ImportError as error:
        raise _unusable("PyPI's libvoikko is not installed", dictionary) from error

    class Handle(Voikko):  # type: ignore[misc]  # the wrapper has no type information
        """A handle whose finalizer finds nothing to close where the library could not be loaded."""

        _Voikko__handle = 0

    try:
        return Handle("fi", path=str(dictionary))
    except OSError as error:
        raise _unusable(f"the shared library is missing ({error})", dictionary) from error
    except VoikkoException as error:
        raise _unusable(str(error), dictionary) from error


def _unusable(reason: str, dictionary: Path) -> EngineError:
    return EngineError(f"native libvoikko cannot be used: {reason}.", where=str(dictionary), hint=_REMEDY)
