"""What every reporter keeps to."""

import io
from pathlib import Path

import pytest

from termilint import reporters as package
from termilint.messages import LANGUAGES
from termilint.model.finding import Report
from termilint.reporters import reporters
from termilint.reporters.reporter import Options
from tests.reporters.reports import HOSTILE, finding, report, written

TEXT = "Tämä sana on tässä."


@pytest.fixture(params=reporters())
def kind(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def test_every_module_is_a_reporter() -> None:
    shared = {"__init__.py", "reporter.py"}
    names = {path.name for path in Path(package.__path__[0]).glob("*.py")} - shared
    assert len(reporters()) == len([name for name in names if not name.startswith("_")])


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
    assert written(kind, Report(())).strip()


def test_old_console_can_show_it(kind: str) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    text = "😀" * 90 + TEXT + "ä" * 90
    reporters()[kind].write(report(TEXT, finding(TEXT, "sana")), stream, Options())
    stream.reconfigure(errors="replace")
    reporters()[kind].write(report(text, finding(text, "sana")), stream, Options())
