"""Ends follow starts, milestones lie in order, and nothing in the past lies in the future."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from macros.dates import PartialDate
from macros.fields import NOT_GIVEN
from macros.problem import Problem
from macros.rules.world import World

STALE_AFTER_DAYS = 3 * 366


def check(world: World) -> Iterator[Problem]:
    """Yield a problem for each date that contradicts another."""
    for migration in world.handbook.all("migration"):
        yield from _spans(world, migration)
        yield from _milestones(world, migration)
    for lesson in world.handbook.all("lesson"):
        for name in ("added", "reviewed"):
            if PartialDate.parse(getattr(lesson, name)).first > world.today:
                yield world.problem(lesson, (name,), "future", "this day has not come yet.")
        if (world.today - PartialDate.parse(lesson.reviewed).last).days > STALE_AFTER_DAYS:
            yield world.problem(lesson, ("reviewed",), "stale", "nobody has checked this lesson against its sources for three years.",
                                "Read its sources again, then set the date.", "warning")


def _spans(world: World, migration: Any) -> Iterator[Problem]:
    dated = [(i, s) for i, s in enumerate(migration.timeline.spans)]
    for index, span in dated:
        if NOT_GIVEN not in (span.start, span.end) and PartialDate.parse(span.end).last < PartialDate.parse(span.start).first:
            yield world.problem(migration, ("timeline", "spans", index, "end"), "wrong-order", "this ends before it starts.")
    started = [(i, s) for i, s in dated if s.start != NOT_GIVEN]
    for (_, one), (index, two) in pairwise(started):
        if PartialDate.parse(two.start).last < PartialDate.parse(one.start).first:
            yield world.problem(migration, ("timeline", "spans", index, "start"), "wrong-order", f"this starts before “{one.title}”, which stands above it.",
                                "Put the spans in the order of their dates.")


def _milestones(world: World, migration: Any) -> Iterator[Problem]:
    for (_, one), (index, two) in pairwise(enumerate(migration.timeline.milestones)):
        if PartialDate.parse(two.when).last < PartialDate.parse(one.when).first:
            yield world.problem(migration, ("timeline", "milestones", index, "when"), "wrong-order",
                                f"this comes before “{one.title}”, which stands above it.", "Put the milestones in the order of their dates.")
