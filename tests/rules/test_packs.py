"""Finding and loading packs: folders, files, compiled data, and files that mean harm."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import pytest

from build_support.rules import write_files
from termilint.errors import RuleError
from termilint.rules import limits, packs, stored
from termilint.rules.model import RuleSet

if TYPE_CHECKING:
    from pathlib import Path

PACK = """\
name: oma
version: "1"
license: CC0-1.0
language: fi
title: {fi: Oma, en: Own}
description: {fi: Oma., en: Own.}
"""
RULE = """\
rules:
  - id: koe
    severity: info
    match: {term: {words: [koira]}}
    message: {fi: Koe., en: Test.}
    why: {fi: Syy., en: Reason.}
    source: itse
    examples: {bad: ["{Koira}"], good: [Kissa]}
"""


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = tmp_path / "compiled.json"
    write_files(packs.shipped_folder(), target)
    monkeypatch.setattr(stored, "COMPILED", target)
    return target


def make_pack(folder: Path) -> Path:
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    (folder / "rules.yml").write_text(RULE, encoding="utf-8")
    return folder


def errors(path: Path) -> tuple[str, ...]:
    with pytest.raises(RuleError) as caught:
        packs.load([path])
    return caught.value.problems or (str(caught.value),)


def test_compiled_and_yaml_give_the_same_rules(compiled: Path) -> None:
    assert compiled.stat().st_size > 0
    assert len(stored.compiled()) == len(list(packs.shipped_folder().rglob("*.yaml")))
    assert packs.load_shipped() == packs.load_shipped(compiled=False)


@pytest.mark.usefixtures("compiled")
def test_compiled_rules_need_no_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "termilint.rules.yaml_source", raising=False)
    packs.load_shipped()
    assert "termilint.rules.yaml_source" not in sys.modules


@pytest.mark.usefixtures("compiled")
def test_a_changed_file_is_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "rules" / "finnish"
    folder.mkdir(parents=True)
    monkeypatch.setattr(stored, "IN_WHEEL", folder.parent)
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    (folder / "lists.yaml").write_text(RULE, encoding="utf-8")
    assert packs.load_shipped().ids == ("koe",)


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff"])
def test_damaged_compiled_data_is_ignored(content: bytes, compiled: Path) -> None:
    compiled.write_bytes(content)
    assert packs.load_shipped() == packs.load_shipped(compiled=False)


@pytest.mark.usefixtures("compiled")
def test_loading_is_fast() -> None:
    took = []
    for _ in range(10):
        start = time.process_time()
        packs.load_shipped()
        took.append(time.process_time() - start)
    # Measured under 5 ms; the limit leaves room for slow machines.
    assert min(took) < 0.05


def test_a_pack_folder(tmp_path: Path) -> None:
    rules = packs.load([make_pack(tmp_path)])
    assert rules.ids == ("koe",)
    assert [pack.name for pack in rules.packs] == ["oma"]
    rule = rules.get("koe")
    assert rule is not None
    assert rule.pack == "oma"
    assert rule.origin == str((tmp_path / "rules.yml").resolve())


def test_the_same_path_twice_counts_once(tmp_path: Path) -> None:
    make_pack(tmp_path)
    assert len(packs.load([tmp_path, tmp_path / "." / "."])) == 1


def test_a_shipped_pack_can_be_given_as_a_path() -> None:
    for name in ("asiakas", "ihmiset"):
        rules = packs.load([packs.shipped_folder() / name])
        assert rules.ids == tuple(rule.id for rule in packs.load_shipped() if rule.pack == name)


def test_errors_of_a_pack_description(tmp_path: Path) -> None:
    make_pack(tmp_path)
    wrong = PACK.replace("language: fi", "language: sv").replace('"1"', "1.0")
    (tmp_path / "pack.yaml").write_text(wrong, encoding="utf-8")
    place = (tmp_path / "pack.yaml").resolve()
    assert errors(tmp_path) == (
        f"{place}:2:10: version must be a text: put 1.0 in quotation marks",
        f'{place}:4:11: unknown language "sv". Allowed: fi',
    )


def test_a_folder_without_description(tmp_path: Path) -> None:
    [message] = errors(tmp_path)
    assert message.endswith(
        "the folder has no pack.yaml. Rules come from a YAML file, "
        "or from a pack folder or zip with a pack.yaml."
    )


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    [message] = errors(tmp_path / "puuttuu.yaml")
    assert "there is no such file or folder." in message


def test_merging_refuses_equal_ids(tmp_path: Path) -> None:
    rules = packs.load([make_pack(tmp_path)])
    shipped = packs.load_shipped()
    assert len(shipped.merged(rules)) == len(shipped) + 1
    with pytest.raises(RuleError) as caught:
        rules.merged(rules)
    [problem] = caught.value.problems
    assert 'rule id "koe" is already used in' in problem


def test_an_empty_rule_set() -> None:
    assert (len(RuleSet()), RuleSet().get("x"), "x" in RuleSet()) == (0, None, False)


def lines(first: str, rows: list[str]) -> str:
    return "\n".join([first, *rows])


HARMFUL = {
    "alias bomb": lines(
        "a0: &a0 [x]", [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20)]
    ),
    "list bomb": lines(
        "lists:\n  a0: [$missing, x]",
        [f"  a{n}: [{', '.join([f'$a{n - 1}'] * 9)}]" for n in range(1, 60)],
    ),
    "long chain of lists": lines("lists:\n  a0: $missing", [f"  a{n}: $a{n - 1}" for n in range(1, 3000)]),
    "long chain of lists, last first": lines("lists:", [f"  a{n}: $a{n + 1}" for n in range(3000)]),
    "long list in many rules": lines(
        f"lists: {{a: {' '.join(f'a{n}' for n in range(50_000))}}}\nrules:",
        [f"  - match: {{term: {{words: [$a, b{n}]}}}}" for n in range(1_000)],
    ),
    "many lists of one": lines(
        f"lists:\n  a: {' '.join(f'a{n}' for n in range(50_000))}",
        [f"  b{n}: [$a, b{n}]" for n in range(1_000)],
    ),
    "many values": "lists: {a: [" + "x, " * 300_000 + "]}",
    "many gaps": lines("rules:", ["  - match: {phrase: {patterns: [a" + " *9 a" * 500 + "]}}"]),
    "many words": lines("rules:", ["  - match: {phrase: {patterns: [" + "a " * 5_000 + "]}}"]),
    "long word": lines("rules:", ["  - match: {term: {words: [" + "a" * 5_000 + "]}}"]),
    "deep lists": "lists: {a: " + "[" * 100_000,
    "deep block": lines("", [" " * depth + "a:" for depth in range(900)]),
    "huge": "# " + "x" * limits.MAX_BYTES,
}


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("alias bomb", "YAML aliases such as"),
        ("list bomb", "unknown word list"),
        ("long chain of lists", "unknown word list"),
        ("long chain of lists, last first", "word lists include each other deeper than 20 levels"),
        ("long list in many rules", "the rules and lists hold more than 1000000 words together"),
        ("many lists of one", "the rules and lists hold more than 1000000 words together"),
        ("many values", "holds more than 50000 values: write word lists as texts with spaces"),
        ("many gaps", "has 1001 words and gaps; allowed are 20"),
        ("many words", "has 5000 words and gaps; allowed are 20"),
        ("long word", "which is too long for a word"),
        ("deep lists", "is nested deeper than 16 levels"),
        ("deep block", "is nested deeper than 16 levels"),
        ("huge", "is too large: a rule file has at most 1000000 bytes"),
    ],
)
def test_harmful_files_are_refused(kind: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(HARMFUL[kind], encoding="utf-8")
    assert message in "\n".join(errors(path))


def test_many_words_are_fine(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text("lists: {a: " + "x " * 400_000 + "}", encoding="utf-8")
    assert len(packs.load([path])) == 0


def test_many_files_with_many_values_each(tmp_path: Path) -> None:
    make_pack(tmp_path)
    for number in range(10):
        text = f"lists: {{a{number}: [" + "x, " * 40_000 + "]}"
        (tmp_path / f"{number}.yaml").write_text(text, encoding="utf-8")
    [message] = errors(tmp_path)
    assert "4.yaml: the rule files hold more than 200000 values together" in message


def test_a_pack_folder_of_many_files(tmp_path: Path) -> None:
    make_pack(tmp_path)
    for number in range(1_001):
        (tmp_path / f"{number}.yaml").touch()
    [message] = errors(tmp_path)
    assert "is too large: a pack has at most 1000 files and 20000000 bytes" in message


def test_a_pack_folder_of_many_bytes(tmp_path: Path) -> None:
    make_pack(tmp_path)
    with (tmp_path / "suuri.yaml").open("wb") as file:
        file.truncate(20_000_001)  # a sparse file
    [message] = errors(tmp_path)
    assert "is too large" in message


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_out_of_a_pack_are_not_followed(tmp_path: Path) -> None:
    pack = tmp_path / "paketti"
    pack.mkdir()
    make_pack(pack)
    secret = tmp_path / "salaisuus.yaml"
    secret.write_text("salasana: kissa", encoding="utf-8")
    (pack / "linkki.yaml").symlink_to(secret)
    (pack / "oma.yaml").symlink_to(pack / "rules.yml")
    [message] = errors(pack)
    assert "linkki.yaml: is a link out of the pack" in message
    assert "kissa" not in message


def test_the_same_id_in_two_files(tmp_path: Path) -> None:
    make_pack(tmp_path)
    (tmp_path / "toinen.yaml").write_text(RULE, encoding="utf-8")
    [message] = errors(tmp_path)
    place = (tmp_path / "rules.yml").resolve()
    assert message.endswith(f'toinen.yaml:2:9: rule id "koe" is already given at {place}:2:9')


def test_many_unknown_names_are_not_compared_with_many_known_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import difflib

    monkeypatch.setattr(difflib, "get_close_matches", pytest.fail)
    known = "\n".join(f"  a{number}: x" for number in range(5_000))
    unknown = "\n".join(f"  b{number}: $c{number}" for number in range(5_000))
    path = tmp_path / "r.yaml"
    path.write_text(f"lists:\n{known}\n{unknown}\n", encoding="utf-8")
    found = errors(path)
    assert len(found) == 5_000
    assert max(map(len, found)) < 3_000


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pipe in the file system")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "r.yaml")
    assert "there is no such file or folder." in errors(tmp_path / "r.yaml")[0]
