"""Settings in words, for people: what holds, and where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from termilint.config.settings import NEVER, Settings
from termilint.model.finding import Confidence, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from termilint.config.parts import Audience, GlossaryTerm, Override, Switch
    from termilint.rules.changes import RuleChange
    from termilint.rules.model import RuleSet

_NOT_SETTINGS = frozenset({"file", "root", "origins"})


def described(
    settings: Settings, rules: RuleSet, words: Mapping[str, str], *, with_rules: bool
) -> Iterator[str]:
    """A line for the file, one for every setting, and with ``with_rules`` one for every rule."""
    yield f"{words['file']}: {settings.file or words['none']}"
    yield f"{words['root']}: {settings.root}"
    yield ""
    for name in settings._fields:
        if name not in _NOT_SETTINGS:
            yield from _setting(settings, name, words)
    if with_rules:
        yield ""
        width = max(map(len, rules.ids), default=0)
        yield from (f"{rule.id:<{width}}  {rule.severity.value if rule.enabled else 'off'}" for rule in rules)


def _setting(settings: Settings, name: str, words: Mapping[str, str]) -> Iterator[str]:
    """``name: value  # origin``; what has parts follows on lines of its own."""
    value = getattr(settings, name)
    origin = settings.origins.get(name, words["default"])
    if isinstance(value, tuple):
        yield f"{name}:{'' if value else ' []'}  # {origin}"
        yield from (f"  - {_part(part)}" for part in value)
    else:
        yield f"{name}: {_scalar(name, value)}  # {origin}"


def _scalar(name: str, value: Any) -> str:
    if value is None:
        return NEVER if name == "fail_level" else "-"
    return value.value if isinstance(value, (Confidence, Severity)) else str(value)


def _part(part: Any) -> str:
    """One pack, rule, word, term, override or pattern."""
    describe = _PARTS.get(type(part).__name__)
    return describe(part) if describe else str(part)


def _switch(switch: Switch) -> str:
    return f"{switch.name}: {_on(switch.enabled)}"


def _on(enabled: bool) -> str:  # noqa: FBT001  # the word for a truth value
    return "on" if enabled else "off"


def _rule(change: RuleChange) -> str:
    said = [] if change.enabled is None else [_on(change.enabled)]
    said += [change.severity.value] if change.severity else []
    said += [] if change.open_class is None else [f"open_class: {str(change.open_class).lower()}"]
    texts = [suggestion.text for suggestion in change.suggestions or ()]
    said += [f"suggestions: {', '.join(texts)}"] if texts else []
    said += [f"unless: {', '.join(pattern.text for pattern in change.unless)}"] if change.unless else []
    said += [f"{name}: {' '.join(sorted(words))}" for name, words in sorted(change.words.items())]
    return f"{change.rule_id}: {', '.join(said)}"


def _audience(audience: Audience) -> str:
    cues = " ".join(sorted(audience.template.cues))
    rules = f" [{', '.join(audience.rules)}]" if audience.rules else ""
    return f"{audience.template.text}{f' ({cues})' if cues else ''}{rules}"


def _term(term: GlossaryTerm) -> str:
    files = f" [{', '.join(term.files)}]" if term.files else ""
    return f"{term.term}: {term.definition}{files}"


def _override(override: Override) -> str:
    parts = [f"severity: {override.severity.value}"] if override.severity else []
    parts += [_switch(switch) for switch in override.packs]
    parts += [_rule(change) for change in override.rules]
    return f"{', '.join(override.files)}: {'; '.join(parts)}"


_PARTS: Mapping[str, Callable[[Any], str]] = {
    "Switch": _switch,
    "RuleChange": _rule,
    "Audience": _audience,
    "GlossaryTerm": _term,
    "Override": _override,
}
