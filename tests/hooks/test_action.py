"""action.yml: valid, closed to what its inputs hold, and its scripts do what they say."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ACTION = Path(__file__).parents[2] / "action.yml"
STEPS: dict[str, dict[str, Any]] = {
    step["name"]: step for step in yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]
}
BASH = shutil.which("bash")
INPUTS = {
    "LANGUAGE_OF_REPORT": "fi",
    "FAIL_LEVEL": "",
    "VERSION": "",
    "SARIF_FILE": "",
    "UPLOAD_SARIF": "false",
}

# Stands for Python: writes its arguments one a line, and fails.
STUB = """#!/bin/sh
printf '<%s>\\n' "$@"
exit 1
"""


def _script(name: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the script of a step as GitHub does."""
    if BASH is None:
        pytest.skip("bash is not installed")
    assert environment.keys() <= STEPS[name]["env"].keys()
    command = [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]]
    known = {"GITHUB_OUTPUT": str(folder / "output"), "RUNNER_TEMP": str(folder), "PATH": "/usr/bin:/bin"}
    return subprocess.run(  # noqa: S603  # our own script
        command, env=known | environment, cwd=folder, capture_output=True, text=True, check=False
    )


def test_schema() -> None:
    command = ["-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ACTION)]
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("step", STEPS.values(), ids=list(STEPS))
def test_no_input_is_part_of_a_script(step: dict[str, Any]) -> None:
    assert "${{" not in step.get("run", "")


def test_inputs_as_they_are() -> None:
    inputs = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["inputs"]
    text = ACTION.read_text(encoding="utf-8")
    assert all(f"${{{{ inputs.{name} }}}}" in text for name in inputs)


@pytest.mark.parametrize(
    ("changed", "written"),
    [
        ({}, "sarif-file=\n"),
        ({"VERSION": "1.2.3rc1.post2", "LANGUAGE_OF_REPORT": "en"}, "sarif-file=\n"),
        ({"SARIF_FILE": "työ 1.sarif"}, "sarif-file=työ 1.sarif\n"),
        ({"FAIL_LEVEL": "never"}, "sarif-file=\n"),
        ({"UPLOAD_SARIF": "true"}, "sarif-file=termilint.sarif\n"),
    ],
)
def test_good_inputs(changed: dict[str, str], written: str, tmp_path: Path) -> None:
    done = _script("Look at the inputs", tmp_path, INPUTS | changed)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "output").read_text(encoding="utf-8") == written


@pytest.mark.parametrize(
    "changed",
    [
        {"LANGUAGE_OF_REPORT": "sv"},
        {"LANGUAGE_OF_REPORT": "fi\n::error::x"},
        {"VERSION": "1.0; touch broken"},
        {"VERSION": "1.0\n--index-url=x"},
        {"VERSION": "$(touch broken)"},
        {"UPLOAD_SARIF": "yes"},
        {"FAIL_LEVEL": "notice"},
        {"SARIF_FILE": "--output"},
        {"SARIF_FILE": "a\nother=b"},
    ],
)
def test_bad_inputs(changed: dict[str, str], tmp_path: Path) -> None:
    done = _script("Look at the inputs", tmp_path, INPUTS | changed)
    assert done.returncode == 2
    assert done.stdout.startswith("::error title=termilint::")
    assert done.stdout.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_paths_and_options_reach_the_command_one_by_one(tmp_path: Path) -> None:
    stub = tmp_path / "python"
    stub.write_text(STUB, encoding="utf-8")
    stub.chmod(0o755)
    environment = {
        "PYTHON": str(stub),
        "PATHS": "docs/työ 1\n\n$(touch broken)\n-x; touch broken\n",
        "OPTIONS": "--rules\nour words.yaml",
        "LANGUAGE_OF_REPORT": "en",
        "SARIF_FILE": "a b.sarif",
        "CONFIG": "our own.yaml",
        "FAIL_LEVEL": "error",
    }
    done = _script("Check", tmp_path, environment)
    start = ["-m", "termilint", "check", "--lang", "en", "--rules", "our words.yaml"]
    paths = ["--", "docs/työ 1", "$(touch broken)", "-x; touch broken"]
    named = ["--format", "sarif=a b.sarif", "--config", "our own.yaml", "--fail-level", "error"]
    expected = [*start, *named, "--format", "github", *paths]
    assert done.stdout.splitlines() == [f"<{word}>" for word in expected]
    assert done.returncode == 1
    assert not (tmp_path / "broken").exists()


def test_checks_texts_for_real(tmp_path: Path) -> None:
    """The program itself, from the inputs of the action to annotations, a SARIF file and the exit code."""
    text = tmp_path / "työ 1.md"
    text.write_text("Palvelemme asiakkaita.\n", encoding="utf-8")
    inputs = {"FAIL_LEVEL": "error", "SARIF_FILE": "out.sarif", "LANGUAGE_OF_REPORT": "en"}
    looked = _script("Look at the inputs", tmp_path, INPUTS | inputs)
    assert looked.returncode == 0, looked.stdout
    environment = {
        "PYTHON": sys.executable,
        "PATHS": "työ 1.md\n",
        "OPTIONS": "--no-config\n",
        "SARIF_FILE": (tmp_path / "output").read_text(encoding="utf-8").strip().removeprefix("sarif-file="),
        "LANGUAGE_OF_REPORT": "en",
        "FAIL_LEVEL": "error",
        "CONFIG": "",
        "PYTHONUTF8": "1",
    }
    done = _script("Check", tmp_path, environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        "::warning file=työ 1.md,line=1,endLine=1,col=12,endColumn=22,title=termilint%3A bare-asiakas::"
        in (done.stdout)
    )
    assert json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    environment["FAIL_LEVEL"] = ""
    assert _script("Check", tmp_path, environment).returncode == 1


@pytest.mark.slow
def test_install_from_its_own_source(tmp_path: Path) -> None:
    """With an empty package in place of termilint: what pip builds is not tested here."""
    package = tmp_path / "package 1"
    package.mkdir()
    (package / "pyproject.toml").write_text('[project]\nname = "nothing"\nversion = "1"\n', encoding="utf-8")
    (package / "nothing.py").touch()
    environment = {"PYTHON": sys.executable, "VERSION": "", "OWN_SOURCE": str(package)}
    done = _script("Install termilint", tmp_path, environment)
    if "No matching distribution" in done.stderr or "Could not find a version" in done.stderr:
        pytest.skip("no package index answers, so nothing can be built")
    assert done.returncode == 0, done.stderr
    python = (tmp_path / "output").read_text(encoding="utf-8").removeprefix("python=").strip()
    assert Path(python).is_file()
