"""What makes a new part known in an Office Open XML package: content types and relationships."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from termilint.office import markup

if TYPE_CHECKING:
    from termilint.office.archive import Archive

CONTENT_TYPES = "[Content_Types].xml"
_EMPTY = (
    markup.DECLARATION
    + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_NUMBER = re.compile(r"\brId(\d{1,9})\b")


def free_name(archive: Archive, beside: str, name: str) -> str:
    """A member name in the folder of ``beside`` that no member has, like ``name``."""
    folder = posixpath.dirname(beside)
    stem, suffix = posixpath.splitext(name)
    taken = {member.lower() for member in archive.names}
    number = 1
    while posixpath.join(folder, name).lower() in taken:
        number += 1
        name = f"{stem}{number}{suffix}"
    return posixpath.join(folder, name)


def with_content_type(types: bytes, member: str, content_type: str) -> bytes:
    """The list of content types with one more."""
    text, codec = markup.decoded(types)
    part = markup.escaped("/" + member)
    override = f'<Override xmlns="{_TYPES}" PartName="{part}" ContentType="{content_type}"/>'
    return markup.with_children(text, override).encode(codec)


def relationships_of(part: str) -> str:
    """The member that lists a part's relationships."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def with_relationship(relationships: bytes | None, part: str, kind: str, target: str) -> bytes:
    """The list of relationships of ``part`` with one more, of the given type."""
    text, codec = markup.decoded(relationships) if relationships else (_EMPTY, "utf-8")
    number = max((int(match[1]) for match in _NUMBER.finditer(text)), default=0) + 1
    path = markup.escaped(posixpath.relpath(target, posixpath.dirname(part) or "."))
    new = f'<Relationship xmlns="{_RELATIONSHIPS}" Id="rId{number}" Type="{kind}" Target="{path}"/>'
    return markup.with_children(text, new).encode(codec)


def base_of_types(is_strict: bool) -> str:  # noqa: FBT001  # one fact, named at every call
    """What the types of an Office file's relationships begin with."""
    if is_strict:
        return "http://purl.oclc.org/ooxml/officeDocument/relationships"
    return "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
