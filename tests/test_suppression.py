from collections.abc import Callable

import pytest

from termilint.config.rules import shipped_and_own
from termilint.config.settings import Settings
from termilint.model.finding import Finding, Severity
from termilint.model.source import Source
from termilint.project import Project
from termilint.readers import reader_for

RULES = shipped_and_own(Settings())
PROJECT = Project(Settings(engine="embedded"))
BARE = "Palvelemme asiakkaita."
BOTH = "Palvelemme asiakkaita. Asiakaspolku on pitkä."


def check(text: str, name: str = "a.md") -> list[Finding]:
    source = Source(name, text)
    return list(PROJECT.check(reader_for(name).read(source)))


def told(text: str, name: str = "a.md") -> list[tuple[int, str]]:
    source = Source(name, text)
    return [(source.position(one.span.start).line, one.rule_id) for one in check(text, name)]


def html(order: str) -> str:
    return f"<!-- termilint-{order} -->"


def hash_mark(order: str) -> str:
    return f"# termilint-{order}"


def slashes(order: str) -> str:
    return f"// termilint-{order}"


def xml(order: str) -> str:
    return html(order.replace(" -- ", " – "))


def rst(order: str) -> str:
    return f".. termilint-{order}"


def xml_lines(text: str) -> str:
    return f"<p>{text}</p>"


def same(text: str) -> str:
    return text


def jsx(order: str) -> str:
    return f"{{/* termilint-{order} */}}"


FORMATS: dict[str, tuple[str, Callable[[str], str], Callable[[str], str], str, str]] = {
    "markdown": ("a.md", html, same, "", ""),
    "html": ("a.html", html, xml_lines, "<body>\n", "\n</body>"),
    "yaml": ("a.yaml", hash_mark, lambda text: f"- {text}", "", ""),
    "vue": ("a.vue", html, xml_lines, "<template>\n", "\n</template>"),
    "properties": ("a.properties", hash_mark, lambda text: f"avain={text}", "", ""),
    "asciidoc": ("a.adoc", slashes, same, "", ""),
    "rst": ("a.rst", rst, same, "", ""),
    "mdx": ("a.mdx", jsx, same, "", ""),
    "jsx": ("a.jsx", jsx, xml_lines, "const a = <div>\n", "\n</div>;"),
    "json": ("a.json", slashes, lambda text: f'"{text}",', "[", '""]'),
    "po": ("a.po", hash_mark, lambda text: f'msgid "{text[:9]}"\nmsgstr "{text}"', "", ""),
    "xml": ("a.xml", xml, lambda text: f"<string>{text}</string>", "<r>\n", "\n</r>"),
    "xliff": (
        *("a.xlf", xml, lambda text: f"<trans-unit><target>{text}</target></trans-unit>"),
        *('<xliff><file target-language="fi">\n', "\n</file></xliff>"),
    ),
}


@pytest.mark.parametrize("kind", FORMATS)
def test_comments_of_every_format(kind: str) -> None:
    name, comment, line, before, after = FORMATS[kind]
    text = "\n\n".join(
        [
            f"{before}{comment('disable-next-line bare-asiakas -- lainaus')}",
            line(BARE),
            line(BARE.replace("Palvelemme", "Kuuntelemme")),
            comment("disable"),
            line("Asiakas tuli."),
            comment("enable"),
            line("Asiakkaat tulivat.") + after,
        ]
    )
    places = [text[one.span.start - 12 : one.span.end].rpartition(" ")[0] for one in check(text, name)]
    assert len(places) == 2, check(text, name)
    assert {one.rule_id for one in check(text, name)} == {"bare-asiakas"}


def test_the_whole_file() -> None:
    assert told(f"{BOTH}\n\n{html('disable-file asiakaspolku')}\n\n{BOTH}\n") == [
        (1, "bare-asiakas"),
        (5, "bare-asiakas"),
    ]
    assert told(f"{BOTH}\n\n{html('disable-file')}\n") == []


def test_the_same_line() -> None:
    assert told(f"{BARE} {html('disable-line')}\n{BARE}\n") == [(2, "bare-asiakas")]


def test_several_rules_and_a_reason() -> None:
    assert (
        told(f"{html('disable-next-line bare-asiakas, asiakaspolku -- syy, bare-asiakas')}\n{BOTH}\n") == []
    )
    assert told(f"{html('disable-next-line bare-asiakas,asiakaspolku – syy')}\n{BOTH}\n") == []


def test_one_rule_is_turned_on_again() -> None:
    text = "\n\n".join([html("disable"), BOTH, html("enable asiakaspolku"), BOTH, html("enable"), BOTH])
    assert told(text) == [(7, "asiakaspolku"), (11, "bare-asiakas"), (11, "asiakaspolku")]


def test_only_the_next_line_with_text() -> None:
    assert told(f"{html('disable-next-line')}\r\n\r\n{BARE}\r\n{BARE}\r\n") == [(4, "bare-asiakas")]


@pytest.mark.parametrize(
    ("order", "severity", "part", "matched"),
    [
        ("disable-next-line bare-asiaka", "warning", "Tarkoititko: bare-asiakas?", "bare-asiaka"),
        ("disabel bare-asiakas", "warning", "Tarkoititko: termilint-disable?", "termilint-disabel"),
        ("disable-next-line asiakaspolku", "info", "ei hiljennä", "asiakaspolku"),
        ("disable-file", "info", "ei hiljennä", "termilint-disable-file"),
        ("enable", "info", "mitään ei ole hiljennetty", "termilint-enable"),
        ("enable bare-asiakas", "info", "mitään ei ole hiljennetty", "bare-asiakas"),
    ],
)
def test_comments_in_vain(order: str, severity: str, part: str, matched: str) -> None:
    text = f"Alku ä 😀.\n\n{html(order)}\n\nKuuntelemme kuntalaisia.\n"
    (finding,) = check(text)
    assert finding.rule_id == "suppression"
    assert finding.severity.value == severity
    assert part in finding.message
    assert finding.matched == finding.span.slice(text) == matched
    assert finding.fingerprint


def test_a_rule_that_is_off_is_not_called_unused() -> None:
    assert told(f"{html('disable-next-line sisainen-asiakas')}\nHei.\n") == []


def test_a_second_comment_for_the_same_place_is_unused() -> None:
    text = f"{html('disable-file bare-asiakas')}\n\n{html('disable-next-line bare-asiakas')}\n{BARE}\n"
    assert told(text) == [(3, "suppression")]


def test_what_is_said_of_comments_can_be_silenced_too() -> None:
    text = f"{html('disable-file suppression')}\n\n{html('disable-next-line koira')}\nHei.\n"
    assert told(text) == []


def test_other_comments_are_left_alone() -> None:
    assert told("<!-- see termilint-docs -->\n<!-- termilintti -->\n<!-- eslint-disable -->\nHei.\n") == []


def test_severity_of_the_rule_bounds_all() -> None:
    assert RULES.get("suppression") is not None
    assert [one.severity for one in check(f"{html('enable')}\nHei.\n")] == [Severity.INFO]
