"""``termilint doctor``: what this installation consists of, and whether it works."""

from __future__ import annotations

import platform
import sys
from typing import TYPE_CHECKING

import click

from termilint import __version__
from termilint.cli import _options
from termilint.cli._exit_codes import ERROR, OK
from termilint.errors import TermilintError
from termilint.messages import Messages, messages_in
from termilint.project import Project
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.config.settings import Settings
    from termilint.morphology.analyzer import Analyzer, EngineReport

_PROBE = ("asiakkaillemmekin", "asiakas")
"""A word form with every kind of ending, and its lemma."""


@click.command("doctor")
@_options.settings
def doctor(*, settings: Settings) -> int:
    """Show the engine, the dictionary and the rules in use, and try them."""
    project = Project(settings)
    messages = messages_in(settings.language)
    _show("termilint", __version__)
    _show(messages.doctor["python"], f"{platform.python_version()}, {sys.executable}")
    broken = _show_rules(project, messages)
    analyzer = project.analyzer
    for name, value in _engine_lines(analyzer.describe(), messages):
        _show(messages.doctor[name], value)
    return max(broken, _self_test(analyzer, messages))


def _show_rules(project: Project, messages: Messages) -> int:
    """Show the packs, or what is wrong with the rules. Returns the exit code."""
    try:
        packs = project.rules.packs
    except TermilintError as error:
        _show(messages.doctor["rules"], str(error))
        return ERROR
    for pack in packs:
        title = pack.title.get(project.settings.language)
        _show(messages.doctor["rules"], f"{pack.name} {pack.version}, {title}")
    return OK


def _engine_lines(report: EngineReport, messages: Messages) -> Iterator[tuple[str, str]]:
    yield "engine", report.engine
    yield "reason", messages.engine_reasons.get(report.reason, report.reason)
    yield "dictionary", f"{report.dictionary}, {report.dictionary_bytes / 1e6:.1f} MB"
    if report.library:
        yield "library", f"{report.library} {report.library_version or ''}".rstrip()


def _self_test(analyzer: Analyzer, messages: Messages) -> int:
    """Read one word form. Returns the exit code."""
    form, lemma = _PROBE
    passed = any(reading.lemma == lemma for reading in analyzer.analyze(form))
    text = messages.self_test_passed if passed else messages.self_test_failed
    _show(messages.doctor["self_test"], text.format(form))
    return OK if passed else ERROR


def _show(name: str, value: str) -> None:
    click.echo(printable(f"{name + ':':<18} {value}"))


COMMAND = doctor
