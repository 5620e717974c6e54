"""Each text format, as parts from which documents with planted words are put together."""

from __future__ import annotations

from typing import NamedTuple

from tests.readers.planted import WORD, plant

NFD = "ka\u0308sityo\u0308"
P = plant(WORD)
N = plant(NFD)
ENTITY = plant("k&auml;sity&#246;")
HEX = plant("k&#xE4;sity&#xf6;")
U = plant("k\\u00e4sity\\u00f6")
IN_GROUP = plant("käsi<g id='1'>työ")
IN_ITALICS = plant("käsi</i>työ")
IN_STARS = plant("käsi\\ *työ")
HEX_BYTES = plant("k\\xe4sity\\xf6")
FOLDED = plant("käsi\\\n     työ")
IN_LINES = plant('käsi"\n"työ')
OCTAL = plant("k\\303\\244sityö")
CONTINUED = plant("käsi\\\n   työ")


class Format(NamedTuple):
    """A format: the name of a file, what holds words to find or decoys, and what stands around it."""

    file: str
    parts: tuple[str, ...]
    head: str = ""
    tail: str = ""
    between: str = "\n"


_HTML = (
    f"<p>😀 teksti {P}, {ENTITY} ja {HEX} {N}</p>",
    f"<h2>Otsikko {plant('käsi<b>työ')}</b></h2>",
    f"<div>a<ul><li>kohta <i>{IN_ITALICS}</div>",
    f'<img src="{WORD}.png" alt="kuva {P}">',
    f"<input placeholder='x {ENTITY}' value='{WORD}' data-x=\" alt='{WORD}'\">",
    f'<a href="/{WORD}" aria-label="nimi {P}" class={WORD}>linkki {P}</a>',
    f"<!-- {WORD} -->",
    f"<script>var a = '<p>{WORD}</p>'</script><style>.{WORD} {{}}</style>",
    f"<pre>{WORD}</pre><p><code>{WORD}</code> <kbd>{WORD}</kbd> <samp>{WORD}</samp></p>",
    f'<p lang="en">{WORD} <b>{WORD}</b></p><p lang="fi">{P}</p>',
    f'<div lang="sv"><div>{WORD}<img alt="{WORD}"></div><p lang="fi-FI">{P}</p>{WORD}</div>{P}',
    f'<p>{P} <span lang="sv">{WORD}</span> {P} {{{{ {WORD} }}}}</p>',
    "<p>käsi<!-- -->työ käsi<br>työ</p>",
    f'<p translate="no">{WORD} <b title="{WORD}">{WORD}</b></p>{P} <i translate=NO>{WORD}</i> {P}',
    f'<div translate="no">{WORD}<p translate="yes">{P}</p><p lang="fi">{WORD}</p>{WORD}</div>{P}',
    f'<div lang="sv">{WORD}<p translate="yes">{WORD}</p><p lang="fi">{P}</p></div>{P}',
    f'<p>käsi<textarea name="{WORD}" placeholder="{P}">työ {P} {ENTITY}</textarea>työ {P}</p>',
    f'<textarea translate="no" title="{WORD}">{WORD}</textarea><textarea lang="sv">{WORD}</textarea>{P}',
)

_JSON = (
    f'// {WORD}\n"a": "😀 {P} {N}" /* {WORD} */',
    f'"b": ["{U}", {{"{WORD}": "\\"{P}\\" \\ud83d\\ude00 {P}"}}]',
    f'"{WORD}": 1',
    f'"en": "{WORD}", "sv-FI": {{"a": ["{WORD}"]}}, "title_en": "{WORD}"',
    f'"@b": {{"description": "{WORD}"}}, "$schema": "{WORD}"',
    f'"c": "{{{{{WORD}}}}} {P} {{{WORD}}} %({WORD})s $t({WORD}) ${{{WORD}}}"',
    f'"d": "x {{n, plural, =0 {{ei {P}}} one {{# {P}}} other {{{{{WORD}}} {P}}}}} {P}"',
    f'"e": "<a href=\'{WORD}\'>{P}</a> <0>{plant("käsi</0>työ")} {ENTITY}"',
    f'"f": "{{{WORD}, select, {WORD} {{{P}}} other {{{P}}}}}"',
)

_XLIFF_UNITS = (
    f'<trans-unit id="{WORD}"><source>{WORD}</source><target>😀 {P} {N} {HEX}</target><note>{WORD}</note></trans-unit>',
    f'<trans-unit id="a"><target>{IN_GROUP}</g> <x id="{WORD}"/> <ph id="1">{WORD}</ph></target></trans-unit>',
    f"<!-- {WORD} -->",
    f"<trans-unit id='b'><target><![CDATA[<b>{P}</b>]]></target><alt-trans><source>{WORD}</source></alt-trans></trans-unit>",
    f'<trans-unit id="c"><target>{{{WORD}}} %({WORD})s {P}</target></trans-unit>',
    f"<trans-unit id='d'><alt-trans><target>{WORD}</target></alt-trans><target>{P}</target></trans-unit>",
    (
        f"<unit id='e'><mtc:matches xmlns:mtc='urn:m'><mtc:match ref='#1'><source>{WORD}</source>"
        f"<target>{WORD}</target></mtc:match></mtc:matches><segment><target>{P}</target></segment></unit>"
    ),
)

FORMATS = {
    "markdown": Format(
        "a.md",
        (
            f"Teksti {P} {N} {ENTITY}",
            f"`{WORD}`",
            f"<!-- {WORD} -->",
            f'Nimi <b translate="no">{WORD}</b> {P}',
        ),
        between="\n\n",
    ),
    "text": Format("a.txt", (f"Teksti {P} 😀 {N}", f"Lista:\n- {P}"), between="\n\n"),
    "html": Format("a.html", _HTML, head=f"<title>{P}</title><meta name=description content='{P}'>"),
    "vue": Format(
        "a.vue",
        (*_HTML, f'<p :title="{WORD}" v-bind:alt="{WORD}"><template v-if="{WORD}">{P}</template></p>'),
        head=f"<!-- {WORD} -->\n<script>const a = '<template>{WORD}'</script>\n<template>\n",
        tail=f"\n</template>\n<style>{WORD}</style><i18n>{WORD}</i18n>",
    ),
    "mdx": Format(
        "a.mdx",
        (
            f"# Otsikko {P} {{{WORD}}}",
            f'<Card title="😀 {P}" {WORD}={{{WORD}}} items={{[{{a: "{WORD}"}}]}}>\n\n{P} {N} {ENTITY}\n\n</Card>',
            f'<Kortti label="{P}" description="{P}" helperText="{P}" id="{WORD}" />\n\n<Tabs.Tab text="{P}" heading="{P}"/>',
            f'<p label="{WORD}" text="{WORD}">{P}</p>',
            f"<Note>\n    sisään **{plant('käsi**työ')}\n</Note>",
            f'teksti <Vihje id="x">{plant("käsi</Vihje>työ")} <{WORD[:1]}1 /> `{WORD}` {{/* {WORD} */}}',
            f"{{/* {WORD} */}}",
            f"export const a = {{\n  b: '{WORD}',\n\n  c: `{WORD}`\n}}",
            f"    ```js\n    {WORD}\n    ```",
            f"- kohta\n\n      jatkuu {P}",
        ),
        head=f"---\ntitle: {P}\n---\n\nimport {WORD} from '{WORD}'\n\n",
        between="\n\n",
    ),
    "jsx": Format(
        "a.tsx",
        (
            f"<p>😀 {P} {N} {ENTITY} {plant('käsi<b>työ')}</b></p>",
            f'<img alt="{ENTITY}" src="{WORD}" title={{"{U}"}} className="{WORD}" />',
            f"<p>{{/* {WORD} */}} {{{WORD}}} {{'{U}'}} <code>{WORD}</code></p>",
            f"{{a === '{WORD}' ? '{P}' : f('{WORD}')}}",
            f"{{{WORD}.map((a) => <li key='{WORD}'>{P}</li>)}}",
            f"<p lang='sv'>{WORD}<b title='{WORD}'>{WORD}</b></p>",
            f"<p className='a' lang='fi' translate='no'>{WORD}<b title='{WORD}'>{WORD}</b></p>",
            f"<Kortti label='{P}' onClick={{() => g('{WORD}')}}>{P}</Kortti>",
        ),
        head=f"// {WORD}\nconst {WORD} = '{WORD}';\nexport const A = () => (<div>\n",
        tail="\n</div>);\n"
        f"const b = <b>{P}</b>;\nconst c = () => {{ return <a href='{WORD}'>nyt {P}</a> }};\n"
        f"const d = a.map((i) => <span key={{i}}>{P}</span>);\nconst e = a ? <b>käsi</b> : <i>työ</i>;\n",
    ),
    "rst": Format(
        "a.rst",
        (
            f"Teksti 😀 {P} {N} *{P}* **{P}** {IN_STARS}*.",
            f"{P} otsikossa\n==================",
            f"``{WORD}`` :func:`{WORD}` :ref:`{P} <{WORD}>` `{P} <http://a.fi/{WORD}>`_ |{WORD}| [{WORD}]_",
            f"Koodia::\n\n    {WORD}\n\n    {WORD}",
            f".. code-block:: {WORD}\n   :caption: {P}\n   :name: {WORD}\n\n   {WORD}",
            f".. {WORD}\n   {WORD}",
            f".. note:: {P}\n   toinen {P}\n\n   - {P}",
            f".. _{WORD}:\n\n.. image:: {WORD}.png\n   :alt: {P}",
            f"- kohta {P}\n  jatkuu {P}\n- toka {P}",
            f":param {WORD}: selitys {P}",
            f"+---------+---------+\n| {P} | {P} |\n+---------+---------+",
            f"======= =======\n{P} {P}\n======= =======",
            f">>> {WORD}\n{WORD}",
            f".. py:function:: {WORD}(a)\n\n   Tekee {P}.",
        ),
        between="\n\n",
    ),
    "asciidoc": Format(
        "a.adoc",
        (
            f"Teksti 😀 {P} {N} {ENTITY} *{P}* _{P}_ {plant('käsi**työ')}**.",
            f"== Otsikko {P}",
            f"`{WORD}` link:{WORD}.html[{P}] https://a.fi/{WORD}[{P}] <<{WORD},{P}>> {{a-{WORD[4:7]}}} kbd:[{WORD}]",
            f"// {WORD}\n",
            f"////\n{WORD}\n////",
            f"[source,{WORD}]\n----\n{WORD}\n\n{WORD}\n----",
            f"....\n{WORD}\n....",
            f"====\nNOTE: {P}\n====",
            f":muuttuja: {WORD}",
            f".Kuva {P}\nimage::{WORD}.png[{P},{WORD}]",
            f"Lista:\n\n* {P}\n** {P}\n+\n{P}\n\ntermi {P}:: selitys {P}",
            f" {WORD} sisennetty\n {WORD}",
            f"|===\n|{P} |{P}\n\na|{P}\n|===",
        ),
        head=f"= Otsikko {P}\nTekijä {WORD}\n:description: {P}\n\n",
        between="\n\n",
    ),
    "json": Format("fi.json", _JSON, head="{", tail="}", between=",\n"),
    "yaml": Format(
        "fi.yaml",
        (
            f"- a: 😀 {P} {N} # {WORD}",
            f'- b: "{U} {HEX_BYTES} \\"{P}\\""',
            f"- {WORD}: 'it''s {P}\n    {P}'",
            f"- c: >\n    {P}\n\n    {P}\n  d: |-\n    {P}",
            f"# {WORD}",
            f"- en: {WORD}\n  sv:\n    a: [{WORD}]",
            f"- e: [{P}, '{P}', \"{P}\"]",
            f'- f: "{FOLDED} %{{{WORD}}}"',
            f'- g: &a {P}\n- h: &a "{P}"\n- i: [&a {P}, *a]\n- &a j: &a |\n    {P}',
        ),
    ),
    "po": Format(
        "fi.po",
        (
            f'# {WORD}\n#: {WORD}.c:1\nmsgid "{WORD}"\nmsgstr "😀 {P} {N} \\"{P}\\""',
            f'#, fuzzy\nmsgid "a{WORD}"\nmsgstr "{WORD}"',
            f'msgctxt "{WORD}"\nmsgid "{WORD}"\nmsgid_plural "{WORD}"\nmsgstr[0] "{P}"\nmsgstr[1] "%({WORD})s {P}"',
            f'msgid "b"\nmsgstr ""\n"{IN_LINES}\\n"',
            f'#~ msgid "{WORD}"\n#~ msgstr "{WORD}"',
            f'msgid "c"\nmsgstr "{OCTAL}"',
        ),
        head=f'msgid ""\nmsgstr ""\n"Language: fi\\n"\n"X-{WORD}: {WORD}\\n"\n\n',
        between="\n\n",
    ),
    "properties": Format(
        "a_fi.properties",
        (
            f"{WORD} = 😀 {P} {N}",
            f"b: {U} \\\n    {P}",
            f"# {WORD}\n! {WORD}",
            f"c {CONTINUED} {{{WORD}}}",
            f"d={{0}} {P}",
        ),
    ),
    "xliff": Format(
        "a.xlf",
        _XLIFF_UNITS,
        head=f'<?xml version="1.0"?>\n<xliff version="1.2"><file target-language="fi" original="{WORD}"><body>\n',
        tail="\n</body></file></xliff>",
    ),
    "xml": Format(
        "values-fi/strings.xml",
        (
            f"<string name=\"{WORD}\">😀 {P} {N} {HEX} {U} \\'{P}\\'</string>",
            f"<!-- {WORD} -->",
            f'<string name="a">{plant("käsi<b>työ")}</b> %1$s <xliff:g id="{WORD}">{WORD}</xliff:g></string>',
            f'<string name="b" translatable="false">{WORD}</string>',
            f'<plurals name="c"><item quantity="one">{P}</item><item quantity="{WORD}">"{P}"</item></plurals>',
            f'<string name="d"><![CDATA[<a href="{WORD}">{P}</a>]]></string>',
        ),
        head='<?xml version="1.0"?>\n<resources xmlns:xliff="urn:x">\n',
        tail="\n</resources>",
    ),
    "csv": Format(
        "tekstit.csv",
        (
            f"{WORD};{WORD};😀 {P} {N};{WORD}",
            f'"{WORD}";"{WORD};{WORD}";"""{P}"" ja; {P}\n{P}";',
            f"a;b;{{{WORD}}} {P};c",
        ),
        head="avain;en;suomi;sv\n",
    ),
}
"""By the name of the reader."""
