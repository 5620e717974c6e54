"""Measure generation on known forms: ``python benchmarks/inflection.py TABLE.tsv [--show]``.

The table has a header and the columns lemma, case, number, poss, clitic, degree, …, form. Printed are, a
line each feature, how many forms are among the generated ones (in_set), first of them, or wholly missing
(none). ``--show`` lists what was missed.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path

from termilint.morphology.analyzer import open_analyzer
from termilint.morphology.features import Case, Clitic, Comparison, Features, Number, Possessive

CASES = {
    "Nom": Case.NOMINATIVE,
    "Gen": Case.GENITIVE,
    "Par": Case.PARTITIVE,
    "Ine": Case.INESSIVE,
    "Ela": Case.ELATIVE,
    "Ill": Case.ILLATIVE,
    "Ade": Case.ADESSIVE,
    "Abl": Case.ABLATIVE,
    "All": Case.ALLATIVE,
    "Ess": Case.ESSIVE,
    "Tra": Case.TRANSLATIVE,
    "Abe": Case.ABESSIVE,
    "Com": Case.COMITATIVE,
    "Ins": Case.INSTRUCTIVE,
}
ANALYZER = open_analyzer("embedded")
DEGREES = {item.value: item for item in Comparison}


def main(table: str, *options: str) -> None:
    """Print the measures of ``table``."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with Path(table).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            measure(row, counts, is_shown="--show" in options)
    for label, count in sorted(counts.items()):
        print(f"{label:8}", *(f"{name}={count[name]:4}" for name in ("n", "in_set", "first", "none")))
    total = counts["all"]
    print(f"n={total['n']} in_set={share(total, 'in_set')} first={share(total, 'first')}")


def measure(row: dict[str, str], counts: dict[str, Counter[str]], *, is_shown: bool) -> None:
    """Generate the form of one row and add the outcome to ``counts``."""
    forms = ANALYZER.inflect(row["lemma"], features_of(row))
    outcome = outcome_of(row["form"], forms)
    for label in ("all", *labels_of(row)):
        counts[label].update(["n", *outcome])
    if is_shown and "first" not in outcome:
        print(row["lemma"], row["case"], row["number"], row["form"], *forms, sep="\t")


def features_of(row: dict[str, str]) -> Features:
    """Return the features that a row asks for."""
    return Features(
        CASES[row["case"]],
        Number(row["number"]),
        Possessive(row["poss"]) if row["poss"] else None,
        (Clitic(row["clitic"]),) if row["clitic"] else (),
        DEGREES.get(row["degree"]),
    )


def labels_of(row: dict[str, str]) -> list[str]:
    """Return the features by which results are counted."""
    marks = [name for name in ("poss", "clitic", "degree") if row[name]]
    return [row["case"], f"number {row['number']}", *marks]


def outcome_of(form: str, forms: tuple[str, ...]) -> list[str]:
    """Return which counters a result adds to."""
    if not forms:
        return ["none"]
    return (["in_set"] if form in forms else []) + (["first"] if form == forms[0] else [])


def share(count: Counter[str], name: str) -> str:
    """Return a counter as a percentage of all rows."""
    return f"{100 * count[name] / count['n']:.1f}%"


if __name__ == "__main__":
    main(*sys.argv[1:])
