"""The extension for VS Code says what is true of the program that it belongs to."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from termilint import __version__
from termilint.lsp.names import ADD_TO_BASELINE, EXPLAIN, FIX_ALL
from termilint.lsp.settings import SECTION, ClientSettings
from termilint.readers import readers

FOLDER = Path(__file__).parents[2] / "editors" / "vscode"
CODE = {path.name: path.read_text(encoding="utf-8") for path in (FOLDER / "src").glob("*.ts")}
ONLY_THE_EXTENSION = {"path", "trace.server"}
"""Settings about how the server is run; it does not read them."""


def _json(name: str) -> Any:
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


MANIFEST = _json("package.json")
SETTINGS = {
    name.removeprefix(f"{SECTION}."): setting
    for name, setting in MANIFEST["contributes"]["configuration"]["properties"].items()
}


def _names_in_manifest() -> set[str]:
    return set(re.findall(r'"%([^%"]+)%"', (FOLDER / "package.json").read_text(encoding="utf-8")))


def _messages_in_code() -> set[str]:
    return {text for code in CODE.values() for text in re.findall(r'l10n\.t\(\s*"([^"]+)"', code)}


def test_it_has_the_version_of_the_program() -> None:
    assert MANIFEST["version"] == __version__
    assert _json("package-lock.json")["version"] == __version__


def test_each_setting_is_one_that_the_server_reads() -> None:
    read = {field.name for field in fields(ClientSettings)} - {"refused"}
    assert SETTINGS.keys() == read | ONLY_THE_EXTENSION


@pytest.mark.parametrize("name", sorted(SETTINGS.keys() - ONLY_THE_EXTENSION))
def test_the_server_takes_each_value_of_a_setting(name: str) -> None:
    setting = SETTINGS[name]
    for value in setting.get("enum", ["own.yaml"]):
        assert ClientSettings().updated({name: value}).refused == ()
    assert ClientSettings().updated({name: setting["default"]}) == ClientSettings()
    assert f'"{name}"' in CODE["client.ts"], "it is not told when the server starts"


def test_a_setting_with_words_has_them_all_explained() -> None:
    for setting in SETTINGS.values():
        assert len(setting.get("enum", [])) == len(setting.get("enumDescriptions", []))


def test_it_wakes_for_every_language_that_the_readers_know() -> None:
    known = {language for reader in readers() for language in reader.languages}
    # What has no language in the editor, such as .po without a further extension, is plain text.
    assert "plaintext" in known
    assert sorted(MANIFEST["activationEvents"]) == sorted(f"onLanguage:{name}" for name in known)


def test_its_commands_are_registered_and_are_none_of_the_server() -> None:
    told = {command["command"] for command in MANIFEST["contributes"]["commands"]}
    assert told == set(re.findall(r'registerCommand\("([^"]+)"', CODE["actions.ts"]))
    assert told.isdisjoint({EXPLAIN, ADD_TO_BASELINE})


def test_all_safe_fixes_have_one_name() -> None:
    assert f'"{FIX_ALL}"' in CODE["actions.ts"]
    assert f'"{FIX_ALL}"' in (FOLDER / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["package.nls.json", "package.nls.fi.json"])
def test_all_of_the_manifest_is_in_both_languages(name: str) -> None:
    texts = _json(name)
    assert texts.keys() == _names_in_manifest()
    assert all(text.strip() for text in texts.values())


def test_all_messages_are_in_finnish() -> None:
    texts = _json("l10n/bundle.l10n.fi.json")
    assert texts.keys() == _messages_in_code()
    for english, finnish in texts.items():
        assert re.findall(r"\{\d\}", english) == re.findall(r"\{\d\}", finnish)


def test_the_command_to_install_it_is_the_same_everywhere() -> None:
    command = re.search(r"INSTALL_COMMAND = '([^']+)'", CODE["advice.ts"])
    assert command
    for name in ("README.md", "install/install.md", "install/install.fi.md"):
        assert command[1] in (FOLDER / name).read_text(encoding="utf-8")


def test_the_lock_file_names_no_addresses_to_download_from() -> None:
    packages = _json("package-lock.json")["packages"]
    assert [name for name, package in packages.items() if "resolved" in package] == []
