"""A chart as a drawing: boxes in rows, each row under the boxes that it hangs on, with lines between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.chart import Chart, ChartBox, ChartItem
from macros.pages.views.line_path import rounded
from macros.pages.views.registry import view
from macros.pages.views.text_width import wrapped

WIDTH = 680.0
BETWEEN = 24.0  # two boxes of a row
DOWN = 40.0  # two rows
WIDEST = 320.0
INSIDE = 14.0
LINE = 20.0
SIZE = 15.0
SMALL = 14.0
SHAPE = 20.0
BULLET = 14.0


@dataclass(frozen=True)
class Words:
    """A text in lines, the first with its baseline at `y`."""

    lines: tuple[str, ...]
    y: float


@dataclass(frozen=True)
class DrawnBox:
    """A box with its texts. `items` are the lines in it with their words."""

    box: ChartBox
    x: float
    y: float
    width: float
    height: float
    title: Words
    about: Words
    items: tuple[tuple[ChartItem, Words], ...]

    @property
    def middle(self) -> float:
        """The middle from left to right."""
        return self.x + self.width / 2


@dataclass(frozen=True)
class DrawnChart:
    """The whole chart, in pixels."""

    width: float
    height: float
    boxes: tuple[DrawnBox, ...]
    lines: tuple[str, ...]


@view
def drawn_chart(chart: Chart) -> DrawnChart:
    """Return a chart as a drawing. A row wider than the page makes the drawing wider."""
    rows = _rows(chart)
    most = max(map(len, rows))
    width = max(WIDTH, most * 170 + (most - 1) * BETWEEN)
    drawn: dict[str, DrawnBox] = {}
    y = 1.0
    for row in rows:
        placed = list(_placed(row, width, y))
        drawn |= {each.box.id: each for each in placed}
        y = max(each.y + each.height for each in placed) + DOWN
    lines = tuple(_line(drawn[above], drawn[box.id]) for box in chart.boxes for above in box.under)
    return DrawnChart(width, y - DOWN + 1, tuple(drawn.values()), lines)


def _rows(chart: Chart) -> list[list[ChartBox]]:
    """Return the boxes row by row: each box one row below the lowest that it hangs on."""
    depth: dict[str, int] = {}
    rows: list[list[ChartBox]] = []
    for box in chart.boxes:
        depth[box.id] = max((depth[above] + 1 for above in box.under), default=0)
        while len(rows) <= depth[box.id]:
            rows.append([])
        rows[depth[box.id]].append(box)
    return [row for row in rows if row]


def _placed(row: list[ChartBox], width: float, y: float) -> Iterator[DrawnBox]:
    """Yield the boxes of a row beside each other, all as high as the highest."""
    room = width / len(row)
    wide = min(WIDEST, room - BETWEEN)
    boxes = [_box(box, room * place + (room - wide) / 2, y, wide) for place, box in enumerate(row)]
    height = max(box.height for box in boxes)
    for box in boxes:
        yield DrawnBox(box.box, box.x, box.y, box.width, height, box.title, box.about, box.items)


def _box(box: ChartBox, x: float, y: float, width: float) -> DrawnBox:
    """Return a box with its texts under each other."""
    room = width - 2 * INSIDE
    top = y + INSIDE + SIZE
    title = Words(wrapped(box.title, room - SHAPE, SIZE, bold=True), top)
    top += len(title.lines) * LINE
    about = Words(wrapped(box.about or "", room, SMALL), top)
    top += len(about.lines) * LINE + (6 if box.items else 0)
    items = []
    for item in box.items:
        words = Words(wrapped(item.text, room - BULLET, SMALL), top)
        items.append((item, words))
        top += len(words.lines) * LINE + 2
    return DrawnBox(box, x, y, width, top - y - SIZE + INSIDE - 2, title, about, tuple(items))


def _line(above: DrawnBox, below: DrawnBox) -> str:
    """Return the way from the foot of one box to the head of another."""
    foot = above.y + above.height
    half = below.y - DOWN / 2
    return rounded(
        [(above.middle, foot), (above.middle, half), (below.middle, half), (below.middle, below.y - 6)]
    )
