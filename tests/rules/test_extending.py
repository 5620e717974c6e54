"""Packs that build on others: what they may change, and what they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termilint.config.rules import load_rules
from termilint.config.settings import Settings
from termilint.errors import RuleError
from termilint.model.finding import Severity
from termilint.rules.encoding import decoded, encoded
from termilint.rules.extending import extended
from tests.rules.test_packs import PACK, RULE

if TYPE_CHECKING:
    from pathlib import Path

    from termilint.rules.model import RuleSet


def pack(folder: Path, name: str, more: str = "", rules: str = "") -> str:
    place = folder / name
    place.mkdir()
    (place / "pack.yaml").write_text(PACK.replace("name: oma", f"name: {name}") + more, encoding="utf-8")
    if rules:
        (place / "r.yaml").write_text(rules, encoding="utf-8")
    return str(place)


def loaded(*places: str) -> RuleSet:
    return load_rules(Settings(rule_files=places))


def problems(folder: Path, *places: str) -> list[str]:
    with pytest.raises(RuleError) as caught:
        loaded(*places)
    return [line.replace(f"{folder.resolve()}/", "") for line in caught.value.problems]


CHANGES = """\
extends: [asiakas]
rules:
  asiakaspolku: off
  asiakaskokemus: error
  asiakasarvo:
    suggestions: [hyöty, {text: säästetty aika}]
    unless: [asiakasarvomalli, "asiakasarvo *1 laskuri"]
  bare-asiakas: {narrows: paikallinen}
"""


def test_a_pack_changes_rules_of_another(tmp_path: Path) -> None:
    rules = loaded(pack(tmp_path, "oma", CHANGES))
    polku, kokemus, arvo, bare = map(
        rules.get, "asiakaspolku asiakaskokemus asiakasarvo bare-asiakas".split()
    )
    assert polku
    assert not polku.enabled
    assert kokemus
    assert kokemus.severity is Severity.ERROR
    assert arvo
    assert [suggestion.text for suggestion in arvo.suggestions] == ["hyöty", "säästetty aika"]
    assert [pattern.text for pattern in arvo.unless] == ["asiakasarvomalli", "asiakasarvo *1 laskuri"]
    assert "paikallinen" in getattr(bare and bare.pattern, "narrows")  # noqa: B009  # its kind is known


def test_the_last_of_a_line_has_the_last_word(tmp_path: Path) -> None:
    last = pack(tmp_path, "kolmas", "extends: [toinen]\nrules: {koe: error, asiakaspolku: hint}\n")
    second = pack(tmp_path, "toinen", "extends: [eka, asiakas]\nrules: {koe: off, asiakaspolku: error}\n")
    first = pack(tmp_path, "eka", "", RULE)
    rules = loaded(last, second, first)
    severities = {rule.id: (rule.enabled, rule.severity) for rule in rules}
    assert severities["koe"] == (True, Severity.ERROR)
    assert severities["asiakaspolku"] == (True, Severity.HINT)


def test_the_configuration_outweighs_packs(tmp_path: Path) -> None:
    (tmp_path / ".termilint.yaml").write_text(
        "rule_files: [oma]\nrules: {asiakaspolku: error}\n", encoding="utf-8"
    )
    pack(tmp_path, "oma", CHANGES)
    from termilint.config.find import load_settings

    polku = load_rules(load_settings(tmp_path)).get("asiakaspolku")
    assert polku
    assert (polku.enabled, polku.severity) == (True, Severity.ERROR)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "extends: [asiaks]\n",
            'oma/pack.yaml:7:11: unknown pack "asiaks", did you mean "asiakas"? Allowed:',
        ),
        ("extends: [oma]\n", 'oma/pack.yaml:7:11: pack "oma" would extend itself by "oma"'),
        (
            "rules: {asiakaspolku: off}\n",
            (
                'oma/pack.yaml:7:9: "asiakaspolku" is a rule of pack "asiakas", '
                "which this pack does not extend: add asiakas to extends"
            ),
        ),
        (
            "extends: [asiakas]\nrules: {asiakaspolk: off}\n",
            'oma/pack.yaml:8:9: unknown rule "asiakaspolk", did you mean "asiakaspolku"? Allowed: ',
        ),
        (
            "extends: [asiakas]\nrules: {asiakaspolku: {narrows: uusi}}\n",
            'oma/pack.yaml:8:9: "asiakaspolku" is a term rule, which has no narrows.',
        ),
        ("rules: {koe: off}\n", 'oma/pack.yaml:7:9: "koe" is a rule of this pack: change it in oma/r.yaml'),
        ("extends: [a b]\n", 'oma/pack.yaml:7:11: extends[0] "a b" must be kebab-case'),
        ("rules: {asiakaspolku: loud}\n", 'oma/pack.yaml:7:23: unknown severity of asiakaspolku "loud"'),
    ],
)
def test_what_a_pack_cannot_change(more: str, said: str, tmp_path: Path) -> None:
    [told] = problems(tmp_path, pack(tmp_path, "oma", more, RULE))
    assert told.startswith(said)


def test_changes_are_made_once(tmp_path: Path) -> None:
    rules = loaded(pack(tmp_path, "oma", CHANGES))
    again = extended(rules)
    assert again == rules
    arvo = again.get("asiakasarvo")
    assert arvo
    assert len(arvo.unless) == 2


def test_a_pack_that_extends_can_be_stored_by_the_build(tmp_path: Path) -> None:
    rules = loaded(pack(tmp_path, "oma", CHANGES))
    assert decoded(encoded(rules)) == rules


def test_circles_are_refused(tmp_path: Path) -> None:
    one = pack(tmp_path, "eka", "extends: [toinen]\n")
    other = pack(tmp_path, "toinen", "extends: [eka]\n")
    assert problems(tmp_path, one, other) == [
        'eka/pack.yaml:7:11: pack "eka" would extend itself by "toinen"',
        'toinen/pack.yaml:7:11: pack "toinen" would extend itself by "eka"',
    ]
