"""An Office file as a source: the XML of its prose parts is the text, the rest stays as it is."""

from __future__ import annotations

import posixpath
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from termilint.errors import FormatError, ReadError
from termilint.model.source import Source
from termilint.office import markup
from termilint.office.archive import Archive, encrypted
from termilint.office.excerpt import excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime

    from termilint.model.span import SourceSpan
    from termilint.office.changes import Remark

PART_END = "\0"
"""Stands between parts in a source's text. XML cannot hold it, so edits never move it."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its place in the source's text. ``role`` is a format's word for what it is."""

    name: str
    role: str
    codec: str
    start: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Relationship:
    """One part's reference to another, inside the package."""

    id: str
    kind: str
    target: str


@dataclass(frozen=True)
class OfficePackage(ABC):
    """A package and its prose parts, in the order in which they stand in the text.

    A subclass knows how its format shows changes and comments.
    """

    archive: Archive
    parts: tuple[Part, ...]
    text: str = field(repr=False)

    def parts_of(self, text: str) -> Iterator[tuple[Part, str]]:
        """Each part with its piece of ``text``, and with the place where that piece starts."""
        at = 0
        for part, piece in zip(self.parts, text.split(PART_END), strict=True):
            yield Part(part.name, part.role, part.codec, at, part.number), piece
            at += len(piece) + len(PART_END)

    def to_bytes(self, text: str) -> bytes:
        """The file with ``text`` in its prose parts; every other member stays as it is."""
        return self.with_parts(self._changed(text, self.finished))

    def excerpt(self, text: str, span: SourceSpan) -> tuple[str, str, str]:
        """What a reader sees before, at and after a span of ``text``, inside its paragraph."""
        return excerpt(text, span)

    def tracked(self, text: str, moment: datetime) -> bytes:
        """The file with what ``text`` changes as tracked changes, author termilint.

        Raises FormatError if the format has no such thing.
        """
        del text, moment
        raise no_tracked_changes(self.archive.name)

    def trackable(self, text: str) -> Iterator[tuple[int, int]]:
        """The ranges of ``text``, in order, in which changes can be tracked. Here: all of it."""
        yield 0, len(text)

    @abstractmethod
    def commented(self, remarks: Sequence[Remark], moment: datetime) -> bytes:
        """The file with a comment for each remark, its text unchanged; comments that are there stay."""

    def finished(self, part: Part, old: str, new: str) -> str:
        """What is written for a part that was ``old`` and shall say what ``new`` says."""
        del part, old
        return new

    def with_parts(self, texts: Mapping[str, str], others: Mapping[str, bytes] | None = None) -> bytes:
        """The file with the given prose parts and other members in place of what they were."""
        codecs = {part.name: part.codec for part in self.parts}
        encoded = {name: text.encode(codecs[name], "xmlcharrefreplace") for name, text in texts.items()}
        return self.archive.rewritten({**encoded, **(others or {})})

    def _changed(self, text: str, change: Callable[[Part, str, str], str]) -> dict[str, str]:
        """The parts in which ``text`` differs, each as ``change`` makes it from old and new."""
        pairs = zip(self.parts_of(self.text), self.parts_of(text), strict=True)
        return {part.name: change(part, old, new) for (part, old), (_, new) in pairs if old != new}


class PackageReader:
    """Reads parts of an archive into one text. Raises :class:`ReadError` for a broken part."""

    def __init__(self, name: str, data: bytes, suffix: str) -> None:
        self.name = name
        _require_zip(name, data, suffix)
        self.archive = Archive(name, data)
        self._parts: list[Part] = []
        self._added: set[str] = set()
        self._texts: list[str] = []
        self._length = 0

    def xml(self, member: str) -> tuple[str, str]:
        """The text of an XML member and its codec."""
        data = self.archive.read(member)
        try:
            markup.check(data)
            return markup.decoded(data)
        except markup.XmlError as error:
            raise self.archive.broken(f"{member}: {error}") from None

    def walk(self, member: str, handler: markup.Handler) -> None:
        """Walk through a member that is no part of the text."""
        text, _ = self.xml(member)
        markup.walk(text, 0, handler)

    def add(self, member: str, role: str, number: int = 0) -> None:
        """Append a part to the text, once."""
        if member in self._added:
            return
        self._added.add(member)
        text, codec = self.xml(member)
        self._parts.append(Part(member, role, codec, self._length, number))
        self._texts.append(text)
        self._length += len(text) + len(PART_END)

    def related(self, part: str, *kinds: str) -> list[Relationship]:
        """The parts that a part (``""``: the package) refers to, kind by kind, that are there."""
        folder, name = posixpath.split(part)
        member = posixpath.join(folder, "_rels", f"{name}.rels")
        if member not in self.archive.names:
            return []
        reader = _Relationships(folder)
        self.walk(member, reader)
        there = [found for found in reader.found if found.target in self.archive.names]
        return [found for kind in kinds for found in there if found.kind == kind]

    def first(self, part: str, kind: str) -> str | None:
        """The first part of a kind that a part refers to."""
        return next((found.target for found in self.related(part, kind)), None)

    def main(self, root: str, suffix: str) -> str:
        """The package's main part. Raises ReadError unless its outermost element is ``root``."""
        member = self.first("", "officeDocument")
        if member is None or markup.root_name(self.xml(member)[0]) != root:
            raise wrong_format(self.name, suffix)
        return member

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts added so far."""
        return tuple(self._parts)

    @property
    def text(self) -> str:
        """The text of all parts added so far."""
        return PART_END.join(self._texts)


class _Relationships(markup.Handler):
    """Collects the relationships of one ``.rels`` member; external ones are never followed."""

    def __init__(self, folder: str) -> None:
        self.found: list[Relationship] = []
        self._folder = folder
        self.on_start = {"rel:Relationship": self._add}
        self.on_end = {}

    def _add(self, element: markup.Element) -> None:
        target = element.get("Target") or ""
        if element.get("TargetMode") != "External":
            path = posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
            kind = (element.get("Type") or "").rpartition("/")[2]
            self.found.append(Relationship(element.get("Id") or "", kind, path))


def _require_zip(name: str, data: bytes, suffix: str) -> None:
    """Say clearly what a file is that only bears an Office file's suffix."""
    if data.startswith(b"PK\3\4"):
        return
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:
            raise encrypted(name)
        raise ReadError(
            f"this is an old Office file, not {suffix}.",
            where=name,
            hint=f"Open it in its own program and save it as {suffix}.",
            reason="old-office",
            details=(suffix,),
        )
    raise wrong_format(name, suffix)


def wrong_format(name: str, suffix: str) -> ReadError:
    """The failure of a file that is not what its suffix says."""
    return ReadError(
        f"this is not a {suffix} file, whatever its name says.",
        where=name,
        hint="Give the file the suffix of its own format.",
        reason="wrong-format",
        details=(suffix,),
    )


def office_package(source: Source) -> OfficePackage:
    """The Office file that a source comes from. Raises FormatError for any other format."""
    if isinstance(source.package, OfficePackage):
        return source.package
    raise FormatError(
        "only Office documents can bear comments and tracked changes.",
        where=source.name,
        hint="DOCX, PPTX, ODT and ODP bear comments; DOCX and ODT bear tracked changes.",
        reason="no-office-file",
    )


def no_tracked_changes(name: str) -> FormatError:
    """The failure of a format that can only be changed for good."""
    return FormatError(
        "this format has no tracked changes.",
        where=name,
        hint="Leave --track-changes out, or write comments with termilint review.",
        reason="no-tracked-changes",
    )


def source(name: str, package: OfficePackage) -> Source:
    """The source of an opened package."""
    return Source(name, package.text, package=package)
