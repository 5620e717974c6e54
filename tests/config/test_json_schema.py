"""The schemas for editors agree with the readers."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from termilint.config.find import load_settings
from termilint.config.json_schema import ABOUT, SCHEMAS, config_schema, pack_schema, rules_schema
from termilint.config.keys import KEYS
from termilint.config.template import template
from termilint.rules.packs import shipped_folder
from tests.config.test_errors import WRONG
from tests.config.test_settings import YAML
from tests.rules.test_packs import PACK as TEXT_OF_A_PACK

CONFIG = jsonschema.Draft202012Validator(config_schema())
PACK = jsonschema.Draft202012Validator(pack_schema())
RULES = jsonschema.Draft202012Validator(rules_schema())

SHAPELESS = """unknown rule|in and out|twice in a list|key twice|words of another kind|words both ways|no word
unknown pack|unknown term|audience twice|audience of an unknown rule|unknown rule in an override|two documents
alias|not YAML|broken pattern|pattern for nothing|override without change""".replace("\n", "|").split("|")
"""Errors that no schema can see: in names, in YAML itself, in what is said twice."""


def test_they_are_schemas() -> None:
    for make in SCHEMAS.values():
        jsonschema.Draft202012Validator.check_schema(make())


@pytest.mark.parametrize("text", [YAML, "", "rules: {asiakaspolku: false}", "fail_level: never"])
def test_good_configurations(text: str) -> None:
    assert list(CONFIG.iter_errors(yaml.safe_load(text))) == []


@pytest.mark.parametrize("kind", sorted(set(WRONG) - set(SHAPELESS)))
def test_wrong_configurations(kind: str) -> None:
    assert list(CONFIG.iter_errors(yaml.safe_load(WRONG[kind][0]))) != []


@pytest.mark.parametrize(
    "path", [p for p in shipped_folder().glob("*/*.yaml") if p.name != "pack.yaml"], ids=lambda p: p.name
)
def test_shipped_rules(path: Path) -> None:
    assert list(RULES.iter_errors(yaml.safe_load(path.read_bytes()))) == []


RULE: dict[str, Any] = {
    "id": "koe",
    "severity": "info",
    "match": {"term": {"words": "koira"}},
    "message": {"fi": "a", "en": "a"},
    "why": {"fi": "a", "en": "a"},
    "source": "itse",
    "examples": {"bad": ["{a}"], "good": ["b"]},
}


@pytest.mark.parametrize(
    "change",
    [
        {"severity": "bad"},
        {"id": "Koe"},
        {"match": {}},
        {"match": {"term": {"words": "a"}, "phrase": {"patterns": ["a"]}}},
        {"match": {"term": {}}},
        {"message": {"fi": "a"}},
        {"examples": {"bad": []}},
        {"fix": "always"},
        {"foo": 1},
        {"enabled": "yes"},
        {"where": ["footer"]},
        {"where": "heading"},
        {"confidence": "sure"},
        {"unless": []},
    ],
)
def test_wrong_rules(change: dict[str, Any]) -> None:
    assert RULES.is_valid({"rules": [RULE]})
    assert not RULES.is_valid({"rules": [{**RULE, **change}]})


PACK_FILE: dict[str, Any] = yaml.safe_load(TEXT_OF_A_PACK)


@pytest.mark.parametrize(
    "more",
    [
        {"requires": "termilint >= 0.1"},
        {"extends": ["asiakas"], "rules": {"asiakaspolku": "off", "asiakasarvo": {"suggestions": ["hyöty"]}}},
        {"enabled": False, "unless": ["koiran ruoka"], "rule_pages": "https://example.org/{rule}"},
    ],
)
def test_good_packs(more: dict[str, Any]) -> None:
    assert list(PACK.iter_errors({**PACK_FILE, **more})) == []


@pytest.mark.parametrize(
    "more",
    [
        {"requires": "python >= 3"},
        {"extends": "asiakas"},
        {"rules": {"a": "loud"}},
        {"rule_pages": "javascript:{rule}"},
        {"homepage": "x"},
        {"name": "A B"},
    ],
)
def test_wrong_packs(more: dict[str, Any]) -> None:
    assert not PACK.is_valid({**PACK_FILE, **more})


@pytest.mark.parametrize("path", sorted(shipped_folder().glob("*/pack.yaml")), ids=lambda p: p.parent.name)
def test_shipped_packs(path: Path) -> None:
    assert list(PACK.iter_errors(yaml.safe_load(path.read_bytes()))) == []


def test_every_key_is_explained() -> None:
    assert set(KEYS) <= set(ABOUT)


@pytest.mark.parametrize("language", ["fi", "en"])
def test_the_template_holds(language: str, tmp_path: Path) -> None:
    text = template(language, [".md", ".docx"])
    assert yaml.safe_load(text) is None
    lines = [
        line[1:]
        for line in text.splitlines()
        if (line.startswith("#") and line[1] != " ") or line[:3] == "#  "
    ]
    live = "\n".join(lines)
    assert set(yaml.safe_load(live)) == set(KEYS)
    path = tmp_path / ".termilint.yaml"
    path.write_text(live, encoding="utf-8")
    assert load_settings(tmp_path).max_findings == 200
    assert list(CONFIG.iter_errors(yaml.safe_load(live))) == []
