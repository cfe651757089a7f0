"""Draws the rooms of `macros/` from the code.

`python tests/unit/rooms_drawing.py` writes the picture for the docs.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[2]
MACROS = ROOT / "macros"
PICTURE = ROOT / "docs/contribute/rooms.svg"
# From the ground up.
FLOORS = (
    "model",
    "loading",
    "authoring",
    "pages",
    "checks",
    "sheets",
    "publishing",
    "copies",
    "generator",
    "commands",
)
HEIGHT = 44  # of a floor
GAP = 14  # between two floors
LEFT = 96  # where the floors begin; the arrows have the room before
WIDTH = 740  # of a floor


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Each import of our own code in the file `path`: its line, and the room that it names."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "macros":
            parts = (node.module or "").split(".")
            yield from ((node.lineno, name) for name in (parts[1:2] or [alias.name for alias in node.names]))


def sentence(room: str) -> str:
    """What the room says of itself."""
    return ast.get_docstring(ast.parse((MACROS / room / "__init__.py").read_text("utf-8"))) or ""


def about(room: str) -> str:
    """The first sentence of that."""
    return sentence(room).partition(". ")[0].rstrip(".") + "."


def uses() -> dict[str, set[str]]:
    """The rooms that each room imports from."""
    return {
        room: {name for path in (MACROS / room).rglob("*.py") for _, name in imported(path)}
        & set(FLOORS) - {room}
        for room in FLOORS
    }


def nearest(room: str, every: dict[str, set[str]]) -> list[str]:
    """The rooms that `room` uses and does not reach through another that it uses."""
    reached = {far for near in every[room] for far in _below(near, every)}
    return sorted(every[room] - reached, key=FLOORS.index)


def _below(room: str, every: dict[str, set[str]]) -> set[str]:
    return every[room] | {far for near in every[room] for far in _below(near, every)}


def drawing() -> str:
    """The picture, as SVG: a floor for each room, and an arrow to each room that it uses directly."""
    every = uses()
    height = len(FLOORS) * (HEIGHT + GAP) + GAP
    floors = [line for room in FLOORS for line in _floor(room)]
    arrows = [_arrow(room, other) for room in FLOORS for other in nearest(room, every)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 10} {height}" '
            'font-family="system-ui, sans-serif" font-size="14">',
            '<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" '
            'markerWidth="7" markerHeight="7" orient="auto">'
            '<path d="M0 0 8 4 0 8z" fill="#3d4852"/></marker></defs>',
            '<rect width="100%" height="100%" fill="#ffffff"/>',
            *floors,
            *arrows,
            "</svg>\n",
        ]
    )


def _top(room: str) -> int:
    return GAP + (len(FLOORS) - 1 - FLOORS.index(room)) * (HEIGHT + GAP)


def _floor(room: str) -> list[str]:
    top = _top(room)
    return [
        f'<rect x="{LEFT}" y="{top}" width="{WIDTH}" height="{HEIGHT}" '
        'rx="4" fill="#f3f5f6" stroke="#0a5a66"/>',
        f'<text x="{LEFT + 12}" y="{top + 18}" font-weight="bold" fill="#0a5a66">{room}</text>',
        f'<text x="{LEFT + 12}" y="{top + 36}" font-size="12" fill="#1b232b">{escape(about(room))}</text>',
    ]


def _arrow(room: str, other: str) -> str:
    """An arrow down the left side, further out the more floors it passes."""
    floors = FLOORS.index(room) - FLOORS.index(other)
    out = LEFT - 22 * floors
    start = _top(room) + HEIGHT * 2 // 3
    end = _top(other) + HEIGHT // 3
    return (
        f'<path d="M{LEFT} {start}C{out} {start} {out} {end} {LEFT} {end}" fill="none" stroke="#3d4852" '
        'marker-end="url(#head)"/>'
    )


if __name__ == "__main__":
    PICTURE.write_text(drawing(), encoding="utf-8")
