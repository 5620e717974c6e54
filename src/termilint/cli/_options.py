"""Options that several commands share."""

from __future__ import annotations

from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from termilint.cli._usage import told
from termilint.config.find import load_settings
from termilint.config.settings import ENGINES
from termilint.errors import TermilintError
from termilint.messages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from termilint.config.settings import Settings
    from termilint.messages import Messages
    from termilint.rules.model import Rule, RuleSet

language = click.option(
    "--lang",
    "language",
    type=click.Choice(list(LANGUAGES)),
    default="fi",
    show_default=True,
    help="Language of reports.",
)
engine = click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="auto",
    show_default=True,
    help="Morphology engine: libvoikko of the system, the built-in one, or whichever works.",
)
rules = click.option(
    "--rules",
    "rule_paths",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="PATH",
    help="A rule file, pack folder or pack zip of your own, beside the shipped rules. May be repeated.",
)
force_exclude = click.option(
    "--force-exclude", is_flag=True, help="Leave out excluded files even if they are named."
)
jobs = click.option(
    "--jobs", type=click.IntRange(1, 64), metavar="N", help="Number of processes.  [default: by need]"
)
_config = click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Configuration file; else the nearest .termilint.yaml or pyproject.toml up to the repository root.",
)
_no_config = click.option("--no-config", is_flag=True, help="Use no configuration file.")
_language = click.option(
    "--lang", "language", type=click.Choice(list(LANGUAGES)), help="Language of reports.  [default: fi]"
)
_engine = click.option(
    "--engine",
    type=click.Choice(ENGINES),
    help="Morphology engine: libvoikko of the system, the built-in one, or whichever works.  [default: auto]",
)


def settings(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the configuration options, and ``settings`` as they and the configuration say."""

    @wraps(command)
    def with_settings(
        *,
        config_file: Path | None,
        no_config: bool,
        rule_paths: tuple[Path, ...],
        engine: str | None,
        language: str | None,
        **rest: Any,
    ) -> Any:
        if config_file and no_config:
            raise click.UsageError(
                told("{one} and {other} exclude each other.", one="--config", other="--no-config")
            )
        found = load_settings(file=config_file, search=not no_config)
        own = (*found.rule_files, *map(str, rule_paths))
        given = overridden(found, rule_files=own if rule_paths else None, engine=engine, language=language)
        return command(settings=given, **rest)

    for option in (_language, _engine, rules, _no_config, _config):
        with_settings = option(with_settings)
    return with_settings


def rule_named(rule_id: str, rules: RuleSet, messages: Messages) -> Rule:
    """The rule of that id. Raises TermilintError that names the nearest ones."""
    rule = rules.get(rule_id)
    if rule is None:
        from difflib import get_close_matches  # needed for errors only

        near = get_close_matches(rule_id, rules.ids, n=3, cutoff=0.4)
        hint = messages.did_you_mean.format(", ".join(near)) if near else None
        raise TermilintError(messages.unknown_rule.format(f'"{rule_id}"'), hint=hint)
    return rule


def overridden(found: Settings, **given: Any) -> Settings:
    """The settings with what the command line gives: all that is not None."""
    changed = {key: value for key, value in given.items() if value is not None}
    origins = {key: "--" + _OPTIONS.get(key, key.replace("_", "-")) for key in changed}
    return found._replace(**changed, origins={**found.origins, **origins})


_OPTIONS = {"rule_files": "rules", "language": "lang"}
