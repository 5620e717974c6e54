"""What the editor can have done beside edits: a rule explained, a finding added to the baseline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pygls.uris import from_fs_path

from termilint import baseline
from termilint.discovery import relative_name
from termilint.files import rewrite
from termilint.rules.model import RuleSet
from termilint.rules.pages import pages

if TYPE_CHECKING:
    from termilint.lsp.linting import Prose
    from termilint.model.finding import Identity
    from termilint.project import Project


_SILENT = "<!-- termilint-disable-file -->"
"""A page shows what its rule reports: the editor must not report it there."""


class Explained(NamedTuple):
    """A rule as editors show it: in a few words, and on a page of its own at ``address``."""

    words: str
    address: str
    is_online: bool = False


def explained(project: Project, rule_id: str, folder: Path) -> Explained | None:
    """The reason of a rule; its page is written into ``folder`` unless it is somewhere in the net.

    None if there is no such rule.
    """
    rule = project.rules.get(rule_id)
    if rule is None:
        return None
    language = project.settings.language
    words = f"{rule.id}: {rule.why.get(language)} ({rule.source.get(language)})"
    if url := rule.url(language):
        return Explained(words, url, is_online=True)
    page = folder / f"{rule.id}.md"
    text = pages(RuleSet((rule,), project.rules.packs))[f"{language}/{rule.id}.md"]
    page.write_text(f"{_SILENT}\n{text}", encoding="utf-8")
    return Explained(words, str(from_fs_path(str(page))))


def add_to_baseline(prose: Prose, identity: Identity) -> None:
    """Add a finding of a text to the baseline of its project.

    Raises :class:`ConfigError` for a damaged baseline, :class:`WriteError` if it cannot be written.
    """
    settings = prose.project.settings
    name = relative_name(prose.source.name, settings.root)
    if not settings.baseline or not name:
        return
    path = Path(settings.baseline)
    grown = baseline.read(path).plus(name, identity)
    rewrite(path, path.read_bytes(), baseline.to_json(grown).encode())
