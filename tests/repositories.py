"""git repositories for tests."""

import subprocess
from pathlib import Path

_OPTIONS = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str) -> bytes:
    """Run git in ``folder`` and give what it prints. Raises CalledProcessError if it fails."""
    command = ["git", "-C", str(folder), *_OPTIONS, *arguments]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603  # no shell
