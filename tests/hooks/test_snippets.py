"""The configurations that docs/ci.md and docs/hooks.md offer for copying."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from termilint.cli.check import COMMAND
from termilint.reporters import reporters

DOCS = Path(__file__).parents[2] / "docs"
CI = (DOCS / "ci.md").read_text(encoding="utf-8")
HOOKS = (DOCS / "hooks.md").read_text(encoding="utf-8")


def _blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize(
    ("schema", "number"),
    [("github-workflows", 0), ("github-workflows", 1), ("gitlab-ci", 2), ("azure-pipelines", 3)],
)
def test_pipelines_are_valid(schema: str, number: int, tmp_path: Path) -> None:
    path = tmp_path / "pipeline.yml"
    path.write_text(_blocks(CI, "yaml")[number], encoding="utf-8")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # our own words
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("block", _blocks(HOOKS, "yaml"))
def test_hook_configurations_are_valid(block: str, tmp_path: Path) -> None:
    path = tmp_path / ".pre-commit-config.yaml"
    path.write_text(block, encoding="utf-8")
    command = [sys.executable, "-m", "pre_commit", "validate-config", str(path)]
    assert subprocess.run(command, check=False).returncode == 0  # noqa: S603  # our own words


def test_hooks_exist() -> None:
    offered = yaml.safe_load((DOCS.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    ids = {hook["id"] for hook in offered}
    used = {
        hook["id"]
        for block in _blocks(HOOKS, "yaml")
        for repository in yaml.safe_load(block)["repos"]
        for hook in repository["hooks"]
    }
    assert used == ids
    assert all(f"| `{hook_id}` |" in HOOKS for hook_id in ids)


def test_inputs_of_the_action_are_described() -> None:
    action = yaml.safe_load((DOCS.parent / "action.yml").read_text(encoding="utf-8"))
    assert re.findall(r"^\| `([\w-]+)` \|", CI.split("## GitLab")[0], re.MULTILINE) == list(action["inputs"])


def test_commands_have_their_options() -> None:
    known = {option for parameter in COMMAND.params for option in parameter.opts}
    lines = re.findall(r"termilint check (.+)", CI)
    commands = [shlex.split(line.split("|")[0], comments=True) for line in lines]
    used = {word for command in commands for word in command if word.startswith("--")}
    assert used <= known
    formats = {
        value.split("=")[0]
        for command in commands
        for option, value in pairwise(command)
        if option == "--format"
    }
    assert formats == {"azure", "checkstyle", "gitlab", "junit", "rdjsonl", "teamcity", "text"}
    assert formats <= set(reporters())


def test_every_format_is_described() -> None:
    table = CI.split("## Formats")[1]
    described = {
        name for row in re.findall(r"^\| (`.+?) \|", table, re.MULTILINE) for name in row.split(", ")
    }
    assert described == {f"`{name}`" for name in reporters()}
