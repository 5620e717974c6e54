"""What is written opens in LibreOffice, which sees the comments, the changes and the text."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from termilint.office.changes import Remark
from termilint.office.package import OfficePackage
from tests.office import test_docx_writing, test_odt, test_pptx
from tests.office.documents import docx as word_file
from tests.office.documents import edited, odf, opened, package

NOW = test_docx_writing.NOW
OFFICE = shutil.which("soffice")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")]


def converted(folder: Path, name: str, data: bytes, kind: str) -> str:
    """The content of a document after LibreOffice opened it and saved it as another kind."""
    (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        str(OFFICE),
        profile,
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder / "out"),
        name,
    ]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)  # noqa: S603
    target = folder / "out" / Path(name).with_suffix(f".{kind}")
    return zipfile.ZipFile(io.BytesIO(target.read_bytes())).read("content.xml").decode()


def written(name: str, data: bytes, write: Callable[[OfficePackage, str, list[Remark]], bytes]) -> bytes:
    source = opened(name, data)
    new = edited(source, test_docx_writing.customers)
    told = [Remark(m.start(), m.end(), ("Syy & muu",), "paikka") for m in re.finditer("asiakas", source.text)]
    return write(package(source), new, told)


def commented(office: OfficePackage, _: str, told: list[Remark]) -> bytes:
    return office.commented(told, NOW)


def tracked(office: OfficePackage, new: str, _: list[Remark]) -> bytes:
    return office.tracked(new, NOW)


WORD = word_file(test_docx_writing.BODY, test_docx_writing.STORIES)
TEXT = odf(test_odt.BODY)


@pytest.mark.parametrize(("name", "data", "kind"), [("a.docx", WORD, "odt"), ("a.odt", TEXT, "ott")])
def test_comments_are_seen(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    content = converted(tmp_path, name, written(name, data, commented), kind)
    notes = re.findall("<office:annotation .*?</office:annotation>", content, re.DOTALL)
    assert len(notes) == opened(name, data).text.count("asiakas")
    assert all("<dc:creator>termilint</dc:creator>" in note and "Syy &amp; muu" in note for note in notes)
    assert "<office:annotation-end" in content


@pytest.mark.parametrize(("name", "data", "kind"), [("a.docx", WORD, "odt"), ("a.odt", TEXT, "ott")])
def test_changes_are_seen(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    content = converted(tmp_path, name, written(name, data, tracked), kind)
    regions = re.findall("<text:changed-region.*?</text:changed-region>", content, re.DOTALL)
    mine = [region for region in regions if "<dc:creator>termilint</dc:creator>" in region]
    assert any("<text:deletion>" in region for region in mine)
    assert any("<text:insertion>" in region for region in mine)
    assert "x &lt; y" in content


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pptx", test_pptx.made(), "odp"),
        ("a.odp", odf(test_odt.slide("asiakas", "muuta"), kind="presentation"), "otp"),
    ],
)
def test_comments_on_slides_are_seen(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    content = converted(tmp_path, name, written(name, data, commented), kind)
    assert re.findall("<dc:creator>(.*?)</dc:creator>", content) == ["termilint"] * content.count("asiakas")
    assert "Syy &amp; muu" in content
