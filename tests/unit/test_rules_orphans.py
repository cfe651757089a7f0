"""Nothing is orphaned, and no cell of the map is empty without a reason."""

from __future__ import annotations

import pytest
from world import World


def test_unused_a_product_that_nobody_makes_or_uses_is_named(world: World):
    world.copy("products/van.yml", "products/rope.yml", title="Rope")
    assert (world.check(), world.codes()) == (
        [
            "content/products/rope.yml:1:1: no activity makes or uses this product. Add it to the inputs or outputs of an activity."
        ],
        ["unused"],
    )


def test_uncited_a_source_that_nothing_cites_is_named(world: World):
    world.copy("sources/town-report.yml", "sources/atlas.yml", title="Atlas")
    assert (world.check(), world.codes()) == (
        [
            "content/sources/atlas.yml:1:1: nothing cites this source. Cite it as evidence, or delete the file."
        ],
        ["uncited"],
    )


def test_idle_a_role_that_takes_part_in_nothing_is_named(world: World):
    world.copy("roles/driver.yml", "roles/cook.yml", title="Cook")
    assert (world.check(), world.codes()) == (
        [
            "content/roles/cook.yml:1:1: this role takes part in nothing. Name it in the roles of an activity, or delete the file."
        ],
        ["idle"],
    )


def test_a_role_that_others_answer_to_is_not_idle(world: World):
    world.copy("roles/librarian.yml", "roles/mayor.yml", title="Mayor")
    world.add("roles/librarian.yml", "reports_to: mayor\n")
    assert world.check() == []


@pytest.mark.parametrize("kind", ["phase", "workstream"])
def test_empty_a_phase_or_workstream_without_activities_is_named(world: World, kind):
    world.copy(
        {"phase": "phases/plan.yml", "workstream": "workstreams/rooms.yml"}[kind],
        f"{kind}s/extra.yml",
        title="Extra",
    )
    world.change(
        "framework.yml",
        {"phase": "phases: [plan, move]", "workstream": "workstreams: [books, rooms]"}[kind],
        {"phase": "phases: [plan, move, extra]", "workstream": "workstreams: [books, rooms, extra]"}[kind],
    )
    assert (
        f"content/{kind}s/extra.yml:1:1: no activity belongs to this {kind}. Add an activity to it."
        in world.check()
    )
    assert "empty" in world.codes()


def test_thin_a_cell_that_is_empty_without_a_reason_is_named(world: World):
    world.change("activities/measure-the-rooms.yml", "workstream: rooms", "workstream: books")
    assert (world.check(), world.codes()) == (
        [
            "warning: content/phases/plan.yml:1:1: empty_cells: the cell for “Rooms” (rooms) is empty and does not say why. "
            "Add the workstream and the reason to empty_cells."
        ],
        ["thin"],
    )


def test_a_cell_may_be_empty_for_a_reason(world: World):
    world.change("activities/measure-the-rooms.yml", "workstream: rooms", "workstream: books")
    world.add("phases/plan.yml", "empty_cells:\n  - workstream: rooms\n    why: There are none yet.\n")
    assert world.check() == []


def test_not_empty_a_cell_with_an_activity_has_no_reason_to_be_empty(world: World):
    world.add("phases/plan.yml", "empty_cells:\n  - workstream: rooms\n    why: There are none yet.\n")
    assert (world.check(), world.codes()) == (
        [
            "content/phases/plan.yml:13:5: empty_cells 1: an activity is in this cell of the map, so it is not empty. Delete this entry."
        ],
        ["not-empty"],
    )


def test_thin_only_the_phases_of_a_local_handbook_are_its_own_to_explain(world: World):
    world.change("activities/measure-the-rooms.yml", "workstream: rooms", "workstream: books")
    world.write("local/site.yml", "organisation: Us\n")
    world.copy("phases/plan.yml", "local/phases/rest.yml", title="Rest")
    world.write("local/framework.yml", "phases: {add: rest, after: move}\n")
    assert [line.partition(" Add")[0] for code, line in world.found() if code == "thin"] == [
        "warning: content/local/phases/rest.yml:1:1: empty_cells: the cell for “Books” (books) is empty and does not say why.",
        "warning: content/local/phases/rest.yml:1:1: empty_cells: the cell for “Rooms” (rooms) is empty and does not say why.",
    ]
