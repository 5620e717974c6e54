"""What a configuration means for rules and files."""

import os
import pickle
from pathlib import Path

import pytest

from termilint.config.find import find, load_settings, repository_root
from termilint.config.rules import load_rules
from termilint.config.settings import Settings
from termilint.model.finding import Severity
from termilint.model.source import Source
from termilint.project import Project, bare_term_rules
from termilint.readers import plain
from termilint.rules.model import NeedsQualifier, Rule, RuleSet
from termilint.rules.problems import Where

YAML = """\
language: en
engine: embedded
include: ["*.md", "*.txt"]
exclude: [vendor/]
packs: {finnish: on}
rules:
  asiakaspolku: off
  sisainen-asiakas: info
  asiakaskokemus: {severity: error, unless: [asiakaskokemustutkimus]}
  bare-asiakas: {narrows: [paikallinen tyytyväinen], does_not_narrow: uusi, open_class: false}
audiences:
  - asukas
  - {text: potilas, note: kun hoidetaan, cues: hoito lääkäri}
  - {text: polku, rules: [asiakaspolku]}
glossary:
  asiakas: {definition: Ostaja., files: [sopimukset/]}
overrides:
  - files: [docs/]
    severity: hint
    rules: {asiakaspolku: on}
repeat: section
min_severity: info
fail_level: never
max_findings: 7
min_confidence: medium
baseline: b.json
"""
TOML = """\
[tool.termilint]
language = "en"
engine = "embedded"
include = ["*.md", "*.txt"]
exclude = ["vendor/"]
repeat = "section"
min_severity = "info"
fail_level = "never"
max_findings = 7
min_confidence = "medium"
baseline = "b.json"
packs = {finnish = true}
glossary = {asiakas = {definition = "Ostaja.", files = ["sopimukset/"]}}
[tool.termilint.rules]
asiakaspolku = "off"
sisainen-asiakas = "info"
asiakaskokemus = {severity = "error", unless = ["asiakaskokemustutkimus"]}
[tool.termilint.rules.bare-asiakas]
narrows = ["paikallinen tyytyväinen"]
does_not_narrow = "uusi"
open_class = false
[[tool.termilint.audiences]]
text = "asukas"
[[tool.termilint.audiences]]
text = "potilas"
note = "kun hoidetaan"
cues = "hoito lääkäri"
[[tool.termilint.audiences]]
text = "polku"
rules = ["asiakaspolku"]
[[tool.termilint.overrides]]
files = ["docs/"]
severity = "hint"
rules = {asiakaspolku = "on"}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / ".termilint.yaml").write_text(YAML, encoding="utf-8")
    return Project(load_settings(tmp_path))


def rule(rules: RuleSet, rule_id: str) -> Rule:
    found = rules.get(rule_id)
    assert found is not None
    return found


def test_toml_says_the_same(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text(TOML, encoding="utf-8")
    monkeypatch.setattr(Where, "__repr__", lambda _: "")
    (tmp_path / ".termilint.yaml").unlink()
    assert find(tmp_path) == tmp_path / "pyproject.toml"
    toml = load_settings(tmp_path)
    assert Project(toml).rules == project.rules
    for name in ("include", "exclude", "repeat", "min_severity", "fail_level", "max_findings", "baseline"):
        assert getattr(toml, name) == getattr(project.settings, name)


def test_rules_on_and_off(project: Project) -> None:
    rules = project.rules
    assert not rule(rules, "asiakaspolku").enabled
    assert rule(rules, "sisainen-asiakas").enabled
    assert rule(rules, "sisainen-asiakas").severity is Severity.INFO
    assert rule(rules, "asiakaskokemus").severity is Severity.ERROR


def test_words_are_added_and_change_sides(project: Project) -> None:
    term = rule(project.rules, "asiakaskokemus")
    assert "asiakaskokemustutkimus" in [pattern.text for pattern in term.unless]
    bare = rule(project.rules, "bare-asiakas").pattern
    assert isinstance(bare, NeedsQualifier)
    assert not bare.open_class
    assert {"paikallinen", "tyytyväinen"} <= bare.narrows
    assert "uusi" in bare.does_not_narrow
    assert "tyytyväinen" not in bare.does_not_narrow


def test_audiences_come_first(project: Project) -> None:
    texts = [template.text for template in rule(project.rules, "bare-asiakas").suggestions]
    assert texts[:2] == ["asukas", "potilas"]
    assert texts.count("potilas") == 1
    assert "polku" not in texts
    potilas = rule(project.rules, "bare-asiakas").suggestions[1]
    assert potilas.cues == {"hoito", "lääkäri"}
    assert potilas.note is not None
    assert potilas.note.en == "kun hoidetaan"
    assert rule(project.rules, "asiakaspolku").suggestions[0].text == "polku"


def test_overrides_and_glossary_hold_for_their_files(project: Project, tmp_path: Path) -> None:
    docs = project.rules_for(str(tmp_path / "docs" / "a.md"))
    assert {one.severity for one in docs} == {Severity.HINT}
    assert rule(docs, "asiakaspolku").enabled
    text = plain.READER.read(Source("x", "Palvelemme asiakkaita ja paikallisia asiakkaita."))
    for name, labels in (("sopimukset/s.md", ["defined", "defined"]), ("a.md", ["bare", "modifier"])):
        usages = project.linter_for(str(tmp_path / name)).usages(text)
        assert [each.usage.label.value for each in usages] == labels


def test_whole_pack_off_but_one_rule(tmp_path: Path) -> None:
    (tmp_path / ".termilint.yaml").write_text("packs: {asiakas: off}\nrules: {asiakaspolku: on}\n")
    rules = load_rules(load_settings(tmp_path))
    assert [one.id for one in rules if one.enabled] == ["asiakaspolku", "suppression"]


def test_a_project_checks_by_the_rules_of_each_file(project: Project, tmp_path: Path) -> None:
    text = "Palvelemme asiakkaita. Asiakaspolku on pitkä."
    assert project.has_trigger(text)
    severities = {}
    for name in ("a.txt", "docs/a.txt", "sopimukset/a.txt"):
        findings = project.check(plain.READER.read(Source(str(tmp_path / name), text)))
        severities[name] = [(one.rule_id, one.severity.value) for one in findings]
    assert severities == {
        "a.txt": [("bare-asiakas", "warning")],
        "docs/a.txt": [("bare-asiakas", "hint"), ("asiakaspolku", "hint")],
        "sopimukset/a.txt": [],
    }


def test_a_project_can_be_sent_to_another_process(project: Project) -> None:
    assert project.rules
    sent = pickle.loads(pickle.dumps(project))  # noqa: S301  # made here
    assert sent.settings == project.settings
    assert sent.rules == project.rules


def test_origins(project: Project) -> None:
    assert project.settings.origins["repeat"].endswith(".termilint.yaml:21")
    assert "jobs" not in project.settings.origins


def test_bare_term_rules(project: Project) -> None:
    assert "bare-asiakas" in bare_term_rules(project.rules)
    assert "asiakaspolku" not in bare_term_rules(project.rules)


def test_found_upwards_to_the_repository_root(tmp_path: Path) -> None:
    inner = tmp_path / "repo" / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / ".termilint.yaml").write_text("language: en\n")
    assert find(inner) is None
    (tmp_path / "repo" / ".git").mkdir()
    assert find(inner) is None
    assert repository_root(inner) == str(tmp_path / "repo")
    (tmp_path / "repo" / ".termilint.yaml").write_text("language: en\n")
    assert find(inner) == tmp_path / "repo" / ".termilint.yaml"
    (inner / ".termilint.yml").write_text("")
    assert find(inner) == inner / ".termilint.yml"
    settings = load_settings(inner, file=tmp_path / ".termilint.yaml")
    assert settings.root == str(tmp_path / "repo")


def test_pyproject_without_our_table_is_none(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\ndependencies = ["termilint"]\n')
    assert find(tmp_path) is None
    (tmp_path / "pyproject.toml").write_text("[project\n")
    assert find(tmp_path) is None


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_an_empty_configuration_has_the_defaults(text: str, tmp_path: Path) -> None:
    (tmp_path / ".termilint.yaml").write_text(text)
    settings = load_settings(tmp_path)
    assert settings == Settings(file=str(tmp_path / ".termilint.yaml"), root=os.fspath(tmp_path))


def test_paths_in_it_start_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / ".termilint.yaml").write_text("rule_files: [a/r.yaml]\nbaseline: ci/b.json\n")
    settings = load_settings(tmp_path)
    assert settings.rule_files == (str(tmp_path.resolve() / "a" / "r.yaml"),)
    assert settings.baseline == str(tmp_path.resolve() / "ci" / "b.json")
