"""The small map beside a page: the cells of the page, its row and its column."""

from __future__ import annotations

import pytest
from test_views_flow_picture import with_phases
from world import World

from macros.loading.flow import Flow
from macros.pages.views.small_map import WIDTH, small_map, where_on_map


def where(world: World, kind: str, name: str):
    book = world.handbook()
    return where_on_map(book, Flow(book), book.get(kind, name))


@pytest.mark.parametrize(
    ("kind", "name", "places"),
    [
        ("activity", "fill-the-rooms", [("rooms", "move")]),
        ("lesson", "label-every-box", [("books", "move")]),
        ("product", "book-list", [("books", "plan")]),
        ("workstream", "rooms", []),
        ("phase", "plan", []),
    ],
)
def test_a_page_says_in_words_where_it_is(world: World, kind: str, name: str, places: list[tuple[str, str]]):
    found = where(world, kind, name)
    assert [(stream.id, phase.id) for stream, phase in found.places] == places
    assert found.cells.count("z") == len(places)


def test_a_workstream_lights_its_row_and_a_phase_its_column(world: World):
    stream = where(world, "workstream", "rooms")
    phase = where(world, "phase", "move")
    assert ([shape for shape, _ in stream.rows], stream.columns) == (["square"], ())
    assert (phase.rows, [shape for shape, _ in phase.columns]) == ((), ["circle", "square"])


def test_a_product_lights_where_it_is_made_and_outlines_where_it_is_used(world: World):
    found = where(world, "product", "book-list")
    drawn = found.map
    assert found.cells == drawn.box("books", "plan")
    assert found.other == drawn.box("books", "move") + drawn.box("rooms", "plan")


def test_a_lesson_about_a_cell_twice_lights_it_once(world: World):
    world.change(
        "lessons/label-every-box.yml",
        "at: carry-the-books#pack",
        "at: [carry-the-books#pack, carry-the-books]",
    )
    assert where(world, "lesson", "label-every-box").cells.count("z") == 1


@pytest.mark.parametrize("phases", [2, 3, 12])
def test_the_columns_share_the_width(world: World, phases: int):
    with_phases(world, phases - 2)
    book = world.handbook()
    drawn = small_map(book, Flow(book))
    lefts = list(drawn.lefts.values())
    assert lefts == sorted(lefts)
    assert abs(lefts[-1] + drawn.cell - WIDTH) < 0.2


def test_rows_of_another_side_are_further_apart(world: World):
    book = world.handbook()
    drawn = small_map(book, Flow(book))
    assert drawn.tops["rooms"] - drawn.tops["books"] == 18
    assert [band.shape for band in drawn.bands] == ["circle", "square"]
