"""An editor as the server sees it: pytest-lsp's client with the recorded capabilities of real ones."""

from __future__ import annotations

import asyncio
import shutil
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.protocol import default_converter
from pygls.uris import from_fs_path
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from termilint.lsp.positions import Positions

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping, Sequence

CLIENTS = ("visual_studio_code", "neovim", "emacs")
ENCODINGS = ("utf-8", "utf-16", "utf-32")
PATIENCE = 60.0
LANGUAGE = {".md": "markdown", ".yaml": "yaml", ".html": "html", ".txt": "plaintext", ".json": "json"}


def command() -> str:
    """The installed program, beside the Python that runs the tests."""
    found = shutil.which("termilint", path=str(Path(sys.executable).parent)) or shutil.which("termilint")
    assert found
    return found


def uri_of(path: Path) -> str:
    return str(from_fs_path(str(path)))


class Editor:
    """Open texts, what the server shows in them, and what it offers."""

    def __init__(self, client: LanguageClient) -> None:
        self.client = client
        self.encoding = "utf-16"
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.shown: dict[str, types.PublishDiagnosticsParams] = {}
        self.published: list[types.PublishDiagnosticsParams] = []
        self.registered: list[types.Registration] = []
        self._news = asyncio.Event()

    def on_diagnostics(self, params: types.PublishDiagnosticsParams) -> None:
        self.shown[params.uri] = params
        self.published.append(params)
        self._news.set()

    def on_registration(self, params: types.RegistrationParams) -> None:
        self.registered += params.registrations

    def open(self, path: Path | str, text: str | None = None, language: str | None = None) -> str:
        """Open a file, or with a string as ``path`` a text of that address that is no file."""
        uri = path if isinstance(path, str) else uri_of(path)
        if text is None:
            assert isinstance(path, Path)
            text = path.read_text(encoding="utf-8")
        self.texts[uri], self.versions[uri] = text, 1
        known = LANGUAGE.get(Path(uri).suffix, "plaintext")
        item = types.TextDocumentItem(uri, language or known, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def change(self, uri: str, *edits: tuple[int, int, str]) -> int:
        """Replace code points, one range after the other; gives the new version."""
        changes: list[types.TextDocumentContentChangeEvent] = []
        for start, end, content in edits:
            text = self.texts[uri]
            positions = Positions(text, self.encoding)
            where = types.Range(positions.position(start), positions.position(end))
            changes.append(types.TextDocumentContentChangePartial(where, content))
            self.texts[uri] = text[:start] + content + text[end:]
        self.versions[uri] += 1
        identifier = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, changes))
        return self.versions[uri]

    def save(self, uri: str) -> None:
        identifier = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(identifier))

    def close(self, uri: str) -> None:
        identifier = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))

    async def diagnostics(self, uri: str, version: int | None = None) -> list[types.Diagnostic]:
        """What is shown in a text, once it is shown of this version, else of the newest."""
        wanted = version or self.versions.get(uri)
        while uri not in self.shown or self.shown[uri].version != wanted:
            await self.news()
        return list(self.shown[uri].diagnostics)

    async def codes(self, uri: str) -> list[str]:
        """The rules of what is shown in the newest version."""
        return [str(one.code) for one in await self.diagnostics(uri)]

    async def news(self) -> None:
        """Wait until the server shows something."""
        self._news.clear()
        await asyncio.wait_for(self._news.wait(), PATIENCE)

    async def until(self, uri: str, codes: Sequence[str]) -> list[types.Diagnostic]:
        """Wait until these rules are shown in a text."""
        while uri not in self.shown or [one.code for one in self.shown[uri].diagnostics] != list(codes):
            await self.news()
        return list(self.shown[uri].diagnostics)

    def text_at(self, uri: str, where: types.Range) -> str:
        return Positions(self.texts[uri], self.encoding).span(where).slice(self.texts[uri])

    async def actions(self, uri: str, where: types.Range, *only: str) -> list[Any]:
        kinds = [types.CodeActionKind(kind) if kind in set(types.CodeActionKind) else kind for kind in only]
        context = types.CodeActionContext([], only=kinds or None)
        identifier = types.TextDocumentIdentifier(uri)
        params = types.CodeActionParams(identifier, where, context)
        return list(await self.client.text_document_code_action_async(params) or [])

    def applied(self, uri: str, action: Any) -> str:
        """The text after an action."""
        return self.edited(uri, action.edit)

    def edited(self, uri: str, edit: types.WorkspaceEdit) -> str:
        text = self.texts[uri]
        positions = Positions(text, self.encoding)
        made = sorted(self._edits(uri, edit), key=lambda one: positions.offset(one.range.start), reverse=True)
        for one in made:
            span = positions.span(one.range)
            text = text[: span.start] + one.new_text + text[span.end :]
        return text

    def _edits(self, uri: str, edit: types.WorkspaceEdit) -> list[types.TextEdit]:
        if edit.changes is not None:
            assert list(edit.changes) == [uri]
            return list(edit.changes[uri])
        (document,) = edit.document_changes or ()
        assert isinstance(document, types.TextDocumentEdit)
        assert document.text_document.uri == uri
        assert document.text_document.version == self.versions[uri]
        return [one for one in document.edits if isinstance(one, types.TextEdit)]

    async def hover(self, uri: str, offset: int) -> str:
        position = Positions(self.texts[uri], self.encoding).position(offset)
        identifier = types.TextDocumentIdentifier(uri)
        found = await self.client.text_document_hover_async(types.HoverParams(identifier, position))
        if found is None:
            return ""
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value

    async def run(self, action: Any) -> None:
        """Run the command of an action."""
        command = action.command
        params = types.ExecuteCommandParams(command.command, command.arguments)
        await self.client.workspace_execute_command_async(params)


def _converter() -> Any:
    """The library's converter, which else takes an action that has a command for a mere command."""
    converter: Any = default_converter()  # type: ignore[no-untyped-call]  # the library's own

    def structure(given: Any, _: Any) -> types.Command | types.CodeAction:
        kind = types.Command if isinstance(given.get("command"), str) else types.CodeAction
        made: types.Command | types.CodeAction = converter.structure(given, kind)
        return made

    converter.register_structure_hook(types.Command | types.CodeAction, structure)
    return converter


@asynccontextmanager
async def editing(
    *folders: Path,
    client: str = "visual_studio_code",
    options: Mapping[str, Any] | None = None,
    encodings: Sequence[str] | None = None,
    without_pages: bool = False,
) -> AsyncIterator[Editor]:
    """A session of an editor with the installed server; it must end as the protocol says."""
    made = LanguageClient(converter_factory=_converter)
    editor = Editor(made)

    def publish(params: types.PublishDiagnosticsParams) -> None:
        editor.on_diagnostics(params)

    def register(params: types.RegistrationParams) -> None:
        editor.on_registration(params)

    heard = {types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: publish, types.CLIENT_REGISTER_CAPABILITY: register}
    register_lsp_features(made, {**DEFAULT_CLIENT_FEATURES, **heard})
    await made.start_io(command(), "lsp", "--stdio")
    capabilities = client_capabilities(client)
    if encodings:
        capabilities.general = capabilities.general or types.GeneralClientCapabilities()
        capabilities.general.position_encodings = [types.PositionEncodingKind(one) for one in encodings]
    if without_pages and capabilities.window:
        capabilities.window.show_document = None
    params = types.InitializeParams(
        capabilities,
        root_uri=uri_of(folders[0]) if folders else None,
        workspace_folders=[types.WorkspaceFolder(uri_of(folder), folder.name) for folder in folders],
        initialization_options=dict(options or {}),
    )
    result = await made.initialize_session(params)
    editor.encoding = result.capabilities.position_encoding or "utf-16"
    yield editor
    await made.shutdown_session()
    assert made._server is not None
    assert made._server.returncode == 0
    await made.stop()  # type: ignore[no-untyped-call]  # the library's own
