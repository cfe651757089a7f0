"""What the picture of the flow is made of, in pixels."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Phase, Workstream
from macros.pages.views.flow_grid import Item


@dataclass(frozen=True)
class Line:
    """A line from a product to one cell, and the activities there that use it."""

    to: tuple[str, ...]
    path: str


@dataclass(frozen=True)
class Node:
    """A product: `x` and `y` are the middle of its shape, `letters` where its name begins."""

    item: Item
    x: float
    y: float
    letters: float
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Column:
    """A phase: where its names begin, and how many products are first made in it."""

    phase: Phase
    x: float
    lines: tuple[str, ...]
    products: int


@dataclass(frozen=True)
class Row:
    """A workstream: its band, and its title in lines from `y` on."""

    workstream: Workstream
    top: float
    height: float
    y: float
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Bar:
    """A cell in which activities use products: lines end here."""

    activities: tuple[str, ...]
    x: float
    y: float
    height: float


@dataclass(frozen=True)
class FlowPicture:
    """The whole picture, in pixels."""

    width: float
    height: float
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    bars: tuple[Bar, ...]
    nodes: tuple[Node, ...]
