"""The settings of a project as plain values. Without a configuration the defaults hold.

This module is imported in every run: it must stay light.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from termilint.model.finding import Confidence, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from termilint.config.parts import Audience, GlossaryTerm, Override, Switch
    from termilint.rules.changes import RuleChange
    from termilint.rules.model import Language, Words

Repeat = Literal["every", "paragraph", "section", "document"]
REPEATS: tuple[Repeat, ...] = ("every", "paragraph", "section", "document")
ENGINES = ("auto", "native", "embedded")
NEVER = "never"
BASELINE_FILE = ".termilint-baseline.json"

_NO_ORIGINS: Mapping[str, str] = {}


class Settings(NamedTuple):
    """All settings of a run.

    ``file`` is the configuration file, empty if there is none; ``root`` the absolute folder that
    patterns and the names of the baseline are relative to. ``rule_files`` and ``baseline`` are
    absolute paths, except what the command line gives. ``origins`` tell where each setting that is
    no default comes from.
    """

    file: str = ""
    root: str = ""
    language: Language = "fi"
    engine: str = "auto"
    include: Words = ()
    exclude: Words = ()
    rule_files: Words = ()
    packs: tuple[Switch, ...] = ()
    rules: tuple[RuleChange, ...] = ()
    audiences: tuple[Audience, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    overrides: tuple[Override, ...] = ()
    repeat: Repeat = "every"
    min_severity: Severity = Severity.HINT
    min_confidence: Confidence = Confidence.LOW
    fail_level: Severity | None = Severity.WARNING
    max_findings: int | None = None
    baseline: str | None = None
    rule_pages: str | None = None
    origins: Mapping[str, str] = _NO_ORIGINS

    @property
    def changes_rules(self) -> bool:
        """True if any rule differs from what its pack says."""
        return bool(self.packs or self.rules or self.audiences or self.glossary or self.overrides)
