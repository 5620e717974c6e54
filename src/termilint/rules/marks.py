"""The program's own marks in texts."""

from __future__ import annotations

MARK = "termilint-"
"""What comments that silence findings begin with: a text without it has none."""
