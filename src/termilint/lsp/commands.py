"""What the editor can have done beside edits: a rule explained, a finding added to the baseline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from termilint import baseline
from termilint.discovery import relative_name
from termilint.files import rewrite

if TYPE_CHECKING:
    from termilint.lsp.linting import Prose
    from termilint.model.finding import Identity
    from termilint.project import Project


def explained(project: Project, rule_id: str) -> str:
    """The reason of a rule and where it comes from; empty if there is no such rule."""
    rule = project.rules.get(rule_id)
    if rule is None:
        return ""
    language = project.settings.language
    return f"{rule.id}: {rule.why.get(language)} ({rule.source.get(language)})"


def add_to_baseline(prose: Prose, identity: Identity) -> None:
    """Add a finding of a text to the baseline of its project.

    Raises :class:`ConfigError` for a damaged baseline, :class:`WriteError` if it cannot be written.
    """
    settings = prose.project.settings
    name = relative_name(prose.source.name, settings.root)
    if not settings.baseline or not name:
        return
    path = Path(settings.baseline)
    old = path.read_bytes()
    grown = baseline.read(path).plus(name, identity)
    rewrite(path, old, baseline.to_json(grown).encode())
