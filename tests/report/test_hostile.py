"""Whatever stands in documents, their names or rules, the page shows it as text."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termilint.cli._exit_codes import ERROR
from termilint.model.source import Source
from tests.report.hostile import LINKS, QUOTES, TAGS, TEMPLATES, write_hostile
from tests.report.pages import page_of, page_of_sources, parsed, text_of

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from termilint.project import Project

_ELEMENTS = frozenset(
    """html head meta title link style body a header div p h1 h2 h3 h4 button nav ul ol li main section
    dl dt dd figure figcaption svg rect b i span table caption thead tbody tr th td bdi
    form label select option input details summary mark blockquote del ins footer script br""".split()
)
_FORBIDDEN_CHARACTERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("a") / "talo"
    write_hostile(folder)
    return page_of(folder, "--title", f"{TAGS[0]}{QUOTES[0]}{TEMPLATES[0]}\u202e", code=ERROR)


@pytest.fixture(scope="module")
def root(page: str) -> Element:
    return parsed(page)


def _require_harmless(root: Element) -> None:
    """Fails if there is an element, an attribute or an address that the template does not have."""
    for element in root.iter():
        assert str(element.tag).rpartition("}")[2] in _ELEMENTS
        assert not [name for name in element.attrib if name.lower().startswith("on") or name == "style"]
        assert not {"src", "action", "formaction", "srcdoc"} & element.attrib.keys()
        if "href" in element.attrib:
            href = element.attrib["href"]
            assert href.startswith("#") or (element.tag == "link" and href.startswith("data:image/svg+xml,"))
    assert [len(list(root.iter(tag))) for tag in ("script", "style", "base", "title", "link")] == [
        1,
        1,
        0,
        1,
        1,
    ]
    assert len(list(root.iter("meta"))) == 6


def test_nothing_gets_out_of_the_text(root: Element) -> None:
    _require_harmless(root)


def test_a_strict_parser_has_no_complaint(page: str) -> None:
    html5lib.HTMLParser(strict=True).parse(page)


def test_hostile_text_is_shown_as_it_is(root: Element) -> None:
    shown = text_of(root)
    for one in (*TAGS, *QUOTES, *TEMPLATES, *LINKS):
        assert one in shown


def test_no_character_turns_or_controls_the_page(page: str) -> None:
    assert not _FORBIDDEN_CHARACTERS.search(page)


def test_the_policy_allows_the_pages_own_style_and_script_only(root: Element) -> None:
    (policy,) = [one.attrib["content"] for one in root.iter("meta") if "http-equiv" in one.attrib]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert "unsafe" not in policy
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        (element,) = root.iter(tag)
        digest = base64.b64encode(hashlib.sha256("".join(element.itertext()).encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"


def test_the_title_is_text(root: Element) -> None:
    (title,) = root.iter("title")
    assert text_of(title).startswith(f"{TAGS[0]}{QUOTES[0]}{TEMPLATES[0]}")


def test_a_huge_line_does_not_make_a_huge_page(page: str) -> None:
    assert len(page) < 2_000_000


def test_rules_of_ones_own_are_text_too(tmp_path: Path) -> None:
    (tmp_path / "talo").mkdir()
    (tmp_path / "talo" / "a.md").write_text("Kissa istuu.")
    hostile = TAGS[1]
    (tmp_path / "own.yaml").write_text(
        "rules:\n  - id: kissa\n    severity: warning\n    match: {term: {words: [kissa]}}\n"
        f"    message: {{fi: '{hostile}', en: x}}\n    why: {{fi: '{hostile}', en: x}}\n"
        f"    source: {{fi: '{hostile}', en: x}}\n"
        "    examples: {bad: ['{Kissa} istuu.', 'Se on {kissa}.', 'Näin {kissan}.'],"
        " good: ['Koira istuu.', 'Se on koira.', 'Näin koiran.']}\n"
    )
    root = parsed(page_of(tmp_path / "talo", "--rules", str(tmp_path / "own.yaml")))
    _require_harmless(root)
    assert text_of(root).count(hostile) == 3


_ATTACKS = st.lists(
    st.one_of(
        st.sampled_from(
            [*TAGS, *QUOTES, *TEMPLATES, *LINKS, "&lt;", "&#0;", "<", ">", "&", "\u202e", "\r", "\t"]
        ),
        st.text(max_size=8).map(lambda text: text.encode(errors="replace").decode()),
        st.sampled_from(["asiakkaita", "asiakaskokemusta", "uusia asiakkaita", " ", ". "]),
    ),
    max_size=12,
).map("".join)


@settings(max_examples=30)
@given(text=_ATTACKS, suffix=st.sampled_from([".md", ".txt", ".html", ".csv"]))
def test_random_documents_stay_text(text: str, suffix: str, project: Project) -> None:
    source = Source(f"a{suffix}", f"Palvelemme asiakkaita. {text} Palvelemme asiakkaita.")
    page = page_of_sources([source], project)
    _require_harmless(parsed(page))
    assert not _FORBIDDEN_CHARACTERS.search(page)
