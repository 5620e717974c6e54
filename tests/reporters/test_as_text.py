from hypothesis import given
from hypothesis import strategies as st

from termilint.model.finding import Checked, Failure, Report, Suggestion
from termilint.model.source import Source
from termilint.model.span import SourceSpan
from termilint.reporters._frame import WIDTH, frame
from termilint.terminal import display_width
from tests.reporters.reports import finding, report, written

TEXT = "Hei.\n\tTämä 日本 sana on.\n"


def test_finding_in_its_line() -> None:
    first = finding(TEXT, "sana", Suggestion("ilmaus", "ilmaus"), Suggestion("nimi", "nimi"))
    assert written("text", report(TEXT, first)) == (
        "a.md:2:10 varoitus sana\n"
        "  Sano toisin.\n"
        "  2 | Tämä 日本 sana on.\n"
        "    |           ^^^^\n"
        "  Ehdotuksia: ilmaus, nimi\n"
        "  Miksi: Koska sana on epäselvä.\n"
        "\n"
        "1 tiedosto, 1 löydös\n"
    )


def test_suggestions_that_say_when_they_fit_have_lines_of_their_own() -> None:
    first = finding(TEXT, "sana", Suggestion("ilmaus", "ilmaus", "puheessa"), Suggestion("nimi", "nimi"))
    shown = written("text", report(TEXT, first), "en")
    assert "  Suggestions:\n    - ilmaus – puheessa\n    - nimi\n" in shown


def test_reason_of_a_rule_is_told_once() -> None:
    both = [finding(TEXT, "sana"), finding(TEXT, "Tämä"), finding(TEXT, "on", rule="toinen")]
    assert written("text", report(TEXT, *both)).count("Miksi") == len({f.rule_id for f in both})


def test_summaries() -> None:
    clean = Checked(Source("a", ""), ())
    failure = Failure("b.exe", "x", "unknown-format", (".exe", ".md, .txt"))
    assert written("text", Report((clean, clean))) == "2 tiedostoa, ei huomautettavaa\n"
    assert written("text", Report(())) == "Tarkastettavia tiedostoja ei löytynyt.\n"
    assert written("text", Report((clean,), (failure,))) == (
        "b.exe: ei tarkastettu: Tiedostotyyppiä .exe ei osata lukea. Tuetut tyypit: .md, .txt.\n"
        "1 tiedosto, ei huomautettavaa, 1 tiedosto jäi tarkastamatta\n"
    )
    assert written("text", Report((), (failure,)), "en").endswith("\n1 file was not checked\n")


def test_colors_change_nothing_but_the_looks() -> None:
    from click import unstyle

    one = report(TEXT, finding(TEXT, "sana"))
    colored = written("text", one, color=True)
    assert "\x1b[" in colored
    assert unstyle(colored) == written("text", one)


@given(
    st.text("aä日\t\u0308\x1b", max_size=200),
    st.text("b本", min_size=1, max_size=20),
    st.text("cö\n", max_size=200),
)
def test_frame_fits_and_the_marks_stand_under_the_place(before: str, place: str, after: str) -> None:
    shown = frame(Source("x", before + place + after), SourceSpan(len(before), len(before + place)))
    assert shown.place == place
    assert display_width(shown.before + shown.place + shown.after) <= WIDTH
    assert len(shown.underline) == display_width(shown.before) + display_width(place)
    assert shown.underline.count("^") == display_width(place)


def test_endless_line_is_cropped_around_the_place() -> None:
    text = "alku " * 1_000_000 + "sana" + " loppu" * 1_000_000
    start = text.index("sana")
    shown = frame(Source("x", text), SourceSpan(start, start + 4))
    assert shown.before.startswith("…")
    assert shown.before.endswith("alku ")
    assert shown.after.startswith(" loppu")
    assert shown.after.endswith("…")


def test_place_over_a_line_end_is_shown_to_the_end_of_its_line() -> None:
    shown = frame(Source("x", "koko asiakas-\nkokemus on"), SourceSpan(5, 21))
    assert (shown.before, shown.place, shown.after) == ("koko ", "asiakas-", "")
