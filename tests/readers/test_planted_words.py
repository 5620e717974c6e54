"""Every planted word is found where it stands; nothing that is not prose is taken for it."""

from hypothesis import given
from hypothesis import strategies as st

from termilint.readers import markdown, plain
from tests.readers.planted import WORD, found, joined, plant, planted

LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
FILLERS = st.sampled_from(["ja", "työ", "😀", "日本", "ö" * 9, "a\u0308iti", "”juu”", "1 000", "x–y"])
IN_PLAIN_TEXT = st.sampled_from([WORD, f"({WORD})", f"{WORD}.", f"”{WORD}”"])

IN_MARKUP = st.sampled_from(
    [
        plant(WORD),
        plant("k&auml;sity&#246;"),
        f"{plant('k&#xE4;si**työ')}**",
        f"*{plant('käsi*työ')}",
        f"**{plant('käsi**työ')}",
        f"[{plant(WORD)}](https://example.fi/{WORD} '{WORD}')",
        f"[{plant('käsi*työ')}*][viite]",
        f"<b>{plant('käsi</b>työ')}",
        f"~~{plant(WORD)}~~",
        f"\\*{plant(WORD)}\\*",
        f"{plant(WORD)}[^1]",
        f"![{plant(WORD)}](k/{WORD}.png)",
        f"<span title='{plant('k&auml;sityö')}'>".replace("span", "img"),
    ]
)
DECOYS_IN_LINE = st.sampled_from(
    [
        f"`{WORD}`",
        f"`` {WORD} ` {WORD} ``",
        f"<https://example.fi/{WORD}>",
        f"<kbd>{WORD}</kbd>",
        f"<code>{WORD} <b>{WORD}</b></code>",
        f"<!-- {WORD} -->",
        f"<a href='{WORD}' class=\"{WORD}\">linkki</a>",
        f"${WORD}$",
        f"käsi<!-- -->{'työ'}",
        "käsi<br>työ",
    ]
)
DECOY_BLOCKS = st.sampled_from(
    [
        f"```{WORD}\n{WORD}\n```",
        f"~~~\n{WORD}\n\n{WORD}\n~~~",
        f"Koodia:\n\n    {WORD}",
        f"<!--\n{WORD}\n\n{WORD}\n-->",
        f"<script>\nvar a = '{WORD}';\n\n</script>",
        f"<style>\n.{WORD} {{}}\n</style>",
        f"<pre>\n{WORD}\n\n{WORD}</pre>",
        f"[{WORD}]: https://example.fi/{WORD}",
        f"$$\n{WORD}\n$$",
        f'<div class="{WORD}">\n</div>',
        "* * *",
    ]
)
LINES = st.lists(st.one_of(FILLERS, IN_MARKUP, DECOYS_IN_LINE), min_size=1, max_size=6).map(" ".join)
TEXTS = st.lists(LINES, min_size=1, max_size=3)


def _paragraph(lines: list[str]) -> str:
    return "Teksti " + "\n".join(f"alkaa {line}" for line in lines)


PROSE_BLOCKS = st.one_of(
    TEXTS.map(_paragraph),
    TEXTS.map(lambda lines: f"## Otsikko {lines[0]}"),
    TEXTS.map(lambda lines: "\n".join(f"- kohta {line}" for line in lines)),
    TEXTS.map(lambda lines: "\n".join(f"> lainaus {line}" for line in lines)),
    TEXTS.map(lambda lines: f"1. kohta {lines[0]}\n\n   lisää {lines[-1]}"),
    st.just(f"| a | b |\n|---|---|\n| {plant(WORD)} | x \\| {plant(WORD)} |"),
    st.just(f"termi {plant(WORD)}\n: selitys {plant(WORD)}"),
    st.just(f"<div>\n<p>{plant('k&auml;sity&ouml;')} <code>{WORD}</code> {plant(WORD)}</p>\n</div>"),
    st.just(f"> <div>\n> {plant(WORD)} &amp; {plant('k&auml;sityö')}\n> </div>"),
    st.just(f":::note\nhuomaa {plant(WORD)}\n:::"),
)
ESCAPED = plant("k\\xe4sityö")
FRONT_MATTER = st.sampled_from(
    [
        "",
        f"---\ntitle: Hei {plant(WORD)}\n{WORD}: x\nslug: {WORD}\n---\n\n",
        f'---\ntitle: "Hei \\"x\\" {ESCAPED}"\ntags: [{WORD}]\n---\n\n',
        f"---\ndescription: >\n  Hei\n  {plant(WORD)}\n\n  {plant(WORD)}\nx:\n  title: {WORD}\n---\n\n",
        f"---\nlead: 'it''s {plant(WORD)}\n  {plant(WORD)}'\n# {WORD}\n---\n\n",
        f'+++\ntitle = "Hei {plant(WORD)}"\nslug = "{WORD}"\n+++\n\n',
    ]
)


@given(FRONT_MATTER, st.lists(st.one_of(PROSE_BLOCKS, DECOY_BLOCKS), max_size=8), LINE_ENDS)
def test_markdown(front: str, blocks: list[str], line_end: str) -> None:
    ending = "\n\n[viite]: https://example.fi\n\n[^1]: alaviite\n"
    text, spans = planted(front.replace("\n", line_end) + joined(blocks, line_end) + ending)
    assert found(markdown.READER, text) == sorted(spans)


@given(
    st.lists(st.lists(st.one_of(FILLERS, IN_PLAIN_TEXT), min_size=1, max_size=5), max_size=8),
    st.sampled_from([" ", "\n", "\n  ", "\n- "]),
    LINE_ENDS,
)
def test_plain_text(blocks: list[list[str]], space: str, line_end: str) -> None:
    marked = joined((space.join(block) for block in blocks), line_end)
    text, spans = planted(marked.replace(WORD, plant(WORD)))
    assert found(plain.READER, text) == spans
