import pytest

from termilint.baseline import NotKnown
from termilint.changes import Changes
from termilint.config.settings import Repeat
from termilint.filters import AtLeast, FirstOfEach, OnChangedLines, at_most, filtered
from termilint.model.document import Document
from termilint.model.finding import Checked, Confidence, Finding, Report, Severity
from termilint.model.source import Source
from termilint.model.span import SourceSpan
from termilint.readers import markdown

TEXT = "kissa kissa\n\nkissa\n\n# kissa\n\nkissa\n\n- kissa\n- kissa\n\n## Loppu\n\nkissa\n"


def document(text: str = TEXT, name: str = "/r/a.md") -> Document:
    return markdown.READER.read(Source(name, text))


def finding(at: int, fingerprint: str = "", severity: Severity = Severity.WARNING) -> Finding:
    spans = (SourceSpan(at, at + 5),)
    return Finding("kissa", severity, "m", "w", spans, "kissa", "s", fingerprint=fingerprint)


def findings(text: str = TEXT) -> tuple[Finding, ...]:
    places = [at for at in range(len(text)) if text.startswith("kissa", at)]
    return tuple(finding(at, f"f{number}") for number, at in enumerate(places))


UNITS: dict[Repeat, list[int]] = {
    "paragraph": [0, 2, 3, 4, 5, 6, 7],
    "section": [0, 3, 7],
    "document": [0],
}


@pytest.mark.parametrize("unit", UNITS)
def test_first_of_each(unit: Repeat) -> None:
    found = findings()
    left = FirstOfEach(unit, frozenset({"kissa"}))(document(), found)
    assert left == tuple(found[at] for at in UNITS[unit])


def test_first_of_each_leaves_other_rules_alone() -> None:
    found = findings()
    assert FirstOfEach("document", frozenset({"koira"}))(document(), found) == found


@pytest.mark.parametrize("least", Confidence)
def test_sure_enough(least: Confidence) -> None:
    found = tuple(finding(0)._replace(confidence=confidence) for confidence in Confidence)
    left = AtLeast(Severity.HINT, least)(document(), found)
    assert [one.confidence for one in left] == list(Confidence)[least.rank :]


@pytest.mark.parametrize("severity", Severity)
def test_at_least(severity: Severity) -> None:
    found = tuple(finding(0, severity=each) for each in Severity)
    left = AtLeast(severity)(document(), found)
    assert [one.severity for one in left] == list(Severity)[severity.rank :]


def test_on_changed_lines() -> None:
    found = findings()
    keep = OnChangedLines({"a.md": Changes(((3, 5), (14, 20)))}, "/r")
    assert keep(document(), found) == (found[2], found[3], found[7])
    assert keep(document(name="/r/muu.md"), found) == ()
    assert OnChangedLines({"a.md": Changes(whole=True)}, "/r")(document(), found) == found


def test_not_known_counts() -> None:
    found = (*(finding(at, "same") for at in (0, 6, 13)), *findings()[3:5])
    keep = NotKnown({"a.md": {("kissa", "same"): 2, ("koira", "f3"): 1}}, "/r")
    assert keep(document(), found) == found[2:]
    assert keep(document(name="/muu/a.md"), found) == found


def test_filters_run_in_order() -> None:
    found = (finding(0, "f0", Severity.HINT), *findings()[1:])
    first = FirstOfEach("document", frozenset({"kissa"}))
    assert filtered(document(), found, [AtLeast(Severity.WARNING), first]) == (found[1],)
    assert filtered(document(), found, [first, AtLeast(Severity.WARNING)]) == ()


def test_at_most_cuts_in_report_order() -> None:
    found = findings()
    report = Report(tuple(Checked(Source(name, TEXT), found[:3]) for name in "abc"))
    cut = at_most(report, 4)
    assert [len(checked.findings) for checked in cut.checked] == [3, 1, 0]
    assert at_most(report, 100) == report
