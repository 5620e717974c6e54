"""The program's own marks in texts."""

from __future__ import annotations

MARK = "termilint-"
"""What comments that silence findings begin with: a text without it has none."""

PAGE_MARK = '<meta name="generator" content="termilint">'
"""Stands in the head of the program's own pages: they are no texts of the house that they tell of."""

PAGE_HEAD = 2_000
"""Code points within which the mark of a page stands."""


def is_own_page(text: str) -> bool:
    """True for a page that the program has written."""
    return PAGE_MARK in text[:PAGE_HEAD]
