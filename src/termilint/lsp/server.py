"""The server: what each message of the editor sets in motion. The work itself is in other modules."""

from __future__ import annotations

import asyncio
import gc
import logging
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidRequest
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.uris import to_fs_path

from termilint import __version__
from termilint.errors import TermilintError
from termilint.lsp.documents import Documents
from termilint.lsp.names import ACTION_KINDS, ADD_TO_BASELINE, EXPLAIN
from termilint.lsp.publishing import Publisher
from termilint.lsp.settings import ON_TYPE, SECTION, ClientSettings, allowed
from termilint.lsp.watching import (
    Watching,
    can_register_settings,
    can_tell_settings,
    can_watch,
    settings_registration,
)
from termilint.lsp.worker import Worker
from termilint.messages import Messages, messages_in

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from termilint.lsp.documents import Snapshot
    from termilint.lsp.linting import Linted, Linting
    from termilint.lsp.projects import Projects

DEBOUNCE = 0.15
"""Seconds without a change before a text is checked."""

_log = logging.getLogger(__name__)


class _Protocol(LanguageServerProtocol):
    """Keeps texts in our own documents: those of the library know other line ends than the protocol.

    It answers also after *shutdown*, where the library is silent.
    """

    _server: Server

    def handle_message(self, message: Any) -> None:
        """Take a message; a request that comes after *shutdown* is refused."""
        if self._shutdown and hasattr(message, "method") and hasattr(message, "id"):
            error = JsonRpcInvalidRequest("the server has been shut down")
            self._send_response(message.id, error=error.to_response_error())
            return
        super().handle_message(message)

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Open a text."""
        self._server.opened(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Change a text."""
        self._server.changed(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget a text."""
        self._server.closed(params.text_document.uri)


class Server(LanguageServer):
    """The state of one connection."""

    def __init__(self) -> None:
        super().__init__(
            "termilint",
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Incremental,
            protocol_cls=_Protocol,
        )
        self.documents = Documents()
        self.settings = ClientSettings()
        self.watching = Watching()
        self.publisher = Publisher(self)
        self.exit_code = 0
        self._is_stopped = False
        self._linting: Linting | None = None
        self._projects: Projects | None = None
        self._worker = Worker()
        self._pages: Path | None = None
        self._checks: dict[str, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def messages(self) -> Messages:
        """The texts of the language that the editor asks for, else of Finnish."""
        return messages_in(self.settings.language or "fi")

    def opened(self, item: types.TextDocumentItem) -> None:
        """A text was opened: check it at once."""
        self.documents.open(item)
        self.check_soon(item.uri, after=0)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """A text was changed: check it when typing pauses."""
        document = params.text_document
        self.documents.change(document.uri, document.version, params.content_changes)
        if self.settings.run == ON_TYPE:
            self.check_soon(document.uri, after=DEBOUNCE)

    def closed(self, uri: str) -> None:
        """A text was closed: what was shown in it goes."""
        self.documents.close(uri)
        if check := self._checks.pop(uri, None):
            check.cancel()
        self.start(self._worker.do(self._forget, uri))
        self.publisher.withdraw(uri)

    def check_soon(self, uri: str, *, after: float) -> None:
        """Check a text ``after`` so many seconds; what was to be checked of it before is not."""
        if earlier := self._checks.pop(uri, None):
            earlier.cancel()
        self._checks[uri] = self.start(self._check(uri, after))

    def check_all(self) -> None:
        """Check every open text at once."""
        for snapshot in self.documents:
            self.check_soon(snapshot.uri, after=0)

    def start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Do something beside the messages; what goes wrong is logged."""
        task = asyncio.get_running_loop().create_task(_logged(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def linted(self, uri: str) -> Linted | None:
        """What the open text gives as it is now; of one that is changed meanwhile, the newest version."""
        while snapshot := self.documents.get(uri):
            linted = await self._worker.do(self._lint, snapshot, self.folders)
            if linted:
                return linted
        return None

    def _lint(self, snapshot: Snapshot, folders: tuple[str, ...]) -> Linted | None:
        """What a text gives, None if it is changed meanwhile.

        The linter is imported by the first text: a start need not wait for it.
        """
        from termilint.lsp.linting import Linting, SupersededError

        if self._linting is None:
            from termilint.lsp.projects import Projects

            settings = self.settings
            self._projects = Projects(
                config=settings.configuration, language=settings.language, before=self._projects
            )
            self._linting = Linting(self._projects)
        try:
            linted = self._linting.of(snapshot, folders, lambda: self.documents.get(snapshot.uri) is snapshot)
        except SupersededError:
            return None
        if not gc.get_freeze_count():
            # Rules and dictionary stay: without them the collector has little to look at after a change.
            gc.freeze()
        return linted

    def _forget(self, uri: str | None = None) -> None:
        """Forget one text, or all that was read of projects."""
        if uri is None:
            self._linting = None
        elif self._linting:
            self._linting.forget(uri)

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders that are open."""
        uris = [folder.uri for folder in self.workspace.folders.values()] or [self.workspace.root_uri]
        return tuple(path for uri in uris if uri and (path := to_fs_path(uri)))

    async def _check(self, uri: str, after: float) -> None:
        await asyncio.sleep(after)
        linted = await self.linted(uri)
        if linted and self.documents.get(uri) is linted.snapshot:
            self.publisher.publish(linted)
            await self.watch(linted.opened.stamps)

    async def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """What to offer at a place."""
        from termilint.lsp.actions import Actions, Asked

        linted = await self.linted(params.text_document.uri)
        if not linted or not linted.prose:
            return []
        span = linted.snapshot.positions.span(params.range)
        asked = Asked(span, tuple(str(_value(kind)) for kind in params.context.only or ()))
        language = linted.prose.project.settings.language
        words = messages_in(language).editor
        actions = Actions(linted, linted.prose, words, versioned=self._takes_versions)
        return await self._worker.do(actions.offered, asked)

    async def hover(self, params: types.HoverParams) -> types.Hover | None:
        """What to say of the word at a place."""
        from termilint.lsp.hover import hover_at

        linted = await self.linted(params.text_document.uri)
        if not linted or not linted.prose:
            return None
        offset = linted.snapshot.positions.offset(params.position)
        messages = messages_in(linted.prose.project.settings.language)
        return await self._worker.do(hover_at, linted, linted.prose, offset, messages, self._hover_kind)

    async def explain(self, uri: str, rule_id: str) -> None:
        """Show the reason of a rule."""
        from termilint.lsp.commands import explained

        linted = await self.linted(uri)
        if not linted or not linted.prose:
            return
        if self._pages is None:
            self._pages = Path(mkdtemp(prefix="termilint-"))
        found = await self._worker.do(explained, linted.prose.project, rule_id, self._pages)
        if found and self._shows_documents:
            params = types.ShowDocumentParams(found.address, external=found.is_online, take_focus=True)
            await self.window_show_document_async(params)
        elif found:
            self.tell(found.words, types.MessageType.Info)

    async def add_to_baseline(self, uri: str, rule_id: str, fingerprint: str) -> None:
        """Let a finding rest."""
        from termilint.lsp.commands import add_to_baseline

        linted = await self.linted(uri)
        if linted and linted.prose:
            try:
                await self._worker.do(add_to_baseline, linted.prose, (rule_id, fingerprint))
            except TermilintError as error:
                self.tell(str(error), types.MessageType.Error)
            self.check_all()

    def tell(self, text: str, kind: types.MessageType) -> None:
        """Show a message."""
        self.window_show_message(types.ShowMessageParams(kind, text))

    def take(self, settings: ClientSettings) -> None:
        """Heed new settings, and tell of those that cannot be."""
        words = self.messages.editor
        for name, value in settings.refused:
            text = words.unknown_setting.format(name, value, allowed(name))
            self.tell(text, types.MessageType.Warning)
        self.settings = settings
        self.start(self._worker.do(self._forget))

    async def prepare(self) -> None:
        """Ask for settings and for news of files, where the editor can tell."""
        if can_register_settings(self.client_capabilities):
            await self._register([settings_registration()])
        await self.ask_settings()
        await self.watch(())

    async def ask_settings(self, told: Any = None) -> None:
        """Heed the editor's settings: those it tells when asked, else ``told``."""
        given = told
        if can_tell_settings(self.client_capabilities):
            item = types.ConfigurationItem(section=SECTION)
            given = next(
                iter(await self.workspace_configuration_async(types.ConfigurationParams([item]))), None
            )
        settings = self.settings.updated(given)
        if settings != self.settings:
            self.take(settings)
            self.check_all()

    async def watch(self, files: Any) -> None:
        """Have the editor watch the usual files, and those of a project."""
        if can_watch(self.client_capabilities):
            await self._register(self.watching.registrations(files))

    async def _register(self, registrations: list[types.Registration]) -> None:
        if registrations:
            with suppress(JsonRpcException):  # the editor refuses: saving a file still tells of changes
                await self.client_register_capability_async(types.RegistrationParams(registrations))

    def exit(self) -> None:
        """The editor goes: that is a failure if it has not asked for the end before."""
        self.exit_code = 0 if self._is_stopped else 1

    def stop(self) -> None:
        """End all work."""
        self._is_stopped = True
        for task in self._tasks:
            task.cancel()
        self._worker.stop()
        if self._pages:
            rmtree(self._pages, ignore_errors=True)

    @property
    def _takes_versions(self) -> bool:
        workspace = self.client_capabilities.workspace
        edits = workspace.workspace_edit if workspace else None
        return bool(edits and edits.document_changes)

    @property
    def _shows_documents(self) -> bool:
        window = self.client_capabilities.window
        return bool(window and window.show_document and window.show_document.support)

    @property
    def _hover_kind(self) -> types.MarkupKind:
        texts = self.client_capabilities.text_document
        formats = texts.hover.content_format if texts and texts.hover else None
        return types.MarkupKind((formats or [types.MarkupKind.PlainText])[0])


def make_server() -> Server:
    """A server that knows all that editors may ask of it."""
    server = Server()
    for serve in (_serve_connection, _serve_files, _serve_questions, _serve_commands):
        serve(server)
    return server


def _serve_connection(server: Server) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.documents.encoding = server.workspace.position_encoding or "utf-16"
        server.take(server.settings.updated(params.initialization_options))

    @server.feature(types.INITIALIZED)
    def initialized(_: types.InitializedParams) -> None:
        server.start(server.prepare())

    @server.feature(types.SHUTDOWN)
    def shutdown(_: Any = None) -> None:
        server.stop()

    @server.feature(types.EXIT)
    def left(_: Any = None) -> None:
        server.exit()


def _serve_files(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(_: types.DidSaveTextDocumentParams) -> None:
        # A configuration or a rule file may have been saved, on which all texts depend.
        server.check_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_: types.DidChangeWatchedFilesParams) -> None:
        server.check_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders_changed(_: types.DidChangeWorkspaceFoldersParams) -> None:
        server.check_all()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def settings_changed(params: types.DidChangeConfigurationParams) -> None:
        await server.ask_settings(params.settings)


def _serve_questions(server: Server) -> None:
    options = types.CodeActionOptions(code_action_kinds=list(ACTION_KINDS))

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, options)
    async def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        return await server.actions(params)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        return await server.hover(params)


def _serve_commands(server: Server) -> None:
    @server.command(EXPLAIN)
    async def explain(uri: str, rule_id: str) -> None:
        await server.explain(uri, rule_id)

    @server.command(ADD_TO_BASELINE)
    async def known(uri: str, rule_id: str, fingerprint: str) -> None:
        await server.add_to_baseline(uri, rule_id, fingerprint)


async def _logged(work: Coroutine[Any, Any, None]) -> None:
    try:
        await work
    except Exception:  # noqa: BLE001  # one text that fails must not end the server
        _log.exception("this went wrong")


def _value(kind: Any) -> Any:
    return getattr(kind, "value", kind)
