"""The findings that a project has decided to live with, in a file without line numbers.

A file is named from the project's root on; each of its findings is known by rule and fingerprint,
and how often it occurs. So text may move, and only what is new is reported.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from termilint.discovery import relative_name
from termilint.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from termilint.model.document import Document
    from termilint.model.finding import Finding, Identity

SCHEMA = "termilint-baseline/1"
MAX_BYTES = 100_000_000
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_REMEDY = "Restore it, or delete it and write it anew: termilint baseline write PATH..."
_FORM = f'{{"schema": "{SCHEMA}", "files": {{path: {{rule: {{fingerprint: count}}}}}}}}'


class Stale(NamedTuple):
    """Findings of a baseline that are no longer there, ``number`` of them."""

    name: str
    rule_id: str
    fingerprint: str
    number: int


@dataclass(frozen=True, slots=True)
class Baseline:
    """The known findings of each file: how often each identity occurs."""

    files: Mapping[str, Counter[Identity]] = field(default_factory=dict)

    def __len__(self) -> int:
        return sum(known.total() for known in self.files.values())

    def stale(self, current: Mapping[str, Counter[Identity]]) -> tuple[Stale, ...]:
        """What is known of the files of ``current`` but no longer found there, sorted."""
        return tuple(
            Stale(name, *one, count)
            for name in sorted(self.files.keys() & current.keys())
            for one, count in sorted((self.files[name] - current[name]).items())
        )

    def new(self, current: Mapping[str, Counter[Identity]]) -> int:
        """The number of findings in ``current`` that are not known."""
        return sum((found - self.files.get(name, Counter())).total() for name, found in current.items())

    def updated(self, current: Mapping[str, Counter[Identity]], *, grows: bool) -> Baseline:
        """The baseline after a look at the files of ``current``: what is stale goes.

        What is new comes only if ``grows``. Other files stay as they are.
        """
        files = dict(self.files)
        for name, found in current.items():
            known = self.files.get(name, Counter())
            files[name] = found if grows else known & found
        return Baseline({name: known for name, known in files.items() if known})

    def plus(self, name: str, one: Identity) -> Baseline:
        """The baseline with one more finding of a file."""
        return Baseline({**self.files, name: self.files.get(name, Counter()) + Counter([one])})

    def without(self, names: set[str]) -> Baseline:
        """The baseline without the files ``names``."""
        return Baseline({name: known for name, known in self.files.items() if name not in names})


@dataclass(frozen=True, slots=True)
class NotKnown:
    """Keeps findings that are not among the ``known`` ones of their file, counted by identity.

    Files are named from ``root`` on.
    """

    known: Mapping[str, Mapping[Identity, int]]
    root: str

    def __call__(self, document: Document, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """The findings beyond the number that is known of each."""
        name = relative_name(document.source.name, self.root)
        left = Counter(self.known.get(name or "", {}))
        if not left:
            return findings
        return tuple(finding for finding in findings if not _taken(left, finding.identity))


def _taken(left: Counter[Identity], one: Identity) -> bool:
    """True if there was one left, which is then taken."""
    if not left[one]:
        return False
    left[one] -= 1
    return True


def by_root(counts: Mapping[str, Counter[Identity]], root: str) -> dict[str, Counter[Identity]]:
    """Counts by the names of files from ``root`` on; those of files outside it are left out."""
    named: dict[str, Counter[Identity]] = {}
    for name, found in counts.items():
        below = relative_name(name, root)
        if below:
            named[below] = named.get(below, Counter()) + found
    return named


def to_json(baseline: Baseline) -> str:
    """The baseline as a file holds it, sorted, so that two changes seldom meet in one line."""
    files = {name: _by_rule(known) for name, known in sorted(baseline.files.items())}
    return json.dumps({"schema": SCHEMA, "files": files}, ensure_ascii=False, indent=1) + "\n"


def _by_rule(known: Counter[Identity]) -> dict[str, dict[str, int]]:
    rules: dict[str, dict[str, int]] = {}
    for (rule_id, fingerprint), count in sorted(known.items()):
        rules.setdefault(rule_id, {})[fingerprint] = count
    return rules


def read(path: str | os.PathLike[str]) -> Baseline:
    """The baseline in a file. Raises :class:`ConfigError` if it cannot be read or is none."""
    where = os.fspath(path)
    try:
        with Path(path).open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        hint = "Write it with: termilint baseline write PATH..."
        raise ConfigError(f"the baseline cannot be read: {error.strerror}.", where=where, hint=hint) from None
    if len(raw) > MAX_BYTES:
        raise ConfigError(f"the baseline is larger than {MAX_BYTES // 1_000_000} MB.", where=where)
    return Baseline(dict(_files(_loaded(raw, where), where)))


def _loaded(raw: bytes, where: str) -> Any:
    try:
        return json.loads(raw)
    except json.JSONDecodeError as error:
        place = f"{where}:{error.lineno}:{error.colno}"
        if error.doc.startswith(_CONFLICT, error.doc.rfind("\n", 0, error.pos) + 1):
            hint = "Take either side, then: termilint baseline write --add-new PATH..."
            raise ConfigError("the baseline has merge conflicts.", where=place, hint=hint) from None
        raise ConfigError(f"the baseline is not JSON: {error.msg}.", where=place, hint=_REMEDY) from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"the baseline is not JSON: {error}.", where=where, hint=_REMEDY) from None


def _files(data: Any, where: str) -> Iterator[tuple[str, Counter[Identity]]]:
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        given = data.get("schema") if isinstance(data, dict) else None
        raise ConfigError(f"the baseline has schema {given!r}, not {SCHEMA!r}.", where=where, hint=_REMEDY)
    for name, rules in _members(data.get("files"), "files", where):
        yield name, Counter(dict(_identities(rules, name, where)))


def _identities(rules: Any, name: str, where: str) -> Iterator[tuple[Identity, int]]:
    for rule_id, fingerprints in _members(rules, name, where):
        for fingerprint, count in _members(fingerprints, f"{name}: {rule_id}", where):
            if type(count) is not int or count < 1:
                raise _damaged(f"{name}: {rule_id}: {fingerprint}", where)
            yield (rule_id, fingerprint), count


def _members(data: Any, what: str, where: str) -> Iterator[tuple[str, Any]]:
    if not isinstance(data, dict):
        raise _damaged(what, where)
    yield from data.items()


def _damaged(what: str, where: str) -> ConfigError:
    return ConfigError(f"the baseline is damaged at {what!r}.", where=where, hint=f"It has the form {_FORM}.")
