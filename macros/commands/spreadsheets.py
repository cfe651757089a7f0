"""The command that reads a spreadsheet of records: import."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from macros.authoring.beginning import id_from
from macros.authoring.disk.whole_files import put
from macros.authoring.examples import examples
from macros.authoring.writing import put_right, write_all
from macros.checks.report import MOST_OF_A_KIND
from macros.commands.options import content_option, require, telling
from macros.loading.handbook import Handbook
from macros.loading.loader import load
from macros.loading.overlay import own_folder
from macros.model import FOLDERS, KINDS
from macros.refusal import Refusal
from macros.sheets.drafts import Draft
from macros.sheets.files.opening import open_table
from macros.sheets.import_report import as_text
from macros.sheets.log_source import source_of
from macros.sheets.plan import Plan, plan
from macros.sheets.wishes import Wishes

FEW = 300  # lines that people can read
KIND = click.Choice([cls.kind for cls in FOLDERS])


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", type=KIND, default="lesson", show_default=True, help="What each row holds.")
@click.option(
    "--sheet",
    "sheets",
    multiple=True,
    metavar="NAME",
    help="Read only this sheet, even if it is hidden. May be given several times.",
)
@click.option(
    "--header-row",
    "header",
    type=click.IntRange(1),
    help="The row with the headings, where they are not found.",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="HEADING=FIELD",
    help="What a column fills. “-” as the field leaves it out. The letter of a column will do, too.",
)
@click.option(
    "--default",
    "defaults",
    multiple=True,
    metavar="FIELD=VALUE",
    help="What every record holds whose row does not say.",
)
@click.option("--value", "values", multiple=True, metavar="TEXT=NAME", help="What a text in the cells means.")
@click.option(
    "--dates", type=click.Choice(["day-first", "month-first"]), help="How to read dates such as 12/03/2019."
)
@click.option(
    "--year-starts",
    type=click.Choice(["1", "4", "7", "10"]),
    default="4",
    show_default=True,
    help="The month in which a year such as 2019/20 starts.",
)
@click.option(
    "--one-a-row", is_flag=True, help="Keep each row as one record, however many its cells seem to hold."
)
@click.option("--with-hidden", is_flag=True, help="Read hidden rows, columns and sheets too.")
@click.option("--skip-hidden", is_flag=True, help="Leave out what is hidden. This is done without it, too.")
@click.option("--skip-struck", is_flag=True, help="Leave out rows that are struck through.")
@click.option(
    "--keep-similar",
    is_flag=True,
    help="Write a draft also where a record holds the same lesson in other words.",
)
@click.option("--encoding", metavar="NAME", default="", help="The encoding of a CSV file, such as cp1251.")
@click.option("--source", metavar="ID", default="", help="The id of the source for every lesson.")
@click.option(
    "--new-source",
    metavar="TITLE",
    default="",
    help="Start a source for the log itself, and base every lesson on it.",
)
@click.option("--write", is_flag=True, help="Write the files. Without it, nothing is written.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep all that is said in this file too, every line of it.",
)
@content_option
def import_(
    file: Path,
    content: Path,
    write: bool,
    report: Path | None,
    source: str,
    new_source: str,
    header: int | None,
    year_starts: str,
    encoding: str,
    skip_hidden: bool,
    **wished: Any,
) -> None:
    """Read lessons from a spreadsheet (.xlsx, .xls, .xlsb, .ods or .csv) or from the tables of a document
    (.docx or .odt), whatever their columns are called.

    It says what each column fills, what it took for what, and what it could not place. It writes with --write
    alone, and never over a file that is there.

    Exit code 0: read. 1: not read or not written, and why. 2: the command could not run.
    """
    if skip_hidden and wished["with_hidden"]:
        raise click.UsageError("Choose one of --with-hidden and --skip-hidden.")
    own = own_folder(content)
    if write:
        with telling():
            put_right(own)
    handbook = readable(content)
    folder = own / KINDS[wished["kind"]].folder
    with telling():
        pairs = {name: _pairs(name, wished.pop(name)) for name in ("columns", "defaults", "values")}
        begun, rests_on = _source(source, new_source, file, handbook, own)
        wishes = Wishes(**wished | pairs, header=header or 0, year_starts=int(year_starts), source=rests_on)
        folders = sorted({content / folder.name, folder})
        result = plan(open_table(file, encoding), handbook, folders, date.today(), wishes)
        account = partial(as_text, result, folder, written=write, begun=begun.id if begun else "")
        if report:  # first, so that no draft is written where it cannot be
            put(report, f"{account(written=False)}\n".encode())
        if write and result.drafts:
            write_all(own, _files(result, begun, own, handbook, ".." if own == content else "../.."))
        every = account()
        click.echo(every if every.count("\n") <= FEW else account(most=MOST_OF_A_KIND))
        if report:
            put(report, f"{every}\n".encode())
    if not result.count:
        sys.exit(1)


def readable(content: Path) -> Handbook:
    """Return the handbook as far as it can be read: drafts of an earlier import may lack much, but its words
    must be there.
    """
    require(content)
    handbook = load(content).handbook
    if not (handbook.records["site"] and handbook.records["framework"]):
        click.echo(
            "The words of the handbook cannot be read. Run `handbook check` to see what is wrong.", err=True
        )
        sys.exit(1)
    return handbook


def _source(id: str, title: str, file: Path, handbook: Handbook, folder: Path) -> tuple[Draft | None, str]:
    """Return the source to begin, if any, and the id of the one that lessons are based on."""
    if id and title:
        raise Refusal("Give --source or --new-source, not both.")
    if id and not handbook.find("source", id):
        raise Refusal(
            f"There is no source “{id}” in {(folder / KINDS['source'].folder).as_posix()}. To start one for "
            "this log, use --new-source."
        )
    if not title:
        return None, id
    begun = source_of(title, file.name, handbook)
    there = begun and (folder / KINDS["source"].folder / f"{begun.id}.yml").exists()
    return (None if there else begun), id_from(title, "source")


def _pairs(option: str, given: Iterable[str]) -> dict[str, str]:
    found = {}
    for text in given:
        name, sign, value = (part.strip() for part in text.rpartition("="))
        if not (name and sign and value):
            raise Refusal(f"--{option.removesuffix('s')} is written NAME=VALUE, and “{text}” is not.")
        found[name] = value
    return found


def _files(result: Plan, begun: Draft | None, own: Path, handbook: Handbook, up: str) -> dict[Path, str]:
    """Return the text of each file to write, that of a new source included."""
    shown = examples(handbook)
    folder = own / result.cls.folder
    files = {folder / f"{draft.id}.yml": draft.text(result.cls, shown, up) for draft in result.drafts}
    if begun:
        kind = KINDS["source"]
        files[own / kind.folder / f"{begun.id}.yml"] = begun.text(kind, shown, up)
    return files
