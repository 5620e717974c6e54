"""The examples of docs/configuration.md hold."""

import re
from pathlib import Path

import pytest
import yaml

from termilint.config.find import load_settings
from termilint.config.keys import KEYS
from termilint.config.rules import load_rules
from termilint.rules.changes import WORD_SETS

PAGE = Path(__file__).parents[2].joinpath("docs", "configuration.md").read_text(encoding="utf-8")


def test_the_example_has_every_key_and_is_right(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert set(yaml.safe_load(example)) == set(KEYS)
    without_files = re.sub(r"rule_files:.*\n  - .*\n", "", example)
    (tmp_path / ".termilint.yaml").write_text(without_files, encoding="utf-8")
    settings = load_settings(tmp_path)
    assert load_rules(settings)
    assert settings.max_findings == 200


@pytest.mark.parametrize("name", WORD_SETS)
def test_every_word_set_is_named(name: str) -> None:
    assert f"`{name}`" in PAGE
