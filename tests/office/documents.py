"""Office documents for tests, made of the least XML that their programs open."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from termilint.messages import messages_in
from termilint.model.location import in_words
from termilint.model.span import SourceSpan, TextSpan
from termilint.office.package import OfficePackage, office_package
from termilint.readers import reader_for
from tests.readers.planted import WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from termilint.model.document import Block
    from termilint.model.fix import Edit
    from termilint.model.source import Source

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONSHIPS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_DRAWN = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="{_OFFICE}"'
)
_WORD_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODF_NAMES = " ".join(
    f'xmlns:{prefix}="{_ODF}:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "style": "style",
        "fo": "xsl-fo-compatible",
        "presentation": "presentation",
        "svg": "svg-compatible",
    }.items()
)

WORD_STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:styleId="Otsikko1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Otsikko2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Oma"><w:name w:val="Oma"/><w:basedOn w:val="Otsikko2"/></w:style>
<w:style w:type="paragraph" w:styleId="Koodi"><w:name w:val="HTML Preformatted"/></w:style>
<w:style w:type="character" w:styleId="Piilo"><w:name w:val="Piilo"/><w:rPr><w:vanish/></w:rPr></w:style>
</w:styles>"""


def zipped(members: Mapping[str, str | bytes], *, stored: Iterable[str] = ()) -> bytes:
    """A zip archive of the members, in their order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            method = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2026, 2, 3, 4, 5, 6)), data, method)
    return stream.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """The unpacked members of an archive, which must be sound."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def _relationships(kinds: Mapping[str, str]) -> str:
    """A list of relationships: the target of each kind (with a number after it)."""
    items = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind.rstrip("0123456789")}" Target="{target}"/>'
        for at, (kind, target) in enumerate(kinds.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def word_document(body: str) -> str:
    """A main part."""
    content = f"<w:body>{body}</w:body>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document {_WORD_NAMES}>{content}</w:document>'


def word_story(root: str, content: str) -> str:
    """A part beside the main one: a header, footnotes, comments."""
    return f"<w:{root} {_WORD_NAMES}>{content}</w:{root}>"


def docx(body: str, stories: Mapping[str, str] | None = None) -> bytes:
    """A Word file. ``stories`` gives the XML of parts by kind (``header``, ``footnotes``, ``comments``)."""
    return docx_of(word_document(body), stories)


def docx_of(document: str, stories: Mapping[str, str] | None = None) -> bytes:
    """A Word file with the given main part."""
    stories = {"styles": WORD_STYLES, **(stories or {})}
    types = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{_WORD_TYPE}.{kind.rstrip("0123456789")}+xml"/>'
        for kind in stories
    )
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="{_RELATIONSHIPS_TYPE}"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}.document.main+xml"/>'
            f"{types}</Types>",
            "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
            "word/media/kuva.png": bytes(range(256)) * 20,
            "word/document.xml": document,
            "word/_rels/document.xml.rels": _relationships({kind: f"{kind}.xml" for kind in stories}),
            **{f"word/{kind}.xml": text for kind, text in stories.items()},
            "word/vbaProject.bin": b"\xd0\xcf makro",
        },
        stored=["word/media/kuva.png"],
    )


def slide(shapes: str, root: str = "sld") -> str:
    """A slide, or its notes."""
    return f"<p:{root} {_DRAWN}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:{root}>"


def shape(paragraphs: str, placeholder: str = "body") -> str:
    """A shape with text."""
    kind = f'<p:nvSpPr><p:nvPr><p:ph type="{placeholder}"/></p:nvPr></p:nvSpPr>'
    return f"<p:sp>{kind}<p:txBody>{paragraphs}</p:txBody></p:sp>"


def pptx(slides: Mapping[str, str], order: Iterable[int], notes: Mapping[str, str] | None = None) -> bytes:
    """A presentation: slides by file name, the order in which they are shown, notes by slide."""
    ids = "".join(f'<p:sldId id="{255 + at}" r:id="rId{at}"/>' for at in order)
    related = {f"slide{at}": f"slides/{name}" for at, name in enumerate(slides, 1)}
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": _relationships({"officeDocument": "/ppt/presentation.xml"}),
        "ppt/presentation.xml": f"<p:presentation {_DRAWN}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": _relationships(related),
    }
    for name, text in slides.items():
        parts[f"ppt/slides/{name}"] = text
    for name, text in (notes or {}).items():
        parts[f"ppt/notesSlides/{name}"] = text
        parts[f"ppt/slides/_rels/{name}.rels"] = _relationships({"notesSlide": f"../notesSlides/{name}"})
    return zipped(parts)


def odf(body: str, *, styles: str = "", common: str = "", kind: str = "text") -> bytes:
    """An OpenDocument file: body, automatic styles, and what ``styles.xml`` holds."""
    return odf_of(odf_content(body, styles, kind), common, kind)


def odf_content(body: str, styles: str = "", kind: str = "text") -> str:
    """The content of an OpenDocument file."""
    return (
        f'<office:document-content {ODF_NAMES} office:version="1.2">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )


def odf_of(content: str, common: str = "", kind: str = "text") -> bytes:
    """An OpenDocument file with the given content."""
    mime = f"application/vnd.oasis.opendocument.{kind}"
    manifest = f'xmlns:manifest="{_ODF}:manifest:1.0"'
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in {"/": mime, "content.xml": "text/xml", "styles.xml": "text/xml"}.items()
    )
    return zipped(
        {
            "mimetype": mime,
            "content.xml": content,
            "styles.xml": f"<office:document-styles {ODF_NAMES}>{common}</office:document-styles>",
            "META-INF/manifest.xml": f"<manifest:manifest {manifest}>{entries}</manifest:manifest>",
        },
        stored=["mimetype"],
    )


def opened(name: str, data: bytes) -> Source:
    """The source that the reader of that name's suffix makes."""
    return reader_for(name).open(name, data)


def package(source: Source) -> OfficePackage:
    """The package of a source."""
    return office_package(source)


def blocks(name: str, data: bytes) -> tuple[Block, ...]:
    """The blocks of a document."""
    return reader_for(name).read(opened(name, data)).blocks


def where(block: Block, offset: int = 0) -> str | None:
    """Where a place of a block stands, in Finnish."""
    return in_words(block.location_at(offset), messages_in("fi").landmarks)


def prose(name: str, data: bytes) -> list[str]:
    """The texts of a document's blocks."""
    return [block.text for block in blocks(name, data)]


def found(name: str, data: bytes) -> list[SourceSpan]:
    """The source ranges of the planted word, first to last character, in source order."""
    spans = (
        block.to_source(TextSpan(match.start(), match.end()))
        for block in blocks(name, data)
        for match in re.finditer(WORD, block.text)
    )
    return sorted(SourceSpan(parts[0].start, parts[-1].end) for parts in spans)


def edited(source: Source, rewrite: Callable[[str], str | None], pattern: str = r"\w+") -> str:
    """The source's text with words rewritten; those for which ``rewrite`` gives None stay."""
    edits: list[Edit] = []
    for block in reader_for(source.name).read(source).blocks:
        for match in re.finditer(pattern, block.text):
            new = rewrite(match[0])
            if new is not None:
                edits += block.edits(TextSpan(*match.span()), new) or ()
    text = source.text
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.content + text[edit.span.end :]
    return text


def changed_members(before: bytes, after: bytes) -> set[str]:
    """The names of members that differ, came or went."""
    old, new = members(before), members(after)
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
