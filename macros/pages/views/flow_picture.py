"""The flow as a picture: each product where it is first made, with a line to every cell that uses it.

Lines run up and down in the gutters beside columns only, and along in the lanes above rows only, so none
crosses a name.
"""

from __future__ import annotations

from collections import defaultdict

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import Phase, Workstream
from macros.pages.views.flow_grid import BETWEEN, FOOT, GUTTER, LANE, LINE, SHAPE, SIZE, Grid, Item, Place
from macros.pages.views.flow_parts import Bar, Column, FlowPicture, Line, Node, Row
from macros.pages.views.line_path import Point, rounded
from macros.pages.views.registry import view
from macros.pages.views.text_width import width
from macros.pages.views.tracks import on_tracks

BASELINE = 4.5  # from the middle of a line of text down to where its letters stand
PITCH = 3.0  # two lines beside each other, where there is room
BAR = 6.0  # from the right end of a gutter to the bar of a cell
DROP = 13.0  # from there to where lines come down to a cell


@view
def flow_picture(handbook: Handbook, flow: Flow) -> FlowPicture:
    """Return the picture of the whole flow."""
    grid = Grid(handbook, flow)
    wires = _Wires(grid)
    return FlowPicture(
        grid.width,
        grid.tops[-1],
        tuple(_column(grid, index, phase) for index, phase in enumerate(grid.phases)),
        tuple(_row(grid, index, stream) for index, stream in enumerate(grid.rows)),
        tuple(_bars(grid)),
        tuple(wires.node(item) for item in grid.items),
    )


class _Wires:
    """Where each line runs: which track it takes in its gutter, and in the lane above each row."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.y = dict(_heights(grid))
        self.targets = {item.product.id: _targets(grid, item) for item in grid.items}
        self.lanes = [self._lane(row) for row in range(len(grid.rows))]
        self.gutters = [self._gutter(column) for column in range(1, len(grid.phases) + 1)]

    def node(self, item: Item) -> Node:
        """Return a product with its lines."""
        x = self.grid.left(item.place[1]) + GUTTER
        y = self.y[item.product.id]
        out = x + SHAPE + width(item.lines[0], SIZE) + 5
        lines = [
            Line(users, rounded(self._way(item, (out, y), cell)))
            for cell, users in self.targets[item.product.id].items()
        ]
        return Node(item, x + 6, y, x + SHAPE, tuple(lines))

    def _way(self, item: Item, start: Point, cell: Place) -> list[Point]:
        """Return the corners of the way from a product to a cell."""
        row, column = cell
        gutter = self.gutters[item.place[1]][item.product.id]
        edge = self.grid.left(column) + GUTTER
        entry = _middle(self.grid, row)
        first = [start, (gutter, start[1])]
        if column == item.place[1] + 1:
            return [*first, (gutter, entry), (edge - BAR, entry)]
        lane = self.lanes[row][item.product.id]
        down = edge - DROP
        return [*first, (gutter, lane), (down, lane), (down, entry), (edge - BAR, entry)]

    def _lane(self, row: int) -> dict[str, float]:
        """Return how far down each product's line runs in the lane above a row."""
        stretches: dict[str, Point] = {}
        for item in self.grid.items:
            away = [c for r, c in self.targets[item.product.id] if r == row and c != item.place[1] + 1]
            if away:
                ends = [self.grid.left(column) for column in (*away, item.place[1] + 1)]
                stretches[item.product.id] = (min(ends), max(ends) + GUTTER)
        return _spread(stretches, self.grid.tops[row] + 4, LANE - 8)

    def _gutter(self, column: int) -> dict[str, float]:
        """Return how far to the right each product's line runs in the gutter beside the column before."""
        stretches: dict[str, Point] = {}
        for item in self.grid.items:
            if item.place[1] + 1 == column:
                name = item.product.id
                ends = [self.y[name], *(self._turn(name, cell, column) for cell in self.targets[name])]
                stretches[name] = (min(ends), max(ends))
        return _spread(stretches, self.grid.left(column) + 5, GUTTER - DROP - 10)

    def _turn(self, name: str, cell: Place, column: int) -> float:
        """Return where a line leaves the gutter on its way to a cell."""
        return _middle(self.grid, cell[0]) if cell[1] == column else self.lanes[cell[0]][name]


def _targets(grid: Grid, item: Item) -> dict[Place, tuple[str, ...]]:
    """Return the cells in which a product is used, each with the activities there."""
    cells: dict[Place, list[str]] = defaultdict(list)
    for user in item.users:
        cells[grid.place(user)].append(user.id)
    return {cell: tuple(users) for cell, users in cells.items()}


def _heights(grid: Grid) -> list[tuple[str, float]]:
    """Return each product with the middle of the first line of its name."""
    heights: list[tuple[str, float]] = []
    for (row, _), items in grid.cells.items():
        y = _middle(grid, row)
        for item in items:
            heights.append((item.product.id, y))
            y += len(item.lines) * LINE + BETWEEN
    return heights


def _spread(stretches: dict[str, Point], start: float, room: float) -> dict[str, float]:
    """Return a place across the stretch for each, as far apart as `room` allows."""
    tracks = on_tracks(stretches)
    pitch = min(PITCH, room / max(1, *tracks.values())) if tracks else PITCH
    return {name: round(start + track * pitch, 1) for name, track in tracks.items()}


def _middle(grid: Grid, row: int) -> float:
    """Return the middle of the first line of a row."""
    return grid.tops[row] + LANE + LINE / 2


def _column(grid: Grid, index: int, phase: Phase) -> Column:
    x = grid.left(index) + GUTTER
    made = sum(item.place[1] == index for item in grid.items)
    titles = grid.titles(phase)
    return Column(phase, x, titles, made)


def _row(grid: Grid, index: int, stream: Workstream) -> Row:
    top = grid.tops[index]
    return Row(stream, top, grid.tops[index + 1] - top, _middle(grid, index) + BASELINE, grid.names(stream))


def _bars(grid: Grid) -> list[Bar]:
    """Return a bar for each cell with activities."""
    cells: dict[Place, list[str]] = defaultdict(list)
    for activity in grid.flow.order:
        cells[grid.place(activity)].append(activity.id)
    return [
        Bar(
            tuple(ids),
            grid.left(column) + GUTTER - BAR,
            grid.tops[row] + LANE,
            grid.tops[row + 1] - grid.tops[row] - LANE - FOOT,
        )
        for (row, column), ids in sorted(cells.items())
    ]
