"""Files that nobody vouches for are refused or read within bounds."""

import io
import pickle
import struct
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from termilint.errors import ReadError
from termilint.office import archive as module
from termilint.office.archive import Archive
from termilint.readers import is_wanted
from tests.office.documents import (
    docx,
    docx_of,
    members,
    odf,
    opened,
    prose,
    word_document,
    word_story,
    zipped,
)
from tests.office.test_docx import p, r

MOST_SECONDS = 5.0
MOST_BYTES = 150_000_000
GOOD = docx(p(r("teksti")))


def reason(name: str, data: bytes) -> str:
    """Why a file is refused, within bounds of time and memory."""
    start = time.process_time()
    tracemalloc.start()
    try:
        with pytest.raises(ReadError) as caught:
            opened(name, data)
        assert tracemalloc.get_traced_memory()[1] < MOST_BYTES
    finally:
        tracemalloc.stop()
    assert time.process_time() - start < MOST_SECONDS
    return caught.value.reason


def with_member(name: str, data: bytes) -> bytes:
    return zipped({**members(GOOD), name: data})


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("x.docx", b"", "wrong-format"),
        ("x.docx", b"Pelkkaa tekstia", "wrong-format"),
        ("x.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old-office"),
        ("x.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("x.docx", zipped({"a.txt": "a"}), "wrong-format"),
        ("x.pptx", GOOD, "wrong-format"),
        ("x.docx", odf(""), "wrong-format"),
        ("x.odt", GOOD, "wrong-format"),
        ("x.docx", GOOD[:500], "broken-package"),
        ("x.docx", GOOD[:-1], "broken-package"),
        ("x.docx", GOOD[:-200] + bytes(200), "broken-package"),
        ("x.docx", GOOD[: GOOD.index(b"PK\1\2") + 60], "broken-package"),
        ("x.docx", GOOD[: GOOD.index(b"PK\1\2") + 60] + GOOD[GOOD.index(b"PK\5\6") :], "broken-package"),
        ("x.docx", GOOD[: GOOD.index(b"PK\1\2")], "broken-package"),
        ("x.odt", b"# Otsikko\n\nPelkkaa tekstia.\n", "wrong-format"),
        ("x.pptx", b"<html><p>Tekstia</p></html>", "wrong-format"),
        ("x.docx", docx_of("<!DOCTYPE x [<!ENTITY a 'b'>]>" + word_document("")[39:]), "broken-package"),
        (
            "x.docx",
            docx_of("<!DOCTYPE x SYSTEM 'http://example.fi/x'>" + word_document("")[39:]),
            "broken-package",
        ),
        ("x.docx", docx_of(word_document("<w:p>")), "broken-package"),
        ("x.docx", docx_of(word_document("<w:p>&nbsp;</w:p>")), "broken-package"),
        ("x.docx", with_member("word/document.xml", "päivä".encode("utf-16-be")), "broken-package"),
    ],
)
def test_what_is_no_such_document_is_refused(name: str, data: bytes, expected: str) -> None:
    assert reason(name, data) == expected


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_refused() -> None:
    stream = io.BytesIO(GOOD)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/document.xml", word_document(p(r("toinen"))))
    assert reason("x.docx", stream.getvalue()) == "broken-package"


def test_bomb_of_one_part_is_refused() -> None:
    bomb = word_document(p(r("a" * 300_000_000)))
    assert reason("x.docx", docx_of(bomb)) == "package-limits"


def test_dense_part_is_refused() -> None:
    assert reason("x.docx", docx_of(word_document(" " * 5_000_000))) == "package-limits"


def test_sum_of_parts_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_TOTAL_BYTES", 1_000)
    assert reason("x.docx", GOOD) == "package-limits"


def test_too_many_members_are_refused() -> None:
    many = {f"word/media/{at}": b"" for at in range(10_000)}
    assert reason("x.docx", zipped({**members(GOOD), **many})) == "package-limits"


@pytest.mark.parametrize("kind", ["header", "footnotes"])
def test_bomb_beside_the_main_part_is_refused(kind: str) -> None:
    story = word_story(kind[:3] if kind == "header" else kind, p(r("a" * 300_000_000)))
    assert reason("x.docx", docx(p(r("teksti")), {kind: story})) == "package-limits"


def test_many_parts_that_are_large_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_TOTAL_BYTES", 4_000_000)
    filler = "".join(f"<!--{at * 7919}-->" for at in range(60_000))
    headers = {f"header{at}": word_story("hdr", filler + p(r("ylhäällä"))) for at in range(9)}
    assert len(prose("x.docx", docx(p(r("teksti")), dict(list(headers.items())[:2])))) == 3
    assert reason("x.docx", docx(p(r("teksti")), headers)) == "package-limits"


def test_zips_in_a_zip_are_never_unpacked() -> None:
    inner = zipped({f"{at}.zip": zipped({"a": bytes(40_000_000)}) for at in range(9)})
    data = with_member("word/embeddings/sisus.zip", inner)
    assert prose("x.docx", data) == ["teksti"]
    source = opened("x.docx", data)
    fixed = source.to_bytes(source.text.replace("teksti", "toinen"))
    assert members(fixed)["word/embeddings/sisus.zip"] == inner


def test_size_in_the_header_is_not_believed() -> None:
    data = bytearray(docx_of(word_document(p(r("a" * 300_000_000)))))
    entry = data.index(b"PK\1\2")
    while b"word/document.xml" not in data[entry : entry + 80]:
        entry = data.index(b"PK\1\2", entry + 1)
    struct.pack_into("<L", data, entry + 24, 100)
    assert reason("x.docx", bytes(data)) in {"broken-package", "package-limits"}


def test_overlapping_members_are_refused() -> None:
    data = bytearray(GOOD)
    first = data.index(b"PK\1\2")
    second = data.index(b"PK\1\2", first + 1)
    struct.pack_into("<L", data, second + 42, struct.unpack_from("<L", data, first + 42)[0] + 4)
    assert reason("x.docx", bytes(data)) == "broken-package"


@pytest.mark.parametrize("element", ["w:sdt", "w:p", "w:r", "w:tbl", "w:x", "w:txbxContent"])
def test_deep_nesting_is_read_in_bounded_time(element: str) -> None:
    filler = "".join(f"<!--{at * 7919}-->" for at in range(100_000))
    deep = f"<{element}>" * 50_000 + p(r("syvällä")) + f"</{element}>" * 50_000
    start = time.process_time()
    assert prose("x.docx", docx(filler + deep)) == ["syvällä"]
    assert time.process_time() - start < MOST_SECONDS


def test_a_line_without_end_is_read_in_bounded_time() -> None:
    text = "".join(f"asiakas{at} " for at in range(700_000))
    start = time.process_time()
    assert sum(map(len, prose("x.docx", docx(p(r(text)))))) == len(text)
    assert time.process_time() - start < MOST_SECONDS


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\x", "word/../../x", "nested.zip"])
def test_odd_members_are_kept_and_never_opened(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = zipped({**members(GOOD), name: b"x" * 99})
    source = opened("x.docx", data)
    fixed = source.to_bytes(source.text.replace("teksti", "toinen"))
    assert {**members(data), "word/document.xml": b""} == {**members(fixed), "word/document.xml": b""}
    assert list(tmp_path.iterdir()) == []


def test_external_references_are_not_followed() -> None:
    relationships = members(GOOD)["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="x" Type="a/header" Target="file:///etc/passwd" TargetMode="External"/>'
        b'<Relationship Id="y" Type="a/header" Target="/NULL"/></Relationships>',
    )
    assert prose("x.docx", with_member("word/_rels/document.xml.rels", relationships)) == ["teksti"]


def test_unchanged_members_are_copied_as_they_lie_in_the_file() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members(GOOD).items():
            info = zipfile.ZipInfo(name, (2025, 5, 5, 5, 5, 4))
            info.external_attr = 0o600 << 16
            info.comment = b"oma"
            info.extra = struct.pack("<2H4s", 0x9999, 4, b"abcd")
            archive.writestr(info, data, zipfile.ZIP_DEFLATED, compresslevel=1)
        archive.comment = b"loppu"
    old = stream.getvalue()
    new = Archive("x", old).rewritten({"word/document.xml": b"<uusi/>", "word/lisa.xml": b"<a/>"})
    before, after = zipfile.ZipFile(io.BytesIO(old)), zipfile.ZipFile(io.BytesIO(new))
    assert after.testzip() is None
    assert after.namelist() == [*before.namelist(), "word/lisa.xml"]
    assert after.comment == b"loppu"
    for one, other in zip(before.infolist(), after.infolist(), strict=False):
        kept = (
            "date_time",
            "external_attr",
            "comment",
            "extra",
            "flag_bits",
            "create_version",
            "compress_type",
        )
        assert [getattr(one, key) for key in kept] == [getattr(other, key) for key in kept]
        if one.filename != "word/document.xml":
            raw = old[one.header_offset :][: 30 + len(one.filename) + 8 + one.compress_size]
            assert raw == new[other.header_offset :][: len(raw)]
    assert after.read("word/document.xml") == b"<uusi/>"


def test_members_whose_sizes_follow_their_data_are_rewritten() -> None:
    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members(GOOD).items():
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(data)
    source = opened("x.docx", stream.getvalue())
    fixed = source.to_bytes(source.text.replace("teksti", "toinen"))
    assert prose("x.docx", fixed) == ["toinen"]
    assert list(members(fixed)) == list(members(GOOD))


def test_a_source_can_be_sent_to_another_process() -> None:
    source = pickle.loads(pickle.dumps(opened("x.docx", GOOD)))  # noqa: S301  # its own
    assert source.to_bytes(source.text) == GOOD


def test_marks_of_open_documents_are_not_worth_reading() -> None:
    assert is_wanted("strategia.docx")
    assert not is_wanted("kansio/~$strategia.docx")
