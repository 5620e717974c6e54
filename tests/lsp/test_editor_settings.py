import pytest

from termilint.lsp.settings import ON_SAVE, ON_TYPE, SECTION, ClientSettings

ALL = {"configuration": "own.yaml", "language": "en", "run": ON_SAVE}
SET = ClientSettings("own.yaml", "en", ON_SAVE)


@pytest.mark.parametrize("given", [ALL, {SECTION: ALL}, {**ALL, "path": "/usr/bin/termilint", "trace": {}}])
def test_settings_come_alone_or_in_their_section(given: object) -> None:
    assert ClientSettings().updated(given) == SET


@pytest.mark.parametrize("given", [None, {}, [], "x", {SECTION: None}, dict.fromkeys(ALL)])
def test_what_an_editor_does_not_say_stays(given: object) -> None:
    assert SET.updated(given) == SET


def test_empty_settings_and_auto_take_back() -> None:
    assert SET.updated({"configuration": "", "language": "auto", "run": ON_TYPE}) == ClientSettings()
    assert SET.updated(dict.fromkeys(ALL, "")) == ClientSettings()
    assert SET.updated({"configuration": "auto"}).configuration == "auto"


@pytest.mark.parametrize(
    ("name", "value"), [("language", "sv"), ("language", 1), ("run", "auto"), ("configuration", ["a"])]
)
def test_what_cannot_be_is_refused_and_changes_nothing(name: str, value: object) -> None:
    refused = SET.updated({name: value})
    assert refused.refused == ((name, value),)
    assert (refused.configuration, refused.language, refused.run) == ("own.yaml", "en", ON_SAVE)
