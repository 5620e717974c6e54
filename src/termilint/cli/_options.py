"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from termilint.messages import LANGUAGES

language = click.option(
    "--lang",
    "language",
    type=click.Choice(list(LANGUAGES)),
    default="fi",
    show_default=True,
    help="Language of reports.",
)
engine = click.option(
    "--engine",
    type=click.Choice(["auto", "native", "embedded"]),
    default="auto",
    show_default=True,
    help="Morphology engine: libvoikko of the system, the built-in one, or whichever works.",
)
rules = click.option(
    "--rules",
    "rule_paths",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="PATH",
    help="A rule file or pack folder of your own, beside the shipped rules. May be repeated.",
)
