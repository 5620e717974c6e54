"""What is wrong with the form of rule files, in the language of the reports.

Where rules are read their errors are told in English, for every program that reads them. Here a sentence
is known again by its English template, as in gettext, and said in another language.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINE = re.compile(r"(.+?:\d+:\d+|.+?): (.*)", re.DOTALL)
_FIELD = re.compile(r"\\\{(\w+)\\\}")


def worded(line: str, catalogue: Mapping[str, str]) -> str:
    """A line ``file:line:column: sentence`` with its sentence as ``catalogue`` has it.

    The catalogue goes from English templates to others; a sentence without a template stays.
    """
    found = _LINE.fullmatch(line)
    return f"{found[1]}: {_sentence(found[2], catalogue)}" if found else line


def _sentence(english: str, catalogue: Mapping[str, str]) -> str:
    for template, text in catalogue.items():
        if found := _pattern(template).fullmatch(english):
            return _filled(text, found.groupdict(), catalogue)
    return english


def _filled(text: str, values: Mapping[str, str], catalogue: Mapping[str, str]) -> str:
    """``text`` with the values in place of their names; a value may be in the catalogue, too."""
    pieces = re.split(r"\{(\w+)\}", text)
    for at in range(1, len(pieces), 2):
        value = values[pieces[at]]
        pieces[at] = catalogue.get(value, value)
    return "".join(pieces)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(_FIELD.sub(r"(?P<\1>.+?)", re.escape(template)), re.DOTALL)
