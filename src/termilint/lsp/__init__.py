"""The language server: what ``termilint lsp`` says to editors. Needs the extra ``lsp``.

Only ``server`` and what it imports know the protocol's types; text goes in as it does from files.
"""
