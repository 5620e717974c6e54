import json

from termilint import __version__
from tests.reporters.reports import SHARED, written
from tests.reporters.test_as_json import DOCUMENTED


def test_lines_hold_what_the_json_report_holds() -> None:
    lines = [json.loads(line) for line in written("jsonl", SHARED).splitlines()]
    whole = json.loads(written("json", SHARED))
    findings = [
        {"kind": "finding", "name": file["name"], **finding}
        for file in whole["files"]
        for finding in file["findings"]
    ]
    failures = [{"kind": "failure", **failure} for failure in whole["failures"]]
    summary = {
        "kind": "summary",
        "schema": "termilint-lines/1",
        "program": {"name": "termilint", "version": __version__},
        "counts": whole["counts"],
    }
    assert lines == [*findings, *failures, summary]


def test_lines_are_documented() -> None:
    text = DOCUMENTED.read_text(encoding="utf-8")
    for line in written("jsonl", SHARED).splitlines():
        record = json.loads(line)
        assert f'`"{record["kind"]}"`' in text
        assert not [key for key in record if f"`{key}`" not in text]
