"""What the editor offers at a place: rewrites, safe fixes, silence, the baseline, and the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Command,
    OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from termilint.fixer import SAFE_ONLY, choices, favourites
from termilint.lsp.diagnostics import finding_diagnostic
from termilint.lsp.names import ADD_TO_BASELINE, EXPLAIN, FIX_ALL, QUICK_FIX
from termilint.lsp.silence import silencing
from termilint.model.fix import Edit
from termilint.model.span import SourceSpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from termilint.lsp.documents import Snapshot
    from termilint.lsp.linting import Linted, Prose
    from termilint.messages import EditorMessages
    from termilint.model.finding import Finding


MOST_SILENCED = 5
"""Findings at a place that may be silenced: each comment is tried by a check of the whole text."""


class Asked(NamedTuple):
    """What the editor wants: actions at a place, only of some kinds if it names any."""

    span: SourceSpan
    only: tuple[str, ...] = ()

    def wants(self, kind: str) -> bool:
        """True if actions of this kind shall be offered."""
        return not self.only or any(kind == one or kind.startswith(f"{one}.") for one in self.only)


class Actions:
    """Makes the actions for one version of a text.

    With ``versioned`` edits tell which version they are for, so that the editor refuses them for any
    other.
    """

    def __init__(self, linted: Linted, prose: Prose, messages: EditorMessages, *, versioned: bool) -> None:
        self._linted = linted
        self._prose = prose
        self._messages = messages
        self._versioned = versioned

    def offered(self, asked: Asked) -> list[CodeAction]:
        """All that is offered at a place. Raises ReadError."""
        actions: list[CodeAction] = []
        touched = [finding for finding in self._linted.findings if _touches(finding, asked.span)]
        if asked.wants(QUICK_FIX):
            for finding in touched:
                actions += self._rewrites(finding)
            if touched:
                actions += self._fix_all(QUICK_FIX)
            for finding in touched:
                actions += self._others(finding, may_silence=len(touched) <= MOST_SILENCED)
        if asked.wants(FIX_ALL):
            actions += self._fix_all(FIX_ALL)
        return actions

    def _rewrites(self, finding: Finding) -> Iterator[CodeAction]:
        """One action for each fix that a person may choose, the first preferred."""
        for number, (fix, reason) in enumerate(choices(finding)):
            template = self._messages.replace_because if reason else self._messages.replace
            yield self._action(
                template.format(fix.title, reason),
                finding,
                edit=self._edit(fix.edits),
                is_preferred=number == 0 or None,
            )

    def _others(self, finding: Finding, *, may_silence: bool) -> Iterator[CodeAction]:
        words, rule = self._messages, finding.rule_id
        if may_silence and (silence := silencing(self._prose, finding)):
            yield self._action(words.silence.format(rule), finding, edit=self._edit(silence.edits))
        uri = self._linted.snapshot.uri
        if self._prose.project.settings.baseline and self._linted.snapshot.path:
            arguments = [uri, rule, finding.fingerprint]
            command = Command(words.add_to_baseline, ADD_TO_BASELINE, arguments=arguments)
            yield self._action(words.add_to_baseline, finding, command=command)
        title = words.explain.format(rule)
        yield self._action(title, finding, command=Command(title, EXPLAIN, arguments=[uri, rule]))

    def _fix_all(self, kind: str) -> Iterator[CodeAction]:
        """What ``termilint fix`` would write, if it would write anything."""
        if not any(favourites(self._prose.findings, SAFE_ONLY)):
            return
        edits = changes(self._prose.source.text, self._prose.fixed_text)
        if edits:
            yield CodeAction(
                self._messages.fix_all,
                kind=CodeActionKind(kind) if kind == QUICK_FIX else kind,
                edit=self._edit(edits),
            )

    def _action(
        self,
        title: str,
        finding: Finding,
        *,
        edit: WorkspaceEdit | None = None,
        command: Command | None = None,
        is_preferred: bool | None = None,
    ) -> CodeAction:
        return CodeAction(
            title,
            kind=CodeActionKind.QuickFix,
            diagnostics=[finding_diagnostic(finding, self._linted.snapshot.positions)],
            edit=edit,
            command=command,
            is_preferred=is_preferred,
        )

    def _edit(self, edits: Sequence[Edit]) -> WorkspaceEdit:
        return workspace_edit(self._linted.snapshot, edits, versioned=self._versioned)


def workspace_edit(snapshot: Snapshot, edits: Iterable[Edit], *, versioned: bool) -> WorkspaceEdit:
    """Edits of one version of a text as the editor applies them."""
    made = [TextEdit(snapshot.positions.range(edit.span), edit.content) for edit in edits]
    if not versioned:
        return WorkspaceEdit(changes={snapshot.uri: made})
    document = OptionalVersionedTextDocumentIdentifier(snapshot.uri, snapshot.version)
    return WorkspaceEdit(document_changes=[TextDocumentEdit(document, made)])


def changes(old: str, new: str) -> list[Edit]:
    """Edits that make ``old`` read ``new``: of the lines that differ, else of what lies between."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    if len(before) != len(after):
        edit = _change(0, old, new)
        return [edit] if edit else []
    edits, at = [], 0
    for line, other in zip(before, after, strict=True):
        if edit := _change(at, line, other):
            edits.append(edit)
        at += len(line)
    return edits


def _change(start: int, old: str, new: str) -> Edit | None:
    """The edit from where two texts begin to differ to where they do no longer."""
    if old == new:
        return None
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    return Edit(SourceSpan(start + head, start + len(old) - tail), new[head : len(new) - tail])


def _touches(finding: Finding, span: SourceSpan) -> bool:
    return finding.span.start <= span.end and span.start <= finding.span.end
