"""Writing files: whole or not at all, with everything but the content kept."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from termilint.files import WriteError, replacing, rewrite

OLD, NEW = b"vanha\r\n", "uusi ä".encode("cp1252")

posix_only = pytest.mark.skipif(os.name != "posix", reason="permission bits and links of POSIX")
ordinary_user_only = pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="an administrator may do everything"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_bytes(OLD)
    return path


def refusal(path: Path, old: bytes = OLD) -> str:
    """The reason for which a file is not written; it stays as it was, and alone in its folder."""
    before = {name: name.read_bytes() for name in path.parent.iterdir() if name.is_file()}
    with pytest.raises(WriteError) as caught:
        rewrite(path, old, NEW)
    assert {name: name.read_bytes() for name in path.parent.iterdir() if name.is_file()} == before
    assert str(path) in str(caught.value)
    return caught.value.reason


def test_new_content(path: Path) -> None:
    rewrite(path, OLD, NEW)
    assert path.read_bytes() == NEW
    assert list(path.parent.iterdir()) == [path]


@posix_only
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664, 0o755, 0o4755, 0o222 | 0o400])
def test_permission_bits_stay(path: Path, mode: int) -> None:
    path.chmod(mode)
    rewrite(path, OLD, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="only an administrator may give files away"
)
def test_the_owner_stays(path: Path) -> None:
    os.chown(path, 1234, 2345)
    rewrite(path, OLD, NEW)
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 2345)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes")
def test_extended_attributes_stay(path: Path) -> None:
    try:
        os.setxattr(path, "user.note", b"mine")
    except OSError:
        pytest.skip("the file system has no extended attributes")
    rewrite(path, OLD, NEW)
    assert os.getxattr(path, "user.note") == b"mine"


@posix_only
def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    with replacing(tmp_path / "new") as stream:
        stream.write(NEW)
    assert (tmp_path / "new").stat().st_mode == usual.stat().st_mode


@posix_only
def test_of_a_link_the_target_is_written(path: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    link, further = tmp_path / "folder" / "link.md", tmp_path / "further.md"
    link.symlink_to(Path("..") / path.name)
    further.symlink_to(link)
    rewrite(further, OLD, NEW)
    assert further.is_symlink()
    assert link.readlink() == Path("..") / path.name
    assert path.read_bytes() == NEW
    assert not path.is_symlink()


@posix_only
def test_a_file_with_two_names_is_refused(path: Path, tmp_path: Path) -> None:
    (tmp_path / "b.md").hardlink_to(path)
    assert refusal(path) == "hard-links"


@posix_only
def test_a_read_only_file_is_refused_even_for_an_administrator(path: Path) -> None:
    path.chmod(0o444)
    assert refusal(path) == "read-only"


@ordinary_user_only
def test_a_folder_that_takes_no_files_is_refused(path: Path) -> None:
    path.parent.chmod(0o555)
    try:
        assert refusal(path) == "unwritable"
    finally:
        path.parent.chmod(0o755)


@posix_only
def test_what_is_no_ordinary_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert refusal(tmp_path / "pipe.md") == "special-file"


def test_a_file_that_changed_meanwhile_is_left_alone(path: Path) -> None:
    assert refusal(path, b"other") == "changed"


def test_a_change_while_the_new_file_is_being_written_counts(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def meddle(handle: int) -> None:
        path.write_bytes(b"somebody else's")
        sync(handle)

    monkeypatch.setattr("os.fsync", meddle)
    with pytest.raises(WriteError) as caught:
        rewrite(path, OLD, NEW)
    assert caught.value.reason == "changed"
    assert path.read_bytes() == b"somebody else's"
    assert list(path.parent.iterdir()) == [path]


def test_a_file_that_went_away(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.md") == "unwritable"


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("function", ["fsync", "chmod", "replace"])
def test_no_error_leaves_anything_behind(
    path: Path, function: str, error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(os if function == "fsync" else Path, function, fail)
    with pytest.raises((WriteError, KeyboardInterrupt)):
        rewrite(path, OLD, NEW)
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


def test_a_name_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 252 + ".md")
    path.write_bytes(OLD)
    rewrite(path, OLD, NEW)
    assert path.read_bytes() == NEW


WRITER = """
import sys
from pathlib import Path
from termilint.files import rewrite
path, contents = Path(sys.argv[1]), [letter * 3_000_000 for letter in (b"a", b"b")]
print("ready", flush=True)
while True:
    rewrite(path, *contents)
    contents.reverse()
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL")
def test_killing_the_process_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    whole = {letter * 3_000_000 for letter in (b"a", b"b")}
    chance = random.Random(1)  # noqa: S311  # moments to kill at, no secrets
    unfinished = 0
    for _ in range(25):
        path.write_bytes(b"a" * 3_000_000)
        command = [sys.executable, "-c", WRITER, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:  # noqa: S603
            assert process.stdout
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.03))
            process.kill()
        assert path.read_bytes() in whole
        unfinished += len(list(tmp_path.glob(".termilint-*.tmp")))
        for left in tmp_path.glob(".termilint-*.tmp"):
            left.unlink()
    assert unfinished, "no process was killed in the middle of a write"
