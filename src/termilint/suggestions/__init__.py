"""Rewrites: the rule gives the lemma, the text gives the inflection."""
