"""The report as one JSON object for other programs; docs/json.md describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TextIO

from termilint.reporters._json import write_json
from termilint.reporters._records import PROGRAM, counts, failure_record, finding_record
from termilint.reporters.reporter import Options, Reporter

if TYPE_CHECKING:
    from termilint.model.finding import Checked, Report

SCHEMA = "termilint-report/1"


def write(report: Report, stream: TextIO, options: Options) -> None:
    """Write the report as one JSON object and a line end; in ASCII if the stream is not UTF-8."""
    del options
    write_json(_report(report), stream, indent=2)


def _report(report: Report) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "program": PROGRAM,
        "counts": counts(report),
        "files": [_file(checked) for checked in report.checked],
        "failures": [failure_record(failure) for failure in report.failures],
    }


def _file(checked: Checked) -> dict[str, Any]:
    source = checked.source
    return {
        "name": source.name,
        "encoding": source.encoding,
        "findings": [finding_record(finding, source) for finding in checked.findings],
    }


REPORTER = Reporter("json", write)
