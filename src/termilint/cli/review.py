"""``termilint review``: an Office document with a comment at each finding, its text unchanged."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from termilint.cli import _options
from termilint.cli._exit_codes import OK
from termilint.cli._usage import told
from termilint.errors import ReadError, TermilintError
from termilint.files import replacing
from termilint.messages import messages_in
from termilint.project import Project
from termilint.runner import run
from termilint.terminal import printable

if TYPE_CHECKING:
    from termilint.config.settings import Settings
    from termilint.messages import Messages
    from termilint.model.finding import Checked, Finding
    from termilint.office.changes import Remark

_MOST_SUGGESTIONS = 3


@click.command("review")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write the commented document.  [default: NAME-kommentoitu beside FILE]",
)
@_options.settings
def review(*, path: Path, output: Path | None, settings: Settings) -> int:
    """Write a copy of a DOCX, PPTX, ODT or ODP document with a comment at each finding.

    A comment gives the reason and up to three suggestions. Texts, formatting and the comments that
    are there stay as they are; FILE itself is never written.

    Exit codes: 0 the document was written, 2 usage, read or write error.
    """
    words = messages_in(settings.language)
    target = output or path.with_name(f"{path.stem}-{words.review['suffix']}{path.suffix}")
    _require_other_file(path, target, must_be_new=output is None)
    checked = _checked(path, settings)
    data = _commented(checked, words)
    _write(target, data)
    count = words.review_comments.of(len(checked.findings))
    click.echo(f"{printable(str(target))}: {count}")
    return OK


def _checked(path: Path, settings: Settings) -> Checked:
    report = run([str(path)], Project(settings))
    for failure in report.failures:
        raise ReadError(failure.message, where=failure.name, reason=failure.reason, details=failure.details)
    return report.checked[0]


def _require_other_file(path: Path, target: Path, *, must_be_new: bool) -> None:
    """Never write over the input, and over another file only if its name was given."""
    if target.exists() and path.exists() and target.samefile(path):
        raise click.UsageError(told("The output would overwrite the document itself. Give another name."))
    if must_be_new and target.exists():
        raise click.UsageError(told("{name} is there already. Give the output's name with -o.", name=target))
    if target.suffix.lower() != path.suffix.lower():
        raise click.UsageError(
            told("The output must be named like the document: *{suffix}", suffix=path.suffix)
        )


def _commented(checked: Checked, words: Messages) -> bytes:
    from termilint.office.package import office_package

    package = office_package(checked.source)
    told: list[Remark] = [_remark(finding, words) for finding in checked.findings]
    return package.commented(told, datetime.now(UTC))


def _remark(finding: Finding, words: Messages) -> Remark:
    from termilint.office.changes import Remark

    suggested = [
        f"{one.text} – {one.reason}" if one.reason else one.text
        for one in finding.suggestions[:_MOST_SUGGESTIONS]
    ]
    label = words.suggestions if len(suggested) > 1 else words.suggestion
    advice = (f"{label}: {'; '.join(suggested)}.",) if suggested else ()
    why = f"{words.why}: {finding.why}"
    return Remark(finding.span.start, finding.span.end, (finding.message, *advice, why), finding.location)


def _write(target: Path, data: bytes) -> None:
    try:
        with replacing(target.resolve()) as stream:
            stream.write(data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise TermilintError(f"it cannot be written: {reason}.", where=str(target)) from None


COMMAND = review
