"""What a wrong configuration is told: place, wrong value and what is allowed; everything at once."""

import os
import sys
from pathlib import Path

import pytest

from termilint.config.find import load_settings
from termilint.config.keys import KEYS
from termilint.config.rules import load_rules
from termilint.errors import ConfigError, RuleError
from termilint.rules.packs import load_shipped

ALL_KEYS = ", ".join(sorted(KEYS))
RULES = ", ".join(sorted([*load_shipped().ids, "suppression"]))
LEVELS = "error, hint, info, off, on, warning"

WRONG: dict[str, tuple[str, str]] = {
    "unknown key": (
        "rule: {}",
        f'c.yaml:1:1: unknown key "rule", did you mean "rules"? Allowed: {ALL_KEYS}',
    ),
    "unknown language": ("language: sv", 'c.yaml:1:11: unknown language "sv". Allowed: en, fi'),
    "unknown engine": (
        "engine: nativ",
        'c.yaml:1:9: unknown engine "nativ", did you mean "native"? Allowed: auto, embedded, native',
    ),
    "unknown repeat": (
        "repeat: always",
        'c.yaml:1:9: unknown repeat "always". Allowed: document, every, paragraph, section',
    ),
    "unknown severity": (
        "min_severity: warn",
        (
            'c.yaml:1:15: unknown min_severity "warn", did you mean "warning"? '
            "Allowed: error, hint, info, warning"
        ),
    ),
    "unknown fail level": (
        "fail_level: nevr",
        (
            'c.yaml:1:13: unknown fail_level "nevr", did you mean "never"? '
            "Allowed: error, hint, info, never, warning"
        ),
    ),
    "zero findings": (
        "max_findings: 0",
        "c.yaml:1:15: max_findings must be a whole number from 1 to 1000000, not 0",
    ),
    "text for number": (
        'max_findings: "5"',
        'c.yaml:1:15: max_findings must be a whole number from 1 to 1000000, not "5"',
    ),
    "list for mapping": ("rules: [a]", "c.yaml:1:8: rules must be a mapping, not a list"),
    "text for list": ("include: docs", 'c.yaml:1:10: include must be a list, not "docs"'),
    "empty list": ("exclude: []", "c.yaml:1:10: exclude must not be empty"),
    "broken pattern": ('exclude: ["a["]', 'c.yaml:1:11: exclude[0] "a[" has a [ without its ]'),
    "pattern for nothing": ('exclude: ["/"]', 'c.yaml:1:11: exclude[0] "/" matches nothing'),
    "in and out": (
        "include: [a]\nexclude: [a]",
        'c.yaml:2:10: "a" is both in include and in exclude',
    ),
    "twice in a list": ("include: [a, b, a]", 'c.yaml:1:10: include has "a" 2 times'),
    "key twice": ("repeat: every\nrepeat: every", 'c.yaml:2:1: key "repeat" is already given on line 1'),
    "unknown rule": (
        "rules: {asiakaspolk: off}",
        f'c.yaml:1:9: unknown rule "asiakaspolk", did you mean "asiakaspolku"? Allowed: {RULES}',
    ),
    "unknown level of a rule": (
        "rules:\n  asiakaspolku: warn",
        f'c.yaml:2:17: unknown severity of asiakaspolku "warn", did you mean "warning"? Allowed: {LEVELS}',
    ),
    "unknown key of a rule": (
        "rules:\n  asiakaspolku: {sverity: info}",
        'c.yaml:2:18: unknown key "sverity", did you mean "severity"? Allowed: ',
    ),
    "words of another kind": (
        "rules: {asiakaspolku: {narrows: uusi}}",
        (
            'c.yaml:1:9: "asiakaspolku" is a term rule, which has no narrows. '
            "Allowed: enabled, severity, suggestions, unless"
        ),
    ),
    "words both ways": (
        "rules: {bare-asiakas: {narrows: uusi oma, does_not_narrow: oma}}",
        'c.yaml:1:9: "oma" is both in narrows and in does_not_narrow',
    ),
    "no word": (
        "rules: {bare-asiakas: {narrows: '!'}}",
        'c.yaml:1:33: narrows holds "!", which is not a word or a $list',
    ),
    "unknown pack": (
        "packs: {asiaks: off}",
        'c.yaml:1:9: unknown pack "asiaks", did you mean "asiakas"? Allowed: asiakas, finnish, ihmiset',
    ),
    "no switch": (
        "packs: {asiakas: maybe}",
        'c.yaml:1:18: unknown asiakas "maybe". Allowed: off, on',
    ),
    "unknown term": (
        "glossary: {asiaks: Joku}",
        (
            'c.yaml:1:12: unknown glossary term "asiaks", did you mean "asiakas"? '
            "Allowed: asiakas, kohderyhmä, resurssi, sidosryhmä, toimija"
        ),
    ),
    "empty definition": ("glossary: {asiakas: ''}", "c.yaml:1:21: asiakas must not be empty"),
    "audience twice": (
        "audiences: [asukas, asukas]",
        'c.yaml:1:21: audience "asukas" is already given at c.yaml:1:13',
    ),
    "audience without text": ("audiences: [{cues: a}]", "c.yaml:1:13: audiences[0] lacks text"),
    "audience of an unknown rule": (
        "audiences: [{text: asukas, rules: [bare-asiaka]}]",
        f'c.yaml:1:13: unknown rule "bare-asiaka", did you mean "bare-asiakas"? Allowed: {RULES}',
    ),
    "override without files": ("overrides: [{severity: info}]", "c.yaml:1:13: overrides[0] lacks files"),
    "override without change": (
        "overrides: [{files: [a]}]",
        "c.yaml:1:13: overrides[0] changes nothing: it lacks packs, rules or severity",
    ),
    "unknown rule in an override": (
        "overrides: [{files: [a], rules: {x: off}}]",
        f'c.yaml:1:34: unknown rule "x". Allowed: {RULES}',
    ),
    "not a mapping": ("- a", "c.yaml:1:1: the file must be a mapping, not a list"),
    "two documents": (
        "repeat: every\n---\na: b",
        "c.yaml:2:1: a file holds one YAML document, here begins a second",
    ),
    "alias": ("include: &a [x]\nexclude: *a", 'c.yaml:1:10: YAML anchors such as "&a" are not allowed'),
    "not YAML": ("rules: [", "c.yaml:1:9: is not YAML: did not find expected node content"),
}


def write(folder: Path, text: str | bytes, name: str = "c.yaml") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def problems(path: Path) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        load_rules(load_settings(path.parent, file=path))
    lines = caught.value.problems or (str(caught.value),)
    return [line.replace(f"{path.parent}{os.sep}", "") for line in lines]


@pytest.mark.parametrize("kind", WRONG)
def test_message(kind: str, tmp_path: Path) -> None:
    text, message = WRONG[kind]
    [first, *_] = problems(write(tmp_path, text + "\n"))
    if message.endswith("Allowed: "):
        assert first.startswith(message)
    elif not message.startswith("c.yaml:1:9: is not YAML"):
        assert first == message
    else:
        assert first.startswith("c.yaml:")
        assert "is not YAML" in first


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    text = (
        "language: sv\nrules: {asiakaspolk: off, asiakaspolku: xx}\nglossary: {kissa: eläin}\n"
        "packs: {koira: on}\noverrides: [{files: ['[']}]\nfoo: 1\n"
    )
    lines = problems(write(tmp_path, text))
    assert [line.split(":")[1] for line in lines] == ["1", "2", "2", "3", "4", "5", "6"]


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    assert problems(write(tmp_path, b"language: \xff")) == [
        "c.yaml:1:11: is not UTF-8: byte 0xff cannot be read"
    ]


def test_file_that_is_not_there(tmp_path: Path) -> None:
    assert problems(tmp_path / "c.yaml") == ["c.yaml: cannot be read: No such file or directory"]


def test_file_that_is_too_large(tmp_path: Path) -> None:
    [line] = problems(write(tmp_path, b"#" * 1_000_001))
    assert line == "c.yaml: is too large: a configuration has at most 1000000 bytes"


def test_two_configurations_in_one_folder(tmp_path: Path) -> None:
    write(tmp_path, "", ".termilint.yaml")
    write(tmp_path, "[tool.termilint]\n", "pyproject.toml")
    with pytest.raises(ConfigError, match=r"two configurations: \.termilint\.yaml and pyproject\.toml"):
        load_settings(tmp_path)


def test_a_configuration_that_cannot_be_read_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / ".termilint.yaml"
    path.symlink_to("nowhere.yaml")
    with pytest.raises(ConfigError, match=r"^\.termilint\.yaml: cannot be read: No such file or directory$"):
        load_settings()
    path.unlink()
    path.mkdir()
    with pytest.raises(ConfigError, match=r"^\.termilint\.yaml: cannot be read: Is a directory$"):
        load_settings()
    path.rmdir()
    (tmp_path / "pyproject.toml").symlink_to("pyproject.toml")
    with pytest.raises(
        ConfigError, match=r"^pyproject\.toml: cannot be read: Too many levels of symbolic links$"
    ):
        load_settings()


def test_rule_files_with_errors_or_missing(tmp_path: Path) -> None:
    path = write(tmp_path, "rule_files: [oma.yaml]\n")
    with pytest.raises(RuleError, match=r"oma\.yaml: there is no such file or folder"):
        load_rules(load_settings(tmp_path, file=path))
    write(tmp_path, "rules: [{id: a}]", "oma.yaml")
    with pytest.raises(RuleError, match=r"oma\.yaml:1:9: rules\[0\] lacks"):
        load_rules(load_settings(tmp_path, file=path))


TOML: dict[str, tuple[str, str]] = {
    "value": ('[tool.termilint]\nlanguage = "sv"\n', 'p.toml:2:12: unknown language "sv". Allowed: en, fi'),
    "key": (
        "[tool.termilint]\n\nfoo = 1\n",
        f'p.toml:3:1: unknown key "foo". Allowed: {ALL_KEYS}',
    ),
    "table": (
        '[tool.termilint.rules]\nasiakaspolku = "warn"\n',
        f'p.toml:2:16: unknown severity of asiakaspolku "warn", did you mean "warning"? Allowed: {LEVELS}',
    ),
    "second of a list of tables": (
        "\n".join(f'[[tool.termilint.overrides]]\nfiles = ["a"]\nseverity = "{s}"' for s in ("info", "x")),
        'p.toml:6:12: unknown severity "x". Allowed: error, hint, info, warning',
    ),
    "inside a line": (
        '[tool.termilint]\nrules = {asiakaspolk = "off"}\n',
        f'p.toml:2:1: unknown rule "asiakaspolk", did you mean "asiakaspolku"? Allowed: {RULES}',
    ),
    "number": (
        "[tool.termilint]\nmax_findings = 2.5\n",
        "p.toml:2:16: max_findings must be a whole number from 1 to 1000000, not 2.5",
    ),
    "syntax": ("[tool.termilint]\nlanguage = \n", "p.toml:2:12: is not TOML: Invalid value"),
    "no table": ("[project]\n", "p.toml: has no table [tool.termilint]"),
}


@pytest.mark.parametrize("kind", TOML)
def test_message_in_toml(kind: str, tmp_path: Path) -> None:
    text, message = TOML[kind]
    assert problems(write(tmp_path, text, "p.toml")) == [message]


@pytest.mark.skipif(sys.platform == "win32", reason="names differ")
def test_files_are_named_from_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "language: sv\n", ".termilint.yaml")
    with pytest.raises(ConfigError, match=r"^\.termilint\.yaml:1:11"):
        load_settings()


def test_two_packs_of_one_name(tmp_path: Path) -> None:
    (tmp_path / "oma").mkdir()
    pack = (
        "name: asiakas\nversion: '1'\nlicense: CC0-1.0\nlanguage: fi\n"
        "title: {fi: Oma, en: Own}\ndescription: {fi: Oma, en: Own}\n"
    )
    write(tmp_path / "oma", pack, "pack.yaml")
    path = write(tmp_path, "rule_files: [oma]\n")
    assert problems(path) == ['pack name "asiakas" is used twice']
