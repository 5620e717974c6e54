"""termilint: a vocabulary linter for Finnish customer jargon."""

__version__ = "0.1.0"
