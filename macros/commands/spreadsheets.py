"""The commands that carry records to spreadsheets and back: import and export."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

import click

from macros.authoring.examples import examples
from macros.authoring.scaffold import begin, id_from
from macros.commands.options import content_option, require, telling
from macros.copies.whole_files import put
from macros.loading.handbook import Handbook
from macros.loading.loader import load
from macros.loading.overlay import own_folder
from macros.model import FOLDERS, KINDS, Source
from macros.sheets.drafts import Draft
from macros.sheets.exporting import FORMATS, as_json, chosen, table
from macros.sheets.files.opening import open_table
from macros.sheets.files.table import NotRead
from macros.sheets.import_report import as_text, number
from macros.sheets.log_source import source_of
from macros.sheets.plan import Wishes, plan
from macros.similarity import suggest

KIND = click.Choice([cls.kind for cls in FOLDERS])


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", type=KIND, default="lesson", show_default=True, help="What each row holds.")
@click.option(
    "--sheet",
    "sheets",
    multiple=True,
    metavar="NAME",
    help="Read this sheet alone, be it hidden. May be given several times.",
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
    help="What a column fills. “-” as the field leaves it out. A letter may stand for the heading.",
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
@click.option("--skip-hidden", is_flag=True, help="Leave hidden rows out.")
@click.option("--source", metavar="ID", default="", help="The source that every lesson rests on, by its id.")
@click.option(
    "--new-source",
    metavar="TITLE",
    default="",
    help="Start a source for the log itself, and let every lesson rest on it.",
)
@click.option(
    "--write", is_flag=True, help="Write the files. Without it, the command only says what it would do."
)
@click.option(
    "--report", type=click.Path(path_type=Path, dir_okay=False), help="Keep what was said in this file too."
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
    **wished: Any,
) -> None:
    """Read a spreadsheet of lessons (.xlsx, .ods or .csv), whatever its columns are called.

    It says what each column fills, what it took for what, and what it could not place. It writes with --write alone, and
    never over a file that is there.

    Exit code 0: read. 1: not read or not written, and why. 2: the command could not run.
    """
    handbook, own, today = _readable(content), own_folder(content), date.today()
    folder = own / KINDS[wished["kind"]].folder
    with telling():
        pairs = {name: _pairs(name, wished.pop(name)) for name in ("columns", "defaults", "values")}
        begun, rests_on = _source(source, new_source, file, handbook, own)
        wishes = Wishes(**wished | pairs, header=header or 0, year_starts=int(year_starts), source=rests_on)
        made = plan(open_table(file), handbook, sorted({content / folder.name, folder}), today, wishes)
        shown, up = examples(handbook), ".." if own == content else "../.."
        files = {folder / f"{draft.id}.yml": draft.text(made.cls, shown, up) for draft in made.drafts}
        if begun and made.drafts:
            files = {
                own / KINDS["source"].folder / f"{begun.id}.yml": begun.text(KINDS["source"], shown, up),
                **files,
            }
        if write:
            _write(files)
        said = as_text(made, folder, written=write, begun=begun.id if begun else "")
        click.echo(said)
        if report:
            put(report, f"{said}\n".encode())


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
    help="Those of this phase. Each filter may be given several times.",
)
@click.option("--workstream", multiple=True, metavar="ID", help="Those of this workstream.")
@click.option("--function", multiple=True, metavar="ID", help="Those about this service.")
@click.option("--type", multiple=True, metavar="WORD", help="Those of this type.")
@click.option("--state", multiple=True, metavar="WORD", help="Those in this state.")
@content_option
def export(content: Path, form: str, to: Path | None, kind: str, **wanted: tuple[str, ...]) -> None:
    """Write records as a spreadsheet, to work on or to send. `handbook import` reads it again, and nothing is lost.

    Exit code 0: written. 1: not written, and why. 2: the command could not run.
    """
    handbook = _readable(content)
    with telling():
        records = chosen(handbook, kind, _known(handbook, kind, wanted))
        if not records:
            raise NotRead("No record fits what you asked for, so nothing was written.")
        data = as_json(records) if form == "json" else FORMATS[form](table(records, kind, handbook))
        target = to or Path(f"{KINDS[kind].folder}.{form}")
        put(target, data)
    click.echo(f"{number(len(records), kind)} in {target.as_posix()}.")


def _readable(content: Path) -> Handbook:
    """The handbook as far as it can be read: drafts of an earlier import may lack much, but its words must be there."""
    require(content)
    handbook = load(content).handbook
    if not (handbook.records["site"] and handbook.records["framework"]):
        click.echo(
            "The words of the handbook cannot be read. Run `handbook check` to see what is wrong.", err=True
        )
        sys.exit(1)
    return handbook


def _source(id: str, title: str, file: Path, handbook: Handbook, folder: Path) -> tuple[Draft | None, str]:
    """The source to begin, if any, and the id of the one that lessons rest on."""
    if id and title:
        raise NotRead("Give --source or --new-source, not both.")
    if id and not handbook.find(Source, id):
        raise NotRead(
            f"There is no source “{id}” in {(folder / KINDS['source'].folder).as_posix()}. To start one for this log, use --new-source."
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
            raise NotRead(f"--{option.removesuffix('s')} is written NAME=VALUE, and “{text}” is not.")
        found[name] = value
    return found


def _known(handbook: Handbook, kind: str, wanted: dict[str, tuple[str, ...]]) -> dict[str, set[str]]:
    """The filters, by field. What names nothing is refused, because an empty export would look like an answer."""
    known = {}
    for name, values in wanted.items():
        if not values:
            continue
        if name not in KINDS[kind].model_fields and f"{name}s" not in KINDS[kind].model_fields:
            raise NotRead(f"A {kind} has no {name}, so --{name} does not fit.")
        for value in values:
            allowed = (
                handbook.records[name]
                if name in handbook.records
                else get_args(KINDS[kind].model_fields[name].annotation)
            )
            if value not in allowed:
                raise NotRead(
                    f"There is no {name} “{value}”. {suggest(value, allowed)} It is one of: {', '.join(allowed)}."
                )
        known[name] = set(values)
    return known


def _write(files: Mapping[Path, str]) -> None:
    """Every file, or none when one of them is there by now."""
    if there := [path for path in files if path.exists()]:
        raise NotRead(f"{there[0].as_posix()} exists already, and nothing was written.")
    for path, text in files.items():
        begin(path, text)
