"""What rules of the right form are told: the place, the reason and the remedy, all at once."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from termilint.authoring import lint, words
from termilint.messages import messages_in
from termilint.rules import packs
from tests.authoring.rule_files import RULE, changed, written

if TYPE_CHECKING:
    from pathlib import Path

    from termilint.morphology.analyzer import Analyzer
    from termilint.rules.model import RuleSet

TEXTS = messages_in("en").rules
QUALIFIER = (
    "term:\n        words: [resurssi]",
    "needs_qualifier:\n        lemma: resurssi\n        people: [{}]",
)
PHRASE = ("term:\n        words: [resurssi]", 'phrase:\n        patterns: ["{}"]')


def told(text: str, folder: Path, analyzer: Analyzer, beside: RuleSet | None = None) -> list[str]:
    read = packs.read([written(folder, text)])
    everything = read.rules.merged(beside) if beside else read.rules
    found = lint.problems(read, everything, analyzer, TEXTS)
    return [str(problem).replace(str(folder.resolve()), "") for problem in found]


def phrase(pattern: str) -> str:
    return changed(PHRASE[0], PHRASE[1].format(pattern))


def test_a_sound_rule(tmp_path: Path, analyzer: Analyzer) -> None:
    assert told(RULE, tmp_path, analyzer) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (
            changed("[resurssi]", "[resurssin]"),
            '/r.yaml:6:17: “resurssin” is an inflected form. Write the base form: "resurssi".',
        ),
        (
            changed("[resurssi]", "[resursi]"),
            '/r.yaml:6:17: “resursi” is not in the dictionary. Did you mean: "resurssi"?',
        ),
        (
            changed("[resurssi]", "[resurssi, sidosryhma]"),
            '/r.yaml:6:27: “sidosryhma” is not in the dictionary. Did you mean: "sidosryhmä"',
        ),
        (
            changed("[resurssi]", "[resurssi, zzyxxyz]"),
            (
                "/r.yaml:6:27: “zzyxxyz” is not in the dictionary, so its forms cannot be found. "
                "List them as a phrase: =form|=other."
            ),
        ),
        (phrase("resurssin *2 olla"), "/r.yaml:6:20: “resurssin” is an inflected form."),
        (phrase("=zzyxx|resursi olla"), "/r.yaml:6:20: “resursi” is not in the dictionary."),
        (
            changed(QUALIFIER[0], QUALIFIER[1].format("vip opettajan")),
            '/r.yaml:7:18: “opettajan” is an inflected form. Write the base form: "opettaja".',
        ),
        (
            changed("info\n", "info\n    unless: [resurssin pankki]\n"),
            "/r.yaml:4:14: “resurssin” is an inflec",
        ),
        (
            changed("[ihminen]", "[{text: ihminen, cues: työ töissä}]"),
            '/r.yaml:10:41: “töissä” is an inflected form. Write the base form: "työ".',
        ),
        ("lists: {ihmiset: opettaja opettajan}\n" + RULE, "/r.yaml:1:18: “opettajan” is an inflected form."),
        (
            changed("[ihminen]", "[ihmisen]", "${ihmisiä}", ""),
            "/r.yaml:10:19: The suggestion “ihmisen” does not inflect like “resurssin”.",
        ),
        (
            changed("[ihminen]", "[ihminne]", "${ihmisiä}", ""),
            "/r.yaml:10:19: “ihminne” is not in the dictionary. Did you mean:",
        ),
        (
            changed("[ihminen]", "[ihminen, henkilöresurssi]"),
            "/r.yaml:10:28: The rule would report its own suggestion “henkilöresurssi”.",
        ),
        (
            changed("{resursseja}${ihmisiä}", "{resursseja}${ihmistä}"),
            (
                "/r.yaml:13:11: bad[0]: something else comes out. "
                "expected: Tarvitsemme {resursseja}${ihmistä}. found: Tarvitsemme {resursseja}${ihmisiä}."
            ),
        ),
        (
            changed('"Tarvitsemme ihmisiä."', "Resurssit loppuivat."),
            (
                "/r.yaml:15:11: good[0]: something else comes out. expected: Resurssit loppuivat. "
                "found: {Resurssit} loppuivat."
            ),
        ),
    ],
)
def test_what_is_unclear(text: str, first: str, tmp_path: Path, analyzer: Analyzer) -> None:
    assert told(text, tmp_path, analyzer)[0].startswith(first)


def test_everything_is_told_at_once(tmp_path: Path, analyzer: Analyzer) -> None:
    text = changed("[resurssi]", "[resurssin, resursi, resurssi]", "[ihminen]", "[ihmisen]")
    lines = told(text, tmp_path, analyzer)
    assert [line.split(":")[1] for line in lines] == ["6", "6", "10", "13"]


def test_the_search_ends_in_a_file_of_nonsense(
    tmp_path: Path, analyzer: Analyzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lint, "MOST", 20)
    asked = count()
    monkeypatch.setattr(words, "nearest", lambda *_: (next(asked), ())[1])
    text = changed("[resurssi]", f"[resurssi, {' '.join(f'zzq{number}' for number in range(9_000))}]")
    assert len(told(text, tmp_path, analyzer)) <= 20
    assert next(asked) <= 20


SECOND = RULE.split("\n", 1)[1].replace("id: koe", "id: toinen")


def test_two_rules_in_one_file_that_report_the_same_word(tmp_path: Path, analyzer: Analyzer) -> None:
    [line] = told(RULE + SECOND, tmp_path, analyzer)
    assert line.startswith("/r.yaml:13:11: The rules koe and toinen report the same place “resursseja”.")


def test_a_rule_and_one_beside_it(tmp_path: Path, analyzer: Analyzer) -> None:
    beside = packs.read_bytes("muu.yaml", f"rules:\n{SECOND}".encode()).rules
    [line] = told(RULE, tmp_path, analyzer, beside)
    assert "The rules koe and toinen report the same place" in line
    off = [rule._replace(enabled=False) for rule in beside]
    assert told(RULE, tmp_path, analyzer, type(beside)(off)) == []


def test_a_longer_phrase_takes_the_place_of_its_word(tmp_path: Path, analyzer: Analyzer) -> None:
    longer = SECOND.replace(PHRASE[0], PHRASE[1].format("tarvita resurssi")).replace(
        "Tarvitsemme {resursseja}${ihmisiä}", "{Tarvitsemme resursseja}"
    )
    assert told(RULE + longer, tmp_path, analyzer) == []


def test_unless_parts_two_rules(tmp_path: Path, analyzer: Analyzer) -> None:
    other = SECOND.replace("[resurssi]", "[henkilöresurssi]").replace(
        "Tarvitsemme {resursseja}${ihmisiä}", "Tarvitsemme {henkilöresursseja}${ihmisiä}"
    )
    assert len(told(RULE + other, tmp_path, analyzer)) == 1
    apart = changed("severity: info", "severity: info\n    unless: [henkilöresurssi]")
    assert told(apart + other, tmp_path, analyzer) == []


def test_words_of_a_pack(tmp_path: Path, analyzer: Analyzer) -> None:
    from tests.rules.test_packs import PACK

    written(
        tmp_path,
        PACK + "extends: [asiakas]\nunless: [resurssin pankki]\n"
        "rules: {asiakasarvo: {unless: [arvon mitta], suggestions: [{text: hyöty, cues: säästän}]}}\n",
        "pack.yaml",
    )
    written(tmp_path, RULE)
    found = lint.problems(read := packs.read([tmp_path]), read.rules, analyzer, TEXTS)
    assert [problem.message.split("”")[0] for problem in found] == ["“resurssin", "“arvon", "“säästän"]
