"""Output formats, one module each: ``as_<format>.py`` with a ``REPORTER`` is a format."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from termilint.modules import public_modules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from termilint.reporters.reporter import Reporter

_PREFIX = "as_"

_ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY")


class _Reporters(Mapping[str, "Reporter"]):
    """Names are read from the folder; a format's module is imported when it is asked for."""

    def __init__(self) -> None:
        modules = public_modules(__path__)
        self._names = sorted(name.removeprefix(_PREFIX) for name in modules if name.startswith(_PREFIX))

    def __getitem__(self, name: str) -> Reporter:
        if name not in self._names:
            raise KeyError(name)
        reporter: Reporter = import_module(f"{__name__}.{_PREFIX}{name}").REPORTER
        return reporter

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@cache
def reporters() -> Mapping[str, Reporter]:
    """Every reporter by its name, in order of names."""
    return _Reporters()


def auto(environment: Mapping[str, str], *, to_file: bool = False) -> str:
    """The name of the format for the machine that ``environment`` tells of, else ``text``.

    A log that people read gets no JSON: GitLab's report is written to a file only.
    """
    if to_file:
        return "gitlab" if environment.get("GITLAB_CI") else "text"
    if environment.get("GITHUB_ACTIONS") == "true":
        return "github"
    if environment.get("TEAMCITY_VERSION"):
        return "teamcity"
    return "azure" if environment.get("TF_BUILD") else "text"


def checkout(environment: Mapping[str, str]) -> str:
    """The folder of the repository that a CI machine checks out, or "" if none is named."""
    return next((environment[name] for name in _ROOTS if environment.get(name)), "")
