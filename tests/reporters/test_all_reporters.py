"""What every reporter keeps to."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from termilint import reporters as package
from termilint.messages import LANGUAGES
from termilint.model.finding import Report
from termilint.reporters import reporters
from termilint.reporters.reporter import Options
from tests.reporters.reports import HOSTILE, SHARED, finding, report, written

TEXT = "Tämä sana on tässä."


@pytest.fixture(params=reporters())
def kind(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def test_every_module_is_a_reporter(kind: str) -> None:
    assert reporters()[kind].name == kind
    shared = {"__init__.py", "reporter.py"}
    names = {path.name for path in Path(package.__path__[0]).glob("*.py")} - shared
    assert len(reporters()) == len([name for name in names if not name.startswith("_")])


def test_unknown_format() -> None:
    assert "html" not in reporters()
    with pytest.raises(KeyError):
        reporters()["html"]


def test_format_is_imported_when_it_is_chosen() -> None:
    code = (
        "import sys; from termilint.reporters import reporters; list(reporters()); "
        "print([name for name in sys.modules if name.startswith('termilint.reporters.')])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  # our own text
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_reaches_a_terminal_raw(kind: str, language: str) -> None:
    shown = written(kind, HOSTILE, language)
    assert not any(c in shown for c in "\x1b\x07\x9b\x00\r\u202e\udcff")


def test_place_and_rule_are_named(kind: str) -> None:
    shown = written(kind, report(TEXT, finding(TEXT, "sana")))
    assert "a.md" in shown
    assert "sana" in shown
    assert shown.endswith("\n")


def test_empty_report_says_something(kind: str) -> None:
    """All but rdjsonl, where a line that is no diagnostic is an error."""
    assert bool(written(kind, Report(())).strip()) is (kind != "rdjsonl")


def test_file_without_lines_is_placed_in_words(kind: str) -> None:
    shown = written(kind, SHARED)
    assert "dia 3, Tavoitteet" in shown
    assert "dia.pptx:1:6" not in shown


def test_failure_is_named(kind: str) -> None:
    assert "poissa.md" in written(kind, SHARED)


def test_old_console_can_show_it(kind: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    text = "😀" * 90 + TEXT + "ä" * 90
    reporters()[kind].write(report(TEXT, finding(TEXT, "sana")), stream, Options())
    stream.reconfigure(errors="replace")
    reporters()[kind].write(report(text, finding(text, "sana")), stream, Options())


@pytest.mark.parametrize(
    ("environment", "to_file", "name"),
    [
        ({}, False, "text"),
        ({"GITHUB_ACTIONS": "true", "CI": "true"}, False, "github"),
        ({"GITHUB_ACTIONS": "true"}, True, "text"),
        ({"GITHUB_ACTIONS": "false"}, False, "text"),
        ({"GITLAB_CI": "true"}, False, "text"),
        ({"GITLAB_CI": "true"}, True, "gitlab"),
        ({"TEAMCITY_VERSION": "2026.1"}, False, "teamcity"),
        ({"TF_BUILD": "True"}, False, "azure"),
    ],
)
def test_automatic_format(environment: dict[str, str], to_file: bool, name: str) -> None:
    assert package.auto(environment, to_file=to_file) == name
    assert name in reporters()


def test_checkout_of_a_ci_machine() -> None:
    assert package.checkout({"CI_PROJECT_DIR": "/builds/x"}) == "/builds/x"
    assert not package.checkout({"GITHUB_WORKSPACE": ""})
