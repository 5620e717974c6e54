"""Sends diagnostics: those of texts, and those of the files that their projects are made from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol.types import MessageType, PublishDiagnosticsParams
from pygls.uris import from_fs_path

from termilint.errors import ReadError
from termilint.lsp.positions import Positions
from termilint.messages import messages_in
from termilint.model.source import Source

if TYPE_CHECKING:
    from lsprotocol.types import Diagnostic

    from termilint.lsp.linting import Linted
    from termilint.lsp.problems import FileProblem
    from termilint.lsp.server import Server
    from termilint.messages import Messages


class Publisher:
    """Knows what is shown, as each message replaces all that was shown in a file."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._linted: dict[str, Linted] = {}
        self._broken: dict[str, list[FileProblem]] = {}

    def publish(self, linted: Linted) -> None:
        """Show what a text gave, and what is wrong with the files of its project; once for each version."""
        if self._linted.get(linted.snapshot.uri) is linted:
            return
        self._linted[linted.snapshot.uri] = linted
        self._refresh_problems()
        self._send(linted.snapshot.uri)

    def withdraw(self, uri: str) -> None:
        """Show nothing more in a text."""
        self._linted.pop(uri, None)
        self._refresh_problems()
        self._send(uri)

    def _refresh_problems(self) -> None:
        """Show the errors of files that are new, and no longer those that are gone."""
        before, now = self._broken, self._problems()
        self._broken = now
        for path in before.keys() | now.keys():
            if before.get(path) != now.get(path):
                self._send(self._uri_of(path))
        for path in now.keys() - before.keys():
            self._server.tell(self._told(path, now[path]), MessageType.Error)

    def _told(self, path: str, problems: list[FileProblem]) -> str:
        """Which file has errors, and what holds meanwhile."""
        if not path:
            return problems[0].message
        words = self._server.messages.editor
        of_file = [one.opened for one in self._linted.values() if problems[0] in one.opened.problems]
        is_default = all(opened.is_default for opened in of_file)
        return (words.broken_from_start if is_default else words.broken_settings).format(path)

    def _problems(self) -> dict[str, list[FileProblem]]:
        found: dict[str, list[FileProblem]] = {}
        for problem in dict.fromkeys(p for one in self._linted.values() for p in one.opened.problems):
            found.setdefault(problem.path, []).append(problem)
        return found

    def _uri_of(self, path: str) -> str:
        """The address of a file: as the editor writes it, if it has opened the file."""
        opened = (snapshot.uri for snapshot in self._server.documents if snapshot.path == path)
        return next(opened, None) or from_fs_path(path) or ""

    def _send(self, uri: str) -> None:
        if not uri:
            return
        linted = self._linted.get(uri)
        found = [*self._of_text(linted), *self._of_files(uri)] if linted else self._of_files(uri)
        version = linted.snapshot.version if linted else None
        self._server.text_document_publish_diagnostics(PublishDiagnosticsParams(uri, found, version))

    def _of_text(self, linted: Linted) -> list[Diagnostic]:
        from termilint.lsp.diagnostics import diagnostics_of  # loaded by the first text

        return diagnostics_of(linted, self._messages(linted))

    def _messages(self, linted: Linted) -> Messages:
        return messages_in(linted.opened.project.settings.language)

    def _of_files(self, uri: str) -> list[Diagnostic]:
        path = next((path for path in self._broken if path and self._uri_of(path) == uri), None)
        if path is None:
            return []
        from termilint.lsp.diagnostics import problem_diagnostics  # loaded by the first text

        text = self._text_of(uri, path)
        return problem_diagnostics(self._broken[path], Positions(text, self._server.documents.encoding), text)

    def _text_of(self, uri: str, path: str) -> str:
        """The text of a file as the editor has it, else as it is stored."""
        opened = self._server.documents.get(uri)
        if opened:
            return opened.text
        try:
            return Source.from_bytes(path, Path(path).read_bytes()).text
        except (OSError, ReadError):
            return ""
