"""PPTX: the slides of presentations in the order in which they are shown, with tables and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from termilint.model.document import Document
from termilint.model.location import Landmark
from termilint.office import markup
from termilint.office.package import PackageReader, source
from termilint.office.pptx import PptxPackage
from termilint.readers._drawing import DrawingText
from termilint.readers._paragraphs import Paragraph, blocks, locate_on_slide

if TYPE_CHECKING:
    from termilint.model.source import Source

_WITHOUT = {
    "slide": frozenset({"sldNum", "dt"}),
    "notesSlide": frozenset({"sldNum", "dt", "hdr", "ftr", "sldImg"}),
}
_BESIDE = {
    "notesSlide": Landmark("notes"),
    "diagramData": Landmark("diagram"),
    "chart": Landmark("diagram"),
}


def open_pptx(name: str, data: bytes) -> Source:
    """The source of a presentation: the XML of its slides and notes. Raises :class:`ReadError`."""
    reader = PackageReader(name, data, ".pptx")
    main = reader.main("p:presentation", ".pptx")
    order = _Presentation()
    reader.walk(main, order)
    slides = {found.id: found.target for found in reader.related(main, "slide")}
    comments: dict[str, str] = {}
    for number, slide in enumerate((slides[id_] for id_ in order.slide_ids if id_ in slides), 1):
        reader.add(slide, "slide", number)
        for found in reader.related(slide, *_BESIDE):
            reader.add(found.target, found.kind, number)
        if known := reader.first(slide, "comments"):
            comments[slide] = known
    authors = reader.first(main, "commentAuthors")
    package = PptxPackage(reader.archive, reader.parts, reader.text, main, authors, comments)
    return source(name, package)


def read(source: Source) -> Document:
    """The paragraphs of all slides and their notes."""
    package = source.package
    if not isinstance(package, PptxPackage):
        return Document(source, ())
    paragraphs: list[Paragraph] = []
    title = ""
    for part, text in package.parts_of(source.text):
        drawing = DrawingText(without=_WITHOUT.get(part.role, ()))
        markup.walk(text, part.start, drawing)
        if part.role == "slide":
            title = drawing.title
        locate_on_slide(drawing.paragraphs, part.number, title, _BESIDE.get(part.role))
        paragraphs += drawing.paragraphs
    return Document(source, blocks(paragraphs))


class _Presentation(markup.Handler):
    """Finds the identifiers of the slides in the order of the show."""

    def __init__(self) -> None:
        self.slide_ids: list[str] = []
        self.on_start = {"p:sldId": self._slide}
        self.on_end = {}

    def _slide(self, element: markup.Element) -> None:
        self.slide_ids.append(element.get("r:id") or "")
