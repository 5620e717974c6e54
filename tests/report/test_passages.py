"""Marks stand over the words that were found, whatever the format."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termilint.readers import reader_for
from termilint.report.passages import WHOLE_TEXT, placed, shown
from tests.office.documents import docx, pptx, shape, slide

if TYPE_CHECKING:
    from termilint.model.document import Document
    from termilint.project import Project

SAID = "Palvelemme asiakkaita. Parannamme asiakaskokemusta ja kuulimme asiakkailta."


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


TEXTS = {
    "a.md": f"# Otsikko\n\n> {SAID}\n\n- **asiak**kaat ![{SAID}](x.png)\n\n| {SAID} |\n|---|\n| x |\n",
    "a.html": f"<p title='{SAID}'>Kuulimme asiak&shy;kaita &amp; <b>asia</b>kkailta</p><ul><li>{SAID}</ul>",
    "a.json": '{"a": "Palvelemme \\u0061siakkaita.", "b": {"c": "Kuulimme asiakkailta."}}',
    "a.csv": f'avain,teksti\nx,"{SAID}"\n',
    "a.rst": f"Otsikko\n=======\n\n{SAID} *asiakkaita*\n\n.. note::\n\n   {SAID}\n",
    "nfd.txt": unicodedata.normalize("NFD", f"Äiti ja {SAID} Ääni."),
    "crlf.txt": "\r\n" + SAID.replace(" ", "\r\n") + f"\r\n\r\n{SAID}",
}
FILES = {
    "a.docx": docx(f"<w:p>{_run('Palvelemme asiak')}{_run('kaita. Kuulimme asiakkailta.')}</w:p>"),
    "a.pptx": pptx({"slide1": slide(shape(f"<a:p><a:r><a:t>{SAID}</a:t></a:r></a:p>"))}, [1]),
}


def _document(name: str) -> Document:
    reader = reader_for(name)
    data = FILES[name] if name in FILES else TEXTS[name].encode()
    return reader.read(reader.open(name, data))


@pytest.mark.parametrize("name", [*TEXTS, *FILES])
def test_every_finding_is_marked_in_every_format(name: str, project: Project) -> None:
    document = _document(name)
    findings = project.check(document)
    found = shown(document, placed(document, findings), len(findings))
    marks = [
        " ".join(passage.text[mark.start : mark.end].split())
        for passage in found.passages
        for mark in passage.marks
    ]
    assert len(findings) > 1
    assert sorted(marks) == sorted(finding.matched for finding in findings)
    assert found.left_out == 0


@settings(max_examples=40)
@given(
    blocks=st.lists(
        st.tuples(
            st.sampled_from(["Satoi päivän. ", "Tuuli yltyi yöllä ja talo narisi. ", "x" * 900 + " "]),
            st.integers(0, 60),
            st.sampled_from(
                ["Palvelemme asiakkaita.", "Kuulimme asiakkailta. Parannamme asiakaskokemusta.", ""]
            ),
        ),
        max_size=12,
    )
)
def test_long_documents_keep_their_marks(blocks: list[tuple[str, int, str]], project: Project) -> None:
    text = "\n\n".join(f"{fill * number}{said} {fill * number}" for fill, number, said in blocks)
    reader = reader_for("a.txt")
    document = reader.read(reader.open("a.txt", text.encode()))
    findings = project.check(document)
    found = shown(document, placed(document, findings), len(findings))
    marked = [(passage, mark) for passage in found.passages for mark in passage.marks]
    assert len(marked) + found.left_out == len(findings)
    for passage, mark in marked:
        assert passage.text[mark.start : mark.end] == mark.matched
    if not found.is_whole:
        assert all(passage.marks for passage in found.passages)
    assert found.characters <= WHOLE_TEXT
