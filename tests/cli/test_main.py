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
