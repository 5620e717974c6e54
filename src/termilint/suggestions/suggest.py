"""The suggestions and fixes of one finding: at most three, best first, each with a short reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.model.finding import Suggestion
from termilint.model.fix import Applicability, Fix
from termilint.suggestions.capitals import with_capitals_of
from termilint.suggestions.rewrite import Rewriter
from termilint.suggestions.roles import Ranked, RoleRanker, Scopes, TopicCues

if TYPE_CHECKING:
    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.model import Language, Rule, SuggestionTemplate
    from termilint.suggestions.target import Target

MAX_SUGGESTIONS = 3
_MAX_FORMS = 2  # of one word at a place whose form can be read in several ways
_NEIGHBOURS = 3
_NEARBY = 240  # code points of the block on each side of the sentence
_MAX_REMEMBERED = 2_000
"""Places whose suggestions are kept: a text that is fixed or edited is checked many times."""
_BECAUSE = {"fi": "koska tekstissä: {cues}", "en": "because the text has: {cues}"}


class Suggester:
    """Makes suggestions. One instance serves a run, so that templates are read once."""

    def __init__(self, analyzer: Analyzer, language: Language) -> None:
        self._analyzer = analyzer
        self._language = language
        self._rewriter = Rewriter(analyzer)
        self._rankers: dict[str, RoleRanker] = {}
        self._known: dict[tuple[str, str, int, int, Scopes, TopicCues], tuple[Suggestion, ...]] = {}

    def suggest(
        self, rule: Rule, target: Target, document_text: str
    ) -> tuple[tuple[Suggestion, ...], tuple[Fix, ...]]:
        """The suggestions for ``target``, and one fix for each that can be applied."""
        scopes = _scopes(target, document_text)
        near = scopes._replace(document="")
        topic = self._ranker(rule).topic_cues(scopes)
        key = (rule.id, target.word, target.start, target.end, near, topic)
        offered = self._known.get(key)
        if offered is None:
            if len(self._known) >= _MAX_REMEMBERED:
                self._known.clear()
            offered = self._known[key] = self._suggestions(rule, target, scopes)
        applicability = _applicability(rule, target, len(offered))
        fixes = tuple(_fix(target, one.text, applicability) for one in offered)
        return offered, fixes

    def _suggestions(self, rule: Rule, target: Target, scopes: Scopes) -> tuple[Suggestion, ...]:
        """What fits at a place, which its words and ``scopes`` decide alone."""
        offered: dict[str, Suggestion] = {}
        neighbours = _neighbours(target)
        for one in self._ranker(rule).ranked(scopes):
            if one.template.text.split()[-1] in neighbours:
                continue
            for text in self._offers(one.template, target)[:_MAX_FORMS]:
                offered.setdefault(text, Suggestion(text, one.template.text, self._reason(one)))
            if len(offered) >= MAX_SUGGESTIONS:
                break
        return tuple(offered.values())[:MAX_SUGGESTIONS]

    def _ranker(self, rule: Rule) -> RoleRanker:
        if rule.id not in self._rankers:
            self._rankers[rule.id] = RoleRanker(rule.suggestions, self._analyzer)
        return self._rankers[rule.id]

    def _reason(self, ranked: Ranked) -> str | None:
        if ranked.cues:
            return _BECAUSE[self._language].format(cues=", ".join(ranked.cues))
        note = ranked.template.note
        return note.get(self._language) if note else None

    def _offers(self, template: SuggestionTemplate, target: Target) -> tuple[str, ...]:
        """The texts that the template gives for the place, best first."""
        is_word = target.end - target.start == 1
        if is_word and not target.readings and not _is_half(target):
            return self._inside_compound(template.text, target)
        if not is_word and self._rewriter.template(template.text).head_at is None:
            return (with_capitals_of(target.surface, template.text),)
        readings = target.readings if is_word and target.readings else None
        place = self._rewriter.place(target.sentence, target.start, target.end, readings)
        return self._rewriter.rewrite(place, template.text, keeps_possessive=template.keeps_possessive)

    def _inside_compound(self, template: str, target: Target) -> tuple[str, ...]:
        """*asiakaskokemusmalli* → *käyttökokemusmalli*."""
        for reading in target.sentence.readings(target.start):
            if changed := self._rewriter.swap_inside(target.surface, target.word, template, reading):
                return (changed,)
        return ()


def _neighbours(target: Target) -> frozenset[str]:
    """The lemmas of the words near a place: *potilaiden ja asiakkaiden* means two groups of people."""
    near = (*range(target.start - _NEIGHBOURS, target.start), *range(target.end, target.end + _NEIGHBOURS))
    return frozenset(reading.lemma for at in near for reading in target.sentence.readings(at))


def _is_half(target: Target) -> bool:
    """True for half a word: *asiakas-*, *-keskeisyys*."""
    token = target.sentence.tokens[target.start]
    return token.is_suspended or token.continues_open_compound


def _scopes(target: Target, document_text: str) -> Scopes:
    start = max(0, target.sentence.span.start - _NEARBY)
    around = target.block.text[start : target.sentence.span.end + _NEARBY]
    headings = " ".join(target.block.headings)
    return Scopes(target.sentence.text, around, headings, document_text)


def _fix(target: Target, text: str, applicability: Applicability) -> Fix:
    """The fix that writes ``text``; for show only where the format or its markup does not let it."""
    try:
        edits = target.block.edits(target.span, text)
    except ValueError:
        edits = None
    if edits is None:
        return Fix(text, (), Applicability.DISPLAY_ONLY)
    return Fix(text, edits, applicability)


def _applicability(rule: Rule, target: Target, offered: int) -> Applicability:
    """What the rule allows; less for a phrase, or where there is a choice."""
    if target.end - target.start > 1:
        return Applicability.DISPLAY_ONLY
    if rule.applicability is Applicability.SAFE and offered > 1:
        return Applicability.UNSAFE
    return rule.applicability
