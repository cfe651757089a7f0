"""The navigation tool: phases across, workstreams down, grouped by the side that leads."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import Lesson, Phase, Route, Side, Workstream


@dataclass(frozen=True)
class Entry:
    """One activity on the map, with how much hangs on it and what the filters ask about it."""

    activity: Any
    lessons: int
    products: int
    routes: tuple[str, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True)
class Cell:
    """Where a workstream meets a phase: its activities in order, or why there are none."""

    phase: Any
    entries: tuple[Entry, ...]
    why: str


@dataclass(frozen=True)
class Row:
    """One workstream through all phases."""

    workstream: Any
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Group:
    """The workstreams that one side leads."""

    side: Any
    rows: tuple[Row, ...]


def navigation_map(handbook: Handbook, flow: Flow) -> list[Group]:
    """The whole map, in the framework's order."""
    cells: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for activity in flow.order:
        cells[activity.phase, activity.workstream].append(_entry(handbook, activity))
    why = {(p.id, c.workstream): c.why for p in handbook.all(Phase) for c in p.empty_cells}

    def row(stream: Any) -> Row:
        return Row(
            stream,
            tuple(
                Cell(p, tuple(cells[p.id, stream.id]), why.get((p.id, stream.id), ""))
                for p in handbook.all(Phase)
            ),
        )

    groups = [
        Group(side, tuple(row(w) for w in handbook.all(Workstream) if w.led_by == side.id))
        for side in handbook.all(Side)
    ]
    return [group for group in groups if group.rows]


def _entry(handbook: Handbook, activity: Any) -> Entry:
    lessons = handbook.linked_from(activity, Lesson, "at")
    products = {use.product for use in (*activity.inputs, *activity.outputs)}
    routes = tuple(route.id for route in handbook.all(Route) if activity.phase in route.phases)
    roles = (activity.roles.lead, *activity.roles.contribute, *activity.roles.approve, *activity.roles.inform)
    return Entry(activity, len(lessons), len(products), routes, tuple(dict.fromkeys(roles)))
