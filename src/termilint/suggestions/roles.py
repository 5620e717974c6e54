"""Which word fits: cues in the text choose among the words that a rule offers.

A cue is a lemma that speaks for a suggestion (*hoito*, *lääkäri* for *potilas*). The nearer it
stands, the more it counts; a cue that speaks for many suggestions says less about each. The cues of
a document's beginning tell its topic together: many of them do not outweigh the sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.model import SuggestionTemplate

SENTENCE_WEIGHT = 4.0
BLOCK_WEIGHT = 3.0
HEADING_WEIGHT = 2.0
DOCUMENT_WEIGHT = 2.0

_WORD = re.compile(r"[^\W\d_]{3,}")
_KEY_LENGTH = 3
_LENGTH_INSIDE = 4  # a shorter beginning says nothing in the middle of a word
_TOPIC_LENGTH = 300  # code points of a document that tell what it is about
_PRIOR = 0.01
_SHARING = 0.3  # what n suggestions share counts n ** -0.3 for each
_INSIDE_A_CUE = 0.7  # a part of a word that is a cue itself: *hoitaja* in *sairaanhoitaja*
_OPAQUE = frozenset(
    "sähköposti toimitusjohtaja lähtökohta pesukone sidosryhmä kohderyhmä työryhmä kirjanpito".split()
)
"""Compounds whose parts say nothing of their meaning."""
_MAX_REASONS = 2
_MAX_WORDS, _MAX_TEXTS = 4_000, 400
"""What is remembered: a text is kept whole, and one that is edited is always another."""

_VOWELS = "aeiouyäöå"
_STABLE_ENDS = ("us", "ys", "os", "ös")  # *vastaus*, *annos*: nothing before the end changes
_CONTRACTED_VERBS = ("ata", "ätä", "ota", "uta", "ytä")  # *kohdata*, *kohtaan*
_L_VERBS = ("lla", "llä")  # *suunnitella*, *suunnittelen*
_DA_VERBS = ("da", "dä")  # *myydä*, *myyn*
_SHORT_STEM = 4
_GRADES = {"t": "tds", "d": "dt", "p": "pvs", "v": "vp"}


TopicCues = tuple[tuple[str, float], ...]
_Strengths = dict[str, float]  # by cue: 1 where it is a word, less where it is a part of one


class Ranked(NamedTuple):
    """A suggestion and the cues, as lemmas, that speak for it here, strongest first."""

    template: SuggestionTemplate
    cues: tuple[str, ...]


class Scopes(NamedTuple):
    """The texts around a finding, nearest first: its sentence, its neighbours, headings, document."""

    sentence: str
    block: str
    headings: str
    document: str

    @property
    def topic(self) -> str:
        """The beginning of the document."""
        return self.document[:_TOPIC_LENGTH]

    def near(self) -> Iterable[tuple[str, float]]:
        """The texts close by and what a cue in each is worth."""
        return (
            (self.sentence, SENTENCE_WEIGHT),
            (self.block, BLOCK_WEIGHT),
            (self.headings, HEADING_WEIGHT),
        )


class RoleRanker:
    """Ranks the suggestions of one rule."""

    def __init__(self, templates: tuple[SuggestionTemplate, ...], analyzer: Analyzer) -> None:
        self._templates = templates
        self._analyzer = analyzer
        self._fits: defaultdict[str, list[int]] = defaultdict(list)
        self._beginnings: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._known_texts: dict[str, _Strengths] = {}
        self._known_words: dict[str, _Strengths] = {}
        for at, template in enumerate(templates):
            for cue in template.cues:
                self._fits[cue].append(at)
        for cue in self._fits:
            for beginning in cue_beginnings(cue):
                self._beginnings[beginning[:_KEY_LENGTH]].append((beginning, cue))

    def ranked(self, scopes: Scopes) -> list[Ranked]:
        """All suggestions, best first; without any cue, in the rule's order."""
        near = self._worths(scopes.near())
        far = self._worths([] if near else [(scopes.topic, 1.0)])
        scores = [
            sum(near[at].values()) + DOCUMENT_WEIGHT * sum(far[at].values()) ** 0.5 - _PRIOR * at
            for at in range(len(self._templates))
        ]
        first = {
            at
            for at, template in enumerate(self._templates)
            if template.is_own and (near[at] or far[at] or not template.cues)
        }
        order = sorted(range(len(scores)), key=lambda at: (at not in first, -scores[at], at))
        return [Ranked(self._templates[at], _strongest(near[at] or far[at])) for at in order]

    def topic_cues(self, scopes: Scopes) -> TopicCues:
        """All that the beginning of the document has to do with a ranking; nothing if nearer words speak."""
        if any(self._cues_in(text) for text, _ in scopes.near()):
            return ()
        return tuple(self._cues_in(scopes.topic).items())

    def _worths(self, texts: Iterable[tuple[str, float]]) -> defaultdict[int, dict[str, float]]:
        """For each suggestion that has cues in the weighted ``texts``, what each cue is worth."""
        worths: defaultdict[int, dict[str, float]] = defaultdict(dict)
        for text, weight in texts:
            for cue, strength in self._cues_in(text).items():
                for at in self._fits[cue]:
                    worth = weight * strength / len(self._fits[cue]) ** _SHARING
                    worths[at][cue] = worths[at].get(cue, 0.0) + worth
        return worths

    def _cues_in(self, text: str) -> _Strengths:
        """The cue lemmas whose forms, also as compound parts, occur in ``text``."""
        known = self._known_texts.get(text)
        if known is None:
            known = {}
            for word in sorted(set(_WORD.findall(text.lower()))):
                for cue, strength in self._cues_of(word).items():
                    known[cue] = max(strength, known.get(cue, 0.0))
            _remember(self._known_texts, text, known, _MAX_TEXTS)
        return known

    def _cues_of(self, word: str) -> _Strengths:
        known = self._known_words.get(word)
        if known is None:
            known = self._looked_up(word)
            _remember(self._known_words, word, known, _MAX_WORDS)
        return known

    def _looked_up(self, word: str) -> _Strengths:
        candidates = self._candidates(word)
        if not candidates:
            return {}
        readings = [reading for reading in self._analyzer.analyze(word) if reading.lemma not in _OPAQUE]
        whole = candidates.intersection(lemma for r in readings for lemma in (r.lemma, r.verb))
        parts = candidates.intersection(part for reading in readings for part in reading.parts)
        strength = _INSIDE_A_CUE if whole else 1.0
        return dict.fromkeys(parts, strength) | dict.fromkeys(whole, 1.0)

    def _candidates(self, word: str) -> set[str]:
        """The cues that may be in ``word``: a short beginning counts at the word's own beginning only."""
        keys = [(0, length) for length in range(1, _KEY_LENGTH)]
        keys += [(at, _KEY_LENGTH) for at in range(len(word) - _KEY_LENGTH + 1)]
        return {
            cue
            for at, length in keys
            for beginning, cue in self._beginnings.get(word[at : at + length], ())
            if word.startswith(beginning, at) and (at == 0 or len(beginning) >= _LENGTH_INSIDE)
        }


def cue_beginnings(lemma: str) -> tuple[str, ...]:
    """The letters with which nearly all forms of ``lemma`` begin; a short stem in each of its grades.

    They only save look-ups, so they are longer than a trigger's literal may be: a rare form that begins
    otherwise (*lapsi*, *lasta*) goes unseen, which costs one cue.
    """
    if lemma.endswith("nen"):
        return (lemma[:-3],)
    if len(lemma) <= _KEY_LENGTH or lemma.endswith(_STABLE_ENDS):
        return (lemma[:-1],)
    if lemma.endswith(_DA_VERBS) and lemma[-3] in _VOWELS:
        return (lemma[:-2],)
    stem = lemma[: -_changing_letters(lemma)]
    return _in_each_grade(stem) if len(stem) <= _SHORT_STEM else (_before_gradation(stem),)


def _in_each_grade(stem: str) -> tuple[str, ...]:
    """The stem with its last consonant in both grades: *tied*, *tiet*; *aik*, *aj* (VISK § 41)."""
    if stem.endswith("ik"):
        return (stem[:-1], f"{stem[:-2]}j")
    if stem[-1:] in _GRADES and stem[-2:-1] in _VOWELS:
        return tuple(stem[:-1] + grade for grade in _GRADES[stem[-1]])
    return (_before_gradation(stem),)


def _changing_letters(lemma: str) -> int:
    """How many letters at the end of ``lemma`` come after the consonant that may change."""
    if lemma.endswith(_L_VERBS):
        return 4
    if lemma.endswith(_CONTRACTED_VERBS):
        return 3
    if lemma[-1] not in _VOWELS:
        return len(lemma) - len(lemma[:-1].rstrip(_VOWELS))
    return 2 if lemma[-2:-1] in _VOWELS or lemma.endswith(("si", "mi")) else 1


def _before_gradation(stem: str) -> str:
    """Without the consonant that may change, as *k* in *aika*, *ajan*; *n* in *ranne*, *ranteen*."""
    if stem.endswith("ik"):
        return stem[:-2]
    return stem[:-1] if stem[-1:] in "kptdgbv" or stem[-1:] == stem[-2:-1] else stem


def _remember(known: dict[str, _Strengths], text: str, strengths: _Strengths, most: int) -> None:
    if len(known) >= most:
        known.clear()
    known[text] = strengths


def _strongest(worths: dict[str, float]) -> tuple[str, ...]:
    ordered = sorted(worths, key=lambda cue: (-worths[cue], cue))
    return tuple(ordered[:_MAX_REASONS])
