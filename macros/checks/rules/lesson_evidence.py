"""Every lesson has evidence and sits at an activity of its own phase and workstream."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import Lesson
from macros.model.partial_date import PartialDate

# The form for a new lesson says the same.
NO_ACTIVITY = ("this lesson belongs to no activity.", "Name the activity where it counts most.")
WRONG_PLACE = (
    "“{title}” belongs to the {kind} “{id}”, which is not one of this lesson's {kind}s.",
    "Add “{id}” to {kind}s, or name another activity.",
)
REVIEWED_FIRST = "this lesson was reviewed before it was added."


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each lesson that sits in the wrong place or was reviewed before it was added."""
    for lesson in world.handbook.all(Lesson):
        if not lesson.at:
            yield world.problem(lesson, ("at",), "no-activity", *NO_ACTIVITY)
        for index, pointer in enumerate(lesson.at):
            activity, _ = world.handbook.step(pointer)
            for name in ("phase", "workstream") if activity else ():
                here, allowed = getattr(activity, name), getattr(lesson, f"{name}s")
                # A misspelt id is said once, where it stands; what follows from it is not said again.
                if here not in allowed and all(world.knows(name, id) for id in (here, *allowed)):
                    message, hint = (
                        words.format(title=activity.title, kind=name, id=here) for words in WRONG_PLACE
                    )
                    yield world.problem(lesson, ("at", index), "wrong-place", message, hint)
        if lesson.id in lesson.related:
            yield world.problem(
                lesson,
                ("related", lesson.related.index(lesson.id)),
                "self",
                "this lesson is related to itself.",
                "Take it out of the list.",
            )
        if PartialDate.parse(lesson.reviewed).last < PartialDate.parse(lesson.added).first:
            yield world.problem(lesson, ("reviewed",), "wrong-order", REVIEWED_FIRST)
