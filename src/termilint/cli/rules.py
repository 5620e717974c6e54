"""``termilint rules``: begin rules, check and try them, list and show them, write pages about them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from termilint.cli import _options
from termilint.cli._exit_codes import ERROR, FINDINGS, OK
from termilint.cli._usage import told
from termilint.errors import RuleError
from termilint.messages import messages_in
from termilint.project import Project
from termilint.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from termilint.authoring.trial import Failure
    from termilint.config.settings import Settings
    from termilint.rules.model import RuleSet
    from termilint.rules.packs import Written

_PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")


@click.group("rules")
def rules() -> None:
    """Begin rules, check and try them, list and show them."""


@rules.command("new")
@click.argument("text", required=False, metavar="[WORD]")
@click.option(
    "--kind",
    type=click.Choice(["term", "phrase", "needs_qualifier"]),
    default="term",
    show_default=True,
    help="WORD is a word or the end of a compound, a pattern of a phrase, or a word that needs a qualifier.",
)
@click.option(
    "--instead", multiple=True, metavar="TEXT", help="What to write instead, in base form. May be repeated."
)
@click.option(
    "--example",
    "examples",
    multiple=True,
    metavar="SENTENCE",
    help="A sentence in which WORD is to be reported. May be repeated.",
)
@click.option("--id", "rule_id", metavar="ID", help="Name of the rule.  [default: made from WORD]")
@click.option(
    "--pack",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Put the rule into this pack, and begin the pack if it is not there.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Name of the rule file.  [default: ID.yaml]",
)
@_options.settings
def new(
    *,
    text: str | None,
    kind: str,
    instead: tuple[str, ...],
    examples: tuple[str, ...],
    rule_id: str | None,
    pack: Path | None,
    output: Path | None,
    settings: Settings,
) -> int:
    """Begin a rule about WORD, given in base form: a commented file, ready to be tried.

    Without WORD you are asked for it. Nothing is overwritten.
    """
    from termilint.authoring.draft import Wish, identifier
    from termilint.cli import _drafting

    messages = messages_in(settings.language)
    if text is None:
        text = click.prompt(messages.drafts["ask_text"])
        instead = instead or _asked_for(messages.drafts["ask_instead"])
    wish = Wish(kind, text.strip(), rule_id or identifier(text), instead, examples)
    target = (pack or Path()) / (output or f"{wish.rule_id}.yaml")
    return _drafting.begin(wish, pack, target, Project(settings), messages)


def _asked_for(question: str) -> tuple[str, ...]:
    """The parts of the answer between commas."""
    answer: str = click.prompt(question, default="", show_default=False)
    return tuple(part.strip() for part in answer.split(",") if part.strip())


@rules.command("list")
@_options.settings
def list_rules(*, settings: Settings) -> None:
    """List every rule with its severity and pack, as the configuration has it."""
    for line in _table(Project(settings).rules):
        click.echo(printable(line))


def _table(found: RuleSet) -> Iterator[str]:
    id_width = max(map(len, found.ids), default=0)
    for rule in found:
        severity = rule.severity.value if rule.enabled else "off"
        yield f"{rule.id:<{id_width}}  {severity:<7}  {rule.pack or Path(rule.origin).name}".rstrip()


@rules.command("show")
@click.argument("rule_id", metavar="RULE")
@_options.settings
def show(*, rule_id: str, settings: Settings) -> None:
    """Print RULE in the notation of rule files, with all that packs and the configuration change of it.

    It is there to be copied. For what a rule says to readers, see: termilint explain RULE.
    """
    from termilint.authoring.notation import rule_file

    found = _options.rule_named(rule_id, Project(settings).rules, messages_in(settings.language))
    click.echo(rule_file(found), nl=False)


@rules.command("check")
@_PATHS
@_options.settings
def check(*, paths: tuple[Path, ...], settings: Settings) -> int:
    """Check rule files, pack folders and pack zips: their form, their words and their examples.

    Told are also rules that would report the same word as another, in the files or beside them.
    Without PATH the rule_files of the configuration are checked.
    """
    texts = messages_in(settings.language).rules
    try:
        written = _written(paths, settings)
    except RuleError as error:
        return _told(_worded(error, settings), texts["unreadable"])
    size = len(written.rules), _number_of_examples(written)
    if lines := _problems(written, settings, texts):
        return _told(lines, texts["unclear"].format(*size, len(lines)))
    click.echo(texts["sound"].format(*size))
    return OK


def _worded(error: RuleError, settings: Settings) -> tuple[str, ...]:
    """What is wrong, line by line, in the language of the settings."""
    from termilint.authoring.wording import worded

    catalogue = messages_in(settings.language).rule_forms
    return tuple(worded(line, catalogue) for line in error.problems or (str(error),))


def _told(lines: Iterable[str], conclusion: str) -> int:
    for line in (*lines, conclusion):
        click.echo(printable(line))
    return ERROR


def _written(paths: tuple[Path, ...], settings: Settings) -> Written:
    """The rules at ``paths``, else those that the settings name. Raises RuleError, click.UsageError."""
    from termilint.rules import packs

    wanted = tuple(map(str, paths)) or settings.rule_files
    if not wanted:
        raise click.UsageError(
            told("Name a rule file, pack folder or pack zip: there are no rule_files in the configuration.")
        )
    return packs.read(wanted)


def _problems(written: Written, settings: Settings, texts: Mapping[str, str]) -> tuple[str, ...]:
    """What is unclear in the rules by themselves and beside the others of the project."""
    from termilint.authoring import lint

    project = Project(settings._replace(rule_files=_with(written, settings)))
    everything = written.rules
    clashes: tuple[str, ...] = ()
    try:
        everything = project.rules
    except RuleError as error:
        clashes = _worded(error, settings)
    found = lint.problems(written, everything, project.analyzer, texts)
    return (*clashes, *map(str, found))


def _with(written: Written, settings: Settings) -> tuple[str, ...]:
    """The rule files of the settings, and those that were read; a shipped pack is there already."""
    from termilint.rules import packs

    given = (str(Path(path).resolve()) for path in (*settings.rule_files, *written.paths))
    return tuple(dict.fromkeys(path for path in given if not packs.is_shipped(path)))


def _number_of_examples(written: Written) -> int:
    return sum(len(rule.bad) + len(rule.good) for rule in written.rules)


@rules.command("test")
@_PATHS
@_options.settings
def test(*, paths: tuple[Path, ...], settings: Settings) -> int:
    """Run every example of rule files, pack folders and pack zips, and show what comes out otherwise.

    Bad examples must be reported exactly where they are marked and rewritten as they say, good ones not
    at all. Without PATH the rule_files of the configuration are tried.
    """
    from termilint.authoring.trial import Trial

    texts = messages_in(settings.language).rules
    try:
        written = _written(paths, settings)
    except RuleError as error:
        return _told(_worded(error, settings), texts["unreadable"])
    failures = tuple(Trial(Project(settings).analyzer).failures(written.rules))
    for failure in failures:
        for line in _difference(failure, written, texts):
            click.echo(printable(line))
    size = len(written.rules), _number_of_examples(written), len(failures)
    click.echo(texts["failed" if failures else "passed"].format(*size))
    return ERROR if failures else OK


def _difference(failure: Failure, written: Written, texts: Mapping[str, str]) -> Iterator[str]:
    """Where the example stands, what is wrong with it, and its text with both marks."""
    from termilint.rules.syntax import markup

    value = written.example(failure.rule.id, failure.key, failure.at)
    yield str(value.problem(f"{failure.rule.id}, {value.label}: {texts[failure.reason.value]}"))
    width = max(len(texts["expected"]), len(texts["found"]))
    for name, shown in (("expected", failure.expected), ("found", failure.found)):
        yield f"  {texts[name]:<{width}}  {markup(shown)}"
    yield ""


@rules.command("pages")
@_PATHS
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="FOLDER",
    help="The folder of the pages.",
)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 if pages are stale.")
@_options.settings
def pages(*, paths: tuple[Path, ...], output: Path, only_check: bool, settings: Settings) -> int:
    """Write a page about every rule in Markdown, in Finnish and English, and an index.

    Without PATH the pages are about the rules as they hold here, else about those of rule files, pack
    folders and pack zips. Pages about rules that are gone are removed.
    """
    from termilint.cli import _pages
    from termilint.rules import packs
    from termilint.rules.pages import pages as pages_of

    found = packs.load(paths) if paths else Project(settings).rules
    changes = _pages.changes(output, pages_of(found))
    if not only_check:
        _pages.carry_out(changes)
    for change in changes:
        click.echo(printable(f"{change.kind} {change.path}"))
    return FINDINGS if only_check and changes else OK


COMMAND = rules
