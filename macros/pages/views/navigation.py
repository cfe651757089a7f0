"""The navigation tool: phases across, workstreams down, grouped by the side that leads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import Activity, Lesson, Phase, Route, Side, Workstream
from macros.pages.views.registry import view


@dataclass(frozen=True)
class Entry:
    """One activity on the map, and what the filters ask about it."""

    activity: Activity
    routes: tuple[str, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Cell:
    """Where a workstream meets a phase: its activities in order with the number of their lessons, or why
    there are none.
    """

    phase: Phase
    entries: tuple[Entry, ...]
    lessons: int
    why: str


@dataclass(frozen=True)
class Row:
    """One workstream through all phases."""

    workstream: Workstream
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Group:
    """The workstreams that one side leads."""

    side: Side
    rows: tuple[Row, ...]


@view
@lru_cache(maxsize=4)  # a handbook, and those of the tests beside it
def navigation_map(handbook: Handbook, flow: Flow) -> list[Group]:
    """Return the whole map, in the framework's order. Sides that lead no workstream are left out."""
    entries = [_entry(handbook, activity) for activity in flow.order]
    rows = [_row(handbook, workstream, entries) for workstream in handbook.all(Workstream)]
    groups = [
        Group(side, tuple(row for row in rows if row.workstream.led_by == side.id))
        for side in handbook.all(Side)
    ]
    return [group for group in groups if group.rows]


def _row(handbook: Handbook, workstream: Workstream, entries: list[Entry]) -> Row:
    mine = [entry for entry in entries if entry.activity.workstream == workstream.id]
    return Row(workstream, tuple(_cell(handbook, phase, workstream, mine) for phase in handbook.all(Phase)))


def _cell(handbook: Handbook, phase: Phase, workstream: Workstream, entries: list[Entry]) -> Cell:
    reasons = [cell.why for cell in phase.empty_cells if cell.workstream == workstream.id]
    here = tuple(entry for entry in entries if entry.activity.phase == phase.id)
    lessons = {lesson.id for entry in here for lesson in handbook.linked_from(entry.activity, Lesson, "at")}
    return Cell(phase, here, len(lessons), reasons[-1] if reasons else "")


def _entry(handbook: Handbook, activity: Activity) -> Entry:
    routes = tuple(route.id for route in handbook.all(Route) if belongs_to(activity, route))
    roles = (activity.roles.lead, *activity.roles.contribute, *activity.roles.approve, *activity.roles.inform)
    return Entry(activity, routes, tuple(dict.fromkeys(roles)))


def belongs_to(activity: Activity, route: Route) -> bool:
    """Return whether an activity is on a route: it is in one of its phases, and its side leads it."""
    return activity.phase in route.phases and route.side in (None, activity.led_by)
