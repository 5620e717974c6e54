"""The two small notations of rule files: phrase patterns and marked examples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from termilint.rules.model import Example, Gap, Mark, PhrasePattern, Word
from termilint.rules.problems import quoted

WORD = re.compile(r"[^\W_]+(?:[-'’.:][^\W_]+)*")  # one word, also with a hyphen or apostrophe inside

MAX_ELEMENTS = 20
MAX_GAP = 30
"""So many words of any kind at most in all gaps of a pattern: a phrase is no longer than a clause."""
MAX_WORD_LENGTH = 100

MARKS = frozenset(":")
"""What may stand in a pattern besides words: a colon tells a label from a word in a sentence."""

_GAP = re.compile(r"\*([1-9])?")
_EXAMPLE = re.compile(r"\$\{([^{}]*)\}|\{([^{}]*)\}|([{}])")

Resolve = Callable[[str], Iterable[str]]


class NotationError(ValueError):
    """A text does not follow its notation; the message says what is wrong with it."""


def phrase_pattern(text: str, resolve: Resolve) -> PhrasePattern:
    """The pattern that ``text`` writes; ``resolve`` gives the words of a named list.

    Raises NotationError.
    """
    elements = _merged(_element(part, resolve) for part in text.split())
    if not elements or not _is_word(elements[0]) or isinstance(elements[-1], Gap):
        raise NotationError("must begin and end with a word, not with *")
    if len(elements) > MAX_ELEMENTS:
        raise NotationError(f"has {len(elements)} words and gaps; allowed are {MAX_ELEMENTS}")
    gaps = sum(element.most for element in elements if isinstance(element, Gap))
    if gaps > MAX_GAP:
        raise NotationError(f"has gaps of {gaps} words together; allowed are {MAX_GAP}")
    return PhrasePattern(elements, text)


def _is_word(element: Word | Gap) -> bool:
    return isinstance(element, Word) and not element.forms & MARKS


def _element(part: str, resolve: Resolve) -> Word | Gap:
    if gap := _GAP.fullmatch(part):
        return Gap(0, int(gap[1])) if gap[1] else Gap(1, 1)
    if part in MARKS:
        return Word(forms=frozenset({part}))
    if part.startswith("*"):
        raise NotationError(
            f"holds {quoted(part)}; allowed are * for one word and *1 to *9 for up to so many"
        )
    lemmas: set[str] = set()
    forms: set[str] = set()
    for option in part.split("|"):
        if option.startswith("$"):
            lemmas.update(resolve(option[1:]))
        elif option.startswith("="):
            forms.add(_word(option[1:], part).lower())
        else:
            lemmas.add(_word(option, part))
    return Word(frozenset(lemmas), frozenset(forms))


def _word(text: str, part: str) -> str:
    if len(text) <= MAX_WORD_LENGTH and WORD.fullmatch(text):
        return text
    raise NotationError(f"holds {quoted(part)}; allowed are words, =forms and $lists with | between them")


def _merged(elements: Iterable[Word | Gap]) -> tuple[Word | Gap, ...]:
    merged: list[Word | Gap] = []
    for element in elements:
        before = merged[-1] if merged else None
        if isinstance(element, Gap) and isinstance(before, Gap):
            merged[-1] = Gap(before.least + element.least, before.most + element.most)
        else:
            merged.append(element)
    return tuple(merged)


def example(markup: str) -> Example:
    """The example that ``markup`` writes: ``{…}`` marks a place, ``${…}`` right after it its rewrite.

    Raises NotationError.
    """
    text = ""
    copied = 0
    marks: list[Mark] = []
    for found in _EXAMPLE.finditer(markup):
        text += markup[copied : found.start()]
        if found[1] is not None:
            _add_rewrite(marks, found[1], adjacent=found.start() == copied)
        elif found[2]:
            marks.append(Mark(len(text), len(text) + len(found[2])))
            text += found[2]
        else:
            raise NotationError(f'holds a lonely or empty brace: "{found[0]}"')
        copied = found.end()
    return Example(text + markup[copied:], tuple(marks))


def markup(example: Example) -> str:
    """What :func:`example` reads as ``example``, if no brace is in its text."""
    text = ""
    copied = 0
    for mark in example.marks:
        rewrite = f"${{{mark.replacement}}}" if mark.replacement else ""
        place = example.text[mark.start : mark.end]
        text += f"{example.text[copied : mark.start]}{{{place}}}{rewrite}"
        copied = mark.end
    return text + example.text[copied:]


def _add_rewrite(marks: list[Mark], rewrite: str, *, adjacent: bool) -> None:
    if not (marks and adjacent and rewrite and marks[-1].replacement is None):
        raise NotationError("holds a rewrite ${…} that is empty or not right after its mark {…}")
    marks[-1] = Mark(marks[-1].start, marks[-1].end, rewrite)
