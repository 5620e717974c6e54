"""One repository checked by termilint and its peers: same machine, same files, same run.

Usage: python -m benchmarks.peers [--files N] [--runs N] [--keep FOLDER] [--tools FOLDER]

npm installs textlint with textlint-rule-prh, and cspell; pip installs typos; all into a folder of their
own. The others know no Finnish, so each gets the forms of asiakas as a list: it finds the words, but
cannot tell a bare use from *uusi asiakas*, nor a compound. Spelling is turned off where a tool can. They
look at Markdown and plain text, which all of them read. Only findings that name asiakas are counted.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.repository import build
from benchmarks.speed import Cost, cost_of
from termilint.morphology.analyzer import open_analyzer
from termilint.morphology.features import Case, Features, Number, Possessive
from termilint.morphology.inflection import Inflector

if TYPE_CHECKING:
    from collections.abc import Iterable

NPM = ("textlint", "textlint-rule-prh", "cspell")
SUFFIXES = ("md", "txt")
STEM = "asiak"


class Peer(NamedTuple):
    """A tool and the whole command that checks the repository."""

    name: str
    command: list[str]


def forms() -> list[str]:
    """The forms of asiakas in all cases and numbers, with and without possessive suffixes."""
    inflector = Inflector(open_analyzer("embedded"))
    wanted = (
        Features(case, number, possessive, ())
        for case in Case
        if case not in (Case.STI, Case.ACCUSATIVE)
        for number in Number
        for possessive in (None, *Possessive)
    )
    return sorted({form for features in wanted for form in inflector.inflect("asiakas", features)})


def install(tools: Path) -> None:
    """Install the tools, unless they are there."""
    if not (tools / "node_modules").exists():
        npm = shutil.which("npm") or sys.exit("npm is not installed")
        run([npm, "install", "--silent", "--prefix", str(tools), *NPM])
    if not (tools / "venv").exists():
        run([sys.executable, "-m", "venv", str(tools / "venv")])
        run([str(tools / "venv" / "bin" / "pip"), "install", "--quiet", "typos"])


def run(command: list[str]) -> None:
    """Run a command and fail if it fails."""
    subprocess.run(command, check=True)  # noqa: S603  # our own words


def peers(tools: Path, root: Path) -> list[Peer]:
    """The tools, set up to look at the folder ``root``."""
    node, globs = tools / "node_modules" / ".bin", [f"**/*.{suffix}" for suffix in SUFFIXES]
    configs = {name: str(write(tools / name, text)) for name, text in configurations(tools, forms())}
    own = [sys.executable, "-m", "termilint", "check", "--exit-zero", "--format", "concise"]
    own += ["--config", configs["termilint.yaml"], str(root)]
    textlint = [str(node / "textlint"), "--format", "unix", "--config", configs["textlintrc.json"]]
    textlint += ["--rulesdir", str(tools / "node_modules"), *(f"{root}/{glob}" for glob in globs)]
    cspell = [str(node / "cspell"), "lint", "--no-progress", "--root", str(root)]
    cspell += ["--config", configs["cspell.json"], *globs]
    typos = [str(tools / "venv" / "bin" / "typos"), "--format", "brief", "--isolated"]
    typos += ["--config", configs["typos.toml"], str(root)]
    return [
        Peer("termilint, 2 processes", [*own, "--jobs", "2"]),
        Peer("termilint, 1 process", [*own, "--jobs", "1"]),
        Peer("textlint + prh", textlint),
        Peer("cspell", cspell),
        Peer("typos", typos),
    ]


def configurations(tools: Path, words: list[str]) -> Iterable[tuple[str, str]]:
    """File names and texts. YAML takes JSON as it is."""
    either = [*words, *map(str.capitalize, words)]
    yield "termilint.yaml", json.dumps({"include": [f"*.{suffix}" for suffix in SUFFIXES]})
    yield "prh.yml", json.dumps({"version": 1, "rules": [{"expected": "ihminen", "patterns": either}]})
    yield "textlintrc.json", json.dumps({"rules": {"prh": {"rulePaths": [str(tools / "prh.yml")]}}})
    flagged = {"flagWords": words, "unknownWords": "report-flagged", "dictionaries": []}
    yield "cspell.json", json.dumps({"version": "0.2", "language": "fi", **flagged})
    disallowed = "".join(f'"{word}" = ""\n' for word in words)
    excluded = 'files.extend-exclude = ["*.html", "*.py"]\n'
    yield "typos.toml", f"{excluded}[default.extend-words]\n{disallowed}"


def write(path: Path, text: str) -> Path:
    """Write a file and return its path."""
    path.write_text(text, encoding="utf-8")
    return path


def findings(peer: Peer) -> int:
    """How many lines of the tool's report name asiakas."""
    done = subprocess.run(peer.command, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603
    return sum(STEM in line.lower() for line in done.stdout.splitlines())


def measure(found: list[Peer], runs: int) -> None:
    """Print the median of several rounds, in each of which every tool runs once."""
    numbers = [findings(peer) for peer in found]
    rounds = [[cost_of(peer.command) for peer in found] for _ in range(runs)]
    print("tool                     wall s    CPU s   peak MiB  findings")
    for peer, number, costs in zip(found, numbers, zip(*rounds, strict=True), strict=True):
        cost = Cost(*(statistics.median(values) for values in zip(*costs, strict=True)))
        print(f"{peer.name:<23}{cost.wall:>8.2f}{cost.cpu:>9.2f}{cost.peak:>11.0f}{number:>10}")


def main() -> None:
    """Make the repository, install the tools and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=5_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="make the repository here, or use the one that is here")
    parser.add_argument("--tools", type=Path, help="install the tools here, or use those that are here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = options.keep or Path(folder, "repository")
        tools = options.tools or Path(folder, "tools")
        tools.mkdir(parents=True, exist_ok=True)
        install(tools)
        if not (root / ".git").exists():
            build(root, options.files)
        measure(peers(tools.absolute(), root.absolute()), options.runs)


if __name__ == "__main__":
    main()
