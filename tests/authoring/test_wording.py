"""Errors of form are told in Finnish, too: every one of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from termilint.authoring.wording import worded
from termilint.errors import RuleError
from termilint.messages import messages_in
from termilint.rules import packs
from tests.authoring.rule_files import written
from tests.rules.test_packs import HARMFUL
from tests.rules.test_schema import WRONG

if TYPE_CHECKING:
    from pathlib import Path

FINNISH = messages_in("fi").rule_forms
ENGLISH = re.compile(r"\b(the|must|not|allowed|holds|lacks|is|are|of)\b")


def told(path: Path) -> list[tuple[str, str]]:
    with pytest.raises(RuleError) as caught:
        packs.load([path])
    lines = caught.value.problems or (str(caught.value),)
    return [(line, worded(line, FINNISH)) for line in lines]


@pytest.mark.parametrize("kind", sorted(WRONG))
def test_every_error_of_form(kind: str, tmp_path: Path) -> None:
    text = WRONG[kind][0]
    path = tmp_path / "r.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    for english, finnish in told(path):
        place = english.partition("r.yaml")[0]
        assert finnish.startswith(place)
        sentence = finnish.removeprefix(place).partition("Sallittuja")[0].partition("(YAML")[0]
        assert english != finnish
        assert not ENGLISH.search(sentence), sentence


@pytest.mark.parametrize("kind", sorted(HARMFUL))
def test_every_harmful_file(kind: str, tmp_path: Path) -> None:
    for english, finnish in told(written(tmp_path, HARMFUL[kind]))[:5]:
        assert english != finnish


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    [(_, finnish)] = told(tmp_path / "puuttuu.yaml")
    assert finnish.endswith(
        "puuttuu.yaml: Tiedostoa tai kansiota ei ole. Säännöt ovat YAML-tiedostossa tai paketissa: "
        "kansiossa tai zipissä, jossa on pack.yaml."
    )


def test_values_are_told_as_they_are() -> None:
    line = 'a b/c: d.yaml:3:14: unknown key "{label}", did you mean "label"? Allowed: id, label'
    assert worded(line, FINNISH) == (
        "a b/c: d.yaml:3:14: avain ”{label}” on tuntematon. Tarkoititko: ”label”? Sallittuja: id, label"
    )
    assert worded("r.yaml:1:1: something else", FINNISH) == "r.yaml:1:1: something else"
    assert worded(line, messages_in("en").rule_forms) == line


@pytest.mark.parametrize("template", FINNISH)
def test_translations_use_what_their_templates_give(template: str) -> None:
    given = set(re.findall(r"\{(\w+)\}", template))
    assert set(re.findall(r"\{(\w+)\}", FINNISH[template])) <= given
