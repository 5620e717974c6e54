"""Compile the rule files to one JSON file, which loads many times faster than YAML."""

from __future__ import annotations

import json
import sys
import zlib
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path


def write_rules(source: Path, target: Path) -> None:
    """Write ``target``: for each rule file under ``source`` its checksum, its length and its content.

    Keys are paths relative to ``source`` with forward slashes. A file that is not valid YAML, or holds
    what JSON cannot, is left out: whoever loads the rules reads it again and says where it is wrong.
    """
    compiled = {
        path.relative_to(source).as_posix(): entry
        for path in sorted(source.rglob("*.yaml"))
        if (entry := _compiled(path)) is not None
    }
    text = json.dumps(compiled, ensure_ascii=False, separators=(",", ":"))
    target.write_text(text, encoding="utf-8", newline="\n")


def write_triggers(root: Path) -> None:
    """Write the literals of the rules under ``root`` into the package, for start-ups without a finding.

    Rules that do not load leave none: then whoever loads them says where they are wrong.
    """
    sys.path.insert(0, str(root / "src"))
    from termilint.engine import literals_of_rules
    from termilint.errors import RuleError
    from termilint.rules import stored
    from termilint.rules.packs import load_shipped

    stored.TRIGGERS.unlink(missing_ok=True)
    try:
        literals, terms = literals_of_rules(load_shipped())
        content = {"checksum": stored.checksum(root / "rules"), "literals": literals, "terms": terms}
    except (RuleError, OSError):
        return
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    stored.TRIGGERS.write_text(text, encoding="utf-8", newline="\n")


def _compiled(path: Path) -> dict[str, Any] | None:
    content = path.read_bytes()
    try:
        data = yaml.safe_load(content)
        is_same = json.loads(json.dumps(data)) == data
    except (yaml.YAMLError, TypeError, ValueError):
        return None
    return {"crc32": zlib.crc32(content), "bytes": len(content), "data": data} if is_same else None
