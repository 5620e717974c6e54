"""A phrase inflected like a word by itself, without a sentence around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.matching.sentence import Sentence
from termilint.model.span import TextSpan
from termilint.suggestions.rewrite import Rewriter

if TYPE_CHECKING:
    from termilint.morphology.analyzer import Analyzer


def inflect_like(template: str, model: str, analyzer: Analyzer) -> tuple[str, ...]:
    """The forms of ``template`` (words in base form) that are inflected like the word ``model``.

    A model that can be read in several ways gives the form for each; where a possessive suffix can
    stand in several places, all of them are there. Empty if ``model`` is not one word that the
    dictionary knows and that inflects, or if the template has no such form.
    """
    sentence = Sentence(model, TextSpan(0, len(model)), analyzer)
    if len(sentence) != 1 or not template.split():
        return ()
    rewriter = Rewriter(analyzer)
    place = rewriter.place(sentence, 0, 1)
    return rewriter.variants(template, place.surface, place.readings)
