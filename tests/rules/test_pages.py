"""The pages about rules: those that are kept are those that the rules give."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from termilint.cli._exit_codes import ERROR, FINDINGS, OK
from termilint.cli.main import run
from termilint.model.source import Source
from termilint.readers import markdown
from termilint.rules.built_in import BUILT_IN
from termilint.rules.model import Rule, RuleSet
from termilint.rules.packs import load_shipped
from termilint.rules.pages import pages
from tests.authoring.rule_files import RULE, changed, written

KEPT = Path(__file__).parents[2] / "docs" / "rules"
SHIPPED = load_shipped().merged(RuleSet(BUILT_IN))
each_rule = pytest.mark.parametrize("rule", load_shipped(), ids=lambda rule: rule.id)


def written_pages(folder: Path, *more: str) -> int:
    return run(["rules", "pages", "-o", str(folder), "--no-config", *more])


def test_the_kept_pages_are_those_of_the_rules() -> None:
    kept = {path.relative_to(KEPT).as_posix(): path.read_text(encoding="utf-8") for path in KEPT.glob("*/*")}
    wanted = pages(SHIPPED)
    remedy = "run: termilint rules pages --no-config -o docs/rules"
    assert sorted(kept) == sorted(wanted), remedy
    assert [name for name in wanted if kept[name] != wanted[name]] == [], remedy


def test_every_link_leads_to_a_page() -> None:
    found = pages(SHIPPED)
    for name, text in found.items():
        folder = Path(name).parent
        for link in re.findall(r"\]\(([^)]+)\)", text):
            parts = (folder / link).as_posix().replace(f"{folder}/../", "")
            assert parts in found, (name, link)


@each_rule
@pytest.mark.parametrize("language", ["fi", "en"])
def test_a_page_reads_as_the_rule_says(rule: Rule, language: str) -> None:
    text = pages(SHIPPED)[f"{language}/{rule.id}.md"]
    blocks = [block.text for block in markdown.READER.read(Source("a.md", text)).blocks]
    shown = "\n".join(blocks)
    why, source = (rule.why.fi, rule.source.fi) if language == "fi" else (rule.why.en, rule.source.en)
    for wanted in (why, source, *(example.text for example in (*rule.bad, *rule.good))):
        assert " ".join(wanted.split()) in shown
    assert "{match}" not in text


def test_marks_rewrites_and_odd_letters(tmp_path: Path) -> None:
    text = changed("Tarvitsemme {resursseja}${ihmisiä}.", "<b>Tarvitsemme_ {resursseja}${ihmisiä} *nyt*.")
    assert written_pages(tmp_path / "sivut", str(written(tmp_path, text))) == OK
    page = (tmp_path / "sivut" / "fi" / "koe.md").read_text(encoding="utf-8")
    line = next(line for line in page.splitlines() if "Tarvitsemme" in line)
    assert line == (r"\<b\>Tarvitsemme\_ **resursseja** \*nyt\*. → \<b\>Tarvitsemme\_ **ihmisiä** \*nyt\*.")


def test_only_what_changed_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "sivut"
    rules = str(written(tmp_path, RULE))
    assert written_pages(folder, rules, "--check") == FINDINGS
    assert not folder.exists()
    assert written_pages(folder, rules) == OK
    assert written_pages(folder, rules, "--check") == OK
    capsys.readouterr()
    (folder / "fi" / "oma.md").write_text("Oma sivu.", encoding="utf-8")
    written(tmp_path, changed("id: koe", "id: uusi"))
    assert written_pages(folder, rules, "--check") == FINDINGS
    assert written_pages(folder, rules) == OK
    names = sorted(path.relative_to(folder).as_posix() for path in folder.glob("*/*"))
    assert names == ["en/index.md", "en/uusi.md", "fi/index.md", "fi/oma.md", "fi/uusi.md"]
    told = [line[0] for line in capsys.readouterr().out.splitlines()]
    assert told == list("~-+~-+") * 2


def test_a_file_that_is_no_generated_page_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fi").mkdir()
    mine = written(tmp_path / "fi", "Omat tekstini.", "index.md")
    assert written_pages(tmp_path, str(written(tmp_path, RULE))) == ERROR
    assert "it is not a generated page" in capsys.readouterr().err
    assert mine.read_text(encoding="utf-8") == "Omat tekstini."


def test_reports_point_to_the_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = written(tmp_path, 'rule_pages: "https://example.org/{language}/{rule}.md"', "c.yaml")
    text = written(tmp_path, "Piirrämme asiakaspolun.", "a.txt")
    for report, place in (("text", "asiakaspolku.md"), ("sarif", '"helpUri"'), ("rdjsonl", '"url"')):
        run(["check", str(text), "--config", str(config), "--format", report])
        said = capsys.readouterr().out
        assert place in said
        assert "https://example.org/fi/asiakaspolku.md" in said
