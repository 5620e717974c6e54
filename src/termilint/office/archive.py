"""Zip archives that nobody vouches for: read within limits, rewritten member by member.

Members that do not change are copied as they lie in the file, compressed data and all.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from termilint.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import KeysView, Mapping

MAX_MEMBERS = 8_000
MAX_PART_BYTES = 64_000_000
"""The most bytes of one unpacked part."""
MAX_TOTAL_BYTES = 160_000_000
"""The most bytes of all parts that are unpacked."""
MAX_RATIO = 200
"""How many times larger than its packed form a part may be, if it is larger than a megabyte."""

_RATIO_MATTERS = 1_000_000
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
_ENCRYPTED = 0x1
_SIZES_FOLLOW = 0x8
_UTF8_NAME = 0x800
_ZIP64_TAG = 0x0001
_MADE_BY = 20
_EPOCH = 0x21  # 1980-01-01


class Archive:
    """A zip archive in memory. ``name`` is the file's, for messages.

    Raises :class:`ReadError` for data that is no archive, a damaged or an encrypted one, and one
    beyond the limits.
    """

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._data = data
        self._sizes: dict[str, int] = {}
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
            raise self.broken("it is not a whole zip archive") from None
        self._check_members()
        self._members = {info.filename: info for info in self._zip.infolist()}

    def __reduce__(self) -> tuple[type[Archive], tuple[str, bytes]]:
        return Archive, (self.name, self._data)

    @property
    def names(self) -> KeysView[str]:
        """The members' names in the order of the central directory."""
        return self._members.keys()

    def read(self, member: str) -> bytes:
        """The unpacked bytes of a member. Raises ReadError if it is missing, damaged or too large."""
        info = self._members.get(member)
        if info is None:
            raise self.broken(f"{member} is missing")
        others = sum(size for name, size in self._sizes.items() if name != member)
        limit = min(MAX_PART_BYTES, MAX_TOTAL_BYTES - others)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError):
            raise self.broken(f"{member} is damaged") from None
        self._sizes[member] = len(data)
        too_dense = len(data) > _RATIO_MATTERS and len(data) > MAX_RATIO * info.compress_size
        if len(data) > limit or too_dense:
            raise self.too_large(f"{member} unpacks to more than termilint accepts")
        return data

    def find(self, member: str) -> bytes | None:
        """The unpacked bytes of a member, None if it is not there. Raises ReadError like :meth:`read`."""
        return self.read(member) if member in self._members else None

    def rewritten(self, changed: Mapping[str, bytes]) -> bytes:
        """The archive with ``changed`` members' bytes replaced, and new members at its end."""
        if not changed:
            return self._data
        infos = sorted(self._zip.infolist(), key=lambda info: info.header_offset)
        ends = [info.header_offset for info in infos[1:]] + [self._zip.start_dir]
        pieces: list[bytes] = []
        moved: dict[str, _Place] = {}
        at = 0
        for info, end in zip(infos, ends, strict=True):
            if info.filename in changed:
                raw, place = _repacked(self._data, info, changed[info.filename], at)
            else:
                raw = self._data[info.header_offset : end]
                place = _Place(at, None)
            moved[info.filename] = place
            pieces.append(raw)
            at += len(raw)
        directory = [_moved(entry, moved[name]) for name, entry in self._directory()]
        for name in sorted(set(changed) - set(self._members)):
            raw, entry = _new_member(name, changed[name], at)
            pieces.append(raw)
            directory.append(entry)
            at += len(raw)
        size = sum(map(len, directory))
        count = len(directory)
        comment = self._zip.comment
        end_record = _END.pack(b"PK\5\6", 0, 0, count, count, size, at, len(comment))
        return b"".join([*pieces, *directory, end_record, comment])

    def broken(self, what: str) -> ReadError:
        """The failure of an archive that cannot be read."""
        return ReadError(
            f"the file is damaged: {what}.",
            where=self.name,
            hint="Open it in its own program and save it again.",
            reason="broken-package",
            details=(what,),
        )

    def too_large(self, what: str) -> ReadError:
        """The failure of an archive beyond the limits."""
        return ReadError(
            f"the file is refused: {what}.", where=self.name, reason="package-limits", details=(what,)
        )

    def _check_members(self) -> None:
        infos = self._zip.infolist()
        if len(infos) > MAX_MEMBERS:
            raise self.too_large(f"it has {len(infos)} parts")
        if len({info.filename for info in infos}) != len(infos):
            raise self.broken("two parts have one name")
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            raise encrypted(self.name)
        places = sorted((info.header_offset, info.compress_size) for info in infos)
        places.append((self._zip.start_dir, 0))
        if places[0][0] != 0 or any(a[0] + a[1] > b[0] for a, b in pairwise(places)):
            raise self.broken("its parts overlap")

    def _directory(self) -> list[tuple[str, bytes]]:
        """The entries of the central directory as they stand, with their members' names."""
        entries = []
        at = self._zip.start_dir
        for info in self._zip.infolist():
            fields = _CENTRAL.unpack_from(self._data, at)
            end = at + _CENTRAL.size + sum(fields[10:13])
            entries.append((info.filename, self._data[at:end]))
            at = end
        return entries


class _Packed(NamedTuple):
    """What the headers say of a member's data."""

    method: int
    crc: int
    packed_size: int
    size: int


class _Place(NamedTuple):
    """Where a member came to lie; ``packed`` only if its data changed."""

    offset: int
    packed: _Packed | None


def encrypted(name: str) -> ReadError:
    """The failure of a file that only its password opens."""
    return ReadError(
        "the file is protected by a password.",
        where=name,
        hint="Save it without one.",
        reason="encrypted",
    )


def _pack(data: bytes, method: int) -> tuple[bytes, _Packed]:
    if method == _STORED:
        packed = data
    else:
        compressor = zlib.compressobj(wbits=-15)
        packed = compressor.compress(data) + compressor.flush()
        method = _DEFLATED
    return packed, _Packed(method, zlib.crc32(data), len(packed), len(data))


def _repacked(archive: bytes, info: zipfile.ZipInfo, data: bytes, at: int) -> tuple[bytes, _Place]:
    """The local header and data of a member with new content."""
    old = _LOCAL.unpack_from(archive, info.header_offset)
    start = info.header_offset + _LOCAL.size
    name = archive[start : start + old[9]]
    extra = _without_zip64(archive[start + old[9] : start + old[9] + old[10]])
    body, packed = _pack(data, info.compress_type)
    flags = old[2] & ~_SIZES_FOLLOW
    sizes = packed.crc, packed.packed_size, packed.size
    header = _LOCAL.pack(old[0], old[1], flags, packed.method, *old[4:6], *sizes, len(name), len(extra))
    return header + name + extra + body, _Place(at, packed)


def _moved(entry: bytes, place: _Place) -> bytes:
    """An entry of the central directory for a member at another place."""
    fields = list(_CENTRAL.unpack_from(entry))
    rest = entry[_CENTRAL.size :]
    fields[16] = place.offset
    if place.packed:
        fields[3] &= ~_SIZES_FOLLOW
        fields[4] = place.packed.method
        fields[7:10] = place.packed.crc, place.packed.packed_size, place.packed.size
        name_end = fields[10]
        extra = _without_zip64(rest[name_end : name_end + fields[11]])
        rest = rest[:name_end] + extra + rest[name_end + fields[11] :]
        fields[11] = len(extra)
    return _CENTRAL.pack(*fields) + rest


def _new_member(name: str, data: bytes, at: int) -> tuple[bytes, bytes]:
    """Local header with data, and directory entry, of a member that was not there."""
    body, packed = _pack(data, _DEFLATED)
    raw = name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    common = (_MADE_BY, flags, packed.method, 0, _EPOCH, *packed[1:], len(raw), 0)
    local = _LOCAL.pack(b"PK\3\4", *common) + raw + body
    entry = _CENTRAL.pack(b"PK\1\2", _MADE_BY, *common, 0, 0, 0, 0, at) + raw
    return local, entry


def _without_zip64(extra: bytes) -> bytes:
    """Extra fields without the one that holds 64-bit sizes: the sizes are in the header now."""
    kept = []
    at = 0
    while at + 4 <= len(extra):
        tag, length = struct.unpack_from("<2H", extra, at)
        if tag != _ZIP64_TAG:
            kept.append(extra[at : at + 4 + length])
        at += 4 + length
    return b"".join(kept)
