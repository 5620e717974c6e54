"""The page itself: what was gathered, as one HTML document that needs nothing else.

Everything from documents goes through the template's autoescape as text, without what could control
or turn the page; styles and the script are
named to the browser by their hashes, so that it runs nothing else. The page has no form target, no
link out of itself and no data in its script.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from termilint import __version__
from termilint.errors import TermilintError
from termilint.messages import messages_in, page_texts_in
from termilint.report.filenames import FileNames
from termilint.report.views import (
    document_rows,
    document_views,
    rule_views,
    term_views,
    word_charts,
)
from termilint.report.wording import Wording
from termilint.terminal import printable

if TYPE_CHECKING:
    from datetime import date

    from jinja2 import Environment, Template

    from termilint.report.model import Gathered
    from termilint.rules.model import Language, RuleSet

MOST_ROWS = 500
"""Documents in a table."""

_REWRITES = 8
_FOLDER = "template"
_NO_CHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")


class Heading(NamedTuple):
    """What the page says of itself: its title, if it has one of its own, and its day."""

    title: str | None
    day: date


def render(gathered: Gathered, rules: RuleSet, language: Language, heading: Heading) -> str:
    """The page in ``language``. Raises :class:`TermilintError` if the extra *report* is not installed."""
    texts = page_texts_in(language)
    style, script = _part("style.css"), _part("page.js")
    return _template().render(
        language=language,
        title=heading.title or texts.plain["title"],
        day=heading.day,
        version=__version__,
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        wording=Wording(texts),
        t=SimpleNamespace(**texts.plain),
        messages=messages_in(language),
        all=gathered,
        file=FileNames.of(gathered).short,
        terms=term_views(gathered.census),
        conflicts=gathered.census.conflicts,
        charts=word_charts(gathered, rules),
        rows=document_rows(gathered)[:MOST_ROWS],
        unclear=gathered.census.unclear[:MOST_ROWS],
        documents=document_views(gathered),
        rules=rule_views(gathered, rules, language),
        rewrites=gathered.rewrites[:_REWRITES],
    )


def require_template() -> None:
    """Do nothing. Raises :class:`TermilintError` if the extra *report* is not installed."""
    _environment()


@cache
def _template() -> Template:
    return _environment().from_string(_part("page.html"))


def _environment() -> Environment:
    try:
        from jinja2 import Environment, StrictUndefined
    except ImportError:
        raise TermilintError(
            "the report page needs an optional package.",
            hint='Install it: pip install "termilint[report]"',
        ) from None
    return Environment(
        autoescape=True, undefined=StrictUndefined, finalize=_shown, trim_blocks=True, lstrip_blocks=True
    )


def _shown(value: Any) -> Any:
    """Every value that the template writes: without characters that control or turn what follows.

    Markup is the template's own, or was made of such values.
    """
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return _NO_CHARACTERS.sub("\ufffd", printable(value))
    return value


def _part(name: str) -> str:
    return (resources.files("termilint.report") / _FOLDER / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The source expression of a Content Security Policy for an inline element with ``text``."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"sha256-{digest}"
