"""SARIF 2.1.0, which code scanning on GitHub and many viewers read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from termilint import __version__
from termilint.messages import messages_in
from termilint.model.finding import Confidence, Severity
from termilint.reporters._identity import numbered
from termilint.reporters._json import write_json
from termilint.reporters._paths import relative_uri
from termilint.reporters._places import applicable, region_of, span_region
from termilint.reporters._words import NOT_CHECKED, advice, failure_text
from termilint.reporters.reporter import Options, Reporter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.messages import Messages
    from termilint.model.finding import Checked, Failure, Finding, Report
    from termilint.model.fix import Edit, Fix
    from termilint.model.source import Source
    from termilint.reporters._places import Region

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

MOST_RESULTS = 25_000
"""GitHub refuses a run with more."""

_DESCRIPTION_LENGTH = 1024
_BASE = "SRCROOT"

_LEVELS = {
    Severity.HINT: "note",
    Severity.INFO: "note",
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
}
_RANKS = {Confidence.LOW: 25.0, Confidence.MEDIUM: 50.0, Confidence.HIGH: 75.0}
_PROBLEMS = {"note": "recommendation", "warning": "warning", "error": "error"}


def write(report: Report, stream: TextIO, options: Options) -> None:
    """Write one run. Columns count code points; paths are URIs from the root of the repository."""
    run = _Run(report, messages_in(options.language), options)
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run.value()]}
    write_json(log, stream)


@dataclass(frozen=True, slots=True)
class _Run:
    """Makes the value of one run."""

    report: Report
    messages: Messages
    options: Options

    def value(self) -> dict[str, Any]:
        """The run as SARIF has it."""
        first = {finding.rule_id: finding for finding in reversed(self.report.findings)}
        rules = dict(sorted(first.items()))
        indices = {rule: index for index, rule in enumerate(rules)}
        results = [result for checked in self.report.checked for result in self._results(checked, indices)]
        kept = _weightiest(results)
        return {
            "tool": {"driver": self._driver(rules)},
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "originalUriBaseIds": {_BASE: {"description": {"text": "The root of the repository."}}},
            "invocations": [self._invocation(len(results) - len(kept))],
            "results": kept,
        }

    def _driver(self, rules: dict[str, Finding]) -> dict[str, Any]:
        return {
            "name": "termilint",
            "version": __version__,
            "semanticVersion": __version__,
            "language": self.options.language,
            "rules": [self._rule(finding) for finding in rules.values()],
        }

    def _rule(self, finding: Finding) -> dict[str, Any]:
        """What the rule of ``finding`` is about."""
        page = self.messages.report.rule_page
        command = f"termilint explain {finding.rule_id}"
        level = _LEVELS[finding.severity]
        return {
            "id": finding.rule_id,
            **_name(finding.rule_id),
            "shortDescription": _text(_cut(_first_sentence(finding.why))),
            "fullDescription": _text(_cut(finding.why)),
            "help": {
                **_text(f"{finding.why}\n\n{page.format(command)}"),
                "markdown": _escaped(f"{finding.why}\n\n{page.format(f'`{command}`')}"),
            },
            **({"helpUri": finding.url} if finding.url else {}),
            "defaultConfiguration": {"level": level},
            "properties": {
                "tags": ["prose"],
                "problem.severity": _PROBLEMS[level],
                "precision": finding.confidence.value,
            },
        }

    def _invocation(self, left_out: int) -> dict[str, Any]:
        notifications = [self._failure(failure) for failure in self.report.failures]
        if left_out:
            text = self.messages.report.left_out.of(left_out)
            notifications.append({"level": "warning", "message": _text(text)})
        return {
            "executionSuccessful": not self.report.failures,
            **({"toolExecutionNotifications": notifications} if notifications else {}),
        }

    def _failure(self, failure: Failure) -> dict[str, Any]:
        return {
            "descriptor": {"id": NOT_CHECKED},
            "level": "error",
            "message": _text(failure_text(failure, self.messages)),
            "locations": [{"physicalLocation": {"artifactLocation": self._artifact(failure.name)}}],
        }

    def _results(self, checked: Checked, indices: dict[str, int]) -> Iterator[dict[str, Any]]:
        artifact = self._artifact(checked.source.name)
        for finding, fingerprint in numbered(checked.findings):
            yield {
                "ruleId": finding.rule_id,
                "ruleIndex": indices[finding.rule_id],
                "level": _LEVELS[finding.severity],
                "rank": _RANKS[finding.confidence],
                "message": _text(advice(finding, self.messages)),
                "locations": [_location(finding, checked.source, artifact)],
                "partialFingerprints": {"primaryLocationLineHash": fingerprint},
                **_fixes(finding, checked.source, artifact),
            }

    def _artifact(self, name: str) -> dict[str, str]:
        uri = relative_uri(name, self.options.root)
        return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": _BASE}


def _weightiest(results: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """As many results as GitHub takes, in their order: those of the strongest levels."""
    if len(results) <= MOST_RESULTS:
        return results
    strongest_first = sorted(
        range(len(results)), key=lambda at: list(_PROBLEMS).index(results[at]["level"]), reverse=True
    )
    return [results[at] for at in sorted(strongest_first[:MOST_RESULTS])]


def _location(finding: Finding, source: Source, artifact: dict[str, str]) -> dict[str, Any]:
    """A file without lines has the line that GitHub must have, and says in words where to look."""
    region = region_of(finding, source)
    lines = {**_region(region), "snippet": {"text": finding.span.slice(source.text)}} if region else None
    place = {"artifactLocation": artifact, "region": lines or {"startLine": 1}}
    logical = {"logicalLocations": [{"fullyQualifiedName": finding.location}]} if finding.location else {}
    return {"physicalLocation": place, **logical}


def _fixes(finding: Finding, source: Source, artifact: dict[str, str]) -> dict[str, Any]:
    fixes = [_fix(fix, source, artifact) for fix in applicable(finding, source)]
    return {"fixes": fixes} if fixes else {}


def _fix(fix: Fix, source: Source, artifact: dict[str, str]) -> dict[str, Any]:
    replacements = [_replacement(edit, source) for edit in fix.edits]
    change = {"artifactLocation": artifact, "replacements": replacements}
    return {"description": _text(fix.title), "artifactChanges": [change]}


def _replacement(edit: Edit, source: Source) -> dict[str, Any]:
    return {
        "deletedRegion": _region(span_region(edit.span, source)),
        "insertedContent": {"text": edit.content},
    }


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.start.line,
        "startColumn": region.start.column,
        "endLine": region.end.line,
        "endColumn": region.end.column,
    }


def _name(rule_id: str) -> dict[str, str]:
    """A name in Pascal case, which must not be the id itself."""
    name = "".join(part[:1].upper() + part[1:] for part in re.split(r"\W+", rule_id))
    return {"name": name} if name.lower() != rule_id.lower() else {}


def _first_sentence(text: str) -> str:
    first, stop, _ = text.partition(". ")
    return first + stop.strip()


def _cut(text: str) -> str:
    return text if len(text) <= _DESCRIPTION_LENGTH else f"{text[: _DESCRIPTION_LENGTH - 1]}…"


def _text(text: str) -> dict[str, str]:
    return {"text": _escaped(text)}


def _escaped(text: str) -> str:
    """Braces stand for arguments in SARIF's messages, so they are doubled."""
    return text.replace("{", "{{").replace("}", "}}")


REPORTER = Reporter("sarif", write)
