"""The language server as an editor feels it: its start, a keystroke in a long text, memory over many edits.

    python benchmarks/editor.py [--keystrokes N] [--edits N] [--starts N]

A keystroke is timed from the change that is sent to the diagnostics that come, without the pause that
the server waits for. CPU seconds do not count what else the machine does; they and memory are read from
/proc. Random edits whose text and ranges are compared: TERMILINT_FUZZ_EDITS=20000 python -m pytest
tests/lsp/test_documents.py
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from termilint.lsp.server import DEBOUNCE

URI = "untitled:Untitled-1"
FINDINGS = 200
BYTES = 100_000
EDITS_BETWEEN_LOOKS = 50
_TICKS = os.sysconf("SC_CLK_TCK")
PLAIN = (
    "Kuntalaiset saavat palvelun pyynnöstä kahden viikon kuluessa.",
    "Toimitamme raportin keväällä hallitukselle 😀.",
    "Sade jatkui koko yön ja aamulla kadut olivat märkiä.",
    "Kokous pidetään kirjastossa tiistaina ääniä kuunnellen.",
)
WORN = (
    "Asiakkaat odottavat vastausta nopeasti.",
    "Kehitämme asiakaskokemusta joka päivä.",
    "Palvelemme asiakkaita kolme kertaa viikossa.",
    "Mittaamme asiakaslähtöisyyttä vuosittain.",
)
"""Sentences with one finding each."""


def long_text(rng: random.Random) -> str:
    """Markdown of 100 kB with 200 findings, spread evenly."""
    paragraphs: list[str] = []
    size = reported = 0
    while size < BYTES:
        lines = [rng.choice(PLAIN) for _ in range(5)]
        if reported < FINDINGS * (size + 1) / BYTES + 1 and reported < FINDINGS:
            lines.insert(2, rng.choice(WORN))
            reported += 1
        paragraphs.append("\n".join(lines) + "\n\n")
        size += len(paragraphs[-1].encode())
    return "# Otsikko\n\n" + "".join(paragraphs)


class Server:
    """A server process and the messages to and from it."""

    def __init__(self) -> None:
        program = shutil.which("termilint", path=str(Path(sys.executable).parent)) or "termilint"
        self._process = subprocess.Popen(  # noqa: S603  # our own
            [program, "lsp", "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.ask("initialize", {"capabilities": {}, "processId": os.getpid(), "rootUri": None})
        self.tell("initialized", {})

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        """Send a request and wait for its answer."""
        self._send({"jsonrpc": "2.0", "id": method, "method": method, "params": params})
        while (message := self._message()).get("id") != method:
            pass
        return message

    def shown(self, version: int) -> int:
        """Wait for the diagnostics of a version; gives their number."""
        while True:
            message = self._message()
            if message.get("method") == "textDocument/publishDiagnostics":
                params = message["params"]
                if params["version"] == version:
                    return len(params["diagnostics"])

    def end(self) -> int:
        """End the session; gives the exit code."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self._process.wait()

    @property
    def cpu(self) -> float:
        """Seconds that the process has worked."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    @property
    def memory(self) -> float:
        """MiB that the process holds."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024

    def _send(self, message: Any) -> None:
        raw = json.dumps(message).encode()
        assert self._process.stdin  # noqa: S101  # a pipe was asked for
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(raw), raw))
        self._process.stdin.flush()

    def _message(self) -> Any:
        assert self._process.stdout  # noqa: S101  # a pipe was asked for
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.startswith(b"Content-Length:"):
                length = int(line.partition(b":")[2])
        return json.loads(self._process.stdout.read(length))


class Typist:
    """Types in one long text."""

    def __init__(self, server: Server, rng: random.Random) -> None:
        self.version = 0
        self._server = server
        self._rng = rng
        text = long_text(rng)
        self._lines = text.count("\n")
        item = {"uri": URI, "languageId": "markdown", "version": 0, "text": text}
        server.tell("textDocument/didOpen", {"textDocument": item})

    def type(self) -> None:
        """Insert a letter at the beginning of some line, or take it out again."""
        self.version += 1
        line = self._rng.randrange(2, self._lines)
        start = {"line": line, "character": 0}
        end = {"line": line, "character": self.version % 2}
        change = {"range": {"start": start, "end": end}, "text": "" if self.version % 2 else "Ä"}
        document = {"uri": URI, "version": self.version}
        self._server.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})


def starts(number: int) -> None:
    """Print what a start takes, from the process to the answer to its first request."""
    walls, cpus = [], []
    for _ in range(number):
        began = time.perf_counter()
        server = Server()
        walls.append(time.perf_counter() - began)
        cpus.append(server.cpu)
        server.end()
    print(f"start: {min(walls):.2f} s at best, median {median(walls):.2f} s (CPU {median(cpus):.2f} s)")


def keystrokes(number: int) -> None:
    """Print how long diagnostics take after a change."""
    server = Server()
    typist = Typist(server, random.Random(1))
    found = server.shown(0)
    walls, cpus = [], []
    for _ in range(number):
        before, began = server.cpu, time.perf_counter()
        typist.type()
        server.shown(typist.version)
        walls.append((time.perf_counter() - began - DEBOUNCE) * 1000)
        cpus.append((server.cpu - before) * 1000)
    server.end()
    print(
        f"keystroke in {BYTES // 1000} kB with {found} findings: {_spread(walls)} ms (CPU {_spread(cpus)} ms)"
    )


def memory(edits: int) -> None:
    """Print what memory the server holds as edits go on."""
    server = Server()
    typist = Typist(server, random.Random(2))
    server.shown(0)
    held = []
    for number in range(edits + 1):
        if number % max(edits // 10, 1) == 0:
            held.append(server.memory)
        typist.type()
        if number % EDITS_BETWEEN_LOOKS == 0:
            server.shown(typist.version)
    code = server.end()
    print(f"memory over {edits} edits: {' '.join(f'{one:.0f}' for one in held)} MiB (exit code {code})")


def _spread(values: list[float]) -> str:
    return f"median {median(values):.0f}, p95 {quantiles(values, n=20)[-1]:.0f}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--starts", type=int, default=10)
    parser.add_argument("--keystrokes", type=int, default=200)
    parser.add_argument("--edits", type=int, default=10_000)
    given = parser.parse_args()
    if given.starts:
        starts(given.starts)
    if given.keystrokes:
        keystrokes(given.keystrokes)
    if given.edits:
        memory(given.edits)


if __name__ == "__main__":
    main()
