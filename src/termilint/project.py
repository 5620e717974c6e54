"""A project: its settings, its rules, and the linters that its files need.

Everything is opened when it is first used, so a project is cheap to make and to send to another
process, which opens its own.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING

from termilint.discovery import Selection, relative_name
from termilint.globs import Globs
from termilint.matching.triggers import Triggers
from termilint.rules.marks import MARK
from termilint.rules.stored import triggers as stored_triggers

if TYPE_CHECKING:
    from collections.abc import Callable

    from termilint.config.settings import Settings
    from termilint.engine import Linter
    from termilint.model.document import Document
    from termilint.model.finding import Finding
    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.model import RuleSet


class Project:
    """Checks documents as its settings say: by the rules of each file, and without what is silenced."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._linters: dict[tuple[int, ...], tuple[RuleSet, Linter]] = {}

    def __reduce__(self) -> tuple[type[Project], tuple[Settings]]:
        return Project, (self.settings,)

    @property
    def has_own_rules(self) -> bool:
        """True if the settings change the shipped rules or add to them."""
        return self.settings.changes_rules or bool(self.settings.rule_files)

    @cached_property
    def rules(self) -> RuleSet:
        """The rules that hold where no override speaks.

        Raises :class:`RuleError` and :class:`ConfigError` with every error of the rule files, or of
        the names in the configuration.
        """
        from termilint.config.rules import load_rules

        return load_rules(self.settings)

    @cached_property
    def analyzer(self) -> Analyzer:
        """The morphology. Raises :class:`EngineError` or :class:`DictionaryError`."""
        from termilint.morphology.analyzer import open_analyzer

        return open_analyzer(self.settings.engine)

    def selection(self, *, force_exclude: bool = False) -> Selection:
        """Which files a folder of the project gives."""
        settings = self.settings
        return Selection(settings.root, settings.include, settings.exclude, force_exclude)

    def has_trigger(self, text: str) -> bool:
        """False if a text cannot hold a finding, wherever it stands."""
        return MARK in text or self._triggers.found_in_source(text)

    def check(self, document: Document, pulse: Callable[[], None] | None = None) -> tuple[Finding, ...]:
        """The findings of a document that nothing in it silences, in source order.

        ``pulse`` is called again and again meanwhile: what it raises ends the check.
        """
        rules, linter = self._for(document.source.name)
        findings = linter.check(document, pulse) if pulse else linter.check(document)
        if not document.comments:
            return findings
        from termilint.suppression import suppressed

        return suppressed(document, findings, rules, self.settings.language)

    def linter_for(self, name: str) -> Linter:
        """The linter for the file ``name``, which knows nothing of suppressions."""
        return self._for(name)[1]

    def rules_for(self, name: str) -> RuleSet:
        """The rules that hold for the file ``name``."""
        return self._rules(self._variant(name))

    def _for(self, name: str) -> tuple[RuleSet, Linter]:
        """The rules and the linter for a file."""
        variant = self._variant(name)
        if variant not in self._linters:
            self._linters[variant] = self._linter(variant)
        return self._linters[variant]

    @cached_property
    def _globs(self) -> tuple[Globs, ...]:
        """The files of each override, then those of each term of the glossary."""
        overrides = [Globs.of(override.files) for override in self.settings.overrides]
        return (*overrides, *(Globs.of(term.files or ("*",)) for term in self.settings.glossary))

    def _variant(self, name: str) -> tuple[int, ...]:
        """Which overrides and terms speak of a file. Of one outside the root only patterns for all do."""
        if not self._globs:
            return ()
        path = relative_name(name, self.settings.root) or PurePath(name).name
        return tuple(at for at, globs in enumerate(self._globs) if globs.covers(path))

    def _linter(self, variant: tuple[int, ...]) -> tuple[RuleSet, Linter]:
        from termilint.engine import Linter

        overrides, glossary = self.settings.overrides, self.settings.glossary
        terms = [glossary[at - len(overrides)] for at in variant if at >= len(overrides)]
        rules = self._rules(variant)
        defined = {term.term: term.evidence for term in terms}
        return rules, Linter(rules, self.analyzer, language=self.settings.language, glossary=defined)

    def _rules(self, variant: tuple[int, ...]) -> RuleSet:
        from termilint.config.rules import with_overrides

        overrides = self.settings.overrides
        return with_overrides(self.rules, [overrides[at] for at in variant if at < len(overrides)])

    @cached_property
    def _triggers(self) -> Triggers:
        """The literals of every rule that is on in any file."""
        if not self.has_own_rules and (stored := stored_triggers()):
            return Triggers(*stored)
        from termilint.config.rules import with_overrides
        from termilint.engine import triggers_of

        variants = [self.rules, *(with_overrides(self.rules, [each]) for each in self.settings.overrides)]
        patterns = [rule.pattern for rules in variants for rule in rules if rule.enabled]
        return triggers_of(patterns)


def bare_term_rules(rules: RuleSet) -> frozenset[str]:
    """The ids of the rules that report terms without a qualifier."""
    from termilint.rules.model import NeedsQualifier

    return frozenset(rule.id for rule in rules if isinstance(rule.pattern, NeedsQualifier))
