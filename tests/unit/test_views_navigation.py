"""The map: phases across, workstreams down, grouped by the side that leads."""

from __future__ import annotations

from world import World

from macros.loading.flow import Flow
from macros.pages.views.navigation import navigation_map


def drawn(world: World):
    book = world.handbook()
    return navigation_map(book, Flow(book))


def plain(groups) -> dict:
    """The map as ids: side → workstream → activities of each phase."""
    return {
        g.side.id: {r.workstream.id: [[e.activity.id for e in c.entries] for c in r.cells] for r in g.rows}
        for g in groups
    }


def test_the_map_has_every_activity_in_its_cell(world: World):
    assert plain(drawn(world)) == {
        "library": {"books": [["count-the-books"], ["carry-the-books"]]},
        "carrier": {"rooms": [["measure-the-rooms"], ["fill-the-rooms"]]},
    }


def test_columns_are_the_phases_in_order(world: World):
    assert [cell.phase.id for cell in drawn(world)[0].rows[0].cells] == ["plan", "move"]


def test_a_side_that_leads_nothing_has_no_group(world: World):
    world.change("workstreams/rooms.yml", "led_by: carrier", "led_by: library")
    assert {side: list(rows) for side, rows in plain(drawn(world)).items()} == {"library": ["books", "rooms"]}


def test_activities_in_a_cell_stand_in_the_order_of_the_work(world: World):
    world.copy("activities/count-the-books.yml", "activities/a.yml", title="Ask for a list")
    world.change("activities/a.yml", "roles:", "starts_after: count-the-books\nroles:")
    assert plain(drawn(world))["library"]["books"][0] == ["count-the-books", "a"]


def test_an_empty_cell_says_why(world: World):
    world.change("activities/measure-the-rooms.yml", "workstream: rooms", "workstream: books")
    world.add("phases/plan.yml", "empty_cells:\n  - workstream: rooms\n    why: There are none yet.\n")
    assert [(len(c.entries), c.why) for c in drawn(world)[1].rows[0].cells] == [
        (0, "There are none yet."),
        (1, ""),
    ]


def test_an_entry_says_how_much_hangs_on_it_and_who_takes_part(world: World):
    carry = drawn(world)[0].rows[0].cells[1].entries[0]
    assert (carry.lessons, carry.products, carry.routes, carry.roles) == (1, 3, (), ("librarian", "driver"))
    assert drawn(world)[0].rows[0].cells[0].entries[0].routes == ("curious",)
