"""The commands that help to write records: begin one, replace one of the original handbook, complete fields
in an editor.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from macros.authoring.beginning import start
from macros.authoring.editor_schema import FOLDER, WITH_IDS, names_of
from macros.authoring.editor_schema import write as write_schemas
from macros.authoring.examples import examples
from macros.authoring.replacing import replacement
from macros.commands.options import content_option, require, telling
from macros.loading.loader import load
from macros.loading.overlay import LOCAL, own_folder
from macros.model import FOLDERS


@click.command()
@click.argument("kind", type=click.Choice([cls.kind for cls in FOLDERS]))
@click.argument("title")
@click.option("--id", default="", help="The file name without .yml, where the title makes no good one.")
@click.option(
    "--own/--shared",
    default=None,
    help=f"Write into the folder of your own, {LOCAL}/, or into the handbook itself. "
    f"Without either: into {LOCAL}/ where that holds a site.yml.",
)
@content_option
def new(kind: str, title: str, id: str, own: bool | None, content: Path) -> None:
    """Begin a record: a file with every field of its kind, each explained, to be filled in.

    Exit code 0: begun. 1: not begun, and why. 2: the command could not run.
    """
    require(content)
    with telling():
        folder = {None: own_folder(content), True: content / LOCAL, False: content}[own]
        shown = examples(load(content).handbook)
        click.echo(start(content, kind, title, date.today(), shown, id, folder).as_posix())
    click.echo("Fill it in, then run `make check`.")


@click.command()
@click.argument("record")
@content_option
def replace(record: str, content: Path) -> None:
    """Copy RECORD, such as lessons/its-id, into the folder of your own, to change it there in place of the
    original.

    Exit code 0: copied. 1: not copied, and why. 2: the command could not run.
    """
    require(content)
    with telling():
        click.echo(replacement(content, record).as_posix())
    click.echo("Change it, then run `make check`.")


@click.command()
@content_option
@click.option(
    "--to",
    type=click.Path(path_type=Path, file_okay=False),
    help=f"The folder to write to, if not {FOLDER} in the folder of records.",
)
@click.option(
    "--with-ids",
    is_flag=True,
    help=f"Let the editor complete the ids that exist now. Written to {FOLDER}/{WITH_IDS}, for you alone.",
)
def schema(content: Path, to: Path | None, with_ids: bool) -> None:
    """Write the schemas by which editors complete and explain fields. Needed after a change to the fields,
    never to a record.
    """
    require(content)
    folder = to or content / FOLDER / (WITH_IDS if with_ids else "")
    with telling():
        write_schemas(folder, names_of(load(content).handbook) if with_ids else None)
    click.echo(f"The schemas are in {folder.as_posix()}.")
