"""How large rules may be: they come from anywhere, and are read before anybody has looked at them."""

MAX_BYTES = 1_000_000
"""Bytes of one rule file."""
MAX_FILES = 1_000
"""Files of one pack."""
MAX_TOTAL_BYTES = 20_000_000
"""Bytes of the rule files of one pack."""
MAX_VALUES = 50_000
"""Texts, lists and mappings of one rule file: each takes far more memory than its bytes."""
MAX_TOTAL_VALUES = 200_000
"""Texts, lists and mappings of all rule files that are read together."""
