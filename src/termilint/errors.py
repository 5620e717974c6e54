"""The one family of expected failures: what went wrong, where, and what is allowed."""

from __future__ import annotations


class TermilintError(Exception):
    """An expected failure, shown to the user as one plain message without a traceback.

    ``where`` is ``file``, ``file:line`` or ``file:line:column`` (1-based, code points) when known.
    ``hint`` says what is allowed or what to do next.
    """

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" {self.hint}" if self.hint else ""
        return f"{place}{self.message}{remedy}"


class DictionaryError(TermilintError):
    """The Finnish dictionary is missing or damaged."""


class EngineError(TermilintError):
    """The morphology engine that was asked for cannot be used on this machine."""


class ReasonedError(TermilintError):
    """An error that can be told in another language.

    ``reason`` is a fixed word for the kind of failure, ``details`` the values that its message
    names, in order.
    """

    usual_reason = "failed"

    def __init__(
        self,
        message: str,
        *,
        where: str | None = None,
        hint: str | None = None,
        reason: str | None = None,
        details: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message, where=where, hint=hint)
        self.reason = reason or self.usual_reason
        self.details = details


class ReadError(ReasonedError):
    """One input cannot be read; the rest of the run goes on."""

    usual_reason = "unreadable"


class FormatError(ReasonedError):
    """A file format cannot bear what was asked for: writing, tracked changes, comments."""


class RuleError(TermilintError):
    """A rule file breaks the rule schema. ``problems`` lists every error of the file."""

    def __init__(
        self,
        message: str,
        *,
        where: str | None = None,
        hint: str | None = None,
        problems: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message, where=where, hint=hint)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(self.problems) if self.problems else super().__str__()


class ConfigError(RuleError):
    """The configuration of a project has errors. ``problems`` lists every one of them."""
