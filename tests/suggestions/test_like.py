"""A phrase in the form of a word: the public function and the command."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

import termilint
from termilint.cli.inflect import COMMAND


@pytest.mark.parametrize(
    ("template", "model", "forms"),
    [
        ("palvelun käyttäjä", "asiakkaillemme", ("palvelumme käyttäjille", "palvelun käyttäjillemme")),
        ("koettu arvo", "asiakasarvoon", ("koettuun arvoon",)),
        ("ihmislähtöinen", "asiakaslähtöisemmin", ("ihmislähtöisemmin",)),
        ("hyvä", "asiakaslähtöisemmin", ("paremmin",)),
        ("ymmärrys ihmisistä", "asiakasymmärryksestä", ("ymmärryksestä ihmisistä",)),
        ("asiakas", "Asiakas", ("Asiakas",)),
        ("palvelun käyttäjä", "", ()),
        ("", "asiakas", ()),
        ("käyttäjä", "juoksisimme", ()),
        ("xyzzy", "asiakkaille", ()),
        ("tarpeita vastaava", "asiakaslähtöisempi", ()),
    ],
)
def test_inflect_like(template: str, model: str, forms: tuple[str, ...]) -> None:
    assert termilint.inflect_like(template, model) == forms


def test_an_ambiguous_model_gives_each_form() -> None:
    forms = termilint.inflect_like("mahdollinen ostaja", "asiakkaamme")
    assert set(forms) == {"mahdollinen ostajamme", "mahdolliset ostajamme", "mahdollisen ostajamme"}


def test_importing_termilint_loads_nothing_else() -> None:
    code = "import sys, termilint; print([m for m in sys.modules if m.startswith('termilint.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_the_command_prints_a_form_a_line() -> None:
    result = CliRunner().invoke(COMMAND, ["--like", "asiakkaidemme", "palvelun käyttäjä"])
    assert result.stdout == "palvelumme käyttäjien\npalvelun käyttäjiemme\n"


def test_the_command_writes_json() -> None:
    result = CliRunner().invoke(COMMAND, ["--format", "json", "--like", "asiakkaalle", "ostaja"])
    assert json.loads(result.stdout) == {"phrase": "ostaja", "like": "asiakkaalle", "forms": ["ostajalle"]}


@pytest.mark.parametrize(
    ("model", "template", "message"),
    [
        ("xyzzyt", "ostaja", 'Sanaa "xyzzyt" ei tunneta'),
        ("asiakkaille", "xyzzy", 'Ilmausta "xyzzy" ei voi taivuttaa kuin sanaa "asiakkaille".'),
    ],
)
def test_the_command_says_why_there_is_no_form(model: str, template: str, message: str) -> None:
    result = CliRunner().invoke(COMMAND, ["--like", model, template], standalone_mode=False)
    assert (result.return_value, result.stdout) == (1, "")
    assert message in result.stderr


@pytest.mark.parametrize("arguments", [["ostaja"], ["--like", "a b", "ostaja"], ["--like", "asiakas", " "]])
def test_wrong_use_of_the_command(arguments: list[str]) -> None:
    assert CliRunner().invoke(COMMAND, arguments).exit_code == 2
