"""The report as JSON lines, one finding a line; docs/json.md describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from termilint.reporters._json import write_json
from termilint.reporters._records import PROGRAM, counts, failure_record, finding_record
from termilint.reporters.reporter import Options, Reporter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.model.finding import Report

SCHEMA = "termilint-lines/1"


def write(report: Report, stream: TextIO, options: Options) -> None:
    """Write a line for each finding, then for each failure, then one with the numbers."""
    del options
    for record in _records(report):
        write_json(record, stream)


def _records(report: Report) -> Iterator[dict[str, Any]]:
    for checked in report.checked:
        for finding in checked.findings:
            record = finding_record(finding, checked.source)
            yield {"kind": "finding", "name": checked.source.name, **record}
    for failure in report.failures:
        yield {"kind": "failure", **failure_record(failure)}
    yield {"kind": "summary", "schema": SCHEMA, "program": PROGRAM, "counts": counts(report)}


REPORTER = Reporter("jsonl", write)
