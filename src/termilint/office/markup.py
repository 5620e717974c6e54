"""XML as Office programs write it: events with exact places in the text of a part.

A part is checked by expat first, so the scanner may rely on its being well-formed.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""What a new part begins with."""

_ATTRIBUTES = r"[^>\"']*+(?:\"[^\"]*+\"[^>\"']*+|'[^']*+'[^>\"']*+)*+"
_TOKEN = re.compile(
    rf"([^<]++)|<(/?)([^\s/>!?]++)({_ATTRIBUTES})>|<!\[CDATA\[(.*?)\]\]>|<!--.*?-->|<\?.*?\?>", re.DOTALL
)
_ATTRIBUTE = re.compile(r"([^\s=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
_DECLARATION_LENGTH = 200
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_CODECS = frozenset({"utf-8", "utf-8-sig", "utf-16", "us-ascii", "ascii", "iso-8859-1"})
_CHARACTERS = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/presentationml/2006/main": "p",
    "http://purl.oclc.org/ooxml/presentationml/main": "p",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "http://openoffice.org/2009/office": "officeooo",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0": "presentation",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
    "http://www.w3.org/XML/1998/namespace": "xml",
}


class XmlError(Exception):
    """A part is not XML that termilint reads; the message says why."""


class Value(NamedTuple):
    """The raw value of an attribute; ``start`` is its place in the source."""

    raw: str
    start: int


class Element(NamedTuple):
    """A start tag, and its place. ``name`` is the same whatever prefix the file uses."""

    name: str
    start: int
    end: int
    raw: str
    names: Mapping[str, str]

    def get(self, name: str) -> str | None:
        """The value of an attribute by its usual name (``w:val``), None if it is not there."""
        value = self.value(name)
        return None if value is None else _ENTITY.sub(_character, value.raw)

    def value(self, name: str) -> Value | None:
        """The same as it stands between its quotes, and where."""
        for match in _ATTRIBUTE.finditer(self.raw):
            found = self.names[match[1]] if ":" in match[1] else match[1]
            if found == name:
                group = 3 if match[2] is None else 2
                return Value(match[group], self.start + match.start(group))
        return None

    @property
    def tag(self) -> str:
        """The element's name as the file writes it."""
        return self.raw[1:].rstrip("/>").split(None, 1)[0]

    @property
    def is_empty(self) -> bool:
        """True for a tag that is start and end in one."""
        return self.raw.endswith("/>")


class Handler:
    """What a walk calls. Names in :attr:`skipped` are passed over with all that is in them.

    So is an element for which its ``on_start`` function returns True; its end is not told.
    """

    skipped: frozenset[str] = frozenset()
    on_start: Mapping[str, Callable[[Element], bool | None]]
    on_end: Mapping[str, Callable[[int, int], None]]

    def on_text(self, text: str, start: int, end: int) -> None:
        """A piece of character data, entities resolved, for the given range of the source."""


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a part and the codec that gives its bytes back. Raises XmlError."""
    marked = (codec for bom, codec in _BOMS.items() if data.startswith(bom))
    declared = _DECLARED.match(data[:_DECLARATION_LENGTH])
    codec = next(marked, declared[1].decode().lower() if declared else "utf-8")
    if codec not in _CODECS:
        raise XmlError(f"its encoding {codec} is not read")
    try:
        return data.decode(codec), codec
    except UnicodeDecodeError:
        raise XmlError(f"it is not valid {codec}") from None


def check(data: bytes) -> None:
    """Raise XmlError unless ``data`` is well-formed XML without a document type."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    try:
        parser.Parse(data, True)  # noqa: FBT003  # expat takes it by position
    except expat.ExpatError as error:
        reason = expat.errors.messages[error.code]
        raise XmlError(f"its XML is broken ({reason}, line {error.lineno})") from None


def _refuse_doctype(*_: object) -> None:
    raise XmlError("it has a document type declaration")


def root_name(text: str) -> str:
    """The usual name of the outermost element."""
    root = _root(text)
    return _Names({}).within(root[4])[root[3]]


def declaration(text: str, namespaces: Mapping[str, str]) -> str:
    """What an element of a part needs in its tag to use the prefixes of ``namespaces``."""
    root = _root(text)[4]
    missing = (prefix for prefix in namespaces if f'xmlns:{prefix}="{namespaces[prefix]}"' not in root)
    return "".join(f' xmlns:{prefix}="{namespaces[prefix]}"' for prefix in missing)


def _root(text: str) -> re.Match[str]:
    return next(token for token in _TOKEN.finditer(text) if token[3])


def walk(text: str, base: int, handler: Handler) -> None:
    """Call ``handler`` for the markup of a part; ``base`` is added to every place."""
    _Walk(handler, base).through(text)


class _Walk:
    """A walk through one part: what is open, what is hidden, and which prefixes are bound."""

    __slots__ = ("_base", "_depth", "_handler", "_hidden_from", "_names", "_scopes")

    def __init__(self, handler: Handler, base: int) -> None:
        self._handler = handler
        self._base = base
        self._depth = 0
        self._hidden_from = 0
        self._names = _Names({"xml": "xml"})
        self._scopes = [(0, self._names)]

    def through(self, text: str) -> None:
        """Walk from the start of ``text`` to its end."""
        on_text, base = self._handler.on_text, self._base
        for token in _TOKEN.finditer(text):
            content, closing, name, _, cdata = token.groups()
            if name is None:
                if (content or cdata) and not self._hidden_from:
                    _text(token, base, on_text)
            elif closing:
                self._end(name, token.start() + base, token.end() + base)
            else:
                self._start(token)
                if token[0].endswith("/>"):
                    self._end(name, token.end() + base, token.end() + base)

    def _start(self, token: re.Match[str]) -> None:
        self._depth += 1
        if "xmlns" in token[4]:
            self._names = self._names.within(token[4])
            self._scopes.append((self._depth, self._names))
        name = self._names[token[3]]
        if self._hidden_from:
            return
        starts = self._handler.on_start.get(name)
        if name in self._handler.skipped or (starts and starts(self._element(name, token))):
            self._hidden_from = self._depth

    def _element(self, name: str, token: re.Match[str]) -> Element:
        return Element(name, token.start() + self._base, token.end() + self._base, token[0], self._names)

    def _end(self, raw_name: str, start: int, end: int) -> None:
        if self._hidden_from == self._depth:
            self._hidden_from = 0
        elif not self._hidden_from:
            ends = self._handler.on_end.get(self._names[raw_name])
            if ends:
                ends(start, end)
        if self._scopes[-1][0] == self._depth:
            self._scopes.pop()
            self._names = self._scopes[-1][1]
        self._depth -= 1


class _Names(dict[str, str]):
    """Usual names of the names that a part writes, under the prefixes that are bound."""

    def __init__(self, bound: Mapping[str, str]) -> None:
        super().__init__()
        self._bound = bound

    def __missing__(self, raw: str) -> str:
        prefix, colon, local = raw.rpartition(":")
        usual = self._bound.get(prefix, "?" if colon else "")
        self[raw] = name = f"{usual}:{local}" if usual else local
        return name

    def within(self, attributes: str) -> _Names:
        """The names inside an element with these attributes."""
        bound = dict(self._bound)
        for match in _ATTRIBUTE.finditer(attributes):
            prefix, _, local = match[1].partition(":")
            if prefix == "xmlns":
                bound[local] = _PREFIXES.get(match[2] if match[2] is not None else match[3], "?")
        return _Names(bound)


def _text(token: re.Match[str], base: int, on_text: Callable[[str, int, int], None]) -> None:
    """Character data in pieces: what stands as it is, and each entity by itself."""
    if token[5] is not None:
        on_text(token[5], token.start(5) + base, token.end(5) + base)
        return
    raw, base = token[0], base + token.start()
    if "&" not in raw:
        on_text(raw, base, base + len(raw))
        return
    for piece, start, end in pieces(raw):
        on_text(piece, base + start, base + end)


def gaps(text: str) -> list[tuple[int, int]]:
    """The ranges between the markup of a part, empty ones too: as many in every version of its text."""
    ends = [0]
    starts = []
    for token in _TOKEN.finditer(text):
        if token[1] is None:
            starts.append(token.start())
            ends.append(token.end())
    return list(zip(ends, [*starts, len(text)], strict=True))


def with_children(text: str, children: str) -> str:
    """A part with ``children`` at the end of its outermost element."""
    root = _root(text)
    if root[4].endswith("/"):
        opened = root[0][:-2].rstrip() + ">"
        return f"{text[: root.start()]}{opened}{children}</{root[3]}>{text[root.end() :]}"
    end = max(token.start() for token in _TOKEN.finditer(text, root.end()) if token[2])
    return text[:end] + children + text[end:]


def pieces(raw: str) -> Iterator[tuple[str, int, int]]:
    """Raw character data, entities resolved: each piece with its range in ``raw``."""
    at = 0
    for match in _ENTITY.finditer(raw):
        if match.start() > at:
            yield raw[at : match.start()], at, match.start()
        yield _character(match), match.start(), match.end()
        at = match.end()
    if at < len(raw):
        yield raw[at:], at, len(raw)


def _character(entity: re.Match[str]) -> str:
    name = entity[0][1:-1]
    if not name.startswith("#"):
        return _CHARACTERS.get(name, entity[0])
    return chr(int("0" + name[1:], base=0) if name[1] == "x" else int(name[1:]))


def escaped(text: str) -> str:
    """``text`` as character data or as a value in quotes."""
    return escape(text, quote=False).replace('"', "&quot;").replace("'", "&apos;")
