"""Random edits: the server's text is the editor's, and each finding stands where its word stands."""

import os
import random

import pytest
from lsprotocol import types

from termilint.lsp.documents import Documents
from termilint.lsp.linting import Linting
from termilint.lsp.projects import Projects
from tests.lsp.editor import ENCODINGS
from tests.lsp.test_positions import BYTES, WIDTHS, lines_of

EDITS = int(os.environ.get("TERMILINT_FUZZ_EDITS", "600"))
"""How many edits are tried in each encoding; benchmarks/editor.py tries many more."""

PIECES = [
    "asiakas", "Asiakkaat ", "asiakas\u00adkokemusta ", "**asiak**kaille ", "ä", "😀", "🇫🇮 ",
    "\n", "\r\n", "\r", "\n\n",
    "- ", "> ", "# ", "`", "\u2028", "\x0c", ". ", "| ", "<!-- ", "-->", "kuntalaisten ", "vakuutusyhtiön ",
]  # fmt: skip
URI = "untitled:Untitled-1"


def position(text: str, offset: int, encoding: str) -> types.Position:
    """Where an editor sees an offset, counted character by character."""
    line = 0
    for content in lines_of(text):
        if offset < len(content) or content == lines_of(text)[-1]:
            break
        offset -= len(content)
        line += 1
    before = lines_of(text)[line][:offset]
    return types.Position(line, len(before.encode(WIDTHS[encoding])) // BYTES[encoding])


def word_at(text: str, where: types.Range, encoding: str) -> str:
    """What an editor underlines: cut out of lines in its own units."""
    lines = lines_of(text)
    assert where.start.line == where.end.line
    raw = lines[where.start.line].encode(WIDTHS[encoding])
    size = BYTES[encoding]
    return raw[where.start.character * size : where.end.character * size].decode(WIDTHS[encoding])


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_random_edits(encoding: str) -> None:
    rng = random.Random(encoding)  # noqa: S311  # chance makes variety here, no secrets
    documents, linting = Documents(), Linting(Projects())
    documents.encoding = encoding
    text = "Asiakkaat odottavat. 😀 Äänet ja asiakaskokemus.\n"
    documents.open(types.TextDocumentItem(URI, "markdown", 0, text))
    for version in range(1, EDITS + 1):
        changes: list[types.TextDocumentContentChangeEvent] = []
        for _ in range(rng.choice([1, 1, 1, 2, 3])):
            text, change = _edit(text, rng, encoding)
            changes.append(change)
        documents.change(URI, version, changes)
        snapshot = documents.get(URI)
        assert snapshot
        assert (snapshot.text, snapshot.version) == (text, version)
        if version % 10 == 0:
            _check_ranges(linting, snapshot, encoding)


def _edit(text: str, rng: random.Random, encoding: str) -> tuple[str, types.TextDocumentContentChangeEvent]:
    if len(text) > 1_000 or rng.random() < 0.01:
        new = "".join(rng.choices(PIECES, k=20))
        return new, types.TextDocumentContentChangeWholeDocument(new)
    # An editor never puts the cursor inside a line end.
    places = [at for at in range(len(text) + 1) if text[at - 1 : at + 1] != "\r\n"]
    start = rng.choice(places)
    end = rng.choice([at for at in places if start <= at <= start + 12])
    content = "".join(rng.choices(PIECES, k=rng.choice([0, 1, 1, 2, 4])))
    where = types.Range(position(text, start, encoding), position(text, end, encoding))
    return text[:start] + content + text[end:], types.TextDocumentContentChangePartial(where, content)


def _check_ranges(linting: Linting, snapshot: object, encoding: str) -> None:
    from termilint.lsp.diagnostics import finding_diagnostic
    from termilint.lsp.documents import Snapshot

    assert isinstance(snapshot, Snapshot)
    found = linting.of(snapshot, ())
    for finding in found.findings:
        shown = finding_diagnostic(finding, snapshot.positions)
        if shown.range.start.line == shown.range.end.line:
            underlined = word_at(snapshot.text, shown.range, encoding)
            assert underlined == finding.span.slice(snapshot.text)
            assert "asia" in underlined.lower()
