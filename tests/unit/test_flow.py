"""Which activity comes before which, and how products travel between them."""

from __future__ import annotations

from world import World

from macros.loading.flow import Flow

COUNT = "activities/count-the-books.yml"


def flow(world: World) -> Flow:
    return Flow(world.report().readable)


def ids(activities) -> list[str]:
    return [a.id for a in activities]


def test_activities_stand_in_the_order_in_which_they_can_be_done(world: World):
    assert ids(flow(world).order) == [
        "count-the-books",
        "measure-the-rooms",
        "carry-the-books",
        "fill-the-rooms",
    ]


def test_the_order_of_phases_comes_from_the_framework(world: World):
    world.change("framework.yml", "phases: [plan, move]", "phases: [move, plan]")
    assert ids(flow(world).order)[:2] == ["carry-the-books", "fill-the-rooms"]


def test_a_hand_over_inside_a_phase_puts_one_before_the_other(world: World):
    assert flow(world).before == {
        "count-the-books": set(),
        "measure-the-rooms": {"count-the-books"},
        "carry-the-books": set(),
        "fill-the-rooms": {"carry-the-books"},
    }


def test_starts_after_inside_a_phase_puts_one_before_the_other(world: World):
    world.change(
        "activities/measure-the-rooms.yml",
        "inputs:\n  - product: book-list\n    state: agreed\n",
        "starts_after: count-the-books\n",
    )
    assert flow(world).before["measure-the-rooms"] == {"count-the-books"}


def test_starts_after_an_earlier_phase_needs_no_saying(world: World):
    assert "measure-the-rooms" not in flow(world).before["fill-the-rooms"]


def test_where_an_earlier_phase_can_hand_over_nobody_of_the_same_phase_must(world: World):
    world.change(
        "activities/fill-the-rooms.yml",
        "  - product: filled-rooms\n",
        "  - product: book-list\n    state: updated\n  - product: filled-rooms\n",
    )
    assert "fill-the-rooms" not in flow(world).before["carry-the-books"]


def test_where_nothing_else_decides_the_order_of_workstreams_does(world: World):
    world.change(
        "activities/measure-the-rooms.yml", "inputs:\n  - product: book-list\n    state: agreed\n", ""
    )
    assert ids(flow(world).order)[:2] == ["count-the-books", "measure-the-rooms"]
    world.change("framework.yml", "workstreams: [books, rooms]", "workstreams: [rooms, books]")
    assert ids(flow(world).order)[:2] == ["measure-the-rooms", "count-the-books"]


def test_producers_are_those_that_can_hand_over_by_then_the_nearest_first(world: World):
    world.change(
        "activities/carry-the-books.yml", "outputs:\n", "outputs:\n  - {product: room-plan, state: updated}\n"
    )
    it = flow(world)
    fill = it.handbook.get("activity", "fill-the-rooms")
    measure = it.handbook.get("activity", "measure-the-rooms")
    assert ids(it.producers(fill, "room-plan", "draft")) == ["carry-the-books", "measure-the-rooms"]
    assert ids(it.producers(fill, "room-plan", "agreed")) == ["carry-the-books"]
    assert ids(it.producers(measure, "room-plan", "draft")) == []


def test_consumers_are_those_that_use_it_in_the_same_phase_or_later(world: World):
    it = flow(world)
    count, fill = (it.handbook.get("activity", id) for id in ("count-the-books", "fill-the-rooms"))
    assert sorted(ids(it.consumers(count, "book-list"))) == ["carry-the-books", "measure-the-rooms"]
    assert (ids(it.consumers(fill, "book-list")), ids(it.consumers(fill, "filled-rooms"))) == (
        ["carry-the-books"],
        [],
    )


def test_the_same_phase_producer_that_gives_exactly_what_is_asked_for_comes_first(world: World):
    world.change(
        "activities/measure-the-rooms.yml",
        "  - product: room-plan\n    state: draft",
        "  - {product: room-plan, state: draft}\n  - {product: book-list, state: updated}",
    )
    world.copy(COUNT, "activities/check-the-list.yml", title="Check the list")
    world.change(
        "activities/check-the-list.yml",
        "outputs:\n",
        "inputs:\n  - {product: book-list, state: agreed}\noutputs:\n",
    )
    assert flow(world).before["measure-the-rooms"] == {"count-the-books", "check-the-list"}
    assert "measure-the-rooms" not in flow(world).before["check-the-list"]


def test_without_a_circle_there_is_none(world: World):
    assert flow(world).cycle == []


def test_a_circle_is_found_and_the_order_still_stands(world: World):
    world.add(COUNT, "starts_after: measure-the-rooms\n")
    it = flow(world)
    assert set(it.cycle) == {"count-the-books", "measure-the-rooms"}
    assert ids(it.order) == ["count-the-books", "measure-the-rooms", "carry-the-books", "fill-the-rooms"]


def test_an_activity_whose_phase_is_unknown_stands_at_the_end(world: World):
    world.change(COUNT, "phase: plan", "phase: plam")
    assert ids(flow(world).order)[-1] == "count-the-books"
