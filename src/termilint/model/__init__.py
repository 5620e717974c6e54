"""Plain values that every layer shares: spans, sources, documents, findings, fixes."""
