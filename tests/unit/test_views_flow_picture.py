"""The flow as a picture: every product and every hand-over is there, and nothing lies on a name."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest
from world import World

from macros.loading.flow import Flow
from macros.pages.views.flow_grid import SIZE
from macros.pages.views.flow_parts import FlowPicture
from macros.pages.views.flow_picture import flow_picture
from macros.pages.views.text_width import width
from macros.pages.views.tracks import on_tracks

LONG = "Bestandsverzeichnisübernahmebestätigung"


def drawn(world: World) -> FlowPicture:
    book = world.handbook()
    return flow_picture(book, Flow(book))


def names(picture: FlowPicture) -> list[tuple[float, float, float, float]]:
    """The box of each line of each name: left, top, right, bottom."""
    boxes = []
    for node in picture.nodes:
        for place, line in enumerate(node.item.lines):
            top = node.y - 8 + 16 * place
            boxes.append((node.letters, top, node.letters + width(line, SIZE), top + 16))
    return boxes


def corners(path: str) -> list[tuple[float, float]]:
    """The points that a path names, the one at which each curve is aimed among them."""
    x = y = 0.0
    points = []
    for command, text in re.findall(r"([MLHVq])([^MLHVq]*)", path):
        values = [float(value) for value in text.split()]
        if command == "q":
            points.append((x + values[0], y + values[1]))
            x += values[2]
            y += values[3]
        else:
            x = values[0] if command != "V" else x
            y = values[-1] if command != "H" else y
        points.append((x, y))
    return points


def stretches(path: str) -> list[tuple[float, float, float, float]]:
    """The straight parts of a path, as boxes without thickness."""
    return [
        (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
        for a, b in pairwise(corners(path))
    ]


def meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def with_phases(world: World, number: int) -> None:
    """Put more phases between the two of the world, each with an activity."""
    more = [f"p{place}" for place in range(number)]
    for name in more:
        world.copy("phases/plan.yml", f"phases/{name}.yml", title=f"Phase {name}")
        world.copy(
            "activities/count-the-books.yml", f"activities/in-{name}.yml", title=f"In {name}", phase=name
        )
    world.change("framework.yml", "phases: [plan, move]", f"phases: [{', '.join(['plan', *more, 'move'])}]")


@pytest.fixture(params=["as it is", "twelve phases", "one phase", "long names"])
def picture(world: World, request: pytest.FixtureRequest) -> FlowPicture:
    if request.param == "twelve phases":
        with_phases(world, 10)
    if request.param == "one phase":
        for name in ("carry-the-books", "fill-the-rooms"):
            world.change(f"activities/{name}.yml", "phase: move", "phase: plan")
        world.change("lessons/label-every-box.yml", "phases: move", "phases: plan")
        world.change("framework.yml", "phases: [plan, move]", "phases: [plan]")
        world.change("phases/plan.yml", "products: [book-list]", "products: [book-list, filled-rooms]")
        world.delete("phases/move.yml")
    if request.param == "long names":
        for path, title in (("products/book-list.yml", "Book list"), ("workstreams/books.yml", "Books")):
            world.change(path, f"title: {title}", f"title: {LONG}")
    return drawn(world)


def test_every_product_is_in_the_picture_once(picture: FlowPicture):
    products = ["book-list", "filled-rooms", "moved-books", "room-plan", "van"]
    assert sorted(node.item.product.id for node in picture.nodes) == products


def test_every_use_of_a_product_has_a_line(picture: FlowPicture):
    assert {
        (node.item.product.id, to) for node in picture.nodes for line in node.lines for to in line.to
    } == {
        ("book-list", "measure-the-rooms"),
        ("book-list", "carry-the-books"),
        ("van", "carry-the-books"),
        ("moved-books", "fill-the-rooms"),
        ("room-plan", "fill-the-rooms"),
    }


def test_no_name_lies_on_another_and_none_runs_out_of_the_picture(picture: FlowPicture):
    boxes = names(picture)
    assert [(a, b) for a, b in combinations(boxes, 2) if meet(a, b)] == []
    assert max(right for _, _, right, _ in boxes) <= picture.width
    assert max(bottom for *_, bottom in boxes) <= picture.height


def test_no_line_crosses_a_name(picture: FlowPicture):
    lines = [part for node in picture.nodes for line in node.lines for part in stretches(line.path)]
    thick = [(left - 0.5, top - 0.5, right + 0.5, bottom + 0.5) for left, top, right, bottom in lines]
    assert [(line, name) for line in thick for name in names(picture) if meet(line, name)] == []


def test_every_line_ends_at_the_bar_of_a_cell(picture: FlowPicture):
    bars = {bar.x: bar for bar in picture.bars}
    ends = [corners(line.path)[-1][0] for node in picture.nodes for line in node.lines]
    assert ends and all(end in bars for end in ends)


def test_a_product_has_the_side_that_first_makes_it_and_one_from_outside_has_none(world: World):
    sides = {node.item.product.id: node.item.side for node in drawn(world).nodes}
    assert {name: side and side.shape for name, side in sides.items()} == {
        "book-list": "circle",
        "room-plan": "square",
        "moved-books": "circle",
        "filled-rooms": "square",
        "van": None,
    }


def test_a_phase_says_how_many_products_are_first_made_in_it(world: World):
    # The van comes from outside, and is drawn where it is first used.
    assert [(column.phase.id, column.products) for column in drawn(world).columns] == [
        ("plan", 2),
        ("move", 3),
    ]


def test_lines_side_by_side_never_share_a_track():
    along = {"a": (0.0, 10.0), "b": (5.0, 20.0), "c": (15.0, 30.0), "d": (25.0, 40.0), "e": (26.0, 27.0)}
    assert on_tracks(along) == {"a": 0, "b": 1, "c": 0, "d": 1, "e": 2}
