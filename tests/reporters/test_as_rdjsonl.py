from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termilint.model.finding import Report, Suggestion
from termilint.model.fix import Applicability, Edit, Fix
from termilint.model.span import SourceSpan
from tests.reporters.reports import SHARED, SHARED_BYTES, finding, report, written

if TYPE_CHECKING:
    from pathlib import Path


def _diagnostics(one: Report) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written("rdjsonl", one).splitlines()]


def _sliced(data: bytes, place: dict[str, dict[str, int]]) -> str:
    """What reviewdog takes from the bytes of a file: columns are bytes, the end is exclusive."""
    lines = data.split(b"\n")
    start, end = place["start"], place["end"]
    before = sum(len(line) + 1 for line in lines[: start["line"] - 1]) + start["column"] - 1
    to = sum(len(line) + 1 for line in lines[: end["line"] - 1]) + end["column"] - 1
    return data[before:to].decode()


def test_shared_report() -> None:
    source = {"name": "termilint"}
    path = "docs/näyte 1.md"
    place = {"start": {"line": 1, "column": 3}, "end": {"line": 1, "column": 7}}
    assert _diagnostics(SHARED) == [
        {
            "message": "Sano ”Työ” toisin. Ehdotus: Ääni.",
            "location": {"path": path, "range": place},
            "severity": "ERROR",
            "source": source,
            "code": {"value": "toimi", "url": "https://example.org/s%C3%A4%C3%A4nt%C3%B6"},
            "suggestions": [{"range": place, "text": "Ääni"}],
        },
        {
            "message": "Sano ”asiakkaille” toisin. Ehdotuksia: ihmisille, tilaajille.",
            "location": {
                "path": path,
                "range": {"start": {"line": 3, "column": 14}, "end": {"line": 3, "column": 27}},
            },
            "severity": "WARNING",
            "source": source,
            "code": {"value": "bare-asiakas"},
        },
        {
            "message": 'Sano ”<a & "b"> 100 %” toisin.',
            "location": {
                "path": path,
                "range": {"start": {"line": 3, "column": 29}, "end": {"line": 3, "column": 44}},
            },
            "severity": "INFO",
            "source": source,
            "code": {"value": "merkki"},
        },
        {
            "message": "Jaettu, sana: [x] {0}",
            "location": {
                "path": path,
                "range": {"start": {"line": 4, "column": 1}, "end": {"line": 5, "column": 8}},
            },
            "severity": "INFO",
            "source": source,
            "code": {"value": "kokemus"},
        },
        {
            "message": "dia 3, Tavoitteet: Kuka?",
            "location": {"path": "dia.pptx"},
            "severity": "WARNING",
            "source": source,
            "code": {"value": "bare-asiakas"},
        },
        {
            "message": "Tiedostoa tai kansiota ei ole.",
            "location": {"path": "poissa.md"},
            "severity": "ERROR",
            "source": source,
            "code": {"value": "not-checked"},
        },
    ]


def test_byte_columns_cut_the_place_out_of_the_bytes() -> None:
    data = SHARED_BYTES.removeprefix(b"\xef\xbb\xbf")
    words = ["Työ", "asiak**kaille", '<a & "b"> 100 %', "asiakas-\r\nkokemus"]
    ranges = [diagnostic["location"]["range"] for diagnostic in _diagnostics(SHARED)[:4]]
    assert [_sliced(data, place) for place in ranges] == words


@given(st.text("aä😀\n", max_size=20), st.text("bö😀\n", min_size=1, max_size=9), st.text("c\n", max_size=9))
def test_any_place_can_be_cut_out(before: str, place: str, after: str) -> None:
    text = f"{before}x{place}{after}"
    found = _diagnostics(report(text, finding(text, f"x{place}")))
    assert _sliced(text.encode(), found[0]["location"]["range"]) == f"x{place}"


def test_fix_of_several_edits_is_one_suggestion() -> None:
    text = "näitä sanoja ä näin"
    edits = (Edit(SourceSpan(0, 5), "nuo"), Edit(SourceSpan(15, 19), "niin"))
    fixes = (Fix("Vaihda", edits, Applicability.SAFE),)
    one = finding(text, "sanoja", Suggestion("x", "x"))._replace(fixes=fixes)
    (suggestion,) = _diagnostics(report(text, one))[0]["suggestions"]
    assert suggestion == {
        "range": {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 24}},
        "text": "nuo sanoja ä niin",
    }
    assert _sliced(text.encode(), suggestion["range"]) == text


@pytest.mark.parametrize("kind", ["rdjsonl", "checkstyle"])
def test_paths_start_where_reviewdog_runs(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    monkeypatch.chdir(folder)
    one = report("sana", finding("sana", "sana"), name=str(folder / "ä.md"))
    shown = written(kind, one, root=str(tmp_path))
    assert '"ä.md"' in shown
