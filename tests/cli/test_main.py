from pathlib import Path

import pytest

from termilint import __version__
from termilint.cli import main
from termilint.cli._exit_codes import ERROR, INTERRUPTED, OK
from termilint.errors import TermilintError

COMMANDS = "baseline check config doctor explain init rules schema trace".split()


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run(["--version"]) == OK
    assert capsys.readouterr().out == f"termilint {__version__}\n"


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_lists_every_command(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.run([flag]) == OK
    out = capsys.readouterr().out
    assert all(f"\n  {name} " in out for name in COMMANDS)


@pytest.mark.parametrize("arguments", [["nope"], ["check", "--nope"], ["check"]])
def test_wrong_usage(arguments: list[str]) -> None:
    assert main.run(arguments) == ERROR


@pytest.mark.parametrize(
    ("error", "code"), [(TermilintError("ohi \x1b[31m"), ERROR), (KeyboardInterrupt(), INTERRUPTED)]
)
def test_expected_errors_end_cleanly(
    error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("termilint.config.rules.load_rules", fail)
    assert main.run(["explain"]) == code
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    assert "\x1b" not in captured.err


def test_main_exits_with_the_code() -> None:
    with pytest.raises(SystemExit) as caught:
        main.main(["nope"])
    assert caught.value.code == ERROR


WRONG_USAGE = {
    "command": (["nope"], "Komentoa nope ei ole. Komennot: baseline, "),
    "command of a command": (["rules", "chek"], "Komentoa chek ei ole. Tarkoititko: 'check'?"),
    "option": (["check", "--nope", "a"], "Valitsinta --nope ei ole."),
    "option nearly": (
        ["check", "--exitzero", "a"],
        "Valitsinta --exitzero ei ole. Tarkoititko: '--exit-zero'?",
    ),
    "options nearly": (
        ["check", "--baselin", "a"],
        "Valitsinta --baselin ei ole. Tarkoititko jotakin näistä: '--baseline', '--no-baseline'?",
    ),
    "option without its value": (["check", "a", "--jobs"], "Valitsimelle --jobs on annettava arvo."),
    "value for a switch": (["check", "--quiet=1", "a"], "Valitsimelle --quiet ei anneta arvoa."),
    "argument": (["check"], "Komennolta puuttuu 'PATH... [-]'."),
    "required option": (["inflect", "asukas"], "Komennolta puuttuu valitsin '--like'."),
    "too much": (["trace", "Sana", "muu"], "Ylimääräinen sana: muu"),
    "choice": (
        ["check", "--repeat", "aina", "a"],
        "'--repeat': 'aina' ei kelpaa. Sallittuja: 'every', 'paragraph', 'section', 'document'",
    ),
    "format": (
        ["check", "--format", "xml", "a"],
        "'--format': 'xml' ei kelpaa. Sallittuja: 'auto', 'azure', ",
    ),
    "format without file": (
        ["check", "--format", "json=", "a"],
        "'--format': 'json=' ei nimeä tiedostoa =-merkin jälkeen.",
    ),
    "no number": (["check", "--jobs", "kaksi", "a"], "'--jobs': 'kaksi' ei ole kokonaisluku."),
    "number": (["check", "--jobs", "0", "a"], "'--jobs': 0 ei ole rajoissa 1<=x<=64."),
    "folder": (["check", "--output", ".", "a"], "'--output': '.' on kansio. Anna tiedosto."),
    "both": (
        ["check", "--no-config", "--config", "x", "a"],
        "--config ja --no-config sulkevat toisensa pois.",
    ),
    "mixed reports": (
        ["check", "--format", "json", "--format", "text", "a"],
        "Nämä raportit menisivät sekaisin: json, text. Anna tiedosto, esimerkiksi --format text=TIEDOSTO.",
    ),
    "diff": (["fix", "--diff", "--interactive", "a"], "--interactive ei sovi yhteen valitsimen --diff"),
    "two words": (["inflect", "asukas", "--like", "a b"], "--like: Anna yksi sana."),
}


@pytest.mark.parametrize("kind", WRONG_USAGE)
def test_wrong_usage_is_told_in_finnish(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments, message = WRONG_USAGE[kind]
    assert main.run(arguments) == ERROR
    captured = capsys.readouterr()
    assert captured.out == ""
    first, *more = captured.err.splitlines()
    assert first.startswith(f"termilint: {message}")
    # click does not say which command an option without its value belongs to.
    assert [line.split()[:2] for line in more] in ([], [["Käyttö:", "termilint"], ["Ohje:", "termilint"]])


@pytest.mark.parametrize(
    ("arguments", "configuration"),
    [(["--lang", "en"], ""), (["--lang=en"], "language: fi"), ([], "language: en")],
    ids=["option", "option before the configuration", "configuration"],
)
def test_wrong_usage_in_english(
    arguments: list[str],
    configuration: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".termilint.yaml").write_text(configuration, encoding="utf-8")
    assert main.run(["check", "--repeat", "never", *arguments, "a"]) == ERROR
    assert capsys.readouterr().err == (
        "termilint: Invalid value for '--repeat': 'never' is not one of 'every', 'paragraph', 'section', "
        "'document'.\nUsage: termilint check [OPTIONS] PATH... [-]\nHelp: termilint check --help\n"
    )


def test_wrong_usage_beside_a_broken_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".termilint.yaml").write_text("language: [", encoding="utf-8")
    assert main.run(["check", "--nope", "a"]) == ERROR
    assert capsys.readouterr().err.startswith("termilint: Valitsinta --nope ei ole.")
