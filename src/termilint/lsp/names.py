"""The names by which editors and the server know actions and commands."""

from __future__ import annotations

QUICK_FIX = "quickfix"
FIX_ALL = "source.fixAll.termilint"
ACTION_KINDS = (QUICK_FIX, FIX_ALL)

EXPLAIN = "termilint.explainRule"
ADD_TO_BASELINE = "termilint.addToBaseline"
