"""What the program says of the documents of this folder, one line a finding.

``python -m tests.corpus.snapshot`` writes it anew after a change of rules, word lists or matching; what
git then shows as changed is what the change does to whole texts.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = Path(__file__).parent
SNAPSHOT = CORPUS / "findings.txt"
SUGGESTIONS = 3


def documents(folder: Path) -> list[Path]:
    """The documents under a folder, in the order of their names."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


def packs() -> list[Path]:
    """The folders of the packs that have documents; each has the configuration that switches its pack on."""
    return sorted(path.parent for path in CORPUS.glob("*/.termilint.yaml"))


def snapshot() -> str:
    """Path and line, rule, words, and the first suggestions of every finding of every pack."""
    return "".join(f"{line}\n" for pack in packs() for line in _lines(pack))


def report(pack: Path) -> dict[str, Any]:
    """The JSON report that the installed command gives of all documents of a pack."""
    names = [path.relative_to(pack).as_posix() for path in documents(pack)]
    command = [sys.executable, "-m", "termilint", "check", "--engine", "embedded", "--format", "json"]
    done = subprocess.run([*command, *names], cwd=pack, capture_output=True, check=False)  # noqa: S603  # own files
    if done.stderr:
        raise RuntimeError(done.stderr.decode())
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _lines(pack: Path) -> Iterator[str]:
    for file in report(pack)["files"]:
        for finding in file["findings"]:
            place = f"{pack.name}/{file['name']}:{finding['start']['line']}"
            words = " | ".join(one["text"] for one in finding["suggestions"][:SUGGESTIONS]) or "–"
            yield f"{place} {finding['rule']} ”{' '.join(finding['matched'].split())}” → {words}"


if __name__ == "__main__":
    SNAPSHOT.write_text(snapshot(), encoding="utf-8", newline="\n")
