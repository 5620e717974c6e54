"""Documents that well-known libraries write or read: what they hold, told without our readers.

Every planted word and every decoy is there once, so that a word tells its place by itself.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections import Counter
from itertools import count
from typing import TYPE_CHECKING, Any, Literal, NamedTuple
from xml.etree import ElementTree as ET

import polib
import yaml

from termilint.model.source import Source
from termilint.model.span import TextSpan
from termilint.readers import reader_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from termilint.model.document import Document

_WORD = re.compile("(?:käsityö|hämärä)[bdfgklmnprstv]{6}")
_DECOY = "hämärä"
_LETTERS = "bdfgklmnprstv"
_FILLERS = """ja työ jatkuu keväällä 😀 日本 a\u0308iti ”juu” 1\u00a0000 x–y it's "sano" C:\\tie 50 % & < >
#1 - * _ ` = : ; [a] (b) , ! ? \u2028 é ß Å""".replace("\n", " ").split(" ")


class Made(NamedTuple):
    """A document; ``decode`` gives the text of a raw piece of it, by the library that wrote it."""

    name: str
    text: str
    planted: frozenset[str]
    decode: Callable[[str], str] = str


class Words:
    """Words and texts by chance; all words that were planted so far."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311  # chance makes variety here
        self.planted: set[str] = set()
        self._numbers = count(seed * 7)

    def plant(self) -> str:
        """A new word that must be found."""
        self.planted.add(word := f"käsityö{self._code()}")
        return word

    def decoy(self) -> str:
        """A new word that must not be found."""
        return f"{_DECOY}{self._code()}"

    def text(self, end: str = "", fillers: list[str] | None = None) -> str:
        """A text with one or two planted words between others."""
        words = self.chance.choices(fillers or _FILLERS, k=self.chance.randrange(12))
        for _ in range(self.chance.randrange(1, 3)):
            words.insert(self.chance.randrange(len(words) + 1), self.plant())
        return " ".join(words).strip() + end

    def _code(self) -> str:
        number = next(self._numbers)
        return "".join(_LETTERS[number // 13**at % 13] for at in range(6))


class Found(NamedTuple):
    """How a reading differs from what was planted: words by what is wrong with them."""

    missing: set[str]
    misplaced: set[str]
    decoys: set[str]


def compared(made: Made) -> Found:
    """What the reader of a document's name finds of it."""
    return compared_document(
        reader_for(made.name).read(Source(made.name, made.text)), made.planted, made.decode
    )


def compared_document(
    document: Document, planted: frozenset[str], decode: Callable[[str], str] = str
) -> Found:
    """What a document holds, against what was planted."""
    words: list[str] = []
    misplaced = set()
    for word, raw in _words_of(document):
        words.append(word)
        if decode(raw) != word:
            misplaced.add(word)
    twice = {word for word, times in Counter(words).items() if times > 1}
    decoys = {word for word in words if word.startswith(_DECOY)}
    return Found(set(planted) - set(words), misplaced | twice, decoys)


def _words_of(document: Document) -> Iterator[tuple[str, str]]:
    """Every planted word and decoy with the raw text of its places."""
    for block in document.blocks:
        for match in _WORD.finditer(block.text):
            parts = block.to_source(TextSpan(*match.span()))
            yield match[0], "".join(part.slice(document.source.text) for part in parts)


def _strings(words: Words, size: int) -> Iterator[str]:
    length = 0
    while length < size:
        text = words.text(words.chance.choice(["", ".", "\nToinen rivi\\n", "\t", " {nimi}", " %s", "!"]))
        length += len(text) + 20
        yield text


def _nested(words: Words, size: int) -> dict[str, object]:
    """Texts under keys, some of them in other languages or beside metadata."""
    tree: dict[str, object] = {}
    for number, text in enumerate(_strings(words, size)):
        branch = tree.setdefault(f"osa{number // 50}", {})
        assert isinstance(branch, dict)
        branch[f"{words.decoy()} {number}"] = (
            text if number % 7 else [text, {"en": words.decoy(), "b": number}]
        )
    return tree


def made_json(size: int, seed: int) -> Made:
    """A JSON file of Python's own writer."""
    words = Words(seed)
    tree = {**_nested(words, size), "@meta": {"description": words.decoy()}}
    text = json.dumps(tree, ensure_ascii=bool(seed % 2), indent=seed % 3 or None)
    return Made("fi.json", text, frozenset(words.planted), lambda raw: str(json.loads(f'"{raw}"')))


def made_yaml(size: int, seed: int) -> Made:
    """A YAML file of PyYAML in one of its styles."""
    words = Words(seed)
    style = [None, '"', "'", "|", ">"][seed % 5]
    tree = _nested(words, size)
    text = yaml.safe_dump(
        tree, allow_unicode=bool(seed % 2), width=[40, 80, 100_000][seed % 3], default_style=style
    )
    return Made("fi.yaml", text, frozenset(words.planted), lambda raw: str(yaml.safe_load(f'"{raw}"')))


def made_po(size: int, seed: int) -> Made:
    """A catalogue of polib."""
    words = Words(seed)
    catalogue = polib.POFile(wrapwidth=[40, 78, 0][seed % 3])
    catalogue.metadata = {"Language": "fi", "X-Generator": words.decoy()}
    for number, text in enumerate(_strings(words, size)):
        entry = polib.POEntry(
            msgid=f"{number} {words.decoy()}", comment=words.decoy(), tcomment=words.decoy()
        )
        if number % 5 == 1:
            entry.msgid_plural = words.decoy()
            entry.msgstr_plural = {0: text, 1: words.text("\n")}
        else:
            entry.msgctxt, entry.msgstr = words.decoy() if number % 5 == 2 else None, text
        catalogue.append(entry)
        unused: dict[str, Any] = {"flags": ["fuzzy"]} if number % 2 else {"obsolete": True}
        catalogue.append(polib.POEntry(msgid=f"{number} vanha", msgstr=words.decoy(), **unused))
    return Made("fi.po", str(catalogue), frozenset(words.planted), _polib_decoded)


def _polib_decoded(raw: str) -> str:
    return str(polib.unescape(re.sub(r'"\s*"', "", raw)))


def made_csv(size: int, seed: int) -> Made:
    """A table of Python's own writer."""
    words = Words(seed)
    stream = io.StringIO(newline="")
    writer = csv.writer(
        stream, delimiter=",;\t"[seed % 3], quoting=csv.QUOTE_ALL if seed % 2 else csv.QUOTE_MINIMAL
    )
    writer.writerow(["avain", "sv", "fi", "en"])
    for number, text in enumerate(_strings(words, size)):
        writer.writerow([f"{number} {words.decoy()}", words.decoy(), text, words.decoy()])
    return Made("tekstit.csv", stream.getvalue(), frozenset(words.planted))


def made_xliff(size: int, seed: int) -> Made:
    """An XLIFF file of ET."""
    words = Words(seed)
    root = ET.Element("xliff", version="1.2")
    body = ET.SubElement(ET.SubElement(root, "file", {"target-language": "fi"}), "body")
    for text in _strings(words, size // 6):
        unit = ET.SubElement(body, "trans-unit", id=words.decoy())
        ET.SubElement(unit, "source").text = words.decoy()
        target = ET.SubElement(unit, "target")
        target.text = text
        group = ET.SubElement(target, "g", id=words.decoy())
        group.text, group.tail = f" {words.text()}", f" {words.text()}\n"
        ET.SubElement(target, "ph", id="1").text = words.decoy()
        ET.SubElement(unit, "note").text = words.decoy()
    return Made("fi.xlf", _xml(root, seed), frozenset(words.planted), _xml_decoded)


def made_html(size: int, seed: int) -> Made:
    """A page of ET."""
    words = Words(seed)
    root = ET.Element("html", lang="fi")
    body = ET.SubElement(root, "body")
    for text in _strings(words, size // 10):
        paragraph = ET.SubElement(body, words.chance.choice(["p", "li", "h2", "td", "div"]))
        paragraph.text = text
        for name in words.chance.choices(["b", "a", "span", "code", "kbd"], k=2):
            child = ET.SubElement(paragraph, name, {"class": words.decoy(), "title": words.text()})
            child.text = words.decoy() if name in ("code", "kbd") else words.text()
            child.tail = words.text("\n")
        ET.SubElement(paragraph, "img", {"src": words.decoy(), "alt": words.text()})
        ET.SubElement(body, "p", lang="sv").text = words.decoy()
        body.append(ET.Comment(words.decoy()))
    page = _xml(root, seed, "html" if seed % 3 else "xml")
    return Made("a.html", page, frozenset(words.planted), _xml_decoded)


def _xml(root: ET.Element, seed: int, method: Literal["xml", "html"] = "xml") -> str:
    """The document, with letters as they are or as references."""
    if seed % 2:
        return ET.tostring(root, "unicode", method)
    return str(ET.tostring(root, "us-ascii", method).decode("ascii"))


def _xml_decoded(raw: str) -> str:
    return str(ET.fromstring(f"<a>{raw}</a>").text)  # noqa: S314  # it was written here


MAKERS: dict[str, Callable[[int, int], Made]] = {
    "json": made_json,
    "yaml": made_yaml,
    "po": made_po,
    "csv": made_csv,
    "xliff": made_xliff,
    "html": made_html,
}
"""By the name of the reader: each makes a document of about so many characters from a seed."""
