"""Whole documents of many genres: which stay silent, and what is said of the others."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from tests.corpus.snapshot import CORPUS, SNAPSHOT, documents, packs, report, snapshot

if TYPE_CHECKING:
    from pathlib import Path

each_pack = pytest.mark.parametrize("pack", packs(), ids=lambda pack: pack.name)


@cache
def findings_by_file(pack: Path) -> dict[str, list[Any]]:
    return {file["name"]: file["findings"] for file in report(pack)["files"]}


@each_pack
def test_every_document_is_read(pack: Path) -> None:
    assert sorted(findings_by_file(pack)) == [path.relative_to(pack).as_posix() for path in documents(pack)]


@each_pack
def test_silent_documents_give_no_finding(pack: Path) -> None:
    said = {
        name: [(finding["start"]["line"], finding["matched"]) for finding in findings]
        for name, findings in findings_by_file(pack).items()
        if name.startswith("silent/") and findings
    }
    assert not said


@each_pack
def test_speaking_documents_give_findings(pack: Path) -> None:
    speaking = [name for name in findings_by_file(pack) if name.startswith("speaking/")]
    assert speaking
    assert all(findings_by_file(pack)[name] for name in speaking)


def test_documents_are_many_and_varied() -> None:
    silent = documents(CORPUS / "asiakas" / "silent")
    assert len(silent) >= 30
    assert len({path.suffix for path in silent}) >= 8
    assert len(documents(CORPUS / "asiakas" / "speaking")) >= 15


def test_the_snapshot_is_current() -> None:
    """``python -m tests.corpus.snapshot`` writes it anew."""
    assert snapshot().splitlines() == SNAPSHOT.read_text(encoding="utf-8").splitlines()
