"""Ids are addresses: each stands once, and one that was given up stays given up."""

from __future__ import annotations

import pytest
from world import World

MOVE = "content/migrations/old-town.yml"
COUNT = "content/activities/count-the-books.yml"


def test_id_in_use_an_id_that_was_given_up_may_not_be_taken_again(world: World):
    world.add("products/van.yml", "formerly: [book-list]\n")
    assert (world.check(), world.codes()) == (
        [
            "content/products/van.yml:13:12: formerly 1: the id “book-list” belongs to another record now. An id is never used again."
        ],
        ["id-in-use"],
    )


def test_id_in_use_two_records_may_not_inherit_one_id(world: World):
    world.add("products/van.yml", "formerly: lorry\n")
    world.add("products/room-plan.yml", "formerly: lorry\n")
    assert world.check() == [
        "content/products/van.yml:13:11: formerly 1: “room-plan” says as well that it was called “lorry”. Only one record can inherit an address."
    ]


def test_records_of_two_kinds_may_have_had_one_id(world: World):
    world.add("products/van.yml", "formerly: old\n")
    world.add("roles/driver.yml", "formerly: old\n")
    assert world.check() == []


@pytest.mark.parametrize(
    ("path", "old", "new", "line"),
    [
        (
            "activities/count-the-books.yml",
            "  - id: count-again",
            "  - id: count",
            f"{COUNT}:13:9: steps 2, id: the id “count” is in this record twice. Give one of them another id.",
        ),
        (
            "migrations/old-town.yml",
            "    - id: doors-open",
            "    - id: packing",
            f"{MOVE}:28:11: timeline, milestones 1, id: the id “packing” is in this record twice. Give one of them another id.",
        ),
        (
            "migrations/old-town.yml",
            "    - id: packing",
            "    - id: planning",
            f"{MOVE}:20:11: timeline, spans 2, id: the id “planning” is in this record twice. Give one of them another id.",
        ),
        (
            "framework.yml",
            "layers:",
            "menu: [phases, lessons, phases]\nlayers:",
            "content/framework.yml:8:25: menu 3: “phases” is listed here twice. Keep one of the two.",
        ),
        (
            "framework.yml",
            "phases: [plan, move]",
            "phases: [plan, move, plan]",
            "content/framework.yml:35:10: phases 1: the phase “plan” is listed twice. Keep one of the two.",
        ),
        (
            "framework.yml",
            "sections: [phases, workstreams,",
            "sections: [phases, phases, workstreams,",
            "content/framework.yml:11:24: layers 1, sections 2: “phases” is listed here twice. Keep one of the two.",
        ),
        (
            "framework.yml",
            "    phases: [plan]",
            "    phases: [plan, plan]",
            "content/framework.yml:21:20: routes 1, phases 2: “plan” is listed here twice. Keep one of the two.",
        ),
        (
            "phases/plan.yml",
            "basis:",
            "  - {id: counted, text: Again., activities: count-the-books}\nbasis:",
            "content/phases/plan.yml:10:10: exit_criteria 2, id: the id “counted” is in this record twice. Give one of them another id.",
        ),
    ],
)
def test_duplicate_id_an_anchor_that_stands_twice_is_named(world: World, path, old, new, line):
    world.change(path, old, new)
    assert (world.check(), world.codes()) == ([line], ["duplicate-id"])


@pytest.mark.parametrize("kind", ["phase", "workstream"])
def test_not_listed_what_the_framework_does_not_list_is_named(world: World, kind):
    world.copy(
        {"phase": "phases/plan.yml", "workstream": "workstreams/rooms.yml"}[kind],
        f"{kind}s/extra.yml",
        title="Extra",
    )
    assert (
        f"content/{kind}s/extra.yml:1:1: this {kind} is not listed in framework.yml. Add it to the list “{kind}s” there, "
        "where it comes in the order."
    ) in world.check()
    assert "not-listed" in world.codes()


def extra_phase(world: World, path: str) -> str:
    """Write a phase that the framework does not list into a local handbook, or into the one below, and return what
    the check says of that.
    """
    world.write("local/site.yml", "organisation: Us\n")
    world.copy("phases/plan.yml", "phases/rest.yml", title="Rest")
    world.change("framework.yml", "phases: [plan, move]", "phases: [plan, move, rest]")
    world.copy("phases/plan.yml", path, title="Extra")
    (line,) = (line for code, line in world.found() if code == "not-listed")
    return line


def test_not_listed_a_phase_of_a_local_handbook_is_told_how_to_get_into_the_order(world: World):
    assert extra_phase(world, "local/phases/extra.yml") == (
        "content/local/phases/extra.yml:1:1: this phase is not listed in framework.yml. "
        "Write “phases: {add: extra, after: rest}” in content/local/framework.yml, with the one that it comes after."
    )


def test_not_listed_a_phase_of_the_original_handbook_belongs_in_its_own_list(world: World):
    assert extra_phase(world, "phases/extra.yml") == (
        "content/phases/extra.yml:1:1: this phase is not listed in framework.yml. "
        "This file is not your own: hide the record, or replace it in content/local/. "
        "Add it to the list “phases” there, where it comes in the order."
    )
