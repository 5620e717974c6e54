"""JSON that any stream can hold and that no terminal obeys."""

from __future__ import annotations

import json
import re
from typing import Any, TextIO

_NOT_ASCII = re.compile(r"[^\x00-\x7e]")
_UNSAFE = re.compile(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def write_json(value: Any, stream: TextIO, *, indent: int | None = None) -> None:
    """Write ``value`` and a line end; in ASCII if the stream is not UTF-8."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    escaped = _UNSAFE if is_utf8(stream) else _NOT_ASCII
    stream.write(escaped.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n")


def is_utf8(stream: TextIO) -> bool:
    """True unless the stream says that it has another encoding."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return encoding.lower().replace("-", "") == "utf8"
