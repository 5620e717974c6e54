"""A configuration file to settings. Every error is gathered before any is reported."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING, Any

from termilint.config.keys import KEYS
from termilint.config.names import refuse, wrong_names
from termilint.config.settings import Settings
from termilint.errors import RuleError
from termilint.rules.named import PartialError
from termilint.rules.problems import InvalidError, Problem, contents, quoted, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from termilint.rules.values import RuleFile, Value

MAX_BYTES = 1_000_000


def read(path: Path, root: str) -> Settings:
    """The settings that the file gives for the folder ``root``.

    Raises :class:`ConfigError` with every error of the file, unknown rules and packs among them. Of
    a file without other errors the names are checked where the rules are loaded.
    """
    problems: list[Problem] = []
    try:
        file = _parsed(path, problems)
    except InvalidError as error:
        refuse(error.problems)
        raise
    given, settings = _settings(file, path, root, problems)
    if problems:
        is_sure = "rule_files" not in given or settings.rule_files
        refuse([*problems, *(_wrong_names(settings) if is_sure else ())])
    return settings


def _parsed(path: Path, problems: list[Problem]) -> RuleFile:
    name = _shown_name(path)
    raw = contents(path, name, "a configuration", MAX_BYTES)
    if path.suffix == ".toml":
        from termilint.config import toml_source

        return toml_source.parse(name, raw)
    from termilint.rules.yaml_source import parse

    file, found = parse(name, raw)
    problems += found
    return file


def _shown_name(path: Path) -> str:
    """The path from the working directory on, if the file is below it."""
    below = os.path.relpath(path) if path.is_absolute() else str(path)
    return str(path) if below.startswith("..") else below


def _settings(file: RuleFile, path: Path, root: str, problems: list[Problem]) -> tuple[set[str], Settings]:
    """The keys that the file gives, and the settings of those that could be read."""
    try:
        members = file.root.members() if file.data is not None else {}
    except InvalidError as error:
        problems += error.problems
        return set(), Settings()
    found = {}
    for key, value in members.items():
        try:
            found[key] = _value(file.root, key, value)
        except PartialError as error:
            problems += error.problems
            found[key] = error.found
        except InvalidError as error:
            problems += error.problems
    problems += _doubles(found, members)
    origins = {key: _origin(file, key) for key in found}
    located = _located(found, path.resolve().parent)
    return set(members), Settings(file=str(path), root=root, origins=origins, **located)


def _value(root: Value, key: str, value: Value) -> Any:
    read_key = KEYS.get(key)
    if read_key is None:
        raise InvalidError([root.key_problem(key, unknown("key", key, KEYS))])
    return read_key(value)


def _origin(file: RuleFile, key: str) -> str:
    line = file.keys.get((key,), (0, 0))[0]
    return f"{file.name}:{line}" if line else file.name


def _located(found: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The settings with the paths that they name taken from the configuration's own folder."""
    located = dict(found)
    if "rule_files" in found:
        located["rule_files"] = tuple(str(folder / path) for path in found["rule_files"])
    if "baseline" in found:
        located["baseline"] = str(folder / found["baseline"])
    return located


def _doubles(found: dict[str, Any], members: dict[str, Value]) -> Iterator[Problem]:
    """What is said twice, or both ways."""
    for pattern in {*found.get("include", ())}.intersection(found.get("exclude", ())):
        yield members["exclude"].problem(f"{quoted(pattern)} is both in include and in exclude")
    for key in ("include", "exclude", "rule_files"):
        for item, times in Counter(found.get(key, ())).items():
            if times > 1:
                yield members[key].problem(f"{key} has {quoted(item)} {times} times")
    first: dict[str, Any] = {}
    for audience in found.get("audiences", ()):
        earlier = first.setdefault(audience.template.text, audience)
        if earlier is not audience:
            message = f"audience {quoted(audience.template.text)} is already given at {earlier.where}"
            yield audience.where.problem(message)


def _wrong_names(settings: Settings) -> tuple[Problem, ...]:
    from termilint.config.rules import shipped_and_own

    try:
        return wrong_names(settings, shipped_and_own(settings))
    except RuleError:
        return ()
