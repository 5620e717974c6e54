"""Rules that no pack can hold, because they speak of the program's own marks in a text."""

from __future__ import annotations

from termilint.model.finding import Severity
from termilint.model.fix import Applicability
from termilint.rules.model import Localized, Rule, Term

SUPPRESSION = Rule(
    id="suppression",
    severity=Severity.WARNING,
    pattern=Term(()),
    message=Localized(
        fi="Hiljennyskommentti ei hiljennä mitään, tai siinä on tuntematon nimi.",
        en="A comment that silences findings silences nothing, or has an unknown name.",
    ),
    why=Localized(
        fi="Kommentti, joka ei enää hiljennä mitään, saa lukijan luulemaan, että kohdassa on jotain vialla.",
        en="A comment that silences nothing makes readers believe that something is wrong there.",
    ),
    source=Localized(fi="termilintin oma sääntö", en="termilint's own rule"),
    bad=(),
    good=(),
    applicability=Applicability.DISPLAY_ONLY,
)
"""Comments that silence findings, and do not: unknown rules, and nothing to silence (as info)."""

BUILT_IN = (SUPPRESSION,)
