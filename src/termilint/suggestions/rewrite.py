"""Inflect a template like the word that it replaces.

Every form is confirmed by analysis before it is offered. What cannot be inflected, or would be bad
Finnish where it stands, gives nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from termilint.matching.sentence import Sentence
from termilint.matching.terms import completing_word
from termilint.model.span import TextSpan
from termilint.morphology.features import Case, Features, Number, Possessive, WordClass
from termilint.morphology.normalize import normalize
from termilint.suggestions.capitals import with_capitals_of, without_first_capital
from termilint.suggestions.parts import shared_head, suspended_part, with_first_part
from termilint.suggestions.place import Place
from termilint.suggestions.template import Part, Template, TemplateWord, parse_template

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from termilint.morphology.analysis import Analysis
    from termilint.morphology.analyzer import Analyzer

_UNTAGGED_CLITICS = ("han", "hän", "pas", "päs", "pa", "pä")
_OTHER_VOWEL = str.maketrans("aä", "äa")
_BACK_VOWELS = frozenset("aou")
_FRONT_VOWELS = frozenset("äöy")


class _Wanted(NamedTuple):
    """The inflection of one rewrite: of its head, and of the word that takes the suffix instead."""

    head: Features
    clitic: str = ""
    suffixed: int | None = None
    possessive: Possessive | None = None


class Rewriter:
    """Renders templates. Memory is bounded by the templates of the rules and the forms of the text."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._templates: dict[str, Template] = {}

    def template(self, text: str) -> Template:
        """The parsed template of a rule's text, parsed once."""
        if text not in self._templates:
            self._templates[text] = parse_template(text, self._analyzer)
        return self._templates[text]

    def place(
        self, sentence: Sentence, start: int, end: int, readings: tuple[Analysis, ...] | None = None
    ) -> Place:
        """Tokens ``start`` to ``end`` of a sentence as a place to rewrite.

        ``readings`` are the readings of the last token that count; by default all that inflect.
        """
        own = sentence.readings(end - 1) if readings is None else readings
        token = sentence.tokens[end - 1]
        is_cut = end - start == 1 and len(token.forms) > 1
        surface = self._uncut(token.forms) if is_cut else sentence.words(start, end)
        return Place(sentence, start, end, tuple(dict.fromkeys(filter(_is_nominal, own))), surface)

    def rewrite_token(self, sentence: Sentence, index: int, template: str) -> tuple[str, ...]:
        """What can stand for one token of a sentence, whatever word it is, best first.

        All its readings count, likeliest first; then come the other places that a possessive suffix
        can take. Empty if nothing good can be said with ``template`` there.
        """
        place = self.place(sentence, index, index + 1)
        forms = self._rendered(self.template(template), place, place.likeliest_first(), variants=True)
        return tuple(form for form in forms if form != place.surface)

    def rewrite(self, place: Place, template: str, *, keeps_possessive: bool = True) -> tuple[str, ...]:
        """What to suggest for ``place``: one form for each reading that the words around allow."""
        readings = place.plausible()
        if not keeps_possessive:
            readings = tuple(dict.fromkeys(reading._replace(possessive=None) for reading in readings))
        forms = self._rendered(self.template(template), place, readings, variants=False)
        return tuple(form for form in forms if form != place.surface)

    def rewrites(self, text: str, surface: str, readings: tuple[Analysis, ...]) -> tuple[str, ...]:
        """The forms of the template ``text`` for ``surface`` by itself, for each of ``readings``."""
        return self._alone(text, surface, readings, variants=False)

    def variants(self, text: str, surface: str, readings: tuple[Analysis, ...]) -> tuple[str, ...]:
        """Like :meth:`rewrites`, with every place that a possessive suffix can take."""
        return self._alone(text, surface, readings, variants=True)

    def _alone(
        self, text: str, surface: str, readings: tuple[Analysis, ...], *, variants: bool
    ) -> tuple[str, ...]:
        sentence = Sentence(surface, TextSpan(0, len(surface)), self._analyzer)
        place = Place(sentence, 0, len(sentence), readings, surface)
        return self._rendered(self.template(text), place, readings, variants=variants)

    def swap_inside(self, surface: str, word: str, template: str, reading: Analysis) -> str | None:
        """*asiakaskokemusmalli* → *käyttökokemusmalli*: ``word`` starts a longer compound.

        None unless ``template`` is one word with the same head as ``word``.
        """
        parsed = self.template(template)
        inner = next((r for r in self._analyzer.analyze(word) if r.lemma == word), None)
        head = shared_head(inner, parsed.words[0]) if inner and parsed.is_word else None
        if head is None:
            return None
        changed = with_first_part(surface, word[: -len(head)], parsed.head[: -len(head)])
        known = self._analyzer.analyze(changed) if changed else ()
        return changed if any(_is_same_form(r, reading, reading.head) for r in known) else None

    def _uncut(self, forms: tuple[str, ...]) -> str:
        return next((form for form in forms if self._analyzer.analyze(form)), forms[0])

    def _rendered(
        self, template: Template, place: Place, readings: Iterable[Analysis], *, variants: bool
    ) -> tuple[str, ...]:
        token = place.sentence.tokens[place.end - 1]
        if place.is_word and token.is_suspended:
            forms = self._suspended(template, place)
        else:
            ordered = sorted(readings, key=lambda reading: not _shares_head(template, reading))
            by_reading = [list(self._forms(template, place, reading)) for reading in ordered]
            first = [forms[0] for forms in by_reading if forms]
            others = [form for forms in by_reading for form in forms[1:]] if variants else []
            forms = (with_capitals_of(place.surface, form) for form in (*first, *others))
        return tuple(dict.fromkeys(forms))

    def _suspended(self, template: Template, place: Place) -> Iterator[str]:
        """*asiakas-* in *asiakas- ja käyttäjälähtöinen* → *ihmis-*."""
        completing = completing_word(place.sentence, place.start)
        if completing is None or not template.is_word:
            return
        for reading in place.sentence.readings(completing):
            head = shared_head(reading, template.words[0])
            if head and (part := suspended_part(place.surface, template.head[: -len(head)])):
                yield part

    def _forms(self, template: Template, place: Place, reading: Analysis) -> Iterator[str]:
        """The forms for one reading, best first."""
        if template.head_at is None or not _fits(template, place, reading):
            return
        words = _without_repeated(template.words, place.lemmas_before(reading))
        if _is_misread(words[0], place, reading):
            return
        shortened = template._replace(words=words)
        clitic = self._untagged_clitic(place.surface, reading)
        for wanted in _places_of_suffix(shortened, features_of(reading, template), clitic):
            written = [self._word(at, word, wanted, place, reading) for at, word in enumerate(words)]
            if all(written):
                yield " ".join(f"{text}{word.mark}" for text, word in zip(written, words, strict=True))

    def _word(
        self, at: int, word: TemplateWord, wanted: _Wanted, place: Place, reading: Analysis
    ) -> str | None:
        if at == wanted.suffixed and wanted.possessive:
            return self._with_possessive(word, wanted.possessive)
        if word.part is Part.HEAD:
            return self._head(word, wanted, place, reading)
        if word.part is Part.AGREES:
            return self._inflected(word.text, Features(wanted.head.case, wanted.head.number))
        return word.text

    def _head(self, word: TemplateWord, wanted: _Wanted, place: Place, reading: Analysis) -> str | None:
        token = place.sentence.tokens[place.end - 1]
        if place.is_word and (token.continues_open_compound or place.shares_compound_part):
            return self._swapped(word, place, reading) if wanted.suffixed is None else None
        swapped = None
        if place.is_word and wanted.suffixed is None:
            swapped = self._swapped(word, place, reading)
        return swapped or self._with_clitic(self._inflected(word.text, wanted.head), wanted.clitic)

    def _swapped(self, word: TemplateWord, place: Place, reading: Analysis) -> str | None:
        """The surface with another first part, if its head is the template's too."""
        head = shared_head(reading, word)
        if head is None:
            return None
        changed = with_first_part(place.surface, reading.lemma[: -len(head)], word.text[: -len(head)])
        if changed is None or not any(
            _is_same_form(r, reading, head) for r in self._analyzer.analyze(changed)
        ):
            return None
        return without_first_capital(changed) if word.text[:1].islower() else changed

    def _inflected(self, lemma: str, features: Features) -> str | None:
        forms = self._analyzer.inflect(lemma, features)
        return forms[0] if forms else None

    def _with_possessive(self, word: TemplateWord, possessive: Possessive) -> str | None:
        """*palvelun* → *palvelumme*, *palvelua* → *palveluamme*."""
        for reading in word.readings:
            if reading.case is not None and reading.number is not None and _is_nominal(reading):
                wanted = Features(reading.case, reading.number, possessive)
                if form := self._inflected(reading.lemma, wanted):
                    return form
        return None

    def _untagged_clitic(self, surface: str, reading: Analysis) -> str:
        """*han*, *hän*, *pa* or *pä* at the end of ``surface``, which the dictionary leaves untagged."""
        form = normalize(surface).rpartition(" ")[2]
        for clitic in _UNTAGGED_CLITICS:
            if form.endswith(clitic):
                shorter = self._analyzer.analyze(form[: -len(clitic)])
                if any(_is_same_form(r, reading, reading.head) for r in shorter):
                    return clitic
        return ""

    def _with_clitic(self, form: str | None, clitic: str) -> str | None:
        """*käyttäjähän*, *ostajahan*: the vowel follows the last compound part (VISK § 15)."""
        if not form or not clitic:
            return form
        guess = _in_harmony(clitic, form)
        for vowel in (guess, guess.translate(_OTHER_VOWEL)):
            if self._analyzer.analyze(form + vowel):
                return form + vowel
        return None


def features_of(reading: Analysis, template: Template) -> Features:
    """The inflection that a template takes over from the word that it replaces."""
    case = Case.GENITIVE if reading.case is Case.ACCUSATIVE else reading.case
    return Features(
        case=case or Case.NOMINATIVE,
        number=reading.number or Number.SINGULAR,
        possessive=reading.possessive,
        clitics=reading.clitics,
        comparison=reading.comparison if template.head_is_adjective else None,
    )


def _shares_head(template: Template, reading: Analysis) -> bool:
    """True if only the first part changes: then the reading is surely the one that is meant."""
    return template.head_at is not None and bool(shared_head(reading, template.words[template.head_at]))


def _is_nominal(reading: Analysis) -> bool:
    return reading.case is not None and reading.word_class is not WordClass.VERB


def _is_same_form(reading: Analysis, model: Analysis, head: str) -> bool:
    return reading.features == model.features and reading.head == head


def _fits(template: Template, place: Place, reading: Analysis) -> bool:
    """False where the template cannot stand for the reading without bad Finnish."""
    if template.is_plural and reading.number is not Number.PLURAL:
        return False
    is_adjective = reading.word_class is WordClass.ADJECTIVE
    if is_adjective and not template.may_compare and (reading.comparison or reading.case is Case.STI):
        return False
    if is_adjective and not template.head_is_adjective and place.agrees_with_next(reading):
        return False
    if place.is_word and place.shares_compound_part and not template.is_word:
        return False
    if template.has_clause and not (place.ends_clause and reading.number is Number.SINGULAR):
        return False
    return not template.has_postmodifier or _can_be_followed(template, place)


def _can_be_followed(template: Template, place: Place) -> bool:
    """A postmodifier cannot stand before the word's own head, nor be said twice."""
    postmodifiers = {normalize(word.text) for word in template.words[(template.head_at or 0) + 1 :]}
    return not place.is_attribute and postmodifiers.isdisjoint(place.forms_after())


def _without_repeated(
    words: tuple[TemplateWord, ...], before: frozenset[tuple[str, Case]]
) -> tuple[TemplateWord, ...]:
    """The words of a template without a genitive that stands in front already (*palvelumme kaikki …*)."""
    genitives = {lemma for lemma, case in before if case is Case.GENITIVE}
    others = {lemma for lemma, _ in before}
    return tuple(
        word
        for word in words
        if not (word.part is Part.HOLDER and any(r.lemma in genitives for r in word.readings))
        and not (word.part is Part.AGREES and any(r.lemma in others for r in word.readings))
    )


def _is_misread(first: TemplateWord, place: Place, reading: Analysis) -> bool:
    """True if an attribute in front would seem to belong to the template's first word.

    *uuden asiakkaan* with *palvelun käyttäjä* would speak of a new service.
    """
    if first.part in (Part.HEAD, Part.AGREES):
        return False
    before = {(attribute.case, attribute.number) for attribute in place.agreeing_before(reading)}
    if place.is_counted(reading):
        before.add((Case.GENITIVE, Number.SINGULAR))
    return any((own.case, own.number) in before and own.word_class.is_nominal for own in first.readings)


def _places_of_suffix(template: Template, features: Features, clitic: str) -> Iterator[_Wanted]:
    """Where a possessive suffix goes, the best place first."""
    possessive = features.possessive
    if possessive is None or features.case is Case.COMITATIVE:
        yield _Wanted(features, clitic)
        return
    for at in template.suffix_places:
        if at == template.head_at:
            yield _Wanted(features, clitic)
        else:
            yield _Wanted(features._replace(possessive=None), clitic, at, possessive)


def _in_harmony(clitic: str, form: str) -> str:
    for letter in reversed(form.lower()):
        if letter in _BACK_VOWELS:
            return clitic.replace("ä", "a")
        if letter in _FRONT_VOWELS:
            return clitic.replace("a", "ä")
    return clitic.replace("a", "ä")
