"""A census of many documents: CPU seconds, wall seconds, and the peak memory of every process.

Usage: python -m benchmarks.census [--files N ...] [--keep FOLDER]

The documents are those of the repository benchmark; with ``--uses`` every one of them has uses. Peak
memory is read from /proc, so this runs on Linux only.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import NamedTuple

from benchmarks.repository import FOLDERS, VARIANTS, build, run_git
from benchmarks.speed import markdown

_PAUSE = 0.01


class Measured(NamedTuple):
    """What a run took, and the peak MiB of the parent and of each worker."""

    cpu: float
    wall: float
    parent: float
    workers: tuple[float, ...]


def build_with_uses(root: Path, files: int) -> None:
    """Documents that all have uses, a third of them with several senses."""
    bodies = [markdown(4_000, with_uses=True, seed=seed) for seed in range(VARIANTS)]
    for number in range(files):
        path = root / FOLDERS[number % len(FOLDERS)] / f"sivu-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{bodies[number % VARIANTS]}\nLuku {number}.\n", encoding="utf-8")
    run_git(root, "init", "-q", ".")
    run_git(root, "add", ".")
    run_git(root, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "x")


def measure(root: Path, *options: str) -> Measured:
    """Run ``termilint census`` on a folder and watch its processes."""
    command = [sys.executable, "-m", "termilint", "census", "--no-config", "--format", "json", *options, "."]
    before, start = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL)  # noqa: S603  # this program
    peaks: dict[int, float] = {}
    watcher = threading.Thread(target=_watch, args=(process, peaks))
    watcher.start()
    process.wait()
    watcher.join()
    wall, after = time.perf_counter() - start, getrusage(RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    parent = peaks.pop(process.pid, 0.0)
    return Measured(cpu, wall, parent, tuple(sorted(peaks.values(), reverse=True)))


def _watch(process: subprocess.Popen[bytes], peaks: dict[int, float]) -> None:
    while process.poll() is None:
        for pid in (process.pid, *_children(process.pid)):
            with suppress(OSError, StopIteration):
                peaks[pid] = _peak(pid)
        time.sleep(_PAUSE)


def _children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _peak(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def main() -> None:
    """Make the documents and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, nargs="+", default=[1_000, 5_000])
    parser.add_argument("--uses", action="store_true", help="documents that all have uses")
    parser.add_argument("--engine", default="embedded")
    options = parser.parse_args()
    print("documents  processes  run                   CPU s   wall s  parent MiB  workers MiB")
    for files in options.files:
        with tempfile.TemporaryDirectory() as folder:
            (build_with_uses if options.uses else build)(Path(folder), files)
            runs = [("files", ())] + ([("between HEAD HEAD", ("--between", "HEAD", "HEAD"))] * options.uses)
            for name, more in runs:
                for jobs in ("1", "2"):
                    found = measure(Path(folder), "--jobs", jobs, "--engine", options.engine, *more)
                    workers = ", ".join(f"{peak:.0f}" for peak in found.workers if peak > 20)
                    figures = f"{found.cpu:>8.2f}{found.wall:>9.2f}{found.parent:>12.0f}  {workers}"
                    print(f"{files:>9}  {jobs:>9}  {name:<18}{figures}")


if __name__ == "__main__":
    main()
