"""The command that writes records as a spreadsheet: export."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from macros.authoring.disk.whole_files import put
from macros.checks.report import number
from macros.commands.options import content_option, telling
from macros.commands.spreadsheets import KIND, readable
from macros.loading.handbook import Handbook
from macros.model import KINDS
from macros.refusal import Refusal
from macros.sheets.exporting import FORMATS, as_json, chosen, table
from macros.similarity import suggest


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMATS, "json"]),
    default="xlsx",
    show_default=True,
    help="The form of the file.",
)
@click.option(
    "--to",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write, if not one named after the kind, in this folder.",
)
@click.option("--kind", type=KIND, default="lesson", show_default=True, help="Which records.")
@click.option(
    "--phase",
    multiple=True,
    metavar="ID",
    help="Only records of this phase. Each filter may be given several times.",
)
@click.option("--workstream", multiple=True, metavar="ID", help="Only records of this workstream.")
@click.option("--function", multiple=True, metavar="ID", help="Those about this service.")
@click.option("--type", multiple=True, metavar="WORD", help="Only records of this type.")
@click.option("--state", multiple=True, metavar="WORD", help="Those in this state.")
@content_option
def export(content: Path, form: str, to: Path | None, kind: str, **wanted: tuple[str, ...]) -> None:
    """Write records as a spreadsheet, to work on or to send.

    `handbook import` reads it again, and nothing is lost.

    Exit code 0: written. 1: not written, and why. 2: the command could not run.
    """
    handbook = readable(content)
    with telling():
        records = chosen(handbook, kind, _known(handbook, kind, wanted))
        if not records:
            raise Refusal("No record fits what you asked for, so nothing was written.")
        data = as_json(records) if form == "json" else FORMATS[form](table(records, kind, handbook))
        target = to or Path(f"{KINDS[kind].folder}.{form}")
        put(target, data)
    click.echo(f"{number(len(records), kind)} in {target.as_posix()}.")


def _known(handbook: Handbook, kind: str, wanted: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    """Return the filters, by field.

    What names nothing is refused, because an empty export would look like an answer.
    """
    known = {}
    for name, values in wanted.items():
        if not values:
            continue
        if name not in KINDS[kind].model_fields and f"{name}s" not in KINDS[kind].model_fields:
            raise Refusal(f"A {kind} has no {name}, so --{name} does not fit.")
        for value in values:
            allowed = (
                handbook.records[name]
                if name in handbook.records
                else get_args(KINDS[kind].model_fields[name].annotation)
            )
            if value not in allowed:
                raise Refusal(
                    f"There is no {name} “{value}”. {suggest(value, allowed)} It is one of: "
                    f"{', '.join(allowed)}."
                )
        known[name] = list(values)
    return known
