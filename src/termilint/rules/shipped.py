"""The rules that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.rules import stored

if TYPE_CHECKING:
    from termilint.rules.model import RuleSet


def shipped_rules() -> RuleSet:
    """The rules of the packs that come with the program: as the build stored them, if they are the same.

    Raises RuleError with every error of the files.
    """
    if found := stored.rules():
        return found
    from termilint.rules.packs import load_shipped

    return load_shipped()
