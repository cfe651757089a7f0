"""What matters most in a phase is done in that phase, and named once."""

from __future__ import annotations

from world import World

PLAN = "phases/plan.yml"
FIRST = "matters_most:\n  - {activity: count-the-books, why: Nothing is known without it.}\n"


def test_a_phase_may_say_what_matters_most(world: World):
    world.add(PLAN, FIRST)
    assert world.check() == []


def test_an_activity_of_another_phase_does_not_matter_most_here(world: World):
    world.add(PLAN, FIRST + "  - {activity: carry-the-books, why: It is heavy.}\n")
    assert world.found() == [
        (
            "other-phase",
            "content/phases/plan.yml:14:16: matters_most 2, activity: “Carry the books” is done in the phase “move”. "
            "Name an activity of the phase “plan”.",
        )
    ]


def test_an_activity_matters_most_once(world: World):
    world.add(PLAN, FIRST + "  - {activity: count-the-books, why: Again.}\n")
    assert world.found() == [
        (
            "named-twice",
            "content/phases/plan.yml:14:16: matters_most 2, activity: “count-the-books” is named here twice. "
            "Delete one of the two.",
        )
    ]
