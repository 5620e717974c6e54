"""What the process's exit code says."""

OK = 0
FINDINGS = 1
ERROR = 2
INTERRUPTED = 130
