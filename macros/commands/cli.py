"""The command line: `handbook`, or `python -m macros`. Each command is a door; the work is done behind it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from macros.authoring.editor_schema import FOLDER, WITH_IDS, names_of
from macros.authoring.editor_schema import write as write_schemas
from macros.authoring.examples import examples
from macros.authoring.replacing import replacement
from macros.authoring.scaffold import start
from macros.checks.check import check as run_check
from macros.checks.report import FORMATS
from macros.checks.stats import FORMATS as STATS_FORMATS
from macros.checks.stats import stats as count
from macros.commands import copying, spreadsheets
from macros.commands.export import export
from macros.commands.init import init
from macros.commands.options import content_option, require, telling
from macros.commands.output import show_everywhere
from macros.loading.handbook import Handbook
from macros.loading.loader import Loader
from macros.loading.overlay import LOCAL, own_folder
from macros.model import FOLDERS
from macros.pages.catalogue import write as write_pages

docs_option = click.option(
    "--docs",
    type=click.Path(path_type=Path),
    default=Path("docs"),
    show_default=True,
    help="The folder of hand-written pages.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check and build the handbook."""
    show_everywhere()


@main.command()
@content_option
@docs_option
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(FORMATS)),
    default="text",
    show_default=True,
    help="For people, for programs, or as notes on the lines of a pull request (GitHub) or merge request (GitLab).",
)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option("--quiet", is_flag=True, help="Say nothing when there are no problems.")
def check(content: Path, docs: Path, form: str, strict: bool, quiet: bool) -> None:
    """Name every problem in the content, with its place and what to do.

    Exit code 0: clean. 1: problems. 2: the check could not run.
    """
    require(content)
    report = run_check(content, docs)
    failed = bool(report.errors or (strict and report.warnings))
    if not (quiet and not report.problems):
        click.echo(FORMATS[form](report))
    sys.exit(1 if failed else 0)


@main.command()
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
        folder = own_folder(content) if own is None else content / LOCAL if own else content
        click.echo(
            start(content, kind, title, date.today(), examples(Loader(content).load()), id, folder).as_posix()
        )
    click.echo("Fill it in, then run `make check`.")


@main.command()
@click.argument("record")
@content_option
def replace(record: str, content: Path) -> None:
    """Copy RECORD, such as lessons/its-id, into the folder of your own, to change it there in place of the original.

    Exit code 0: copied. 1: not copied, and why. 2: the command could not run.
    """
    require(content)
    with telling():
        click.echo(replacement(content, record).as_posix())
    click.echo("Change it, then run `make check`.")


@main.command()
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
    """Write the schemas by which editors complete and explain fields. Needed after a change to the fields, never to a record."""
    require(content)
    folder = to or content / FOLDER / (WITH_IDS if with_ids else "")
    write_schemas(folder, names_of(Loader(content).load()) if with_ids else None)
    click.echo(f"The schemas are in {folder.as_posix()}.")


@main.command()
@content_option
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(STATS_FORMATS)),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
def stats(content: Path, form: str) -> None:
    """Count what the content holds, and how easily it is read.

    Exit code 0: counted. 1: the content has errors, so that the numbers would be wrong. 2: the command could not run.
    """
    click.echo(STATS_FORMATS[form](count(_readable(content, ", so the numbers would be wrong"))))


@main.command()
@content_option
@click.option(
    "--to", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder to write to."
)
def pages(content: Path, to: Path) -> None:
    """Write every generated page as a Markdown file: front matter and one macro call, for another site generator.

    Exit code 0: written. 1: the content has errors. 2: the command could not run.
    """
    click.echo(f"{write_pages(_readable(content), to)} pages are in {to.as_posix()}.")


for command in (copying.bundle, copying.pdf, copying.diff, spreadsheets.import_, export, init):
    main.add_command(command)


def _readable(content: Path, so: str = "") -> Handbook:
    """The handbook, when every record can be read; else the command ends, saying why and what follows (`so`)."""
    require(content)
    loader = Loader(content)
    handbook = loader.load()
    if loader.problems:
        click.echo(f"Some records cannot be read{so}. Run `handbook check` to see what is wrong.", err=True)
        sys.exit(1)
    return handbook
