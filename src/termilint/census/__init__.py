"""A census: who is meant by the guarded terms, counted over many documents."""
