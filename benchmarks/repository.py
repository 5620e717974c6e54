"""A git repository of many files: discovery, whole runs with one and two processes, a warm small run.

Usage: python -m benchmarks.repository [--files N] [--keep FOLDER]

One file in ten has findings. Each file has about 4,000 characters; a tenth of them has a suffix that
no reader knows.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.speed import SEED, cost_of, markdown, median_cost
from termilint.discovery import Selection
from termilint.runner import inputs

if TYPE_CHECKING:
    from collections.abc import Iterable

FOLDERS = ("docs", "docs/ohjeet", "docs/pöytäkirjat", "sivut/ääni", "src", "src/osat/pohjat")
CHARACTERS = 4_000
VARIANTS = 40


def build(root: Path, files: int) -> None:
    """Write the files and let git track most of them."""
    chance = random.Random(SEED)
    bodies = {
        with_uses: [markdown(CHARACTERS, with_uses=with_uses, seed=seed) for seed in range(VARIANTS)]
        for with_uses in (False, True)
    }
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True)
    for number in range(files):
        suffix = ".py" if number % 10 == 9 else chance.choice((".md", ".md", ".txt", ".html"))
        path = root / chance.choice(FOLDERS) / f"sivu-{number}{suffix}"
        path.write_text(chance.choice(bodies[number % 10 == 0]), encoding="utf-8")
    run_git(root, "init", "-q", ".")
    run_git(root, "add", ".")


def run_git(root: Path, *arguments: str) -> None:
    """Run git and fail if it fails."""
    subprocess.run(["git", "-C", str(root), *arguments], check=True)  # noqa: S603, S607


def discovery_seconds(root: Path) -> tuple[float, int]:
    """The fastest of five listings, and the number of files."""
    took = []
    for _ in range(5):
        start = time.perf_counter()
        found = inputs([str(root)], selection=Selection(str(root), exclude=("*.tmp", "vendor/")))
        took.append(time.perf_counter() - start)
    return min(took), len(found)


def command(paths: Iterable[Path | str], *options: str) -> list[str]:
    """A whole run of the program without a configuration."""
    base = [sys.executable, "-m", "termilint", "check", "--no-config", "--exit-zero", "--format", "concise"]
    return [*base, *options, *map(str, paths)]


def measure(root: Path) -> None:
    """Print the figures."""
    seconds, number = discovery_seconds(root)
    print(f"discovery of {number} files: {seconds:.3f} s")
    print("run                          CPU s   wall s   peak MiB")
    for engine in ("embedded", "native"):
        for jobs in ("1", "2"):
            cost = cost_of(command([root], "--jobs", jobs, "--engine", engine))
            name = f"all, {engine}, {jobs} proc."
            print(f"{name:<26}{cost.cpu:>8.3f}{cost.wall:>9.3f}{cost.peak:>11.1f}")
    small = [path for path in sorted((root / "docs").glob("*.md")) if path.is_file()][:5]
    cost = median_cost(command(small), 7)
    print(f"{'5 small files, warm':<26}{cost.cpu:>8.3f}{cost.wall:>9.3f}{cost.peak:>11.1f}")


def main() -> None:
    """Make the repository and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=5_000)
    parser.add_argument("--keep", type=Path, help="make the repository here, or use the one that is here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = options.keep or Path(folder)
        if not (root / ".git").exists():
            build(root, options.files)
        measure(root)


if __name__ == "__main__":
    main()
