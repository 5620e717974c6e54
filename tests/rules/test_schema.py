"""What a wrong rule file is told: every message with its place, the wrong value and what is allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from termilint.errors import RuleError
from termilint.model.document import BlockKind
from termilint.model.finding import Confidence, Severity
from termilint.model.fix import Applicability
from termilint.rules.model import Gap, NeedsQualifier, Phrase, Rule, SuggestionTemplate, Term, Word
from termilint.rules.packs import load

if TYPE_CHECKING:
    from pathlib import Path

RULE = """\
rules:
  - id: koe
    severity: info
    match:
      term:
        words: [koira]
    message: {fi: "”{match}” on koe.", en: "“{match}” is a test."}
    why: {fi: Syy., en: Reason.}
    source: itse
    suggestions: [kissa]
    examples:
      bad: ["Näin {koiran}${kissan}."]
      good: ["Näin linnun."]
"""


def write(folder: Path, text: str | bytes, name: str = "r.yaml") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def problems(folder: Path, text: str | bytes) -> list[str]:
    path = write(folder, text)
    with pytest.raises(RuleError) as caught:
        load([path])
    prefix = str(path.resolve())
    return [problem.replace(prefix, "r.yaml") for problem in caught.value.problems]


def only_rule(folder: Path, text: str) -> Rule:
    [rule] = load([write(folder, text)])
    return rule


def test_a_rule_with_defaults(tmp_path: Path) -> None:
    rule = only_rule(tmp_path, RULE)
    assert (rule.id, rule.severity, rule.enabled) == ("koe", Severity.INFO, True)
    assert rule.pattern == Term(("koira",))
    assert rule.applicability is Applicability.UNSAFE
    assert rule.suggestions == (SuggestionTemplate("kissa"),)
    assert rule.source.fi == rule.source.en == "itse"
    assert rule.message_for("koiran", "fi") == "”koiran” on koe."
    assert rule.pack == ""


def changed(before: str, after: str) -> str:
    assert before in RULE
    return RULE.replace(before, after, 1)


KEYS = (
    "confidence, enabled, examples, fix, id, match, message, other_sense, severity, source, "
    "suggestions, unless, where, why"
)

WRONG: dict[str, tuple[str | bytes, str]] = {
    "unknown severity": (
        changed("severity: info", "severity: warnin"),
        'r.yaml:3:15: unknown severity "warnin", did you mean "warning"? Allowed: error, hint, info, warning',
    ),
    "foreign severity": (
        changed("severity: info", "severity: paha"),
        'r.yaml:3:15: unknown severity "paha". Allowed: error, hint, info, warning',
    ),
    "unknown rule key": (
        changed("why:", "whi: x\n    why:"),
        f'r.yaml:8:5: unknown key "whi", did you mean "why"? Allowed: {KEYS}',
    ),
    "unknown file key": (
        RULE + "rule: []\n",
        'r.yaml:14:1: unknown key "rule", did you mean "rules"? Allowed: lists, rules',
    ),
    "missing keys": (
        changed("    why: {fi: Syy., en: Reason.}\n    source: itse\n", ""),
        "r.yaml:2:5: rules[0] lacks source, why",
    ),
    "missing language": (changed(", en: Reason.", ""), "r.yaml:8:10: why lacks en"),
    "empty text": (changed("Syy.", '" "'), "r.yaml:8:15: fi must not be empty"),
    "no text": (changed("source: itse", "source:"), "r.yaml:9:12: source must not be empty"),
    "number for text": (
        changed("Syy.", "1.0"),
        "r.yaml:8:15: fi must be a text: put 1.0 in quotation marks",
    ),
    "truth value for text": (
        changed("Syy.", "yes"),
        "r.yaml:8:15: fi must be a text: put True in quotation marks",
    ),
    "list for text": (changed("Syy.", "[a]"), "r.yaml:8:15: fi must be a text, not a list"),
    "text for truth value": (
        changed("severity: info", "severity: info\n    enabled: kyllä"),
        'r.yaml:4:14: enabled must be true or false, not "kyllä"',
    ),
    "text for list": (
        changed("[kissa]", "kissa"),
        'r.yaml:10:18: suggestions must be a list, not "kissa"',
    ),
    "empty list": (changed("[kissa]", "[]"), "r.yaml:10:18: suggestions must not be empty"),
    "list for mapping": (
        changed("match:\n      term:\n        words: [koira]", "match: [term]"),
        "r.yaml:4:12: match must be a mapping, not a list",
    ),
    "unknown kind": (
        changed("term:", "terms:"),
        'r.yaml:5:7: unknown key "terms", did you mean "term"? Allowed: needs_qualifier, phrase, term',
    ),
    "no kind": (
        changed("match:\n      term:\n        words: [koira]", "match: {}"),
        "r.yaml:4:12: match must have exactly one kind, not none. Allowed: needs_qualifier, phrase, term",
    ),
    "two kinds": (
        changed("        words: [koira]", "        words: [koira]\n      phrase: {patterns: [a b]}"),
        (
            "r.yaml:5:7: match must have exactly one kind, not phrase and term."
            " Allowed: needs_qualifier, phrase, term"
        ),
    ),
    "kind without its words": (
        changed("words: [koira]", "inside_compounds: true"),
        "r.yaml:6:9: term lacks words",
    ),
    "word with a comma": (
        changed("[koira]", '["koira,kissa"]'),
        'r.yaml:6:17: words[0] holds "koira,kissa", which is not a word or a $list',
    ),
    "id with capitals": (
        changed("id: koe", "id: Koe sääntö"),
        'r.yaml:2:9: id "Koe sääntö" must be kebab-case: a-z, 0-9 and single hyphens',
    ),
    "unknown placeholder": (
        changed("{match}", "{sana}"),
        'r.yaml:7:19: unknown placeholder "{sana}". Allowed: {match}, {word}',
    ),
    "bad example without mark": (
        changed("{koiran}${kissan}", "koiran"),
        "r.yaml:12:13: bad[0] must mark with {…} what the rule reports",
    ),
    "good example with mark": (
        changed("Näin linnun", "Näin {linnun}"),
        "r.yaml:13:14: good[0] must not mark anything: the rule reports nothing in it",
    ),
    "lonely brace": (
        changed("Näin linnun", "Näin }linnun"),
        'r.yaml:13:14: good[0] holds a lonely or empty brace: "}"',
    ),
    "rewrite away from its mark": (
        changed("{koiran}$", "{koiran} $"),
        "r.yaml:12:13: bad[0] holds a rewrite ${…} that is empty or not right after its mark {…}",
    ),
    "no examples of a kind": (
        changed('\n      good: ["Näin linnun."]', ""),
        "r.yaml:12:7: examples lacks good",
    ),
    "unknown fix": (
        changed("source: itse", "source: itse\n    fix: always"),
        'r.yaml:10:10: unknown fix "always". Allowed: never, safe, unsafe',
    ),
    "gap at the end": (
        changed("term:\n        words: [koira]", 'phrase:\n        patterns: ["koira *2"]'),
        "r.yaml:6:20: patterns[0] must begin and end with a word, not with *",
    ),
    "wide gap": (
        changed("term:\n        words: [koira]", 'phrase:\n        patterns: ["koira *12 kissa"]'),
        'r.yaml:6:20: patterns[0] holds "*12"; allowed are * for one word and *1 to *9 for up to so many',
    ),
    "empty alternative": (
        changed("term:\n        words: [koira]", 'phrase:\n        patterns: ["koira|"]'),
        'r.yaml:6:20: patterns[0] holds "koira|"; allowed are words, =forms and $lists with | between them',
    ),
    "key given twice": (
        changed("source: itse", "source: itse\n    source: muu"),
        'r.yaml:10:5: key "source" is already given on line 9',
    ),
    "anchor": (changed("why: {", "why: &syy {"), 'r.yaml:8:10: YAML anchors such as "&syy" are not allowed'),
    "alias": (
        changed("why: {fi: Syy., en: Reason.}", "why: *syy"),
        'r.yaml:8:10: YAML aliases such as "*syy" are not allowed',
    ),
    "tag": (
        changed("source: itse", "source: !!str itse"),
        'r.yaml:9:13: YAML tags such as "tag:yaml.org,2002:str" are not allowed',
    ),
    "python tag": (
        changed("source: itse", "source: !!python/name:os.system itse"),
        'r.yaml:9:13: YAML tags such as "tag:yaml.org,2002:python/name:os.system" are not allowed',
    ),
    "key that is a list": (
        changed("source: itse", "[source]: itse"),
        "r.yaml:9:5: a key must be a word, not a list, a mapping or an alias",
    ),
    "second document": (
        RULE + "---\na: b\n",
        "r.yaml:14:1: a file holds one YAML document, here begins a second",
    ),
    "not YAML": (RULE + "\t- x\n", "r.yaml:14:1: is not YAML: found character that cannot start any token"),
    "empty file": ("", "r.yaml:1:1: the file is empty: a rule file has rules, lists or both"),
    "only a comment": ("# x\n", "r.yaml:1:1: the file is empty: a rule file has rules, lists or both"),
    "a list as file": ("- a\n", "r.yaml:1:1: the file must be a mapping, not a list"),
    "bad list name": (
        "lists: {Väki: a}\n",
        'r.yaml:1:9: list name "Väki" must be lower-case letters a-z, digits and _',
    ),
    "unknown list": (
        "lists: {a: $determiner}\n",
        (
            'r.yaml:1:12: unknown word list "$determiner", did you mean "$determiners"? Allowed: $a, '
            "$care, $client_server, $definition_nouns, $definition_verbs, $determiners, "
            "$evaluations, $greetings, $mention_nouns, "
            "$organisations, $people, $places, $quantities, $services, $software, $speakers"
        ),
    ),
    "NUL": (changed("Syy", "S\0y"), "r.yaml:8:16: holds the character U+0000, which is not text"),
    "control character": ("a: \x1b", "r.yaml:1:4: holds the character U+001B, which is not text"),
    "not UTF-8": (b"a: 1\nb: \xe4\n", "r.yaml:2:4: is not UTF-8: byte 0xe4 cannot be read"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_file(name: str, tmp_path: Path) -> None:
    text, message = WRONG[name]
    assert problems(tmp_path, text) == [message]


def test_all_errors_of_all_files_at_once(tmp_path: Path) -> None:
    first = write(tmp_path, changed("info", "x").replace("[kissa]", "[]"), "a.yaml")
    second = write(tmp_path, RULE.replace("true", "x").replace("koiran}", "koiran"), "b.yaml")
    with pytest.raises(RuleError) as caught:
        load([first, second])
    assert [problem.split(": ")[0].rpartition("/")[2] for problem in caught.value.problems] == [
        "a.yaml:3:15",
        "a.yaml:10:18",
        "b.yaml:12:13",
    ]
    assert str(caught.value) == "\n".join(caught.value.problems)


def test_circular_lists_name_the_circle(tmp_path: Path) -> None:
    found = problems(tmp_path, "lists:\n  a: $b\n  b: [x, $a]\n")
    assert "r.yaml:3:10: word list $a includes itself: $a → $b → $a" in found


def test_equal_rule_ids_name_both_places(tmp_path: Path) -> None:
    first, second = write(tmp_path, RULE, "a.yaml"), write(tmp_path, RULE, "b.yaml")
    with pytest.raises(RuleError) as caught:
        load([first, second])
    [problem] = caught.value.problems
    assert problem == f'{second.resolve()}:2:9: rule id "koe" is already given at {first.resolve()}:2:9'


def test_equal_list_names_name_both_places(tmp_path: Path) -> None:
    path = write(tmp_path, "lists: {people: ihminen}\n")
    with pytest.raises(RuleError) as caught:
        load([path])
    [problem] = caught.value.problems
    assert problem.startswith(
        f"{path.resolve()}:1:17: word list $people is already given at finnish/lists.yaml"
    )


def test_columns_are_code_points_after_a_mark_of_byte_order(tmp_path: Path) -> None:
    text = "\ufeff" + 'lists: {a: ["äö😀", "x,y"]}\n'
    assert problems(tmp_path, text) == [
        'r.yaml:1:13: a[0] holds "äö😀", which is not a word or a $list',
        'r.yaml:1:20: a[1] holds "x,y", which is not a word or a $list',
    ]


def test_decomposed_letters_become_composed(tmp_path: Path) -> None:
    rule = only_rule(tmp_path, changed("koira", "a\u0308iti"))
    assert rule.pattern == Term(("äiti",))


def test_term_options(tmp_path: Path) -> None:
    text = changed("words: [koira]", "words: koira susi\n        inside_compounds: true")
    assert only_rule(tmp_path, text).pattern == Term(("koira", "susi"), inside_compounds=True)


def test_where_how_sure_and_unless(tmp_path: Path) -> None:
    rule = only_rule(
        tmp_path,
        changed(
            "    source: itse",
            "    source: itse\n    confidence: low\n    where: [heading, body]\n    unless: [koiran elämä]",
        ),
    )
    assert rule.confidence is Confidence.LOW
    assert rule.where == {
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.TABLE_CELL,
    }
    assert [pattern.text for pattern in rule.unless] == ["koiran elämä"]


def test_phrase_with_lists(tmp_path: Path) -> None:
    text = (
        changed(
            "term:\n        words: [koira]",
            'phrase:\n        patterns: ["$elukat|=Koiran * *2 olla"]\n    unless: [koira]',
        )
        + "lists: {elukat: [kissa, $linnut], linnut: harakka varis}\n"
    )
    rule = only_rule(tmp_path, text)
    pattern = rule.pattern
    assert isinstance(pattern, Phrase)
    assert pattern.patterns[0].elements == (
        Word(frozenset({"kissa", "harakka", "varis"}), frozenset({"koiran"})),
        Gap(1, 3),
        Word(frozenset({"olla"})),
    )
    assert rule.unless[0].elements == (Word(frozenset({"koira"})),)


def test_qualifier_sets(tmp_path: Path) -> None:
    text = changed(
        "term:\n        words: [koira]",
        "needs_qualifier:\n        lemma: koira\n        open_class: false\n"
        "        people: [isäntä, $speakers]",
    )
    pattern = only_rule(tmp_path, text).pattern
    assert isinstance(pattern, NeedsQualifier)
    assert (pattern.lemma, pattern.open_class) == ("koira", False)
    assert {"isäntä", "yritys"} <= pattern.people
    assert pattern.narrows == frozenset()


def test_suggestion_with_note_and_cues(tmp_path: Path) -> None:
    text = changed("[kissa]", "[{text: kissa, note: {fi: a, en: b}, cues: maito hiiri}]")
    [suggestion] = only_rule(tmp_path, text).suggestions
    assert suggestion.note is not None
    assert suggestion.note.get("en") == "b"
    assert suggestion.cues == {"maito", "hiiri"}


def test_users_rules_may_name_the_shipped_lists(tmp_path: Path) -> None:
    pattern = only_rule(tmp_path, changed("[koira]", "[$greetings]")).pattern
    assert isinstance(pattern, Term)
    assert "arvoisa" in pattern.words
