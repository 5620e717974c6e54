"""The guide to rules does what it says: its files are written and its commands run, in its order."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from termilint.config.json_schema import pack_schema
from termilint.rules.changes import WORD_SETS

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "saannon-kirjoittaminen.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "docs" / "rule-files.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```([a-z-]+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FILE_NAME = re.compile(r"(?:tiedosto|tiedostoon) `([^`]+)`:?\s*$")
SHOWN_PLACE = "printf '\\n%s' \"$PWD\""


class Shell:
    """Runs one block of commands after the other, in the folder where the last one ended."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said = ""
        programs = str(Path(sys.executable).parent)
        self.environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}

    def run(self, commands: str) -> None:
        done = subprocess.run(  # noqa: S603  # the commands are those of the guide
            ["bash", "-euc", f"{commands}\n{SHOWN_PLACE}"],  # noqa: S607  # the system's shell
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{commands}\n{done.stdout}\n{done.stderr}"
        self.said, _, folder = done.stdout.rpartition("\n")
        self.folder = Path(folder)


class Block(NamedTuple):
    kind: str
    text: str
    file: str | None


def blocks() -> list[Block]:
    found = []
    for match in BLOCK.finditer(GUIDE):
        name = FILE_NAME.search(GUIDE[: match.start()].rstrip())
        found.append(Block(match[1], match[2], name[1] if name else None))
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="the guide's commands are for a Unix shell")
def test_who_follows_the_guide_gets_what_it_shows(tmp_path: Path) -> None:
    home = tmp_path / "talo"
    subprocess.run(["git", "init", "-q", str(home)], check=True)  # noqa: S603, S607  # a repository of its own
    shell = Shell(home)
    rule_file = home / "talon-sanat" / "portaali.yaml"
    for kind, text, file in blocks():
        if kind == "console":
            shell.run(text)
        elif kind == "text":
            for line in text.splitlines():
                assert line in shell.said
        elif kind == "yaml-line":
            rule = rule_file.read_text(encoding="utf-8")
            rule_file.write_text(rule.replace("    message:", f"{text}    message:"), encoding="utf-8")
        elif kind in ("yaml", "markdown"):
            assert file
            (shell.folder / file).write_text(text, encoding="utf-8")
    pages = sorted(path.name for path in (tmp_path / "toinen" / "sivut" / "fi").iterdir())
    assert pages == ["index.md", "portaali.md"]


def test_what_a_pack_may_change_is_right(tmp_path: Path) -> None:
    from termilint.config.rules import load_rules
    from termilint.config.settings import Settings
    from tests.rules.test_packs import PACK

    [example] = [block.text for block in blocks() if block.kind == "yaml-example"]
    (tmp_path / "pack.yaml").write_text(PACK + example, encoding="utf-8")
    rule = load_rules(Settings(rule_files=(str(tmp_path),))).get("asiakaspolku")
    assert rule
    assert not rule.enabled


def keys_of_rules() -> set[str]:
    from termilint.rules.schema import RuleReader
    from termilint.rules.wordlists import WordLists

    return set(RuleReader(WordLists({})).shape.readers)


@pytest.mark.parametrize("name", WORD_SETS)
def test_every_word_set_is_in_the_reference(name: str) -> None:
    assert f"`{name}`" in REFERENCE


def test_the_examples_of_the_reference_are_right(tmp_path: Path) -> None:
    from termilint.config.rules import load_rules
    from termilint.config.settings import Settings

    rules, pack = (match[2] for match in BLOCK.finditer(REFERENCE) if match[1] == "yaml")
    assert set(yaml.safe_load(rules)["rules"][0]) == keys_of_rules()
    assert set(yaml.safe_load(pack)) == set(pack_schema()["properties"])
    (tmp_path / "pack.yaml").write_text(pack, encoding="utf-8")
    (tmp_path / "rules.yaml").write_text(rules, encoding="utf-8")
    assert load_rules(Settings(rule_files=(str(tmp_path),)))
