"""PowerPoint presentations: how comments are written into them. They have no tracked changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from termilint.office import markup, opc
from termilint.office.changes import AUTHOR, INITIALS, Remark, timestamp
from termilint.office.package import OfficePackage

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

_TRANSITIONAL = "http://schemas.openxmlformats.org/presentationml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/presentationml/main"
_ROOT_LENGTH = 20_000
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
_AUTHOR = re.compile(r"<[\w.-]*:?cmAuthor\b[^>]*>")
_ATTRIBUTE = re.compile(r'\b(id|name|lastIdx)="([^"]*)"')
_STEP = 200


@dataclass(frozen=True)
class PptxPackage(OfficePackage):
    """A PowerPoint file. The number of a part is that of its slide, counted from 1.

    ``main`` is the part that lists the slides, ``comments`` gives the part of comments of each slide
    that has one, ``authors`` is the part that lists who wrote them.
    """

    main: str = ""
    authors: str | None = None
    comments: Mapping[str, str] | None = None

    def commented(self, remarks: Sequence[Remark], moment: datetime) -> bytes:
        """The file with a comment on its slide for each remark; comments that are there stay."""
        writer = _Comments(self, timestamp(moment).rstrip("Z"))
        ordered = sorted(remarks, key=lambda remark: (remark.start, remark.end))
        for slide, together in groupby(ordered, key=lambda remark: self._slide_of(remark.start)):
            writer.add(slide, list(together))
        return self.archive.rewritten(writer.members) if remarks else self.to_bytes(self.text)

    def _slide_of(self, offset: int) -> str:
        number = next(part.number for part in reversed(self.parts) if part.start <= offset)
        return next(part.name for part in self.parts if part.number == number and part.role == "slide")


class _Comments:
    """Collects the members that change when comments are added."""

    def __init__(self, package: PptxPackage, date: str) -> None:
        self.members: dict[str, bytes] = {}
        self._package = package
        self._date = date
        self._is_strict = _STRICT in package.text[:_ROOT_LENGTH]
        self._namespace = _STRICT if self._is_strict else _TRANSITIONAL
        self._author, self._index = self._register_author()

    def add(self, slide: str, remarks: Sequence[Remark]) -> None:
        """Add comments to a slide, one a little below the other."""
        comments = "".join(self._comment(remark, at) for at, remark in enumerate(remarks))
        known = (self._package.comments or {}).get(slide)
        if known:
            text, codec = markup.decoded(self._read(known))
            self.members[known] = markup.with_children(text, comments).encode(codec, "xmlcharrefreplace")
            return
        number = self._number_of(slide)
        name = opc.free_name(self._package.archive, "ppt/comments/x", f"comment{number}.xml")
        self._new_part(slide, name, "comments", f'<p:cmLst xmlns:p="{self._namespace}"/>', comments)

    def _number_of(self, slide: str) -> int:
        return next(part.number for part in self._package.parts if part.name == slide)

    def _comment(self, remark: Remark, at: int) -> str:
        self._index += 1
        text = markup.escaped("\n".join(remark.texts(says_where=False)))
        attributes = f'authorId="{self._author}" dt="{self._date}.000" idx="{self._index}"'
        place = f'<p:pos x="10" y="{10 + at * _STEP}"/>'
        return f'<p:cm xmlns:p="{self._namespace}" {attributes}>{place}<p:text>{text}</p:text></p:cm>'

    def _register_author(self) -> tuple[int, int]:
        """The number of a new author, and the index of its last comment."""
        package = self._package
        if package.authors:
            text, codec = markup.decoded(self._read(package.authors))
            tags = [dict(_ATTRIBUTE.findall(tag)) for tag in _AUTHOR.findall(text)]
            number = max((int(tag["id"]) for tag in tags if tag.get("id", "").isdecimal()), default=-1) + 1
            new = markup.with_children(text, self._author_tag(number))
            self.members[package.authors] = new.encode(codec, "xmlcharrefreplace")
            return number, 0
        name = opc.free_name(package.archive, package.main, "commentAuthors.xml")
        root = f'<p:cmAuthorLst xmlns:p="{self._namespace}"/>'
        self._new_part(package.main, name, "commentAuthors", root, self._author_tag(0))
        return 0, 0

    def _author_tag(self, number: int) -> str:
        attributes = (
            f'id="{number}" name="{AUTHOR}" initials="{INITIALS}" lastIdx="10000" clrIdx="{number % 8}"'
        )
        return f'<p:cmAuthor xmlns:p="{self._namespace}" {attributes}/>'

    def _new_part(self, owner: str, name: str, kind: str, root: str, children: str) -> None:
        """Make a part known to its owner and to the package."""
        relationships = opc.relationships_of(owner)
        type_ = f"{opc.base_of_types(self._is_strict)}/{kind}"
        known = self.members.get(relationships) or self._package.archive.find(relationships)
        self.members[name] = markup.with_children(markup.DECLARATION + root, children).encode()
        self.members[relationships] = opc.with_relationship(known, owner, type_, name)
        types = self._read(opc.CONTENT_TYPES)
        self.members[opc.CONTENT_TYPES] = opc.with_content_type(types, name, f"{_TYPE}{kind}+xml")

    def _read(self, member: str) -> bytes:
        return self.members.get(member) or self._package.archive.read(member)
