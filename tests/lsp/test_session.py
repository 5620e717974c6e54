from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import CLIENTS, ENCODINGS, editing

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
        assert [editor.text_at(uri, one.range) for one in shown] == [
            "asiakkaat",
            "asiakaskokemusta",
            "asiak**kaille",
        ]
        assert {one.source for one in shown} == {"termilint"}
        assert {one.severity for one in shown} == {types.DiagnosticSeverity.Warning}
