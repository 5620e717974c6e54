"""The linter: a document in, findings out. Pure: no files, no configuration, no clock."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from termilint.matching.definition import Place, definition
from termilint.matching.phrases import PhraseMatcher, literals_of, matches_of, overlaps
from termilint.matching.sentence import Sentence
from termilint.matching.terms import TermMatcher
from termilint.matching.topic import Setting, Topic
from termilint.matching.triggers import Folded, Triggers, literal_stem
from termilint.matching.usage import Label, Usage, classify_all, target_readings
from termilint.messages import messages_in
from termilint.model.finding import Finding, Suggestion
from termilint.model.location import in_words
from termilint.model.span import TextSpan
from termilint.rules.model import (
    Language,
    NeedsQualifier,
    Pattern,
    Phrase,
    PhrasePattern,
    Rule,
    RuleSet,
    Term,
)
from termilint.suggestions.target import Target
from termilint.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from termilint.model.document import Block, Document
    from termilint.model.fix import Fix
    from termilint.morphology.analysis import Analysis
    from termilint.morphology.analyzer import Analyzer
    from termilint.suggestions.suggest import Suggester

    Pulse = Callable[[], None]

_NEIGHBOURS = 2
_OPENING_LENGTH = 4_000


def _go_on() -> None:
    """The pulse of a check that nobody ends."""


class TracedToken(NamedTuple):
    """A token as the linter read it; ``usage`` is set if a rule's term is its head."""

    text: str
    readings: tuple[Analysis, ...]
    usage: Usage | None = None


class TracedSentence(NamedTuple):
    """A sentence as the linter read it, white space folded."""

    text: str
    tokens: tuple[TracedToken, ...]


class LocatedUsage(NamedTuple):
    """The usage of the term that a rule's pattern guards, at a place of a document."""

    rule_id: str
    pattern: NeedsQualifier
    place: Place
    usage: Usage

    @property
    def block(self) -> Block:
        """The block it stands in."""
        return self.place.block

    @property
    def span(self) -> TextSpan:
        """Where it stands in the block's text."""
        token = self.place.sentence.tokens[self.place.at]
        return TextSpan(token.start, token.end)


class _Read(NamedTuple):
    """A sentence to look at, and its text as the literals of the triggers see it."""

    setting: Setting
    sentence: Sentence
    folded: Folded

    @property
    def block(self) -> Block:
        """The block in which the sentence stands."""
        return self.setting.block


class _Hit(NamedTuple):
    """A rule's match."""

    rule: Rule
    target: Target


class Linter:
    """Checks documents against rules. One instance serves many documents.

    ``glossary`` holds the lemmas that are defined for all the documents, each with the evidence that
    :class:`Usage` gives. With ``prefilter=False`` every sentence is analysed; the findings are the same.
    """

    def __init__(
        self,
        rules: RuleSet,
        analyzer: Analyzer,
        *,
        language: Language = "fi",
        glossary: Mapping[str, str] | None = None,
        prefilter: bool = True,
    ) -> None:
        self._rules = tuple(rule for rule in rules if rule.enabled)
        self._analyzer = analyzer
        self._language = language
        self._glossary = glossary or {}
        self._prefilter = prefilter
        self._guards = {rule.id: triggers_of([rule.pattern]) for rule in self._rules}
        self._triggers = triggers_of([rule.pattern for rule in self._rules])
        self._terms: dict[str, TermMatcher] = {}
        self._phrases: dict[str, PhraseMatcher] = {}
        self._suggester: Suggester | None = None

    def has_trigger(self, text: str) -> bool:
        """True if a file's raw text may hold a finding: if not, it need not even be parsed."""
        return not self._prefilter or self._triggers.found_in_source(text)

    def location(self, block: Block, offset: int) -> str | None:
        """Where an offset of a block's text stands, in the words of the linter's language."""
        location = block.location_at(offset)
        return in_words(location, messages_in(self._language).landmarks) if location else None

    def check(self, document: Document, pulse: Pulse = _go_on) -> tuple[Finding, ...]:
        """The findings of all rules, in text order; none lies inside another.

        ``pulse`` is called again and again meanwhile: what it raises ends the check.
        """
        read = self._read(document, everything=not self._prefilter, pulse=pulse)
        hits: list[_Hit] = []
        for rule in self._rules:
            pulse()
            hits += self._hits(rule, self._guarded(rule, read))
        return self._findings(document, _outermost(hits), pulse)

    def usages(self, document: Document) -> tuple[LocatedUsage, ...]:
        """Every use of every guarded term with its label, in text order."""
        read = self._read(document, everything=not self._prefilter)
        found = [
            LocatedUsage(rule.id, rule.pattern, place, usage)
            for rule in self._rules
            if isinstance(rule.pattern, NeedsQualifier)
            for place, usage in self._classified(rule.pattern, self._guarded(rule, read))
        ]
        return tuple(sorted(found, key=lambda use: use.block.to_source(use.span)))

    def trace(self, document: Document) -> tuple[TracedSentence, ...]:
        """Every token of a document with its readings, and the label of each use of a term."""
        read = self._read(document, everything=True)
        usages = {
            (place.sentence, place.at): usage
            for rule in self._rules
            if isinstance(rule.pattern, NeedsQualifier)
            for place, usage in self._classified(rule.pattern, read)
        }
        return tuple(_traced(sentence, usages) for _, sentence, _ in read)

    def _read(self, document: Document, *, everything: bool, pulse: Pulse = _go_on) -> list[_Read]:
        return list(self._sentences(document, everything=everything, pulse=pulse))

    def _sentences(self, document: Document, *, everything: bool, pulse: Pulse) -> Iterator[_Read]:
        topic = Topic(document, self._analyzer)
        for block in document.blocks:
            pulse()
            if not everything and not self._triggers.found_in(block.text):
                continue
            setting = Setting(block, topic)
            for span in sentences(block.text):
                folded = Folded(span.slice(block.text))
                if everything or self._triggers.found_in_folded(folded):
                    yield _Read(setting, Sentence(block.text, span, self._analyzer), folded)

    def _guarded(self, rule: Rule, read: list[_Read]) -> list[_Read]:
        """The sentences in which the rule may find something."""
        if not self._prefilter:
            return read
        guard = self._guards[rule.id]
        return [one for one in read if guard.found_in_folded(one.folded)]

    def _hits(self, rule: Rule, read: list[_Read]) -> Iterator[_Hit]:
        """The matches of a rule in the places where it speaks."""
        meant = [one for one in read if not one.setting.speaks_of(rule.other_sense)]
        for hit in self._matches(rule, meant):
            if not rule.where or hit.target.block.kind in rule.where:
                yield hit

    def _matches(self, rule: Rule, read: list[_Read]) -> Iterator[_Hit]:
        pattern = rule.pattern
        if isinstance(pattern, NeedsQualifier):
            for place, usage in self._classified(pattern, read):
                if usage.label is Label.BARE and not _is_excepted(rule, place.sentence, place.at):
                    yield _Hit(rule, _bare_target(place, pattern))
            return
        for one in read:
            yield from self._sentence_hits(rule, one)

    def _sentence_hits(self, rule: Rule, read: _Read) -> Iterator[_Hit]:
        block, sentence, folded = read.block, read.sentence, read.folded
        if isinstance(rule.pattern, Term):
            for match in self._term_matcher(rule, rule.pattern).matches(sentence):
                at = match.at
                if not _is_excepted(rule, sentence, at):
                    yield _Hit(rule, Target(block, sentence, at, at + 1, match.word, match.readings))
        elif isinstance(rule.pattern, Phrase):
            for start, end in self._phrase_matcher(rule, rule.pattern).matches(sentence, folded.text):
                readings = sentence.readings(start) if end == start + 1 else ()
                yield _Hit(rule, Target(block, sentence, start, end, rule.id, readings))

    def _term_matcher(self, rule: Rule, pattern: Term) -> TermMatcher:
        if rule.id not in self._terms:
            self._terms[rule.id] = TermMatcher(pattern, self._analyzer)
        return self._terms[rule.id]

    def _phrase_matcher(self, rule: Rule, pattern: Phrase) -> PhraseMatcher:
        if rule.id not in self._phrases:
            self._phrases[rule.id] = PhraseMatcher(pattern, rule.unless, prefilter=self._prefilter)
        return self._phrases[rule.id]

    def _classified(self, pattern: NeedsQualifier, read: list[_Read]) -> list[tuple[Place, Usage]]:
        places = [
            Place(setting, sentence, index)
            for setting, sentence, _ in read
            for index in range(len(sentence))
            if target_readings(sentence, index, pattern)
        ]
        defined = definition(places, pattern, self._glossary)
        return classify_all(places, pattern, defined=defined)

    def _findings(self, document: Document, hits: Iterable[_Hit], pulse: Pulse) -> tuple[Finding, ...]:
        seen: Counter[str] = Counter()
        findings = []
        opening = opening_text(document)
        for hit in sorted(hits, key=lambda hit: hit.target.block.to_source(hit.target.span)):
            pulse()
            identity = _identity(hit)
            seen[identity] += 1
            findings.append(self._finding(hit, opening, _fingerprint(identity, seen[identity])))
        return tuple(findings)

    def _finding(self, hit: _Hit, opening: str, fingerprint: str) -> Finding:
        rule, target = hit.rule, hit.target
        matched = target.sentence.words(target.start, target.end)
        suggestions, fixes = self._suggest(rule, target, opening)
        return Finding(
            rule_id=rule.id,
            severity=rule.severity,
            message=rule.message_for(matched, self._language, target.word),
            why=rule.why.get(self._language),
            spans=target.block.to_source(target.span),
            matched=matched,
            sentence=" ".join(target.sentence.text.split()),
            suggestions=suggestions,
            fixes=fixes,
            confidence=rule.confidence,
            url=rule.url(self._language),
            location=self.location(target.block, target.span.start),
            fingerprint=fingerprint,
        )

    def _suggest(
        self, rule: Rule, target: Target, opening: str
    ) -> tuple[tuple[Suggestion, ...], tuple[Fix, ...]]:
        if self._suggester is None:
            from termilint.suggestions.suggest import Suggester

            self._suggester = Suggester(self._analyzer, self._language)
        return self._suggester.suggest(rule, target, opening)


def opening_text(document: Document) -> str:
    """The beginning of a document's prose: what it is about."""
    pieces: list[str] = []
    length = 0
    for block in document.blocks:
        if length >= _OPENING_LENGTH:
            break
        pieces.append(block.text)
        length += len(block.text)
    return "\n".join(pieces)[:_OPENING_LENGTH]


def triggers_of(patterns: Iterable[Pattern]) -> Triggers:
    """The cheap test that every text passes in which one of the patterns matches."""
    return Triggers(*_literals(patterns))


def literals_of_rules(rules: RuleSet) -> tuple[list[str], list[str]]:
    """What the triggers of all rules that are on are made of: literals and terms, sorted."""
    literals, terms = _literals(rule.pattern for rule in rules if rule.enabled)
    return sorted(set(literals)), sorted(set(terms))


def _literals(patterns: Iterable[Pattern]) -> tuple[list[str], list[str]]:
    patterns = tuple(patterns)
    terms = [word for pattern in patterns if isinstance(pattern, Term) for word in pattern.words]
    return [stem for pattern in patterns for stem in _stems(pattern)], terms


def _stems(pattern: Pattern) -> Iterator[str]:
    """Literals of which every undivided match of the pattern holds at least one."""
    if isinstance(pattern, NeedsQualifier):
        yield literal_stem(pattern.lemma)
    elif isinstance(pattern, Term):
        for word in pattern.words:
            yield literal_stem(word)
    else:
        for phrase in pattern.patterns:
            yield from _rarest(phrase)


def _rarest(phrase: PhrasePattern) -> tuple[str, ...]:
    """The literals of the phrase's word whose shortest literal is longest."""
    return max(literals_of(phrase), key=lambda literals: min(map(len, literals)))


def _traced(sentence: Sentence, usages: dict[tuple[Sentence, int], Usage]) -> TracedSentence:
    tokens = tuple(
        TracedToken(
            token.text,
            sentence.readings(index),
            usages.get((sentence, index)),
        )
        for index, token in enumerate(sentence.tokens)
    )
    return TracedSentence(" ".join(sentence.text.split()), tokens)


def _outermost(hits: list[_Hit]) -> Iterator[_Hit]:
    """The hits without those that lie inside a longer hit of the same sentence."""
    by_sentence: defaultdict[Sentence, list[_Hit]] = defaultdict(list)
    for hit in hits:
        by_sentence[hit.target.sentence].append(hit)
    for together in by_sentence.values():
        yield from (hit for hit in together if not any(_inside(hit, other) for other in together))


def _inside(hit: _Hit, other: _Hit) -> bool:
    inner, outer = hit.target, other.target
    longer = outer.end - outer.start > inner.end - inner.start
    return longer and outer.start <= inner.start and inner.end <= outer.end


def _is_excepted(rule: Rule, sentence: Sentence, index: int) -> bool:
    """True if a pattern of the rule's ``unless`` matches over the word."""
    return bool(rule.unless) and overlaps((index, index + 1), matches_of(rule.unless, sentence))


def _bare_target(place: Place, pattern: NeedsQualifier) -> Target:
    readings = target_readings(place.sentence, place.at, pattern)
    return Target(place.block, place.sentence, place.at, place.at + 1, pattern.lemma, readings)


def _identity(hit: _Hit) -> str:
    """What stays the same when text moves: the rule, the lemma and the neighbouring words."""
    target = hit.target
    form = target.sentence.form
    before = [form(at) for at in range(target.start - _NEIGHBOURS, target.start)]
    after = [form(at) for at in range(target.end, target.end + _NEIGHBOURS)]
    matched = [form(at) for at in range(target.start, target.end)]
    return "\0".join((hit.rule.id, target.word, *before, "|", *matched, "|", *after))


def _fingerprint(identity: str, occurrence: int) -> str:
    """Sixteen digits: two checksums, as the fingerprint tells neighbours apart and guards nothing."""
    text = f"{identity}\0{occurrence}".encode()
    return f"{crc32(text):08x}{crc32(text[::-1]):08x}"
