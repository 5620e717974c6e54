"""The literals that the build stores save a start-up from loading the rules, and are never out of date."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from build_support.rules import write_triggers
from termilint.engine import literals_of_rules
from termilint.rules import packs, stored

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = tmp_path / "triggers.json"
    monkeypatch.setattr(stored, "TRIGGERS", target)
    write_triggers(packs.shipped_folder().parent)
    return target


def test_stored_literals_are_those_of_the_rules(written: Path) -> None:
    assert written.is_file()
    found = stored.triggers()
    assert found
    assert (list(found.literals), list(found.terms)) == literals_of_rules(packs.load_shipped())


def test_a_changed_rule_file_makes_them_void(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert json.loads(written.read_text(encoding="utf-8"))["literals"]
    copy = tmp_path / "rules"
    shutil.copytree(packs.shipped_folder(), copy)
    monkeypatch.setattr(stored, "IN_WHEEL", copy)
    assert stored.triggers()
    with (copy / "asiakas" / "arvo.yaml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert stored.triggers() is None
