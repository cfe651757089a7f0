"""A lesson sits at an activity of its own phase and workstream."""

from __future__ import annotations

import pytest
from world import World

LESSON = "content/lessons/label-every-box.yml"


def test_wrong_place_a_lesson_sits_at_an_activity_of_its_own_phase(world: World):
    world.change("lessons/label-every-box.yml", "phases: move", "phases: plan")
    assert (world.check(), world.codes()) == (
        [
            f"{LESSON}:11:5: at 1: “Carry the books” belongs to the phase “move”, which is not one of this lesson's phases. "
            "Add “move” to phases, or name another activity."
        ],
        ["wrong-place"],
    )


def test_wrong_place_a_lesson_sits_at_an_activity_of_its_own_workstream(world: World):
    world.change("lessons/label-every-box.yml", "workstreams: books", "workstreams: rooms")
    assert world.check() == [
        f"{LESSON}:11:5: at 1: “Carry the books” belongs to the workstream “books”, which is not one of this lesson's workstreams. "
        "Add “books” to workstreams, or name another activity."
    ]


def test_wrong_place_every_activity_of_a_lesson_is_looked_at(world: World):
    world.change("lessons/label-every-box.yml", "at: carry-the-books#pack", "at: [zzz, measure-the-rooms]")
    assert [code for code, _ in world.found()] == ["unknown-id", "wrong-place", "wrong-place"]
    assert [line.partition(": ")[2].partition(",")[0] for line in world.check()[1:]] == [
        "at 2: “Measure the rooms” belongs to the phase “plan”",
        "at 2: “Measure the rooms” belongs to the workstream “rooms”",
    ]


def test_no_activity_a_lesson_belongs_somewhere(world: World):
    world.change("lessons/label-every-box.yml", "at: carry-the-books#pack", "at: []")
    assert (world.check(), world.codes()) == (
        [
            f"{LESSON}:11:5: at: this lesson belongs to no activity. Name the activity where it is needed most."
        ],
        ["no-activity"],
    )


def test_self_a_lesson_is_not_related_to_itself(world: World):
    world.add("lessons/label-every-box.yml", "related: [label-every-box]\n")
    assert (world.check(), world.codes()) == (
        [f"{LESSON}:24:11: related 1: this lesson is related to itself. Take it out of the list."],
        ["self"],
    )


def test_wrong_order_a_lesson_is_not_reviewed_before_it_is_added(world: World):
    world.change("lessons/label-every-box.yml", "reviewed: 2020-01-02", "reviewed: 2020-01-01")
    assert (world.check(), world.codes()) == (
        [f"{LESSON}:23:11: reviewed: this lesson was reviewed before it was added."],
        ["wrong-order"],
    )


@pytest.mark.parametrize("reviewed", ["2020", "2020-Q1", "2020-01"])
def test_a_review_that_is_known_less_exactly_may_lie_on_the_day(world: World, reviewed):
    world.change("lessons/label-every-box.yml", "reviewed: 2020-01-02", f"reviewed: {reviewed}")
    assert world.check() == []


def test_wrong_order_a_review_in_an_earlier_quarter_is_named(world: World):
    world.change("lessons/label-every-box.yml", "added: 2020-01-02", "added: 2020-07-01")
    world.change("lessons/label-every-box.yml", "reviewed: 2020-01-02", "reviewed: 2020-Q1")
    assert world.check() == [f"{LESSON}:23:11: reviewed: this lesson was reviewed before it was added."]
