"""What a finding speaks of, as suggestions see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from termilint.model.span import TextSpan

if TYPE_CHECKING:
    from termilint.matching.sentence import Sentence
    from termilint.model.document import Block
    from termilint.morphology.analysis import Analysis


class Target(NamedTuple):
    """What a finding speaks of: tokens ``start`` to ``end`` of a sentence.

    ``word`` is the rule's base form. ``readings`` are the readings as that word; none where the place
    is a phrase or half a word, which nothing can be inflected like.
    """

    block: Block
    sentence: Sentence
    start: int
    end: int
    word: str
    readings: tuple[Analysis, ...]

    @property
    def span(self) -> TextSpan:
        """Where it stands in the block's text."""
        tokens = self.sentence.tokens
        return TextSpan(tokens[self.start].start, tokens[self.end - 1].end)

    @property
    def surface(self) -> str:
        """The text as written."""
        return self.span.slice(self.block.text)
