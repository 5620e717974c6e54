"""Inflect lemmas by walking the transducer on its output side.

The output string of a lemma, ``[Ln][Xp]asiakas[X]asiaka[Sn][Ny]s``, says which tags and base forms all
forms of the word have: ``[Ln][Xp]asiakas[X]``. A path that writes these, and then each wanted tag
(``[Sall]``, ``[Nm]``, …) exactly once, reads a form with the wanted inflection. The letters of earlier
compound parts and the first letter of the last part are given; the others are what is searched.

Nothing is returned that analysis does not confirm.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from termilint.morphology.features import Case, Features, Mood, Number, WordClass
from termilint.morphology.normalize import normalize
from termilint.morphology.output import (
    has_allowed_hyphens,
    letters_of,
    parse_output,
    parse_outputs,
    with_capitals_of,
)
from termilint.morphology.ranking import best_first
from termilint.morphology.transducer import FINAL, MAX_FORM_LENGTH, Flags, Transducer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from termilint.morphology.analysis import Analysis
    from termilint.morphology.analyzer import Analyzer

MAX_STEPS = 20_000
MAX_REMEMBERED = 10_000
MAX_SEARCHES = 1_000

# Neighbours that need no hyphen: no vowel meets its like, and both are in the dictionary.
_FIRST_PART = "asiakas"
_LAST_PART = "talo"
_PROPERTY_STEM = re.compile(r"^(?:[dt]e|tt|ks[ie][ae])")
_PIECE = re.compile(r"\[[^\]]*\]|[^\[]")
_CONTENT_TAGS = ("[Xp]", "[Xj]", "[Xr]")
_INFLECTION = re.compile(r"\[[SNOFC]")
_SILENT_TAGS = ("[I", "[E", "[Bm]", "[D")
_AGENT_PARTICIPLE = "[Rm]"  # its place in the output differs from form to form
_PLACE_ELEMENT = "[Ica]"
_REPEATED_CLASS = "[Ln]"  # after the possessive suffix of words that are nouns and adjectives
_INSTRUCTIVE_ADVERBS = frozenset({"hyvä"})  # hyvin, as if it were the adverb in -sti
_UNTAGGED_CLITICS = ("han", "hän", "pa", "pä", "pas", "päs")
_UNTAGGED_DEGREES = ("mmästi", "mmasti")  # the archaic *paremmasti*, read as a positive


ArcEnds = tuple[tuple[str, int], ...]
Arcs = dict[int, ArcEnds]


class Template(NamedTuple):
    """What every form of one lemma writes, in order, before its inflection.

    ``letters_before[i]`` tells whether free letters may come before ``tokens[i]``; the last item is for
    what follows all tokens. ``start`` is how every form begins.
    """

    tokens: tuple[str, ...]
    letters_before: tuple[bool, ...]
    start: str


class Inflector:
    """Generates inflected forms. Memory is bounded; one instance may serve several threads."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._transducer = analyzer.transducer
        self._known: dict[tuple[str, Features], tuple[str, ...]] = {}
        self._searches: dict[Template, _Search] = {}
        self._known_outputs: dict[str, list[str]] = {}

    def inflect(self, lemma: str, features: Features) -> tuple[str, ...]:
        """Return the forms of ``lemma`` that have exactly ``features``, the most usual first.

        A lemma that the dictionary does not know, or that lacks the form, has none. A superlative or
        comparative is asked for with the lemma of the positive (*hyvä* gives *parempi*).
        """
        key = lemma, features
        forms = self._known.get(key)
        if forms is None:
            if len(self._known) >= MAX_REMEMBERED:
                self._known.clear()
            forms = self._known[key] = self._forms(lemma, features)
        return forms

    def _forms(self, lemma: str, features: Features) -> tuple[str, ...]:
        if not lemma.strip("-"):
            return ()
        if features.case is Case.STI and lemma in _INSTRUCTIVE_ADVERBS:
            features = features._replace(case=Case.INSTRUCTIVE, number=Number.PLURAL)
        forms = (
            self._known_word(lemma, features)
            or self._plural_word(lemma, features)
            or self._part(lemma, features)
            or self._after_hyphen(lemma, features)
        )
        return tuple(with_capitals_of(form, lemma) for form in forms)

    def _known_word(self, lemma: str, features: Features) -> tuple[str, ...]:
        bases = [o for o in self._outputs(lemma) if _is_base(parse_output(o), lemma)]
        return self._generated(bases, lemma, features)

    def _plural_word(self, lemma: str, features: Features) -> tuple[str, ...]:
        """Inflect a lemma that is a plural: *markkinat*, *kasvot*."""
        if features.number is not Number.PLURAL:
            return ()
        readings = {output: parse_output(output) for output in self._outputs(lemma)}
        for singular in sorted({r.lemma for r in readings.values() if _is_plural_base(r)}):
            bases = [o for o, r in readings.items() if _is_plural_base(r) and r.lemma == singular]
            forms = self._generated(bases, singular, features)
            if forms:
                return forms
        return ()

    def _part(self, lemma: str, features: Features) -> tuple[str, ...]:
        """Inflect what the dictionary knows only inside compounds: *lähtöisyys* as a last part."""
        if self._transducer.lookup(normalize(lemma)):
            return ()
        forms = self._known_word(_FIRST_PART + lemma, features)
        if forms:
            return tuple(form.removeprefix(_FIRST_PART) for form in forms)
        outputs = [o.partition("[Bh]")[0] for o in self._outputs(lemma + _LAST_PART)]
        bases = [o for o in outputs if _is_base(parse_output(o), lemma)]
        return self._generated(bases, lemma, features)

    def _after_hyphen(self, lemma: str, features: Features) -> tuple[str, ...]:
        """Inflect an unknown compound by its last part: *B2B-asiakas*."""
        first, hyphen, last = lemma.rpartition("-")
        if not first or not last or self._transducer.lookup(normalize(lemma)):
            return ()
        return tuple(first + hyphen + form for form in self.inflect(last, features))

    def _outputs(self, form: str) -> list[str]:
        outputs = self._known_outputs.get(form)
        if outputs is None:
            if len(self._known_outputs) >= MAX_REMEMBERED:
                self._known_outputs.clear()
            found = self._transducer.lookup(normalize(form))
            outputs = self._known_outputs[form] = sorted(o for o in found if has_allowed_hyphens(o))
        return outputs

    def _generated(self, bases: list[str], lemma: str, features: Features) -> tuple[str, ...]:
        """Return the confirmed forms of the words whose output strings are ``bases``.

        Comparison and pronouns may change the whole word (*hyvä*, *parempi*); looking for that is slow.
        """
        may_be_suppletive = features.comparison or any("[Lr]" in base for base in bases)
        for is_start_fixed in (True, False) if may_be_suppletive else (True,):
            searches = {
                (_template(base, is_start_fixed=is_start_fixed), _wanted_tags(features, base))
                for base in bases
            }
            found = {form for template, wanted in searches for form in self._search(template).run(wanted)}
            plain = _without_untagged_endings(found)
            forms = [form for form in plain if self._is_confirmed(form, lemma, features)]
            if forms:
                return best_first(lemma, features, forms, self._second_choice(lemma, features))
        return ()

    def _search(self, template: Template) -> _Search:
        search = self._searches.get(template)
        if search is None:
            if len(self._searches) >= MAX_SEARCHES:
                self._searches.clear()
            search = self._searches[template] = _Search(self._transducer, template)
        return search

    def _is_confirmed(self, form: str, lemma: str, features: Features) -> bool:
        return any(
            reading.lemma == lemma and _is_inflected_so(reading, features)
            for reading in self._analyzer.analyze(form)
        )

    def _second_choice(self, lemma: str, features: Features) -> Callable[[str], bool]:
        """Return a test for forms whose paradigm is not the lemma's usual one.

        Action nouns in -us inflect like *siivouksen*, property nouns like *vapauden*. Words that Voikko
        marks as elements of place names (*laki* in the sense of a hilltop) are the rarer homonyms.
        """
        if lemma.endswith(("us", "ys")) and self._is_action_noun(lemma):
            return lambda form: bool(_PROPERTY_STEM.search(form[len(lemma) - 1 :]))
        if not any(_PLACE_ELEMENT in output for output in self._outputs(lemma)):
            return lambda _form: False
        return lambda form: all(
            _PLACE_ELEMENT in output
            for output in self._outputs(form)
            if any(r.lemma == lemma and _is_inflected_so(r, features) for r in parse_outputs([output]))
        )

    def _is_action_noun(self, lemma: str) -> bool:
        verbs = (lemma[:-2] + "ta", lemma[:-2] + "tä")
        return any(
            reading.lemma in verbs and reading.mood is Mood.A_INFINITIVE
            for verb in verbs
            for reading in self._analyzer.analyze(verb)
        )


class _Start(NamedTuple):
    """A path that has written all that the forms of a word share, and perhaps the agent participle's tag."""

    cell: int
    flags: Flags
    form: str
    has_agent_tag: bool


class _Search:
    """Depth-first searches for the forms of one word. What they share is walked once."""

    def __init__(self, transducer: Transducer, template: Template) -> None:
        self._transducer = transducer
        self._tokens, self._letters_before, self._start = template
        self._symbols = transducer.symbols
        self._numbers = [transducer.number_of(char) for char in self._start]
        self._starts = self._walked()

    def run(self, wanted: tuple[str, ...]) -> list[str]:
        """Return the forms that write each of the ``wanted`` tags once, without duplicates."""
        bits = {tag: 1 << number for number, tag in enumerate(wanted)}
        complete = (1 << len(wanted)) - 1
        found: dict[str, None] = {}
        stack = [
            (start.cell, start.flags, start.form, bits.get(_AGENT_PARTICIPLE, 0) * start.has_agent_tag)
            for start in self._starts
            if _AGENT_PARTICIPLE in bits or not start.has_agent_tag
        ]
        for _ in range(MAX_STEPS):
            if not stack:
                break
            cell, flags, form, seen = stack.pop()
            state = self._transducer.state_at(cell)
            if seen == complete and FINAL in state.reading:
                found[form] = None
            for symbol, write, target in state.silent:
                after = self._seen(write, seen, bits) if write else seen
                if after >= 0 and (flags_after := flags.after(symbol) if symbol else flags):
                    stack.append((target, flags_after, form, after))
            for symbol, arcs in self._readable(state.reading, len(form)):
                for write, target in arcs:
                    after = self._seen(write, seen, bits) if write else seen
                    if after >= 0:
                        stack.append((target, flags, form + self._symbols[symbol], after))
        return list(found)

    def _seen(self, write: str, seen: int, bits: dict[str, int]) -> int:
        """Return the tags that a path has seen after writing ``write``, or -1 if no wanted form writes it."""
        if write[0] != "[":
            return seen
        bit = bits.get(write)
        if bit is not None:
            return -1 if seen & bit else seen | bit
        is_last = seen == (1 << len(bits)) - 1
        is_free = write.startswith(_SILENT_TAGS) or (write == _REPEATED_CLASS and is_last)
        return seen if is_free else -1

    def _walked(self) -> list[_Start]:
        """Return the paths that have written all tokens."""
        starts: list[_Start] = []
        stack: list[tuple[int, Flags, str, int, bool]] = [(0, self._transducer.no_flags, "", 0, False)]
        for _ in range(MAX_STEPS):
            if not stack:
                break
            cell, flags, form, done, agent = stack.pop()
            if done == len(self._tokens):
                starts.append(_Start(cell, flags, form, agent))
                continue
            state = self._transducer.state_at(cell)
            for symbol, write, target in state.silent:
                after = self._done(write, done) if write else done
                if after >= 0 and (flags_after := flags.after(symbol) if symbol else flags):
                    stack.append((target, flags_after, form, after, agent or write == _AGENT_PARTICIPLE))
            for symbol, arcs in self._readable(state.reading, len(form)):
                for write, target in arcs:
                    after = self._done(write, done) if write else done
                    if after >= 0:
                        stack.append((target, flags, form + self._symbols[symbol], after, agent))
        return starts

    def _done(self, write: str, done: int) -> int:
        """Return how many tokens a path has written after ``write``, or -1 if it is no path of the word."""
        if write == self._tokens[done]:
            return done + 1
        if write[0] != "[":
            return done if self._letters_before[done] else -1
        return done if write.startswith(_SILENT_TAGS) or write == _AGENT_PARTICIPLE else -1

    def _readable(self, arcs: Arcs, position: int) -> Iterable[tuple[int, ArcEnds]]:
        """Return the symbols, with their arcs, that a form may go on with at a position."""
        if position < len(self._start):
            wanted = self._numbers[position]
            return ((wanted, arcs[wanted]),) if wanted in arcs else ()
        if position >= MAX_FORM_LENGTH:
            return ()
        return [item for item in arcs.items() if item[0] != FINAL] if FINAL in arcs else arcs.items()


def _template(output: str, *, is_start_fixed: bool) -> Template:
    """Return what all forms of the lemma with this output string share."""
    first, boundary, last = output.rpartition("[Bc]")
    tokens = _shared(first + boundary)
    letters_before = [False] * len(tokens)
    content = ""
    for piece in _shared(_before_inflection(last)):
        if piece[0] == "[" or content:
            tokens.append(piece)
            letters_before.append(not content)
            content = _content_after(piece, content)
    start = letters_of(first) + (letters_of(last)[:1] if is_start_fixed else "")
    return Template(tuple(tokens), (*letters_before, True), start)


def _shared(output: str) -> list[str]:
    """Return the tags and letters of ``output`` that stand at the same place in every form."""
    pieces: list[str] = _PIECE.findall(output)
    return [piece for piece in pieces if not piece.startswith(_SILENT_TAGS) and piece != _AGENT_PARTICIPLE]


def _before_inflection(output: str) -> str:
    return _INFLECTION.split(output, maxsplit=1)[0]


def _content_after(piece: str, content: str) -> str:
    if piece in _CONTENT_TAGS:
        return piece
    return "" if piece == "[X]" else content


def _wanted_tags(features: Features, base: str) -> tuple[str, ...]:
    """Return the tags of the inflection as the transducer writes them for the word of ``base``."""
    asked = _as_tagged(features)
    last = base.rpartition("[Bc]")[2]
    tags = [f"[S{asked.case.value}]"]
    if asked.case is not Case.STI:
        tags.append(f"[N{asked.number.value}]")
    if asked.comparison:
        tags.append(f"[C{asked.comparison.value}]")
    else:
        tags += [tag for tag in ("[Cc]", "[Cs]") if tag in last]
    if asked.possessive:
        tags.append(f"[O{asked.possessive.value}]")
    if _AGENT_PARTICIPLE in last:
        tags.append(_AGENT_PARTICIPLE)
    return (*tags, *(f"[F{clitic.value}]" for clitic in asked.clitics))


def _as_tagged(features: Features) -> Features:
    """Before a possessive suffix, nominative plural and genitive singular carry the nominative's tags."""
    if features.possessive and (features.case, features.number) in (
        (Case.NOMINATIVE, Number.PLURAL),
        (Case.GENITIVE, Number.SINGULAR),
    ):
        return features._replace(case=Case.NOMINATIVE, number=Number.SINGULAR)
    return features


def _is_base(reading: Analysis, lemma: str) -> bool:
    return _is_uninflected(reading) and reading.lemma == lemma and reading.number is Number.SINGULAR


def _is_plural_base(reading: Analysis) -> bool:
    return _is_uninflected(reading) and reading.number is Number.PLURAL


def _is_uninflected(reading: Analysis) -> bool:
    return (
        reading.case is Case.NOMINATIVE
        and reading.possessive is None
        and reading.comparison is None
        and not reading.clitics
        and reading.word_class is not WordClass.VERB
    )


def _is_inflected_so(reading: Analysis, features: Features) -> bool:
    found = reading.features
    if found is None or reading.word_class is WordClass.VERB:
        return False
    if features.case is Case.STI:
        found = found._replace(number=features.number)
    return found == features


def _without_untagged_endings(known: set[str]) -> list[str]:
    """Drop forms with -han, -pa or -s, and the archaic *paremmasti*: a shorter form has the same tags."""
    plain = [form for form in known if not _has_untagged_clitic(form, known)]
    return [form for form in plain if not form.endswith(_UNTAGGED_DEGREES)] or plain


def _has_untagged_clitic(form: str, known: set[str]) -> bool:
    if form.endswith(("kos", "kös")) and form[:-1] in known:
        return True
    return any(form.endswith(c) and form.removesuffix(c) in known for c in _UNTAGGED_CLITICS)
