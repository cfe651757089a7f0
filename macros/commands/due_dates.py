"""The command that counts a plan from the file of a reader's project: plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from macros.authoring.disk.whole_files import put_all
from macros.commands.options import content_option, targets_option, telling
from macros.commands.project_option import project_in
from macros.commands.spreadsheets import readable
from macros.loading.flow import Flow
from macros.loading.planning.from_project import table_of, wishes_of
from macros.loading.planning.ical import Calendar
from macros.loading.planning.plan_table import Table
from macros.loading.planning.standing import clashes, free_days
from macros.loading.planning.windows import Wishes
from macros.model.project import Project
from macros.publishing.plan_data import book_of, product_of, stamp_of
from macros.refusal import Refusal
from macros.sheets.timetable import FORMATS, Timetable

CALENDAR = "ics"


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@targets_option("The file to write: .xlsx, .ods, .csv or .ics.")
@click.option(
    "--on",
    "today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day for which lateness is counted, if not today.",
)
@content_option
def plan(content: Path, file: Path, targets: tuple[Path, ...], today: datetime | None) -> None:
    """Count when each phase and activity is due, from the project in FILE.

    FILE is what the page of the plan saves. The go-live and all lengths come from it.

    Exit code 0: written. 1: not written, and why. 2: the command could not run.
    """
    handbook = readable(content)
    with telling():
        project = project_in(file, handbook)
        wishes = wishes_of(project)
        table = table_of(Flow(handbook), project, today.date() if today else date.today())
        put_all({target: _written(table, project, target) for target in targets})
    for line in _said(table, project):
        click.echo(line)
    for target in targets:
        click.echo(f"{target.as_posix()} is ready.")
    for line in _clash(wishes):
        click.echo(line)


def _clash(wishes: Wishes) -> Iterator[str]:
    """Yield why nothing should go live on the day, and then why the team keeps it or when it could."""
    reasons = clashes(wishes, wishes.go_live)
    if not reasons:
        return
    why = ", ".join(reason or "a pay day" for reason in reasons)
    yield f"The go-live {wishes.go_live} is on a day to avoid: {why}."
    free = " and ".join(map(str, free_days(wishes)))
    yield f"It is kept, because: {wishes.why}" if wishes.why else f"Free days: {free or 'none near'}."


def _written(table: Table, project: Project, target: Path) -> bytes:
    form = target.suffix.lower().removeprefix(".")
    if form == CALENDAR:
        return bytes(_calendar(table, project))
    if form not in FORMATS:
        forms = ", ".join(f".{name}" for name in (*FORMATS, CALENDAR))
        raise Refusal(f"{target.as_posix()}: the name must end with one of {forms}.")
    return FORMATS[form](_sheet(table))


def _sheet(table: Table) -> Timetable:
    site = table.handbook.site
    title = site.labels.pages["plan"].title
    rows = list(table.rows)
    return Timetable(title, title, site.organisation, site.language, table.headings, rows)


def _calendar(table: Table, project: Project) -> Calendar:
    handbook = table.handbook
    events = table.events(book_of(handbook), wishes_of(project))
    name = handbook.site.labels.pages["plan"].title
    return Calendar(name, product_of(handbook), stamp_of(handbook), events)


def _said(table: Table, project: Project) -> list[str]:
    """Return what the plan says in a few lines."""
    states = [row[-2] for row in table.rows]
    late = states.count(table.words.standings["late"])
    plan = table.plan
    windows = plan.windows
    counts = f"Activities with dates: {len(plan.dues)}. Late: {late}."
    lines = [f"{counts} On the longest chain: {len(plan.chain)}."]
    lines += [f"{window.first} to {window.last}  {phase}" for phase, window in windows.items()]
    missing = [phase for phase in table.left.phases if phase not in windows]
    if missing:
        lines.append(f"No dates, because a length is missing: {', '.join(missing)}.")
    unknown = sorted(set(project.plan.lengths) - set(table.left.phases))
    return [*lines, f"There is no phase called {', '.join(unknown)}."] if unknown else lines
