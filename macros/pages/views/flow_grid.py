"""The grid of the flow: phases as columns, workstreams as rows, a product where it is first made."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from macros.loading.flow import Flow
from macros.loading.handbook import Handbook
from macros.model import Activity, Phase, Product, Side, Workstream
from macros.pages.views.text_width import wrapped

Place = tuple[int, int]  # row and column

WIDTH = 1168.0
NAMES = 132.0  # the column with the names of workstreams
GUTTER = 36.0  # beside each column, for lines that run up and down
LANE = 22.0  # above each row, for lines that run along
SHAPE = 18.0  # a shape with the blank after it
LEAST = 120.0  # the least room for the name of a product
LINE = 16.0
SIZE = 13.0
BETWEEN = 6.0  # two products in a cell
FOOT = 8.0
HEAD = 40.0  # around the titles of phases
TITLE = 14.0


@dataclass(frozen=True)
class Item:
    """A product in its cell: who makes it first and uses it, and its name in lines.

    `side` is None for a product from outside.
    """

    product: Product
    side: Side | None
    makers: tuple[Activity, ...]
    users: tuple[Activity, ...]
    place: Place
    lines: tuple[str, ...]


class Grid:
    """Where everything in the flow is, before lines are drawn."""

    def __init__(self, handbook: Handbook, flow: Flow) -> None:
        self.handbook = handbook
        self.flow = flow
        self.phases: list[Phase] = handbook.all(Phase)
        sides = handbook.all(Side)
        streams = handbook.all(Workstream)
        self.rows: list[Workstream] = [
            stream for side in sides for stream in streams if stream.led_by == side.id
        ]
        self._row = {stream.id: index for index, stream in enumerate(self.rows)}

    @cached_property
    def column(self) -> float:
        """The width of a column, with the gutter on its left."""
        return max((WIDTH - NAMES - GUTTER) / len(self.phases), GUTTER + SHAPE + LEAST)

    @property
    def width(self) -> float:
        """The width of the whole."""
        return NAMES + self.column * len(self.phases) + GUTTER

    def left(self, column: int) -> float:
        """Return where the gutter on the left of a column begins."""
        return NAMES + self.column * column

    def place(self, activity: Activity) -> Place:
        """Return the cell of an activity."""
        return self._row[activity.workstream], self.flow.phase(activity)

    @cached_property
    def items(self) -> list[Item]:
        """Every product that is made or used, column by column, each cell in the order of the work."""
        made: dict[str, list[Activity]] = defaultdict(list)
        used: dict[str, list[Activity]] = defaultdict(list)
        for activity in self.flow.order:
            for use in activity.outputs:
                made[use.product].append(activity)
            for use in activity.inputs:
                used[use.product].append(activity)
        products = [one for one in self.handbook.all(Product) if made[one.id] or used[one.id]]
        firsts = {one.id: (made[one.id] or used[one.id])[0] for one in products}
        first_at = self.flow.place
        ordered = sorted(
            products, key=lambda one: (*reversed(self.place(firsts[one.id])), first_at[firsts[one.id].id])
        )
        return [self._item(one, made[one.id], used[one.id], firsts[one.id]) for one in ordered]

    def _item(self, product: Product, made: list[Activity], used: list[Activity], first: Activity) -> Item:
        side = self.handbook.get(Side, first.led_by) if made else None
        lines = wrapped(product.title, self.column - GUTTER - SHAPE - 4, SIZE)
        return Item(product, side, tuple(made), tuple(used), self.place(first), lines)

    @cached_property
    def cells(self) -> dict[Place, list[Item]]:
        """The products of each cell."""
        cells: dict[Place, list[Item]] = defaultdict(list)
        for item in self.items:
            cells[item.place].append(item)
        return dict(cells)

    @cached_property
    def tops(self) -> list[float]:
        """Where each row begins, and after them where the last one ends."""
        tops = [self.head]
        for row, stream in enumerate(self.rows):
            names = len(self.names(stream)) * LINE
            cells = [self._height(self.cells.get((row, column), [])) for column in range(len(self.phases))]
            tops.append(tops[-1] + LANE + max(names, *cells) + FOOT)
        return tops

    def names(self, stream: Workstream) -> tuple[str, ...]:
        """Return the title of a workstream in lines."""
        return wrapped(stream.title, NAMES - 30, SIZE, bold=True)

    def titles(self, phase: Phase) -> tuple[str, ...]:
        """Return the title of a phase in lines."""
        return wrapped(phase.title, self.column - GUTTER - 4, TITLE, bold=True)

    @property
    def head(self) -> float:
        """The height of the row with the titles of phases."""
        return max(len(self.titles(phase)) for phase in self.phases) * LINE + HEAD

    @staticmethod
    def _height(items: list[Item]) -> float:
        return sum(len(item.lines) * LINE + BETWEEN for item in items)
