"""What comes out of examples otherwise than they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termilint.authoring.trial import Reason, Trial
from termilint.engine import Linter
from termilint.rules import packs
from termilint.rules.syntax import markup
from tests.authoring.rule_files import changed

if TYPE_CHECKING:
    from termilint.morphology.analyzer import Analyzer

Told = list[tuple[str, int, Reason, str, str]]


def told(text: str, analyzer: Analyzer) -> Told:
    rules = packs.read_bytes("r.yaml", text.encode()).rules
    return [
        (one.key, one.at, one.reason, markup(one.expected), markup(one.found))
        for one in Trial(analyzer).failures(rules)
    ]


@pytest.mark.parametrize(
    ("good", "expected"),
    [
        ("Tarvitsemme ihmisiä.", []),
        (
            "Tarvitsemme resursseja.",
            [("good", 0, Reason.DIFFERS, "Tarvitsemme resursseja.", "Tarvitsemme {resursseja}.")],
        ),
    ],
)
def test_a_good_example(good: str, expected: Told, analyzer: Analyzer) -> None:
    assert told(changed('- "Tarvitsemme ihmisiä."', f'- "{good}"'), analyzer) == expected


@pytest.mark.parametrize(
    ("bad", "found"),
    [
        ("Tarvitsemme {resursseja}.", None),
        ("{Tarvitsemme} resursseja.", "Tarvitsemme {resursseja}."),
        ("Tarvitsemme {resursseja}${ihmistä}.", "Tarvitsemme {resursseja}${ihmisiä}."),
        ("{Resurssit} ja resurssit.", "{Resurssit} ja {resurssit}."),
        ("Tarvitsemme {rahaa}.", "Tarvitsemme rahaa."),
    ],
)
def test_a_bad_example(bad: str, found: str | None, analyzer: Analyzer) -> None:
    result = told(changed("Tarvitsemme {resursseja}${ihmisiä}.", bad), analyzer)
    first = [(reason, expected, shown) for _, _, reason, expected, shown in result[:1]]
    assert first == ([(Reason.DIFFERS, bad, found)] if found else [])


def test_a_rewrite_that_is_reported_again(analyzer: Analyzer) -> None:
    text = changed(
        "suggestions: [ihminen]", "suggestions: [henkilöresurssi]", "${ihmisiä}", "${henkilöresursseja}"
    )
    assert told(text, analyzer) == [
        (
            "bad",
            0,
            Reason.REWRITTEN,
            "Tarvitsemme henkilöresursseja.",
            "Tarvitsemme {henkilöresursseja}.",
        )
    ]


def test_what_the_prefilter_misses(analyzer: Analyzer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Linter, "_guarded", lambda self, _, read: [] if self._prefilter else read)
    text = changed('bad:\n        - "Tarvitsemme {resursseja}${ihmisiä}."', 'bad: ["{Resurssi}."]')
    assert told(text, analyzer) == [
        ("bad", 0, Reason.DIFFERS, "{Resurssi}.", "Resurssi."),
        ("bad", 0, Reason.PREFILTER, "{Resurssi}.", "Resurssi."),
    ]


def test_a_rule_that_is_off_is_tried(analyzer: Analyzer) -> None:
    assert told(changed("severity: info", "severity: info\n    enabled: false"), analyzer) == []


@pytest.mark.parametrize("where", ["heading", "ui-string", "quote, front-matter"])
def test_a_rule_is_tried_where_it_speaks(where: str, analyzer: Analyzer) -> None:
    assert told(changed("severity: info", f"severity: info\n    where: [{where}]"), analyzer) == []
