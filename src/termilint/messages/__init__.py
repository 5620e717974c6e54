"""What the program says to people, one module a language; rules bring their own texts.

Reports must show on old consoles too: only characters of Windows-1252 are used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = {"fi": "finnish", "en": "english"}


class Counted(NamedTuple):
    """A noun with its number: ``{}`` stands for the number."""

    none: str
    one: str
    many: str

    def of(self, number: int, *details: object, shown: str = "") -> str:
        """The text for ``number`` things; ``details`` stand for ``{1}`` and so on.

        ``shown`` is the number as readers write it, if its digits alone will not do.
        """
        template = self.many if number > 1 else self.one if number else self.none
        return template.format(shown or number, *details)


class FixMessages(NamedTuple):
    """What ``termilint fix`` says.

    ``left`` goes from the reasons for which something was not fixed to words.
    """

    fixed: Counted
    would_fix: Counted
    in_files: Counted
    left: Mapping[str, Counted]
    hint: str
    failed: str
    failed_files: Counted
    now: str
    choose: str
    choose_one: str


class ReportMessages(NamedTuple):
    """What reports for other programs say beside their findings."""

    rule_page: str
    not_annotated: Counted
    left_out: Counted


class CheckMessages(NamedTuple):
    """What ``termilint check`` and ``termilint baseline`` say beside their reports."""

    not_shown: Counted
    stale: Counted
    known: Counted
    new: Counted
    written: str
    not_added: Counted
    up_to_date: str


class CensusMessages(NamedTuple):
    """What ``termilint census`` says in its table."""

    read: Counted
    no_uses: str
    uses: Counted
    in_documents: Counted
    bare: Counted
    column_uses: str
    column_documents: str
    column_meaning: str
    column_before: str
    column_after: str
    column_change: str
    more: Counted
    unclear: str
    unclear_document: Counted
    conflicts: str
    failed: str
    trend: str
    documents_changed: str
    no_change: str
    work_tree: str


class EditorMessages(NamedTuple):
    """What editors show beside findings. ``{0}`` is a text, a rule, a limit or a file."""

    replace: str
    replace_because: str
    fix_all: str
    silence: str
    add_to_baseline: str
    explain: str
    not_checked: str
    too_long: str
    broken_settings: str
    broken_from_start: str
    unknown_setting: str


class PageTexts(NamedTuple):
    """What the page of ``termilint report`` says; the template names the texts."""

    plain: Mapping[str, str]
    counted: Mapping[str, Counted]


class Messages(NamedTuple):
    """All texts of one language. Mappings go from fixed names in the program to words.

    ``usage`` goes from the English sentences about wrong usage, those of click among them.
    """

    severities: Mapping[str, str]
    why: str
    evidence: str
    suggestion: str
    suggestions: str
    files: Counted
    findings: Counted
    failed_files: Counted
    nothing_to_check: str
    failed: str
    landmarks: Mapping[str, str]
    failures: Mapping[str, str]
    labels: Mapping[str, str]
    features: Mapping[str, str]
    unknown_word: str
    unknown_model: str
    no_form: str
    source: str
    bad_examples: str
    good_examples: str
    off_by_default: str
    unknown_rule: str
    did_you_mean: str
    doctor: Mapping[str, str]
    engine_reasons: Mapping[str, str]
    self_test_passed: str
    self_test_failed: str
    fix: FixMessages
    suppression: Mapping[str, str]
    check: CheckMessages
    config: Mapping[str, str]
    rules: Mapping[str, str]
    rule_forms: Mapping[str, str]
    drafts: Mapping[str, str]
    pages: Mapping[str, str]
    init: Mapping[str, str]
    report: ReportMessages
    usage: Mapping[str, str]
    review: Mapping[str, str]
    review_comments: Counted
    editor: EditorMessages

    def failure(self, reason: str, details: tuple[str, ...], fallback: str) -> str:
        """Why an input could not be checked; ``fallback`` for reasons without a text."""
        template = self.failures.get(reason)
        if template is None or template.count("{") > len(details):
            return fallback
        return template.format(*details)

    def use(self, label: str, evidence: str) -> str:
        """What a use of a term is, by the name of its label, and the words that prove it if there are any."""
        described = f"{label.lower()} – {self.labels[label]}"
        return f"{described}: {evidence}" if evidence else described


def messages_in(language: str) -> Messages:
    """The texts of ``language``, one of :data:`LANGUAGES`."""
    module = import_module(f"{__name__}.{LANGUAGES[language]}")
    messages: Messages = module.MESSAGES
    return messages


def census_messages_in(language: str) -> CensusMessages:
    """The texts of the census in ``language``; in a module of its own, as few runs need them."""
    module = import_module(f"{__name__}.{LANGUAGES[language]}_census")
    messages: CensusMessages = module.MESSAGES
    return messages


def page_texts_in(language: str) -> PageTexts:
    """The texts of the report page in ``language``; in a module of its own, as few runs need them."""
    module = import_module(f"{__name__}.{LANGUAGES[language]}_page")
    texts: PageTexts = module.TEXTS
    return texts
