import io
import re
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import docx
import pytest

from termilint.office.changes import Remark
from tests.office.documents import (
    W,
    changed_members,
    edited,
    members,
    opened,
    package,
    prose,
    word_story,
)
from tests.office.documents import docx as word_file
from tests.office.test_docx import box, p, r

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
NOTE_MARK = '<w:r><w:footnoteReference w:id="7"/></w:r>'
BODY = (
    p(r("Palvelemme ") + r("asiak", "<w:b/>") + r("kaita &amp; muita."))
    + p("<w:r><w:t>asiakkaat</w:t><w:tab/><w:t>ja asiakkaille</w:t></w:r>")
    + p(f"<w:ins w:id='40' w:author='Aino'>{r('uusi asiakas')}</w:ins>")
    + p("<w:del w:id='41' w:author='Aino'><w:r><w:delText>vanha asiakas</w:delText></w:r></w:del>")
    + p(r("Laatikko:") + box(p(r("asiakas laatikossa"))) + NOTE_MARK)
    + f"<w:tbl><w:tr><w:tc>{p(r('asiakas'))}</w:tc></w:tr></w:tbl>"
)
STORIES = {
    "header1": word_story("hdr", p(r("ylhäällä asiakas"))),
    "footnotes": word_story("footnotes", f'<w:footnote w:id="7">{p(r("viitteen asiakas"))}</w:footnote>'),
}
OLD = [
    "Palvelemme asiakkaita & muita.",
    "asiakkaat ja asiakkaille",
    "uusi asiakas",
    "Laatikko:",
    "asiakas laatikossa",
    "asiakas",
    "viitteen asiakas",
    "ylhäällä asiakas",
]
NEW = [re.sub(r"asia\w+", "x < y", text) for text in OLD]
TEXT_MEMBERS = {"word/document.xml", "word/header1.xml", "word/footnotes.xml"}


def customers(word: str) -> str | None:
    return "x < y" if word.startswith("asiak") else None


@pytest.fixture
def data() -> bytes:
    return word_file(BODY, STORIES)


def reopened(data: bytes) -> list[str]:
    """The paragraphs that python-docx sees."""
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def text_without(gone: str, text: str) -> str:
    """A part's text without what is inserted (``ins``) or deleted (``del``)."""
    root = ET.fromstring(text)  # noqa: S314  # written by this program
    for parent in list(root.iter()):
        for child in [child for child in parent if child.tag == f"{{{W}}}{gone}"]:
            parent.remove(child)
    names = {f"{{{W}}}t", f"{{{W}}}delText"}
    return "".join(node.text or "" for node in root.iter() if node.tag in names)


def test_unchanged_text_gives_the_same_bytes(data: bytes) -> None:
    source = opened("x.docx", data)
    assert source.to_bytes(source.text) == data


def test_fix_changes_the_words_and_nothing_else(data: bytes) -> None:
    source = opened("x.docx", data)
    fixed = source.to_bytes(edited(source, customers))
    assert prose("x.docx", fixed) == NEW
    assert changed_members(data, fixed) == TEXT_MEMBERS
    assert reopened(fixed)[0] == NEW[0]
    again = opened("x.docx", fixed)
    assert edited(again, customers) == again.text


def test_word_over_runs_keeps_the_format_of_its_first_run(data: bytes) -> None:
    source = opened("x.docx", data)
    fixed = source.to_bytes(edited(source, customers))
    runs = docx.Document(io.BytesIO(fixed)).paragraphs[0].runs
    assert [(run.text, bool(run.bold)) for run in runs] == [
        ("Palvelemme ", False),
        ("x < y", True),
        (" & muita.", False),
    ]


def test_blank_at_the_start_of_a_shortened_run_is_kept(data: bytes) -> None:
    source = opened("x.docx", data)
    fixed = members(source.to_bytes(edited(source, customers)))["word/document.xml"].decode()
    assert '<w:t xml:space="preserve"> &amp; muita.</w:t>' in fixed
    assert '<w:t xml:space="preserve">Palvelemme' not in fixed


def test_copy_of_a_text_box_for_old_programs_changes_with_it(data: bytes) -> None:
    source = opened("x.docx", data)
    for result in (source.to_bytes, lambda text: package(source).tracked(text, NOW)):
        text = members(result(edited(source, customers)))["word/document.xml"].decode()
        copies = re.findall("<w:txbxContent>.*?</w:txbxContent>", text)
        assert len(copies) == 2
        assert all("x &lt; y" in copy for copy in copies)


def test_word_that_begins_with_a_hyphen_element_is_not_changed() -> None:
    data = word_file(p("<w:r><w:t>New York </w:t><w:noBreakHyphen/><w:t>asiakas</w:t></w:r>"))
    source = opened("x.docx", data)
    assert edited(source, lambda word: "x" if "asiakas" in word else None, "[\u2011\\w]+") == source.text


def test_tracked_changes_read_as_the_new_text_and_can_be_rejected(data: bytes) -> None:
    source = opened("x.docx", data)
    tracked = package(source).tracked(edited(source, customers), NOW)
    assert changed_members(data, tracked) == TEXT_MEMBERS
    assert prose("x.docx", tracked) == NEW
    assert len(reopened(tracked)) == len(reopened(data))
    again = opened("x.docx", tracked)
    assert edited(again, customers) == again.text
    for name in ("word/header1.xml", "word/footnotes.xml"):
        text = members(tracked)[name].decode()
        assert text_without("ins", text) == text_without("", members(data)[name].decode())


def test_rejecting_all_tracked_changes_gives_the_old_text() -> None:
    data = word_file(p(r("Palvelemme ") + r("asiak", "<w:b/>") + r("kaita &amp; muita. Asiakas!")))
    source = opened("x.docx", data)
    tracked = members(package(source).tracked(edited(source, customers), NOW))["word/document.xml"].decode()
    assert text_without("ins", tracked) == "Palvelemme asiakkaita & muita. Asiakas!"
    assert text_without("del", tracked) == "Palvelemme x < y & muita. Asiakas!"
    assert '<w:r><w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">asiak</w:delText></w:r>' in tracked


def test_tracked_changes_have_author_date_and_numbers_of_their_own(data: bytes) -> None:
    source = opened("x.docx", data)
    tracked = members(package(source).tracked(edited(source, customers), NOW))
    text = "".join(tracked[name].decode() for name in sorted(TEXT_MEMBERS))
    without_copies = re.sub("<mc:Fallback>.*?</mc:Fallback>", "", text)
    numbers = re.findall(r'<w:(?:ins|del) w:id="(\d+)" w:author="termilint"', without_copies)
    assert len(numbers) == len(set(numbers)) > 10
    assert not {"40", "41"} & set(numbers)
    assert text.count('w:date="2026-11-21T12:00:00Z"') >= len(numbers)


def test_change_in_another_authors_insertion_stands_beside_it(data: bytes) -> None:
    source = opened("x.docx", data)
    text = members(package(source).tracked(edited(source, customers), NOW))["word/document.xml"].decode()
    root = ET.fromstring(text)  # noqa: S314  # written by this program
    assert not [one for one in root.iter(f"{{{W}}}ins") if one.find(f".//{{{W}}}ins") is not None]


def remarks(data: bytes) -> list[Remark]:
    """A remark on each customer that is read."""
    text = opened("x.docx", data).text
    found = re.finditer("(?<!vanha )asiak(?:kaat|kaille|as)?(?=\\W)", text)
    return [Remark(*match.span(), ("Syy & <muu>", "Ehdotus"), "paikka") for match in found]


def anchored(text: str) -> dict[str, str]:
    """The text between the marks of each comment."""
    texts = {}
    for number in re.findall(r'<w:commentRangeStart w:id="(\d+)"/>', text):
        inner = text.partition(f'<w:commentRangeStart w:id="{number}"/>')[2]
        inner = inner.partition(f'<w:commentRangeEnd w:id="{number}"/>')[0]
        texts[number] = "".join(re.findall("<w:t(?: [^>]*)?>([^<]*)</w:t>", inner))
    return texts


def test_comments_stand_at_their_words_and_the_text_is_the_same(data: bytes) -> None:
    told = remarks(data)
    source = opened("x.docx", data)
    commented = package(source).commented(told, NOW)
    assert prose("x.docx", commented) == OLD
    texts = anchored(members(commented)["word/document.xml"].decode())
    exact = {"asiak", "asiakkaat", "asiakkaille", "asiakas"}
    assert exact <= set(texts.values())
    assert changed_members(data, commented) == {
        "word/document.xml",
        "word/comments.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }
    document = docx.Document(io.BytesIO(commented))
    assert [comment.author for comment in document.comments] == ["termilint"] * len(told)
    assert next(iter(document.comments)).text == "Syy & <muu>\nEhdotus"


def test_comments_on_notes_boxes_and_headers_say_where(data: bytes) -> None:
    source = opened("x.docx", data)
    commented = package(source).commented(remarks(data), NOW)
    comments = docx.Document(io.BytesIO(commented)).comments
    assert sum(comment.text.startswith("paikka:") for comment in comments) == 4
    text = members(commented)["word/document.xml"].decode()
    assert re.search(r'<w:commentRangeStart w:id="\d+"/><w:r><w:footnoteReference', text)


def test_comments_join_those_that_are_there() -> None:
    old = f'<w:comment w:id="3" w:author="Aino">{p(r("vanha"))}</w:comment>'
    body = p(f'<w:commentRangeStart w:id="3"/>{r("asiakas")}<w:commentRangeEnd w:id="3"/>')
    data = word_file(body, {"comments": word_story("comments", old)})
    commented = package(opened("x.docx", data)).commented(remarks(data), NOW)
    assert changed_members(data, commented) == {"word/document.xml", "word/comments.xml"}
    comments = docx.Document(io.BytesIO(commented)).comments
    assert [(one.comment_id, one.author, one.text) for one in comments] == [
        (3, "Aino", "vanha"),
        (4, "termilint", "Syy & <muu>\nEhdotus"),
    ]


def test_no_remarks_leave_the_file_as_it_is(data: bytes) -> None:
    assert package(opened("x.docx", data)).commented([], NOW) == data
