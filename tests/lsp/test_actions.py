"""What is offered at a finding. What it writes is compared with what ``termilint fix`` writes."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.uris import to_fs_path

from termilint.lsp.actions import MOST_SILENCED
from termilint.rules.packs import load_shipped
from tests.lsp.editor import CLIENTS, ENCODINGS, command, editing

pytestmark = pytest.mark.asyncio

RULES = Path(__file__).parent.parent / "cases" / "fixes" / "rules.yaml"
QUICK_FIX, FIX_ALL = "quickfix", "source.fixAll.termilint"
ALL = types.Range(types.Position(0, 0), types.Position(10**6, 0))

TEXTS = {
    "a.md": "# Prospektit 😀\r\n\r\nÄlä etsi *prospekteja*, kysy **pros**pektilta 😀 prospektista.\r\n",
    "a.html": "<p lang='fi'>Hätä &amp; prospektit 😀 &ouml; prospektille</p>\n<ul><li>prospekti</li></ul>\n",
    "strings.fi.json": '{"nav": {"title": "\\u00c4l\\u00e4 etsi prospekteja 😀 prospektilta"}}\n',
    "fi.yaml": 'fi:\n  otsikko: "Hätä \\" prospektit"\n  muu: prospektille ä\n',
    "a.txt": "prospekti/prospekti ja 😀 prospektin prospekti\rProspekti\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with rules whose fixes are safe."""
    shutil.copy(RULES, tmp_path / "rules.yaml")
    off = ", ".join(f"{pack.name}: off" for pack in load_shipped().packs)
    settings = f"rule_files: [rules.yaml]\npacks: {{{off}}}\n"
    (tmp_path / ".termilint.yaml").write_text(settings, encoding="utf-8")
    return tmp_path


def ran(folder: Path, name: str, text: str, *arguments: str) -> str:
    """What a command says of a text that it gets as standard input."""
    full = [command(), *arguments, "-", "--stdin-filename", name]
    done = subprocess.run(full, cwd=folder, input=text.encode(), capture_output=True, check=False)  # noqa: S603  # our own
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.decode()


def fixed_by_command(folder: Path, name: str, text: str, *options: str) -> str:
    """What the command makes of a text."""
    return ran(folder, name, text, "fix", *options)


def titled(actions: list[Any], part: str) -> Any:
    (found,) = [action for action in actions if part in action.title]
    return found


@pytest.mark.parametrize("client", CLIENTS)
async def test_fixing_all_writes_what_the_command_writes(project: Path, client: str) -> None:
    async with editing(project, client=client) as editor:
        for name, text in TEXTS.items():
            uri = editor.open(project / name, text)
            assert await editor.diagnostics(uri), name
            (action,) = await editor.actions(uri, ALL, FIX_ALL)
            assert action.kind == FIX_ALL
            after = fixed_by_command(project, name, text)
            assert after != text
            assert editor.applied(uri, action) == after, name
            (same, *_) = await editor.actions(uri, ALL, "source.fixAll")
            assert editor.applied(uri, same) == after


@pytest.mark.parametrize("encoding", ENCODINGS)
async def test_the_first_suggestion_is_that_of_the_command(tmp_path: Path, encoding: str) -> None:
    texts = {
        "a.md": "Ä 😀 *asiakkaillemme* kerrotaan.\n",
        "a.html": "<p>Ä 😀 &amp; asiakkaillemme kerrotaan.</p>\n",
        "a.adoc": "Ä 😀 asiakkaillemme kerrotaan.\n",
    }
    async with editing(tmp_path, encodings=[encoding]) as editor:
        for name, text in texts.items():
            uri = editor.open(tmp_path / name, text, "plaintext")
            (shown,) = await editor.diagnostics(uri)
            first, *others = [a for a in await editor.actions(uri, shown.range, QUICK_FIX) if a.edit]
            assert first.is_preferred
            assert not any(other.is_preferred for other in others)
            assert list(first.diagnostics) == [shown]
            assert editor.applied(uri, first) == fixed_by_command(tmp_path, name, text, "--unsafe-fixes")


async def test_every_suggestion_is_offered(tmp_path: Path) -> None:
    text = "Kehitämme 😀 asiakaskokemusta.\n"
    reported = json.loads(ran(tmp_path, "a.md", text, "check", "--format", "json"))
    (finding,) = reported["files"][0]["findings"]
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", text)
        (shown,) = await editor.diagnostics(uri)
        actions = await editor.actions(uri, shown.range)
        offered = [editor.applied(uri, action) for action in actions if "tilalle" in action.title]
        assert offered == [text.replace("asiakaskokemusta", one["text"]) for one in finding["suggestions"]]
        assert len(offered) > 1
        assert [action.title for action in actions[len(offered) :]] == [
            "Hiljennä tässä sääntö asiakaskokemus",
            "Miksi? Säännön asiakaskokemus perustelut",
        ]


async def test_where_nothing_is_reported_nothing_is_offered(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", "Kerromme. Asiakkaat odottavat.\n")
        await editor.diagnostics(uri)
        start = types.Position(0, 3)
        assert await editor.actions(uri, types.Range(start, start)) == []


async def test_an_edit_is_for_the_version_that_was_asked_about(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", "Asiakkaat odottavat.\n")
        await editor.diagnostics(uri)
        # The change has not been checked when the actions are asked for.
        editor.change(uri, (0, 0, "Ä 😀 \n\n"))
        action, *_ = await editor.actions(uri, types.Range(types.Position(2, 1), types.Position(2, 1)))
        assert editor.applied(uri, action).startswith("Ä 😀 \n\n")
        assert "siakkaat" not in editor.applied(uri, action)


SILENCED = {
    "a.md": "# Otsikko\n\nAsiakkaat odottavat.\nToinen rivi, jossa asiakkaat odottavat 😀 ja\n"
    "kolmas.\n\n- ä\n  - Asiakkaat luettelossa\n\n> Asiakkaat lainauksessa\n\n"
    "| Asiakkaat | b |\n|---|---|\n| ä | asiakkaat |\n",
    "a.html": "<body>\n  <p>Asiakkaat odottavat.</p>\n  <ul>\n    <li>Asiakkaat</li>\n  </ul>\n</body>\n",
    "a.mdx": "Asiakkaat odottavat.\nToinen rivi: asiakkaat odottavat.\n",
    "fi.yaml": "fi:\n  a: Asiakkaat odottavat\n  b:\n    - Asiakkaat tulevat\n",
    "fi.po": 'msgid ""\nmsgstr "Language: fi\\n"\n\nmsgid "a"\nmsgstr "Asiakkaat odottavat"\n',
    "fi.properties": "a=Asiakkaat odottavat\r\nb=Asiakkaat tulevat\r\n",
    "a.rst": "Otsikko\n=======\n\nAsiakkaat odottavat.\n",
    "a.adoc": "= Otsikko\n\nEi mitään.\nAsiakkaat odottavat.\n",
    "a.vue": "<template>\n  <p>Asiakkaat odottavat.</p>\n</template>\n",
    "a.jsx": "const a = <div>\n  <p>Asiakkaat odottavat.</p>\n</div>;\n",
    "a.xlf": '<xliff><file target-language="fi">\n <trans-unit>\n  <target>Asiakkaat odottavat.</target>\n'
    " </trans-unit>\n</file></xliff>\n",
}


@pytest.mark.parametrize("name", SILENCED)
async def test_each_finding_can_be_silenced_alone(tmp_path: Path, name: str) -> None:
    async with editing(tmp_path) as editor:
        text = SILENCED[name]
        uri = editor.open(tmp_path / name, text, "plaintext")
        shown = await editor.diagnostics(uri)
        assert len(shown) == text.lower().count("asiakkaat")
        for one in shown:
            action = titled(await editor.actions(uri, one.range), "Hiljennä")
            after = editor.applied(uri, action)
            again = editor.open(f"untitled:{one.range.start.line}/{name}", after, _language(name))
            assert len(await editor.diagnostics(again)) == len(shown) - 1, after


NOT_SILENCED = {
    "attributes.jsx": 'const a = <Kortti\n  title="Asiakkaat odottavat"\n/>;\n',
    "expression.jsx": "const a = <p>{auki &&\n  'Asiakkaat odottavat'\n}</p>;\n",
    "attributes.tsx": 'const a = (\n  <p\n    title="Asiakkaat odottavat"\n    id="b"\n  >Muut.</p>\n);\n',
}


@pytest.mark.parametrize("name", NOT_SILENCED)
async def test_no_comment_is_offered_that_would_break_the_code(tmp_path: Path, name: str) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / name, NOT_SILENCED[name], "plaintext")
        (shown,) = await editor.diagnostics(uri)
        actions = await editor.actions(uri, shown.range)
        assert actions
        assert not [action for action in actions if "Hiljennä" in action.title]


HARD_TO_SILENCE = {
    "fi.po": 'msgid ""\nmsgstr "Language: fi\\n"\n\nmsgid "a"\nmsgid_plural "b"\n'
    'msgstr[0] "Asiakkaat odottavat"\nmsgstr[1] "Asiakkaat tulevat"\n',
    "lines.rst": "Ensin asiakkaat odottavat ja\nsitten asiakkaat tulevat.\n",
    "list.rst": "- Asiakkaat odottavat.\n- Asiakkaat tulevat.\n",
    "twice.md": "Asiakkaat odottavat. Asiakkaat odottavat.\n\nAsiakkaat odottavat.\n",
    "children.jsx": "const a = <div>\n  <p>Asiakkaat odottavat.</p>\n"
    "  {auki && 'Asiakkaat tulevat'}\n</div>;\n",
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [("fi.po", 1), ("lines.rst", 1), ("list.rst", 1), ("twice.md", 1), ("children.jsx", 2)],
)
async def test_what_is_offered_silences_just_this_finding(tmp_path: Path, name: str, expected: int) -> None:
    text = HARD_TO_SILENCE[name]
    known = _identities(tmp_path, name, text)
    assert len(known) > 1
    offered = 0
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / name, text, "plaintext")
        for one in await editor.diagnostics(uri):
            for action in await editor.actions(uri, one.range):
                if "Hiljennä" in action.title:
                    offered += 1
                    wanted = known.copy()
                    wanted.remove(tuple(action.diagnostics[0].data.values()))
                    assert _identities(tmp_path, name, editor.applied(uri, action)) == wanted
    assert offered == expected


async def test_a_large_selection_offers_no_silence(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", "Asiakkaat odottavat.\n\n" * (MOST_SILENCED + 1))
        first, *others = await editor.diagnostics(uri)
        assert [a for a in await editor.actions(uri, first.range) if "Hiljennä" in a.title]
        everything = types.Range(first.range.start, others[-1].range.end)
        assert not [a for a in await editor.actions(uri, everything) if "Hiljennä" in a.title]


def _identities(folder: Path, name: str, text: str) -> list[tuple[str, str]]:
    """Rule and fingerprint of each finding."""
    report = json.loads(ran(folder, name, text, "check", "--format", "json"))
    return sorted((one["rule"], one["fingerprint"]) for one in report["files"][0]["findings"])


async def test_the_comment_stands_as_far_right_as_its_line(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.html", "<body>\n\n\t <p>Asiakkaat odottavat.</p>\n</body>\n")
        (shown,) = await editor.diagnostics(uri)
        action = titled(await editor.actions(uri, shown.range), "Hiljennä")
        assert "\n\t <!-- termilint-disable-next-line bare-asiakas -->\n\t <p>" in editor.applied(uri, action)


async def test_a_format_without_comments_offers_no_silence(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.txt", "Asiakkaat odottavat.\n")
        (shown,) = await editor.diagnostics(uri)
        actions = await editor.actions(uri, shown.range)
        assert actions
        assert not [action for action in actions if "Hiljennä" in action.title]


async def test_a_finding_goes_to_the_baseline(tmp_path: Path) -> None:
    baseline = tmp_path / "known.json"
    (tmp_path / ".termilint.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    (tmp_path / "a.md").write_text("Asiakkaat odottavat. Asiakkaat tulevat.\n", encoding="utf-8")
    empty = '{"schema": "termilint-baseline/1", "files": {}}'
    baseline.write_text(empty, encoding="utf-8")
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md")
        first, _ = await editor.diagnostics(uri)
        await editor.run(titled(await editor.actions(uri, first.range), "lähtötasoon"))
        (left,) = await editor.until(uri, ["bare-asiakas"])
        assert left.range != first.range
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert ran(tmp_path, "a.md", text, "check").count("bare-asiakas") == 1


async def test_a_baseline_that_cannot_be_written_is_told_of(tmp_path: Path) -> None:
    baseline = tmp_path / "known.json"
    (tmp_path / ".termilint.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    baseline.write_text('{"schema": "termilint-baseline/1", "files": {}}', encoding="utf-8")
    baseline.chmod(0o444)
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", "Asiakkaat odottavat.\n")
        (shown,) = await editor.diagnostics(uri)
        await editor.run(titled(await editor.actions(uri, shown.range), "lähtötasoon"))
        assert "read-only" in editor.client.messages[0].message


def _page(uri: str) -> Path:
    return Path(str(to_fs_path(uri)))


async def test_the_reason_is_shown_on_a_page(tmp_path: Path) -> None:
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", "Asiakkaat odottavat.\n")
        (shown,) = await editor.diagnostics(uri)
        await editor.run(titled(await editor.actions(uri, shown.range), "Miksi?"))
        (document,) = editor.client.shown_documents
        text = _page(document.uri).read_text(encoding="utf-8")
        assert "Asiakas voi olla ostaja" in text
        assert await editor.codes(editor.open(document.uri, text, "markdown")) == []
    assert not _page(document.uri).exists()


async def test_the_reason_is_told_where_no_page_can_be_shown(tmp_path: Path) -> None:
    async with editing(tmp_path, without_pages=True) as editor:
        uri = editor.open(tmp_path / "a.md", "Asiakkaat odottavat.\n")
        (shown,) = await editor.diagnostics(uri)
        await editor.run(titled(await editor.actions(uri, shown.range), "Miksi?"))
        (message,) = editor.client.messages
        assert "Asiakas voi olla ostaja" in message.message


async def test_the_reason_may_be_a_page_of_the_organisation(tmp_path: Path) -> None:
    address = "https://intra.example.fi/{rule}.html"
    (tmp_path / ".termilint.yaml").write_text(f'rule_pages: "{address}"\n', encoding="utf-8")
    async with editing(tmp_path) as editor:
        uri = editor.open(tmp_path / "a.md", "Asiakkaat odottavat.\n")
        (shown,) = await editor.diagnostics(uri)
        assert shown.code_description == types.CodeDescription("https://intra.example.fi/bare-asiakas.html")
        await editor.run(titled(await editor.actions(uri, shown.range), "Miksi?"))
        (document,) = editor.client.shown_documents
        assert (document.uri, document.external) == ("https://intra.example.fi/bare-asiakas.html", True)


async def test_only_kinds_that_are_asked_for(project: Path) -> None:
    async with editing(project) as editor:
        uri = editor.open(project / "a.md", "Etsimme prospekteja.\n")
        await editor.diagnostics(uri)
        assert await editor.actions(uri, ALL, "refactor") == []
        assert {action.kind for action in await editor.actions(uri, ALL, "source")} == {FIX_ALL}
        assert {action.kind for action in await editor.actions(uri, ALL, QUICK_FIX)} == {QUICK_FIX}


def _language(name: str) -> str:
    known = {
        "md": "markdown", "mdx": "mdx", "html": "html", "yaml": "yaml", "po": "po", "adoc": "asciidoc",
        "properties": "properties", "rst": "restructuredtext", "vue": "vue", "jsx": "javascriptreact",
        "xlf": "xliff",
    }  # fmt: skip
    return known[name.rpartition(".")[2]]
