import pytest

from termilint.readers.vue import READER
from tests.readers.planted import WORD, found, plant, planted, prose

ESCAPED = plant("k\\u00e4sityö")
TEMPLATE = "<template><p>teksti</p></template>\n"


@pytest.mark.parametrize(
    "block",
    [
        f'<i18n>\n{{"fi": {{"a": "hei {plant(WORD)}"}}, "en": {{"a": "{WORD}"}}}}\n</i18n>',
        f'<i18n locale="fi">\n{{"{WORD}": "hei {ESCAPED}"}} // {WORD}\n</i18n>',
        f"<i18n lang='yaml'>\nfi:\n  {WORD}: hei {plant(WORD)}\nsv:\n  a: {WORD}\n</i18n>",
        f'<i18n locale="en">{{"a": "{WORD}"}}</i18n>',
        f'<i18n>{{"fi": {WORD}</i18n>',
        f'<i18n src="./{WORD}.json"></i18n>',
        f"<docs>{WORD}</docs>",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_translations_of_a_component(block: str, line_end: str) -> None:
    for document in (TEMPLATE + block, f"{block}\n{TEMPLATE}"):
        text, spans = planted(document.replace("\n", line_end))
        assert found(READER, text) == spans


def test_template_and_translations_come_in_order() -> None:
    assert prose(READER, f'<i18n>{{"fi": {{"a": "hei"}}}}</i18n>\n{TEMPLATE}') == ["hei", "teksti"]
