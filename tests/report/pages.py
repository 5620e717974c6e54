"""Pages as tests make and read them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import html5lib

from termilint.cli.main import run
from termilint.report.examine import report_of
from termilint.report.gather import Bounds, Gathering
from termilint.report.page import Heading, render

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from termilint.model.source import Source
    from termilint.project import Project
    from termilint.report.model import Gathered


def page_of(folder: Path, *arguments: str, code: int = 0) -> str:
    """The page that ``termilint report`` writes about a folder."""
    target = folder.parent / f"{folder.name}.html"
    given = ["report", str(folder), "-o", str(target), "--engine", "embedded", *arguments]
    assert run(given) == code
    return target.read_text(encoding="utf-8")


def gathered_of(sources: Iterable[Source], project: Project, bounds: Bounds | None = None) -> Gathered:
    """What the report gathers of texts."""
    gathering = Gathering(bounds or Bounds())
    for source in sources:
        gathering.add(report_of(source, project))
    return gathering.gathered()


def page_of_sources(sources: Iterable[Source], project: Project, bounds: Bounds | None = None) -> str:
    """The page about texts."""
    gathered = gathered_of(sources, project, bounds)
    return render(gathered, project.rules, project.settings.language, Heading(None, date(2026, 3, 7)))


def parsed(page: str) -> Element:
    """The page as a browser sees it."""
    root: Any = html5lib.parse(page, namespaceHTMLElements=False)
    found: Element = root
    return found


def text_of(element: Element) -> str:
    """The text of an element, white space folded."""
    return " ".join("".join(element.itertext()).split())
