"""What the build stores saves a start-up from reading the rules, and is never out of date."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from build_support.rules import write_stored
from termilint.engine import literals_of_rules
from termilint.rules import packs, stored
from termilint.rules.encoding import decoded, encoded
from termilint.rules.shipped import shipped_rules

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stored, "TRIGGERS", tmp_path / "triggers.json")
    monkeypatch.setattr(stored, "RULES", tmp_path / "rules.json")
    write_stored(packs.shipped_folder().parent)


def test_stored_rules_are_those_of_the_files() -> None:
    assert stored.rules() == packs.load_shipped(compiled=False)


def test_stored_literals_are_those_of_the_rules() -> None:
    found = stored.triggers()
    assert found
    assert (list(found.literals), list(found.terms)) == literals_of_rules(packs.load_shipped())


def test_a_changed_rule_file_makes_them_void(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "rules"
    shutil.copytree(packs.shipped_folder(), copy)
    monkeypatch.setattr(stored, "IN_WHEEL", copy)
    assert stored.triggers()
    assert stored.rules()
    changed = copy / "asiakas" / "arvo.yaml"
    changed.write_text(changed.read_text(encoding="utf-8").replace("severity: ", "severity:  "), "utf-8")
    assert stored.triggers() is None
    assert stored.rules() is None
    assert shipped_rules() == packs.load_shipped()


def test_triggers_do_not_depend_on_rules_that_are_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "rules"
    shutil.copytree(packs.shipped_folder(), copy)
    monkeypatch.setattr(stored, "IN_WHEEL", copy)
    (copy / "ihmiset" / "joukot.yaml").unlink()
    assert stored.triggers()
    assert stored.rules() is None
    pack = copy / "ihmiset" / "pack.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("enabled: false", "enabled: true"), "utf-8")
    assert stored.triggers() is None


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"checksum": 0}'])
def test_damaged_data_is_ignored(content: str) -> None:
    stored.RULES.write_text(content, encoding="utf-8")
    assert shipped_rules() == packs.load_shipped()


def test_rules_of_another_shape_are_not_decoded() -> None:
    data = json.loads(json.dumps(encoded(packs.load_shipped())))
    assert decoded(data) is not None
    data["fields"][0].append("later")
    assert decoded(data) is None
