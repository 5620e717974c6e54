"""SARIF: the literal values, the schema, and Microsoft's own validator."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from termilint import __version__
from termilint.messages import LANGUAGES
from termilint.model.finding import Report, Severity
from termilint.reporters import as_sarif
from tests.reporters.reports import HOSTILE, SHARED, finding, report, written

if TYPE_CHECKING:
    from pathlib import Path

MULTITOOL = "@microsoft/sarif-multitool-linux"
UNKNOWN_WEB = {"SARIF2005", "SARIF2006"}
"""Rules about addresses in the web: the tool's own, and whether the schema's can be fetched."""


def _run(one: Report, language: str = "fi", *, root: str = "") -> dict[str, Any]:
    log = json.loads(written("sarif", one, language, root=root))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run: dict[str, Any] = log["runs"][0]
    return run


def test_shared_results() -> None:
    artifact = {"uri": "docs/n%C3%A4yte%201.md", "uriBaseId": "SRCROOT"}
    first = {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 6}
    cut = {"startLine": 3, "startColumn": 9, "endLine": 3, "endColumn": 22}
    results = _run(SHARED)["results"]
    assert results[0] == {
        "ruleId": "toimi",
        "ruleIndex": 3,
        "level": "error",
        "rank": 75.0,
        "message": {"text": "Sano ”Työ” toisin. Ehdotus: Ääni."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": first | {"snippet": {"text": "Työ"}},
                }
            }
        ],
        "partialFingerprints": {"primaryLocationLineHash": "1f0a:1"},
        "fixes": [
            {
                "description": {"text": "Vaihda sana"},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [{"deletedRegion": first, "insertedContent": {"text": "Ääni"}}],
                    }
                ],
            }
        ],
    }
    assert results[1] == {
        "ruleId": "bare-asiakas",
        "ruleIndex": 0,
        "level": "warning",
        "rank": 75.0,
        "message": {"text": "Sano ”asiakkaille” toisin. Ehdotuksia: ihmisille, tilaajille."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": cut | {"snippet": {"text": "asiak**kaille"}},
                }
            }
        ],
        "partialFingerprints": {"primaryLocationLineHash": "1f0a:2"},
    }
    assert [result["level"] for result in results[2:]] == ["note", "note", "warning"]
    assert results[3]["message"] == {"text": "Jaettu, sana: [x] {{0}}"}
    assert results[4]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "dia.pptx", "uriBaseId": "SRCROOT"},
                "region": {"startLine": 1},
            },
            "logicalLocations": [{"fullyQualifiedName": "dia 3, Tavoitteet"}],
        }
    ]
    assert "fixes" not in results[4]


def test_shared_rules_and_failure() -> None:
    run = _run(SHARED, "en")
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"], driver["language"]) == ("termilint", __version__, "en")
    assert [rule["id"] for rule in driver["rules"]] == ["bare-asiakas", "kokemus", "merkki", "toimi"]
    assert driver["rules"][3] == {
        "id": "toimi",
        "shortDescription": {"text": "Syy on tämä."},
        "fullDescription": {"text": "Syy on tämä. Ja toinen."},
        "help": {
            "text": "Syy on tämä. Ja toinen.\n\nExamples and the source of the rule: termilint explain toimi",
            "markdown": "Syy on tämä. Ja toinen.\n\n"
            "Examples and the source of the rule: `termilint explain toimi`",
        },
        "helpUri": "https://example.org/s%C3%A4%C3%A4nt%C3%B6",
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["prose"], "problem.severity": "error", "precision": "high"},
    }
    assert driver["rules"][0]["name"] == "BareAsiakas"
    assert run["columnKind"] == "unicodeCodePoints"
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"] == {"text": "There is no such file or folder."}


def test_paths_are_uris(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    inner = tmp_path / "ä"
    for name, root, uri in (
        ("./ä ö/x:y#1.md", "", "%C3%A4%20%C3%B6/x%3Ay%231.md"),
        ("x\udcff.md", "", "x%FF.md"),
        (str(inner / "a.md"), str(inner), "a.md"),
    ):
        result = _run(report("sana", finding("sana", "sana"), name=name), root=root)["results"][0]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"] == {"uri": uri, "uriBaseId": "SRCROOT"}
    outside = _run(report("sana", finding("sana", "sana"), name="a ä.md"), root=str(inner))["results"][0]
    artifact = outside["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": (tmp_path / "a ä.md").as_uri()}


def test_weakest_are_left_out_of_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_sarif, "MOST_RESULTS", 3)
    one = finding("sana", "sana")
    severities = (Severity.HINT, Severity.WARNING, Severity.INFO, Severity.ERROR)
    run = _run(report("sana", *(one._replace(severity=severity) for severity in severities)))
    assert [result["level"] for result in run["results"]] == ["note", "warning", "error"]
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"].startswith("1 löydös jäi pois")


@pytest.fixture(scope="session")
def multitool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of Microsoft's tool, from npm; its binary and the schema are inside."""
    npm = shutil.which("npm")
    if not sys.platform.startswith("linux"):
        pytest.skip("this package of Microsoft's SARIF tool is for Linux")
    if npm is None:
        pytest.skip("npm is not installed, so Microsoft's SARIF tool is not there")
    folder = tmp_path_factory.mktemp("sarif")
    command = [
        npm,
        "install",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--prefix",
        str(folder),
        MULTITOOL,
    ]
    if subprocess.run(command, capture_output=True, check=False, timeout=300).returncode:  # noqa: S603  # fixed words
        pytest.skip("no npm registry answers, so Microsoft's SARIF tool is not there")
    tool: Path = folder / "node_modules" / MULTITOOL
    (tool / "Sarif.Multitool").chmod(0o755)
    return tool


def _complaints(multitool: Path, log: Path) -> list[tuple[str, str]]:
    """Level and rule of everything that Microsoft's validator says of a log."""
    found = log.with_suffix(".validation.sarif")
    command = [
        str(multitool / "Sarif.Multitool"),
        "validate",
        str(log),
        "--output",
        str(found),
        "--rule-kind",
        "Sarif;Ghas",
    ]
    environment = os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    subprocess.run(command, env=environment, capture_output=True, check=True, timeout=120)  # noqa: S603  # our own file
    results = json.loads(found.read_text(encoding="utf-8-sig"))["runs"][0]["results"]
    return [(result.get("level", "warning"), result["ruleId"]) for result in results]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("one", [SHARED, HOSTILE, Report(())], ids=["shared", "hostile", "empty"])
def test_valid_for_the_schema_and_for_microsoft(
    multitool: Path, tmp_path: Path, one: Report, language: str
) -> None:
    text = written("sarif", one, language)
    schema = json.loads((multitool / "sarif-2.1.0.json").read_text(encoding="utf-8-sig"))
    jsonschema.validate(json.loads(text), schema)
    log = tmp_path / "log.sarif"
    log.write_text(text, encoding="utf-8")
    complaints = {rule for level, rule in _complaints(multitool, log) if level in ("error", "warning")}
    assert complaints <= UNKNOWN_WEB
