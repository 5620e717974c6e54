"""Editors that vanish, and messages that are none."""

import json
import subprocess
from typing import Any

from tests.lsp.editor import PATIENCE, command


def test_an_editor_that_vanishes_leaves_no_server() -> None:
    done = subprocess.run([command(), "lsp"], input=b"", capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603  # our own
    assert (done.returncode, done.stdout) == (0, b"")


def message(content: Any) -> bytes:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(raw), raw)


def test_garbage_is_survived() -> None:
    rpc = {"jsonrpc": "2.0"}
    uri = "file:///tmp/%ff%00/a.md"
    change = {
        "range": {"start": {"line": 7, "character": 9}, "end": {"line": 0, "character": 1}},
        "text": "\ud800",
    }
    garbage: list[bytes] = [
        b"GET / HTTP/1.1\r\n\r\n",
        message(b"\xff\xfe{"),
        message(b"[" * 5000),
        message([]),
        message(17),
        message({**rpc, "id": 2, "method": "no/such"}),
        message({**rpc, "method": "textDocument/didOpen", "params": {"textDocument": 3}}),
        message({**rpc, "method": "textDocument/didChange",
                 "params": {"textDocument": {"uri": uri, "version": 3}, "contentChanges": [change]}}),
        message({**rpc, "method": "textDocument/didOpen", "params": {"textDocument": {
            "uri": uri, "languageId": "markdown", "version": 0, "text": "\ufeff\ud800 asiakkaat\u0000"}}}),
        message({**rpc, "method": "textDocument/didChange",
                 "params": {"textDocument": {"uri": uri, "version": 3}, "contentChanges": [change]}}),
        message({**rpc, "id": 3, "method": "textDocument/codeAction", "params": {
            "textDocument": {"uri": "x:y"}, "range": change["range"], "context": {"diagnostics": []}}}),
        message({**rpc, "id": 4, "method": "workspace/executeCommand",
                 "params": {"command": "termilint.explainRule", "arguments": [uri]}}),
        message({**rpc, "method": "textDocument/didClose", "params": {"textDocument": {"uri": "x:never"}}}),
        message({**rpc, "method": "$/cancelRequest", "params": {"id": 99}}),
    ]  # fmt: skip
    start = {**rpc, "id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": None}}
    end = [message({**rpc, "id": 9, "method": "shutdown"}), message({**rpc, "method": "exit"})]
    sent = b"".join([message(start), message({**rpc, "method": "initialized", "params": {}}), *garbage, *end])
    done = subprocess.run([command(), "lsp"], input=sent, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603  # our own
    assert done.returncode == 0, done.stderr
    assert b'"id": 9, "jsonrpc": "2.0", "result": null' in done.stdout


def _talked(*messages: dict[str, Any]) -> tuple[int, str]:
    """The exit code and the answers of a server that hears these messages after its start."""
    rpc = {"jsonrpc": "2.0"}
    start = {"id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": None}}
    sent = b"".join(message({**rpc, **one}) for one in (start, *messages))
    done = subprocess.run([command(), "lsp"], input=sent, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603  # our own
    return done.returncode, done.stdout.decode()


def test_a_request_after_shutdown_is_refused() -> None:
    late = {"id": 8, "method": "textDocument/hover", "params": {
        "textDocument": {"uri": "untitled:a"}, "position": {"line": 0, "character": 0}}}  # fmt: skip
    code, answers = _talked({"id": 7, "method": "shutdown"}, late, {"method": "exit"})
    assert code == 0
    (refused,) = [part for part in answers.split("Content-Length") if '"id": 8' in part]
    assert '"code": -32600' in refused


def test_an_exit_without_shutdown_is_a_failure() -> None:
    assert _talked({"method": "exit"})[0] == 1
