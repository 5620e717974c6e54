import pytest

from termilint.errors import ReadError
from termilint.model.document import OBJECT, Block
from termilint.model.source import Source
from termilint.readers import is_wanted, reader_for


def _blocks(name: str, text: str) -> tuple[Block, ...]:
    return reader_for(name).read(Source(name, text)).blocks


def _texts(name: str, text: str) -> list[str]:
    return [block.text for block in _blocks(name, text)]


@pytest.mark.parametrize(
    "path",
    [
        "locales/fi.json",
        "src/i18n/fi-FI.json",
        "public/locales/fi/common.json",
        "lib/l10n/app_fi.arb",
        "messages.fi.yml",
        "config/locales/fi.yml",
        "Messages_fi_FI.properties",
        "messages.properties",
        "res/values-fi/strings.xml",
        "res/values/strings.xml",
        "fi/LC_MESSAGES/django.po",
        "app.po",
        "messages.fi.xlf",
        "käännökset/tekstit.csv",
        "sivu.html",
    ],
)
def test_texts_found_in_folders_are_read(path: str) -> None:
    assert is_wanted(path)


@pytest.mark.parametrize(
    "path",
    [
        "package.json",
        "tsconfig.json",
        "docker-compose.yml",
        ".github/workflows/ci.yml",
        "pom.xml",
        "res/layout/main.xml",
        "data/asiakkaat.csv",
        "log4j.properties",
        "locales/en.json",
        "public/locales/sv/common.json",
        "app_sv.arb",
        "sv.po",
        "res/values-sv/strings.xml",
        "kuva.png",
        "LICENSE",
    ],
)
def test_other_files_in_folders_are_not_read(path: str) -> None:
    assert not is_wanted(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("en.json", '{"a": "teksti"}'),
        ("x.arb", '{"@@locale": "sv", "a": "teksti"}'),
        ("locales/sv/a.yml", "a: teksti"),
        ("x.po", 'msgid ""\nmsgstr "Language: sv\\n"\n\nmsgid "a"\nmsgstr "teksti"\n'),
        ("x.xlf", "<xliff trgLang='en'><unit><segment><target>teksti</target></segment></unit></xliff>"),
        ("values-sv/strings.xml", "<resources><string name='a'>teksti</string></resources>"),
        ("m_en.properties", "a=teksti"),
        ("t.csv", "key,en\na,teksti tässä\n"),
        ("a.html", "<html lang=en><p>teksti</p>"),
    ],
)
def test_files_in_another_language_hold_nothing(name: str, text: str) -> None:
    assert _texts(name, text) == []


@pytest.mark.parametrize("name", ["package.json", "my.json", "it.json", "a.arb"])
def test_named_files_of_unknown_language_are_read(name: str) -> None:
    assert _texts(name, '{"a": "teksti"}') == ["teksti"]


def test_header_says_more_than_the_name() -> None:
    assert _texts("sv.arb", '{"@@locale": "fi", "a": "teksti"}') == ["teksti"]
    assert _texts("sv.po", 'msgid ""\nmsgstr "Language: fi\\n"\n\nmsgid "a"\nmsgstr "teksti"\n') == ["teksti"]


def test_locations_are_keys() -> None:
    (block,) = _blocks("fi.json", '{"nav": {"items": [1, {"title": "Etusivu"}]}}')
    assert (block.kind.value, block.location) == ("ui-string", ("nav.items.2.title",))
    (block,) = _blocks("a.yml", "fi:\n  nav:\n    title: Etusivu\n")
    assert block.location == ("fi.nav.title",)


@pytest.mark.parametrize(
    "value",
    [
        "&asiakas Kerro asiakkaille",
        '&asiakas "Kerro asiakkaille"',
        "&asiakas  'Kerro asiakkaille'",
        "&asiakas # asiakas\n  Kerro asiakkaille",
        "&asiakas\n  Kerro asiakkaille",
        "[&asiakas Kerro asiakkaille, *asiakas]",
        "&asiakas |\n  Kerro asiakkaille\n",
        "&asiakas >-\n  Kerro asiakkaille\n",
        "&asiakas\n  &a asiakas: Kerro asiakkaille",
        "[!asiakas asiakas, !<tag:asiakas,1> asiakas, &asiakas !asiakas asiakas, Kerro asiakkaille]",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_anchors_and_tags_are_names(value: str, line_end: str) -> None:
    assert _texts("fi.yml", f"a: {value}".replace("\n", line_end)) == ["Kerro asiakkaille"]


@pytest.mark.parametrize("properties", ["&asiakas", "!asiakas", "&asiakas !asiakas", "!<tag:a,1> &asiakas"])
def test_anchors_and_tags_in_front_matter_are_names(properties: str) -> None:
    text = f"---\ntitle: {properties} Kerro asiakkaille\n---\n"
    assert _texts("a.md", text) == ["Kerro asiakkaille"]


def test_branches_of_a_choice_are_texts_of_their_own() -> None:
    message = "Sinulla on {n, plural, offset:1 =0 {ei viestejä} one {# viesti} other {{x} viestiä}}."
    assert _texts("fi.json", f'{{"a": "{message}"}}') == [
        f"Sinulla on {OBJECT}.",
        "ei viestejä",
        f"{OBJECT} viesti",
        f"{OBJECT} viestiä",
    ]


def test_broken_choice_gives_no_syntax() -> None:
    assert _texts("fi.json", '{"a": "{n, plural, one {yksi} other {monta}"}') == []


def test_percent_before_a_word_is_no_placeholder() -> None:
    assert _texts("fi.json", '{"a": "50 % asiakkaista"}') == ["50 % asiakkaista"]


def test_words_in_angle_brackets_are_no_tag() -> None:
    words = "<ei nimeä> <Vastaus: {a}> <b>lihava</b> <input disabled>"
    assert _texts("fi.json", f'{{"a": "{words}"}}') == [
        f"<ei nimeä> <Vastaus: {OBJECT}> lihava {OBJECT}",
    ]


def test_keys_that_are_also_units_are_no_languages() -> None:
    assert _texts("fi.json", '{"lt": "pienempi kuin", "sv": "mindre än"}') == ["pienempi kuin"]


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("fi.json", '{"a": "b",\n "c" 1}', "2:6"),
        ("fi.json", '{"a": "b"', "1:10"),
        ("fi.json", '{"a": "b\nc"}', "1:7"),
        ("fi.yaml", "a: [1\nb: 2", "2:2"),
        ("a.xlf", "<xliff>\n <a></b></xliff>", "2:7"),
        ("a.xml", "<!DOCTYPE a [\n<!ENTITY b 'c'>]><a>&b;</a>", "2:1"),
        ("a.xml", "", "1:1"),
    ],
)
def test_broken_files_are_refused_with_the_place(name: str, text: str, where: str) -> None:
    with pytest.raises(ReadError) as caught:
        _blocks(name, text)
    assert caught.value.where == f"{name}:{where}"


@pytest.mark.parametrize(
    ("name", "text", "new", "written"),
    [
        ("a.html", "<p>k&auml;si</p>", "työ", "ty&ouml;"),
        ("a.html", "<p>k&#228;si</p>", "työ", "ty&#246;"),
        ("a.html", "<p>k&#xe4;si</p>", "työ", "ty&#xf6;"),
        ("a.html", "<p>käsi</p>", "työ & <b>", "työ &amp; &lt;b&gt;"),
        ("a.html", '<meta charset="iso-8859-1"><p>kissa</p>', "työ", "ty&#246;"),
        ("fi.json", '{"a": "k\\u00e4si"}', 'ty"ö', 'ty\\"\\u00f6'),
        ("fi.json", '{"a": "käsi"}', "työ", "työ"),
        ("fi.yml", 'a: "k\\u00e4si"', "ö😀", "\\u00f6\\U0001f600"),
        ("fi.yml", "a: 'käsi'", "it's", "it''s"),
        ("a.properties", "a=kissa", "työ", "ty\\u00f6"),
        ("a.properties", "a=käsi", "työ", "työ"),
        ("fi.po", 'msgid "a"\nmsgstr "b"', 'a"b', 'a\\"b'),
        ("strings.xml", "<resources><string name='a'>b</string></resources>", "it's", "it\\'s"),
        ("a.tsx", "const a = <p>teksti</p>;", "a > b", "a &gt; b"),
    ],
)
def test_new_text_is_written_as_the_file_writes(name: str, text: str, new: str, written: str) -> None:
    assert _blocks(name, text)[0].escaped(new) == written


@pytest.mark.parametrize(
    ("name", "text", "new"),
    [
        ("fi.yml", "a: teksti", "a: b"),
        ("fi.yml", "a: [teksti]", "a, b"),
        ("t.csv", "fi,b\nteksti,a", "a, b"),
        ("fi.json", '{"a": "teksti"}', "{x}"),
    ],
)
def test_text_that_cannot_stand_there_is_refused(name: str, text: str, new: str) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        _blocks(name, text)[0].escaped(new)
