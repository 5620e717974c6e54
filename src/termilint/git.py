"""Questions to git, which may be missing; names come as they are, not quoted."""

from __future__ import annotations

import os
import subprocess

# A repository must not be able to name a program that runs here.
_OPTIONS = ("-c", "core.quotepath=off", "-c", "core.fsmonitor=false")
_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}


def output(folder: str, *arguments: str) -> bytes | None:
    """What a git command in ``folder`` prints; None if git fails or there is none."""
    command = ["git", *_OPTIONS, "-C", folder, *arguments]
    try:
        done = subprocess.run(  # noqa: S603  # no shell; folders and options are separate arguments
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | _ENVIRONMENT,
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
