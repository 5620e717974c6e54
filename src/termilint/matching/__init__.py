"""Finding what a rule speaks of: bare terms, worn words, empty phrases."""
