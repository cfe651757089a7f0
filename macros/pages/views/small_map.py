"""The small map: where a page is on the map. All pages share one drawing, and each lights its own cells.

A row is one line with dashes as cells, so that the whole map takes a few hundred bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import Activity, Lesson, Phase, Product, Record, Workstream
from macros.pages.views.navigation import navigation_map
from macros.pages.views.registry import view

WIDTH = 248.0
LEFT = 18.0  # for the shapes of the sides
GAP = 3.0
CELL = 9.0
APART = 6.0  # more between the rows of two sides


@dataclass(frozen=True)
class Band:
    """The rows of one side: its shape with the middle of the first row, and a line along each row."""

    shape: str
    middle: float
    path: str


@dataclass(frozen=True)
class SmallMap:
    """The drawing that all pages share. `tops` are the rows, `lefts` the columns."""

    height: float
    cell: float
    dash: str
    bands: tuple[Band, ...]
    tops: dict[str, float]
    lefts: dict[str, float]
    shapes: dict[str, str]
    empty: str

    def box(self, row: str, column: str) -> str:
        """Return the way around a cell."""
        return _box(self.lefts[column], self.tops[row], self.cell)


@dataclass(frozen=True)
class Where:
    """What a page lights: rows and columns, each with the shape of a side, and cells. All are paths.

    `other` cells only use what the page is about. `places` are the cells in words.
    """

    map: SmallMap
    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    cells: str
    other: str
    places: tuple[tuple[Workstream, Phase], ...]


@view
def where_on_map(handbook: Handbook, flow: Flow, record: Record) -> Where:
    """Return where on the map an activity, a lesson, a product, a workstream or a phase is."""
    drawn = small_map(handbook, flow)
    main, other = _cells(handbook, flow, record)
    rows = {row for row, _ in main} | ({record.id} if isinstance(record, Workstream) else set())
    columns = {column for _, column in main} | ({record.id} if isinstance(record, Phase) else set())
    return Where(
        drawn,
        tuple((drawn.shapes[row], _along(drawn, row)) for row in drawn.tops if row in rows),
        tuple(part for column in drawn.lefts if column in columns for part in _down(drawn, column)),
        "".join(drawn.box(row, column) for row, column in main),
        "".join(drawn.box(row, column) for row, column in other if (row, column) not in main),
        tuple((handbook.get(Workstream, row), handbook.get(Phase, column)) for row, column in main),
    )


@view
@lru_cache(maxsize=2)
def small_map(handbook: Handbook, flow: Flow) -> SmallMap:
    """Return the drawing that all pages of a handbook share."""
    phases = handbook.all(Phase)
    step = (WIDTH - LEFT + GAP) / len(phases)
    lefts = {phase.id: round(LEFT + index * step, 1) for index, phase in enumerate(phases)}
    tops: dict[str, float] = {}
    shapes: dict[str, str] = {}
    bands: list[Band] = []
    empty = ""
    y = 0.0
    for group in navigation_map(handbook, flow):
        first = y
        for row in group.rows:
            tops[row.workstream.id] = y
            shapes[row.workstream.id] = group.side.shape
            empty += "".join(_box(lefts[c.phase.id], y, step - GAP) for c in row.cells if not c.entries)
            y += CELL + GAP
        path = "".join(_line(tops[row.workstream.id]) for row in group.rows)
        bands.append(Band(group.side.shape, first + CELL / 2, path))
        y += APART
    return SmallMap(
        y - APART - GAP + 1,
        round(step - GAP, 2),
        f"{step - GAP:.1f} {GAP:g}",
        tuple(bands),
        tops,
        lefts,
        shapes,
        empty,
    )


def _cells(
    handbook: Handbook, flow: Flow, record: Record
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the cells that a record is about, and the cells that only use it."""
    if isinstance(record, Activity):
        return _places([record]), []
    if isinstance(record, Lesson):
        activities = (handbook.step(pointer)[0] for pointer in record.at)
        return _places(filter(None, activities)), []
    if isinstance(record, Product):
        makers = [activity for activity, _ in flow.makers[record.id]]
        return _places(makers), _places(activity for activity, _ in flow.users[record.id])
    return [], []


def _places(activities: Iterable[Activity]) -> list[tuple[str, str]]:
    """Return the cells of activities, each once."""
    return list(dict.fromkeys((activity.workstream, activity.phase) for activity in activities))


def _line(top: float) -> str:
    return f"M{LEFT:g} {top + CELL / 2:g}H{WIDTH:g}"


def _along(drawn: SmallMap, row: str) -> str:
    return _line(drawn.tops[row])


def _down(drawn: SmallMap, column: str) -> Iterator[tuple[str, str]]:
    """Yield the boxes of a column, one path for each shape."""
    for shape in dict.fromkeys(drawn.shapes.values()):
        tops = [top for row, top in drawn.tops.items() if drawn.shapes[row] == shape]
        yield shape, "".join(_box(drawn.lefts[column], top, drawn.cell) for top in tops)


def _box(left: float, top: float, width: float) -> str:
    return f"M{left:g} {top:g}h{width:.4g}v{CELL:g}h-{width:.4g}z"
