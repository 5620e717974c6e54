import io
import json
import re
from pathlib import Path
from typing import Any

from termilint import __version__
from termilint.model.finding import Failure, Report, Suggestion
from termilint.reporters.as_json import REPORTER
from termilint.reporters.reporter import Options
from tests.reporters.reports import finding, report, written

TEXT = "Hei 😀,\r\ntämä sana."
DOCUMENTED = Path(__file__).parents[2] / "docs" / "json.md"


def _written(one: Report) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(written("json", one))
    return loaded


def test_whole_report() -> None:
    one = report(TEXT, finding(TEXT, "sana", Suggestion("nimeä", "nimi", "kun")))
    place = {
        "start": {"offset": 13, "line": 2, "column": 6},
        "end": {"offset": 17, "line": 2, "column": 10},
    }
    assert _written(Report(one.checked, (Failure("b", "Not there.", "missing"),))) == {
        "schema": "termilint-report/1",
        "program": {"name": "termilint", "version": __version__},
        "counts": {
            "files": 1,
            "findings": 1,
            "failures": 1,
            "severities": {"hint": 0, "info": 0, "warning": 1, "error": 0},
        },
        "files": [
            {
                "name": "a.md",
                "encoding": "utf-8",
                "findings": [
                    {
                        "rule": "sana",
                        "severity": "warning",
                        "confidence": "high",
                        "message": "Sano toisin.",
                        "why": "Koska sana on epäselvä.",
                        "matched": "sana",
                        "sentence": TEXT,
                        **place,
                        "spans": [place],
                        "suggestions": [{"text": "nimeä", "base": "nimi", "reason": "kun"}],
                        "fixes": [
                            {
                                "title": "Vaihda",
                                "applicability": "unsafe",
                                "edits": [{**place, "content": "x"}],
                            }
                        ],
                        "evidence": None,
                        "location": None,
                        "url": None,
                        "fingerprint": "0f",
                    }
                ],
            }
        ],
        "failures": [{"name": "b", "reason": "missing", "message": "Not there."}],
    }


def test_every_key_is_documented() -> None:
    text = DOCUMENTED.read_text(encoding="utf-8")
    one = report(TEXT, finding(TEXT, "sana", Suggestion("nimeä", "nimi")))
    whole = Report(one.checked, (Failure("b", "x"),))
    assert not {key for key in _keys(_written(whole)) if f"`{key}`" not in text}


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


def test_stream_of_another_encoding_gets_ascii() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252")
    REPORTER.write(report(TEXT, finding(TEXT, "sana")), stream, Options())
    stream.flush()
    assert re.search(rb"\\ud83d\\ude00", raw.getvalue())
    assert json.loads(raw.getvalue())["files"][0]["findings"][0]["sentence"] == TEXT
