"""Numbers and counted nouns as readers of a language write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from termilint.messages import PageTexts


class Wording(NamedTuple):
    """Texts with numbers in them."""

    texts: PageTexts

    def number(self, number: float) -> str:
        """*12 345*, and one decimal of a fraction."""
        plain = self.texts.plain
        whole = f"{number:,.1f}" if isinstance(number, float) else f"{number:,}"
        return whole.replace(",", "\0").replace(".", plain["decimal"]).replace("\0", plain["thousands"])

    def counted(self, name: str, number: int, *details: object) -> str:
        """A text about ``number`` things."""
        return self.texts.counted[name].of(number, *details, shown=self.number(number))

    def percent(self, part: int, whole: int) -> str:
        """The share in whole percent; of nothing it is none."""
        return self.texts.plain["percent"].format(round(100 * part / whole) if whole else 0)

    def day(self, day: date) -> str:
        """The day in figures: *7.3.2026*, or as the language has it."""
        return self.texts.plain["day"].format(day=day.day, month=day.month, year=day.year)

    def around(self, text: str) -> tuple[str, str]:
        """What stands before and after ``{0}`` in a text, for a link or a word to stand between."""
        before, _, after = text.partition("{0}")
        return before, after
