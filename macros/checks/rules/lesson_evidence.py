"""Every lesson has evidence and belongs to an activity of its own phase and workstream."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import Lesson
from macros.model.partial_date import PartialDate

# The form for a new lesson says the same.
NO_ACTIVITY = ("this lesson belongs to no activity.", "Name the activity where it is needed most.")
WRONG_PLACE = (
    "“{title}” belongs to the {kind} “{id}”, which is not one of this lesson's {kind}s.",
    "Add “{id}” to {kind}s, or name another activity.",
)
REVIEWED_FIRST = "this lesson was reviewed before it was added."


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each lesson at the wrong place, related to itself, or reviewed before it was
    added.
    """
    for lesson in world.handbook.all(Lesson):
        if not lesson.at:
            yield world.problem(lesson, ("at",), "no-activity", *NO_ACTIVITY)
        yield from _places(world, lesson)
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


def _places(world: World, lesson: Lesson) -> Iterator[Problem]:
    for index, pointer in enumerate(lesson.at):
        activity, _ = world.handbook.step(pointer)
        if activity is None:
            continue
        for kind, place, allowed in (
            ("phase", activity.phase, lesson.phases),
            ("workstream", activity.workstream, lesson.workstreams),
        ):
            # A misspelt id is named once, where it is written; what follows from it is not named again.
            if place not in allowed and all(world.knows(kind, name) for name in (place, *allowed)):
                message, hint = (
                    words.format(title=activity.title, kind=kind, id=place) for words in WRONG_PLACE
                )
                yield world.problem(lesson, ("at", index), "wrong-place", message, hint)
