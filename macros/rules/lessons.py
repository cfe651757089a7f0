"""Every lesson has evidence and sits at an activity of its own phase and workstream."""

from __future__ import annotations

from collections.abc import Iterator

from macros.dates import PartialDate
from macros.problem import Problem
from macros.rules.world import World


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each lesson that sits in the wrong place or was reviewed before it was added."""
    for lesson in world.handbook.all("lesson"):
        if not lesson.at:
            yield world.problem(lesson, ("at",), "no-activity", "this lesson belongs to no activity.", "Name the activity where it counts most.")
        for index, pointer in enumerate(lesson.at):
            activity, _ = world.handbook.step(pointer)
            for name in ("phase", "workstream") if activity else ():
                here, allowed = getattr(activity, name), getattr(lesson, f"{name}s")
                # A misspelt id is said once, where it stands; what follows from it is not said again.
                if here not in allowed and all(world.knows(name, id) for id in (here, *allowed)):
                    yield world.problem(lesson, ("at", index), "wrong-place",
                                        f"“{activity.title}” belongs to the {name} “{here}”, which is not one of this lesson's {name}s.",
                                        f"Add “{here}” to {name}s, or name another activity.")
        if lesson.id in lesson.related:
            yield world.problem(lesson, ("related", lesson.related.index(lesson.id)), "self", "this lesson is related to itself.", "Take it out of the list.")
        if PartialDate.parse(lesson.reviewed).last < PartialDate.parse(lesson.added).first:
            yield world.problem(lesson, ("reviewed",), "wrong-order", "this lesson was reviewed before it was added.")
