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


def test_an_entry_says_who_takes_part_and_a_cell_how_many_lessons_it_has(world: World):
    cell = drawn(world)[0].rows[0].cells[1]
    assert (cell.lessons, cell.entries[0].routes, cell.entries[0].roles) == (1, (), ("librarian", "driver"))
    assert drawn(world)[0].rows[0].cells[0].entries[0].routes == ("curious",)


def test_a_lesson_about_two_activities_of_one_cell_counts_once(world: World):
    world.copy("activities/carry-the-books.yml", "activities/carry-more.yml", title="Carry more")
    world.change(
        "lessons/label-every-box.yml", "at: carry-the-books#pack", "at: [carry-the-books, carry-more]"
    )
    assert drawn(world)[0].rows[0].cells[1].lessons == 1
