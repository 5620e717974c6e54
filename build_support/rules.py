"""Compile the rule files to JSON, which loads many times faster than YAML."""

from __future__ import annotations

import json
import sys
import zlib
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

    from termilint.rules.model import RuleSet


def write_files(source: Path, target: Path) -> None:
    """Write ``target``: for each rule file under ``source`` its checksum, its length and its content.

    Keys are paths relative to ``source`` with forward slashes. A file that is not valid YAML, or holds
    what JSON cannot, is left out: whoever loads the rules reads it again and says where it is wrong.
    """
    compiled = {
        path.relative_to(source).as_posix(): entry
        for path in sorted(source.rglob("*.yaml"))
        if (entry := _compiled(path)) is not None
    }
    _write(target, compiled)


def write_stored(root: Path) -> None:
    """Write the rules under ``root``, and the literals that stand for them where there is no finding.

    Rules that do not load leave none: then whoever loads them says where they are wrong.
    """
    sys.path.insert(0, str(root / "src"))
    from termilint.engine import literals_of_rules
    from termilint.errors import RuleError
    from termilint.rules import stored
    from termilint.rules.encoding import encoded
    from termilint.rules.packs import load_shipped

    for path in (stored.RULES, stored.TRIGGERS):
        path.unlink(missing_ok=True)
    try:
        rules = load_shipped()
        names = sorted(_names_of_packs_on(rules))
        of_all, of_those_on = (stored.checksum(root / "rules", packs) for packs in (None, names))
    except (RuleError, OSError):
        return
    literals, terms = literals_of_rules(rules)
    made_by = {"readers": stored.readers_checksum()}
    _write(stored.RULES, {**made_by, "checksum": of_all, **encoded(rules)})
    of_rules_on = {"checksum": of_those_on, "packs": names, "literals": literals, "terms": terms}
    _write(stored.TRIGGERS, {**made_by, **of_rules_on})


def _names_of_packs_on(rules: RuleSet) -> set[str]:
    """The packs without those whose rules are all off."""
    off = {rule.pack for rule in rules} - {rule.pack for rule in rules if rule.enabled}
    return {pack.name for pack in rules.packs} - off


def _write(target: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    target.write_text(text, encoding="utf-8", newline="\n")


def _compiled(path: Path) -> dict[str, Any] | None:
    content = path.read_bytes()
    try:
        data = yaml.safe_load(content)
        is_same = json.loads(json.dumps(data)) == data
    except (yaml.YAMLError, TypeError, ValueError):
        return None
    return {"crc32": zlib.crc32(content), "bytes": len(content), "data": data} if is_same else None
