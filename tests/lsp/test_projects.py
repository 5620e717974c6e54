"""Configurations, rule files and folders: the editor shows what ``termilint check`` would report."""

import json
import subprocess
from pathlib import Path

import pytest
from lsprotocol import types

from tests.lsp.editor import CLIENTS, command, editing, uri_of

pytestmark = pytest.mark.asyncio

BOTH = "Asiakkaat odottavat. Kehitämme asiakaskokemusta.\n"
RULE = """rules:
  - id: oma-vekotin
    severity: error
    match: {term: {words: [vekotin]}}
    message: {fi: "”{match}” ei nimeä ketään.", en: "“{match}” names nobody."}
    why: {fi: Nimeä ihmiset., en: Name the people.}
    source: own
    suggestions: [laite]
    examples: {bad: ["Tämä {vekotin}."], good: [Tämä laite.]}
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("client", CLIENTS)
async def test_a_changed_configuration_counts_at_once(tmp_path: Path, client: str) -> None:
    text = write(tmp_path / "docs" / "a.md", BOTH)
    async with editing(tmp_path, client=client) as editor:
        uri = editor.open(text)
        assert await editor.codes(uri) == ["bare-asiakas", "asiakaskokemus"]
        config = write(tmp_path / ".termilint.yaml", "rules: {bare-asiakas: off, asiakaskokemus: error}\n")
        event = types.FileEvent(uri_of(config), types.FileChangeType.Created)
        editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        (shown,) = await editor.until(uri, ["asiakaskokemus"])
        assert shown.severity is types.DiagnosticSeverity.Error
        config.unlink()
        editor.save(uri)
        await editor.until(uri, ["bare-asiakas", "asiakaskokemus"])


async def test_the_editor_is_asked_to_watch(tmp_path: Path) -> None:
    write(tmp_path / "own" / "words.yaml", RULE)
    write(tmp_path / ".termilint.yaml", "rule_files: [own/words.yaml]\nbaseline: known.json\n")
    write(tmp_path / "known.json", '{"schema": "termilint-baseline/1", "files": {}}')
    async with editing(tmp_path) as editor:
        assert await editor.codes(editor.open(tmp_path / "a.md", "Vekotin.\n")) == ["oma-vekotin"]
        watched = {"**/.termilint.yaml", "**/pyproject.toml", "**/words.yaml", "**/known.json"}
        while not watched <= _watched(editor.registered):
            await editor.hover(uri_of(tmp_path / "a.md"), 0)


def _watched(registrations: list[types.Registration]) -> set[str]:
    options = [one.register_options for one in registrations]
    return {str(w["globPattern"]) for one in options if one for w in one.get("watchers", ())}


async def test_a_rule_file_counts_when_it_is_saved(tmp_path: Path) -> None:
    write(tmp_path / ".termilint.yaml", "rule_files: [words.yaml]\n")
    rules = write(tmp_path / "words.yaml", RULE)
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", "Vekotin ja rengas.\n")
        assert await editor.codes(uri) == ["oma-vekotin"]
        opened = editor.open(rules)
        write(rules, RULE.replace("[vekotin]", "[vekotin, rengas]"))
        editor.save(opened)
        await editor.until(uri, ["oma-vekotin", "oma-vekotin"])


async def test_errors_stand_in_the_files_themselves(tmp_path: Path) -> None:
    config = write(tmp_path / ".termilint.yaml", "language: fi\nrules:\n  bare-asiaks: off # 😀\n")
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", BOTH)
        (shown,) = await editor.until(uri_of(config), ["configuration"])
        assert shown.range.start == types.Position(2, 2)
        assert "bare-asiakas" in shown.message
        assert await editor.codes(uri) == ["bare-asiakas", "asiakaskokemus"]
        assert config.name in editor.client.messages[0].message
        assert "Oletusasetukset ovat voimassa" in editor.client.messages[0].message
        write(config, "rules:\n  bare-asiakas: off\n")
        editor.save(uri_of(config))
        await editor.until(uri, ["asiakaskokemus"])
        await editor.until(uri_of(config), [])


async def test_what_held_before_an_error_holds_on(tmp_path: Path) -> None:
    config = write(tmp_path / ".termilint.yaml", "rule_files: [words.yaml]\n")
    rules = write(tmp_path / "words.yaml", RULE)
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", "Vekotin.\n")
        assert await editor.codes(uri) == ["oma-vekotin"]
        write(rules, RULE.replace("severity: error", "severity: terrible"))
        editor.save(uri)
        (broken,) = await editor.until(uri_of(rules), ["configuration"])
        assert broken.range.start == types.Position(2, 14)
        assert await editor.codes(uri) == ["oma-vekotin"]
        write(config, "rule_files: [missing.yaml]\n")
        editor.save(uri)
        await editor.until(uri_of(rules), [])
        (missing,) = await editor.until(uri_of(config), ["configuration"])
        assert "missing.yaml" in missing.message


async def test_a_new_configuration_that_is_broken_changes_nothing(tmp_path: Path) -> None:
    text = write(tmp_path / "docs" / "a.md", BOTH)
    write(tmp_path / ".termilint.yaml", "rules: {bare-asiakas: off}\n")
    async with editing(tmp_path) as editor:
        uri = editor.open(text)
        assert await editor.codes(uri) == ["asiakaskokemus"]
        config = write(tmp_path / "docs" / ".termilint.yaml", "rules: {bare-asiaks: off}\n")
        editor.save(uri)
        await editor.until(uri_of(config), ["configuration"])
        editor.change(uri, (0, 0, "Asiakkaat tulevat. "))
        assert await editor.codes(uri) == ["asiakaskokemus"]
        assert "Aiemmat asetukset" in editor.client.messages[0].message


async def test_without_its_baseline_the_defaults_hold(tmp_path: Path) -> None:
    config = write(tmp_path / ".termilint.yaml", "baseline: known.json\nrules: {bare-asiakas: off}\n")
    async with editing(tmp_path, options={"language": "en"}) as editor:
        uri = editor.open(tmp_path / "a.md", BOTH)
        (shown,) = await editor.until(uri_of(config), ["configuration"])
        assert "baseline" in shown.message
        assert await editor.codes(uri) == ["bare-asiakas", "asiakaskokemus"]
        assert "The default settings hold" in editor.client.messages[0].message
        write(tmp_path / "known.json", '{"schema": "termilint-baseline/1", "files": {}}')
        editor.save(uri)
        await editor.until(uri, ["asiakaskokemus"])


async def test_an_editor_setting_that_names_no_file(tmp_path: Path) -> None:
    async with editing(tmp_path, options={"configuration": "none.yaml"}) as editor:
        uri = editor.open(tmp_path / "a.md", BOTH)
        assert await editor.codes(uri) == ["bare-asiakas", "asiakaskokemus"]
        (message,) = editor.client.messages
        assert "none.yaml" in message.message
        assert "Oletusasetukset ovat voimassa" in message.message


async def test_two_configurations_in_one_folder(tmp_path: Path) -> None:
    config = write(tmp_path / ".termilint.yaml", "")
    write(tmp_path / ".termilint.yml", "")
    async with editing(tmp_path) as editor:
        assert await editor.codes(editor.open(tmp_path / "a.md", BOTH)) == ["bare-asiakas", "asiakaskokemus"]
        (shown,) = await editor.until(uri_of(config), ["configuration"])
        assert ".termilint.yml" in shown.message


async def test_every_folder_has_its_own_configuration(tmp_path: Path) -> None:
    first, second, deep = tmp_path / "yksi", tmp_path / "kaksi ä", tmp_path / "kaksi ä" / "syvä" / "vielä"
    write(first / ".termilint.yaml", "rules: {bare-asiakas: off}\n")
    write(second / "pyproject.toml", "[tool.termilint]\nlanguage = 'en'\nexclude = ['pois/']\n")
    async with editing(first, second) as editor:
        a = editor.open(write(first / "a.md", BOTH))
        b = editor.open(write(deep / "b.md", BOTH))
        out = editor.open(write(second / "pois" / "c.md", BOTH))
        alone = editor.open(write(tmp_path / "muualla" / "d.md", BOTH))
        assert await editor.codes(a) == ["asiakaskokemus"]
        assert [one.message[:12] for one in await editor.diagnostics(b)] == ["“Asiakkaat” ", "“asiakaskoke"]
        assert await editor.codes(out) == []
        assert await editor.codes(alone) == ["bare-asiakas", "asiakaskokemus"]
        removed = types.WorkspaceFoldersChangeEvent(
            added=[], removed=[types.WorkspaceFolder(uri_of(second), second.name)]
        )
        editor.shown.clear()
        editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(removed))
        assert (await editor.diagnostics(b))[0].message.startswith("Sanasta")


SETTINGS = """
repeat: document
min_severity: warning
baseline: known.json
exclude: [pois.md]
overrides:
  - files: [docs/]
    severity: hint
  - files: [muu.md]
    rules: {asiakaskokemus: off}
"""
MIXED = (
    "Asiakkaat odottavat. Asiakkaat tulevat. Kehitämme asiakaskokemusta. Asiakashyöty kasvaa.\n\n"
    "<!-- termilint-disable-next-line -->\nAsiakaspolku on pitkä.\n\n"
    "<!-- termilint-disable-next-line asiakaspolku -->\nEi mitään.\n"
)


async def test_the_editor_shows_what_check_reports(tmp_path: Path) -> None:
    write(tmp_path / ".termilint.yaml", SETTINGS)
    names = ["a.md", "muu.md", "docs/b.md", "pois.md", "package.json", "a.fi.json", "a.unknown"]
    for name in names:
        write(tmp_path / name, MIXED if name.endswith("md") else json.dumps({"a": BOTH}, ensure_ascii=False))
    _run(tmp_path, "baseline", "write", "muu.md")
    report = json.loads(_run(tmp_path, "check", ".", "--format", "json"))
    expected = {
        file["name"]: sorted(
            (one["rule"], one["start"]["line"], one["start"]["column"]) for one in file["findings"]
        )
        for file in report["files"]
    }
    async with editing(tmp_path, encodings=["utf-32"]) as editor:
        for name in names:
            shown = await editor.diagnostics(editor.open(tmp_path / name))
            found = sorted(
                (str(one.code), one.range.start.line + 1, one.range.start.character + 1) for one in shown
            )
            assert found == expected.get(name, []), name
        assert sum(map(len, expected.values())) == 4


def _run(folder: Path, *arguments: str) -> str:
    done = subprocess.run([command(), *arguments], cwd=folder, capture_output=True, check=False)  # noqa: S603  # our own
    return done.stdout.decode()
