"""What a census counts, held against the literate cases of usages and qualifiers."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.census.counting import census, document_census
from tests.matching.test_usage_cases import cases, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.engine import Linter

QUALIFIERS = Path(__file__).parent.parent / "cases" / "qualifiers.md"


@pytest.mark.parametrize("case", list(cases()))
def test_every_use_is_counted_under_its_label(case: str, linter: Linter) -> None:
    text, marks = parse(case)
    counted: Counter[str] = Counter()
    for sense, number in document_census(linter, text, "case.txt").uses.items():
        counted[sense.label.value] += number
    assert counted == Counter(mark.label for mark in marks)


def _qualifiers() -> Iterator[object]:
    for number, line in enumerate(QUALIFIERS.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("- "):
            text, _, said = line[2:].partition(" → ")
            yield pytest.param(text, *said.split(": "), id=str(number))


@pytest.mark.parametrize(("text", "lemma", "phrase"), list(_qualifiers()))
def test_a_qualifier_is_its_lemma_and_the_phrase(text: str, lemma: str, phrase: str, linter: Linter) -> None:
    phrases = document_census(linter, text, "case.txt").phrases
    assert (lemma, phrase) in [(sense.qualifier, said) for sense, said in phrases]


def test_forms_of_a_phrase_are_one_sense(linter: Linter) -> None:
    text = "Kirjaston asiakkaat tulevat. Palvelemme kirjastojen asiakkaita. Nyt kirjaston asiakas lukee."
    (count,) = census(linter, a=text).senses
    assert (count.sense.qualifier, count.phrase, count.uses) == ("kirjasto", "kirjaston asiakas", 3)


def test_senses_add_up_over_documents(linter: Linter) -> None:
    found = census(
        linter,
        a="Palvelemme asiakkaita. Kutsumme kanta-asiakkaita.",
        b="Kuulimme asiakkailta. Kuulimme asiakkailta taas.",
        c="Satoi koko päivän.",
    )
    counts = [(one.sense.label.value, one.phrase, one.uses, one.documents) for one in found.senses]
    assert counts == [("bare", "", 3, 2), ("compound", "kanta-asiakas", 1, 1)]
    assert (found.read, found.uses, found.bare) == (3, 4, 3)
    assert [(one.name, one.uses, one.bare) for one in found.documents] == [("b.md", 2, 2), ("a.md", 2, 1)]


def test_an_example_is_the_sentence_with_its_line(linter: Linter) -> None:
    (count,) = census(linter, a="# Otsikko\n\nSatoi. Palvelemme\nasiakkaita **hyvin**. Loppu.").senses
    (example,) = count.examples
    assert example.site == ("a.md", 4, None)
    assert example.text == "Palvelemme asiakkaita hyvin."


def test_an_example_of_a_huge_sentence_is_cut(linter: Linter) -> None:
    (count,) = census(linter, a=f"{'sana ' * 5_000}asiakkaita {'sana ' * 5_000}.").senses
    assert len(count.examples[0].text) < 300
    assert "asiakkaita" in count.examples[0].text


def test_few_examples_are_kept(linter: Linter) -> None:
    texts = {f"t{at}": "Palvelemme asiakkaita. Kuulimme asiakkailta." for at in range(9)}
    (count,) = census(linter, **texts).senses
    assert [example.site.document for example in count.examples] == ["t0.md", "t1.md", "t2.md"]


@pytest.mark.parametrize(
    ("text", "is_unclear"),
    [
        ("Uudet asiakkaat ja kanta-asiakkaat tulevat. Palvelemme asiakkaita.", True),
        ("Uudet asiakkaat ja kanta-asiakkaat tulevat.", False),
        ("Uudet asiakkaat tulevat. Palvelemme asiakkaita.", False),
        (
            "Kirjaston ja museon asiakkaita palvellaan. Kirjastojen asiakkaat tulevat. Kuulimme asiakkailta.",
            True,
        ),
        ("Kirjaston asiakkaat tulevat. Kirjastojen asiakkaat lähtevät. Kuulimme asiakkailta.", False),
        (
            "Uudet asiakkaat ja kanta-asiakkaat. Asiakkaalla tarkoitetaan ostajaa. Kuulimme asiakkailta.",
            False,
        ),
        ("Palvelemme asiakkaita. Kuulimme asiakkailta.", False),
    ],
)
def test_five_readers_five_answers(text: str, is_unclear: bool, linter: Linter) -> None:
    assert bool(census(linter, a=text).unclear) is is_unclear


def test_silenced_uses_count(linter: Linter) -> None:
    assert census(linter, a="<!-- termilint-disable -->\n\nPalvelemme asiakkaita.\n").bare == 1
