"""The report on examples that do not hold."""

from __future__ import annotations

from termilint.rules.examples import broken_examples
from termilint.rules.model import Example, Mark, Rule, RuleSet
from termilint.rules.packs import load_shipped

[FIRST, *_] = load_shipped()
RULE = FIRST._replace(
    id="koe",
    origin="koe.yaml",
    bad=(Example("Se koira.", (Mark(3, 8),)),),
    good=(Example("Se kissa."),),
)


def find(word: str) -> list[tuple[str, str]]:
    def check(text: str, rule: Rule) -> list[tuple[int, int]]:
        assert rule.id == "koe"
        at = text.find(word)
        return [(at, at + len(word))] if at >= 0 else []

    broken = broken_examples(RuleSet((RULE,)), check)
    return [(item.example.text, str(item)) for item in broken]


def test_sound_examples() -> None:
    assert find("koira") == []


def test_a_missed_example() -> None:
    assert find("lintu") == [("Se koira.", 'koe.yaml: koe: "Se koira." reports nothing, not "koira"')]


def test_a_wrong_place_and_a_false_alarm() -> None:
    assert [text for _, text in find("Se")] == [
        'koe.yaml: koe: "Se koira." reports "Se", not "koira"',
        'koe.yaml: koe: "Se kissa." reports "Se", not nothing',
    ]
