"""What a pack says of itself and of all its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termilint import __version__
from termilint.errors import RuleError
from termilint.rules import packs
from tests.rules.test_packs import PACK, RULE

if TYPE_CHECKING:
    from pathlib import Path

    from termilint.rules.model import Rule


def only_rule(folder: Path, more: str, rule: str = RULE) -> Rule:
    (folder / "pack.yaml").write_text(PACK + more, encoding="utf-8")
    (folder / "r.yaml").write_text(rule, encoding="utf-8")
    [found] = packs.load([folder])
    return found


def problem(folder: Path, more: str) -> str:
    with pytest.raises(RuleError) as caught:
        only_rule(folder, more)
    return str(caught.value).replace(str(folder.resolve()), "oma")


@pytest.mark.parametrize("needed", ["0", "0.1", "0.1.0", __version__])
def test_a_pack_for_this_version_or_an_older_one(needed: str, tmp_path: Path) -> None:
    assert only_rule(tmp_path, f"requires: termilint >= {needed}\n").pack == "oma"


@pytest.mark.parametrize("needed", ["0.1.1", "0.10", "1", "99.0.0"])
def test_a_pack_for_a_newer_version_tells_only_that(needed: str, tmp_path: Path) -> None:
    said = problem(tmp_path, f"requires: termilint >= {needed}\nsomething_new: 1\n")
    place = "oma/pack.yaml:7:11"
    assert said == f"{place}: the pack needs termilint >= {needed}, this is {__version__}: update termilint"


@pytest.mark.parametrize("needed", ["1.0", "termilint 1", "termilint >= 1.x", "python >= 3", "[a]"])
def test_a_requirement_of_another_form(needed: str, tmp_path: Path) -> None:
    assert "oma/pack.yaml:7:11: requires" in problem(tmp_path, f"requires: {needed}\n")


def test_a_pack_that_is_off_until_it_is_asked_for(tmp_path: Path) -> None:
    rule = only_rule(tmp_path, "enabled: false\n")
    assert (rule.enabled, rule.on_with_pack) == (False, True)


def test_a_rule_that_is_off_stays_off_with_its_pack(tmp_path: Path) -> None:
    rule = only_rule(tmp_path, "", RULE + "    enabled: false\n")
    assert (rule.enabled, rule.on_with_pack) == (False, False)


def test_unless_of_a_pack_holds_for_its_rules(tmp_path: Path) -> None:
    rule = only_rule(tmp_path, "unless: [koiran ruoka]\n", RULE + "    unless: [koirapuisto]\n")
    assert [pattern.text for pattern in rule.unless] == ["koirapuisto", "koiran ruoka"]


def test_the_page_of_a_rule(tmp_path: Path) -> None:
    rule = only_rule(tmp_path, 'rule_pages: "https://example.org/{language}/{rule}.html#yli"\n')
    assert rule.url("fi") == "https://example.org/fi/koe.html#yli"
    assert only_rule(tmp_path, "").url("en") is None


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "javascript:alert({rule})",
        "/{rule}",
        "https://a/{rule} x",
        "https://a/{rule}{id}",
    ],
)
def test_no_address(address: str, tmp_path: Path) -> None:
    assert "oma/pack.yaml:7:13: rule_pages" in problem(tmp_path, f'rule_pages: "{address}"\n')
