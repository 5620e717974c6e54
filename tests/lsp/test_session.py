"""A session from its beginning to its end, also with editors that do not behave."""

import asyncio
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcRequestCancelled

from termilint.lsp.documents import Documents
from termilint.lsp.linting import MAX_LENGTH
from tests.lsp.editor import CLIENTS, ENCODINGS, PATIENCE, editing

pytestmark = pytest.mark.asyncio

TEXT = (
    "# Strategia 😀\n\nÄlä hätäile 😀👍🏽: asiakkaat odottavat. Kehitämme 🇫🇮 asiakaskokemusta.\r\n"
    "\n- ä\n- **asiak**kaille 😀 kerrotaan\n"
)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("client", CLIENTS)
async def test_ranges_are_right_in_every_editor_and_encoding(
    tmp_path: Path, client: str, encoding: str
) -> None:
    async with editing(tmp_path, client=client, encodings=[encoding]) as editor:
        assert editor.encoding == encoding
        uri = editor.open(tmp_path / "a.md", TEXT)
        shown = await editor.diagnostics(uri)
        words = ["asiakkaat", "asiakaskokemusta", "asiak**kaille"]
        assert [editor.text_at(uri, one.range) for one in shown] == words
        assert {one.source for one in shown} == {"termilint"}
        assert {one.severity for one in shown} == {types.DiagnosticSeverity.Warning}
        editor.change(uri, (0, 0, "😀 Ääsiakkaat\r\n\r\n"), (0, 2, ""))
        shown = await editor.diagnostics(uri)
        assert [editor.text_at(uri, one.range) for one in shown] == words


async def test_only_the_changed_text_is_shown_again_and_with_its_version(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        first = editor.open(tmp_path / "a.md", "Asiakkaat odottavat.\n")
        second = editor.open(tmp_path / "b.md", "Asiakkaat odottavat.\n")
        assert await editor.codes(first) == await editor.codes(second) == ["bare-asiakas"]
        editor.published.clear()
        for _ in range(5):
            version = editor.change(first, (0, 0, "Ä. "))
        await editor.diagnostics(first)
        assert {(one.uri, one.version) for one in editor.published} <= {
            (first, v) for v in range(2, version + 1)
        }
        # Five changes without a pause are one.
        assert len(editor.published) < 5
        editor.published.clear()
        editor.save(second)
        editor.close(first)
        await editor.until(first, [])
        assert {one.uri for one in editor.published} == {first}


async def test_what_was_shown_goes_when_a_text_is_closed(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", "Asiakkaat odottavat.\n")
        assert await editor.codes(uri) == ["bare-asiakas"]
        editor.close(uri)
        await editor.until(uri, [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("markdown", "# Ä\n\n`asiakas` ja asiakkaat odottavat.\n"),
        ("plaintext", "Asiakkaat odottavat.\n"),
        ("html", "<p class='asiakas'>Asiakkaat odottavat.</p>\n"),
        ("restructuredtext", "Ä\n=\n\n``asiakas`` ja asiakkaat odottavat.\n"),
        ("properties", "asiakas=Asiakkaat odottavat\n"),
    ],
)
async def test_texts_that_are_no_files_are_read_by_their_language(language: str, text: str) -> None:
    async with editing() as editor:
        uri = editor.open("untitled:Untitled-1", text, language)
        (shown,) = await editor.diagnostics(uri)
        assert editor.text_at(uri, shown.range).lower() == "asiakkaat"


async def test_an_unknown_language_and_an_unknown_file(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        for name in ("untitled:Untitled-1", tmp_path / "a.rs", tmp_path / "a.docx"):
            assert await editor.codes(editor.open(name, "Asiakkaat odottavat.\n", "rust")) == []
        known = editor.open(tmp_path / "MUISTIO", "Asiakkaat `asiakas` odottavat.\n", "markdown")
        assert await editor.codes(known) == ["bare-asiakas"]


async def test_on_save(tmp_path: Path) -> None:
    async with editing(tmp_path, options={"run": "onSave", "language": "en"}) as editor:
        uri = editor.open(tmp_path / "a.md", "Ei mitään.\n")
        assert await editor.codes(uri) == []
        editor.change(uri, (0, 0, "Asiakkaat odottavat. "))
        await editor.hover(uri, 0)
        assert editor.shown[uri].version == 1
        editor.save(uri)
        (shown,) = await editor.until(uri, ["bare-asiakas"])
        assert "does not say who is meant" in shown.message


async def test_settings_of_the_editor(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("language: en\nrules: {asiakaskokemus: off}\n", encoding="utf-8")
    async with editing(tmp_path, options={"configuration": "other.yaml", "run": "never"}) as editor:
        (message,) = editor.client.messages
        assert "onType, onSave" in message.message
        uri = editor.open(tmp_path / "a.md", "Asiakkaat odottavat asiakaskokemusta.\n")
        (shown,) = await editor.diagnostics(uri)
        assert "does not say who is meant" in shown.message
        editor.client.set_configuration({"termilint": {"language": "fi"}})
        params = types.DidChangeConfigurationParams({"termilint": {"language": "fi"}})
        editor.client.workspace_did_change_configuration(params)
        while not editor.shown[uri].diagnostics[0].message.startswith("Sanasta"):
            await editor.news()


async def test_hover_tells_the_reason_and_who_is_meant(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        text = "Asiakkaat odottavat 😀. Kirjaston asiakkaat lukevat. Hän lukee.\n"
        uri = editor.open(tmp_path / "a.md", text)
        bare = await editor.hover(uri, 3)
        assert "bare-asiakas" in bare.replace("\\", "")
        assert "Miksi: Asiakas voi olla" in bare
        assert "bare – ei selviä, keitä tarkoitetaan" in bare
        meant = await editor.hover(uri, text.index("asiakkaat lukevat"))
        assert meant == "**asiakkaat** = genitive – genetiivi rajaa: Kirjaston"
        assert await editor.hover(uri, text.index("Hän")) == ""


async def test_a_broken_text_is_told_of_where_it_breaks(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "fi.json", '{"a": "Ä 😀",\n  "b": asiakkaat}\n')
        (shown,) = await editor.diagnostics(uri)
        assert (shown.code, shown.range.start.line) == ("not-checked", 1)
        assert shown.severity is types.DiagnosticSeverity.Information
        assert await editor.actions(uri, shown.range) == []


async def test_a_text_that_is_too_long(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        long = editor.open(tmp_path / "long.txt", "asiakas ä\n" * (MAX_LENGTH // 10 + 1))
        short = editor.open(tmp_path / "short.txt", "Asiakkaat odottavat.\n")
        assert await editor.codes(short) == ["bare-asiakas"]
        (shown,) = await editor.diagnostics(long)
        assert shown.code == "not-checked"
        assert str(MAX_LENGTH) in shown.message


async def test_a_long_check_holds_up_nothing_and_requests_can_be_cancelled(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.txt", "Asiakkaat odottavat, ja asiakaskokemus kasvaa.\n\n" * 4_000)
        identifier = types.TextDocumentIdentifier(uri)
        params = types.HoverParams(identifier, types.Position(0, 0))
        answer = editor.client.protocol.send_request("textDocument/hover", params, msg_id="slow")
        editor.client.protocol.notify("$/cancelRequest", types.CancelParams("slow"))
        with pytest.raises(JsonRpcRequestCancelled):
            await asyncio.wait_for(asyncio.wrap_future(answer), PATIENCE)
        assert uri not in editor.shown
        editor.close(uri)


async def test_the_newest_version_wins(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.txt", "Asiakkaat odottavat, ja asiakaskokemus kasvaa.\n\n" * 2_000)
        await asyncio.sleep(0.2)
        editor.change(uri, (0, len(editor.texts[uri]), "Asiakaskokemus kasvaa.\n"))
        (shown,) = await editor.diagnostics(uri)
        assert shown.code == "asiakaskokemus"
        assert [one.version for one in editor.published if one.uri == uri] == [2]


async def test_a_change_of_an_older_version_is_not_taken() -> None:
    documents, uri = Documents(), "untitled:a"
    documents.open(types.TextDocumentItem(uri, "markdown", 5, "uusi"))
    whole = types.TextDocumentContentChangeWholeDocument
    documents.change(uri, 4, [whole("vanha")])
    snapshot = documents.get(uri)
    assert snapshot
    assert (snapshot.version, snapshot.text) == (5, "uusi")
    documents.change(uri, 6, [whole("uudempi")])
    snapshot = documents.get(uri)
    assert snapshot
    assert (snapshot.version, snapshot.text) == (6, "uudempi")
