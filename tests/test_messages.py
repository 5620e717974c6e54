import pytest

from termilint.matching.usage import Label
from termilint.messages import LANGUAGES, Counted, Messages, messages_in
from termilint.model.finding import Severity
from termilint.morphology import features


@pytest.fixture(params=LANGUAGES)
def messages(request: pytest.FixtureRequest) -> Messages:
    return messages_in(request.param)


def test_languages_name_the_same_things() -> None:
    finnish, english = messages_in("fi"), messages_in("en")
    for name in ("severities", "failures", "labels", "features", "doctor", "rules", "drafts", "pages"):
        assert getattr(finnish, name).keys() == getattr(english, name).keys()


def test_every_severity_label_and_feature_has_a_word(messages: Messages) -> None:
    assert messages.severities.keys() == {severity.value for severity in Severity}
    assert messages.labels.keys() == {label.name for label in Label}
    enums = (
        features.WordClass,
        features.Case,
        features.Number,
        features.Possessive,
        features.Clitic,
        features.Comparison,
        features.Participle,
        features.Mood,
        features.Person,
    )
    names = {str(member) for enum in enums for member in enum}
    assert messages.features.keys() == names | {"negative"}


def test_texts_show_on_old_consoles(messages: Messages) -> None:
    for field in messages._fields:
        repr(getattr(messages, field)).encode("cp1252")


def test_failures_fall_back_on_the_given_text(messages: Messages) -> None:
    assert ".xyz" in messages.failure("unknown-format", (".xyz", ".md"), "x")
    assert messages.failure("unknown-format", (), "x") == "x"
    assert messages.failure("uusi", (), "x") == "x"


@pytest.mark.parametrize(("number", "text"), [(0, "ei yhtään"), (1, "1 kissa"), (5, "5 kissaa")])
def test_counted(number: int, text: str) -> None:
    assert Counted("ei yhtään", "1 kissa", "{} kissaa").of(number) == text
