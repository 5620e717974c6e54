"""Questions to git, which may be missing; names come as they are, not quoted."""

from __future__ import annotations

import os
import subprocess

# A repository must not be able to name a program that runs here, nor to make git fetch what it lacks.
_OPTIONS = ("-c", "core.quotepath=off", "-c", "core.fsmonitor=false")
_ENVIRONMENT = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}


def output(folder: str, *arguments: str) -> bytes | None:
    """What a git command in ``folder`` prints; None if git fails or there is none."""
    try:
        done = subprocess.run(  # noqa: S603  # no shell; folders and options are separate arguments
            _command(folder, arguments),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | _ENVIRONMENT,
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def started(folder: str, *arguments: str) -> subprocess.Popen[bytes]:
    """A git command in ``folder`` that is asked and answers through pipes. Raises OSError."""
    return subprocess.Popen(  # noqa: S603  # no shell; folders and options are separate arguments
        _command(folder, arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | _ENVIRONMENT,
    )


def _command(folder: str, arguments: tuple[str, ...]) -> list[str]:
    return ["git", *_OPTIONS, "-C", folder, *arguments]
