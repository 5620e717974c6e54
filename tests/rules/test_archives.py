"""Packs in zip files, also those that mean harm."""

import stat
import zipfile
from pathlib import Path

import pytest

from termilint.errors import RuleError
from termilint.rules import archives, limits, packs
from tests.rules.test_packs import PACK, RULE


def make(path: Path, members: dict[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def problem(path: Path) -> str:
    with pytest.raises(RuleError) as caught:
        packs.load([path])
    return str(caught.value).replace(str(path.resolve()), "p.zip")


@pytest.mark.parametrize("folder", ["", "oma/", "ö ä/"])
def test_a_pack(folder: str, tmp_path: Path) -> None:
    members: dict[str, str | bytes] = {
        f"{folder}pack.yaml": PACK,
        f"{folder}rules.yml": RULE,
        f"{folder}LUEMINUT.md": "Hei",
        f"{folder}tests/other.yaml": "not: [read",
    }
    path = make(tmp_path / "p.zip", members)
    rules = packs.load([path])
    assert rules.ids == ("koe",)
    assert [pack.name for pack in rules.packs] == ["oma"]
    rule = rules.get("koe")
    assert rule is not None
    assert rule.origin == f"{path.resolve()}/{folder}rules.yml"


def test_errors_name_the_file_inside(tmp_path: Path) -> None:
    path = make(tmp_path / "p.zip", {"pack.yaml": PACK, "r.yaml": "rules: [{id: 1}]"})
    assert "p.zip/r.yaml:1:14: id must be a text" in problem(path)


@pytest.mark.parametrize(
    "name",
    [
        *("../r.yaml", "a/../../r.yaml", "/etc/r.yaml", "C:/r.yaml", "C:r.yaml", "a//r.yaml", "./r.yaml"),
        *("a\\r.yaml", "\\\\server\\r.yaml", "a\n.yaml", "a/..", "\x1b[31mr.yaml"),
    ],
)
def test_unsafe_names(name: str, tmp_path: Path) -> None:
    path = make(tmp_path / "p.zip", {"pack.yaml": PACK, name: RULE})
    assert "holds the unsafe name" in problem(path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["p.zip"]


def test_a_link(tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("pack.yaml", PACK)
        info = zipfile.ZipInfo("r.yaml")
        info.create_system = 3
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    assert "holds the link" in problem(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_twice(tmp_path: Path) -> None:
    path = make(tmp_path / "p.zip", {"pack.yaml": PACK, "r.yaml": RULE})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("r.yaml", RULE)
    assert 'holds "r.yaml" twice' in problem(path)


def test_too_many_files(tmp_path: Path) -> None:
    path = make(tmp_path / "p.zip", {f"{n}.txt": "" for n in range(limits.MAX_FILES + 1)})
    assert "a pack has at most 1000" in problem(path)


def test_a_large_file(tmp_path: Path) -> None:
    path = make(tmp_path / "p.zip", {"pack.yaml": PACK, "r.yaml": b"#" * (limits.MAX_BYTES + 1)})
    assert path.stat().st_size < 10_000
    assert 'holds "r.yaml", which is larger than 1000000 bytes' in problem(path)


def test_a_size_that_lies(tmp_path: Path) -> None:
    path = make(tmp_path / "p.zip", {"pack.yaml": PACK, "r.yaml": b"#" * 3_000_000})
    raw = path.read_bytes()
    size = (3_000_000).to_bytes(4, "little")
    assert size in raw
    path.write_bytes(raw.replace(size, (10).to_bytes(4, "little")))
    assert problem(path)


def test_many_files_together_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_TOTAL_BYTES", 1_000)
    monkeypatch.setattr(archives._Room, "__init__", lambda self: setattr(self, "left", 1_000))
    path = make(tmp_path / "p.zip", {"pack.yaml": PACK, "a.yaml": "#" * 600, "b.yaml": "#" * 600})
    assert "is too large: a pack has at most 1000 bytes" in problem(path)


def test_encrypted(tmp_path: Path) -> None:
    path = make(tmp_path / "p.zip", {"pack.yaml": PACK})
    raw = bytearray(path.read_bytes())
    directory = raw.index(b"PK\x01\x02")
    raw[directory + 8] |= 1
    path.write_bytes(raw)
    assert 'holds "pack.yaml" encrypted' in problem(path)


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"not a zip at all", b"PK\x05\x06" + b"\0" * 18])
def test_no_zip_or_no_pack(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    path.write_bytes(raw)
    assert "p.zip: " in problem(path)


def test_damaged_in_the_middle(tmp_path: Path) -> None:
    path = make(tmp_path / "p.zip", {"pack.yaml": PACK * 50, "r.yaml": RULE})
    raw = bytearray(path.read_bytes())
    raw[50:70] = b"\xff" * 20
    path.write_bytes(raw)
    assert "is no sound zip file" in problem(path)


def test_two_packs_in_one_zip(tmp_path: Path) -> None:
    path = make(tmp_path / "p.zip", {"a/pack.yaml": PACK, "b/pack.yaml": PACK})
    assert "the zip has more than one pack.yaml" in problem(path)
