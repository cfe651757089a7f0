"""Each edition has a name and a day of its own, and the handbook is the newest of them."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.rules.context import World
from macros.loading.problem import Problem
from macros.model import Lesson
from macros.model.partial_date import PartialDate


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each edition that is listed twice, and for a current one that is not the newest.

    Yield a warning for each lesson that was retired without a note.
    """
    yield from _twice(world)
    framework = world.handbook.framework
    newest = max(framework.editions, key=lambda edition: PartialDate.parse(edition.date).last, default=None)
    if newest and newest.id != framework.edition:
        yield world.problem(
            framework,
            ("edition",),
            "wrong-edition",
            f"this is edition “{framework.edition}”, and the newest under editions is “{newest.id}”.",
            "Add this edition under editions with its day, or correct its name.",
        )
    for lesson in world.handbook.all(Lesson):
        if lesson.state == "retired" and not lesson.notes:
            yield world.problem(
                lesson,
                ("state",),
                "no-note",
                "this lesson is retired, and nothing says when and why.",
                "Add a note with its day.",
                "warning",
            )


def _twice(world: World) -> Iterator[Problem]:
    framework = world.handbook.framework
    seen: set[tuple[str, str]] = set()
    for index, edition in enumerate(framework.editions):
        for name, value in (("id", edition.id), ("date", edition.date)):
            if (name, value) in seen:
                yield world.problem(
                    framework,
                    ("editions", index, name),
                    "duplicate-edition",
                    f"an edition above has “{value}” too.",
                    "Each edition has a name and a day of its own.",
                )
            seen.add((name, value))
