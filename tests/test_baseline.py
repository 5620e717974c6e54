from collections import Counter
from pathlib import Path

import pytest

from termilint.baseline import Baseline, Stale, by_root, read, to_json
from termilint.errors import ConfigError

A, B, C = ("r", "a"), ("r", "b"), ("s", "a")
KNOWN = Baseline({"x.md": Counter({A: 2, C: 1}), "ä.md": Counter({B: 1})})


def test_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(to_json(KNOWN), encoding="utf-8")
    assert read(path) == KNOWN
    assert "ä.md" in to_json(KNOWN)
    assert len(KNOWN) == 4


def test_sorted_whatever_the_order() -> None:
    other = Baseline({"ä.md": Counter({B: 1}), "x.md": Counter({C: 1, A: 2})})
    assert to_json(other) == to_json(KNOWN)


def test_stale_and_new() -> None:
    current = {"x.md": Counter({A: 1, B: 3}), "uusi.md": Counter({A: 1})}
    assert KNOWN.stale(current) == (Stale("x.md", *A, 1), Stale("x.md", *C, 1))
    assert KNOWN.new(current) == 4
    assert KNOWN.stale(dict(KNOWN.files)) == ()


def test_it_never_grows_by_itself() -> None:
    current = {"x.md": Counter({A: 5, B: 1}), "uusi.md": Counter({A: 1})}
    assert KNOWN.updated(current, grows=False).files == {"x.md": Counter({A: 2}), "ä.md": Counter({B: 1})}
    assert KNOWN.updated(current, grows=True).files == {**current, "ä.md": Counter({B: 1})}
    assert KNOWN.updated({"x.md": Counter()}, grows=True).files == {"ä.md": Counter({B: 1})}


def test_names_from_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    counts = {"a.md": Counter({A: 1}), str(tmp_path / "a.md"): Counter({A: 1}), "/muu.md": Counter({A: 1})}
    assert by_root(counts, str(tmp_path)) == {"a.md": Counter({A: 2})}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", r"b\.json:1:2: the baseline is not JSON: .* Restore it, or delete it and write it anew"),
        (
            '{"schema": "x", "files": {\n<<<<<<< HEAD\n "a": {},\n=======\n>>>>>>> other\n}}',
            r"b\.json:2:1: the baseline has merge conflicts\. Take either side, then: .* --add-new",
        ),
        ("[" * 100_000, "the baseline is not JSON"),
        ("[]", "has schema None"),
        ('{"schema": "muu/1"}', "has schema 'muu/1', not 'termilint-baseline/1'"),
        ('{"schema": "termilint-baseline/1"}', "damaged at 'files'"),
        ('{"schema": "termilint-baseline/1", "files": {"a": []}}', "damaged at 'a'"),
        ('{"schema": "termilint-baseline/1", "files": {"a": {"r": {"f": 0}}}}', "damaged at 'a: r: f'"),
        ('{"schema": "termilint-baseline/1", "files": {"a": {"r": {"f": true}}}}', "damaged at 'a: r: f'"),
    ],
)
def test_damaged(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(text)
    with pytest.raises(ConfigError, match=message):
        read(path)


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="termilint baseline write"):
        read(tmp_path / "b.json")
