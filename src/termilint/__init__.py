"""termilint: a vocabulary linter for Finnish customer jargon."""

from __future__ import annotations

__all__ = ["__version__", "inflect_like"]
__version__ = "0.1.0"


def inflect_like(template: str, model: str) -> tuple[str, ...]:
    """The forms of ``template`` that are inflected like the word ``model``, best first.

    ``template`` holds words in base form: ``inflect_like("palvelun käyttäjä", "asiakkaillemmekin")``
    gives *palvelumme käyttäjillekin* and *palvelun käyttäjillemmekin*. Empty if there is none. Raises
    ``termilint.errors.DictionaryError`` if the packaged dictionary is missing or damaged.
    """
    # Imported here so that importing termilint stays cheap.
    from termilint.morphology.analyzer import shared_analyzer
    from termilint.suggestions.like import inflect_like as inflected

    return inflected(template, model, shared_analyzer())
