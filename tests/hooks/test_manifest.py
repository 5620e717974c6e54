"""The hooks that .pre-commit-hooks.yaml offers."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from termilint.cli.main import run
from termilint.model.source import Source
from termilint.readers import readers

if TYPE_CHECKING:
    from termilint.readers.reader import Reader

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
}

NEEDS_AN_EXTRA = {".pdf", ".jsx", ".tsx"}
"""Formats that a hook reads only with additional_dependencies: docs/hooks.md tells how."""


def _takes(hook_id: str, name: str) -> bool:
    return bool(re.search(HOOKS[hook_id]["files"], name))


def _named(hook_id: str) -> set[str]:
    """Every suffix that the pattern of a hook names."""
    words = re.findall(r"\w+\??", HOOKS[hook_id]["files"].removeprefix("(?i)"))
    return {f".{word.rstrip('?')}" for word in words} | {f".{word[:-2]}" for word in words if "?" in word}


def _suffixes(*, of_text: bool) -> set[str]:
    """The suffixes of the formats that are read wherever they are found (unlike JSON)."""
    return {
        suffix
        for reader in readers()
        for suffix in reader.suffixes
        if suffix and reader.wants(f"x{suffix}") and _is_text(reader) == of_text
    }


def _is_text(reader: Reader) -> bool:
    return reader.open == Source.from_bytes


def test_pre_commit_takes_the_manifest() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST)]
    assert subprocess.run(command, check=False).returncode == 0  # noqa: S603  # our own words


@pytest.mark.parametrize("hook", HOOKS.values(), ids=list(HOOKS))
def test_no_tag_that_an_old_identify_lacks(hook: dict[str, Any]) -> None:
    assert hook["types"] == ["file"]
    assert not hook.keys() & {"types_or", "exclude_types"}
    assert hook["language"] == "python"
    assert hook["minimum_pre_commit_version"] == "3.2.0"


@pytest.mark.parametrize("hook", HOOKS.values(), ids=list(HOOKS))
def test_entries_are_commands(hook: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    program, *arguments = hook["entry"].split()
    assert program == "termilint"
    assert run([*arguments, "--help"]) == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize(
    ("hook_id", "of_text"), [("termilint", True), ("termilint-fix", True), ("termilint-office", False)]
)
def test_hooks_take_the_formats_that_are_read(hook_id: str, of_text: bool) -> None:
    """Each ``files`` pattern names what is read, and nothing else: that would be an error."""
    suffixes = _suffixes(of_text=of_text) - NEEDS_AN_EXTRA
    assert _named(hook_id) == suffixes
    assert all(_takes(hook_id, f"ä b/x{suffix.upper()}") for suffix in suffixes)
    assert not any(_takes(hook_id, f"x{suffix}.bak") for suffix in suffixes)
