"""The dictionary file: written at build time, read in place, never trusted."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_support.dictionary import empty_transducer, write_dictionary
from termilint.errors import DictionaryError, EngineError
from termilint.morphology.analyzer import open_analyzer, packaged_dictionary
from termilint.morphology.transducer import Transducer

if TYPE_CHECKING:
    from pathlib import Path

    from termilint.morphology.analyzer import Analyzer

FORMS = ("asiakas", "kanta-asiakkaitammekin", "maksamattomille", "x" * 255)


def test_building_twice_gives_the_same_bytes(tmp_path: Path, analyzer: Analyzer) -> None:
    write_dictionary(tmp_path / "built")
    packaged = analyzer.transducer.path.parent
    for name in ("mor.vfst", "autocorr.vfst", "index.txt"):
        assert (tmp_path / "built" / name).read_bytes() == (packaged / name).read_bytes()


def test_doctor_can_tell_which_engine_runs_and_why(analyzer: Analyzer, native: Analyzer) -> None:
    assert analyzer.describe().engine == analyzer.engine_name == "embedded"
    assert native.describe().engine == native.engine_name == "native"
    assert native.describe().library_version
    assert analyzer.describe().dictionary == packaged_dictionary()
    assert analyzer.describe().dictionary_bytes > 3_000_000


def test_an_unknown_engine_is_refused_with_the_choices() -> None:
    with pytest.raises(EngineError, match="Available: auto, native, embedded"):
        open_analyzer("voikko")


def test_a_missing_dictionary_says_where_it_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(DictionaryError, match=str(tmp_path)) as caught:
        open_analyzer("embedded", tmp_path)
    assert "Reinstall" in str(caught.value)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "empty"),
        (b"short", "not a Voikko transducer"),
        (bytes(64), "not a Voikko transducer"),
        (empty_transducer()[:18], "symbol table"),
        (empty_transducer()[:-8], "end is missing"),
        (empty_transducer()[:-1], "end is missing"),
        (empty_transducer()[:8] + b"\1" + empty_transducer()[9:], "weighted"),
    ],
)
def test_a_damaged_header_is_named(tmp_path: Path, content: bytes, complaint: str) -> None:
    file = tmp_path / "mor.vfst"
    file.write_bytes(content)
    with pytest.raises(DictionaryError, match=complaint):
        Transducer(file)


def test_a_truncated_dictionary_is_noticed_before_any_word_is_read(
    tmp_path: Path, analyzer: Analyzer
) -> None:
    file = tmp_path / "mor.vfst"
    file.write_bytes(analyzer.transducer.path.read_bytes()[:2_000_000])
    with pytest.raises(DictionaryError, match="end is missing"):
        Transducer(file)


def test_an_endless_loop_in_the_file_ends_in_an_error(tmp_path: Path) -> None:
    loop = struct.pack("<HHI", 0, 1, 0)
    file = tmp_path / "mor.vfst"
    file.write_bytes(empty_transducer()[:-8] + loop)
    with pytest.raises(DictionaryError, match="loop"):
        Transducer(file).lookup("a")


PIECE = st.tuples(st.integers(0, 2**22), st.binary(min_size=1, max_size=64))
DAMAGE = st.lists(PIECE, min_size=1, max_size=30)


def _survives(file: Path, forms: tuple[str, ...]) -> bool:
    """Tell whether reading ``file`` ends as users should see it: with readings, or one plain error."""
    try:
        transducer = Transducer(file)
        return all(isinstance(output, str) for form in forms for output in transducer.lookup(form))
    except DictionaryError as error:
        return str(file) in str(error)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damage=DAMAGE, is_header=st.booleans())
def test_damaged_bytes_do_not_crash_or_hang(
    tmp_path: Path, analyzer: Analyzer, damage: list[tuple[int, bytes]], is_header: bool
) -> None:
    content = bytearray(analyzer.transducer.path.read_bytes())
    for position, piece in damage:
        start = position % (4_000 if is_header else len(content))
        content[start : start + len(piece)] = piece
    file = tmp_path / "mor.vfst"
    file.write_bytes(content)
    assert _survives(file, FORMS)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cells=st.lists(
        st.builds(
            struct.Struct("<HHHBB").pack,
            st.sampled_from((0, 1, 2, 0xFFFF)),
            st.integers(0, 3),
            st.integers(0, 9),
            st.just(0),
            st.sampled_from((0, 0, 1, 2, 255)),
        ),
        min_size=1,
        max_size=12,
    ),
    form=st.text("ab", min_size=1, max_size=20),
)
def test_arbitrary_cells_do_not_crash_or_hang(tmp_path: Path, cells: list[bytes], form: str) -> None:
    file = tmp_path / "mor.vfst"
    file.write_bytes(empty_transducer()[:12] + bytes(4) + empty_transducer()[16:-8] + b"".join(cells))
    assert _survives(file, (form,))
