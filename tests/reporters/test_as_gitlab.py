import json
import re
from typing import Any

from termilint.model.finding import Checked, Report
from termilint.model.source import Source
from tests.reporters.reports import SHARED, finding, report, written

SAMPLE = "docs/näyte 1.md"


def _issues(one: Report) -> list[dict[str, Any]]:
    issues: list[dict[str, Any]] = json.loads(written("gitlab", one))
    return issues


def test_shared_report() -> None:
    shown = [{key: issue[key] for key in issue if key != "fingerprint"} for issue in _issues(SHARED)]
    assert shown == [
        {
            "description": "Sano ”Työ” toisin. Ehdotus: Ääni.",
            "check_name": "toimi",
            "severity": "critical",
            "location": {"path": SAMPLE, "lines": {"begin": 1, "end": 1}},
        },
        {
            "description": "Sano ”asiakkaille” toisin. Ehdotuksia: ihmisille, tilaajille.",
            "check_name": "bare-asiakas",
            "severity": "major",
            "location": {"path": SAMPLE, "lines": {"begin": 3, "end": 3}},
        },
        {
            "description": 'Sano ”<a & "b"> 100 %” toisin.',
            "check_name": "merkki",
            "severity": "info",
            "location": {"path": SAMPLE, "lines": {"begin": 3, "end": 3}},
        },
        {
            "description": "Jaettu, sana: [x] {0}",
            "check_name": "kokemus",
            "severity": "minor",
            "location": {"path": SAMPLE, "lines": {"begin": 4, "end": 5}},
        },
        {
            "description": "dia 3, Tavoitteet: Kuka?",
            "check_name": "bare-asiakas",
            "severity": "major",
            "location": {"path": "dia.pptx", "lines": {"begin": 1}},
        },
        {
            "description": "Tiedostoa tai kansiota ei ole.",
            "check_name": "not-checked",
            "severity": "blocker",
            "location": {"path": "poissa.md", "lines": {"begin": 1}},
        },
    ]


def test_fingerprints_are_unique_and_stay() -> None:
    text = "sana ja sana"
    twice = finding(text, "sana")
    first = Checked(report(text).checked[0].source, (twice, twice))
    other = first._replace(source=Source("b.md", first.source.text))
    prints = [issue["fingerprint"] for issue in _issues(Report((first, other)))]
    assert len(set(prints)) == 4
    assert all(re.fullmatch("[0-9a-f]{32}", fingerprint) for fingerprint in prints)
    moved = report("\n\n" + text, finding("\n\n" + text, "sana")._replace(fingerprint="0f"))
    assert _issues(moved)[0]["fingerprint"] == prints[0]


def test_paths_are_relative_to_the_root(tmp_path: Any, monkeypatch: Any) -> None:
    folder = tmp_path / "työ"
    folder.mkdir()
    monkeypatch.chdir(folder)
    text = "sana"
    (tmp_path / "link").symlink_to(tmp_path)
    named = ("./a.md", "../työ/a.md", str(folder / "a.md"), str(tmp_path / "link" / "työ" / "a.md"))
    for name in named[:3]:
        one = report(text, finding(text, "sana"), name=name)
        shown = json.loads(written("gitlab", one, root=str(tmp_path)))
        assert shown[0]["location"]["path"] == "työ/a.md"
        assert _issues(one)[0]["location"]["path"] == "a.md"
    through_link = report(text, finding(text, "sana"), name=named[3])
    assert _issues(through_link)[0]["location"]["path"] == "a.md"
