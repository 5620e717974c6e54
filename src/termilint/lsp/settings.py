"""What the editor's own settings say. The project's configuration says the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from termilint.messages import LANGUAGES

if TYPE_CHECKING:
    from termilint.rules.model import Language

SECTION = "termilint"
ON_TYPE, ON_SAVE = "onType", "onSave"
AUTO = "auto"
_ALLOWED = {"language": (AUTO, *LANGUAGES), "run": (ON_TYPE, ON_SAVE)}


@dataclass(frozen=True, slots=True)
class ClientSettings:
    """``configuration`` names that of all texts, ``run`` is when a text is checked.

    ``refused`` are the settings that could not be taken: name and value.
    """

    configuration: str | None = None
    language: Language | None = None
    run: str = ON_TYPE
    refused: tuple[tuple[str, Any], ...] = ()

    def updated(self, given: Any) -> ClientSettings:
        """These settings with those that the editor gives.

        An empty one, or *auto*, takes back what was set before; null changes nothing.
        """
        values = _section(given)
        taken = {name: _meant(name, value) for name, value in values.items() if _is_allowed(name, value)}
        refused = [(name, value) for name, value in values.items() if name not in taken]
        return replace(self, **taken, refused=tuple(refused))


def allowed(name: str) -> str:
    """What a setting can be, in words."""
    return ", ".join(_ALLOWED.get(name, ("…",)))


def _section(given: Any) -> dict[str, Any]:
    """The settings by name, without those that are null."""
    if not isinstance(given, Mapping):
        return {}
    own = given.get(SECTION, given)
    own = own if isinstance(own, Mapping) else {}
    return {name: own[name] for name in ("configuration", *_ALLOWED) if own.get(name) is not None}


def _is_allowed(name: str, value: Any) -> bool:
    return isinstance(value, str) and value in ("", *_ALLOWED.get(name, (value,)))


def _meant(name: str, value: str) -> Any:
    is_unset = not value or (value == AUTO and name != "configuration")
    return getattr(ClientSettings(), name) if is_unset else value
