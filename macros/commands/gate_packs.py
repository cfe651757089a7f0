"""The command that writes a gate pack as a document or a spreadsheet: gate."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from macros.authoring.disk.whole_files import put_all
from macros.commands.options import content_option, targets_option, telling, theme_option
from macros.commands.project_option import project_in, project_option
from macros.commands.spreadsheets import readable
from macros.model import Phase
from macros.model.product import DocumentFormat
from macros.pages.addresses import home_of
from macros.publishing.build import Folders
from macros.publishing.documents.document_packages import Writer
from macros.publishing.documents.gate_document import GateDocument
from macros.refusal import Refusal
from macros.similarity import suggest

FORMS: dict[str, DocumentFormat] = {f".{form}": form for form in get_args(DocumentFormat)}


@click.command()
@click.argument("phase")
@targets_option("The file to write: .odt, .docx, .ods or .xlsx.")
@project_option("Its states and answers are filled in, and what it hides is left out.")
@content_option
@theme_option
def gate(content: Path, theme: Path, phase: str, targets: tuple[Path, ...], file: Path | None) -> None:
    """Write what a board needs at the end of a phase, as a document or a spreadsheet.

    Exit code 0: written. 1: not written, and why. 2: the command could not run.
    """
    handbook = readable(content)
    with telling():
        record = handbook.find(Phase, phase)
        if record is None:
            known = [each.id for each in handbook.all(Phase)]
            raise Refusal(
                f"There is no phase “{phase}”. {suggest(phase, known)} It is one of: {', '.join(known)}."
            )
        project = project_in(file, handbook) if file else None
        pack = GateDocument(handbook, record, home_of(handbook.site.address), project)
        writer = Writer(handbook.site, Folders(content, Path(), theme).templates)
        put_all({target: _written(writer, pack, target) for target in targets})
    for target in targets:
        click.echo(f"{target.as_posix()} is ready.")


def _written(writer: Writer, pack: GateDocument, target: Path) -> bytes:
    form = FORMS.get(target.suffix.lower())
    if form is None:
        raise Refusal(f"{target.as_posix()}: the name must end with one of {', '.join(FORMS)}.")
    return writer.written(pack.description(form), form)
